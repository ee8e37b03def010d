"""A table pasted from a spreadsheet, read as numbers of measures; what cannot be read is said.

Its first column holds days. Its heading names measures, or subgroups of the measure in view.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final, Literal, NamedTuple

from ilead_studio.model import Reading, Workbook
from ilead_studio.model.days import FIRST_DAY, LAST_DAY
from ilead_studio.model.text import LABEL_MAX, tidy
from ilead_studio.rules.days import day_words, read_day
from ilead_studio.rules.measures import measure_called, measure_with_id
from ilead_studio.rules.numbers import read_figure
from ilead_studio.words import count, say, short

_DAYS: Final = frozenset({"", "day", "days", "date", "week", "week of", "month", "when"})
_NOTES: Final = frozenset({"note", "notes", "remark", "remarks", "comment", "comments"})
_OF: Final = frozenset({"of", "out of", "denominator"})
_ALL: Final = frozenset({"all", "everybody", "everyone", "total", "overall"})


class Found(NamedTuple):
    """A number of a measure, with the line on which it stands."""

    line: int
    measure_id: str
    reading: Reading


class Unread(NamedTuple):
    """What could not be read, with its line and the reason."""

    line: int
    words: str


class Pasted(NamedTuple):
    """What was read of a table, and what was not; ``percents`` are measures typed with %.

    ``heading`` is the line that was read as the heading, 0 if there was none.
    """

    found: tuple[Found, ...]
    unread: tuple[Unread, ...]
    percents: frozenset[str] = frozenset()
    heading: int = 0


class _Column(NamedTuple):
    """What stands in a column; an "of" belongs to the column of numbers before it."""

    holds: Literal["number", "of", "note", "share", ""]
    measure_id: str = ""
    subgroup: str = ""


class _Line(NamedTuple):
    number: int
    cells: tuple[str, ...]


def read_table(workbook: Workbook, text: str, near: date, measure_id: str = "") -> Pasted:
    """Read a table whose cells are parted by tabs, for the measure in view or those it names.

    A day without a year is the one nearest to the day before it, the first one nearest to ``near``.
    """
    lines = [_Line(at, tuple(it.split("\t"))) for at, it in enumerate(_lines(text), 1)]
    lines = [it for it in lines if any(map(str.strip, it.cells))]
    reader, heading = _Reader(workbook, near, measure_id), 0
    if lines and _is_heading(lines[0], near):
        heading = lines[0].number
        reader.head(lines.pop(0))
    for line in lines:
        reader.read(line)
    percents = {it for it, kinds in reader.kinds.items() if kinds == {True}}
    return Pasted(tuple(reader.found), tuple(reader.unread), frozenset(percents), heading)


def _lines(text: str) -> list[str]:
    return text.replace("\r\n", "\n").replace("\r", "\n").split("\n")


def _is_heading(line: _Line, near: date) -> bool:
    """Tell a heading from a line whose day cannot be read."""
    first, *rest = line.cells
    if not rest or _day(first, near):
        return False
    return tidy(first).casefold() in _DAYS or any(read_figure(it) is None for it in rest)


def _day(cell: str, near: date) -> date | None:
    day = read_day(tidy(cell), near) if tidy(cell) else None
    return day if day and FIRST_DAY <= day <= LAST_DAY else None


class _Reader:
    """Reads line by line, and keeps what was read."""

    def __init__(self, workbook: Workbook, near: date, measure_id: str) -> None:
        self._workbook, self._near, self._measure_id = workbook, near, measure_id
        self._columns = [_Column("number", measure_id)] if measure_id else []
        self._places: set[tuple[str, date, str]] = set()
        self.found: list[Found] = []
        self.unread: list[Unread] = []
        self.kinds: dict[str, set[bool]] = {}

    def head(self, line: _Line) -> None:
        """Learn from the heading what the columns hold."""
        names = [tidy(it) for it in line.cells[1:]]
        while names and not names[-1]:
            names.pop()
        holds = [_holds(name, names[at - 1] if at else "") for at, name in enumerate(names)]
        alone = holds.count("number") == 1
        self._columns = [
            self._column(line, name, alone=alone) if it == "number" else _Column(it)
            for name, it in zip(names, holds, strict=True)
        ]

    def _column(self, line: _Line, name: str, *, alone: bool) -> _Column:
        named = measure_called(self._workbook, name)
        if named:
            return _Column("number", named.id)
        if not self._measure_id or not (name or alone):
            words = say("No measure is called “{name}”, so this column was not read.",
                        name=short(name))  # fmt: skip
            self._leave(line, words)
            return _Column("")
        known = measure_with_id(self._workbook, self._measure_id)
        same = [it for it in (known.subgroups if known else ()) if it.casefold() == name.casefold()]
        whole = name.casefold() in _ALL or (alone and not same)
        return _Column(
            "number", self._measure_id, "" if whole else (same or [name[:LABEL_MAX].strip()])[0]
        )

    def read(self, line: _Line) -> None:
        """Read a line: its day, then cell by cell."""
        day = _day(line.cells[0], self._near)
        if day is None:
            self._leave(line, say("“{words}” is no day such as 14 Aug or 2026-08-14.",
                                  words=short(tidy(line.cells[0]))))  # fmt: skip
            return
        self._near = day
        self._read_cells(line, day)

    def _read_cells(self, line: _Line, day: date) -> None:
        cells = [*line.cells[1:], *[""] * (len(self._columns) + 1 - len(line.cells))]
        if any(tidy(it) for it in cells[len(self._columns) :]):
            self._leave(line, say("Only columns with a heading were read."))
        both = list(zip(self._columns, cells, strict=False))
        note = "; ".join(tidy(it) for column, it in both if column.holds == "note" and tidy(it))
        if len(note) > LABEL_MAX:
            self._leave(line, say("Its note is too long and was left out."))
            note = ""
        is_empty = not any(tidy(it) for column, it in both if column.holds == "number")
        many = len(self.found) + len(self.unread)
        for at, (column, cell) in enumerate(both):
            if column.holds == "number" and (tidy(cell) or is_empty):
                of = both[at + 1][1] if both[at + 1 :] and both[at + 1][0].holds == "of" else ""
                self._read_cell(
                    line,
                    Reading(day=day, subgroup=column.subgroup, note=note),
                    column.measure_id,
                    f"{cell} of {of}" if tidy(of) else cell,
                )
        if len(self.found) + len(self.unread) == many:
            self._leave(line, say("It has no number that belongs to a measure."))

    def _read_cell(self, line: _Line, empty: Reading, measure_id: str, cell: str) -> None:
        figure, place = read_figure(cell), (measure_id, empty.day, empty.subgroup)
        if figure is None:
            self._leave(line, say("“{words}” is no number.", words=short(tidy(cell))))
        elif place in self._places:
            self._leave(line, say("{day} stands here twice; the first one counts.",
                                  day=day_words(empty.day)))  # fmt: skip
        elif figure.value is None and self._has_number(place):
            self._leave(line, say("{day} has a number already; it stays.",
                                  day=day_words(empty.day)))  # fmt: skip
        else:
            self._places.add(place)
            if figure.value is not None:
                self.kinds.setdefault(measure_id, set()).add(figure.is_percent)
            made = empty.model_copy(update={"value": figure.value, "of": figure.of})
            self.found.append(Found(line.number, measure_id, made))

    def _has_number(self, place: tuple[str, date, str]) -> bool:
        measure = measure_with_id(self._workbook, place[0])
        readings = measure.readings if measure else ()
        return any((it.day, it.subgroup) == place[1:] and it.value is not None for it in readings)

    def _leave(self, line: _Line, words: str) -> None:
        self.unread.append(Unread(line.number, say("Line {number}: {words}", number=line.number,
                                                   words=words)))  # fmt: skip


def _holds(name: str, before: str) -> Literal["number", "of", "note", "share"]:
    """Tell by its heading what a column holds; a % after an "of" follows from both."""
    folded = name.casefold()
    if folded in _NOTES:
        return "note"
    if folded in _OF:
        return "of"
    return "share" if folded == "%" and before.casefold() in _OF else "number"


def pasted_words(pasted: Pasted) -> Iterator[str]:
    """Say what came of a paste: how many numbers, the heading, and what was not read by line."""
    number = sum(it.reading.value is not None for it in pasted.found)
    yield count(number, "{number} number was read.", "{number} numbers were read.")
    if pasted.heading:
        yield say("Line {number} was read as the heading.", number=pasted.heading)
    yield from (it.words for it in pasted.unread)

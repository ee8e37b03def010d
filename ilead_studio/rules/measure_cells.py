"""The table of a measure as it is typed: its columns, its cells in words, and the next day."""

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from ilead_studio.model import Measure, Reading, SchoolCalendar
from ilead_studio.rules.measures import TableRow, figure
from ilead_studio.rules.numbers import number_text
from ilead_studio.rules.school_weeks import school_days
from ilead_studio.words import say

CellKind = Literal["day", "number", "of", "share", "note"]
_STEPS: Final = (("day", 1), ("dail", 1), ("two weeks", 14), ("fortnight", 14), ("month", 30))
_WEEK: Final = 7
_MONTHS: Final = (30, 31)
_TRIES: Final = 60


class Column(NamedTuple):
    """A column: what it holds, of which subgroup (empty for all), and its heading."""

    kind: CellKind
    subgroup: str
    heading: str


def columns(measure: Measure) -> tuple[Column, ...]:
    """Return the columns: the day, numbers of all and of each subgroup, and a note.

    Where a number is a count of so many, that and the percentage stand beside it.
    """
    counts = bool(measure.denominator) or any(it.of for it in measure.readings)
    found = [Column("day", "", say("Day"))]
    for group in ("", *measure.subgroups):
        found.append(Column("number", group, _heading(measure, group, counts=counts)))
        if counts:
            found += [Column("of", group, say("Of")), Column("share", group, "%")]
    return (*found, Column("note", "", say("Note")))


def _heading(measure: Measure, subgroup: str, *, counts: bool) -> str:
    if measure.subgroups:
        return subgroup or say("All")
    return say("Counted") if counts else measure.unit or say("Number")


def cell_name(measure: Measure, column: Column) -> str:
    """Say what stands in a column where its heading alone would not tell: "Of, Hills"."""
    if column.kind in ("of", "share") and measure.subgroups:
        group = column.subgroup or say("All")
        return say("{heading}, {subgroup}", heading=column.heading, subgroup=group)
    return column.heading


def cell_words(measure: Measure, row: TableRow, column: Column) -> str:
    """Say what stands in a cell; the number of a day that is known to lack one is "missing"."""
    if column.kind == "day":
        return row.words
    if column.kind == "note":
        return "; ".join(dict.fromkeys(it.note for it in row.readings if it and it.note))
    reading = reading_in(measure, row, column)
    if reading is None:
        return ""
    if column.kind == "number":
        return say("missing") if reading.value is None else number_text(reading.value)
    if column.kind == "of":
        return "" if reading.of is None else number_text(reading.of)
    share = figure(reading) if reading.of else None
    return "" if share is None else number_text(round(share, 1))


def typed_words(measure: Measure, row: TableRow, column: Column) -> str:
    """Return what is typed over in a cell: numbers with all their places."""
    reading = reading_in(measure, row, column)
    value = {"number": reading.value, "of": reading.of}.get(column.kind) if reading else None
    if value is not None:
        return f"{value:.12g}" if abs(value) < 1e12 else number_text(value)
    return "" if column.kind in ("number", "of") else cell_words(measure, row, column)


def reading_in(measure: Measure, row: TableRow, column: Column) -> Reading | None:
    """Return the reading of a subgroup on a day."""
    return row.readings[("", *measure.subgroups).index(column.subgroup)]


def next_day(measure: Measure, calendar: SchoolCalendar, today: date) -> date:
    """Return the day that is proposed for the next number: as far on as the last ones were apart.

    Where all days were school days it is one too: a month later or soon after, else as many weeks
    on as it takes. The first day is today.
    """
    days = sorted({it.day for it in measure.readings})
    if not days:
        return today
    step, at = _step(measure, days), days[-1]
    at_school = all(_has_school(measure, calendar, it) for it in days[-8:])
    for _ in range(_TRIES):
        at = _later(at, step)
        if not at_school or _has_school(measure, calendar, at):
            return at
        step = 1 if step in _MONTHS else step
    return _later(days[-1], step)


def _step(measure: Measure, days: list[date]) -> int:
    """Return the usual distance of the last days; of the usual ones the least."""
    gaps = Counter((later - day).days for day, later in pairwise(days[-8:]))
    if gaps:
        most = max(gaps.values())
        return min(gap for gap, times in gaps.items() if times == most)
    often = measure.often.casefold()
    return next((step for words, step in _STEPS if words in often), _WEEK)


def _later(day: date, step: int) -> date:
    if step in _MONTHS:
        year, month = divmod(day.year * 12 + day.month, 12)
        return _in_month(year, month + 1, day.day)
    return day + timedelta(days=step)


def _in_month(year: int, month: int, day: int) -> date:
    """Return a day of a month, or its last day if it has no such one."""
    after = date(year + month // 12, month % 12 + 1, 1)
    return min(date(year, month, 1) + timedelta(days=day - 1), after - timedelta(days=1))


def _has_school(measure: Measure, calendar: SchoolCalendar, day: date) -> bool:
    return school_days(calendar, day, day, measure.parties) > 0

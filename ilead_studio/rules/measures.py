"""What the page of measures says in words: who is measured by what, last numbers, and targets.

No verdicts: what numbers mean is told by charts and by people.
"""

from collections.abc import Iterator
from datetime import date
from typing import Final, NamedTuple

from ilead_studio.model import Measure, MeasureKind, Reading, Workbook
from ilead_studio.rules.days import short_day
from ilead_studio.rules.kept import kept_by_identity
from ilead_studio.rules.numbers import number_text, with_unit
from ilead_studio.words import count, say

ENOUGH: Final = 10
"""Fewer points than these are provisional (method, section 8)."""
KINDS: Final[tuple[MeasureKind, ...]] = ("outcome", "process", "balancing", "pdsa")


class MeasureRow(NamedTuple):
    """A measure in the list: its name, and its last number and direction in words."""

    id: str
    name: str
    words: str


class KindRow(NamedTuple):
    """The measures of one kind, in the order of the list."""

    kind: MeasureKind
    words: str
    measures: tuple[MeasureRow, ...]


class TableRow(NamedTuple):
    """A day of a measure's table: the day in words, and the number of all and of each subgroup."""

    day: date
    words: str
    readings: tuple[Reading | None, ...]


def measure_with_id(workbook: Workbook, measure_id: str) -> Measure | None:
    """Return the measure with an id; None when there is none."""
    return next((it for it in workbook.measures if it.id == measure_id), None)


def measure_called(workbook: Workbook, name: str) -> Measure | None:
    """Return the measure with a name, whatever its case; None when there is none."""
    wanted = name.casefold()
    return next((it for it in workbook.measures if it.name.casefold() == wanted), None)


@kept_by_identity
def named_by(workbook: Workbook) -> dict[str, tuple[str, ...]]:
    """Return what names each measure that anything names: aims, drivers, ideas and cycles by id."""
    found: dict[str, dict[str, None]] = {}
    for measure_id, item_id in _naming(workbook) if workbook.measures else ():
        if measure_id:
            found.setdefault(measure_id, {})[item_id] = None
    return {measure_id: tuple(items) for measure_id, items in found.items()}


def _naming(workbook: Workbook) -> Iterator[tuple[str | None, str]]:
    for theory in workbook.theories:
        yield theory.measure_id, theory.id
        for driver in theory.drivers:
            yield from ((it.measure_id, driver.id) for it in driver.measures)
    for idea in workbook.ideas:
        yield from ((it.measure_id, idea.id) for it in idea.consequences)
    for cycle in workbook.cycles:
        yield from ((it.measure_id, cycle.id) for it in cycle.data)


def kind_words(kind: MeasureKind) -> str:
    """Say what a measure is for."""
    return {
        "outcome": say("Outcome"), "process": say("Process"),
        "balancing": say("Balancing"), "pdsa": say("PDSA"),
    }[kind]  # fmt: skip


def direction_words(measure: Measure) -> str:
    """Say where the numbers are wanted to go; empty while nobody has said so."""
    return {
        "": "", "up": say("higher is better"), "down": say("lower is better"),
        "steady": say("to be kept as it is"),
    }[measure.direction]  # fmt: skip


def about_words(measure: Measure) -> str:
    """Say what a measure is: "Process · weekly · higher is better"."""
    parts = (kind_words(measure.kind), measure.often, direction_words(measure))
    return " · ".join(filter(None, parts))


def measure_rows(workbook: Workbook) -> tuple[KindRow, ...]:
    """Return the list of measures by what they are for; kinds without any are left out."""
    rows = (
        KindRow(kind, kind_words(kind), tuple(
            _row(it) for it in workbook.measures if it.kind == kind))
        for kind in KINDS
    )  # fmt: skip
    return tuple(row for row in rows if row.measures)


def _row(measure: Measure) -> MeasureRow:
    words = (last_words(measure) or say("no numbers yet"), direction_words(measure))
    return MeasureRow(measure.id, measure.name, " · ".join(filter(None, words)))


def figure(reading: Reading) -> float | None:
    """Return the number that a reading stands for: a percentage where it is a count of so many."""
    if reading.value is None or reading.of is None:
        return reading.value
    return 100 * reading.value / reading.of


def reading_words(measure: Measure, reading: Reading) -> str:
    """Say a number: "46 %", "98 of 212 (46.2 %)", "missing"."""
    if reading.value is None or reading.of is None:
        return say("missing") if reading.value is None else with_unit(reading.value, measure.unit)
    return say(
        "{part} of {whole} ({percent})",
        part=number_text(reading.value),
        whole=number_text(reading.of),
        percent=with_unit(round(100 * reading.value / reading.of, 1), "%"),
    )


def points(measure: Measure) -> tuple[Reading, ...]:
    """Return the numbers of all that are there; those of subgroups only if there are no others."""
    there = [it for it in measure.readings if it.value is not None]
    whole = tuple(it for it in there if not it.subgroup)
    return whole or tuple(there)


def last_words(measure: Measure) -> str:
    """Say the last number with its day: "last 46 %, 20 Nov"; empty when there is none.

    Where there are numbers of subgroups only, it says all those of that day.
    """
    read = points(measure)
    if not read:
        return ""
    day = read[-1].day
    words = ", ".join(_last(measure, it) for it in read if it.day == day)
    return say("last {number}, {day}", number=words, day=short_day(day))


def _last(measure: Measure, reading: Reading) -> str:
    unit = measure.unit if reading.of is None else "%"
    number = with_unit(round(figure(reading) or 0.0, 1), unit)
    if not reading.subgroup:
        return number
    return say("{subgroup} {number}", subgroup=reading.subgroup, number=number)


def target_words(measure: Measure) -> str:
    """Say what is aimed at: "target 65 %"; empty when nobody has said so."""
    if measure.target is None:
        return ""
    return say("target {number}", number=with_unit(measure.target, measure.unit))


def provisional_words(measure: Measure) -> str:
    """Say that too few points tell what was before; empty when there are enough, or none at all.

    The points of the baseline count, or all of them as long as nobody has said when it was.
    """
    first, last = measure.baseline_first or date.min, measure.baseline_last or date.max
    days = {it.day for it in points(measure)}
    if not days or sum(first <= day <= last for day in days) >= ENOUGH:
        return ""
    return say("provisional: under {enough} points", enough=ENOUGH)


def status_words(measure: Measure) -> str:
    """Say all that the status line says of a measure: "14 numbers · last 46 %, 20 Nov · …"."""
    number = sum(it.value is not None for it in measure.readings)
    missing = len(measure.readings) - number
    parts = (
        count(number, "{number} number", "{number} numbers") if number else say("no numbers yet"),
        count(missing, "{number} missing", "{number} missing") if missing else "",
        last_words(measure), target_words(measure), provisional_words(measure),
    )  # fmt: skip
    return " · ".join(filter(None, parts))


def table_rows(measure: Measure) -> tuple[TableRow, ...]:
    """Return the table of a measure: a row for each day, a column for all and for each subgroup."""
    known = {(it.day, it.subgroup): it for it in measure.readings}
    columns = ("", *measure.subgroups)
    return tuple(
        TableRow(day, short_day(day), tuple(known.get((day, it)) for it in columns))
        for day in dict.fromkeys(it.day for it in measure.readings)
    )

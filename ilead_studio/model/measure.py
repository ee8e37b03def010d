"""Measures: what one counts or rates to see whether a change is an improvement (method, 8)."""

from typing import Annotated, Literal

from pydantic import Field

from ilead_studio.model.days import Day
from ilead_studio.model.ids import Id
from ilead_studio.model.partnership import OnlyFor
from ilead_studio.model.record import Record
from ilead_studio.model.text import Heading, Label, Notes

MeasureKind = Literal["outcome", "process", "balancing", "pdsa"]
Direction = Literal["", "up", "down", "steady"]
"""Where the numbers are wanted to go; empty: not asked yet."""
Number = Annotated[float, Field(ge=-1e12, le=1e12)]
Whole = Annotated[float, Field(gt=0, le=1e12)]
"""Of how many something was counted."""


class Reading(Record):
    """What was read on a day: a number, or none where the day is told but the number is missing.

    With ``of`` the number is a count of so many, and a percentage follows from both. ``subgroup``
    is empty for the number of all.
    """

    day: Day
    value: Number | None = None
    of: Whole | None = None
    subgroup: Heading = ""
    note: Heading = ""


class Measure(Record):
    """One measure with its operational definition and its readings.

    ``collects`` is the role that collects it, ``often`` says how often in the team's own words.
    Drivers, consequences of ideas, lines of data plans and aims name it by its id. Readings stand
    in the order of their days, and of the ``subgroups`` on a day.
    """

    id: Id
    name: Label
    kind: MeasureKind = "process"
    definition: Notes = ""
    numerator: Heading = ""
    denominator: Heading = ""
    unit: Heading = ""
    direction: Direction = ""
    target: Number | None = None
    baseline_first: Day | None = None
    baseline_last: Day | None = None
    often: Heading = ""
    source: Heading = ""
    collects: Heading = ""
    notes: Notes = ""
    subgroups: tuple[Label, ...] = ()
    parties: tuple[Id, ...] = ()
    only_for: OnlyFor = None
    readings: tuple[Reading, ...] = ()


def in_order(measure: Measure, readings: tuple[Reading, ...]) -> tuple[Reading, ...]:
    """Return readings by their days, on a day those of all first, then by subgroup."""
    place = {name: at for at, name in enumerate(("", *measure.subgroups))}
    return tuple(sorted(readings, key=lambda it: (it.day, place[it.subgroup])))

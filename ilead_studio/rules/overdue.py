"""Which cycles wait for somebody: counted in school weeks, and said in words.

Nothing begins or ends by a date; what is late is only told (method, section 7).
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from ilead_studio.model import Cycle, Workbook
from ilead_studio.rules.cycles import cycle_name, parties_of
from ilead_studio.rules.days import day_words, number_words
from ilead_studio.rules.school_weeks import SCHOOL_WEEK, school_days, shifted
from ilead_studio.words import say


class Overdue(NamedTuple):
    """A cycle that is late: since when, by how many school days, and two sentences about it."""

    cycle_id: str
    due: date
    days: int
    sentence: str
    reason: str


def due(workbook: Workbook, cycle: Cycle) -> date | None:
    """Return the day until which the next command of a cycle is expected; None for no such day.

    A cycle in Study for which nobody said by when to decide has one school week after its end.
    """
    match cycle.state:
        case "planned":
            return cycle.planned_start
        case "doing":
            return cycle.planned_end
        case "studying":
            end = cycle.ended or cycle.planned_end
            return cycle.decide_by or (_week_after(workbook, cycle, end) if end else None)
        case _:
            return None


def _week_after(workbook: Workbook, cycle: Cycle, day: date) -> date:
    return shifted(workbook.calendar, day, 1, parties_of(workbook, cycle))


def school_days_late(workbook: Workbook, cycle: Cycle, today: date) -> int:
    """Count the school days since a cycle was due, today's too; 0 when it is not late."""
    day = due(workbook, cycle)
    return _days_after(workbook, cycle, day, today) if day else 0


def _days_after(workbook: Workbook, cycle: Cycle, day: date, today: date) -> int:
    if day >= today:
        return 0
    first = day + timedelta(days=1)
    return school_days(workbook.calendar, first, today, parties_of(workbook, cycle))


def late_words(days: int) -> str:
    """Say how late something is: "three school days late", "two school weeks late"."""
    weeks = days // SCHOOL_WEEK
    if weeks == 1:
        return say("one school week late")
    if weeks:
        return say("{number} school weeks late", number=number_words(weeks))
    if days == 1:
        return say("one school day late")
    return say("{number} school days late", number=number_words(days))


def overdue(workbook: Workbook, today: date) -> tuple[Overdue, ...]:
    """Return the cycles that are late on a day, the latest first."""
    return tuple(sorted(_late(workbook, today), key=lambda it: (-it.days, it.due)))


def _late(workbook: Workbook, today: date) -> Iterator[Overdue]:
    for cycle in workbook.cycles:
        day = due(workbook, cycle)
        if day and (days := _days_after(workbook, cycle, day, today)):
            name = cycle_name(workbook, cycle)
            sentence = say("{cycle}, is {late}.", cycle=name, late=late_words(days))
            yield Overdue(cycle.id, day, days, sentence, _why(cycle, day))


def _why(cycle: Cycle, day: date) -> str:
    if cycle.state == "planned":
        return say("It was to begin on {day}.", day=day_words(day))
    if cycle.state == "doing":
        return say("Do was to end on {day}. Nothing is written in Study.", day=day_words(day))
    return say("It was to be decided by {day}.", day=day_words(day))


def overdue_words(workbook: Workbook, today: date) -> str:
    """Say in one sentence what is late; empty when nothing is."""
    late = overdue(workbook, today)
    if len(late) > 1:
        return say("{number} cycles are overdue.", number=number_words(len(late)).capitalize())
    return late[0].sentence if late else ""


def coming(workbook: Workbook, today: date, weeks: int = 2) -> tuple[Cycle, ...]:
    """Return the cycles that are due within so many school weeks, the next one first."""
    until = shifted(workbook.calendar, today, weeks)
    days = [(due(workbook, it), at) for at, it in enumerate(workbook.cycles)]
    near = sorted((day, at) for day, at in days if day is not None and today <= day <= until)
    return tuple(workbook.cycles[at] for _, at in near)

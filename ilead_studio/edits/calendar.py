"""Edits of the school calendar: the school year, its breaks, and how long a cycle is."""

from typing import Final

from ilead_studio.edits.parts import changed, exchanged, fitting, gone, new, words_for
from ilead_studio.errors import EditError
from ilead_studio.model import Break, SchoolCalendar, Workbook, replace
from ilead_studio.model.days import Day
from ilead_studio.words import say

_YEAR: Final = frozenset({"first", "last", "cycle_weeks"})
_BREAK: Final = frozenset({"name", "first", "last", "parties"})


def put_calendar(workbook: Workbook, **fields: object) -> Workbook:
    """Set ``first`` and ``last``, the days of the school year, or ``cycle_weeks``.

    Raises:
        EditError: if something does not fit, or the year would end before it begins.
    """
    return _with(workbook, **fitting(fields, _YEAR))


def add_break(workbook: Workbook, new_id: str, name: str, first: Day, last: Day) -> Workbook:
    """Add days without school; breaks stand in the order of their days.

    Raises:
        EditError: if it has no name, or ends before it begins.
    """
    made = new(Break, id=new_id, name=words_for(name), first=first, last=last)
    return _with(workbook, breaks=(*workbook.calendar.breaks, made))


def change_break(workbook: Workbook, break_id: str, **fields: object) -> Workbook:
    """Change the name, the days or the parties of a break.

    Raises:
        EditError: if it is not there, or something does not fit.
    """
    was = next((it for it in workbook.calendar.breaks if it.id == break_id), None)
    if was is None:
        raise gone()
    made = changed(was, **fitting(fields, _BREAK, name=words_for))
    if not {party.id for party in workbook.parties}.issuperset(made.parties):
        raise gone()
    return _with(workbook, breaks=exchanged(workbook.calendar.breaks, {break_id: made}))


def delete_break(workbook: Workbook, break_id: str) -> Workbook:
    """Take a break out of the calendar."""
    left = tuple(it for it in workbook.calendar.breaks if it.id != break_id)
    return _with(workbook, breaks=left)


def _with(workbook: Workbook, **fields: object) -> Workbook:
    calendar = changed(workbook.calendar, **fields)
    _refuse_turned(calendar)
    ordered = tuple(sorted(calendar.breaks, key=lambda it: it.first))
    return replace(workbook, calendar=replace(calendar, breaks=ordered))


def _refuse_turned(calendar: SchoolCalendar) -> None:
    if calendar.first and calendar.last and calendar.last < calendar.first:
        raise EditError(say("The school year would end before it begins. Nothing was changed."))
    turned = next((it.name for it in calendar.breaks if it.last < it.first), None)
    if turned:
        raise EditError(say("“{name}” would end before it begins.", name=turned))

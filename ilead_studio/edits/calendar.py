"""Edits of the school calendar: the school year, its breaks, and how long a cycle is."""

from typing import Any

from pydantic import ValidationError

from ilead_studio.edits.parts import changed, does_not_fit, exchanged, gone, words_for
from ilead_studio.errors import EditError
from ilead_studio.model import Break, SchoolCalendar, Workbook, replace
from ilead_studio.model.days import Day
from ilead_studio.words import say


def put_calendar(workbook: Workbook, **fields: Any) -> Workbook:  # noqa: ANN401 - the fields' own types are checked
    """Set ``first`` and ``last``, the days of the school year, or ``cycle_weeks``.

    Raises:
        EditError: if something does not fit, or the year would end before it begins.
    """
    if not fields.keys() <= {"first", "last", "cycle_weeks"}:
        raise does_not_fit()
    return _with(workbook, **fields)


def add_break(workbook: Workbook, new_id: str, name: str, first: Day, last: Day) -> Workbook:
    """Add days without school; breaks stand in the order of their days.

    Raises:
        EditError: if it has no name, or ends before it begins.
    """
    try:
        made = Break(id=new_id, name=words_for(name), first=first, last=last)
    except ValidationError as error:
        raise does_not_fit() from error
    return _with(workbook, breaks=(*workbook.calendar.breaks, made))


def change_break(workbook: Workbook, break_id: str, **fields: Any) -> Workbook:  # noqa: ANN401 - the fields' own types are checked
    """Change the name, the days or the parties of a break.

    Raises:
        EditError: if it is not there, or something does not fit.
    """
    was = next((it for it in workbook.calendar.breaks if it.id == break_id), None)
    if was is None or "id" in fields:
        raise gone()
    if "name" in fields:
        fields["name"] = words_for(fields["name"])
    if not {party.id for party in workbook.parties}.issuperset(fields.get("parties", ())):
        raise gone()
    made = changed(was, **fields)
    return _with(workbook, breaks=exchanged(workbook.calendar.breaks, {break_id: made}))


def delete_break(workbook: Workbook, break_id: str) -> Workbook:
    """Take a break out of the calendar."""
    left = tuple(it for it in workbook.calendar.breaks if it.id != break_id)
    return _with(workbook, breaks=left)


def _with(workbook: Workbook, **fields: Any) -> Workbook:  # noqa: ANN401 - checked here
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

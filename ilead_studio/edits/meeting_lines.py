"""Edits of what a meeting holds: its agenda, its decisions, and the next steps promised there."""

from datetime import date
from typing import Final, TypeVar

from ilead_studio.edits.meeting import the_meeting, with_meeting
from ilead_studio.edits.parts import changed, fitting, gone, placed, swapped, there, words_for
from ilead_studio.model import AgendaItem, Decided, Meeting, NextStep, Workbook, replace
from ilead_studio.model.sound_meetings import spoken_about

_AGENDA: Final = frozenset({"text", "minutes", "led_by", "done"})
_DECIDED: Final = frozenset({"text", "item_id"})
_PROMISED: Final = frozenset({"text", "item_id", "owner", "due"})
"""What can be changed; to whom they belong and who may see them is ``belong`` and ``show_only``."""
T = TypeVar("T", Decided, NextStep)


def add_agenda_item(
    workbook: Workbook, meeting_id: str, new_id: str, text: str, before: str | None = None
) -> Workbook:
    """Put a line on the agenda, before another one or last.

    Raises:
        EditError: if the meeting is not there, or the words do not fit.
    """
    meeting = the_meeting(workbook, meeting_id)
    made = AgendaItem(id=new_id, text=words_for(text))
    return with_meeting(workbook, changed(meeting, agenda=placed(meeting.agenda, made, before)))


def change_agenda_item(workbook: Workbook, line_id: str, **fields: object) -> Workbook:
    """Change a line of an agenda, such as ``done=True`` or ``minutes=10``.

    Raises:
        EditError: if it is not there, or something does not fit.
    """
    meeting, line = _line(workbook, line_id)
    made = changed(line, **fitting(fields, _AGENDA, text=words_for))
    return with_meeting(workbook, changed(meeting, agenda=swapped(meeting.agenda, made)))


def move_agenda_item(workbook: Workbook, line_id: str, before: str | None) -> Workbook:
    """Put a line of an agenda before another one, or last.

    Raises:
        EditError: if it is not there.
    """
    meeting, line = _line(workbook, line_id)
    return with_meeting(workbook, changed(meeting, agenda=placed(meeting.agenda, line, before)))


def delete_agenda_item(workbook: Workbook, line_id: str) -> Workbook:
    """Take a line off an agenda.

    Raises:
        EditError: if it is not there.
    """
    meeting, line = _line(workbook, line_id)
    left = tuple(it for it in meeting.agenda if it is not line)
    return with_meeting(workbook, changed(meeting, agenda=left))


def add_decided(
    workbook: Workbook, new_id: str, meeting_id: str, text: str, item_id: str | None = None
) -> Workbook:
    """Write down what a meeting decided, and what it is about.

    Raises:
        EditError: if the meeting or the item is not there, or the words do not fit.
    """
    the_meeting(workbook, meeting_id)
    _refuse_unknown(workbook, item_id)
    made = Decided(id=new_id, meeting_id=meeting_id, text=words_for(text), item_id=item_id)
    return replace(workbook, decided=(*workbook.decided, made))


def change_decided(workbook: Workbook, decided_id: str, **fields: object) -> Workbook:
    """Change the words of a decision, or what it is about.

    Raises:
        EditError: if one of these is not there, or something does not fit.
    """
    was = _one_of(workbook.decided, decided_id)
    made = changed(was, **fitting(fields, _DECIDED, text=words_for))
    if "item_id" in fields:
        _refuse_unknown(workbook, made.item_id)
    return replace(workbook, decided=swapped(workbook.decided, made))


def delete_decided(workbook: Workbook, decided_id: str) -> Workbook:
    """Take a decision back.

    Raises:
        EditError: if it is not there.
    """
    was = _one_of(workbook.decided, decided_id)
    return replace(workbook, decided=tuple(it for it in workbook.decided if it is not was))


def add_step(
    workbook: Workbook, new_id: str, meeting_id: str, text: str, **fields: object
) -> Workbook:
    """Promise a next step at a meeting, with ``owner``, ``due`` and ``item_id`` if they are known.

    Raises:
        EditError: if the meeting or the item is not there, or something does not fit.
    """
    the_meeting(workbook, meeting_id)
    made = NextStep(id=new_id, meeting_id=meeting_id, text=words_for(text))
    workbook = replace(workbook, next_steps=(*workbook.next_steps, made))
    return change_step(workbook, new_id, **fields)


def change_step(workbook: Workbook, step_id: str, **fields: object) -> Workbook:
    """Change a next step, such as ``owner="Attendance lead"`` or ``due=date(…)``.

    Raises:
        EditError: if it or its item is not there, or something does not fit.
    """
    step = _one_of(workbook.next_steps, step_id)
    made = changed(step, **fitting(fields, _PROMISED, text=words_for))
    if "item_id" in fields:
        _refuse_unknown(workbook, made.item_id)
    return _with_step(workbook, made)


def tick_step(workbook: Workbook, step_id: str, day: date | None) -> Workbook:
    """Say that a next step was done on a day; None: it is not done. It is ticked everywhere.

    Raises:
        EditError: if it is not there.
    """
    return _with_step(workbook, changed(_one_of(workbook.next_steps, step_id), done=day))


def move_step(workbook: Workbook, step_id: str, before: str | None) -> Workbook:
    """Put a next step before another one, or last.

    Raises:
        EditError: if it is not there.
    """
    step = _one_of(workbook.next_steps, step_id)
    return replace(workbook, next_steps=placed(workbook.next_steps, step, before))


def delete_step(workbook: Workbook, step_id: str) -> Workbook:
    """Take a next step back.

    Raises:
        EditError: if it is not there.
    """
    was = _one_of(workbook.next_steps, step_id)
    return replace(workbook, next_steps=tuple(it for it in workbook.next_steps if it is not was))


def _with_step(workbook: Workbook, step: NextStep) -> Workbook:
    return replace(workbook, next_steps=swapped(workbook.next_steps, step))


def _refuse_unknown(workbook: Workbook, item_id: str | None) -> None:
    if item_id is not None and item_id not in spoken_about(workbook):
        raise gone()


def _one_of(records: tuple[T, ...], wanted: str) -> T:
    return there(next((it for it in records if it.id == wanted), None))


def _line(workbook: Workbook, line_id: str) -> tuple[Meeting, AgendaItem]:
    for meeting in workbook.meetings:
        for line in meeting.agenda:
            if line.id == line_id:
                return meeting, line
    raise gone()

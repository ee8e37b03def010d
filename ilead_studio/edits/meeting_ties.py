"""What becomes of meetings when something that they name leaves the workbook."""

from typing import TypeVar

from ilead_studio.edits.parts import exchanged
from ilead_studio.model import Attendance, Decided, Meeting, NextStep, Workbook, replace
from ilead_studio.model.sound_meetings import dangling_items

T = TypeVar("T", Decided, NextStep)


def loosened(workbook: Workbook) -> Workbook:
    """Let decisions and next steps be about nothing that is gone; their words stay."""
    lost = dangling_items(workbook)
    if not lost:
        return workbook
    return replace(
        workbook,
        decided=_about_none(workbook.decided, lost),
        next_steps=_about_none(workbook.next_steps, lost),
    )


def _about_none(records: tuple[T, ...], lost: set[str]) -> tuple[T, ...]:
    new = {it.id: replace(it, item_id=None) for it in records if it.item_id in lost}
    return exchanged(records, new)


def remembered(workbook: Workbook, gone_id: str, name: str) -> Workbook:
    """Let meetings remember a role or a party that goes by its name: who was there was there."""
    new = {
        meeting.id: _remembering(meeting, gone_id, name)
        for meeting in workbook.meetings
        if any(gone_id in (it.role_id, it.party_id) for it in meeting.attendance)
    }
    return replace(workbook, meetings=exchanged(workbook.meetings, new)) if new else workbook


def _remembering(meeting: Meeting, gone_id: str, name: str) -> Meeting:
    attendance = (_named(it, gone_id, name) for it in meeting.attendance)
    return replace(meeting, attendance=tuple(attendance))


def _named(it: Attendance, gone_id: str, name: str) -> Attendance:
    if it.role_id == gone_id:
        return replace(it, role_id=None, name=name)
    if it.party_id != gone_id:
        return it
    called = it.name if it.role_id or it.name else name
    return replace(it, party_id=None, name=called)

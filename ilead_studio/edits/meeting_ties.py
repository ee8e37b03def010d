"""What meetings keep of a role or a party that leaves the workbook."""

from ilead_studio.edits.parts import exchanged
from ilead_studio.model import Attendance, Meeting, Workbook, replace


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

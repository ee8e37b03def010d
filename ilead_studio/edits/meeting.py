"""Edits of meetings: adding one, its fields, who was there, opening, closing, deleting it.

The time of a command comes from whoever calls.
"""

from datetime import date, datetime
from typing import Final

from ilead_studio.edits.everywhere import without
from ilead_studio.edits.parts import changed, fitting, gone, new, there
from ilead_studio.errors import EditError
from ilead_studio.model import Attendance, Meeting, MeetingKind, Workbook, replace
from ilead_studio.model.sound_meetings import agreed
from ilead_studio.rules.meetings import meeting_with_id
from ilead_studio.words import say

PUTTABLE: Final = frozenset(
    {"day", "kind", "title", "place", "time", "led_by", "ground_rules", "notes"}
)
"""The fields that ``put_meeting`` sets; all others belong to commands and to the lists."""


def add_meeting(
    workbook: Workbook, new_id: str, day: date, kind: MeetingKind = "convening", **fields: object
) -> Workbook:
    """Add a meeting; meetings stand in the order of their days.

    Raises:
        EditError: if something does not fit.
    """
    made = new(Meeting, id=new_id, day=day, kind=kind, **fitting(fields, PUTTABLE))
    return _in_order(workbook, (*workbook.meetings, made))


def put_meeting(workbook: Workbook, meeting_id: str, **fields: object) -> Workbook:
    """Give a meeting other values, such as ``place="Library"``.

    To whom it belongs and who may see it is said by ``belong`` and ``show_only``.

    Raises:
        EditError: if it is not there, or something does not fit.
    """
    was = the_meeting(workbook, meeting_id)
    return with_meeting(workbook, changed(was, **fitting(fields, PUTTABLE)))


def delete_meeting(workbook: Workbook, meeting_id: str) -> Workbook:
    """Delete a meeting with what it decided and what was promised there.

    Raises:
        EditError: if it is not there.
    """
    the_meeting(workbook, meeting_id)
    lost = {it.id for it in agreed(workbook) if it.meeting_id == meeting_id}
    return without(workbook, {meeting_id, *lost})


def put_attendance(
    workbook: Workbook,
    meeting_id: str,
    number: int | None,
    *,
    role_id: str | None = None,
    party_id: str | None = None,
) -> Workbook:
    """Say how many were there in a role, or of a party in no role on the list.

    0 says that they were missed; None takes back that anything was said.

    Raises:
        EditError: if the meeting, the role or the party is not there, or the number does not fit.
    """
    meeting = the_meeting(workbook, meeting_id)
    left = [it for it in meeting.attendance if not _is_of(it, role_id, party_id)]
    if number is not None:
        blank = _attendance(workbook, role_id, party_id)
        at = next((n for n, it in enumerate(meeting.attendance) if it not in left), len(left))
        left.insert(at, changed(blank, number=number))
    return with_meeting(workbook, changed(meeting, attendance=tuple(left)))


def _is_of(it: Attendance, role_id: str | None, party_id: str | None) -> bool:
    if role_id is not None:
        return it.role_id == role_id
    return not it.role_id and not it.name and it.party_id == party_id


def _attendance(workbook: Workbook, role_id: str | None, party_id: str | None) -> Attendance:
    """Return who was there, without a number yet; a role speaks for its own party.

    Raises:
        EditError: if neither is there.
    """
    for role in workbook.roles:
        if role.id == role_id:
            return Attendance(role_id=role.id, party_id=role.party_id)
    if role_id is None and any(party.id == party_id for party in workbook.parties):
        return Attendance(party_id=party_id)
    raise gone()


def open_meeting(workbook: Workbook, meeting_id: str, now: datetime) -> Workbook:
    """Open a meeting; again, if that was done before: what it shows is made anew.

    Raises:
        EditError: if it is not there, or closed.
    """
    meeting = the_meeting(workbook, meeting_id)
    if meeting.closed is not None:
        raise EditError(say("This meeting is closed. Open it again first."))
    return with_meeting(workbook, changed(meeting, opened=now.replace(microsecond=0)))


def close_meeting(
    workbook: Workbook, meeting_id: str, now: datetime, snapshot: str | None = None
) -> Workbook:
    """Close a meeting, with the snapshot that was kept of the diagrams, if there is one.

    Raises:
        EditError: if it is not there, or closed already.
    """
    meeting = the_meeting(workbook, meeting_id)
    if meeting.closed is not None:
        raise EditError(say("This meeting is closed already."))
    moment = now.replace(microsecond=0)
    made = changed(
        meeting,
        closed=moment,
        opened=meeting.opened or moment,
        snapshot=snapshot or meeting.snapshot,
    )
    return with_meeting(workbook, made)


def reopen_meeting(workbook: Workbook, meeting_id: str) -> Workbook:
    """Open a closed meeting again; what was kept of the diagrams stays until it is closed anew.

    Raises:
        EditError: if it is not there, or not closed.
    """
    meeting = the_meeting(workbook, meeting_id)
    if meeting.closed is None:
        raise EditError(say("This meeting is not closed."))
    return with_meeting(workbook, changed(meeting, closed=None))


def the_meeting(workbook: Workbook, meeting_id: str) -> Meeting:
    """Return the meeting with an id.

    Raises:
        EditError: if there is none.
    """
    return there(meeting_with_id(workbook, meeting_id))


def with_meeting(workbook: Workbook, meeting: Meeting) -> Workbook:
    """Return the workbook with a meeting in place of that of the same id."""
    meetings = tuple(meeting if it.id == meeting.id else it for it in workbook.meetings)
    return _in_order(workbook, meetings)


def _in_order(workbook: Workbook, meetings: tuple[Meeting, ...]) -> Workbook:
    return replace(workbook, meetings=tuple(sorted(meetings, key=lambda it: it.day)))

"""The meetings of a workbook as a list: the open one, those to come, and those that were."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ilead_studio.model import Meeting, Workbook
from ilead_studio.rules.meeting_attendance import here_words
from ilead_studio.rules.meeting_steps import StepRow, by_due, step_row
from ilead_studio.rules.meetings import (
    in_order,
    meeting_state,
    meeting_state_words,
    meeting_with_id,
)
from ilead_studio.words import count, say

NOBODY = ""
"""The owner of what nobody has taken on yet."""


class MeetingGroup(NamedTuple):
    """Meetings below one heading."""

    heading: str
    meetings: tuple[Meeting, ...]


class OwnerRow(NamedTuple):
    """Somebody who promised something, as a role or a party, and how many steps are open."""

    owner: str
    words: str
    open: int


def meeting_groups(meetings: tuple[Meeting, ...], today: date) -> tuple[MeetingGroup, ...]:
    """Return the groups that have meetings: the next ones first, then the last ones."""
    ordered = in_order(meetings)
    now = [it for it in ordered if meeting_state(it) == "open"]
    coming = [it for it in ordered if meeting_state(it) == "planned" and it.day >= today]
    past = [it for it in reversed(ordered) if it not in now and it not in coming]
    groups = ((say("Open now"), now), (say("Coming"), coming), (say("Past"), past))
    return tuple(MeetingGroup(heading, tuple(some)) for heading, some in groups if some)


def list_state(meeting: Meeting, today: date) -> str:
    """Say in a list how far a meeting is; one that was never opened says so."""
    if meeting_state(meeting) == "planned" and meeting.day < today:
        return say("never opened")
    return say("closed") if meeting.closed else meeting_state_words(meeting)


def meetings_words(workbook: Workbook, meeting_id: str) -> str:
    """Say how many meetings there are, how far the one in view is, and who is there."""
    number = len(workbook.meetings)
    parts = [count(number, "{number} meeting", "{number} meetings")]
    meeting = meeting_with_id(workbook, meeting_id)
    if meeting is not None:
        state = meeting_state_words(meeting)
        parts += [say("this one {state}", state=state), here_words(workbook, meeting)]
    return " · ".join(filter(None, parts))


def owners(workbook: Workbook) -> tuple[OwnerRow, ...]:
    """Return who promised what is open, those without an owner last."""
    waiting = [it for it in workbook.next_steps if it.done is None]
    names = sorted({it.owner for it in waiting} - {NOBODY}, key=str.casefold)
    if any(not it.owner for it in waiting):
        names.append(NOBODY)
    return tuple(
        OwnerRow(it, it or say("Nobody yet"), sum(step.owner == it for step in waiting))
        for it in names
    )


def steps_by_state(
    workbook: Workbook, today: date, owner: str | None = None
) -> Iterator[tuple[str, tuple[StepRow, ...]]]:
    """Give the headings and rows of all next steps, or those of one owner: open, then done."""
    some = [it for it in workbook.next_steps if owner is None or it.owner == owner]
    waiting = by_due(it for it in some if it.done is None)
    done = sorted((it for it in some if it.done), key=lambda it: it.done or today, reverse=True)
    for heading, steps in ((say("Open"), waiting), (say("Done"), done)):
        if steps:
            yield heading, tuple(step_row(workbook, it, today) for it in steps)

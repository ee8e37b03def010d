"""What must hold of meetings, their decisions and their next steps: a part of soundness."""

from collections.abc import Iterator, Sequence
from itertools import chain

from ilead_studio.model.meeting import Decided, Meeting, NextStep
from ilead_studio.model.workbook import AnyRecord, Workbook, pages
from ilead_studio.words import say, short

Said = tuple[str, str, str]
"""A rule's name, the id of an item, and a sentence."""


def said_of_meetings(workbook: Workbook) -> Iterator[Said]:
    """Find what does not hold between meetings, roles, parties and what they speak about."""
    yield from _attendance(workbook)
    meetings = {meeting.id for meeting in workbook.meetings}
    dangling = dangling_items(workbook)
    for it in agreed(workbook):
        words = short(it.text)
        if it.meeting_id not in meetings:
            message = say("“{words}” comes from a meeting that is not there.", words=words)
            yield "meeting-missing", it.id, message
        if it.item_id in dangling:
            message = say("“{words}” is about something that is not there.", words=words)
            yield "item-missing", it.id, message


def agreed(workbook: Workbook) -> tuple[Decided | NextStep, ...]:
    """Return what meetings decided, and what was promised there."""
    return (*workbook.decided, *workbook.next_steps)


def dangling_items(workbook: Workbook) -> set[str]:
    """Return what decisions and next steps name, and what is no longer there."""
    named = {it.item_id for it in agreed(workbook) if it.item_id is not None}
    return named - spoken_about(workbook) if named else named


def spoken_about(workbook: Workbook) -> set[str]:
    """Return the ids of everything that a decision or a next step can be about."""
    every: list[Sequence[AnyRecord]] = [workbook.problems, workbook.ideas, workbook.cycles]
    every += (pages(workbook), *(page.causes for page in workbook.fishbones))
    every += (page.drivers for page in workbook.theories)
    return {it.id for it in chain.from_iterable(every)}


def _attendance(workbook: Workbook) -> Iterator[Said]:
    roles = {role.id for role in workbook.roles} | {None}
    parties = {party.id for party in workbook.parties} | {None}
    for meeting in workbook.meetings:
        some = meeting.attendance
        if any(it.role_id not in roles or it.party_id not in parties for it in some):
            message = say("A role or a party that was at a meeting is not in the workbook.")
            yield "attendance-missing", meeting.id, message
        if _is_doubled(meeting) or not all(it.role_id or it.party_id or it.name for it in some):
            message = say("Who was at a meeting is said twice, or of nobody.")
            yield "attendance-doubled", meeting.id, message


def _is_doubled(meeting: Meeting) -> bool:
    whose = [(it.role_id or it.party_id) for it in meeting.attendance if not it.name]
    return len(set(whose)) < len(whose)

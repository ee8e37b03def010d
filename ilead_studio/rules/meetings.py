"""What meetings are called, which came before and comes next, who was there and who was missed."""

from collections.abc import Iterable
from typing import Literal, NamedTuple

from ilead_studio.model import Attendance, Decided, Meeting, NextStep, Workbook
from ilead_studio.model.meeting import MeetingKind
from ilead_studio.rules.days import day_words, moment_words, short_day
from ilead_studio.words import count, say

MeetingState = Literal["planned", "open", "closed"]


class Missed(NamedTuple):
    """A party or a role that was expected and not there; ``who`` is its id."""

    who: str
    name: str
    is_party: bool


def meeting_with_id(workbook: Workbook, meeting_id: str) -> Meeting | None:
    """Return the meeting with an id; None when there is none."""
    return next((it for it in workbook.meetings if it.id == meeting_id), None)


def kind_words(kind: MeetingKind) -> str:
    """Say what kind of meeting it is."""
    return {
        "convening": say("convening"), "role-alike": say("role-alike"),
        "weekly": say("weekly huddle"), "workshop": say("workshop"),
    }[kind]  # fmt: skip


def meeting_name(meeting: Meeting) -> str:
    """Return what a meeting is called: "24 November, convening", "26 October, role-alike, mentors".

    Its year stands elsewhere: on a page of many meetings it would be said again and again.
    """
    return ", ".join(
        filter(None, (day_words(meeting.day), kind_words(meeting.kind), meeting.title))
    )


def where_words(meeting: Meeting) -> str:
    """Say where and when a meeting is: "Roosevelt library · 14:00–15:30"; empty for neither."""
    return " · ".join(filter(None, (meeting.place, meeting.time)))


def meeting_state(meeting: Meeting) -> MeetingState:
    """Return how far a meeting is."""
    if meeting.closed is not None:
        return "closed"
    return "planned" if meeting.opened is None else "open"


def meeting_state_words(meeting: Meeting) -> str:
    """Say how far a meeting is: "planned", "open since 24 Nov, 14:00", "closed 24 Nov, 15:28"."""
    if meeting.closed is not None:
        return say("closed {moment}", moment=moment_words(meeting.closed))
    if meeting.opened is not None:
        return say("open since {moment}", moment=moment_words(meeting.opened))
    return say("planned")


def decided_at(workbook: Workbook, meeting_id: str) -> tuple[Decided, ...]:
    """Return what a meeting decided, in order."""
    return tuple(it for it in workbook.decided if it.meeting_id == meeting_id)


def steps_of(workbook: Workbook, meeting_id: str) -> tuple[NextStep, ...]:
    """Return the next steps that were promised at a meeting, in order."""
    return tuple(it for it in workbook.next_steps if it.meeting_id == meeting_id)


def earlier_meetings(workbook: Workbook, meeting: Meeting) -> tuple[Meeting, ...]:
    """Return the meetings that were held before one, the oldest first."""
    ordered = in_order(workbook.meetings)
    before = ordered[: [it.id for it in ordered].index(meeting.id)]
    return tuple(it for it in before if it.opened is not None or it.closed is not None)


def in_order(meetings: Iterable[Meeting]) -> list[Meeting]:
    """Return meetings by their days; of one day, as they stand in the file."""
    return sorted(meetings, key=lambda it: it.day)


def last_meeting(workbook: Workbook, meeting: Meeting) -> Meeting | None:
    """Return the meeting since which one looks back: the last of its kind, else the last at all."""
    earlier = earlier_meetings(workbook, meeting)
    alike = [it for it in earlier if it.kind == meeting.kind]
    return next(reversed(alike or earlier), None)


def coming_meeting(workbook: Workbook, meeting: Meeting) -> Meeting | None:
    """Return the meeting that comes after one: the next of its kind, else the next at all."""
    return coming_of(workbook.meetings, meeting)


def coming_of(meetings: Iterable[Meeting], meeting: Meeting) -> Meeting | None:
    """Return that of some meetings that comes after one and is not closed yet."""
    ordered = in_order(meetings)
    after = ordered[[it.id for it in ordered].index(meeting.id) + 1 :]
    waiting = [it for it in after if it.closed is None]
    alike = [it for it in waiting if it.kind == meeting.kind]
    return next(iter(alike or waiting), None)


def meeting_in_view(workbook: Workbook) -> Meeting | None:
    """Return the meeting for which somebody comes: the open one, else the next, else the last."""
    ordered = in_order(workbook.meetings)
    for state in ("open", "planned"):
        if found := [it for it in ordered if meeting_state(it) == state]:
            return found[0]
    return ordered[-1] if ordered else None


def here_words(workbook: Workbook, meeting: Meeting) -> str:
    """Say who is there, by party: "River 6, University 3 here"; empty while nobody has said."""
    parts = who_came(workbook, meeting)
    return say("{parties} here", parties=", ".join(parts)) if parts else ""


def who_came(workbook: Workbook, meeting: Meeting) -> tuple[str, ...]:
    """Say how many came of each party, and in roles of no party: "River 6", "others 1"."""
    numbers: dict[str, int] = {}
    for it in meeting.attendance:
        numbers[it.party_id or ""] = numbers.get(it.party_id or "", 0) + it.number
    names = {it.id: it.short or it.name for it in workbook.parties} | {"": say("others")}
    counted = ((names[key], numbers.get(key, 0)) for key in names)
    return tuple(f"{name} {number}" for name, number in counted if number)


def attendance_words(workbook: Workbook, it: Attendance) -> str:
    """Say who was there, or was missed: "Attendance lead, River: 2", "Principal: not there"."""
    role = next((role.name for role in workbook.roles if role.id == it.role_id), it.name)
    party = next((some for some in workbook.parties if some.id == it.party_id), None)
    short = (party.short or party.name) if party else ""
    name = ", ".join(filter(None, (role, short)))
    return say("{name}: {number}", name=name, number=it.number or say("not there"))


def people_words(meeting: Meeting) -> str:
    """Say how many came: "9 people"; empty while nobody has said."""
    number = sum(it.number for it in meeting.attendance)
    return count(number, "{number} person", "{number} people") if number else ""


def missed(workbook: Workbook, meeting: Meeting) -> tuple[Missed, ...]:
    """Return the parties that were expected and not there, then the roles that were missed.

    While nobody has said who was there, nobody is missed; a role of a missed party goes with it.
    """
    if not any(it.number for it in meeting.attendance):
        return ()
    came = {it.party_id for it in meeting.attendance if it.number}
    named = {it.party_id for it in meeting.attendance}
    expected = {*meeting.parties, *named} if meeting.parties else {it.id for it in workbook.parties}
    parties = [it for it in workbook.parties if it.id in expected - came]
    away = {
        it.role_id for it in meeting.attendance if not it.number and it.party_id in {*came, None}
    }
    roles = [it for it in workbook.roles if it.id in away]
    return (
        *(Missed(it.id, it.name, is_party=True) for it in parties),
        *(Missed(it.id, it.name, is_party=False) for it in roles),
    )


def has_come(meeting: Meeting, who: str) -> bool:
    """Tell whether anybody of a party, or in a role, was there."""
    return any(it.number and who in (it.role_id, it.party_id) for it in meeting.attendance)


def ago_words(workbook: Workbook, meeting: Meeting) -> str:
    """Say how long ago the last meeting was: "12 October, 6 weeks ago"; empty if there is none."""
    last = last_meeting(workbook, meeting)
    if last is None:
        return ""
    days = (meeting.day - last.day).days
    if days >= 7:
        ago = count(days // 7, "{number} week ago", "{number} weeks ago")
    elif days:
        ago = count(days, "{number} day ago", "{number} days ago")
    else:
        ago = say("today")
    return say("{day}, {ago}", day=day_words(last.day), ago=ago)


def goes_with(workbook: Workbook, meeting_id: str) -> str:
    """Say what a delete of a meeting takes along; empty for nothing."""
    decided, steps = len(decided_at(workbook, meeting_id)), len(steps_of(workbook, meeting_id))
    one = count(decided, "{number} decision", "{number} decisions")
    other = count(steps, "{number} next step", "{number} next steps")
    if decided and steps:
        return say("It takes {one} and {other} along.", one=one, other=other)
    return say("It takes {what} along.", what=one if decided else other) if decided or steps else ""


def short_name(meeting: Meeting) -> str:
    """Return what a meeting is called in a narrow place: "26 Oct · role-alike, mentors"."""
    what = ", ".join(filter(None, (kind_words(meeting.kind), meeting.title)))
    return say("{day} · {what}", day=short_day(meeting.day), what=what)

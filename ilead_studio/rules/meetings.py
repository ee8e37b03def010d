"""What meetings are called, how far they are, which came before and which comes next."""

from collections.abc import Iterable
from typing import Literal

from ilead_studio.model import Decided, Meeting, NextStep, Workbook
from ilead_studio.model.meeting import MeetingKind
from ilead_studio.rules.days import day_words, hour_words, moment_words, short_day
from ilead_studio.words import count, say

MeetingState = Literal["planned", "open", "closed"]


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


def ground_rules(meeting: Meeting) -> tuple[str, ...]:
    """Return the ground rules of a meeting, the usual ones if it has none of its own."""
    own = tuple(filter(None, map(str.strip, meeting.ground_rules.splitlines())))
    return own or usual_rules()


def usual_rules() -> tuple[str, ...]:
    """Return the ground rules of a meeting that has none of its own (method, section 10)."""
    return (
        say("Causes, not solutions: solutions wait in the parking lot."),
        say("Systems, not people."),
        say("Every voice once before any voice twice."),
    )


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


def made_words(meeting: Meeting) -> str:
    """Say from when the cards are: "made from the workbook at 14:00"; empty until it is open."""
    if meeting.opened is None:
        return ""
    return say("made from the workbook at {hour}", hour=hour_words(meeting.opened))


def agenda_words(meeting: Meeting) -> str:
    """Say how long an agenda is, and how far: "75 minutes · 2 of 4 done"; empty without one."""
    minutes = sum(it.minutes for it in meeting.agenda)
    done = sum(it.done for it in meeting.agenda)
    parts = [count(minutes, "{number} minute", "{number} minutes")] if minutes else []
    parts += [say("{done} of {all} done", done=done, all=len(meeting.agenda))] if done else []
    return " · ".join(parts)


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

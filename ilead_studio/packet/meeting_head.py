"""What the pages of a meeting have alike: which one it is, its day in the frame, when and where."""

from ilead_studio.model import Meeting
from ilead_studio.packet.given import Given
from ilead_studio.rules.days import dated_words, year_day
from ilead_studio.rules.meetings import (
    coming_meeting,
    kind_words,
    meeting_in_view,
    meeting_with_id,
    where_words,
)
from ilead_studio.words import capital, say


def meeting_of(given: Given) -> Meeting | None:
    """Return the meeting a page is of, else the one for which somebody comes."""
    if given.of:
        return meeting_with_id(given.workbook, given.of)
    return meeting_in_view(given.workbook)


def day_frame(meeting: Meeting | None) -> str:
    """Return what stands in the frame, so that a loose sheet says of which meeting it is."""
    return year_day(meeting.day) if meeting else ""


def meeting_words(meeting: Meeting) -> str:
    """Say what a meeting is: "Convening, mentors, 24 November 2026. Library · 14:00–15:30."."""
    what = ", ".join(filter(None, (capital(kind_words(meeting.kind)), meeting.title)))
    where = where_words(meeting)
    first = say("{what}, {day}.", what=what, day=dated_words(meeting.day))
    return say("{first} {where}.", first=first, where=where) if where else first


def next_words(given: Given, meeting: Meeting | None) -> str:
    """Say when the next meeting is; empty if nobody knows."""
    coming = coming_meeting(given.workbook, meeting) if meeting else None
    if coming is None:
        return ""
    where = where_words(coming)
    day = say("Our next meeting: {day}", day=dated_words(coming.day))
    return say("{day} · {where}.", day=day, where=where) if where else say("{day}.", day=day)

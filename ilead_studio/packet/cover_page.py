"""The title page: for which meeting it is, of which day and for whom."""

from ilead_studio.model import Meeting
from ilead_studio.packet.given import Given
from ilead_studio.packet.leaf import Cover
from ilead_studio.rules.days import dated_words
from ilead_studio.rules.meetings import in_order, kind_words, meeting_with_id, where_words
from ilead_studio.words import capital


def cover_page(given: Given) -> tuple[Cover, ...]:
    """Return the title page, for the meeting that is named or else the next one."""
    meeting = meeting_with_id(given.workbook, given.of) or _next(given)
    when = _meeting(meeting) if meeting else dated_words(given.today)
    return (Cover(given.workbook, when, given.audience, given.said),)


def _next(given: Given) -> Meeting | None:
    """Return the meeting that is open, or the next one from today on."""
    coming = (it for it in in_order(given.workbook.meetings) if it.closed is None)
    return next((it for it in coming if it.opened is not None or it.day >= given.today), None)


def _meeting(meeting: Meeting) -> str:
    """Say when and where a meeting is: "Convening, 24 November 2026, library · 3:30–5:00"."""
    what = ", ".join(filter(None, (kind_words(meeting.kind), meeting.title)))
    parts = (capital(what), dated_words(meeting.day), where_words(meeting))
    return ", ".join(filter(None, parts))

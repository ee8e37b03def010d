"""When each point of an agenda begins, as far as the team's own words for the time tell it."""

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from ilead_studio.model import Meeting
from ilead_studio.words import say

_HOUR: Final = re.compile(r"\D{0,12}(?P<hour>\d{1,2})(?::(?P<minute>\d\d))?(?!\d)")
_HALVES: Final = re.compile(r"\b[ap]\.?m\b", re.IGNORECASE)
"""A clock with two halves of a day goes from 12 to 1."""


def agenda_times(meeting: Meeting) -> tuple[str, ...]:
    """Return the hour at which each point begins: "13:00", "13:20"; nothing if none is known.

    After a point without minutes nobody knows: those have the words for "then".
    """
    found = _HOUR.match(meeting.time)
    if found is None or int(found["hour"]) > 24 or int(found["minute"] or 0) > 59:
        return ()
    at = timedelta(hours=int(found["hour"]), minutes=int(found["minute"] or 0))
    turn = 12 if _HALVES.search(meeting.time) else 24
    return tuple(_times(meeting, at, turn))


def _times(meeting: Meeting, at: timedelta, turn: int) -> Iterator[str]:
    is_known = True
    for point in meeting.agenda:
        yield _clock(at, turn) if is_known else say("then")
        is_known = is_known and point.minutes > 0
        at += timedelta(minutes=point.minutes)


def _clock(at: timedelta, turn: int) -> str:
    hours, seconds = divmod(int(at.total_seconds()), 3600)
    hour = hours % turn or (12 if turn == 12 else 0)
    return say("{hour}:{minute}", hour=hour, minute=f"{seconds // 60:02}")

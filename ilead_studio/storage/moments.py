"""Times of files as moments of the calendar: some drives keep any number for a time."""

from datetime import UTC, datetime
from typing import Final

_FIRST: Final = datetime(1970, 1, 1, tzinfo=UTC)
_LAST: Final = datetime(9998, 12, 31, tzinfo=UTC)
"""A day before the last that there is, so that it is one in every time zone."""


def moment_of(seconds: float) -> datetime:
    """Return the moment that a system counts in seconds; the nearest one if no calendar has it."""
    try:
        return min(max(datetime.fromtimestamp(seconds, UTC), _FIRST), _LAST)
    except (ValueError, OverflowError, OSError):
        return _LAST if seconds > 0 else _FIRST

"""Reading days as people type them: "13 Nov", "Nov 13, 2026", "11/13", "2026-11-13"."""

import re
from datetime import date
from typing import Final

from ilead_studio.model.days import FIRST_DAY, LAST_DAY

_NUMBERS: Final = re.compile(r"(\d{1,2})/(\d{1,2})(?:/(\d{4}|\d{2}))?")
_ISO: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_DAY_FIRST: Final = re.compile(r"(\d{1,2})\.? ?([a-z]{3,})\.?,?(?: (\d{4}))?")
_MONTH_FIRST: Final = re.compile(r"([a-z]{3,})\.? ?(\d{1,2})(?:,? (\d{4}))?")
_MONTHS: Final = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip


def day_from(words: str, near: date) -> date | None:
    """Return the day that words say; None if they say none.

    Numbers are read as month and day. A day without a year is the one nearest to ``near``.
    """
    typed = " ".join(words.lower().split())
    if found := _ISO.fullmatch(typed):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := _NUMBERS.fullmatch(typed):
        return _in_year(found[3], int(found[1]), int(found[2]), near)
    if found := _DAY_FIRST.fullmatch(typed):
        return _in_year(found[3], _month(found[2]), int(found[1]), near)
    if found := _MONTH_FIRST.fullmatch(typed):
        return _in_year(found[3], _month(found[1]), int(found[2]), near)
    return None


def _month(word: str) -> int:
    """Return the number of a month by its name or the beginning of it; 0 for no month."""
    return next((at for at, it in enumerate(_MONTHS, 1) if it.startswith(word)), 0)


def _in_year(year: str | None, month: int, day: int, near: date) -> date | None:
    if year:
        return _day(int(year) + (2000 if len(year) == 2 else 0), month, day)
    years = (near.year - 1, near.year, near.year + 1)
    found = [it for it in (_day(each, month, day) for each in years) if it]
    return min(found, key=lambda it: abs(it - near), default=None)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        made = date(year, month, day)
    except ValueError:
        return None
    return made if FIRST_DAY <= made <= LAST_DAY else None

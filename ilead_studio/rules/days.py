"""Days, spans and small numbers in words, and days read from what somebody typed."""

import re
from datetime import date, datetime
from functools import cache
from typing import Final

from ilead_studio.model.days import FIRST_DAY, LAST_DAY
from ilead_studio.words import in_every_language, said_once, say

_MONTHS: Final = (
    "January February March April May June July August September October November December"
)
_SHORT_MONTHS: Final = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"


def _month_name(day: date) -> str:
    return say(_MONTHS).split()[day.month - 1]


@said_once(4)
def _weekdays() -> tuple[str, ...]:
    return (
        say("Monday"), say("Tuesday"), say("Wednesday"), say("Thursday"), say("Friday"),
        say("Saturday"), say("Sunday"),
    )  # fmt: skip


def weekday_words(day: date) -> str:
    """Say the weekday of a day: "Thursday"."""
    return _weekdays()[day.weekday()]


def day_words(day: date) -> str:
    """Say a day: "13 November"."""
    return say("{day} {month}", day=day.day, month=_month_name(day))


def dated_words(day: date) -> str:
    """Say a day with its year: "13 November 2026"."""
    month = _month_name(day)
    return say("{day} {month} {year}", day=day.day, month=month, year=day.year)


def month_words(day: date) -> str:
    """Say a month with its year: "November 2026"."""
    return say("{month} {year}", month=_month_name(day), year=day.year)


def short_day(day: date) -> str:
    """Say a day in a narrow place: "13 Nov"."""
    return say(
        "{day} {short_month}", day=day.day, short_month=say(_SHORT_MONTHS).split()[day.month - 1]
    )


def moment_words(at: datetime) -> str:
    """Say a moment: "2 Nov, 8:05"."""
    return say("{day}, {hour}:{minute}", day=short_day(at), hour=at.hour, minute=f"{at.minute:02}")


def hour_words(at: datetime) -> str:
    """Say the time of a moment: "8:05"."""
    return say("{hour}:{minute}", hour=at.hour, minute=f"{at.minute:02}")


def span_words(first: date | None, last: date | None) -> str:
    """Say from when to when: "2–20 Nov", "28 Sep – 2 Oct", "from 2 Nov"; empty for neither."""
    if first is None:
        return say("until {day}", day=short_day(last)) if last else ""
    if last is None:
        return say("from {day}", day=short_day(first))
    if first == last:
        return short_day(first)
    if (first.year, first.month) == (last.year, last.month):
        return say("{first}–{last}", first=first.day, last=short_day(last))
    return say("{first} – {last}", first=short_day(first), last=short_day(last))


def long_span(first: date, last: date) -> str:
    """Say from when to when, to be read aloud: "2 to 20 November 2026"."""
    if first == last:
        return dated_words(first)
    if (first.year, first.month) == (last.year, last.month):
        return say("{first} to {last}", first=first.day, last=dated_words(last))
    if first.year == last.year:
        return say("{first} to {last}", first=day_words(first), last=dated_words(last))
    return say("{first} to {last}", first=dated_words(first), last=dated_words(last))


def year_day(day: date) -> str:
    """Say a day as it stands in a field: "13 Nov 2026"; it can be read again."""
    return say("{day} {year}", day=short_day(day), year=day.year)


_PARTS: Final = re.compile(r"[^\W\d_]+|\d+")
_YEAR: Final = (2, 4)
"""Digits of a year."""


def read_day(text: str, near: date) -> date | None:
    """Read a day: "2 Nov", "Nov 2, 2026", "2026-11-02", "11/2/2026"; None for what is none.

    Figures alone begin with the year or with the month. Without a year it is the one that brings
    the day nearest to another, ``near``.
    """
    parts = _PARTS.findall(text.casefold())
    month = next((at for part in parts if (at := _month(part))), 0)
    digits = [part for part in parts if part.isdecimal()]
    if len(digits) + bool(month) != len(parts) or len(parts) not in (2, 3):
        return None
    year = digits[0] if len(digits[0]) == 4 else digits[-1]
    if len(parts) == 3 and len(year) not in _YEAR:
        return None
    numbers = [int(part) for part in digits]
    if month:
        figures = [month, *numbers] if numbers[0] < 100 else [numbers[0], month, *numbers[1:]]
    else:
        figures = numbers
    return _day(figures[1:] + figures[:1] if figures[0] >= 100 else figures, near)


def _day(figures: list[int], near: date) -> date | None:
    """Return the day of a month, a day and perhaps a year."""
    month, day, *years = figures
    if years:
        years = [years[0] + (2000 if years[0] < 100 else 0)]
    found = [made for year in years or range(near.year - 1, near.year + 2)
             if (made := _real(year, month, day))]  # fmt: skip
    return min(found, key=lambda it: abs(it - near), default=None)


def _real(year: int, month: int, day: int) -> date | None:
    try:
        made = date(year, month, day)
    except (ValueError, OverflowError):
        return None
    return made if FIRST_DAY <= made <= LAST_DAY else None


def _month(word: str) -> int:
    """Return the number of the month that a word names, also when it is cut short; 0 for none."""
    if len(word) < 3 or not word.isalpha():
        return 0
    return next((at for at, name in _month_names() if name.startswith(word)), 0)


@cache
def _month_names() -> tuple[tuple[int, str], ...]:
    """Return months by their numbers, in every language: a packet may have been printed in it."""
    said = (*in_every_language(_MONTHS), *in_every_language(_SHORT_MONTHS))
    return tuple(it for names in said for it in enumerate(names.casefold().split(), 1))


def number_words(number: int) -> str:
    """Say a small number as a word; from thirteen on in figures."""
    words = say("no one two three four five six seven eight nine ten eleven twelve").split()
    return words[number] if number < len(words) else str(number)

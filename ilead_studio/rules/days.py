"""Days, spans and small numbers in words."""

from datetime import date, datetime
from functools import cache

from ilead_studio.words import say


@cache
def _months() -> tuple[str, ...]:
    return (
        say("January"), say("February"), say("March"), say("April"), say("May"), say("June"),
        say("July"), say("August"), say("September"), say("October"), say("November"),
        say("December"),
    )  # fmt: skip


@cache
def _short_months() -> tuple[str, ...]:
    return (
        say("Jan"), say("Feb"), say("Mar"), say("Apr"), say("May"), say("Jun"),
        say("Jul"), say("Aug"), say("Sep"), say("Oct"), say("Nov"), say("Dec"),
    )  # fmt: skip


def day_words(day: date) -> str:
    """Say a day: "13 November"."""
    return say("{day} {month}", day=day.day, month=_months()[day.month - 1])


def dated_words(day: date) -> str:
    """Say a day with its year: "13 November 2026"."""
    month = _months()[day.month - 1]
    return say("{day} {month} {year}", day=day.day, month=month, year=day.year)


def short_day(day: date) -> str:
    """Say a day in a narrow place: "13 Nov"."""
    return say("{day} {month}", day=day.day, month=_short_months()[day.month - 1])


def moment_words(at: datetime) -> str:
    """Say a moment: "2 Nov, 8:05"."""
    return say("{day}, {hour}:{minute}", day=short_day(at), hour=at.hour, minute=f"{at.minute:02}")


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


def number_words(number: int) -> str:
    """Say a small number as a word; from thirteen on in figures."""
    words = _numbers()
    return words[number] if number < len(words) else str(number)


@cache
def _numbers() -> tuple[str, ...]:
    return (
        say("no"), say("one"), say("two"), say("three"), say("four"), say("five"), say("six"),
        say("seven"), say("eight"), say("nine"), say("ten"), say("eleven"), say("twelve"),
    )  # fmt: skip

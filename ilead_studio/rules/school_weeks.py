"""School days and school weeks: what the calendar of the workbook says about time.

A school week is one with at least one school day; a break does not use any up (method, section 7).
"""

from collections.abc import Collection, Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Final, NamedTuple

from ilead_studio.model import SchoolCalendar, replace
from ilead_studio.model.days import FIRST_DAY, LAST_DAY, Break

SCHOOL_WEEK: Final = 5
"""School days that count as a week, wherever they lie."""
_WEEK: Final = timedelta(days=7)
_Span = tuple[int, int]
"""The ordinals of a first and a last day."""


class Week(NamedTuple):
    """One column of a calendar: its Monday, its number among the school weeks, what breaks it.

    The number is 0 in a week without school. ``breaks`` are all that touch one of its school days.
    """

    start: date
    number: int
    breaks: tuple[Break, ...]


class Band(NamedTuple):
    """The time that one cycle is meant to take: a number from 1, its first and its last Monday."""

    number: int
    first: date
    last: date


def monday(day: date) -> date:
    """Return the Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def school_days(
    calendar: SchoolCalendar, first: date, last: date, parties: Collection[str] = ()
) -> int:
    """Count the school days from one day to another, both counted.

    A break of some parties counts for those who ask as one or several of them.
    """
    start, end = first.toordinal(), last.toordinal()
    closed = _closed(calendar, frozenset(parties))
    shut = sum(_weekdays(max(start, one), min(end, other)) for one, other in closed)
    return _weekdays(start, end) - shut


def _weekdays(first: int, last: int) -> int:
    """Count Mondays to Fridays between two ordinals; the day with ordinal 1 was a Monday."""
    return max(0, _weekdays_until(last) - _weekdays_until(first - 1))


def _weekdays_until(day: int) -> int:
    return day // 7 * 5 + min(day % 7, 5)


@lru_cache(64)
def _closed(calendar: SchoolCalendar, parties: frozenset[str]) -> tuple[_Span, ...]:
    """Return when there is no school, in order, no two of them over each other."""
    spans = [(it.first.toordinal(), it.last.toordinal()) for it in breaks_for(calendar, parties)]
    if calendar.first:
        spans.append((FIRST_DAY.toordinal() - 400, calendar.first.toordinal() - 1))
    if calendar.last:
        spans.append((calendar.last.toordinal() + 1, LAST_DAY.toordinal() + 400))
    joined: list[_Span] = []
    for first, last in sorted(spans):
        if joined and first <= joined[-1][1] + 1:
            joined[-1] = joined[-1][0], max(last, joined[-1][1])
        else:
            joined.append((first, last))
    return tuple(joined)


def breaks_for(calendar: SchoolCalendar, parties: Collection[str]) -> Iterator[Break]:
    """Return the breaks of all, and those that every one of some parties has."""
    for it in calendar.breaks:
        if not it.parties or (parties and set(it.parties).issuperset(parties)):
            yield it


def weeks(
    calendar: SchoolCalendar, first: date, last: date, parties: Collection[str] = ()
) -> tuple[Week, ...]:
    """Return the weeks of a calendar page from one day to another.

    School weeks are numbered from the first day of the school year; while that is not known, or
    lies later, from the first week of the page.
    """
    start, number = monday(first), 0
    if calendar.first and calendar.first < start:
        for monday_ in _mondays(monday(calendar.first), start - _WEEK):
            number += _has_school(calendar, monday_, parties)
    found = []
    for monday_ in _mondays(start, last):
        has = _has_school(calendar, monday_, parties)
        number += has
        friday = monday_ + timedelta(days=4)
        breaks = tuple(
            it for it in breaks_for(calendar, parties) if it.first <= friday and it.last >= monday_
        )
        found.append(Week(monday_, number if has else 0, breaks))
    return tuple(found)


def _mondays(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        first += _WEEK


def _has_school(calendar: SchoolCalendar, start: date, parties: Collection[str]) -> bool:
    return school_days(calendar, start, start + timedelta(days=4), parties) > 0


def bands(calendar: SchoolCalendar, columns: Collection[Week]) -> tuple[Band, ...]:
    """Return the bands over the weeks of a page; each takes the chosen number of school weeks.

    A week without school goes with the band before it.
    """
    found: list[Band] = []
    for week in columns:
        number = (week.number - 1) // calendar.cycle_weeks + 1 if week.number else 0
        if not number:
            number = found[-1].number if found else 1
        if found and found[-1].number == number:
            found[-1] = found[-1]._replace(last=week.start)
        else:
            found.append(Band(number, week.start, week.start))
    return tuple(found)


def shifted(calendar: SchoolCalendar, day: date, by: int, parties: Collection[str] = ()) -> date:
    """Return the same day of the week so many school weeks later, or earlier; breaks are skipped.

    What is not known of other school years does not stop it.
    """
    open_end = _without_year(calendar)
    step = _WEEK if by > 0 else -_WEEK
    for _ in range(abs(by)):
        day += step
        while not _has_school(open_end, monday(day), parties) and FIRST_DAY < day < LAST_DAY:
            day += step
    return min(max(day, FIRST_DAY), LAST_DAY)


@lru_cache(64)
def _without_year(calendar: SchoolCalendar) -> SchoolCalendar:
    return replace(calendar, first=None, last=None)


def proposed_end(calendar: SchoolCalendar, start: date, parties: Collection[str] = ()) -> date:
    """Return the Friday on which a cycle of the usual length ends that begins on a day."""
    last = shifted(calendar, monday(start), calendar.cycle_weeks - 1, parties)
    return last + timedelta(days=4)

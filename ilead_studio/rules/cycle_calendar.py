"""A page of the calendar: weeks, bands, and a bar for each cycle."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from ilead_studio.model import Cycle, SchoolCalendar, Workbook
from ilead_studio.rules.cycles import decision_words, parties_of, state_words
from ilead_studio.rules.overdue import late_words, school_days_late
from ilead_studio.rules.school_weeks import (
    Band,
    Week,
    bands,
    breaks_for,
    monday,
    proposed_end,
    shifted,
    weeks,
)
from ilead_studio.words import say

BarKind = Literal["planned", "under way", "decided", "abandoned", "overdue"]
_AROUND = 3
"""School weeks that are shown before the first bar and after the last one."""


class Bar(NamedTuple):
    """One cycle on the calendar: from when to when, how it looks, and the words below it."""

    cycle_id: str
    idea_id: str
    number: int
    first: date
    last: date
    kind: BarKind
    words: str


class Closed(NamedTuple):
    """A stretch without school: a break, or what lies outside of the school year."""

    name: str
    first: date
    last: date


class CalendarPage(NamedTuple):
    """What stands on a calendar page; a cycle without any date has no bar."""

    weeks: tuple[Week, ...]
    bands: tuple[Band, ...]
    bars: tuple[Bar, ...]


def calendar_page(workbook: Workbook, today: date, party: str = "") -> CalendarPage:
    """Return the page that holds every bar and today; ``party`` asks for its own breaks too.

    It begins with the school year, or a little before the first bar that is older.
    """
    calendar = workbook.calendar
    bars = tuple(bar for cycle in workbook.cycles if (bar := bar_of(workbook, cycle, today)))
    first = min([today, *(bar.first for bar in bars)])
    last = max([today, *(bar.last for bar in bars)])
    is_known = calendar.first is not None and calendar.first <= first
    begin = calendar.first if is_known and calendar.first else shifted(calendar, first, -_AROUND)
    end = shifted(calendar, last, _AROUND)
    columns = weeks(calendar, monday(begin), end, (party,) if party else ())
    return CalendarPage(columns, bands(calendar, columns), bars)


def bar_of(workbook: Workbook, cycle: Cycle, today: date) -> Bar | None:
    """Return the bar of a cycle: its actual days as far as they are known, else planned ones."""
    first = cycle.started or cycle.planned_start
    if first is None or cycle.state == "cancelled":
        return None
    last = cycle.ended or cycle.planned_end
    if last is None:
        last = proposed_end(workbook.calendar, first, parties_of(workbook, cycle))
    days = school_days_late(workbook, cycle, today)
    words = ", ".join(filter(None, (cycle.scale, _said(cycle, days))))
    last = max(first, last)
    return Bar(cycle.id, cycle.idea_id, cycle.number, first, last, _kind(cycle, days), words)


def _said(cycle: Cycle, days: int) -> str:
    if days:
        return late_words(days)
    return decision_words(cycle.decision) or state_words(cycle)


def _kind(cycle: Cycle, days: int) -> BarKind:
    if days:
        return "overdue"
    if cycle.state == "planned":
        return "planned"
    if cycle.state == "decided":
        return "abandoned" if cycle.decision == "abandon" else "decided"
    return "under way"


def closed(calendar: SchoolCalendar, columns: Sequence[Week]) -> tuple[Closed, ...]:
    """Return when nobody has school in the weeks of a page."""
    found = [Closed(it.name, it.first, it.last) for it in calendar.breaks if not it.parties]
    begin, end = columns[0].start, columns[-1].start + timedelta(days=6)
    if calendar.first:
        found.append(Closed(say("no school"), begin, calendar.first - timedelta(days=1)))
    if calendar.last:
        found.append(Closed(say("no school"), calendar.last + timedelta(days=1), end))
    return tuple(it for it in found if max(it.first, begin) <= min(it.last, end))


def closed_for(calendar: SchoolCalendar, parties: Collection[str]) -> tuple[Closed, ...]:
    """Return the breaks that some parties have besides those of everybody."""
    own = (it for it in breaks_for(calendar, parties) if it.parties)
    return tuple(Closed(it.name, it.first, it.last) for it in own)


def week_of(columns: Iterable[Week], day: date) -> int | None:
    """Return the place of the column that holds a day; None when it is on none."""
    for at, week in enumerate(columns):
        if week.start <= day < week.start + timedelta(days=7):
            return at
    return None


def school_steps(columns: Sequence[Week], here: int, there: int) -> int:
    """Count the school weeks by which something moves from one column to another; back is less."""
    if there < here:
        return -sum(1 for week in columns[there:here] if week.number)
    return sum(1 for week in columns[here + 1 : there + 1] if week.number)


def week_words(week: Week) -> str:
    """Say which week a column is: "school week 12", "no school: Winter break"."""
    if week.number:
        return say("school week {number}", number=week.number)
    names = ", ".join(it.name for it in week.breaks)
    return say("no school: {names}", names=names) if names else say("no school")

"""The timeline: meetings, what cycles did, and snapshots, as rows by day, the newest first."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Final, Literal, NamedTuple

from ilead_studio.model import Cycle, Meeting, Workbook
from ilead_studio.rules.cycles import cycle_name, number_name, state_words, tested
from ilead_studio.rules.days import month_words, short_day
from ilead_studio.rules.meetings import kind_words, meeting_state
from ilead_studio.words import say, short

_ABOUT: Final = 26
"""Letters of a change idea: one line beside a page."""
Told = Literal["meeting", "cycle", "snapshot"]
SnapshotDay = tuple[str, str, date]
"""The id of a snapshot, its name, and the day on which it was kept."""


class TimelineRow(NamedTuple):
    """A row: what it tells of, the id to go to, its words, the longer ones read aloud, a sign.

    ``about`` is the change idea that a cycle tests.
    """

    kind: Told
    id: str
    day: date
    words: str
    spoken: str
    sign: str
    about: str = ""


class Month(NamedTuple):
    """The rows of a month: "November 2026"."""

    heading: str
    rows: tuple[TimelineRow, ...]


def timeline(workbook: Workbook, snapshots: Sequence[SnapshotDay] = ()) -> tuple[Month, ...]:
    """Return the months in which anything was or is planned, the newest first."""
    rows = [_meeting(it) for it in workbook.meetings]
    rows += (row for it in workbook.cycles for row in _cycle(workbook, it))
    rows += (_snapshot(*it) for it in snapshots)
    order: dict[Told, int] = {"snapshot": 0, "meeting": 1, "cycle": 2}
    rows.sort(key=lambda it: (it.day, -order[it.kind]), reverse=True)
    months = groupby(rows, key=lambda it: (it.day.year, it.day.month))
    return tuple(_month(tuple(its)) for _, its in months)


def _month(rows: tuple[TimelineRow, ...]) -> Month:
    return Month(month_words(rows[0].day), rows)


def _meeting(it: Meeting) -> TimelineRow:
    now = {"planned": say("planned"), "open": say("open now"), "closed": ""}[meeting_state(it)]
    what = ", ".join(filter(None, (kind_words(it.kind), it.title, now)))
    return _row("meeting", it.id, it.day, what, "calendar-event")


def _cycle(workbook: Workbook, cycle: Cycle) -> Iterator[TimelineRow]:
    """Give what a cycle did on days that are known."""
    idea = tested(workbook, cycle)
    about = short(idea.text, _ABOUT) if idea else ""
    for day, step in cycle_days(cycle):
        words = say("{cycle} {step}", cycle=number_name(cycle), step=step)
        row = _row("cycle", cycle.id, day, words, "refresh")
        spoken = f"{short_day(day)}, {cycle_name(workbook, cycle)}, {step}"
        yield row._replace(spoken=spoken, about=about)


def cycle_days(cycle: Cycle) -> Iterator[tuple[date, str]]:
    """Give what a cycle did on days that are known, the last step first."""
    if cycle.decided is not None:
        yield cycle.decided, state_words(cycle)
    if cycle.ended is not None and cycle.state in ("studying", "decided"):
        yield cycle.ended, say("in Study")
    if cycle.started is not None and cycle.began is not None:
        yield cycle.started, say("in Do")


def _snapshot(snapshot_id: str, name: str, day: date) -> TimelineRow:
    words = say("snapshot “{name}”", name=name) if name else say("snapshot")
    return _row("snapshot", snapshot_id, day, words, "photo")


def _row(kind: Told, row_id: str, day: date, words: str, sign: str) -> TimelineRow:
    line = say("{day} · {words}", day=short_day(day), words=words)
    return TimelineRow(kind, row_id, day, line, f"{short_day(day)}, {words}", sign)

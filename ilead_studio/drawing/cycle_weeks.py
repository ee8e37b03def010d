"""The calendar of cycles on paper: weeks to the right, a row for each idea, breaks hatched.

A bar says in words how its cycle stands; its line only repeats it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import Final, NamedTuple

from ilead_studio.drawing.ops import Box, Drawing, Group, Line, Op, Pen, Rect
from ilead_studio.drawing.room import Room
from ilead_studio.drawing.written import (
    DASHED,
    FRAME,
    HAIR,
    HEAVY,
    LABEL,
    PLAIN,
    SMALL,
    STRONG,
    across,
    box,
    down,
    group,
    height,
    whole,
    wide,
    words,
)
from ilead_studio.rules.cycle_calendar import BarKind, Closed
from ilead_studio.rules.days import month_words, short_day
from ilead_studio.rules.school_weeks import Week
from ilead_studio.words import say

SHARE: Final = 0.24
"""The column of ideas, in parts of the room."""
_BAR: Final = 14.0
_LANE: Final = 20.0
_HEAD: Final = 47.0
"""Months, the numbers of weeks, and today."""
_LEGEND: Final = 22.0
_PAD: Final = 5.0
_HATCH: Final = Pen("ink", 0.35)
_APART: Final = 4.0
"""Between two lines of the hatching of a break."""
_MOST: Final = 4
"""Lines of an idea; the table under the picture has all of its words."""
_DAYS: Final = 7.0


class Span(NamedTuple):
    """A bar: its cycle, the words on it, its days, and how it looks."""

    id: str
    words: str
    first: date
    last: date
    kind: BarKind


class IdeaLine(NamedTuple):
    """A row: an idea with its reference and its bars, and when its own parties have no school."""

    id: str
    ref: str
    text: str
    bars: tuple[Span, ...]
    closed: tuple[Closed, ...] = ()


@dataclass(frozen=True, slots=True)
class Weeks:
    """What the rows stand over: the weeks, when nobody has school, and today."""

    weeks: tuple[Week, ...]
    closed: tuple[Closed, ...]
    today: date


def draw_calendar(rows: Sequence[IdeaLine], over: Weeks, room: Room) -> Drawing:
    """Draw rows over weeks, as wide as a room; a row is as high as its words and lanes."""
    left, width = room[0] * SHARE, room[0]
    highs = [_high(it, left, over, width) for it in rows]
    bottom = _HEAD + sum(highs)
    field = Box(left, _HEAD, width - left, bottom - _HEAD)
    groups = [
        group("weeks", (*_closed(over, field), *_heads(over, field), *_today(over, field)), field)
    ]
    y = _HEAD
    for row, high in zip(rows, highs, strict=True):
        groups += _row(row, over, Box(left, y, width - left, high))
        y += high
    frame = (across(0.0, width, _HEAD, FRAME), across(0.0, width, bottom, FRAME))
    legend = _legend([it.kind for row in rows for it in row.bars], over, (0.0, bottom + 8))
    groups += [group("frame", (*frame, *legend), Box(0.0, 0.0, *room))]
    return whole(groups, (width, bottom + _LEGEND))


def _x(over: Weeks, field: Box, day: date) -> float:
    """Return where a day stands; what lies outside of the weeks is at their edge."""
    days = (day - over.weeks[0].start).days
    whole_ = len(over.weeks) * _DAYS
    return field.x + field.w * min(max(days / whole_, 0.0), 1.0)


def _ends(over: Weeks, field: Box, first: date, last: date) -> tuple[float, float]:
    return _x(over, field, first), _x(over, field, last + timedelta(days=1))


# --- the weeks -----------------------------------------------------------------------------------
def _heads(over: Weeks, field: Box) -> Iterator[Op]:
    """Name the months and number the school weeks, as densely as they can be read."""
    for month, its in groupby(over.weeks, key=lambda it: (it.start.year, it.start.month)):
        weeks = list(its)
        x = _x(over, field, weeks[0].start)
        room = field.w * len(weeks) / len(over.weeks) - 3
        yield down(x, 0.0, field.bottom, HAIR)
        name = month_words(date(*month, 1))
        short = name.split(" ")[0]
        fits = next((it for it in (name, short, short[:3]) if wide(it, LABEL) <= room), "")
        yield from words(fits, (x + 2, 2.0), LABEL, room + 3, 1)
    yield from _numbers(over, field)


def _numbers(over: Weeks, field: Box) -> Iterator[Op]:
    step = field.w / len(over.weeks)
    every = next(it for it in (1, 2, 4, 8, 1000) if step * it >= wide("88", SMALL) + 3)
    for at, week in enumerate(over.weeks):
        if week.number and week.number % every == 0:
            x = field.x + (at + 0.5) * step
            number = str(week.number)
            yield from words(number, (x - wide(number, SMALL) / 2, 18.0), SMALL, 40, 1)
    yield from words(say("School week"), (0.0, 18.0), SMALL, field.x - _PAD, 1)


def _closed(over: Weeks, field: Box) -> Iterator[Op]:
    for it in over.closed:
        left, right = _ends(over, field, it.first, it.last)
        yield from hatched(Box(left, field.y, right - left, field.h))


def hatched(area: Box) -> Iterator[Line]:
    """Draw upright lines, as close as a copier can keep them apart."""
    number = max(1, round(area.w / _APART))
    for at in range(number + 1):
        yield down(area.x + area.w * at / number, area.y, area.bottom, _HATCH)


def _today(over: Weeks, field: Box) -> Iterator[Op]:
    x = _x(over, field, over.today)
    said = say("today, {day}", day=short_day(over.today))
    left = min(x - wide(said, LABEL) / 2, field.right - wide(said, LABEL))
    yield down(x, field.y, field.bottom, HEAVY)
    yield Rect(Box(left - 2, field.y - 14, wide(said, LABEL) + 4, 12.0), 0.0, "paper", None)
    yield from words(said, (left, field.y - 13), LABEL, 200, 1)


# --- the rows ------------------------------------------------------------------------------------
def _high(row: IdeaLine, left: float, over: Weeks, width: float) -> float:
    text = min(height(row.text, PLAIN, left - _indent(row) - _PAD), _MOST * PLAIN.lead)
    lanes = max((at for at, _ in _lanes(row, over, Box(left, 0, width - left, 0))), default=0) + 1
    return max(text, lanes * _LANE) + 2 * _PAD


def _indent(row: IdeaLine) -> float:
    return wide(row.ref, STRONG) + 6.0


def _lanes(row: IdeaLine, over: Weeks, field: Box) -> Iterator[tuple[int, Span]]:
    """Put bars that would meet, with their words, in lanes under each other."""
    ends: list[float] = []
    for bar in row.bars:
        left, right = _ends(over, field, bar.first, bar.last)
        at, used = _words_at(bar, left, right, field)
        begin, end = min(left, at), max(right, at + used)
        lane = next((n for n, it in enumerate(ends) if it + 4 <= begin), len(ends))
        ends[lane:] = [*([end] if lane == len(ends) else [end, *ends[lane + 1 :]])]
        yield lane, bar


def _words_at(bar: Span, left: float, right: float, field: Box) -> tuple[float, float]:
    """Return where the words of a bar begin, and their width: in it, else behind or before it."""
    used = wide(bar.words, SMALL)
    if used + 6 <= right - left:
        return left + 4, used
    return (right + 3 if right + 3 + used <= field.right else left - 3 - used), used


def _row(row: IdeaLine, over: Weeks, field: Box) -> Iterator[Group]:
    name: list[Op] = [*words(row.ref, (0.0, field.y + _PAD), STRONG, field.x, 1)]
    indent = _indent(row)
    name += words(row.text, (indent, field.y + _PAD), PLAIN, field.x - indent - _PAD, _MOST)
    for it in row.closed:
        left, right = _ends(over, field, it.first, it.last)
        name += hatched(Box(left, field.y, right - left, field.h))
    name.append(across(0.0, field.right, field.bottom, HAIR))
    yield group(row.id, name, Box(0.0, field.y, field.right, field.h))
    for lane, bar in _lanes(row, over, field):
        yield _bar(bar, lane, over, field)


def _bar(bar: Span, lane: int, over: Weeks, field: Box) -> Group:
    left, right = _ends(over, field, bar.first, bar.last)
    top = field.y + _PAD + lane * _LANE
    at, used = _words_at(bar, left, right, field)
    area = Box(left, top, max(right - left, 4.0), _BAR)
    ops: list[Op] = [*shape(bar.kind, area)]
    if not area.x <= at <= area.right:
        ops.append(Rect(Box(at - 1, top + 1, used + 2, _BAR - 2), 0.0, "paper", None))
    ops += words(bar.words, (at, top + 2), SMALL, 1e6, 1)
    return group(bar.id, ops, area)


def shape(kind: BarKind, area: Box) -> Iterator[Op]:
    """Draw a bar: planned is dashed, under way open at its end, overdue heavy, done closed.

    What was abandoned is crossed by a line.
    """
    yield Rect(area, 0.0, "paper", None)
    right, middle = area.right, area.y + area.h / 2
    if kind == "under way":
        for y in (area.y, area.bottom):
            yield across(area.x, right, y, FRAME)
        yield down(area.x, area.y, area.bottom, FRAME)
        return
    pen = {"planned": DASHED, "overdue": HEAVY}.get(kind, FRAME)
    yield box(area.x, area.y, right, area.bottom, pen)
    if kind in ("decided", "abandoned"):
        yield across(area.x, right, area.bottom, HEAVY)
    if kind == "abandoned":
        yield Line((right - min(area.w, 8.0), middle - 7), (right, middle + 7), FRAME)


def _legend(kinds: Sequence[BarKind], over: Weeks, at: tuple[float, float]) -> Iterator[Op]:
    """Say what the bars mean that occur."""
    meanings: dict[BarKind, str] = {
        "planned": say("planned"), "under way": say("under way"), "overdue": say("overdue"),
        "decided": say("decided"), "abandoned": say("abandoned, and learned from"),
    }  # fmt: skip
    x, y = at
    for kind, said in meanings.items():
        if kind in kinds:
            yield from shape(kind, Box(x, y, 22.0, 10.0))
            yield from words(said, (x + 27, y), SMALL, 300, 1)
            x += 27 + wide(said, SMALL) + 16
    if over.closed:
        yield from hatched(Box(x, y, 22.0, 10.0))
        said = say("no school")
        yield from words(said, (x + 27, y), SMALL, 300, 1)

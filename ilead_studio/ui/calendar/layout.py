"""Where everything stands on the calendar of cycles: weeks, rows, bars and the words below them.

Lengths are pixels of the window; x counts from the first week, y from the first row.
"""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from datetime import date
from typing import Final, NamedTuple

from PySide6.QtCore import QRect

from ilead_studio.rules.calendar_rows import CalendarRow
from ilead_studio.rules.cycle_calendar import Bar
from ilead_studio.rules.school_weeks import Week
from ilead_studio.ui.looks.look import Look

BAR, WORDS, LANE, AIR, HEADING, MOST_ROW = 22, 18, 44, 8, 30, 92
COLUMN, LEAST_BAR, GAP = 26, 18, 6
_DAYS: Final = 5
"""School days of a week; Saturday and Sunday take no room."""
Says = Callable[[Bar], Sequence[str]]
"""The words below a bar, the longest first."""


class PlacedBar(NamedTuple):
    """A bar, where it stands, and the words below it as far as there is room for them."""

    bar: Bar
    box: QRect
    words: str
    words_box: QRect

    @property
    def hit(self) -> QRect:
        """Where a press means this bar."""
        return self.box.united(self.words_box) if self.words else self.box


class PlacedRow(NamedTuple):
    """A row, where it begins, how high it is, and its bars."""

    row: CalendarRow
    top: int
    height: int
    bars: tuple[PlacedBar, ...]


class Weeks:
    """The columns, each ``column`` wide."""

    def __init__(self, every: Sequence[Week], column: float) -> None:
        self.every, self.column = every, column

    @property
    def width(self) -> int:
        """How wide all columns are together."""
        return round(len(self.every) * self.column)

    def x(self, day: date, *, after: bool = False) -> int:
        """Return where a day begins, or where it is over ``after`` it."""
        column, weekday = divmod((day - self.every[0].start).days, 7)
        share = min(weekday + after, _DAYS) / _DAYS
        return round((column + share) * self.column)

    def at(self, x: float) -> int:
        """Return the column at a place."""
        return max(0, min(len(self.every) - 1, int(x // self.column)))


def column_width(weeks: int, room: int, look: Look) -> float:
    """Return the width of a week: all of them fit if they can."""
    return max(look.px(COLUMN), room / max(1, weeks))


def placed_rows(
    rows: Sequence[CalendarRow],
    weeks: Weeks,
    look: Look,
    needs: Callable[[CalendarRow], int],
    says: Says,
    width_of: Callable[[str], int],
    room: int,
) -> tuple[PlacedRow, ...]:
    """Place the rows below each other; they share what is left of the room.

    ``needs`` tells how high the name of a row is, ``width_of`` how wide words are.
    """
    lanes = [_lanes(row.bars, weeks, look) for row in rows]
    heights = [_height(row, its, needs, look) for row, its in zip(rows, lanes, strict=True)]
    spare = _spare(rows, heights, look, room)
    top, found = 0, []
    for row, its, height in zip(rows, lanes, heights, strict=True):
        height = max(height, min(look.px(MOST_ROW), height + spare)) if row.idea_id else height
        bars = _bars(row, its, weeks, look, top, height, says, width_of)
        found.append(PlacedRow(row, top, height, bars))
        top += height
    return tuple(found)


def _spare(rows: Sequence[CalendarRow], heights: list[int], look: Look, room: int) -> int:
    """Return how much every idea's row may grow."""
    growing = sum(1 for row, height in zip(rows, heights, strict=True)
                  if row.idea_id and height < look.px(MOST_ROW))  # fmt: skip
    return max(0, room - sum(heights)) // max(1, growing)


def _height(
    row: CalendarRow, lanes: list[int], needs: Callable[[CalendarRow], int], look: Look
) -> int:
    if not row.idea_id:
        return look.px(HEADING)
    least = (max(lanes, default=0) + 1) * look.px(LANE) + look.px(2 * AIR) - look.px(4)
    return max(least, needs(row) + look.px(2 * AIR))


def _lanes(bars: Sequence[Bar], weeks: Weeks, look: Look) -> list[int]:
    """Return the lane of each bar: no two of them stand over each other."""
    ends: list[int] = []
    lanes = []
    for bar in bars:
        box = _box(bar, weeks, look)
        lane = next((at for at, end in enumerate(ends) if end < box.left()), len(ends))
        ends[lane : lane + 1] = [box.right()]
        lanes.append(lane)
    return lanes


def _box(bar: Bar, weeks: Weeks, look: Look) -> QRect:
    left, right = weeks.x(bar.first) + 1, weeks.x(bar.last, after=True) - 1
    return QRect(left, 0, max(look.px(LEAST_BAR), right - left), look.px(BAR))


def _bars(
    row: CalendarRow, lanes: list[int], weeks: Weeks, look: Look, top: int, height: int,
    says: Says, width_of: Callable[[str], int],
) -> tuple[PlacedBar, ...]:  # fmt: skip
    many = max(lanes, default=0) + 1
    first = top + (height - many * look.px(LANE) + look.px(4)) // 2
    boxes = [
        _box(bar, weeks, look).translated(0, first + lane * look.px(LANE))
        for bar, lane in zip(row.bars, lanes, strict=True)
    ]
    used: dict[int, int] = {}
    found = []
    for at, (bar, lane) in enumerate(zip(row.bars, lanes, strict=True)):
        later = (box.left() for box, its in zip(boxes[at + 1 :], lanes[at + 1 :], strict=True)
                 if its == lane)  # fmt: skip
        limits = used.get(lane, 0), next(later, weeks.width)
        made = _with_words(bar, boxes[at], says(bar), limits, look, width_of)
        if made.words:
            used[lane] = made.words_box.right() + look.px(GAP)
        found.append(made)
    return tuple(found)


def _with_words(
    bar: Bar, box: QRect, choices: Sequence[str], limits: tuple[int, int], look: Look,
    width_of: Callable[[str], int],
) -> PlacedBar:  # fmt: skip
    """Put the longest words below a bar for which there is room, at its left end or its right."""
    first, last = limits
    for words in choices:
        wide = width_of(words)
        for left in (max(box.left(), min(first, box.right())), box.right() - wide):
            if left >= first and left + wide <= last:
                return PlacedBar(bar, box, words, _below(box, left, wide, look))
    return PlacedBar(bar, box, "", QRect())


def _below(box: QRect, left: int, wide: int, look: Look) -> QRect:
    return QRect(left, box.bottom() + look.px(3), wide, look.px(WORDS))


def row_at(rows: Sequence[PlacedRow], y: int) -> PlacedRow | None:
    """Return the row at a height; None below the last one."""
    at = bisect_right([row.top for row in rows], y) - 1
    return rows[at] if at >= 0 and y < rows[at].top + rows[at].height else None

"""Where a picture is cut into sheets: between its boxes, so that each sheet has its share.

The whole is cut into columns, and each column into rows by itself, so cuts in two columns need not
meet, and a column with little in it has fewer sheets. No cut runs through a box, unless that is
larger than a sheet: then none runs through its words. All lengths are those of the drawing.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from math import ceil, inf
from typing import Final, NamedTuple

from ilead_studio.drawing.extent import around
from ilead_studio.drawing.ops import Box
from ilead_studio.drawing.poster_obstacles import Obstacles, Uncut

_APART: Final = (1.6, 0.6)
"""Cuts upright and across are at least this far from words; lines of text stand close."""
_WIDE: Final = 7.0
"""A lane wider than this is no better: scissors need no more."""
_LEAST: Final = 12.0
"""A sheet shows at least so much."""
_EMPTY: Final = 2.0
"""What a nearly empty sheet costs; all sheets that share unevenly cost less together."""
_SPARSE: Final = 0.04
"""Boxes take more than this of a sheet that is not nearly empty."""
_EVEN: Final = 0.02
"""What it is worth that sheets are of one size too."""
_NEAR: Final = 1e-6

Span = tuple[float, float]


class Sheets(NamedTuple):
    """At most so many sheets across and down, and how wide and high a part of a drawing each shows.

    The first of a row or a column shows ``more``, because no strip of it is covered. Over ``every``
    sheet a picture is cut if that leaves none nearly empty, else over as few as it takes.
    """

    across: int
    down: int
    wide: float
    high: float
    more: float
    every: bool = False

    @property
    def height(self) -> float:
        """The height of all sheets of a column together."""
        return self.down * self.high + self.more

    def rows(self, height: float) -> int:
        """Return how many sheets hold a picture of a height, if it can be cut anywhere."""
        return max(1, ceil((height - self.more) / self.high))

    def longest(self, axis: int, *, is_first: bool) -> float:
        """Return how long a part may be."""
        return (self.high if axis else self.wide) + (self.more if is_first else 0.0)


Columns = tuple[tuple[Box, ...], ...]
"""What each sheet shows: columns of cells from the top."""


def cells(found: Obstacles, size: tuple[float, float], sheets: Sheets) -> Columns:
    """Cut a picture of a size; nothing when there is no way between its boxes."""
    whole = Box(0.0, 0.0, *size)
    here = found.for_sheets(sheets.wide, sheets.high)
    edges = _Axis(0, here, whole, sheets).cuts(sheets.across)
    made: list[tuple[Box, ...]] = []
    for left, right in pairwise(edges):
        column = Box(left, 0.0, right - left, size[1])
        rows = _rows(here.between(left, right), column, sheets)
        if not rows:
            return ()  # the others need not be looked at
        made.append(rows)
    return tuple(made)


def _rows(found: Uncut, column: Box, sheets: Sheets) -> tuple[Box, ...]:
    """Cut a column into its sheets; where that takes fewer, nothing is shown beyond its ink."""
    axis = _Axis(1, found, column, sheets)
    edges = axis.cuts(sheets.down)
    if len(edges) != 2 and not (sheets.every and axis.is_full(edges)):
        few = sheets._replace(every=False)
        inked = _Axis(1, found, _inked(found, column, few), few).cuts(few.down)
        if inked and not 0 < len(edges) <= len(inked):
            edges = inked
    return tuple(column._replace(y=low, h=high - low) for low, high in pairwise(edges))


def _inked(found: Uncut, column: Box, sheets: Sheets) -> Box:
    """Return the part of a column where something is to be seen, and as much as fills a sheet."""
    ink = around((*found.ink, *found.boxes))
    top, bottom = max(0.0, ink.y), min(column.bottom, ink.bottom)
    high = max(bottom - top, min(column.h, sheets.longest(1, is_first=True)))
    low = (top + bottom - high) / 2
    return column._replace(y=min(max(0.0, low), column.h - high), h=high)


class _Axis:
    """Cuts in one direction (0: upright, 1: across) through a part of a picture."""

    def __init__(self, axis: int, found: Uncut, whole: Box, sheets: Sheets) -> None:
        self.axis, self.sheets = axis, sheets
        self.span = whole[axis], whole[axis] + whole[axis + 2]
        self._found = found
        middles = sorted((it[axis] + it[axis + 2] / 2, it.w * it.h) for it in found.boxes)
        self._middles = [at for at, _ in middles]
        self._areas = [0.0, *accumulate(area for _, area in middles)]
        self._sparse = _SPARSE * sheets.wide * sheets.high

    def cuts(self, most: int) -> tuple[float, ...]:
        """Return both ends and the cuts between them; nothing when boxes stand in every way.

        Lines that run along a cut are avoided where there is another way, and so is what is free
        around words that have no box.
        """
        if self.span[1] - self.span[0] <= self._longest(0) and not self.sheets.every:
            return self.span
        found = self._found
        for solid in ((*found.boxes, *found.lines), found.boxes, found.seen):
            places = [self.span[0], *self._places(solid), self.span[1]]
            if edges := self._chosen(places, most):
                return edges
        return ()

    def is_full(self, edges: Sequence[float]) -> bool:
        """Tell whether no part is nearly empty."""
        return all(self._cost(low, high) < _EMPTY for low, high in pairwise(edges))

    def _longest(self, at: int) -> float:
        return self.sheets.longest(self.axis, is_first=at == 0)

    def _places(self, solid: Sequence[Box]) -> list[float]:
        """Give places for cuts: at both ends of each lane, in its middle, and where sheets end."""
        axis, air = self.axis, _APART[self.axis]
        spans = sorted((it[axis] - air, it[axis] + it[axis + 2] + air) for it in solid)
        ends = [*self._ends()]
        found: set[float] = set()
        for low, high in _lanes(spans, self.span):
            edge = min(_WIDE, high - low) / 2
            found |= {low + edge, (low + high) / 2, high - edge}
            found |= {it for it in ends if low + edge < it < high - edge}
        return sorted(it for it in found if self._is_inside(it))

    def _is_inside(self, place: float) -> bool:
        return self.span[0] + _LEAST <= place <= self.span[1] - _LEAST

    def _ends(self) -> Iterator[float]:
        """Give where full sheets would end, counted from both ends."""
        low, high = self.span
        step = self.sheets.longest(self.axis, is_first=False)
        for number in range(1, int((high - low) / step) + 2):
            yield high - number * step
            yield low + self.sheets.more + number * step

    def _chosen(self, places: Sequence[float], most: int) -> tuple[float, ...]:
        """Choose the cuts that share most evenly, with as few sheets as it takes, or with all."""
        ways: list[dict[int, _Way]] = [{0: _Way(0.0, ())}]
        last = len(places) - 1
        while len(ways) <= most:
            ways.append(self._further(places, ways[-1], len(ways) == 1))
            if last in ways[-1] and not self.sheets.every:
                break
        ends = [it[last] for it in ways if last in it]
        if not ends:
            return ()
        full = [it for it in ends if it.cost < _EMPTY]
        chosen = (full or ends[:1])[-1]
        return (*(places[at] for at in chosen.cuts), self.span[1])

    def _further(
        self, places: Sequence[float], ways: dict[int, "_Way"], is_first: bool
    ) -> dict[int, "_Way"]:
        """Go on from each place that some sheets reach by one more."""
        found: dict[int, _Way] = {}
        longest = self._longest(not is_first) + _NEAR
        for at, way in ways.items():
            end = bisect_left(places, places[at] + longest)
            for to in range(at + 1, end):
                cost = way.cost + self._cost(places[at], places[to])
                if cost < found.get(to, _NO_WAY).cost:
                    found[to] = _Way(cost, (*way.cuts, at))
        return found

    def _cost(self, low: float, high: float) -> float:
        """Return what a part costs: the square of its share of boxes, and much if it has few."""
        here = self._before(high) - self._before(low)
        share, size = here / (self._areas[-1] or 1.0), (high - low) / (self.span[1] - self.span[0])
        return share * share + _EVEN * size * size + (_EMPTY if here < self._sparse else 0.0)

    def _before(self, place: float) -> float:
        """Return the area of the boxes before a place."""
        return self._areas[bisect_left(self._middles, place)]


class _Way(NamedTuple):
    """The least that cuts up to a place cost."""

    cost: float
    cuts: tuple[int, ...]


_NO_WAY: Final = _Way(inf, ())


def _lanes(spans: Sequence[Span], whole: Span) -> Iterator[Span]:
    """Give what is free of a whole, from the low end to the high one."""
    free = whole[0]
    for low, high in spans:
        if low > free:
            yield free, low
        free = max(free, high)
    if free < whole[1]:
        yield free, whole[1]

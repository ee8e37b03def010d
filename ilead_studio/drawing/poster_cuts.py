"""Where a picture may be cut into sheets: between its words, as evenly as they leave room.

A cut runs straight across the region that it divides. The whole is cut into bands, each band into
columns and each column into rows, so cuts in different bands or columns need not meet. All lengths
are those of the drawing.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from math import inf
from typing import Final, NamedTuple

from ilead_studio.drawing.ops import (
    Box,
    Curve,
    Drawing,
    Group,
    Image,
    Line,
    Op,
    Point,
    Polyline,
    Rect,
    TextLine,
    placed_groups,
)

_APART: Final = (1.6, 0.6)
"""Cuts upright and across are at least this far from words; lines of text stand close."""
_WIDE: Final = 7.0
"""A lane wider than this is no better: scissors need no more."""
_WORTH: Final = 12.0
"""A cut may stray so far to be 1 further from what is at its sides."""
_LEAST: Final = 12.0
"""A sheet shows at least so much."""
_NEAR: Final = 1e-6
_ABOVE: Final = 0.75
_WITH_MARKS: Final = 0.95
"""How far words reach above their baseline, in parts of their size; letters with marks more."""
_BELOW: Final = 0.25
_SIGN: Final = 24.0
"""A closed shape no larger than this is a sign: as little to be cut as words."""
_LINE: Final = 1.0
"""What is straight within this runs along a cut."""

Span = tuple[float, float]


class Obstacles(NamedTuple):
    """What cuts should not meet: words (never), lines lengthwise, and whole boxes."""

    words: tuple[Box, ...]
    lines: tuple[Box, ...]
    boxes: tuple[Box, ...]

    def inside(self, region: Box) -> "Obstacles":
        """Return the obstacles that meet a region."""
        return Obstacles(*(tuple(box for box in kind if box.meets(region)) for kind in self))

    def kinds(self, *, clean: bool) -> Iterator[tuple[Box, ...]]:
        """Give what to avoid, from all of it to words alone; if ``clean``, only all of it."""
        yield (*self.words, *self.lines, *self.boxes)
        if clean:
            return
        yield (*self.words, *self.lines)
        yield self.words


def reach(line: TextLine) -> Box:
    """Return the box that the letters of a line may fill, in its group's coordinates."""
    above = (_ABOVE if line.text.isascii() else _WITH_MARKS) * line.size
    return Box(line.x, line.y - above, line.width, above + _BELOW * line.size)


def obstacles(drawing: Drawing) -> Obstacles:
    """Find all obstacles of a drawing; places count from the corner of its bounds."""
    words: list[Box] = []
    lines: list[Box] = []
    boxes: list[Box] = []
    for placed in placed_groups(drawing):
        dx, dy = placed.x - drawing.bounds.x, placed.y - drawing.bounds.y
        for op in placed.group.ops:
            kind = words if _is_whole(op) else lines
            kind += [box.moved(dx, dy) for box in _boxes(op)]
        boxes.append(placed.group.box.moved(dx, dy))
    return Obstacles(tuple(words), tuple(lines), tuple(boxes))


def _is_whole(op: Op) -> bool:
    """Tell whether an operation must not be cut in any direction: words, pictures, signs."""
    match op:
        case TextLine() | Image():
            return True
        case Polyline() | Curve():
            return op.closed or op.fill is not None
        case _:
            return isinstance(op, Rect)


def _boxes(op: Op) -> Iterator[Box]:
    """Give what there is of an operation to be avoided."""
    match op:
        case TextLine():
            found = [reach(op)] if op.text.strip() else []
        case Image():
            found = [op.box]
        case Rect():
            found = [op.box] if _is_small(op.box) else []
        case Line() | Polyline() | Curve():
            whole = _around(_points(op))
            found = [whole] if _is_small(whole) else []
            if not _is_whole(op):
                found = [it for it in map(_around, pairwise(_points(op))) if _is_straight(it)]
        case Group():
            found = []
    yield from found


def _is_small(box: Box) -> bool:
    return max(box.w, box.h) <= _SIGN


def _is_straight(box: Box) -> bool:
    return min(box.w, box.h) <= _LINE < max(box.w, box.h)


def _points(op: Line | Polyline | Curve) -> Sequence[Point]:
    match op:
        case Line():
            return op.start, op.end
        case Polyline():
            return op.points
        case Curve():
            return op.start, *(point for arc in op.arcs for point in arc)


def _around(points: Sequence[Point]) -> Box:
    left, top = min(x for x, _ in points), min(y for _, y in points)
    return Box(left, top, max(x for x, _ in points) - left, max(y for _, y in points) - top)


class Cutting(NamedTuple):
    """How a picture is cut: so many sheets across and down, in so many bands.

    ``steps`` are the width and height that a sheet adds to the picture; the first of a row or a
    column adds ``more``, because no strip of it is covered. ``clean`` cuts meet no box either.
    """

    across: int
    down: int
    bands: int
    steps: tuple[float, float]
    more: float
    clean: bool

    def cells(self, found: Obstacles, size: tuple[float, float]) -> tuple[Box, ...] | None:
        """Cut a picture of a size; returns what each sheet shows, row by row.

        None when there is no way between the words.
        """
        deep = self.down // self.bands
        edges = self._cuts(found, 1, (0.0, size[1]), self._most(self.bands, deep * self.steps[1]))
        found_rows: list[Sequence[Box]] = []
        for span in pairwise(edges):
            rows = self._band(found, size[0], span)
            if not rows:
                return None
            found_rows += rows
        return tuple(cell for row in found_rows for cell in row) or None

    def _most(self, parts: int, step: float, more: float | None = None) -> list[float]:
        """Return how long each part may be."""
        return [step + (self.more if more is None else more), *[step] * (parts - 1)]

    def _band(self, found: Obstacles, width: float, span: Span) -> list[tuple[Box, ...]]:
        """Cut a band into columns, and each of these into rows; nothing when it cannot be."""
        here = found.inside(Box(0.0, span[0], width, span[1] - span[0]))
        edges = self._cuts(here, 0, (0.0, width), self._most(self.across, self.steps[0]))
        columns = [self._column(here, across, span) for across in pairwise(edges)]
        return list(zip(*columns, strict=True)) if all(columns) else []

    def _column(self, found: Obstacles, across: Span, down: Span) -> list[Box]:
        """Cut one column of a band into its sheets; nothing when it cannot be."""
        left, wide = across[0], across[1] - across[0]
        here = found.inside(Box(left, down[0], wide, down[1] - down[0]))
        most = self._most(self.down // self.bands, self.steps[1], 0.0 if down[0] else None)
        edges = self._cuts(here, 1, down, most)
        return [Box(left, low, wide, high - low) for low, high in pairwise(edges)]

    def _cuts(
        self, found: Obstacles, axis: int, span: Span, most: Sequence[float]
    ) -> tuple[float, ...]:
        """Cut a span into parts no longer than ``most`` says; returns both ends and the cuts.

        ``axis`` 0 is across, 1 is down. Whatever can be avoided besides words is avoided. Nothing
        when words stand in every way.
        """
        for boxes in found.kinds(clean=self.clean) if len(most) > 1 else [()]:
            air = _APART[axis]
            spans = ((it[axis] - air, it[axis] + it[axis + 2] + air) for it in boxes)
            free = list(_lanes(spans, span))
            chosen = _chosen(free, span, most)
            if chosen:
                return chosen
        return ()


def _lanes(spans: Iterable[Span], whole: Span) -> Iterator[Span]:
    """Give what is free of a whole, from the low end to the high one."""
    free = whole[0]
    for low, high in sorted(spans):
        if low > free:
            yield free, low
        free = max(free, high)
    if free < whole[1]:
        yield free, whole[1]


def _chosen(free: Sequence[Span], span: Span, most: Sequence[float]) -> tuple[float, ...]:
    """Choose a place in the lanes for each cut; nothing when that cannot be."""
    least = [span[1]]
    for longest in reversed(most[1:]):
        least.append(_from(free, least[-1] - longest))
    if least[-1] > span[0] + most[0] + _NEAR:
        return ()
    edges = [span[0]]
    for longest, low, parts in zip(
        most, reversed(least[1:]), range(len(most), 1, -1), strict=False
    ):
        even = edges[-1] + (span[1] - edges[-1]) / parts
        place = _best(free, max(low, edges[-1] + _LEAST), edges[-1] + longest, even)
        if place is None:
            return ()
        edges.append(place)
    return (*edges, span[1]) if span[1] - edges[-1] >= _LEAST else ()


def _from(free: Sequence[Span], place: float) -> float:
    """Return the first free place from one on; infinity if there is none."""
    return next((max(low, place) for low, high in free if high >= place), inf)


def _best(free: Sequence[Span], low: float, high: float, even: float) -> float | None:
    """Return a free place within limits: in the middle of a wide lane, near the even place."""
    places = []
    for start, end in free:
        if end >= low - _NEAR and start <= high + _NEAR:
            air = min(_WIDE, end - start) / 2
            place = max(min(max(even, start + air), end - air, high), low, start)
            apart = min(place - start, end - place, air)
            places.append((abs(place - even) - _WORTH * apart, place))
    return min(places)[1] if places else None

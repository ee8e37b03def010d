"""What a cut through a picture must not meet: boxes with their words and signs, and long lines."""

from collections.abc import Iterator
from itertools import pairwise
from math import ceil
from typing import Final, NamedTuple

from ilead_studio.drawing.extent import around, points_of, reach_of
from ilead_studio.drawing.ops import (
    Box,
    Curve,
    Drawing,
    Group,
    Image,
    Line,
    Op,
    Polyline,
    Rect,
    TextLine,
    placed_groups,
)
from ilead_studio.rules.kept import keeping

_ABOVE: Final = 0.75
_WITH_MARKS: Final = 0.95
"""How far words reach above their baseline, in parts of their size; letters with marks more."""
_BELOW: Final = 0.25
_SIGN: Final = 24.0
"""A closed shape no larger than this is a sign: as little to be cut as words."""
_LINE: Final = 1.0
"""What is straight within this runs along a cut."""
_TOGETHER: Final = (6.0, 2.6)
"""Words and signs outside of boxes belong together if they are so near, across and down."""
_PIECE: Final = 16.0
"""So much of a leaning line is one piece of ink, across or down."""
_PEN: Final = 1.0
_POSTERS: Final = 32
_GROUPS: Final = 4096
"""Drawings and groups of which the obstacles are kept: ways to lay a page share most groups."""


class Solid(NamedTuple):
    """The box of an item, and what is in it that is not cut even where the box is.

    A box that is drawn is not cut either; of another one only what is to be seen, if need be.
    """

    box: Box
    words: tuple[Box, ...]
    is_drawn: bool = True

    @property
    def seen(self) -> Box:
        """What is to be seen of it: the box, or its words."""
        return self.box if self.is_drawn else around(self.words)


class Obstacles(NamedTuple):
    """What cuts avoid: ``solids``, ``lines`` lengthwise; ``ink`` is where anything is painted."""

    solids: tuple[Solid, ...]
    lines: tuple[Box, ...]
    ink: tuple[Box, ...]

    def for_sheets(self, wide: float, high: float) -> "Uncut":
        """Return what sheets of a size leave whole: boxes, or the words of those that are larger.

        They are nested where one item stands in another.
        """
        boxes: list[Box] = []
        seen: list[Box] = []
        for it in self.solids:
            boxes += (it.box,) if it.box.w <= wide and it.box.h <= high else it.words
            seen += (it.seen,) if it.seen.w <= wide and it.seen.h <= high else it.words
        return Uncut(tuple(boxes), tuple(seen), self.lines, self.ink)


class Uncut(NamedTuple):
    """What some sheets leave whole, lines along which they are not cut, and where there is ink.

    Of the boxes they leave whole at least what is ``seen``.
    """

    boxes: tuple[Box, ...]
    seen: tuple[Box, ...]
    lines: tuple[Box, ...]
    ink: tuple[Box, ...]

    def between(self, left: float, right: float) -> "Uncut":
        """Return what meets a column."""
        return Uncut(
            *(
                tuple([box for box in kind if box[0] < right and box[0] + box[2] > left])
                for kind in self
            )
        )


@keeping(_POSTERS)
def obstacles(drawing: Drawing) -> Obstacles:
    """Find all obstacles of a drawing; places count from the corner of its bounds."""
    solids: list[Solid] = []
    lines: list[Box] = []
    ink: list[Box] = []
    for placed in placed_groups(drawing):
        dx, dy = placed.x - drawing.bounds.x, placed.y - drawing.bounds.y
        own = _own(placed.group.ops, placed.group.box)
        ink += [it.moved(dx, dy) for it in own.ink]
        lines += [it.moved(dx, dy) for it in own.lines]
        solids += [
            Solid(it.moved(dx, dy), tuple([word.moved(dx, dy) for word in words]), is_drawn)
            for it, words, is_drawn in own.solids
        ]
    return Obstacles(tuple(solids), tuple(lines), tuple(ink))


@keeping(_GROUPS)
def _own(ops: tuple[Op, ...], box: Box) -> Obstacles:
    """Find the obstacles of a group, without those in it, in its own coordinates."""
    own = [op for op in ops if not isinstance(op, Group)]
    words = [box for op in own for box in _words(op)]
    lines = [box for op in own for box in _straight(op)]
    ink = tuple(box for op in own for box in _ink(op))
    is_drawn = any(_is_around(op, box) for op in own)
    return Obstacles(tuple(_solids(box, words, is_drawn=is_drawn)), tuple(lines), ink)


def has_larger(drawing: Drawing, wide: float, high: float) -> bool:
    """Tell whether a box with its words is larger than a sheet."""
    boxes = (placed.group.box for placed in placed_groups(drawing))
    if any(box.w > wide or box.h > high for box in boxes):
        return True  # most often, and found out without a look at the words
    return any(it.box.w > wide or it.box.h > high for it in obstacles(drawing).solids)


def _is_around(op: Op, box: Box) -> bool:
    """Tell whether an operation paints the box of an item."""
    match op:
        case Rect():
            return reach_of(op).holds(box)
        case Polyline() | Curve():
            return _is_filled(op) and reach_of(op).holds(box)
        case _:
            return False


def _solids(box: Box, words: list[Box], *, is_drawn: bool) -> Iterator[Solid]:
    """Give the box of an item with its words, and what else belongs together."""
    inside, left = _parted(words, box)
    yield Solid(around((box, *inside)), tuple(inside), is_drawn or not inside)
    while left:
        entry = [left.pop()]
        for one in entry:
            near, left = _parted(left, one)
            entry += near
        yield Solid(around(entry), tuple(entry))


def _parted(words: list[Box], box: Box) -> tuple[list[Box], list[Box]]:
    """Part words into those that are near a box and all others."""
    across, down = _TOGETHER
    left, top, right, bottom = box.x - across, box.y - down, box.right + across, box.bottom + down
    parts: tuple[list[Box], list[Box]] = ([], [])
    for it in words:
        x, y, w, h = it
        is_near = x < right and x + w > left and y < bottom and y + h > top
        parts[not is_near].append(it)
    return parts


def reach(line: TextLine) -> Box:
    """Return the box that the letters of a line may fill, in its group's coordinates."""
    above = (_ABOVE if line.text.isascii() else _WITH_MARKS) * line.size
    return Box(line.x, line.y - above, line.width, above + _BELOW * line.size)


def _words(op: Op) -> Iterator[Box]:
    """Give the box of what must not be cut in any direction: words, pictures, signs."""
    match op:
        case TextLine():
            if op.text.strip():
                yield reach(op)
        case Image():
            yield op.box
        case Rect():
            if _is_small(op.box):
                yield op.box
        case Polyline() | Curve():
            if _is_filled(op) and _is_small(whole := around(_dots(op))):
                yield whole
        case _:
            pass


def _ink(op: Op) -> Iterator[Box]:
    """Give where an operation paints: of a leaning line piece by piece."""
    if isinstance(op, Group):
        return
    if not isinstance(op, Line | Polyline | Curve) or _is_filled(op):
        yield reach_of(op)
        return
    for start, end in pairwise(points_of(op)):
        wide, high = end[0] - start[0], end[1] - start[1]
        steps = max(1, ceil(min(abs(wide), abs(high)) / _PIECE))
        wide, high = wide / steps, high / steps
        size = abs(wide) + 2 * _PEN, abs(high) + 2 * _PEN
        x, y = start[0] + min(wide, 0.0) - _PEN, start[1] + min(high, 0.0) - _PEN
        for at in range(steps):
            yield Box(x + at * wide, y + at * high, *size)


def _is_filled(op: Line | Polyline | Curve) -> bool:
    return not isinstance(op, Line) and (op.closed or op.fill is not None)


def _straight(op: Op) -> Iterator[Box]:
    """Give the pieces of an open line that run straight across or down."""
    if isinstance(op, Line | Polyline | Curve) and not _is_filled(op):
        for (x, y), (right, low) in pairwise(points_of(op)):
            wide, high = abs(right - x), abs(low - y)
            if min(wide, high) <= _LINE < max(wide, high):
                yield Box(min(x, right), min(y, low), wide, high)


def _is_small(box: Box) -> bool:
    return max(box.w, box.h) <= _SIGN


def _dots(op: Polyline | Curve) -> Iterator[Box]:
    return (Box(x, y, 0.0, 0.0) for x, y in points_of(op))

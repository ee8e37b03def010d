"""A part of a drawing: some of its items alone, for a picture of what is selected."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from functools import reduce

from ilead_studio.drawing.fonts import face
from ilead_studio.drawing.ops import (
    Box,
    Curve,
    Drawing,
    Group,
    Image,
    Line,
    Op,
    Placed,
    Point,
    Polyline,
    Rect,
    TextLine,
    placed_groups,
)


def part(drawing: Drawing, only: Collection[str]) -> Drawing:
    """Return the items of a drawing whose ids are in ``only``, cropped to what they paint.

    Their groups lie side by side in reading order. Nothing in common gives an empty drawing at the
    old one's top left corner.
    """
    kept = tuple(placed for placed in placed_groups(drawing) if placed.group.node_id in only)
    boxes = [box.moved(it.x, it.y) for it in kept for box in _painted(it.group)]
    bounds = reduce(_around, boxes) if boxes else Box(drawing.bounds.x, drawing.bounds.y, 1.0, 1.0)
    return Drawing(bounds, tuple(map(_alone, kept)))


def _alone(placed: Placed) -> Group:
    """Return a group without those inside it, at its place on the drawing."""
    ops = tuple(op for op in placed.group.ops if not isinstance(op, Group))
    return replace(placed.group, x=placed.x, y=placed.y, ops=ops)


def _painted(group: Group) -> Iterator[Box]:
    yield group.box
    for op in group.ops:
        if not isinstance(op, Group):
            yield extent(op)


def extent(op: Op) -> Box:
    """Return a box around all that an operation paints; a curve lies within its controls."""
    match op:
        case TextLine():
            font = face(op.face)
            high, low = font.ascent * op.size, abs(font.descent) * op.size
            return Box(op.x, op.y - high, op.width, high + low)
        case Image():
            return op.box
        case Group():
            return op.box.moved(op.x, op.y)
        case Rect():
            corners: Iterable[Point] = (op.box[:2], (op.box.right, op.box.bottom))
        case Line():
            corners = (op.start, op.end)
        case Polyline():
            corners = op.points
        case Curve():
            corners = (op.start, *(point for arc in op.arcs for point in arc))
    return _hull(tuple(corners), op.pen.width / 2 if op.pen else 0.0)


def _hull(corners: tuple[Point, ...], air: float) -> Box:
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    left, top = min(xs) - air, min(ys) - air
    return Box(left, top, max(xs) + air - left, max(ys) + air - top)


def _around(one: Box, other: Box) -> Box:
    left, top = min(one.x, other.x), min(one.y, other.y)
    right, bottom = max(one.right, other.right), max(one.bottom, other.bottom)
    return Box(left, top, right - left, bottom - top)

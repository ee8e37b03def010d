"""How far a drawing's ink reaches, and drawings of only some of its items."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from ilead_studio.drawing.ops import (
    Box,
    Curve,
    Drawing,
    Group,
    Image,
    Line,
    Op,
    Pen,
    Placed,
    Point,
    Polyline,
    Rect,
    TextLine,
    placed_groups,
)
from ilead_studio.rules.kept import keeping

_MOST: Final = 8192
"""Groups of which the extent is kept: those of a few large pages."""
NOWHERE = Box(0.0, 0.0, 0.0, 0.0)


def around(boxes: Iterable[Box]) -> Box:
    """Return the smallest box around others; an empty one at the origin when there are none."""
    found = list(boxes)
    if not found:
        return NOWHERE
    left, top = min(box.x for box in found), min(box.y for box in found)
    right, bottom = max(box.right for box in found), max(box.bottom for box in found)
    return Box(left, top, right - left, bottom - top)


def ink_of(group: Group) -> Box:
    """Return the box around all that a group paints itself, in its own coordinates.

    Groups inside it are left out; its own area is in it, so a group without ink has an extent too.
    Curves count with their controls, lines of text with a whole line's height.
    """
    return around((group.box, *_ink_of(group.ops)))


@keeping(_MOST)
def _ink_of(ops: tuple[Op, ...]) -> tuple[Box, ...]:
    """Return the box around all ink of operations; none where there is no ink."""
    reaches = [reach_of(op) for op in ops if not isinstance(op, Group)]
    return (around(reaches),) if reaches else ()


def reaches(op: Rect | Line | Polyline | Curve | TextLine | Image, box: Box) -> bool:
    """Tell whether any ink of an operation may lie in a box."""
    return reach_of(op).meets(box)


def reach_of(op: Rect | Line | Polyline | Curve | TextLine | Image) -> Box:
    """Return the box around the ink of one operation."""
    match op:
        case TextLine():
            return Box(op.x, op.y - op.size, op.width, op.size * 1.3)
        case Image():
            return op.box
        case Rect():
            return _stroked(op.box.x, op.box.y, op.box.right, op.box.bottom, op.pen)
        case Line() | Polyline() | Curve():
            return _spanned(points_of(op), op.pen)


def points_of(op: Line | Polyline | Curve) -> Sequence[Point]:
    """Return the points of a line, and those that bend its curves."""
    match op:
        case Line():
            return op.start, op.end
        case Polyline():
            return op.points
        case Curve():
            return op.start, *(point for arc in op.arcs for point in arc)


def _spanned(points: Sequence[Point], pen: Pen | None) -> Box:
    across, down = [x for x, _ in points], [y for _, y in points]
    return _stroked(min(across), min(down), max(across), max(down), pen)


def _stroked(left: float, top: float, right: float, bottom: float, pen: Pen | None) -> Box:
    """Add the whole width of a pen on all sides: half of it, and the tip of a bend."""
    edge = pen.width if pen else 0.0
    return Box(left - edge, top - edge, right - left + 2 * edge, bottom - top + 2 * edge)


def part_of(drawing: Drawing, ids: frozenset[str]) -> Drawing:
    """Return a drawing of only some items, each where it was; its bounds are those of their ink.

    A group inside another one stays inside when both are wanted.
    """
    wanted = tuple(_lifted(drawing, ids))
    inks = (
        ink_of(placed.group).moved(placed.x, placed.y)
        for placed in placed_groups(Drawing(NOWHERE, wanted))
    )
    return Drawing(around(inks), wanted)


def _lifted(drawing: Drawing, ids: frozenset[str]) -> Iterator[Group]:
    """Give the outermost wanted groups with their places on the drawing."""
    waiting = [Placed(group, group.x, group.y) for group in reversed(drawing.groups)]
    while waiting:
        here = waiting.pop()
        if here.group.node_id in ids:
            yield here.group._replace(x=here.x, y=here.y, ops=_kept(here.group.ops, ids))
        else:
            inner = [op for op in here.group.ops if isinstance(op, Group)]
            waiting.extend(Placed(op, here.x + op.x, here.y + op.y) for op in reversed(inner))


def _kept(ops: tuple[Op, ...], ids: frozenset[str]) -> tuple[Op, ...]:
    """Drop the groups that are not wanted, at any depth."""
    return tuple(
        op._replace(ops=_kept(op.ops, ids)) if isinstance(op, Group) else op
        for op in ops
        if not isinstance(op, Group) or op.node_id in ids
    )

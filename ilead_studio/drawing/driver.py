"""The driver diagram: what must change to reach the aim, read from left to right.

Boxes stand in columns under headings; arrows point toward the aim, solid for strong links and
dotted for weak ones. An item that serves several parents is drawn once, under its first.
"""

from dataclasses import replace
from typing import Final

from ilead_studio.drawing.driver_columns import PAD_X, TheoryPlan, Tree, style, tree_of
from ilead_studio.drawing.driver_lines import link_ops
from ilead_studio.drawing.driver_links import Frame, paths
from ilead_studio.drawing.driver_plan import Arranged, arranged, find_theory_plan
from ilead_studio.drawing.fonts import SEMIBOLD
from ilead_studio.drawing.ops import (
    Box,
    Curve,
    Drawing,
    Group,
    Line,
    Op,
    Pen,
    Point,
    Polyline,
    Rect,
    TextLine,
)
from ilead_studio.drawing.text import label, text_line
from ilead_studio.rules.outline import Role, Row
from ilead_studio.words import say

__all__ = ["TheoryPlan", "draw_theory", "find_theory_plan"]

_HEADING_SIZE: Final = 10.0
_HEADING_LEAD: Final = 12.5
_RULE: Final = Pen("edge", 0.7)
_RULE_AIR: Final = 9.0
"""From the rule under the headings to the highest box."""
_RADIUS: Final = 4.0
_EDGES: Final = {Role.AIM: Pen("ink", 1.8)}
_EDGE: Final = Pen("edge", 0.9)


def draw_theory(rows: tuple[Row, ...], plan: TheoryPlan) -> Drawing:
    """Draw the rows of a theory (the aim first, in outline order) by a plan."""
    tree = tree_of(rows)
    whole = arranged(tree, plan)
    links = link_ops(paths(whole.stack, whole.frame, whole.routes))
    headings, top = _headings(tree, whole.frame)
    groups = [_box(at, whole, plan, links.get(at, []), headings) for at in range(len(rows))]
    bounds = Box(-2.0, top - 2.0, whole.frame.right + 4.0, whole.bottom - top + 4.0)
    return Drawing(bounds, tuple(groups))


def _box(at: int, whole: Arranged, plan: TheoryPlan, links: list[Op], headings: list[Op]) -> Group:
    """Draw one item with the links that go out from it; the aim brings the headings."""
    row, size = whole.stack.tree.rows[at], whole.stack.sizes[at]
    column = whole.stack.tree.columns[at]
    x, y = whole.frame.lefts[column], whole.stack.tops[at]
    box = Box(0.0, 0.0, plan.width(column), size.height)
    look = style(row)
    high = len(size.label.lines) * look.lead
    text_box = Box(PAD_X, (size.height - high) / 2, max(size.label.width, 1.0), high)
    first = text_box.y + look.lead * 0.5 + look.size * 0.33
    words = [
        text_line(PAD_X, first + line * look.lead, text, look.face, look.size, "ink")
        for line, text in enumerate(size.label.lines)
    ]
    around = links if at else headings
    frame = Rect(box, _RADIUS, "paper", _EDGES.get(row.role, _EDGE))
    ops = (*(_moved(op, -x, -y) for op in around), frame, *words)
    return Group(row.id, row.role.value, x, y, box, text_box, ops)


def _headings(tree: Tree, frame: Frame) -> tuple[list[Op], float]:
    """Set the headings over a thin rule; return them and the top of the tallest."""
    ops: list[Op] = []
    highest = 0.0
    for column, (left, width) in enumerate(zip(frame.lefts, frame.widths, strict=True)):
        words = label(_heading(tree, column), SEMIBOLD, _HEADING_SIZE, width)
        ops.append(Line((left, -_RULE_AIR), (left + width, -_RULE_AIR), _RULE))
        top = -_RULE_AIR - 3.5 - len(words.lines) * _HEADING_LEAD
        highest = min(highest, top)
        for line, text in enumerate(words.lines):
            y = top + line * _HEADING_LEAD + _HEADING_LEAD * 0.5 + _HEADING_SIZE * 0.33
            ops.append(text_line(left, y, text, SEMIBOLD, _HEADING_SIZE, "ink_soft"))
    return ops, highest


def _heading(tree: Tree, column: int) -> str:
    if tree.has_ideas and column == tree.count - 1:
        return say("Change ideas")
    named = (
        say("Aim"), say("Primary drivers"), say("Secondary drivers"), say("Tertiary drivers"),
    )  # fmt: skip
    return named[column] if column < len(named) else say("Drivers, level {level}", level=column)


def _moved(op: Op, dx: float, dy: float) -> Op:
    """Return an operation at another place."""
    if isinstance(op, Line):
        return Line(_shift(op.start, dx, dy), _shift(op.end, dx, dy), op.pen)
    if isinstance(op, TextLine):
        return replace(op, x=op.x + dx, y=op.y + dy)
    if isinstance(op, Rect):
        return Rect(op.box.moved(dx, dy), op.radius, op.fill, op.pen)
    if isinstance(op, Polyline):
        points = tuple(_shift(point, dx, dy) for point in op.points)
        return Polyline(points, op.closed, op.fill, op.pen)
    if isinstance(op, Curve):
        arcs = tuple(
            (_shift(a, dx, dy), _shift(b, dx, dy), _shift(c, dx, dy)) for a, b, c in op.arcs
        )
        return Curve(_shift(op.start, dx, dy), arcs, op.closed, op.fill, op.pen)
    return op


def _shift(point: Point, dx: float, dy: float) -> Point:
    return point[0] + dx, point[1] + dy

"""Links on the marked diagram: new ones are thick, those that were are broken and have a cross."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from ilead_studio.drawing.driver_lines import lit_ops
from ilead_studio.drawing.driver_sight import links_drawn
from ilead_studio.drawing.marks import View
from ilead_studio.drawing.ops import Box, Curve, Drawing, Group, Line, Op, Pen, Rect, placed_groups
from ilead_studio.drawing.sign_shapes import Sign
from ilead_studio.model import TheoryPlan
from ilead_studio.rules.marked_page import Ends, MarkedPage
from ilead_studio.rules.outline import Row

_NEW: Final = Pen("accent", 2.6)
_NEW_WEAK: Final = Pen("accent", 2.8, (0.05, 4.6))
_WAS: Final = Pen("ink_soft", 1.2, (5.0, 3.5))
_CROSS: Final = Pen("ink", 1.5)
_ARM: Final = 3.2
_ASIDE: Final = 0.28
"""How far from the middle of its boxes a broken link begins and ends, as a part of their height.

So it does not lie on a link that is there.
"""

Ops = Mapping[str, tuple[Op, ...]]


def with_links(
    drawing: Drawing, rows: tuple[Row, ...], plan: TheoryPlan, view: View, marked: MarkedPage
) -> Drawing:
    """Return a drawing of rows by a plan with the links that came and went; each at its child."""
    if not (marked.came or marked.went):
        return drawing
    more: dict[str, tuple[Op, ...]] = defaultdict(tuple)
    boxes = {it.group.node_id: it.box for it in placed_groups(drawing)}
    for ends in marked.went:
        more[ends[0]] += tuple(_broken(boxes, ends))
    for link in links_drawn(rows, plan, view) if marked.came else ():
        if (link.child, link.parent) in marked.came:
            more[link.child] += lit_ops(link.strokes, _NEW, _NEW_WEAK)
    groups = tuple(_with_more(it, it.x, it.y, more) for it in drawing.groups)
    return Drawing(drawing.bounds, groups)


def _with_more(group: Group, x: float, y: float, more: Ops) -> Group:
    """Return a group at a place of the drawing with more on it, and so for all in it."""
    inner = tuple(
        _with_more(op, x + op.x, y + op.y, more) if isinstance(op, Group) else op
        for op in group.ops
    )
    own = Sign(0.0, more.get(group.node_id, ())).at(-x, -y)
    return group._replace(ops=(*inner, *own)) if own or inner != group.ops else group


def _broken(boxes: Mapping[str, Box], ends: Ends) -> Iterator[Op]:
    """Draw a link that is gone as a broken line from its child, with a cross at the middle."""
    if not boxes.keys() >= {*ends}:
        return
    child, parent = (boxes[it] for it in ends)
    turn = 1.0 if parent.y >= child.y else -1.0
    start = child.x, child.y + child.h * (0.5 + turn * _ASIDE)
    end = parent.right + 2.0, parent.y + parent.h * (0.5 - turn * _ASIDE)
    bend = (start[0] - end[0]) / 2
    controls = (start[0] - bend, start[1]), (end[0] + bend, end[1])
    yield Curve(start, ((*controls, end),), pen=_WAS)
    yield from _cross((start[0] + end[0]) / 2, (start[1] + end[1]) / 2)


def _cross(x: float, y: float) -> Iterator[Op]:
    ground = Box(x - _ARM - 1.0, y - _ARM - 1.0, 2 * _ARM + 2.0, 2 * _ARM + 2.0)
    yield Rect(ground, ground.w / 2, "paper")
    for turn in (1.0, -1.0):
        yield Line((x - _ARM, y - turn * _ARM), (x + _ARM, y + turn * _ARM), _CROSS)

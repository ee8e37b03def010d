"""The driver diagram: what must change to reach the aim, read from left to right.

Boxes stand in columns under headings; arrows point toward the aim, solid for strong links and
dotted for weak ones. An item that serves several parents is drawn once, under its first.
"""

from functools import lru_cache
from typing import Final

from ilead_studio.drawing.driver_columns import PAD_X, Style, Tree, style, tree_of
from ilead_studio.drawing.driver_lines import link_ops
from ilead_studio.drawing.driver_links import Frame, paths
from ilead_studio.drawing.driver_plan import Arranged, arranged, find_theory_plan
from ilead_studio.drawing.fonts import SEMIBOLD
from ilead_studio.drawing.ops import Box, Drawing, Group, Line, Op, Pen, Point, Rect
from ilead_studio.drawing.text import Label, label, text_line
from ilead_studio.model import TheoryPlan
from ilead_studio.rules.outline import Role, Row
from ilead_studio.words import say

__all__ = ["draw_theory", "find_theory_plan"]

_HEADING_SIZE: Final = 10.0
_HEADING_LEAD: Final = 12.5
_RULE: Final = Pen("edge", 0.7)
_RULE_AIR: Final = 9.0
"""From the rule under the headings to the highest box."""
_RULE_DROP: Final = 3.5
"""From the headings to their rule."""
_RADIUS: Final = 4.0
_EDGES: Final = {Role.AIM: Pen("ink", 1.8)}
_EDGE: Final = Pen("edge", 0.9)


def draw_theory(rows: tuple[Row, ...], plan: TheoryPlan) -> Drawing:
    """Draw the rows of a theory (the aim first, in outline order) by a plan."""
    tree = tree_of(rows)
    whole = arranged(tree, plan)
    places = [
        (whole.frame.lefts[column], top)
        for column, top in zip(tree.columns, whole.stack.tops, strict=True)
    ]
    links = link_ops(paths(whole.stack, whole.frame, whole.routes), places)
    links[0], top = _headings(tree, whole.frame, places[0])
    groups = [_box(at, whole, places[at], links[at]) for at in range(len(rows))]
    bounds = Box(-2.0, top - 2.0, whole.frame.right + 4.0, whole.bottom - top + 4.0)
    return Drawing(bounds, tuple(groups))


def _box(at: int, whole: Arranged, place: Point, around: list[Op]) -> Group:
    """Draw one item with the links that go out from it; the aim brings the headings."""
    tree, size = whole.stack.tree, whole.stack.sizes[at]
    row = tree.rows[at]
    box = Box(0.0, 0.0, whole.frame.widths[tree.columns[at]], size.height)
    text_box, inside = _inside(size.label, box, style(row), _EDGES.get(row.role, _EDGE))
    return Group(row.id, row.role.value, *place, box, text_box, (*around, *inside))


@lru_cache(8192)
def _inside(words: Label, box: Box, look: Style, edge: Pen) -> tuple[Box, tuple[Op, ...]]:
    """Draw a box's frame and words; return also where the words stand."""
    high = len(words.lines) * look.lead
    text_box = Box(PAD_X, (box.h - high) / 2, max(words.width, 1.0), high)
    first = text_box.y + look.lead * 0.5 + look.size * 0.33
    lines = (
        text_line(PAD_X, first + at * look.lead, line, look.face, look.size, "ink")
        for at, line in enumerate(words.lines)
    )
    return text_box, (Rect(box, _RADIUS, "paper", edge), *lines)


def _headings(tree: Tree, frame: Frame, origin: Point) -> tuple[list[Op], float]:
    """Set the headings over a thin rule, in the coordinates of the aim's group at ``origin``.

    Returns them and the top of the tallest on the drawing.
    """
    ops: list[Op] = []
    highest = 0.0
    rule = -_RULE_AIR - origin[1]
    for column, width in enumerate(frame.widths):
        left = frame.lefts[column] - origin[0]
        words = label(_heading(tree, column), SEMIBOLD, _HEADING_SIZE, width)
        ops.append(Line((left, rule), (left + width, rule), _RULE))
        high = len(words.lines) * _HEADING_LEAD
        highest = min(highest, -_RULE_AIR - _RULE_DROP - high)
        first = rule - _RULE_DROP - high + _HEADING_LEAD * 0.5 + _HEADING_SIZE * 0.33
        for line, text in enumerate(words.lines):
            y = first + line * _HEADING_LEAD
            ops.append(text_line(left, y, text, SEMIBOLD, _HEADING_SIZE, "ink_soft"))
    return ops, highest


def _heading(tree: Tree, column: int) -> str:
    if tree.has_ideas and column == tree.count - 1:
        return say("Change ideas")
    named = (
        say("Aim"), say("Primary drivers"), say("Secondary drivers"), say("Tertiary drivers"),
    )  # fmt: skip
    return named[column] if column < len(named) else say("Drivers, level {level}", level=column)

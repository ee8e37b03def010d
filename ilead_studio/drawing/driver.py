"""The driver diagram: what must change to reach the aim, read from left to right.

Boxes stand in columns under headings; arrows point toward the aim, solid for strong links and
dotted for weak ones. An item that serves several parents is drawn once, under its first.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import inf
from typing import Final

from ilead_studio.drawing.driver_boxes import Content
from ilead_studio.drawing.driver_columns import Tree, tree_of
from ilead_studio.drawing.driver_fold import shown
from ilead_studio.drawing.driver_groups import group, groups_below
from ilead_studio.drawing.driver_lines import touches
from ilead_studio.drawing.driver_plan import LEGEND_AIR, Arranged, arranged, find_theory_plan
from ilead_studio.drawing.fonts import SEMIBOLD
from ilead_studio.drawing.marks import AS_IT_IS, View
from ilead_studio.drawing.ops import Box, Drawing, Group, Line, Op, Pen
from ilead_studio.drawing.sign_shapes import Sign
from ilead_studio.drawing.text import label, text_line
from ilead_studio.model import TheoryPlan
from ilead_studio.rules.outline import Row
from ilead_studio.words import say

__all__ = ["draw_theory", "drawn", "find_theory_plan"]

_HEADING_SIZE: Final = 10.0
_HEADING_LEAD: Final = 12.5
_RULE: Final = Pen("edge", 0.7)
_RULE_AIR: Final = 9.0
"""From the rule under the headings to the highest box."""
_RULE_DROP: Final = 3.5
"""From the headings to their rule."""


def draw_theory(
    rows: tuple[Row, ...],
    plan: TheoryPlan,
    headings: Sequence[str] = (),
    view: View = AS_IT_IS,
    sheet: float = inf,
) -> Drawing:
    """Draw the rows of a theory (the aim first, in outline order) by a plan.

    ``headings`` are the columns' own names; an empty or missing one has the usual words. On sheets
    of a poster the legend stands on one, so wide.
    """
    visible, extras = shown(rows, view)
    return drawn(arranged(tree_of(visible), plan, extras, sheet), headings)


def column_names(rows: tuple[Row, ...]) -> tuple[str, ...]:
    """Return the usual words over each column that the rows need, from the aim to the right."""
    return _names(tree_of(rows), ())


def drawn(whole: Arranged, headings: Sequence[str] = ()) -> Drawing:
    """Draw a theory that is arranged."""
    stack, x = whole.stack, whole.frame
    names = _names(stack.tree, headings)
    down = stack.blocks[0].top - min(stack.blocks[0].tops)
    ops = _with_headings(names, x.lefts, x.widths, down, stack.items[0].content)
    aim = group(stack.items[0], x.lefts[0], down, (*ops, *_below(whole, down)))
    below = groups_below(stack, x, touches(stack, x, whole.paths))
    return Drawing(bounds_of(whole, headings), (aim, *below))


def bounds_of(whole: Arranged, headings: Sequence[str] = ()) -> Box:
    """Return the bounds of the drawing of a theory that is arranged."""
    x = whole.frame
    top = _top(_names(whole.stack.tree, headings), x.widths)
    return Box(-2.0, top - 2.0, x.right + 4.0, whole.bottom - top + 4.0)


def _names(tree: Tree, headings: Sequence[str]) -> tuple[str, ...]:
    """Return the names of all columns."""
    return tuple(heading(tree, headings, column) for column in range(tree.count))


@lru_cache(64)
def _top(names: tuple[str, ...], widths: tuple[float, ...]) -> float:
    """Return the top of the tallest heading on the drawing."""
    named = zip(names, widths, strict=True)
    lines = max(len(label(it, SEMIBOLD, _HEADING_SIZE, wide).lines) for it, wide in named)
    return min(0.0, -_RULE_AIR - _RULE_DROP - lines * _HEADING_LEAD)


def _below(whole: Arranged, aim: float) -> tuple[Op, ...]:
    """Return the legend in the coordinates of the aim's box."""
    down = whole.lowest + LEGEND_AIR - aim
    return Sign(0.0, whole.legend.ops).at(-whole.frame.lefts[0], down)


@lru_cache(64)
def _with_headings(
    names: tuple[str, ...],
    lefts: tuple[float, ...],
    widths: tuple[float, ...],
    down: float,
    aim: Content,
) -> tuple[Op, ...]:
    """Set the headings over a thin rule, in the coordinates of the aim's box ``down`` below it.

    Returns them with the aim.
    """
    ops: list[Op] = []
    rule = -_RULE_AIR - down
    for name, left, width in zip(names, lefts, widths, strict=True):
        words = label(name, SEMIBOLD, _HEADING_SIZE, width)
        ops.append(Line((left, rule), (left + width, rule), _RULE))
        high = len(words.lines) * _HEADING_LEAD
        first = rule - _RULE_DROP - high + _HEADING_LEAD * 0.5 + _HEADING_SIZE * 0.33
        for line, text in enumerate(words.lines):
            y = first + line * _HEADING_LEAD
            ops.append(text_line(left, y, text, SEMIBOLD, _HEADING_SIZE, "ink_soft"))
    return (*ops, *aim.ops)


def heading_boxes(aim: Group) -> tuple[Box, ...]:
    """Return where the headings stand on their rules, in the coordinates of the aim's group."""
    rules = (op for op in aim.ops if isinstance(op, Line) and op.pen == _RULE and op.end[1] < 0)
    high = _RULE_DROP + 2 * _HEADING_LEAD
    ends = ((rule.start, rule.end[0]) for rule in rules)
    return tuple(Box(left, rule - high, right - left, high) for (left, rule), right in ends)


def heading(tree: Tree, headings: Sequence[str], column: int) -> str:
    """Return the name of a column: its own, or the usual one."""
    if column < len(headings) and headings[column]:
        return headings[column]
    if tree.has_ideas and column == tree.count - 1:
        return say("Change ideas")
    named = (
        say("Aim"), say("Primary drivers"), say("Secondary drivers"), say("Tertiary drivers"),
    )  # fmt: skip
    return named[column] if column < len(named) else say("Drivers, level {level}", level=column)

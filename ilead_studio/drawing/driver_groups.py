"""The groups of a driver diagram: a small branch is one, and the same while nothing in it is new.

What is drawn of a branch follows from the blocks and the items in it, from the x of columns, and
from the further links that touch it; it is kept under just these.
"""

from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from ilead_studio.drawing.driver_boxes import Item
from ilead_studio.drawing.driver_fans import Hung, Strokes, fan_of
from ilead_studio.drawing.driver_frame import Frame
from ilead_studio.drawing.driver_lines import Touch, box_ops
from ilead_studio.drawing.driver_stack import Branch, Stack
from ilead_studio.drawing.ops import Box, Group, Op

_MOST: Final = 24
"""Boxes in one group; where more hang on one, it stands in a group of its own."""

_Touches = tuple[Touch, ...]


class _Drawn(NamedTuple):
    """The group of a box, and what hangs on it if that is too much to be in the group."""

    group: Group
    rest: Branch | None
    touches: _Touches


def group(it: Item, x: float, y: float, ops: tuple[Op, ...]) -> Group:
    """Return the group of an item whose box has its top left corner at (x, y)."""
    box = Box(0.0, 0.0, it.content.width, it.content.height)
    return Group(it.id, it.role, x, y, box, it.content.text_box, ops)


def groups_below(stack: Stack, x: Frame, touched: _Touches) -> Iterator[Group]:
    """Draw everything but the aim, in the order of the outline."""
    if stack.blocks[0].kids:
        top = stack.blocks[0].top - min(stack.blocks[0].tops)
        yield from _placed(stack.branch(0), x, touched, x.lefts[0], top)


def _placed(
    branch: Branch, x: Frame, touched: _Touches, left: float, top: float
) -> Iterator[Group]:
    """Draw what hangs on a box that is at a place."""
    for it, rest, its_touches in _drawn(branch, x, touched):
        here, down = left + it.x, top + it.y
        yield Group(it.node_id, it.role, here, down, it.box, it.text_box, it.ops)
        if rest:
            yield from _placed(rest, x, its_touches, here, down)


@lru_cache(12288)  # a page of 10,000 items; more are only of hours past, and fill memory
def _drawn(branch: Branch, x: Frame, touched: _Touches) -> tuple[_Drawn, ...]:
    """Draw what hangs on a box, in the box's coordinates."""
    is_merged = bool(touched) and touched[0].at == 0 and touched[0].is_merged
    fan = fan_of(branch, x, is_merged)
    return tuple([_hung(it, branch, x, _part(touched, it)) for it in fan.hung])


def _hung(it: Hung, above: Branch, x: Frame, touched: _Touches) -> _Drawn:
    item, strokes = above.items[it.at], it.strokes
    if touched and touched[0].at == 0:
        strokes += touched[0].strokes
    branch = None
    if it.block.kids:
        items = above.items[it.at : it.at + it.block.rows]
        branch = Branch(it.block, items, it.column)
    if branch and it.block.rows <= _MOST:
        ops, branch = _with_branch(strokes, branch, x, touched), None
    else:
        ops = box_ops(strokes, item.content)
    across = x.lefts[it.column] - x.lefts[above.column]
    return _Drawn(group(item, across, it.top, ops), branch, touched)


@lru_cache(12288)
def _with_branch(strokes: Strokes, branch: Branch, x: Frame, touched: _Touches) -> tuple[Op, ...]:
    """Draw a box and all that hangs on it."""
    inner = (it.group for it in _drawn(branch, x, touched))
    return (*box_ops(strokes, branch.items[0].content), *inner)


def _part(touched: _Touches, it: Hung) -> _Touches:
    """Return what touches one of several branches."""
    if not touched:
        return ()
    start = bisect_left(touched, (it.at,))
    end = bisect_left(touched, (it.at + it.block.rows,), start)
    return tuple([mine._replace(at=mine.at - it.at) for mine in touched[start:end]])

"""The links of a driver diagram, each as one whole line to be laid over its picture.

In the picture siblings share what they draw, so no single link could be lit or thickened there.
"""

from collections.abc import Iterator
from itertools import chain
from typing import NamedTuple

from ilead_studio.drawing.driver_blocks import Block
from ilead_studio.drawing.driver_columns import tree_of
from ilead_studio.drawing.driver_fans import Head, Strokes
from ilead_studio.drawing.driver_fans import Stroke as Way
from ilead_studio.drawing.driver_fold import shown
from ilead_studio.drawing.driver_frame import Frame
from ilead_studio.drawing.driver_lines import lit_ops
from ilead_studio.drawing.driver_plan import Arranged, arranged
from ilead_studio.drawing.marks import View
from ilead_studio.drawing.ops import Op, Point
from ilead_studio.model import TheoryPlan
from ilead_studio.rules.outline import Row


class Linked(NamedTuple):
    """One link of a drawing: its two ends, and the whole line with its arrow head."""

    child: str
    parent: str
    strokes: Strokes


def links_drawn(rows: tuple[Row, ...], plan: TheoryPlan, view: View) -> Iterator[Linked]:
    """Give every link on the drawing of the rows by a plan."""
    visible, extras = shown(rows, view)
    whole = arranged(tree_of(visible), plan, extras)
    items = whole.stack.items
    for child, parent, way in _ways(whole):
        yield Linked(items[child].id, items[parent].id, (way, Head("arrow", way.points[-1])))


def lines_in_sight(
    rows: tuple[Row, ...], plan: TheoryPlan, view: View, lit: frozenset[str]
) -> tuple[Op, ...]:
    """Return the links between items that are ``lit``, on the drawing of the rows by a plan."""
    links = links_drawn(rows, plan, view)
    seen = (it.strokes for it in links if {it.child, it.parent} <= lit)
    return lit_ops(tuple(chain.from_iterable(seen)))


def _ways(whole: Arranged) -> Iterator[tuple[int, int, Way]]:
    """Give each child with its parent and the way of the link between them."""
    stack, x = whole.stack, whole.frame
    for parent in range(len(stack.items)):
        if stack.tree.kids[parent]:
            branch, top = stack.branch(parent), stack.heights.tops[parent]
            end = x.arrow(branch.column)
            hung = _hung(branch.block, x, 1, top - branch.block.top, branch.column)
            for at, points in hung:
                way = _way(
                    (*points, (end, points[-1][1])), is_weak=stack.items[parent + at].is_weak
                )
                yield parent + at, parent, way
    for path in whole.paths:
        yield path.child, path.parent, _way(path.points, is_weak=path.is_weak)


def _hung(
    block: Block, x: Frame, at: int, down: float, column: int
) -> Iterator[tuple[int, tuple[Point, ...]]]:
    """Give each box that hangs on a block whose frame is ``down``, and its way to the port.

    Boxes are counted from ``at``; on a pass hangs what skips its column.
    """
    port, trunk = down + block.port, x.trunks[column]
    for kid, shift in zip(block.kids, block.shifts, strict=True):
        if kid.is_pass:
            ends = list(_hung(kid, x, at, down + shift, column + 1))
        else:
            ends = [(at, ((x.lefts[column + 1], down + shift + kid.port),))]
        for number, points in ends:
            yield number, (*points, (trunk, points[-1][1]), (trunk, port))
        at += kid.rows


def _way(points: tuple[Point, ...], *, is_weak: bool) -> Way:
    """Return a way without the points at which it does not bend."""
    kept = [points[0]]
    for here, after in zip(points[1:], (*points[2:], None), strict=True):
        straight = after and (
            kept[-1][0] == here[0] == after[0] or kept[-1][1] == here[1] == after[1]
        )
        if here != kept[-1] and not straight:
            kept.append(here)
    return Way(tuple(kept), is_weak)

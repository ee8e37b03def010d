"""The outline links of a driver diagram: one fan for each parent, and for each pass.

In a fan the children's stubs meet on the trunk, and one lead goes on from there to the parent.
"""

from collections.abc import Container, Sequence
from typing import Final, Literal, NamedTuple

from ilead_studio.drawing.driver_columns import Stack, Tree
from ilead_studio.drawing.driver_frame import Frame
from ilead_studio.drawing.ops import Point
from ilead_studio.drawing.room import snap

_SAME: Final = 1e-9


class Path(NamedTuple):
    """A link as points from the child's left side to the parent's arrow.

    ``ring`` is where it shows that it skips a column. The lead of a fan is no further link.
    """

    child: int
    parent: int
    is_weak: bool
    points: tuple[Point, ...]
    ring: Point | None = None
    is_further: bool = True


class Stroke(NamedTuple):
    """A line with round corners."""

    points: tuple[Point, ...]
    is_weak: bool
    is_further: bool = False

    def moved(self, dx: float, dy: float) -> "Stroke":
        """Return the stroke at another place."""
        points = tuple([(x + dx, y + dy) for x, y in self.points])
        return Stroke(points, self.is_weak, self.is_further)


class Head(NamedTuple):
    """A sign on a line: its arrow head, the ring of a skipped column, or where it begins."""

    kind: Literal["arrow", "ring", "dot"]
    place: Point

    def moved(self, dx: float, dy: float) -> "Head":
        """Return the sign at another place."""
        return Head(self.kind, (self.place[0] + dx, self.place[1] + dy))


class _End(NamedTuple):
    """Where a child's link reaches the gap: from ``x`` at height ``y``, drawn by ``owner``."""

    x: float
    y: float
    owner: int
    is_weak: bool


def fans(
    stack: Stack, x: Frame, nets: Container[int], strokes: list[list[Stroke | Head]]
) -> dict[int, Path]:
    """Draw all outline links; each stroke is added to those of its child.

    Parents in ``nets`` get further links as well: their leads are returned instead of drawn, so
    that nothing is drawn twice.
    """
    tree, ports = stack.tree, stack.ports
    leads: dict[int, Path] = {}
    ends: list[_End | None] = [None] * len(tree.columns)
    for node in reversed(tree.preorder):
        kids = tree.kids[node]
        column = tree.columns[node]
        if not kids:
            ends[node] = _row_end(tree, node, x, ports)
            continue
        here = [end for kid in kids if (end := ends[kid])]
        nearest = _fan(here, x.trunks[column], ports[node], strokes)
        start = nearest.x if nearest.y == ports[node] else x.trunks[column]
        if tree.is_pass(node):
            _ring(stack, x, node, nearest.owner, strokes)
            ends[node] = nearest._replace(x=start, y=ports[node])
            continue
        way = (start, ports[node]), (x.arrow(column), ports[node])
        strokes[nearest.owner].append(Head("arrow", way[1]))
        if node in nets:
            leads[node] = Path(nearest.owner, node, nearest.is_weak, way, is_further=False)
        else:
            strokes[nearest.owner].append(Stroke(way, nearest.is_weak))
        ends[node] = _row_end(tree, node, x, ports)
    return leads


def _row_end(tree: Tree, node: int, x: Frame, ports: Sequence[float]) -> _End:
    row = tree.rows[node]
    is_weak = bool(row.weak) and row.parent_id in row.weak
    return _End(x.lefts[tree.columns[node]], ports[node], node, is_weak)


def _fan(ends: list[_End], trunk: float, port: float, strokes: list[list[Stroke | Head]]) -> _End:
    """Draw the stubs of siblings and the trunk; return who draws the lead, and how.

    The lead is solid if any of the links is, and drawn by the strong one nearest to it. A child at
    the height of its parent has no stub of its own if it draws the lead.
    """
    above = [it for it in ends if it.y < port]
    below = [it for it in reversed(ends) if it.y > port]
    for side in (above, below):
        _half(side, trunk, port, strokes)
    nearest = min(ends, key=lambda it: (it.is_weak, abs(it.y - port)))
    for it in ends:
        if it.y == port and it is not nearest:
            strokes[it.owner].append(Stroke(((it.x, it.y), (trunk, it.y)), it.is_weak))
    return nearest


def _half(side: list[_End], trunk: float, port: float, strokes: list[list[Stroke | Head]]) -> None:
    """Draw one half of a fan, its children in order from the outermost to the parent.

    The outermost draws the trunk; if it is weak, the first strong one draws the rest.
    """
    if not side:
        return
    first = side[0]
    strong = next((it for it in side if not it.is_weak), None)
    end = strong.y if strong else port
    if strong is not first:
        corner = (first.x, first.y), (trunk, first.y), (trunk, end)
        strokes[first.owner].append(Stroke(corner, is_weak=True))
    for it in side[1:] if strong is not first else side:
        if it is strong and it is first:
            corner = (it.x, it.y), (trunk, it.y), (trunk, port)
            strokes[it.owner].append(Stroke(corner, is_weak=False))
            continue
        strokes[it.owner].append(Stroke(((it.x, it.y), (trunk, it.y)), it.is_weak))
        if it is strong:
            strokes[it.owner].append(Stroke(((trunk, it.y), (trunk, port)), is_weak=False))


def _ring(
    stack: Stack, x: Frame, node: int, owner: int, strokes: list[list[Stroke | Head]]
) -> None:
    """Mark a pass with a ring if one of its links really skips a column of drivers."""
    tree = stack.tree
    row = tree.rows[owner]
    parent = node
    while tree.is_pass(parent):
        parent = tree.up[parent]
    if row.column > tree.rows[parent].column + 1:
        column = tree.columns[node]
        place = snap(x.lefts[column] + x.widths[column] / 2), stack.ports[node]
        strokes[owner].append(Head("ring", place))

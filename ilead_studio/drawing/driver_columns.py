"""Where the boxes of a driver diagram stand: columns, sizes, and heights by contour packing.

Columns are the longest way from the aim; all change ideas share the last one. Where a child skips
columns, invisible thin *passes* keep a way free for its link. A branch only ever moves as a whole,
which keeps the picture steady while somebody types. Lengths in points.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, NamedTuple

from ilead_studio.drawing.driver_boxes import Air, Content, Extras, air_of, content_of
from ilead_studio.drawing.room import snap
from ilead_studio.model import TheoryPlan
from ilead_studio.rules.outline import Role, Row

PASS: Final = 5.0
"""Height kept free for a link that skips a column."""


@dataclass(frozen=True)
class Tree:
    """The outline as numbers. Nodes are the rows, in order, and after them the passes.

    ``columns`` and ``up`` have one entry a node, ``kids`` one tuple. ``further`` are the links to
    further parents: child, parent. ``count`` says how many columns there are.
    """

    rows: tuple[Row, ...]
    columns: tuple[int, ...]
    up: tuple[int, ...]
    kids: tuple[tuple[int, ...], ...]
    further: tuple[tuple[int, int], ...]
    count: int

    @cached_property
    def has_ideas(self) -> bool:
        """Whether the last column holds change ideas."""
        return any(row.role is Role.IDEA for row in self.rows)

    def is_pass(self, node: int) -> bool:
        """Whether a node only keeps a way free."""
        return node >= len(self.rows)

    @cached_property
    def preorder(self) -> tuple[int, ...]:
        """All nodes, parents before children, in outline order."""
        found, waiting = [], [0]
        while waiting:
            here = waiting.pop()
            found.append(here)
            if self.kids[here]:
                waiting.extend(reversed(self.kids[here]))
        return tuple(found)


class Stack(NamedTuple):
    """The heights of all nodes: ``tops``, ``heights`` and ``ports`` (where links meet them)."""

    tree: Tree
    contents: tuple[Content, ...]
    tops: tuple[float, ...]
    heights: tuple[float, ...]
    ports: tuple[float, ...]
    bottom: float


def tree_of(rows: tuple[Row, ...], last: int = 0) -> Tree:
    """Return the tree of a theory's rows, with passes.

    ``last`` is the least number of the ideas' column: the pages of one theory have the same
    columns.
    """
    index = {row.id: at for at, row in enumerate(rows)}
    up = [index[row.parent_id] if row.parent_id else -1 for row in rows]
    further = tuple((at, index[it]) for at, row in enumerate(rows) if row.also for it in row.also)
    columns = _columns(rows, last)
    kids = _with_passes(columns, up)
    return Tree(rows, tuple(columns), tuple(up), kids, further, max(columns) + 1)


def _columns(rows: tuple[Row, ...], last: int) -> list[int]:
    idea = Role.IDEA
    ideas = max(max((row.column for row in rows if row.role is not idea), default=0) + 1, last)
    return [ideas if row.role is idea else row.column for row in rows]


def _with_passes(columns: list[int], up: list[int]) -> tuple[tuple[int, ...], ...]:
    """Add passes to ``columns`` and ``up``; return the children of every node.

    Neighbouring children that skip the same column share a pass, so their links merge early.
    """
    rows = len(up)
    kids: list[list[int]] = [[] for _ in up]
    for child, parent in enumerate(up):
        if parent >= 0:
            kids[parent].append(child)
    node = 0
    while node < len(kids):
        following = columns[node] + 1
        if any(columns[child] != following for child in kids[node]):
            kids[node] = _stands(node, kids, columns, up, rows)
        node += 1
    return tuple(map(tuple, kids))


def _stands(
    node: int, kids: list[list[int]], columns: list[int], up: list[int], rows: int
) -> list[int]:
    """Return what stands in the column after a node: its children there, and new passes."""
    stands: list[int] = []
    for child in kids[node]:
        if columns[child] == columns[node] + 1:
            stands.append(child)
            continue
        if not stands or stands[-1] < rows:
            stands.append(len(up))
            up.append(node)
            columns.append(columns[node] + 1)
            kids.append([])
        kids[stands[-1]].append(child)
        up[child] = stands[-1]
    return stands


def stacked(tree: Tree, plan: TheoryPlan, extras: Extras) -> Stack:
    """Give every box its height and its place in its column."""
    air = air_of(plan.air)
    widths = widths_of(tree, plan, extras)
    gutters = extras.gutters(tree.rows, tree.columns)
    contents = tuple(
        content_of(row, widths[column], air, column in gutters, extras)
        for row, column in zip(tree.rows, tree.columns, strict=False)
    )
    heights = [it.height for it in contents] + [PASS] * (len(tree.columns) - len(contents))
    tops = packed(tree, heights, air)
    ports = tuple([top + height / 2 for top, height in zip(tops, heights, strict=True)])
    bottom = max(map(float.__add__, tops, heights))
    return Stack(tree, contents, tuple(tops), tuple(heights), ports, bottom)


def widths_of(tree: Tree, plan: TheoryPlan, extras: Extras) -> tuple[float, ...]:
    """Return the widths of the columns: as planned, or as wide as their signs."""
    least = extras.least_widths(tree.rows, tree.columns, tree.count)
    return tuple(max(plan.width(at), least[at]) for at in range(tree.count))


class _Contour(NamedTuple):
    """The outline of a branch in its own frame: its top and bottom in each of its columns."""

    tops: list[float]
    bottoms: list[float]


def packed(tree: Tree, heights: Sequence[float], air: Air) -> list[float]:
    """Return the top of every node; the highest is 0.

    Branches under one parent are pushed together until their contours touch, and the parent
    stands at the middle of its first and last child.
    """
    tops = [0.0] * len(heights)  # in the frame of the node's own branch
    shifts = [0.0] * len(heights)  # of a branch in its parent's frame
    contours: dict[int, _Contour] = {}
    gaps = _gaps(tree, air)
    for node in reversed(tree.preorder):
        kids = tree.kids[node]
        if not kids:
            continue
        gap = gaps[tree.columns[node] + 1]
        whole = _joined(kids, contours, shifts, heights, gap, air.branch)
        first, last = kids[0], kids[-1]
        ends = tops[first] + heights[first] / 2, shifts[last] + tops[last] + heights[last] / 2
        tops[node] = snap((ends[0] + ends[1]) / 2) - heights[node] / 2
        contours[node] = _Contour(
            [tops[node], *whole.tops], [tops[node] + heights[node], *whole.bottoms]
        )
    return _settled(tree, tops, shifts)


def _gaps(tree: Tree, air: Air) -> list[float]:
    """Return the space between neighbours under one parent, for each column."""
    gaps = [air.sibling] * tree.count
    gaps[-1] = air.idea if tree.has_ideas else air.sibling
    if tree.count > 2:
        gaps[1] = air.primary
    return gaps


def _joined(
    kids: Sequence[int],
    contours: dict[int, _Contour],
    shifts: list[float],
    heights: Sequence[float],
    gap: float,
    apart: float,
) -> _Contour:
    """Stack the branches of siblings, each pushed up against what stands above it."""
    whole = contours.pop(kids[0], None) or _Contour([0.0], [heights[kids[0]]])
    for kid in kids[1:]:
        branch = contours.pop(kid, None)
        if branch is None:  # a leaf
            shifts[kid] = whole.bottoms[0] + gap
            whole.bottoms[0] = shifts[kid] + heights[kid]
        else:
            shifts[kid] = _pushed(whole, branch, gap, apart)
    return whole


def _pushed(whole: _Contour, branch: _Contour, gap: float, apart: float) -> float:
    """Push a branch up against what stands above it; return by how much it is shifted."""
    shift = whole.bottoms[0] + (gap if len(whole.bottoms) == 1 else max(gap, apart))
    shift -= branch.tops[0]
    for above, below in zip(whole.bottoms[1:], branch.tops[1:], strict=False):
        shift = max(shift, above + apart - below)
    for at, (top, bottom) in enumerate(zip(branch.tops, branch.bottoms, strict=True)):
        if at < len(whole.bottoms):
            whole.bottoms[at] = bottom + shift
        else:
            whole.tops.append(top + shift)
            whole.bottoms.append(bottom + shift)
    return shift


def _settled(tree: Tree, tops: list[float], shifts: list[float]) -> list[float]:
    """Add up the shifts from the aim down, and move the whole so that the highest top is 0."""
    base = [0.0] * len(tops)
    for node in tree.preorder:
        tops[node] += base[node]
        for kid in tree.kids[node]:
            base[kid] = base[node] + shifts[kid]
    highest = min(tops)
    return [top - highest for top in tops]

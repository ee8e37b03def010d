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
    skipping: list[int] = []
    for child, parent in enumerate(up):
        if parent >= 0:
            kids[parent].append(child)
            if columns[child] != columns[parent] + 1:
                skipping.append(parent)
    waiting = sorted(set(skipping), reverse=True)
    while waiting:
        node, first = waiting.pop(), len(kids)
        kids[node] = _stands(node, kids, columns, up, rows)
        waiting += (it for it in range(first, len(kids)) if _skips(it, kids, columns))
    return tuple(map(tuple, kids))


def _skips(node: int, kids: list[list[int]], columns: list[int]) -> bool:
    return any(columns[child] != columns[node] + 1 for child in kids[node])


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


_Contour = tuple[list[float], list[float]]
"""The outline of a branch in its own frame: its tops and its bottoms in each of its columns."""


def packed(tree: Tree, heights: Sequence[float], air: Air) -> list[float]:
    """Return the top of every node; the highest is 0.

    Branches under one parent are pushed together until their contours touch, and the parent
    stands at the middle of its first and last child.
    """
    tops = [0.0] * len(heights)  # in the frame of the node's own branch
    shifts = [0.0] * len(heights)  # of a branch in its parent's frame
    contours: dict[int, _Contour] = {}  # of branches that are more than a leaf
    gaps = _gaps(tree, air)
    columns, all_kids = tree.columns, tree.kids
    for node in reversed(tree.preorder):
        kids = all_kids[node]
        if not kids:
            continue
        column = columns[node] + 1
        whole = _joined(kids, contours, shifts, heights, gaps[column], air.branch)
        first, last = kids[0], kids[-1]
        ends = tops[first] + heights[first] / 2, shifts[last] + tops[last] + heights[last] / 2
        top = tops[node] = round((ends[0] + ends[1]) * 32) / 64 - heights[node] / 2
        whole[0].insert(0, top)
        whole[1].insert(0, top + heights[node])
        contours[node] = whole
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
    whole = contours.pop(kids[0], None) or ([0.0], [heights[kids[0]]])
    bottoms = whole[1]
    for kid in kids[1:]:
        branch = contours.pop(kid, None) if contours else None
        if branch is None:  # a leaf
            shift = shifts[kid] = bottoms[0] + gap
            bottoms[0] = shift + heights[kid]
        else:
            shifts[kid] = _pushed(whole, branch, gap, apart)
    return whole


def _pushed(whole: _Contour, branch: _Contour, gap: float, apart: float) -> float:
    """Push a branch up against what stands above it; return by how much it is shifted."""
    tops, bottoms = branch
    shift = whole[1][0] + (gap if len(whole[1]) == 1 else max(gap, apart)) - tops[0]
    for above, below in zip(whole[1][1:], tops[1:], strict=False):
        if above + apart - below > shift:
            shift = above + apart - below
    known = len(whole[1])
    for at, bottom in enumerate(bottoms):
        if at < known:
            whole[1][at] = bottom + shift
        else:
            whole[0].append(tops[at] + shift)
            whole[1].append(bottom + shift)
    return shift


def _settled(tree: Tree, tops: list[float], shifts: list[float]) -> list[float]:
    """Add up the shifts from the aim down, and move the whole so that the highest top is 0."""
    base = [0.0] * len(tops)
    all_kids = tree.kids
    for node in tree.preorder:
        here = base[node]
        tops[node] += here
        for kid in all_kids[node]:
            base[kid] = here + shifts[kid]
    highest = min(tops)
    return [top - highest for top in tops]

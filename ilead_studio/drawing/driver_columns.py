"""Where the boxes of a driver diagram stand: columns, sizes, and heights by contour packing.

Columns are the longest way from the aim; all change ideas share the last one. Where a child skips
columns, invisible thin *passes* keep a way free for its link. A branch only ever moves as a whole,
which keeps the picture steady while somebody types. Lengths in points.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Final, NamedTuple

from ilead_studio.drawing.fonts import REGULAR, SEMIBOLD
from ilead_studio.drawing.room import snap
from ilead_studio.drawing.text import Label, label
from ilead_studio.model import TheoryPlan
from ilead_studio.rules.outline import Role, Row

PAD_X: Final = 7.0
PASS: Final = 5.0
"""Height kept free for a link that skips a column."""
_PAD_Y: Final = 4.5
_PORT: Final = 5.0
"""Height that each further link asks of a box."""


class Style(NamedTuple):
    """How the words of a box are set."""

    face: str
    size: float
    lead: float


class Sized(NamedTuple):
    """The words of a box, wrapped, and the box's height."""

    label: Label
    height: float


@dataclass(frozen=True)
class Tree:
    """The outline as numbers. Nodes are the rows, in order, and after them the passes.

    ``columns`` and ``up`` have one entry a node, ``kids`` one tuple. ``extra`` are the links to
    further parents: child, parent.
    """

    rows: tuple[Row, ...]
    columns: tuple[int, ...]
    up: tuple[int, ...]
    kids: tuple[tuple[int, ...], ...]
    extra: tuple[tuple[int, int], ...]

    @property
    def count(self) -> int:
        """How many columns there are."""
        return max(self.columns) + 1

    @property
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
            waiting.extend(reversed(self.kids[here]))
        return tuple(found)


class Stack(NamedTuple):
    """The heights of all nodes: ``tops``, ``heights`` and ``ports`` (where links meet them)."""

    tree: Tree
    sizes: tuple[Sized, ...]
    tops: tuple[float, ...]
    heights: tuple[float, ...]
    ports: tuple[float, ...]

    @property
    def bottom(self) -> float:
        """The lowest point; the highest is 0."""
        return max(top + height for top, height in zip(self.tops, self.heights, strict=True))


def tree_of(rows: tuple[Row, ...]) -> Tree:
    """Return the tree of a theory's rows, with passes."""
    index = {row.id: at for at, row in enumerate(rows)}
    up = [index[row.parent_id] if row.parent_id else -1 for row in rows]
    extra = tuple((at, index[other]) for at, row in enumerate(rows) for other in row.also)
    columns = _columns(rows)
    kids = _with_passes(columns, up)
    return Tree(rows, tuple(columns), tuple(up), kids, extra)


def _columns(rows: tuple[Row, ...]) -> list[int]:
    last = max((row.column for row in rows if row.role is not Role.IDEA), default=0) + 1
    return [last if row.role is Role.IDEA else row.column for row in rows]


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
        kids[node] = stands
        node += 1
    return tuple(map(tuple, kids))


_AIM: Final = Style(SEMIBOLD, 11.5, 14.5)
_PRIMARY: Final = Style(SEMIBOLD, 10.0, 12.5)
_OTHER: Final = Style(REGULAR, 10.0, 12.5)


def style(row: Row) -> Style:
    """Return how a row's words are set: the aim larger, the primary drivers stronger."""
    if row.role is Role.AIM:
        return _AIM
    return _PRIMARY if row.role is Role.DRIVER and row.column == 1 else _OTHER


def sized(row: Row, width: float, air: float) -> Sized:
    """Wrap a row's words for a box of a width; more links to it make a box higher."""
    look = style(row)
    words = label(row.text, look.face, look.size, width - 2 * PAD_X)
    height = len(words.lines) * look.lead + 2 * pad_y(air)
    return Sized(words, max(height, _PORT * (2 + 2 * len(row.also))) if row.also else height)


@lru_cache(64)
def pad_y(air: float) -> float:
    """Return the space above and below the words of a box."""
    return snap(_PAD_Y * min(1.0, max(air, 0.4)))


def stacked(tree: Tree, plan: TheoryPlan) -> Stack:
    """Give every box its height and its place in its column."""
    sizes = tuple(
        sized(row, plan.width(column), plan.air)
        for row, column in zip(tree.rows, tree.columns, strict=False)
    )
    heights = [it.height for it in sizes] + [PASS] * (len(tree.columns) - len(sizes))
    tops = _packed(tree, heights, _gaps(tree, plan.air), snap(12.0 * plan.air))
    ports = tuple(top + height / 2 for top, height in zip(tops, heights, strict=True))
    return Stack(tree, sizes, tuple(tops), tuple(heights), ports)


def _gaps(tree: Tree, air: float) -> list[float]:
    """Return the space between neighbours under one parent, for each column."""
    gaps = [8.0 * air] * tree.count
    gaps[-1] = (4.5 if tree.has_ideas else 8.0) * air
    if tree.count > 2:
        gaps[1] = 16.0 * air
    return [snap(gap) for gap in gaps]


class _Contour(NamedTuple):
    """The outline of a branch in its own frame: its top and bottom in each of its columns."""

    tops: list[float]
    bottoms: list[float]


def _packed(
    tree: Tree, heights: Sequence[float], gaps: Sequence[float], apart: float
) -> list[float]:
    """Return the top of every node; the highest is 0.

    Branches under one parent are pushed together until their contours touch, and the parent
    stands at the middle of its first and last child. ``apart`` is the space between branches.
    """
    tops = [0.0] * len(heights)  # in the frame of the node's own branch
    shifts = [0.0] * len(heights)  # of a branch in its parent's frame
    contours: dict[int, _Contour] = {}
    for node in reversed(tree.preorder):
        kids = tree.kids[node]
        if not kids:
            contours[node] = _Contour([0.0], [heights[node]])
            continue
        whole = contours.pop(kids[0])
        for kid in kids[1:]:
            shifts[kid] = _joined(whole, contours.pop(kid), gaps[tree.columns[kid]], apart)
        first, last = kids[0], kids[-1]
        ends = tops[first] + heights[first] / 2, shifts[last] + tops[last] + heights[last] / 2
        tops[node] = snap((ends[0] + ends[1]) / 2) - heights[node] / 2
        bottom = tops[node] + heights[node]
        contours[node] = _Contour([tops[node], *whole.tops], [bottom, *whole.bottoms])
    return _settled(tree, tops, shifts)


def _joined(whole: _Contour, branch: _Contour, gap: float, apart: float) -> float:
    """Push a branch up against what stands above it; return by how much it is shifted."""
    leaves = len(whole.bottoms) == 1 or len(branch.tops) == 1
    shift = whole.bottoms[0] + (gap if leaves else max(gap, apart)) - branch.tops[0]
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

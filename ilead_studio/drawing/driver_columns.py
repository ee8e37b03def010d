"""The columns of a driver diagram, and the tree that is drawn in them.

Columns are the longest way from the aim; all change ideas share the last one. Where a child skips
columns, invisible thin *passes* keep a way free for its link.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import compress, count
from operator import itemgetter
from typing import Final

from ilead_studio.rules.outline import Role, Row

_id: Final = itemgetter(Row._fields.index("id"))
_parent: Final = itemgetter(Row._fields.index("parent_id"))
_also: Final = itemgetter(Row._fields.index("also"))


@dataclass(frozen=True)
class Tree:
    """The outline as numbers. Nodes are the rows, in order, and after them the passes.

    ``columns`` and ``up`` have one entry a node, ``kids`` one tuple. ``further`` are the links to
    further parents: child, parent. ``count`` says how many columns there are; the last one may hold
    change ideas.
    """

    rows: tuple[Row, ...]
    columns: tuple[int, ...]
    up: tuple[int, ...]
    kids: tuple[tuple[int, ...], ...]
    further: tuple[tuple[int, int], ...]
    count: int
    has_ideas: bool

    def is_of_ideas(self, column: int) -> bool:
        """Whether a column holds change ideas."""
        return self.has_ideas and column == self.count - 1

    def is_pass(self, node: int) -> bool:
        """Whether a node only keeps a way free."""
        return node >= len(self.rows)

    @cached_property
    def downward(self) -> Sequence[int]:
        """All nodes, parents before children, in outline order."""
        if len(self.kids) == len(self.rows):
            return range(len(self.rows))
        found, waiting = [], [0]
        while waiting:
            here = waiting.pop()
            found.append(here)
            waiting.extend(reversed(self.kids[here]))
        return tuple(found)

    @cached_property
    def upward(self) -> Sequence[int]:
        """All nodes that have children, children before parents."""
        return [node for node in reversed(self.downward) if self.kids[node]]


def tree_of(rows: tuple[Row, ...], last: int = 0) -> Tree:
    """Return the tree of a theory's rows, with passes.

    ``last`` is the least number of the ideas' column: the pages of one theory have the same
    columns.
    """
    index = dict(zip(map(_id, rows), count()))
    up = [-1, *[index[above] for above in map(_parent, rows[1:])]]
    sharing = compress(enumerate(rows), map(_also, rows))
    further = tuple([(at, index[it]) for at, row in sharing for it in row.also])
    columns, ideas = _columns(rows, last)
    kids, many = _with_passes(columns, up), max(columns) + 1
    return Tree(rows, tuple(columns), tuple(up), kids, further, many, many > ideas)


def _columns(rows: tuple[Row, ...], last: int) -> tuple[list[int], int]:
    """Return the column of each row, and the one where ideas stand if there are any."""
    idea = Role.IDEA
    ideas = max(max([row.column for row in rows if row.role is not idea], default=0) + 1, last)
    return [ideas if row.role is idea else row.column for row in rows], ideas


def _with_passes(columns: list[int], up: list[int]) -> tuple[tuple[int, ...], ...]:
    """Add passes to ``columns`` and ``up``; return the children of every node.

    Neighbouring children that skip the same column share a pass, so their links merge early.
    """
    rows = len(up)
    kids: list[list[int]] = [[] for _ in up]
    skipping: list[int] = []
    for child, parent in enumerate(up[1:], 1):
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

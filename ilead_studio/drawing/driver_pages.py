"""Which boxes of a large theory stand together on a page.

A page holds whole branches in outline order, with all that stands above them. A branch that is too
large for one page is cut into the branches of its children.
"""

from collections.abc import Callable, Container, Sequence
from itertools import pairwise
from math import inf
from typing import NamedTuple

from ilead_studio.rules.outline import Row

Members = tuple[int, ...]
"""Places of rows in the outline, in order."""
Fits = Callable[[Members], bool]
Sizes = Callable[[tuple[Members, ...]], Sequence[float]]

_LONG: int = 40
"""Characters that make one more line in a box."""
LINE = 15.5
"""Height of a box of one line with its gap, in points of ten-point text."""
_SURELY = 0.5
_NEVER = 1.3
"""Parts of a page's lines that always and never fit."""


class _Branch(NamedTuple):
    members: Members
    lines: float


_Shared = tuple[_Branch, ...]
"""What stands on a page, but for what stands above it."""


def pages(
    rows: Sequence[Row], height: float, fits: Fits, sizes: Sizes, most: float = inf
) -> tuple[Members, ...]:
    """Share the rows among as few pages as possible, as even as possible.

    ``height`` is that of a page in points of ten-point text; ``fits`` tells whether rows fit a page
    at a size that can be read, ``sizes`` how large words can be on each of several pages with the
    same columns; 1 is just large enough. A branch too large for a page of its own is cut again.
    No pages come back if there have to be more than ``most``.
    """
    cut = _Cut(rows, height, fits)
    branches = [it for child in cut.children(0) for it in cut.branches(child)]
    number = max(2, int(sum(it.lines for it in branches) / cut.most / 1.1))
    last: list[_Shared] = []
    while len(shared := _shared(branches, number)) <= most:
        if shared != last:  # often one page more is no reason to share them in another way
            members, last = tuple(map(cut.with_heads, shared)), shared
            found = sizes(members)
        small = [it for it in zip(found, shared, strict=True) if it[0] < 1.0]
        small = [(size, page) for size, page in small if len(page) > 1 or cut.children_of(page[0])]
        if not small:
            return members
        branches = cut.finer(branches, {page[0] for _, page in small if len(page) == 1})
        least = min(size for size, _ in small)
        number = max(number, len(shared)) + max(1, int(number * (1.0 - least)))
    return ()


class _Cut:
    """Cuts one outline."""

    def __init__(self, rows: Sequence[Row], height: float, fits: Fits) -> None:
        self.rows = rows
        self.fits = fits
        self.most = height / LINE
        index = {row.id: at for at, row in enumerate(rows)}
        self.up = [index[row.parent_id] if row.parent_id else -1 for row in rows]
        self.ends = list(range(1, len(rows) + 1))
        for at in range(len(rows) - 1, 0, -1):
            self.ends[self.up[at]] = max(self.ends[self.up[at]], self.ends[at])

    def children(self, at: int) -> list[int]:
        """Return the rows that stand directly under a row."""
        found, here = [], at + 1
        while here < self.ends[at]:
            found.append(here)
            here = self.ends[here]
        return found

    def branches(self, at: int) -> list[_Branch]:
        """Return a branch whole if it fits a page, else the branches of its children."""
        found, waiting = [], [at]
        while waiting:
            here = waiting.pop()
            whole, children = self.branch(here), self.children(here)
            if not children or self._is_small(whole):
                found.append(whole)
            else:
                waiting.extend(reversed(children))
        return found

    def branch(self, at: int) -> _Branch:
        """Return the branch of a row."""
        return _Branch(tuple(range(at, self.ends[at])), self.lines(at))

    def children_of(self, branch: _Branch) -> list[_Branch]:
        """Return the branches of the children of a branch's head."""
        return [self.branch(child) for child in self.children(branch.members[0])]

    def finer(self, branches: Sequence[_Branch], large: Container[_Branch]) -> list[_Branch]:
        """Cut the large ones of some branches into those of their children."""
        return [
            part for it in branches for part in (self.children_of(it) if it in large else (it,))
        ]

    def _is_small(self, branch: _Branch) -> bool:
        share = branch.lines / self.most
        return share < _SURELY or (share < _NEVER and self.fits(self.with_heads((branch,))))

    def lines(self, at: int) -> float:
        """Return about how many lines the leaves of a branch have."""
        leaves = (it for it in range(at, self.ends[at]) if self.ends[it] == it + 1)
        return sum(1.0 + 0.8 * (len(self.rows[it].text) // _LONG) for it in leaves)

    def with_heads(self, branches: Sequence[_Branch]) -> Members:
        """Return the members of branches and all that stands above them."""
        members = {it for branch in branches for it in branch.members}
        for branch in branches:
            above = self.up[branch.members[0]]
            while above >= 0:
                members.add(above)
                above = self.up[above]
        return tuple(sorted(members))


def _shared(branches: Sequence[_Branch], number: int) -> list[_Shared]:
    """Share branches in order among a number of pages so that the fullest has least."""
    lines = [it.lines for it in branches]
    low, high = sum(lines) / number / 2, sum(lines)
    while high - low > 0.5:
        middle = (low + high) / 2
        low, high = (low, middle) if len(_starts(lines, middle)) <= number else (middle, high)
    starts = _starts(lines, high)
    return [tuple(branches[at:end]) for at, end in pairwise((*starts, len(branches)))]


def _starts(branches: Sequence[float], most: float) -> list[int]:
    """Fill pages with at most so many lines each; return with which branch each page begins."""
    found: list[int] = []
    used, full = most + 1.0, most + 1e-9
    for at, lines in enumerate(branches):
        if used + lines > full:
            found.append(at)
            used = 0.0
        used += lines
    return found

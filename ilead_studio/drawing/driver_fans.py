"""The outline links of a driver diagram: one fan for each parent.

In a fan the children's stubs meet on the trunk, and one lead goes on from there to the parent.
Children that skip columns have fans of their own at the passes on their way.
"""

from collections import defaultdict
from functools import lru_cache
from typing import Literal, NamedTuple

from ilead_studio.drawing.driver_blocks import Block
from ilead_studio.drawing.driver_frame import Frame
from ilead_studio.drawing.driver_stack import Branch
from ilead_studio.drawing.ops import Point
from ilead_studio.drawing.room import snap


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


Strokes = tuple[Stroke | Head, ...]
_Mine = defaultdict[int, list[Stroke | Head]]
"""The strokes of each item."""


class End(NamedTuple):
    """Where a link reaches a gap: from ``x`` at height ``y``, drawn by an item, its ``owner``."""

    x: float
    y: float
    owner: int
    is_weak: bool


class Hung(NamedTuple):
    """A box on a fan: its item, its block, its column, its top, and what it draws of the fan.

    ``top`` counts from that of the parent, the strokes are in the coordinates of the box.
    """

    at: int
    block: Block
    column: int
    top: float
    strokes: Strokes


class Fan(NamedTuple):
    """The children of a box, and its lead: where it begins and which item draws it."""

    hung: tuple[Hung, ...]
    lead: End


@lru_cache(12288)
def fan_of(branch: Branch, x: Frame, is_merged: bool) -> Fan:
    """Draw the fan of a branch's own box; a merged lead is drawn with further links, not here.

    Everything counts from the top of that box.
    """
    found = _Drawn(branch, x)
    lead = found.fan(branch.block, 1, -branch.block.top, branch.column)
    way = (lead.x, lead.y), (x.arrow(branch.column), lead.y)
    found.strokes[lead.owner].append(Head("arrow", way[1]))
    if not is_merged:
        found.strokes[lead.owner].append(Stroke(way, lead.is_weak))
    return Fan(tuple(map(found.finished, found.hung)), lead)


class _Drawn:
    """What is drawn of one fan."""

    def __init__(self, branch: Branch, x: Frame) -> None:
        self.items = branch.items
        self.x = x
        self.strokes: _Mine = defaultdict(list)
        self.hung: list[Hung] = []

    def finished(self, it: Hung) -> Hung:
        """Return a box with all its strokes in its own coordinates."""
        left = self.x.lefts[it.column]
        return it._replace(
            strokes=tuple([stroke.moved(-left, -it.top) for stroke in self.strokes[it.at]])
        )

    def fan(self, block: Block, at: int, down: float, column: int) -> End:
        """Draw what meets at a box or a pass whose frame is ``down``; return where it goes on.

        ``at`` is the first item that hangs on it.
        """
        ends = []
        for kid, shift in zip(block.kids, block.shifts, strict=True):
            ends.append(self._end(kid, at, down + shift, column + 1))
            at += kid.rows
        port, trunk = down + block.port, self.x.trunks[column]
        nearest = _fan(ends, trunk, port, self.strokes)
        return nearest._replace(x=nearest.x if nearest.y == port else trunk, y=port)

    def _end(self, kid: Block, at: int, down: float, column: int) -> End:
        if kid.is_pass:
            end = self.fan(kid, at, down, column)
            if self.items[end.owner].column > self.items[0].column + 1:
                middle = snap(self.x.lefts[column] + self.x.widths[column] / 2)
                self.strokes[end.owner].append(Head("ring", (middle, end.y)))
            return end
        self.hung.append(Hung(at, kid, column, down + kid.top, ()))
        return End(self.x.lefts[column], down + kid.port, at, self.items[at].is_weak)


def _fan(ends: list[End], trunk: float, port: float, strokes: _Mine) -> End:
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


def _half(side: list[End], trunk: float, port: float, strokes: _Mine) -> None:
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

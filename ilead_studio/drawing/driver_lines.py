"""Turns the ways of links into operations in which no piece of a line is drawn twice.

Links to one parent merge. Were each drawn whole, dots would fall between dots and look solid, and
edges would thicken. So each link draws only what is not there yet: strong ones first, short ones
before long ones. What a link draws belongs to its child.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from ilead_studio.drawing.driver_links import HEAD_LENGTH, Path
from ilead_studio.drawing.ops import Box, Curve, Line, Op, Pen, Point, Polyline, Rect

STRONG: Final = Pen("ink_soft", 1.2)
WEAK: Final = Pen("ink_soft", 1.4, (0.05, 3.2))
_RING: Final = 2.6
_ROUND: Final = 4.0
_HALF_HEAD: Final = 2.9


_Span = tuple[float, float]
_Piece = tuple[Point, Point]
"""A straight piece of a line that one link draws."""


class _Covered:
    """What is drawn already of one net: spans that do not touch, on each straight line."""

    def __init__(self) -> None:
        self._lines: dict[tuple[bool, float], list[_Span]] = {}

    def added(self, line: tuple[bool, float], low: float, high: float) -> list[_Span]:
        """Cover a span of a line (is it upright, and where); return what was not covered."""
        spans = self._lines.get(line)
        if spans is None:
            self._lines[line] = [(low, high)]
            return [(low, high)]
        joined = sorted(it for it in spans if it[0] <= high and it[1] >= low)
        fresh, here = [], low
        for start, end in joined:
            if start > here:
                fresh.append((here, start))
            here = max(here, end)
        if here < high:
            fresh.append((here, high))
        apart = [it for it in spans if it not in joined]
        first = min(low, joined[0][0]) if joined else low
        self._lines[line] = [*apart, (first, max(here, high))]
        return fresh


def link_ops(paths: Iterable[Path], origins: Sequence[Point]) -> dict[int, list[Op]]:
    """Return the operations of all links, by the number of the child to which they belong.

    ``origins`` are the places of the children's groups; operations are in their coordinates.
    """
    nets: dict[int, list[Path]] = {}
    for path in paths:
        nets.setdefault(path.parent, []).append(path)
    found: dict[int, list[Op]] = {}
    for net in nets.values():
        net.sort(key=lambda it: (it.is_weak, _length(it), it.child))
        for child, op in _net_ops(net, origins):
            found.setdefault(child, []).append(op)
    return found


def _length(path: Path) -> float:
    return sum(_apart(a, b) for a, b in pairwise(path.points))


def _net_ops(net: list[Path], origins: Sequence[Point]) -> Iterator[tuple[int, Op]]:
    """Draw the links to one parent: pieces joined at bends, rings, and one arrow head."""
    covered = _Covered()
    drawn = [(path, _pieces(path, covered)) for path in net]
    ends = Counter(point for _, pieces in drawn for piece in pieces for point in piece)
    rings: set[Point] = set()
    for path, pieces in drawn:
        x, y = origins[path.child]
        pen = WEAK if path.is_weak else STRONG
        for chain in _chains(pieces, ends):
            yield path.child, _drawn(tuple((a - x, b - y) for a, b in chain), pen)
        if path.ring and path.ring not in rings:
            rings.add(path.ring)
            yield path.child, _ring(path.ring[0] - x, path.ring[1] - y)
    (x, y), tip = origins[net[0].child], net[0].points[-1]
    yield net[0].child, _arrow_head(tip[0] - x, tip[1] - y)


def _pieces(path: Path, covered: _Covered) -> list[_Piece]:
    """Return what a link has to draw, from the child to the parent."""
    pieces: list[_Piece] = []
    for a, b in pairwise(path.points):
        if a[0] == b[0]:
            fresh = covered.added((True, a[0]), min(a[1], b[1]), max(a[1], b[1]))
            here = [((a[0], low), (a[0], high)) for low, high in fresh]
        else:
            fresh = covered.added((False, a[1]), min(a[0], b[0]), max(a[0], b[0]))
            here = [((low, a[1]), (high, a[1])) for low, high in fresh]
        pieces += here if a < b else [(end, start) for start, end in reversed(here)]
    return pieces


def _chains(pieces: list[_Piece], ends: Mapping[Point, int]) -> Iterator[list[Point]]:
    """Join the pieces of one link where it bends and nothing else meets it."""
    chain: list[Point] = []
    for start, end in pieces:
        if chain and chain[-1] == start and ends[start] == 2:
            chain.append(end)
            continue
        if chain:
            yield chain
        chain = [start, end]
    if chain:
        yield chain


@lru_cache(8192)
def _drawn(chain: tuple[Point, ...], pen: Pen) -> Op:
    """Draw a chain of straight pieces with round corners."""
    if len(chain) == 2:
        return Line(chain[0], chain[1], pen)
    arcs: list[tuple[Point, Point, Point]] = []
    here = chain[0]
    for at in range(1, len(chain) - 1):
        corner = chain[at]
        radius = min(_ROUND, _apart(chain[at - 1], corner) / 2, _apart(corner, chain[at + 1]) / 2)
        into, out = (
            _toward(corner, chain[at - 1], radius),
            _toward(corner, chain[at + 1], radius),
        )
        arcs.append((here, into, into))
        arcs.append(
            (_toward(into, corner, radius * 0.55), _toward(out, corner, radius * 0.55), out)
        )
        here = out
    arcs.append((here, chain[-1], chain[-1]))
    return Curve(chain[0], tuple(arcs), pen=pen)


def _apart(a: Point, b: Point) -> float:
    return abs(a[0] - b[0]) + abs(a[1] - b[1])


def _toward(start: Point, goal: Point, step: float) -> Point:
    """Return the point ``step`` further on a straight way."""
    whole = _apart(start, goal)
    share = step / whole if whole else 0.0
    return start[0] + (goal[0] - start[0]) * share, start[1] + (goal[1] - start[1]) * share


def _ring(x: float, y: float) -> Rect:
    """Draw the sign of a link that skips a column."""
    box = Box(x - _RING, y - _RING, 2 * _RING, 2 * _RING)
    return Rect(box, _RING, "paper", Pen("ink_soft", 1.0))


@lru_cache(1024)
def _arrow_head(x: float, y: float) -> Polyline:
    """Draw an arrow head whose base is at (``x``, ``y``) and whose tip is nearer to the aim."""
    points = ((x - HEAD_LENGTH, y), (x + 0.5, y - _HALF_HEAD), (x + 0.5, y + _HALF_HEAD))
    return Polyline(points, closed=True, fill="ink_soft")

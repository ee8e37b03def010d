"""Turns the ways of links into operations in which no piece of a line is drawn twice.

Links to one parent merge. Were each drawn whole, dots would fall between dots and look solid, and
edges would thicken. So each link draws only what is not there yet: strong ones first, short ones
before long ones. What a link draws belongs to its child.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from ilead_studio.drawing.driver_links import HEAD_LENGTH, Path
from ilead_studio.drawing.ops import Box, Curve, Line, Op, Pen, Point, Polyline, Rect

STRONG: Final = Pen("ink_soft", 1.2)
WEAK: Final = Pen("ink_soft", 1.4, (0.05, 3.2))
_RING: Final = 2.6
_ROUND: Final = 4.0
_HALF_HEAD: Final = 2.9


class _Piece(NamedTuple):
    """A straight piece of a line, drawn by a link."""

    start: Point
    end: Point
    is_weak: bool

    @property
    def is_upright(self) -> bool:
        """Whether it runs up and down."""
        return self.start[0] == self.end[0]


class _Covered:
    """What is drawn already on one straight line: spans that do not touch."""

    def __init__(self) -> None:
        self._spans: list[tuple[float, float]] = []

    def added(self, low: float, high: float) -> list[tuple[float, float]]:
        """Cover a span; return the parts of it that were not covered."""
        joined = [it for it in self._spans if it[0] <= high and it[1] >= low]
        if not joined:
            self._spans.append((low, high))
            return [(low, high)] if high > low else []
        fresh, here = [], low
        for start, end in sorted(joined):
            if start > here:
                fresh.append((here, start))
            here = max(here, end)
        if here < high:
            fresh.append((here, high))
        apart = [it for it in self._spans if it not in joined]
        self._spans = [*apart, (min(low, min(joined)[0]), max(here, high))]
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
    steps = zip(path.points, path.points[1:], strict=False)
    return sum(abs(a[0] - b[0]) + abs(a[1] - b[1]) for a, b in steps)


def _net_ops(net: list[Path], origins: Sequence[Point]) -> Iterator[tuple[int, Op]]:
    """Draw the links to one parent: pieces joined at bends, rings, and one arrow head."""
    covered: dict[tuple[bool, float], _Covered] = {}
    pieces = {at: list(_pieces(path, covered)) for at, path in enumerate(net)}
    ends: dict[Point, int] = {}
    for piece in (piece for own in pieces.values() for piece in own):
        for point in piece[:2]:
            ends[point] = ends.get(point, 0) + 1
    rings: set[Point] = set()
    for at, path in enumerate(net):
        for chain in _chains(pieces[at], ends):
            pen = WEAK if path.is_weak else STRONG
            yield path.child, _drawn([_from(point, origins[path.child]) for point in chain], pen)
        if path.ring and path.ring not in rings:
            rings.add(path.ring)
            yield path.child, _ring(_from(path.ring, origins[path.child]))
    first = net[0]
    yield first.child, _arrow_head(_from(first.points[-1], origins[first.child]))


def _from(point: Point, origin: Point) -> Point:
    return point[0] - origin[0], point[1] - origin[1]


def _pieces(path: Path, covered: dict[tuple[bool, float], _Covered]) -> Iterator[_Piece]:
    """Return what a link has to draw, from the child to the parent."""
    for a, b in zip(path.points, path.points[1:], strict=False):
        upright = a[0] == b[0]
        along, across = (1, 0) if upright else (0, 1)
        low, high = sorted((a[along], b[along]))
        line = covered.setdefault((upright, a[across]), _Covered())
        fresh = line.added(low, high)
        for start, end in fresh if a[along] <= b[along] else [it[::-1] for it in reversed(fresh)]:
            ends = [(a[0], start), (a[0], end)] if upright else [(start, a[1]), (end, a[1])]
            yield _Piece(ends[0], ends[1], path.is_weak)


def _chains(pieces: list[_Piece], ends: dict[Point, int]) -> Iterator[list[Point]]:
    """Join the pieces of one link where it bends and nothing else meets it."""
    chain: list[Point] = []
    for piece in pieces:
        if chain and chain[-1] == piece.start and ends[piece.start] == 2:
            chain.append(piece.end)
            continue
        if chain:
            yield chain
        chain = [piece.start, piece.end]
    if chain:
        yield chain


def _drawn(chain: list[Point], pen: Pen) -> Op:
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


def _ring(at: Point) -> Rect:
    """Draw the sign of a link that skips a column."""
    box = Box(at[0] - _RING, at[1] - _RING, 2 * _RING, 2 * _RING)
    return Rect(box, _RING, "paper", Pen("ink_soft", 1.0))


def _arrow_head(at: Point) -> Polyline:
    """Draw an arrow head whose base is at a point and whose tip is nearer to the aim."""
    x, y = at
    points = ((x - HEAD_LENGTH, y), (x + 0.5, y - _HALF_HEAD), (x + 0.5, y + _HALF_HEAD))
    return Polyline(points, closed=True, fill="ink_soft")

"""The lines of a driver diagram: no piece of a line is drawn twice.

Links to one parent merge. Were each drawn whole, dots would fall between dots and look solid, and
edges would thicken. So the outline links of a parent are drawn as one *fan*, in which each piece
belongs to one child, and a further link draws only what is not there yet. What a link draws belongs
to its child, and is cut on a paper-coloured ground where it may cross others.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple

from ilead_studio.drawing.driver_boxes import Content
from ilead_studio.drawing.driver_fans import Head, Stroke, Strokes, fan_of
from ilead_studio.drawing.driver_frame import HEAD_LENGTH, Frame, Path
from ilead_studio.drawing.driver_stack import Stack
from ilead_studio.drawing.ops import Box, Curve, Line, Op, Pen, Point, Polyline, Rect

STRONG: Final = Pen("ink_soft_line", 1.2)
WEAK: Final = Pen("ink_soft_line", 1.4, (0.05, 3.2))
FURTHER: Final = Pen("ink_soft_line", 0.8)
FURTHER_WEAK: Final = Pen("ink_soft_line", 1.1, (0.05, 2.6))
LIT: Final = Pen("accent", 2.0)
"""A link in the line of sight, about 2.5 pixels on a screen; beside it a weak one."""
LIT_WEAK: Final = Pen("accent", 2.0, (0.05, 3.6))
_HALO: Final = Pen("paper", 2.8)
_HALO_SHORT: Final = 2.25
"""A halo ends this far before its line does, so that it spares what the line joins."""
_RING: Final = 2.6
_DOT: Final = 1.7
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


class Touch(NamedTuple):
    """What further links add to the picture of an item of a branch.

    ``is_merged`` if they lead to it, ``strokes`` if it draws some, in its box's coordinates.
    """

    at: int
    is_merged: bool
    strokes: Strokes


def touches(stack: Stack, x: Frame, paths: Sequence[Path]) -> tuple[Touch, ...]:
    """Draw the further links; return what they add to each item that they touch, in order."""
    nets: dict[int, list[Path]] = {}
    for path in paths:
        nets.setdefault(path.parent, []).append(path)
    strokes: dict[int, list[Stroke | Head]] = {}
    for parent, net in nets.items():
        lead = [_lead(stack, x, parent)] if stack.tree.kids[parent] else []
        _draw_net([*lead, *net], strokes)
    return tuple(
        Touch(at, at in nets, _in_box(strokes.get(at, ()), stack, x, at))
        for at in sorted({*nets, *strokes})
    )


def _lead(stack: Stack, x: Frame, parent: int) -> Path:
    """Return the lead of a parent's fan, which its further links join."""
    branch, top = stack.branch(parent), stack.heights.tops[parent]
    lead = fan_of(branch, x, True).lead
    way = (lead.x, lead.y + top), (x.arrow(branch.column), lead.y + top)
    return Path(parent + lead.owner, parent, lead.is_weak, way, is_further=False)


def _in_box(strokes: Iterable[Stroke | Head], stack: Stack, x: Frame, at: int) -> Strokes:
    left, top = x.lefts[stack.tree.columns[at]], stack.heights.tops[at]
    return tuple([it.moved(-left, -top) for it in strokes])


def _length(path: Path) -> float:
    return sum(_apart(a, b) for a, b in pairwise(path.points))


def _draw_net(net: list[Path], strokes: dict[int, list[Stroke | Head]]) -> None:
    """Draw the further links to one parent, and the piece of its fan that they share.

    Strong ones come first, and short ones before long ones.
    """
    net.sort(key=lambda it: (it.is_weak, it.is_further, _length(it), it.child))
    covered = _Covered()
    drawn = [(path, _pieces(path, covered)) for path in net]
    ends = Counter(point for _, pieces in drawn for piece in pieces for point in piece)
    rings: set[Point] = set()
    for path, pieces in drawn:
        mine = strokes.setdefault(path.child, [])
        mine += (
            Stroke(tuple(chain), path.is_weak, path.is_further) for chain in _chains(pieces, ends)
        )
        if path.is_further:
            mine.append(Head("dot", path.points[0]))
        if path.ring and path.ring not in rings:
            rings.add(path.ring)
            mine.append(Head("ring", path.ring))
    if not any(not path.is_further for path in net):
        strokes[net[0].child].append(Head("arrow", net[0].points[-1]))


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


@lru_cache(12288)
def box_ops(strokes: Strokes, content: Content) -> tuple[Op, ...]:
    """Draw a row: its links, and over them its box."""
    return (*line_ops(strokes), *content.ops) if strokes else content.ops


def lit_ops(strokes: Strokes, strong: Pen = LIT, weak: Pen = LIT_WEAK) -> tuple[Op, ...]:
    """Draw strokes in other pens: usually as links in the line of sight."""
    lines = [it for it in strokes if isinstance(it, Stroke)]
    heads = (_sign(it, strong.role) for it in strokes if isinstance(it, Head))
    return (*(_chain(it.points, weak if it.is_weak else strong) for it in lines), *heads)


def line_ops(strokes: Strokes) -> tuple[Op, ...]:
    """Draw strokes: first all halos, then lines, then dots, rings and heads."""
    lines = [it for it in strokes if isinstance(it, Stroke)]
    halos = [_chain(short, _HALO) for it in lines if it.is_further and (short := _shorter(it))]
    heads = (_sign(it) for it in strokes if isinstance(it, Head))
    return (*halos, *(_chain(it.points, _pen(it)) for it in lines), *heads)


def _pen(stroke: Stroke) -> Pen:
    if stroke.is_further:
        return FURTHER_WEAK if stroke.is_weak else FURTHER
    return WEAK if stroke.is_weak else STRONG


def _shorter(stroke: Stroke) -> tuple[Point, ...]:
    """Return a chain cut at both ends; nothing when there is too little of it."""
    points = stroke.points
    if min(_apart(points[0], points[1]), _apart(points[-2], points[-1])) <= 2 * _HALO_SHORT:
        return ()
    first = _toward(points[0], points[1], _HALO_SHORT)
    return (first, *points[1:-1], _toward(points[-1], points[-2], _HALO_SHORT))


def _chain(chain: tuple[Point, ...], pen: Pen) -> Op:
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


def _sign(head: Head, role: str = STRONG.role) -> Op:
    """Draw the ring of a link that skips a column, the dot where a further link begins, or a tip.

    The base of an arrow head is at its place and the tip nearer to the aim.
    """
    x, y = head.place
    if head.kind == "arrow":
        points = ((x - HEAD_LENGTH, y), (x + 0.5, y - _HALF_HEAD), (x + 0.5, y + _HALF_HEAD))
        return Polyline(points, closed=True, fill=role)
    if head.kind == "dot":
        box = Box(x - _DOT, y - _DOT, 2 * _DOT, 2 * _DOT)
        return Rect(box, _DOT, role)
    box = Box(x - _RING, y - _RING, 2 * _RING, 2 * _RING)
    return Rect(box, _RING, "paper", Pen(role, 1.0))

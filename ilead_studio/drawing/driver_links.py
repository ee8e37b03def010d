"""Ways for the links of a driver diagram, through the gaps between its columns.

All links to one parent are a *net*. A net's outline links meet on a trunk; links from further
children ("also serves") run on tracks left of the trunk, so that they never lie on another net's
stubs. They move no box: a gap only widens by the tracks it needs, and a column is crossed between
two boxes. On the left of a gap runs are called leads, on its right stubs; a stub may not share its
height with a foreign lead, because the two would look like one line.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from ilead_studio.drawing.driver_columns import Stack
from ilead_studio.drawing.ops import Point
from ilead_studio.drawing.room import snap
from ilead_studio.model import TheoryPlan

ARROW: Final = 10.0
TRACK: Final = 4.25
STUB: Final = 11.0
ARROW_AIR: Final = 2.0
"""An arrow ends this far from its box."""
HEAD_LENGTH: Final = 5.5
BESIDE: Final = 2.0
_CLEAR: Final = 4.0
"""Least distance of a link to the boxes it passes."""
_ROOMY: Final = 7.0
_HUGGING: Final = 12.0
"""A way that passes a box nearer than ``_ROOMY`` is worth this much of a detour."""
_PORT_STEP: Final = 6
"""Where a further link leaves its box, if it can: this far from the middle."""
_RUNS_APART: Final = 3.0
_NEARBY: Final = 12
"""How many boxes up and down a way through a column is looked for."""


class Leg(NamedTuple):
    """What a link does in one gap: it enters at height ``right`` and leaves at ``left``."""

    gap: int
    right: float
    left: float


class Route(NamedTuple):
    """The way of a further link from a child to a parent."""

    child: int
    parent: int
    legs: tuple[Leg, ...]


class Path(NamedTuple):
    """A link as points from the child's left side to the parent's arrow.

    ``ring`` is where it shows that it skips a column.
    """

    child: int
    parent: int
    is_weak: bool
    points: tuple[Point, ...]
    ring: Point | None


class Frame(NamedTuple):
    """The whole in x: left side and width of each column, trunks and tracks of each gap."""

    lefts: tuple[float, ...]
    widths: tuple[float, ...]
    trunks: tuple[float, ...]
    tracks: dict[tuple[int, int], int]

    @property
    def right(self) -> float:
        """The right side of the last column."""
        return self.lefts[-1] + self.widths[-1]

    def track(self, gap: int, parent: int) -> float:
        """Return the x of a net's track in a gap."""
        return self.trunks[gap] - TRACK * (self.tracks[gap, parent] + 1)

    def arrow(self, column: int) -> float:
        """Return the x where links to a column's boxes end, behind the arrow head."""
        return self.lefts[column] + self.widths[column] + ARROW_AIR + HEAD_LENGTH


class _Runs:
    """Heights taken by the horizontal runs on one side of a gap, each with its net."""

    def __init__(self) -> None:
        self._buckets: dict[int, list[tuple[float, int]]] = {}

    def add(self, y: float, net: int) -> None:
        self._buckets.setdefault(int(y // _RUNS_APART), []).append((y, net))

    def distance(self, y: float, net: int) -> float:
        """Return how near the nearest foreign run is, at most ``_RUNS_APART``."""
        at = int(y // _RUNS_APART)
        near = (run for key in (at - 1, at, at + 1) for run in self._buckets.get(key, ()))
        return min((abs(y - it) for it, other in near if other != net), default=_RUNS_APART)


class _Router:
    """Finds ways one after the other; what is taken stays taken."""

    def __init__(self, stack: Stack) -> None:
        tree = stack.tree
        self.stack = stack
        self.leads = [_Runs() for _ in range(tree.count)]
        self.stubs = [_Runs() for _ in range(tree.count)]
        self.columns: list[list[tuple[float, float]]] = [[] for _ in range(tree.count)]
        self.through: dict[tuple[int, int], float] = {}
        self.floor = stack.bottom
        for node, column in enumerate(tree.columns):
            top = stack.tops[node]
            self.columns[column].append((top, top + stack.heights[node]))
            self.leads[column].add(stack.ports[node], self.net(node))
        for spans in self.columns:
            spans.sort()

    def net(self, node: int) -> int:
        """Return the parent for which a node keeps a way; a row stands for itself."""
        tree = self.stack.tree
        while tree.is_pass(node):
            node = tree.up[node]
        return node

    def ports(self) -> dict[tuple[int, int], float]:
        """Give each further link a height of its own at its child's left side."""
        found: dict[tuple[int, int], float] = {}
        ports, tree = self.stack.ports, self.stack.tree
        for child, parent in sorted(tree.extra, key=lambda it: (ports[it[0]], ports[it[1]], it)):
            own = [y for (other, _), y in found.items() if other == child] + [ports[child]]
            y = self._port(child, parent, own)
            found[child, parent] = y
            self.stubs[tree.columns[child] - 1].add(y, parent)
        return found

    def _port(self, child: int, parent: int, own: list[float]) -> float:
        """Choose the nearest height on the side of the parent that is clear of all others."""
        ports = self.stack.ports
        leads = self.leads[self.stack.tree.columns[child] - 1]
        turn = 1.0 if ports[parent] >= ports[child] else -1.0
        most = int(self.stack.heights[child] / 2 - 2.0)
        near = sorted(range(3, max(most, 3) + 1), key=lambda step: abs(step - _PORT_STEP))
        steps = [side * step for step in near for side in (turn, -turn)]
        best, widest = ports[child], -1.0
        for step in steps:
            y = ports[child] + step
            clear = min(leads.distance(y, parent), *(abs(y - it) for it in own))
            if clear > widest:
                best, widest = y, clear
            if clear >= _RUNS_APART:
                break
        return best

    def route(self, child: int, parent: int, port: float) -> Route:
        """Lead one link from its port through the columns it skips to the parent."""
        tree, ports = self.stack.tree, self.stack.ports
        legs, here = [], port
        for column in range(tree.columns[child] - 1, tree.columns[parent], -1):
            way = self._way(column, here, ports[parent], parent)
            legs.append(Leg(column, here, way))
            here = way
        legs.append(Leg(tree.columns[parent], here, ports[parent]))
        return Route(child, parent, tuple(legs))

    def _way(self, column: int, here: float, goal: float, net: int) -> float:
        """Choose the height at which a net crosses a column; all its links cross there."""
        if (column, net) not in self.through:
            y = self._free(column, here, goal, net)
            self.through[column, net] = y
            self.leads[column].add(y, net)
            self.stubs[column - 1].add(y, net)
            self.floor = max(self.floor, y + _CLEAR)
        return self.through[column, net]

    def _free(self, column: int, here: float, goal: float, net: int) -> float:
        tries = sorted(self._candidates(column, here, goal))
        found = next((y for _, y in tries if self._is_free(column, y, net)), None)
        if found is not None:
            return found
        y = self.floor + _CLEAR
        while not self._is_free(column, y, net):
            y += _RUNS_APART
        return y

    def _candidates(self, column: int, here: float, goal: float) -> Iterator[tuple[float, float]]:
        """Return heights between boxes near a link, each with the detour it costs."""
        spans = self.columns[column]
        middle = bisect_left(spans, (here, here))
        for at in range(max(0, middle - _NEARBY), min(len(spans), middle + _NEARBY) + 1):
            top = spans[at - 1][1] + _CLEAR if at else 0.0
            bottom = spans[at][0] - _CLEAR if at < len(spans) else max(top, self.floor)
            if bottom < top:
                continue
            air = _ROOMY - _CLEAR
            inner = (top, bottom, top + air, bottom - air, snap((top + bottom) / 2))
            for y in (here, goal, *inner):
                if top <= y <= bottom:
                    hugs = min(y - top, bottom - y) < air
                    yield abs(y - here) + abs(y - goal) + _HUGGING * hugs, y

    def _is_free(self, column: int, y: float, net: int) -> bool:
        sides = (self.leads[column - 1], self.leads[column])
        stubs = (self.stubs[column - 1], self.stubs[column])
        return all(runs.distance(y, net) >= _RUNS_APART for runs in (*sides, *stubs))


def routes(stack: Stack) -> tuple[tuple[Route, ...], float]:
    """Find the ways of all further links, and how low the whole then reaches."""
    if not stack.tree.extra:
        return (), stack.bottom
    router = _Router(stack)
    ports = router.ports()
    found = [router.route(child, parent, port) for (child, parent), port in ports.items()]
    return tuple(found), router.floor


def frame(stack: Stack, plan: TheoryPlan, found: Iterable[Route]) -> Frame:
    """Set columns and gaps side by side, each gap as wide as its tracks ask."""
    tracks, counts = _tracks(found, stack.tree.count)
    lefts, trunks, x = [], [], 0.0
    widths = tuple(plan.width(column) for column in range(stack.tree.count))
    for width, count in zip(widths, counts, strict=True):
        lefts.append(x)
        trunks.append(x + width + ARROW + TRACK * count + BESIDE)
        x = trunks[-1] + STUB
    return Frame(tuple(lefts), widths, tuple(trunks), tracks)


def _tracks(found: Iterable[Route], columns: int) -> tuple[dict[tuple[int, int], int], list[int]]:
    """Give every net a track in each gap it runs through; those on one track never meet.

    Returns the tracks by (gap, parent), 0 nearest to the trunk, and their number in each gap.
    """
    spans: dict[tuple[int, int], list[float]] = {}
    for route in found:
        for leg in route.legs:
            spans.setdefault((leg.gap, route.parent), []).extend((leg.right, leg.left))
    short = sorted(spans, key=lambda it: (it[0], max(spans[it]) - min(spans[it]), it[1]))
    tracks: dict[tuple[int, int], int] = {}
    taken: list[list[list[tuple[float, float]]]] = [[] for _ in range(columns)]
    for gap, parent in short:
        span = min(spans[gap, parent]), max(spans[gap, parent])
        tracks[gap, parent] = _placed(span, taken[gap])
    return tracks, [len(gap) for gap in taken]


def _placed(span: tuple[float, float], tracks: list[list[tuple[float, float]]]) -> int:
    for number, track in enumerate(tracks):
        if all(span[0] > high + _RUNS_APART or span[1] < low - _RUNS_APART for low, high in track):
            track.append(span)
            return number
    tracks.append([span])
    return len(tracks) - 1


def paths(stack: Stack, x: Frame, found: Iterable[Route]) -> Iterator[Path]:
    """Return every link of the theory as points, outline links first."""
    for child in range(1, len(stack.tree.rows)):
        yield _outline_path(stack, x, child)
    for route in found:
        yield _further_path(stack, x, route)


def _outline_path(stack: Stack, x: Frame, child: int) -> Path:
    """Follow a link over its trunk, and through passes if it skips columns."""
    tree, ports = stack.tree, stack.ports
    column = tree.columns[child]
    points, node, ring = [(x.lefts[column], ports[child])], child, None
    while True:
        up = tree.up[node]
        trunk = x.trunks[tree.columns[up]]
        points += [(trunk, ports[node]), (trunk, ports[up])]
        node = up
        if not tree.is_pass(node):
            break
        ring = _ring(x, tree.columns[node], ports[node])
    points.append((x.arrow(tree.columns[node]), ports[node]))
    row = tree.rows[child]
    return Path(child, node, row.parent_id in row.weak, _bends(points), ring)


def _further_path(stack: Stack, x: Frame, route: Route) -> Path:
    tree, first = stack.tree, route.legs[0]
    points = [(x.lefts[first.gap + 1], first.right)]
    for leg in route.legs:
        track = x.track(leg.gap, route.parent)
        points += [(track, leg.right), (track, leg.left)]
    last = route.legs[-1]
    points.append((x.arrow(last.gap), last.left))
    ring = _ring(x, last.gap + 1, last.right) if len(route.legs) > 1 else None
    is_weak = tree.rows[route.parent].id in tree.rows[route.child].weak
    return Path(route.child, route.parent, is_weak, _bends(points), ring)


def _bends(points: list[Point]) -> tuple[Point, ...]:
    """Keep the ends of a way, and the points where it bends."""
    kept = points[:1]
    for here, following in zip(points[1:], [*points[2:], None], strict=True):
        if following and (kept[-1][0] == here[0] == following[0]):
            continue
        if following and (kept[-1][1] == here[1] == following[1]):
            continue
        kept.append(here)
    return tuple(kept)


def _ring(x: Frame, column: int, y: float) -> Point:
    return (snap(x.lefts[column] + x.widths[column] / 2), y)

"""Ways for the further links of a driver diagram, through the gaps between its columns.

All links to one parent are a *net*. Outline links meet on a trunk, the same for all parents of a
gap; links from further children ("also serves") run on tracks left of the trunk, so that they never
lie on another net's stubs. They move no box: a gap only widens by the tracks it needs, and a column
is crossed between two boxes. On the left of a gap runs are called leads, on its right stubs; a stub
may not share its height with a foreign lead, because the two would look like one line.
"""

from bisect import bisect_left
from collections.abc import Iterator
from typing import Final, NamedTuple

from ilead_studio.drawing.driver_blocks import Heights
from ilead_studio.drawing.driver_columns import Tree
from ilead_studio.drawing.room import snap

RUNS_APART: Final = 3.0
_CLEAR: Final = 3.0
"""Least distance of a link to the boxes it passes."""
_ROOMY: Final = 7.0
_HUGGING: Final = 12.0
"""A way that passes a box nearer than ``_ROOMY`` is worth this much of a detour."""
_PORT_STEP: Final = 6
"""Where a further link leaves its box, if it can: this far from the middle."""
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


class _Runs:
    """Heights taken by the horizontal runs on one side of a gap, each with its net."""

    def __init__(self) -> None:
        self._buckets: dict[int, list[tuple[float, int]]] = {}

    def add(self, y: float, net: int) -> None:
        self._buckets.setdefault(int(y // RUNS_APART), []).append((y, net))

    def distance(self, y: float, net: int) -> float:
        """Return how near the nearest foreign run is, at most ``RUNS_APART``."""
        at, least = int(y // RUNS_APART), RUNS_APART
        for key in (at - 1, at, at + 1):
            for run, other in self._buckets.get(key, ()):
                if other != net and abs(y - run) < least:
                    least = abs(y - run)
        return least


class _Router:
    """Finds ways one after the other; what is taken stays taken."""

    def __init__(self, tree: Tree, heights: Heights) -> None:
        self.tree = tree
        self.heights = heights
        self.leads = [_Runs() for _ in range(tree.count)]
        self.stubs = [_Runs() for _ in range(tree.count)]
        self.columns: list[list[tuple[float, float]]] = [[] for _ in range(tree.count)]
        self.through: dict[tuple[int, int], float] = {}
        for node, column in enumerate(tree.columns):
            top = heights.tops[node]
            self.columns[column].append((top, top + heights.heights[node]))
            self.leads[column].add(heights.ports[node], node)
        self.floor = max(bottom for spans in self.columns for _, bottom in spans)
        for spans in self.columns:
            spans.sort()

    def ports(self) -> dict[tuple[int, int], float]:
        """Give each further link a height of its own at its child's left side."""
        found: dict[tuple[int, int], float] = {}
        taken: dict[int, list[float]] = {}
        ports, tree = self.heights.ports, self.tree
        for child, parent in sorted(tree.further, key=lambda it: (ports[it[0]], ports[it[1]], it)):
            own = taken.setdefault(child, [ports[child]])
            y = self._port(child, parent, own)
            own.append(y)
            found[child, parent] = y
            self.stubs[tree.columns[child] - 1].add(y, parent)
        return found

    def _port(self, child: int, parent: int, own: list[float]) -> float:
        """Choose the nearest height on the side of the parent that is clear of all others."""
        ports = self.heights.ports
        leads = self.leads[self.tree.columns[child] - 1]
        turn = 1.0 if ports[parent] >= ports[child] else -1.0
        best, widest = ports[child], -1.0
        for step in _port_steps(int(self.heights.heights[child] / 2 - 2.0)):
            for y in (ports[child] + turn * step, ports[child] - turn * step):
                clear = min(leads.distance(y, parent), *(abs(y - it) for it in own))
                if clear > widest:
                    best, widest = y, clear
                if clear >= RUNS_APART:
                    return best
        return best

    def route(self, child: int, parent: int, port: float) -> Route:
        """Lead one link from its port through the columns it skips to the parent."""
        tree, ports = self.tree, self.heights.ports
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
        """Return the height between two boxes that costs least, or one under all of them."""
        best, least = -1.0, float("inf")
        for nearest, ways in self._between(column, here, goal):
            if nearest >= least:
                continue
            for y, hugging in ways:
                cost = abs(y - here) + abs(y - goal) + hugging
                if cost < least and self._is_free(column, y, net):
                    best, least = y, cost
        if best >= 0:
            return best
        y = self.floor + _CLEAR
        while not self._is_free(column, y, net):
            y += RUNS_APART
        return y

    def _between(
        self, column: int, here: float, goal: float
    ) -> Iterator[tuple[float, list[tuple[float, float]]]]:
        """Return the spaces between boxes near a link: the least detour of each, and its ways."""
        spans = self.columns[column]
        middle = bisect_left(spans, (here, here))
        for step in range(_NEARBY):
            for at in {middle - step, middle + step}:
                if not 0 <= at <= len(spans):
                    continue
                top = spans[at - 1][1] + _CLEAR if at else 0.0
                bottom = spans[at][0] - _CLEAR if at < len(spans) else max(top, self.floor)
                if top <= bottom:
                    away = max(top - here, here - bottom, 0.0) + max(top - goal, goal - bottom, 0.0)
                    yield away, _ways(top, bottom, here, goal)

    def _is_free(self, column: int, y: float, net: int) -> bool:
        return all(
            runs.distance(y, net) >= RUNS_APART
            for side in (self.leads, self.stubs)
            for runs in (side[column], side[column - 1])
        )


def _port_steps(most: int) -> list[int]:
    """Return distances from the middle of a box, the usual one first."""
    return sorted(range(3, max(most, 3) + 1), key=lambda step: abs(step - _PORT_STEP))[:40]


def _ways(top: float, bottom: float, here: float, goal: float) -> list[tuple[float, float]]:
    """Return heights in a space between boxes, each with what it costs to be near a box."""
    air = _ROOMY - _CLEAR
    tries = (here, goal, top, bottom, top + air, bottom - air, snap((top + bottom) / 2))
    return [
        (y, _HUGGING if min(y - top, bottom - y) < air else 0.0)
        for y in tries
        if top <= y <= bottom
    ]


def routes(tree: Tree, heights: Heights) -> tuple[tuple[Route, ...], float]:
    """Find the ways of all further links, and how low the whole then reaches."""
    router = _Router(tree, heights)
    ports = router.ports()
    found = [router.route(child, parent, port) for (child, parent), port in ports.items()]
    return tuple(found), router.floor

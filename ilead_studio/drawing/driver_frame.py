"""The x of a driver diagram: columns, trunks, tracks, and with them the ways of further links."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from heapq import heappop, heappush
from typing import Final, NamedTuple

from ilead_studio.drawing.driver_columns import Tree
from ilead_studio.drawing.driver_links import RUNS_APART, Route
from ilead_studio.drawing.ops import Point
from ilead_studio.drawing.room import snap

ARROW: Final = 10.0
TRACK: Final = 4.25
STUB: Final = 11.0
ARROW_AIR: Final = 2.0
"""An arrow ends this far from its box."""
HEAD_LENGTH: Final = 5.5
BESIDE: Final = 2.0
_MOST_VOTERS: Final = 60
"""Nets in a gap that vote on their order; in a thicker tangle no order helps the eye."""


class Frame(NamedTuple):
    """The whole in x: left side and width of each column, and the trunk of each gap."""

    lefts: tuple[float, ...]
    widths: tuple[float, ...]
    trunks: tuple[float, ...]

    @property
    def right(self) -> float:
        """The right side of the last column."""
        return self.lefts[-1] + self.widths[-1]

    def track(self, gap: int, number: int) -> float:
        """Return the x of a track in a gap; 0 is the one nearest to the trunk."""
        return self.trunks[gap] - TRACK * (number + 1)

    def arrow(self, column: int) -> float:
        """Return the x where links to a column's boxes end, behind the arrow head."""
        return self.lefts[column] + self.widths[column] + ARROW_AIR + HEAD_LENGTH


Tracks = dict[tuple[int, int], int]
"""The track of each net in each gap, by (gap, parent)."""


class Path(NamedTuple):
    """A link as points from the child's left side to the parent's arrow.

    ``ring`` is where it shows that it skips a column. The lead of a fan is no further link.
    """

    child: int
    parent: int
    is_weak: bool
    points: tuple[Point, ...]
    ring: Point | None = None
    is_further: bool = True


class _Net(NamedTuple):
    """The links to one parent in one gap: their span, and where they come in and leave."""

    low: float
    high: float
    parent: int
    rights: list[float]
    lefts: list[float]


def frame(widths: Sequence[float], tracks: Tracks) -> Frame:
    """Set columns and gaps side by side, each gap as wide as its tracks ask."""
    counts = [0] * len(widths)
    for (gap, _), track in tracks.items():
        counts[gap] = max(counts[gap], track + 1)
    lefts, trunks, x = [], [], 0.0
    for width, count in zip(widths, counts, strict=True):
        lefts.append(x)
        trunks.append(x + width + ARROW + TRACK * count + BESIDE)
        x = trunks[-1] + STUB
    return Frame(tuple(lefts), tuple(widths), tuple(trunks))


def tracks_of(found: Iterable[Route], columns: int) -> Tracks:
    """Give every net a track in each gap it runs through; those on one track never meet."""
    tracks: Tracks = {}
    for gap, nets in enumerate(_nets(found, columns)):
        placed = _voted(nets) if len(nets) <= _MOST_VOTERS else _swept(nets)
        for parent, track in placed.items():
            tracks[gap, parent] = track
    return tracks


def _nets(found: Iterable[Route], columns: int) -> list[list[_Net]]:
    ends: list[dict[int, tuple[list[float], list[float]]]] = [{} for _ in range(columns)]
    for route in found:
        for leg in route.legs:
            rights, lefts = ends[leg.gap].setdefault(route.parent, ([], []))
            rights.append(leg.right)
            lefts.append(leg.left)
    return [
        sorted(
            _Net(min(*rights, *lefts), max(*rights, *lefts), parent, rights, lefts)
            for parent, (rights, lefts) in gap.items()
        )
        for gap in ends
    ]


def _voted(nets: list[_Net]) -> dict[int, int]:
    """Order nets by pairwise votes on who crosses less further left; then the first track free."""
    votes = [0] * len(nets)
    for at, net in enumerate(nets):
        for other in range(at + 1, len(nets)):
            if nets[other].low > net.high:
                break
            vote = _vote(net, nets[other])
            votes[at] += vote
            votes[other] -= vote
    order = sorted(
        range(len(nets)), key=lambda at: (votes[at], nets[at].high - nets[at].low, nets[at])
    )
    taken: list[list[tuple[float, float]]] = []
    return {nets[at].parent: _first_free((nets[at].low, nets[at].high), taken) for at in order}


def _vote(one: _Net, other: _Net) -> int:
    """Return 1 if two nets cross less with the first one further left, -1 if more, else 0."""
    left = _within(one.rights, other) + _within(other.lefts, one)
    right = _within(other.rights, one) + _within(one.lefts, other)
    return (left < right) - (left > right)


def _within(heights: Iterable[float], net: _Net) -> int:
    return sum(net.low < y < net.high for y in heights)


def _first_free(span: tuple[float, float], tracks: list[list[tuple[float, float]]]) -> int:
    low, high = span[0] - RUNS_APART, span[1] + RUNS_APART
    for number, track in enumerate(tracks):
        at = bisect_left(track, span)
        if (at == len(track) or track[at][0] > high) and (at == 0 or track[at - 1][1] < low):
            track.insert(at, span)
            return number
    tracks.append([span])
    return len(tracks) - 1


def _swept(nets: list[_Net]) -> dict[int, int]:
    """Give each net, from the top, the track that has been free longest: as few as possible."""
    free: list[tuple[float, int]] = []
    placed: dict[int, int] = {}
    for net in nets:
        if free and free[0][0] < net.low - RUNS_APART:
            _, track = heappop(free)
        else:
            track = len(free)
        placed[net.parent] = track
        heappush(free, (net.high, track))
    return placed


def paths_of(tree: Tree, x: Frame, tracks: Tracks, found: Iterable[Route]) -> Iterator[Path]:
    """Return every further link as points, from the child's left side to the parent's arrow."""
    for route in found:
        points = [(x.lefts[route.legs[0].gap + 1], route.legs[0].right)]
        for leg in route.legs:
            track = x.track(leg.gap, tracks[leg.gap, route.parent])
            points += [(track, leg.right), (track, leg.left)]
        last = route.legs[-1]
        points.append((x.arrow(last.gap), last.left))
        child, parent = tree.rows[route.child], tree.rows[route.parent]
        ring = None
        if child.column > parent.column + 1 and len(route.legs) > 1:
            ring = snap(x.lefts[last.gap + 1] + x.widths[last.gap + 1] / 2), last.right
        yield Path(route.child, route.parent, parent.id in child.weak, _bends(points), ring)


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

"""The search for a driver diagram's plan: widths of the columns that give the largest text.

The search counts lines and packs boxes, and estimates the ways of links by the number of their
tracks. What it finds is a proposal: a drawing has the size that it has.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from math import inf
from typing import Final, NamedTuple

from ilead_studio.drawing.driver_blocks import heights_of, packed
from ilead_studio.drawing.driver_boxes import LEAST_LEAD, NO_EXTRAS, Extras, air_of
from ilead_studio.drawing.driver_columns import Tree, tree_of
from ilead_studio.drawing.driver_fold import shown
from ilead_studio.drawing.driver_frame import (
    ARROW,
    BESIDE,
    STUB,
    TRACK,
    Frame,
    Path,
    frame,
    paths_of,
    tracks_of,
)
from ilead_studio.drawing.driver_legend import legend_of
from ilead_studio.drawing.driver_links import routes
from ilead_studio.drawing.driver_measure import Measure
from ilead_studio.drawing.driver_stack import Stack, stacked, widths_of
from ilead_studio.drawing.legend import Legend
from ilead_studio.drawing.marks import AS_IT_IS, View
from ilead_studio.drawing.room import LARGEST, Room
from ilead_studio.model import TheoryPlan
from ilead_studio.rules.outline import Role, Row
from ilead_studio.wanted import still_wanted

HEADING: Final = 25.0
"""Height above the boxes for the column headings, when they have one line."""

_NARROWEST: Final = 88.0
_NARROWEST_OF_MANY: Final = 72.0
_MANY: Final = 7
"""So many columns are set narrower."""
_USUAL: Final = 160.0
"""Width of a column where nothing fits and people will scroll."""
_WIDEST: Final = 320.0
_WIDEST_AIM: Final = 208.0
_STEP: Final = 8.0
_MOST_ADDED: Final = 32.0
_LOW: Final = 3
"""A box of more lines is a tower."""
_TOWER: Final = 5.5
"""A column with a tower asks for width as if it were this many towers high."""
_GAP: Final = ARROW + BESIDE + STUB
LEGEND_AIR: Final = 10.0
"""From the picture to its legend."""
_EDGE: Final = 5.0
"""What a picture has around it, and a little for rounding."""
_SMALLEST: Final = 0.25
_ROUNDS: Final = 6
_AIRS: Final = ((1.0, 1.0), (0.7, 1.0), (0.4, 0.85), (0.2, 0.8))
"""Amounts of air, each with a scale that is large enough to take no less air."""
_AIRIER: Final = (2.0, 1.7, 1.4, 1.2, 1.1)
_GOOD: Final = 0.92
"""More air is worth this much of the scale."""


class Arranged(NamedTuple):
    """A theory placed by a plan: its boxes, x, further links, and its legend.

    ``lowest`` is how far boxes and links reach down, ``bottom`` is that of the whole.
    """

    stack: Stack
    frame: Frame
    paths: tuple[Path, ...]
    lowest: float
    legend: Legend

    @property
    def bottom(self) -> float:
        """The lowest point, with the legend if there is one."""
        return self.lowest + _with_air(self.legend)


class _Try(NamedTuple):
    scale: float
    widths: tuple[float, ...]
    air: float


def arranged(
    tree: Tree, plan: TheoryPlan, extras: Extras = NO_EXTRAS, sheet: float = inf
) -> Arranged:
    """Place everything by a plan; the legend is no wider than a sheet."""
    still_wanted()
    stack, widths = stacked(tree, plan, extras), widths_of(tree, plan, extras)
    if not tree.further:
        x = frame(widths, {})
        below = legend_of(tree, extras, min(x.right, sheet))
        return Arranged(stack, x, (), stack.blocks[0].whole, below)
    found, lowest = routes(tree, stack.heights)
    tracks = tracks_of(found, tree.count)
    x = frame(widths, tracks)
    paths = tuple(paths_of(tree, x, tracks, found))
    return Arranged(stack, x, paths, lowest, legend_of(tree, extras, min(x.right, sheet)))


def _with_air(below: Legend) -> float:
    return below.height + LEGEND_AIR if below.ops else 0.0


def find_theory_plan(
    rows: tuple[Row, ...],
    room: Room,
    view: View = AS_IT_IS,
) -> TheoryPlan:
    """Search the plan that gives the largest comfortable text in a room of points."""
    visible, extras = shown(rows, view)
    return Search(tree_of(visible), room, extras).plan()


def is_too_high(rows: Iterable[Row], room: Room, scale: float) -> bool:
    """Tell whether rows are too high for a room at a scale, whatever is done.

    So they are where the fullest column is, were each of its boxes one line.
    """
    air = air_of(_AIRS[-1][0])
    boxes = Counter(-1 if row.role is Role.IDEA else row.column for row in rows)
    line = LEAST_LEAD + 2 * air.pad_y + min(air.idea, air.sibling)
    return max(boxes.values()) * line * scale > room[1]


class Search:
    """Tries plans for one theory and one room."""

    def __init__(self, tree: Tree, room: Room, extras: Extras) -> None:
        self.tree = tree
        self.room = room
        self.measure = Measure(tree, extras)
        narrowest = _NARROWEST if tree.count < _MANY else _NARROWEST_OF_MANY
        self.least = self.measure.least_widths(narrowest, _WIDEST)
        self.legend = _with_air(legend_of(tree, extras, room[0]))
        self._wider: dict[tuple[range, float], list[tuple[float, ...]]] = {}

    def plan(self) -> TheoryPlan:
        """Return the plan; where nothing fits, a usual one."""
        if not is_too_high(self.tree.rows, self.room, _SMALLEST):
            return self._best()
        widths = (self.least[0], *[max(_USUAL, it) for it in self.least[1:]])
        return TheoryPlan(room=self.room, widths=widths, air=_AIRS[1][0])

    def forget(self) -> None:
        """Forget what was tried: whoever is kept for long keeps no widths."""
        self._wider.clear()

    def scale(self, plan: TheoryPlan) -> float:
        """Return about the largest scale at which a plan fits."""
        widths = self._widths(plan)
        wide, high = sum(widths) + self.gaps + _EDGE, self._height(widths, plan.air)
        return min(self.room[0] / wide, self.room[1] / high, LARGEST)

    def height(self, plan: TheoryPlan) -> float:
        """Return about how high a theory is by a plan."""
        return self._height(self._widths(plan), plan.air)

    def _widths(self, plan: TheoryPlan) -> list[float]:
        return [max(plan.width(at), it) for at, it in enumerate(self.least)]

    def _best(self) -> TheoryPlan:
        """Return the airiest plan whose text is large enough, or nearly as large as it gets."""
        tries = []
        for air, enough in _AIRS:
            tries.append(self._largest(air))
            if tries[-1].scale >= enough:
                break
        most = max(it.scale for it in tries)
        return self._relaxed(next(it for it in tries if it.scale >= min(1.0, _GOOD * most)))

    @cached_property
    def gaps(self) -> float:
        """Return the width of all gaps, with the tracks that links may need in each."""
        tree, widths = self.tree, [max(it, _USUAL) for it in self.least]
        if not tree.further:
            return _GAP * (tree.count - 1)
        heights = self.measure.heights(widths, _AIRS[0][0])
        ports = heights_of(tree, packed(tree, heights, air_of(_AIRS[0][0]))).ports
        nets: dict[tuple[int, int], tuple[float, float]] = {}
        for child, parent in tree.further:
            net = tree.columns[parent], parent
            low, high = nets.get(net, (ports[parent], ports[parent]))
            nets[net] = min(low, ports[child]), max(high, ports[child])
        tracks = sum(
            _thickest(span for (gap, _), span in nets.items() if gap == column)
            for column in range(tree.count)
        )
        return _GAP * (tree.count - 1) + TRACK * tracks

    def _largest(self, air: float) -> _Try:
        """Halve the range of scales until the largest that fits is near."""
        found = _Try(_SMALLEST, tuple(max(_USUAL, it) for it in self.least), air)
        low, high, scale = _SMALLEST, LARGEST, LARGEST
        for _ in range(_ROUNDS + 1):
            widths = self._fitted(scale, air)
            if widths:
                found, low = _Try(scale, widths, air), scale
            else:
                high = scale
            if found.scale >= LARGEST:
                break
            scale = (low + high) / 2
        return found

    def _fitted(self, scale: float, air: float) -> tuple[float, ...] | None:
        """Return the widths that fit at a scale."""
        still_wanted()
        widths = self._shared(self.room[0] / scale - self.gaps - _EDGE, air)
        return widths if widths and self._is_low_enough(widths, air, scale) else None

    def _is_low_enough(self, widths: tuple[float, ...], air: float, scale: float) -> bool:
        most = self.room[1] / scale - HEADING - _EDGE - self.legend
        if any(self.measure.column(at, it, air).height > most for at, it in enumerate(widths)):
            return False
        return self._height(widths, air) <= self.room[1] / scale

    def _height(self, widths: Sequence[float], air: float) -> float:
        """Return how high the whole is, with headings and legend."""
        blocks = packed(self.tree, self.measure.heights(widths, air), air_of(air))
        return blocks[0].whole + HEADING + _EDGE + self.legend

    def _shared(self, room: float, air: float) -> tuple[float, ...] | None:
        return self.shared(range(self.tree.count), room, air)

    def shared(self, columns: range, room: float, air: float) -> tuple[float, ...] | None:
        """Share a width among columns: each step goes to the one that needs it most.

        What a larger room gives begins with the same steps, so all of them are kept.
        """
        least = self.least[columns.start : columns.stop]
        left = room - sum(least)
        if left < 0:
            return None
        wider = self._wider.setdefault((columns, air), [least])
        while len(wider) <= left // _STEP:
            widths = wider[-1]
            needs = [self._need(*it, air) for it in zip(columns, widths, strict=True)]
            most = max(needs)
            if most <= 0:
                break
            at = needs.index(most)
            wider.append((*widths[:at], widths[at] + _STEP, *widths[at + 1 :]))
        return wider[min(int(left // _STEP), len(wider) - 1)]

    def _need(self, column: int, width: float, air: float) -> float:
        """Return how high a column is at a width; 0 when more width would not help."""
        here = self.measure.column(column, width, air)
        if here.most_lines == 1 or width >= self._widest(column):
            return 0.0
        return max(here.height, _TOWER * here.highest if here.most_lines > _LOW else 0.0)

    def _widest(self, column: int) -> float:
        return _WIDEST if column else max(_WIDEST_AIM, self.least[0])

    def _relaxed(self, best: _Try) -> TheoryPlan:
        """Use the room that is left: first wider columns, then more air between boxes."""
        widths, air = best.widths, best.air
        spare = self.room[0] / best.scale - sum(widths) - self.gaps - _EDGE
        added = min(_MOST_ADDED, max(0.0, spare / len(widths)) // 1.0)
        aim = max(widths[0], min(widths[0] + added, self._widest(0)))
        wider = (aim, *(width + added for width in widths[1:]))
        if self._is_low_enough(wider, air, best.scale):
            widths = wider
        airier = (air * more for more in _AIRIER)
        fits = (it for it in airier if self._is_low_enough(widths, it, best.scale))
        return TheoryPlan(room=self.room, widths=widths, air=next(fits, air))


def _thickest(spans: Iterable[tuple[float, float]]) -> int:
    """Return how many spans lie beside each other where most do."""
    ends = sorted(end for low, high in spans for end in ((low, -1), (high, 1)))
    most = beside = 0
    for _, step in ends:
        beside -= step
        most = max(most, beside)
    return most

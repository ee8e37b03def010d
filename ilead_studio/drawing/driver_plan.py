"""The search for a driver diagram's plan: widths of the columns that give the largest text."""

from typing import Final, NamedTuple

from ilead_studio.drawing.driver_columns import Stack, Tree, sized, stacked, tree_of
from ilead_studio.drawing.driver_links import ARROW, BESIDE, STUB, Frame, Route, frame, routes
from ilead_studio.drawing.room import Room
from ilead_studio.model import TheoryPlan
from ilead_studio.rules.outline import Row

HEADING: Final = 25.0
"""Height above the boxes for the column headings, when they have one line."""

_NARROWEST: Final = 88.0
_USUAL: Final = 128.0
"""Width of a column where nothing fits and people will scroll."""
_WIDEST: Final = 216.0
_WIDEST_AIM: Final = 136.0
_STEP: Final = 8.0
_MOST_ADDED: Final = 32.0
_LOW: Final = 3
"""A box of more lines is a tower."""
_TOWER: Final = 5.5
"""A column with a tower asks for width as if it were this many towers high."""
_COMFORT: Final = 1.12
"""Text this large reads well; what is left is used for air."""
_GAP: Final = ARROW + BESIDE + STUB + 2.0
"""A gap without tracks, and a little for rounding."""
_SMALLEST: Final = 0.2
_ROUNDS: Final = 7
_AIRS: Final = (1.0, 0.7, 0.5)
_AIRIER: Final = (2.2, 1.9, 1.6, 1.4, 1.2, 1.1)
_GOOD: Final = 0.92
"""More air is worth this much of the scale."""


class Arranged(NamedTuple):
    """A theory placed by a plan: heights, ways of further links, x, and the whole size."""

    stack: Stack
    routes: tuple[Route, ...]
    frame: Frame
    bottom: float


class _Column(NamedTuple):
    """The boxes of a column: their heights added, the highest, and the lines of the fullest."""

    height: float
    highest: float
    most_lines: int


class _Try(NamedTuple):
    scale: float
    plan: TheoryPlan


def arranged(tree: Tree, plan: TheoryPlan) -> Arranged:
    """Place everything by a plan."""
    stack = stacked(tree, plan)
    found, bottom = routes(stack)
    return Arranged(stack, found, frame(stack, plan, found), bottom)


def find_theory_plan(rows: tuple[Row, ...], room: Room) -> TheoryPlan:
    """Search the plan that gives the largest comfortable text in a room of points."""
    tree = tree_of(rows)
    search = _Search(tree, room)
    tries = []
    for air in _AIRS:
        tries.append(search.largest(air))
        if tries[-1].scale >= 1.0:
            break
    most = max(it.scale for it in tries)
    best = next(it for it in tries if it.scale >= min(1.0, _GOOD * most))
    return search.relaxed(best)


class _Search:
    """Tries plans for one theory and one room."""

    def __init__(self, tree: Tree, room: Room) -> None:
        self.tree = tree
        self.room = room
        self.members: list[list[Row]] = [[] for _ in range(tree.count)]
        for row, column in zip(tree.rows, tree.columns, strict=False):
            self.members[column].append(row)
        self.columns: dict[tuple[int, float, float], _Column] = {}

    def _plan(self, widths: tuple[float, ...], air: float) -> TheoryPlan:
        return TheoryPlan(room=self.room, widths=widths, air=air)

    def largest(self, air: float) -> _Try:
        """Halve the range of scales until the largest that fits is near."""
        found = _Try(_SMALLEST, self._plan((_USUAL,) * self.tree.count, air))
        low, high, scale = _SMALLEST, _COMFORT, _COMFORT
        for _ in range(_ROUNDS):
            plan = self._fitted(scale, air)
            if plan:
                found, low = _Try(scale, plan), scale
            else:
                high = scale
            if found.scale >= _COMFORT:
                break
            scale = (low + high) / 2
        return found

    def _fitted(self, scale: float, air: float) -> TheoryPlan | None:
        """Return a plan that fits at a scale; the second round knows how wide the gaps are."""
        gaps = _GAP * (self.tree.count - 1)
        for _ in range(2 if self.tree.extra else 1):
            widths = self._shared(self.room[0] / scale - gaps)
            if widths is None or self._highest(widths, air) > self.room[1] / scale:
                return None
            plan = self._plan(widths, air)
            whole = arranged(self.tree, plan)
            if self._scale(whole) >= scale - 1e-9:
                return plan
            gaps = whole.frame.right - sum(widths)
        return None

    def _highest(self, widths: tuple[float, ...], air: float) -> float:
        """Return the height of the highest column, were its boxes close together."""
        return max(self._column(at, width, air).height for at, width in enumerate(widths))

    def _scale(self, whole: Arranged) -> float:
        return min(
            self.room[0] / (whole.frame.right + 4.0), self.room[1] / (whole.bottom + HEADING + 4.0)
        )

    def _shared(self, room: float) -> tuple[float, ...] | None:
        """Share a width among the columns: each step goes to the one that needs it most."""
        widths = [_NARROWEST] * self.tree.count
        left = room - 4.0 - sum(widths)
        if left < 0:
            return None
        while left >= _STEP:
            needs = [self._need(column, width) for column, width in enumerate(widths)]
            neediest = max(range(len(widths)), key=needs.__getitem__)
            if needs[neediest] <= 0:
                break
            widths[neediest] += _STEP
            left -= _STEP
        return tuple(widths)

    def _need(self, column: int, width: float) -> float:
        """Return how high a column is at a width; 0 when more width would not help."""
        here = self._column(column, width, 1.0)
        if here.most_lines == 1 or width >= (_WIDEST if column else _WIDEST_AIM):
            return 0.0
        tower = _TOWER * here.highest if here.most_lines > _LOW else 0.0
        return max(here.height + 8.0 * len(self.members[column]), tower)

    def _column(self, column: int, width: float, air: float) -> _Column:
        """Measure the boxes of a column at a width; remembered."""
        known = self.columns.get((column, width, air))
        if known is None:
            boxes = [sized(row, width, air) for row in self.members[column]]
            heights = [box.height for box in boxes]
            lines = max(len(box.label.lines) for box in boxes)
            known = _Column(sum(heights), max(heights), lines)
            self.columns[column, width, air] = known
        return known

    def relaxed(self, best: _Try) -> TheoryPlan:
        """Use the room that is left: first wider columns, then more air between boxes."""
        plan = best.plan
        whole = arranged(self.tree, plan)
        spare = (self.room[0] / best.scale - whole.frame.right - 4.0) / self.tree.count
        added = min(_MOST_ADDED, spare // 1.0)
        if added > 0:
            wider = self._plan(tuple(width + added for width in plan.widths), plan.air)
            plan = wider if self._fits(wider, best.scale) else plan
        airier = (self._plan(plan.widths, plan.air * more) for more in _AIRIER)
        return next((it for it in airier if self._fits(it, best.scale)), plan)

    def _fits(self, plan: TheoryPlan, scale: float) -> bool:
        return self._scale(arranged(self.tree, plan)) >= scale - 1e-9

"""How many sheets a poster of a page needs, and how the page is laid out for them.

A picture is planned for the room that the sheets have together. It is also planned lower and
narrower than that, and a fishbone with its bones steeper and further apart: that opens straight
ways between the words where the cuts should be.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import product
from math import inf
from typing import Final

from ilead_studio.drawing.driver import draw_theory
from ilead_studio.drawing.fishbone import draw_fishbone
from ilead_studio.drawing.marks import View, marks_of
from ilead_studio.drawing.ops import Drawing, placed_groups
from ilead_studio.drawing.page import Plan, draw_page, plan_page
from ilead_studio.drawing.paper import Paper
from ilead_studio.drawing.poster import BODY, MOST, READABLE, Grid, Poster, tiled
from ilead_studio.drawing.poster_cuts import obstacles
from ilead_studio.model import Fishbone, FishbonePlan, Page, Theory, TheoryPlan, Workbook, replace
from ilead_studio.rules.outline import outline

_ROOMS: Final = ((1.0, 1.0), (1.0, 0.85), (0.85, 1.0))
"""Parts of the whole room for which a picture is planned."""
_APART: Final = (0.0, 40.0)
"""By how much the bones of a fishbone stand further apart."""
_STEEP: Final = 0.12
_COLUMN: Final = 88.0
"""A column of boxes is not made narrower than this."""
_LINES: Final = 40.0
"""Width of the lines beside a column of boxes."""
_SHAPES: Final = (0.3, 6.0)
"""Width by height of what can still be read as one picture."""
_FILLED: Final = 0.5
"""Words never fill more than this of a poster."""
_ROUNDS: Final = 3
_AIRY: Final = 1.15
"""A plan with some air gives this much larger words than it had to."""
_LARGER: Final = 1.01
"""Another layout must win so much."""
LEAST: Final = 8.0
"""Words of a poster over a given number of sheets are at least this large."""


class Search:
    """Looks for the sheets of a page's poster on one paper, wide and tall."""

    def __init__(self, workbook: Workbook, page: Page, paper: Paper) -> None:
        self._workbook, self._page = workbook, page
        self._papers = (paper.wide(), paper.tall())
        self._rows = outline(workbook, page)
        self._view = View(marks=marks_of(workbook))

    def fewest(self, size: float = READABLE) -> Poster | None:
        """Return the poster with the fewest sheets whose words have a size; None if none has."""
        by_number: dict[int, list[tuple[int, int]]] = {}
        for across, down in product(range(1, MOST[0] + 1), range(1, MOST[1] + 1)):
            by_number.setdefault(across * down, []).append((across, down))
        scale = size / BODY
        for number in sorted(by_number):
            pairs = product(self._papers, by_number[number])
            grids = (Grid(paper, across, down) for paper, (across, down) in pairs)
            tries = {it: self._drawings(it, scale) for it in grids if self._may_do(it, scale)}
            found = _best(tries, scale)
            if found:
                return found
        return None

    def over(self, across: int, down: int) -> Poster | None:
        """Return the poster with the largest words over so many sheets; None if words are cut."""
        grids = [Grid(paper, across, down) for paper in self._papers]
        return _best({it: self._drawings(it, self._scale(it)) for it in grids}, LEAST / BODY)

    def _may_do(self, grid: Grid, scale: float) -> bool:
        """Tell whether a picture of such a shape is made, and words could fill so little of it."""
        wide, high = (side / scale for side in grid.room)
        return _SHAPES[0] < wide / high < _SHAPES[1] and self._words < _FILLED * wide * high

    @cached_property
    def _words(self) -> float:
        """The area that words take, with their boxes."""
        drawing = draw_page(self._workbook, self._page, self._papers[0].picture_room, self._view)
        return sum(it.group.box.w * it.group.box.h for it in placed_groups(drawing))

    def _scale(self, grid: Grid) -> float:
        """Return the scale at which a page fills its sheets: larger words have less room."""
        scale = READABLE / BODY
        for _ in range(_ROUNDS):
            scale = grid.fit(next(self._drawings(grid, scale)).bounds) / _AIRY
        return scale

    def _drawings(self, grid: Grid, scale: float) -> Iterator[Drawing]:
        """Draw the page in all ways that are worth a try at a scale, the usual one first."""
        for wide, high in _ROOMS:
            room = grid.room[0] * wide / scale, grid.room[1] * high / scale
            plan = plan_page(self._workbook, self._page, room, self._view)
            yield from self._drawn(plan, max(_COLUMN, grid.steps[0] / scale - _LINES))

    def _drawn(self, plan: Plan, column: float) -> Iterator[Drawing]:
        """Draw by a plan and its like; a ``column`` no wider than that stands on one sheet."""
        page = self._page
        if isinstance(page, Theory) and isinstance(plan, TheoryPlan):
            for most in (inf, column):
                other = replace(plan, widths=tuple(min(it, most) for it in plan.widths))
                yield draw_theory(self._rows, other, page.headings, self._view)
        if isinstance(page, Fishbone) and isinstance(plan, FishbonePlan):
            for slope, apart in product(sorted({plan.slope, _STEEP}, reverse=True), _APART):
                steep = replace(plan, slope=slope, spread=plan.spread + apart)
                yield draw_fishbone(self._rows, steep, page.mirrored, self._view)


def _best(tries: Mapping[Grid, Iterable[Drawing]], least: float) -> Poster | None:
    """Return the poster with the largest words; one whose cuts meet no box is better.

    Of drawings that come one by one the first tells whether it is worth to ask for others.
    """
    worth = ((grid, it) for grid, some in tries.items() for it in _worth(grid, some, least))
    drawn = [(drawing, obstacles(drawing), grid) for grid, drawing in worth]
    for clean in (True, False):
        best: Poster | None = None
        for drawing, found, grid in drawn:
            larger = best.scale * _LARGER if best else least
            best = tiled(drawing, found, grid, larger, clean=clean) or best
        if best:
            return best
    return None


def _worth(grid: Grid, drawings: Iterable[Drawing], least: float) -> Iterator[Drawing]:
    """Give the drawings that may fit; nothing when the first one, the usual, does not."""
    for at, drawing in enumerate(drawings):
        if grid.fit(drawing.bounds) >= least:
            yield drawing
        elif not at:
            return

"""How many sheets a poster of a page needs, and how the page is laid out for them.

A picture is planned for the room that the sheets have together. It is also planned lower and
narrower than that, and a fishbone with its bones steeper and further apart: that opens straight
ways between the words where the cuts should be.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import product
from math import inf
from typing import Final, NamedTuple

from ilead_studio.drawing.driver import draw_theory
from ilead_studio.drawing.fishbone import draw_fishbone
from ilead_studio.drawing.marks import View, marks_of
from ilead_studio.drawing.ops import Box, Drawing, placed_groups
from ilead_studio.drawing.page import Plan, draw_page, plan_page
from ilead_studio.drawing.paper import Paper
from ilead_studio.drawing.poster import Poster, joined, steps, tiled
from ilead_studio.drawing.room import Room
from ilead_studio.model import Fishbone, FishbonePlan, Page, Theory, TheoryPlan, Workbook, replace
from ilead_studio.rules.outline import outline

READABLE: Final = 24.0
"""Words of this size, in points, are read from two metres."""
MOST: Final = (8, 8)
"""Sheets across and down: what a wall and a patient person bear."""
BODY: Final = 10.0
"""Size of the words of a layout."""
_ROOMS: Final = ((1.0, 1.0), (1.0, 0.85), (0.85, 1.0))
"""Parts of the whole room for which a picture is planned."""
_APART: Final = (0.0, 24.0, 56.0)
"""By how much the bones of a fishbone stand further apart."""
_STEEP: Final = 0.12
_LINES: Final = 40.0
_SHAPES: Final = (0.4, 6.0)
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

class Way(NamedTuple):
    """So many sheets of a turned paper, and the scale for which the picture is planned."""

    paper: Paper
    across: int
    down: int
    scale: float

    @property
    def room(self) -> Room:
        """The room for the picture, in its own lengths."""
        wide, high = joined(self.paper, self.across, self.down)
        return wide / self.scale, high / self.scale

    @property
    def column(self) -> float:
        """How wide a column of boxes is that stands on one sheet with the lines at its side."""
        return steps(self.paper)[0] / self.scale - _LINES

    def fit(self, bounds: Box) -> float:
        """Return the scale at which a picture just fits."""
        wide, high = joined(self.paper, self.across, self.down)
        return min(wide / bounds.w, high / bounds.h)


class Search:
    """Looks for the sheets of a page's poster on one paper, wide and tall."""

    def __init__(self, workbook: Workbook, page: Page, paper: Paper) -> None:
        self._workbook, self._page = workbook, page
        self._papers = (paper.wide(), paper.tall())
        self._rows = outline(workbook, page)
        self._view = View(marks=marks_of(workbook))

    def fewest(self, size: float = READABLE) -> Poster | None:
        """Return the poster with the fewest sheets whose words have a size; None if none has."""
        by_number: dict[int, list[Grid]] = {}
        for across, down in product(range(1, MOST[0] + 1), range(1, MOST[1] + 1)):
            by_number.setdefault(across * down, []).append((across, down))
        scale = size / BODY
        for number in sorted(by_number):
            pairs = product(self._papers, by_number[number])
            ways = (Way(paper, *grid, scale) for paper, grid in pairs)
            found = self._best([way for way in ways if self._may_do(way)], scale)
            if found:
                return found
        return None

    def _may_do(self, way: Way) -> bool:
        """Tell whether a picture of such a shape is made, and words could fill so little of it."""
        wide, high = way.room
        return _SHAPES[0] < wide / high < _SHAPES[1] and self._words < _FILLED * wide * high

    @cached_property
    def _words(self) -> float:
        """The area that words take, with their boxes."""
        drawing = draw_page(self._workbook, self._page, self._papers[0].picture_room, self._view)
        return sum(it.group.box.w * it.group.box.h for it in placed_groups(drawing))

    def over(self, across: int, down: int) -> Poster | None:
        """Return the poster with the largest words over so many sheets; None if words are cut."""
        ways = [self._scaled(Way(paper, across, down, READABLE / BODY)) for paper in self._papers]
        return self._best(ways, LEAST / BODY)

    def _scaled(self, way: Way) -> Way:
        """Find the scale at which a page fills its sheets: a larger one is planned for less room."""
        for _ in range(_ROUNDS):
            bounds = next(self._drawings(way)).bounds
            way = way._replace(scale=way.fit(bounds) / _AIRY)
        return way

    def _best(self, ways: Sequence[Way], least: float) -> Poster | None:
        best: Poster | None = None
        for way in ways:
            for at, drawing in enumerate(self._drawings(way)):
                if not at and way.fit(drawing.bounds) < min(way.scale, least):
                    break
                larger = best.scale * _LARGER if best else least
                best = tiled(drawing, way.paper, way.across, way.down, larger) or best
        return best

    def _drawings(self, way: Way) -> Iterator[Drawing]:
        """Draw the page in all ways that are worth a try, the usual one first."""
        for wide, high in _ROOMS:
            room = way.room[0] * wide, way.room[1] * high
            plan = plan_page(self._workbook, self._page, room, self._view)
            yield from self._drawn(plan, way)

    def _drawn(self, plan: Plan, way: Way) -> Iterator[Drawing]:
        page = self._page
        if isinstance(page, Theory) and isinstance(plan, TheoryPlan):
            for most in (inf, way.column):
                other = replace(plan, widths=tuple(min(it, most) for it in plan.widths))
                yield draw_theory(self._rows, other, page.headings, self._view)
        if isinstance(page, Fishbone) and isinstance(plan, FishbonePlan):
            for slope, apart in product(sorted({plan.slope, _STEEP}, reverse=True), _APART):
                steep = replace(plan, slope=slope, spread=plan.spread + apart)
                yield draw_fishbone(self._rows, steep, page.mirrored, self._view)

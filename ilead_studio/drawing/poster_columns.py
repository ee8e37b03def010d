"""Ways to lay a driver diagram over sheets: which of its columns share one, and how airy it is.

The columns that share a sheet are so wide that they fill it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations, pairwise
from typing import Final

from ilead_studio.drawing.driver import draw_theory
from ilead_studio.drawing.driver_columns import tree_of
from ilead_studio.drawing.driver_fold import shown
from ilead_studio.drawing.driver_plan import Search as Widths
from ilead_studio.drawing.marks import View
from ilead_studio.drawing.ops import Drawing
from ilead_studio.drawing.poster_cuts import Sheets
from ilead_studio.drawing.poster_way import Needed
from ilead_studio.model import Theory, TheoryPlan
from ilead_studio.rules.outline import Row

_AIRS: Final = (1.0, 0.7, 0.4)
_EDGE: Final = 8.0
"""What stays free beside the columns of a sheet."""
_LEAST_GAP: Final = 23.0
"""Between two columns, at least."""
_MOST: Final = 6
"""More columns than this are not shared out in all ways, but evenly."""


class Columns:
    """The columns of a theory, measured once for all ways to lay it."""

    def __init__(self, rows: tuple[Row, ...], page: Theory, view: View) -> None:
        self.rows, self.page, self.view = rows, page, view
        visible, extras = shown(rows, view)
        self.tree = tree_of(visible)
        self.measured = Widths(self.tree, (1000.0, 1000.0), extras)

    @cached_property
    def gap(self) -> float:
        """Between two columns, about."""
        return self.measured.gaps / max(1, self.tree.count - 1)

    def ways(self) -> Iterator["ColumnsWay"]:
        """Give all ways, those with the fewest columns of sheets first."""
        for across in range(1, self.tree.count + 1):
            for sizes in _shares(self.tree.count, across):
                for air in _AIRS:
                    yield ColumnsWay(self, sizes, air)


def _shares(count: int, across: int) -> Iterator[tuple[int, ...]]:
    """Give the ways in which sheets share so many columns: all, or for many columns even ones."""
    if count > _MOST:
        even = tuple(count * (at + 1) // across - count * at // across for at in range(across))
        yield from dict.fromkeys((even, even[::-1]))
        return
    for ends in combinations(range(1, count), across - 1):
        yield tuple(b - a for a, b in pairwise((0, *ends, count)))


@dataclass(frozen=True, slots=True)
class ColumnsWay:
    """So many columns of boxes on each column of sheets, with so much air."""

    columns: Columns
    sizes: tuple[int, ...]
    air: float

    def needs(self, sheets: Sheets) -> Needed | None:
        """Return how many sheets it takes; None if it can't be laid so."""
        plan = self._plan(sheets)
        if plan is None:
            return None
        down = sheets.rows(self.columns.measured.height(plan))
        return Needed(len(self.sizes), down) if down <= sheets.down else None

    def draw(self, sheets: Sheets) -> Drawing:
        """Draw the page for sheets."""
        plan = self._plan(sheets)
        assert plan is not None  # somebody asked whether it can be
        it = self.columns
        first = plan.widths[: self.sizes[0]]
        wide = sum(first) + _LEAST_GAP * (len(first) - 1)
        return draw_theory(it.rows, plan, it.page.headings, it.view, wide)

    def _plan(self, sheets: Sheets) -> TheoryPlan | None:
        it, widths, first = self.columns, list[float](), 0
        for size in self.sizes:
            room = sheets.wide - _EDGE - size * it.gap
            shared = it.measured.shared(range(first, first + size), room, self.air)
            if shared is None:
                return None
            widths += shared
            first += size
        return TheoryPlan(room=(sheets.wide, sheets.high), widths=tuple(widths), air=self.air)

"""How many sheets a poster of a page needs, and how the page is laid out for them.

Each layout is made for sheets of one size: no bone and no column of boxes stands on two of them.
Larger words make smaller sheets, so they grow until one more sheet would be needed.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import islice, product
from typing import Final

from ilead_studio.drawing.marks import View, marks_of
from ilead_studio.drawing.paper import Paper
from ilead_studio.drawing.poster import BODY, MOST, READABLE, Grid, Poster, tiled
from ilead_studio.drawing.poster_bones import fishbone_ways
from ilead_studio.drawing.poster_columns import Columns
from ilead_studio.drawing.poster_obstacles import has_larger
from ilead_studio.drawing.poster_way import Way
from ilead_studio.model import Fishbone, Page, Workbook
from ilead_studio.rules.outline import outline
from ilead_studio.wanted import still_wanted

LEAST: Final = 8.0
"""Words of a poster over a given number of sheets are at least this large."""
_ALL: Final = MOST[0] * MOST[1]
_MOST: Final = 4.0
"""Words are never set larger than this many times the least."""
_SIZES: Final = 30
_ALIKE: Final = 6
"""Of the ways that can have the largest of them, so many are looked at."""
_LARGER: Final = 1.07
"""Words over a given number of sheets are tried in so many sizes, each so much larger."""
_SOON: Final = 1.2
"""How much larger words are tried next."""
_STEP: Final = 1.015
"""The largest scale is found as exactly as this."""
_GROWN: Final = 3
"""Of the ways that take as few sheets, so many are tried with larger words."""
_FAIR: Final = 20
"""Shares of sheets are told apart by parts of so many."""
_BARE: Final = 0.03
"""Larger words leave at least so much on each sheet, if there was."""

_Try = tuple[Grid, Way, Poster]
"""A way to lay a page over so many sheets at most, and the poster that it makes."""


class Search:
    """Looks for the sheets of a page's poster on one paper, wide and tall."""

    def __init__(
        self, workbook: Workbook, page: Page, paper: Paper, view: View | None = None
    ) -> None:
        rows, seen = outline(workbook, page), view or View(marks=marks_of(workbook))
        self._ways: tuple[Way, ...] = (
            tuple(fishbone_ways(rows, page, seen))
            if isinstance(page, Fishbone)
            else tuple(Columns(rows, page, seen).ways())
        )
        self._is_whole = True
        self._papers = (paper.wide(), paper.tall())

    def fewest(self, size: float = READABLE) -> Poster | None:
        """Return the poster with the fewest sheets whose words have a size; None if none has."""
        return self._whole_first(partial(self._fewest, size))

    def over(self, across: int, down: int) -> Poster | None:
        """Return the poster with the largest words over so many sheets; None if words are cut.

        It has fewer sheets where one would be nearly empty.
        """
        return self._whole_first(partial(self._over, across, down))

    def _whole_first(self, find: Callable[[], Poster | None]) -> Poster | None:
        """Look for a poster without a box that is larger than a sheet, or else for any."""
        for self._is_whole in (True, False):
            if found := find():
                return found
        return None

    def _fewest(self, size: float) -> Poster | None:
        scale = size / BODY
        tries: list[_Try] = []
        number = _ALL
        for grid, way, least in self._by_number(scale):
            if least > number:
                break
            poster = self._made(grid, way, scale, number)
            if poster:
                number = len(poster.tiles)
                tries.append((grid, way, poster))
        best = self._best([it for it in tries if len(it[2].tiles) == number])
        return best[2] if best else None

    def _over(self, across: int, down: int) -> Poster | None:
        grids = [Grid(paper, across, down) for paper in self._papers]
        ways = [*product(grids, self._ways)]
        size, beyond = -1, _SIZES
        while beyond - size > 1:
            middle = (size + beyond) // 2
            can_be = next(self._tries(ways, _size(middle)), None)
            size, beyond = (middle, beyond) if can_be else (size, middle)
        if size < 0:
            return None
        tries = [*islice(self._tries(ways, _size(size)), _ALIKE)]
        best = self._best(tries)
        if best is None:
            return None
        grid, way, poster = best
        every = self._made(grid, way, poster.scale, every=True)
        return every if every and min(every.shares) >= min(_BARE, *poster.shares) else poster

    def _tries(self, ways: Iterable[tuple[Grid, Way]], scale: float) -> Iterator[_Try]:
        """Give what can be made at a scale; at first only what leaves no sheet nearly empty."""
        for grid, way in ways:
            made = self._made(grid, way, scale)
            if made and (not self._is_whole or min(made.shares) >= _BARE):
                yield grid, way, made

    def _best(self, tries: list[_Try]) -> _Try | None:
        """Return the best of what was tried, with larger words."""
        ranked = sorted(tries, key=_worth, reverse=True)[:_GROWN]
        return max(map(self._grown, ranked), key=_worth, default=None)

    def _by_number(self, scale: float) -> list[tuple[Grid, Way, int]]:
        """Return all ways to lay the page at a scale, with about how many sheets they take.

        Each is tried with as many rows as it likes, and with ever fewer.
        """
        found = []
        for paper, way in product(self._papers, self._ways):
            grid = Grid(paper, *MOST)
            while grid.down and (needed := way.needs(grid.sheets(scale))):
                found.append((grid, way, needed.least))
                grid = grid._replace(down=min(needed.down, grid.down) - 1)
        return sorted(found, key=lambda it: it[2])

    def _grown(self, one: _Try) -> _Try:
        """Return a poster with words as large as its number of sheets allows."""
        grid, way, poster = one
        most = len(poster.tiles)
        low, high = poster.scale, poster.scale * _MOST
        bare = min(_BARE, *poster.shares)
        while high / low > _STEP:
            middle = min((low + high) / 2, low * _SOON)
            larger = self._made(grid, way, middle, most)
            if larger and min(larger.shares) >= bare:
                poster, low = larger, middle
            else:
                high = middle
        return grid, way, poster

    def _made(
        self, grid: Grid, way: Way, scale: float, most: int = _ALL, *, every: bool = False
    ) -> Poster | None:
        """Lay the page in a way over a number of sheets; None if that cannot be."""
        still_wanted()
        sheets = grid.sheets(scale)
        needed = way.needs(sheets)
        if not needed or needed.least > most or needed.across > grid.across:
            return None
        drawing = way.draw(sheets)
        if self._is_whole and has_larger(drawing, sheets.wide, sheets.high):
            return None
        poster = tiled(drawing, grid, scale, every=every)
        return poster if poster and len(poster.tiles) <= most else None


def _size(number: int) -> float:
    """Return one of the scales that are tried, the least for 0."""
    return LEAST / BODY * float(_LARGER**number)


def _worth(one: _Try) -> tuple[int, float]:
    """Value a poster by the sheet with the least on it, then by the size of its words."""
    poster = one[2]
    return int(min(poster.shares) * _FAIR), poster.scale

"""How many sheets a poster of a page needs, and how the page is laid out for them.

Each layout is made for sheets of one size: no bone and no column of boxes stands on two of them.
Larger words make smaller sheets, so they grow until one more sheet would be needed.
"""

import sys
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from itertools import chain, islice, product
from typing import Final, NamedTuple

from ilead_studio.drawing.marks import View, marks_of
from ilead_studio.drawing.paper import Paper
from ilead_studio.drawing.poster import BODY, MOST, NAMED, READABLE, Grid, Poster, tiled
from ilead_studio.drawing.poster_bones import fishbone_ways, upright_ways
from ilead_studio.drawing.poster_columns import Columns
from ilead_studio.drawing.poster_obstacles import has_larger
from ilead_studio.drawing.poster_way import Way
from ilead_studio.model import Fishbone, Page, Workbook
from ilead_studio.rules.outline import outline
from ilead_studio.wanted import still_wanted

LEAST: Final = 8.0
"""Words of a poster over a given number of sheets are at least this large."""
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


class _Stage(NamedTuple):
    """In what ways a poster is looked for, over how many sheets across and down at most.

    At first each box has to be ``whole`` on a sheet.
    """

    ways: tuple[Way, ...]
    most: tuple[int, int] = MOST
    is_whole: bool = False

    @property
    def number(self) -> int:
        """How many sheets there can be."""
        return self.most[0] * self.most[1]


class Search:
    """Looks for the sheets of a page's poster on one paper, wide and tall."""

    def __init__(
        self, workbook: Workbook, page: Page, paper: Paper, view: View | None = None
    ) -> None:
        rows, seen = outline(workbook, page), view or View(marks=marks_of(workbook))
        ways: tuple[Way, ...]
        others: tuple[Way, ...] = ()
        if isinstance(page, Fishbone):
            ways = tuple(fishbone_ways(rows, page, seen))
            others = tuple(upright_ways(rows, page, seen))
        else:
            ways = tuple(Columns(rows, page, seen).ways())
        self._stages = (  # the last is for any number of sheets alone
            _Stage(ways, is_whole=True),
            _Stage(ways),
            _Stage(others),
            _Stage((*ways, *others), NAMED),
        )
        self._stage = self._stages[0]
        self._papers = (paper.wide(), paper.tall())

    def fewest(self, size: float = READABLE) -> Poster | None:
        """Return the poster with the fewest sheets whose words have a size; None if none has."""
        return self._first(partial(self._fewest, size), self._stages)

    def over(self, across: int, down: int) -> Poster | None:
        """Return the poster with the largest words over so many sheets; None if they are too small.

        It has fewer sheets where one would be nearly empty.
        """
        return self._first(partial(self._over, across, down), self._stages[:-1])

    def _first(self, find: Callable[[], Poster | None], stages: Iterable[_Stage]) -> Poster | None:
        """Look for a poster stage by stage, until there is one."""
        for stage in stages:
            self._stage = stage
            if found := find():
                return found
        return None

    def _fewest(self, size: float) -> Poster | None:
        scale = size / BODY
        tries: list[_Try] = []
        number = self._stage.number
        for grid, way, least in self._by_number(scale):
            if least > number:
                break
            poster = self._made(grid, way, scale, number)
            if poster:
                number = len(poster.tiles)
                tries.append((grid, way, poster))
        best = self._best([it for it in tries if len(it[2].tiles) == number], scale * _MOST)
        return best[2] if best else None

    def _over(self, across: int, down: int) -> Poster | None:
        grids = [Grid(paper, across, down) for paper in self._papers]
        ways = [*product(grids, self._stage.ways)]
        size, beyond, found = -1, _SIZES, iter(list[_Try]())
        while beyond - size > 1:
            middle = (size + beyond) // 2
            tries = self._tries(ways, _size(middle))
            if first := next(tries, None):  # what is too large before it, is at larger sizes too
                size, found = middle, chain((first,), tries)
                ways = ways[ways.index(first[:2]) :]
            else:
                beyond = middle
        best = self._best([*islice(found, _ALIKE)], _size(beyond))
        if best is None:
            return None
        grid, way, poster = best
        every = self._made(grid, way, poster.scale, every=True)
        return every if every and min(every.shares) >= min(_BARE, *poster.shares) else poster

    def _tries(self, ways: Iterable[tuple[Grid, Way]], scale: float) -> Iterator[_Try]:
        """Give what can be made at a scale; at first only what leaves no sheet nearly empty."""
        for grid, way in ways:
            made = self._made(grid, way, scale)
            if made and (not self._stage.is_whole or min(made.shares) >= _BARE):
                yield grid, way, made

    def _best(self, tries: list[_Try], most: float) -> _Try | None:
        """Return the best of what was tried, with larger words; all are too large at ``most``."""
        ranked = sorted(tries, key=_worth, reverse=True)[:_GROWN]
        return max((self._grown(it, most) for it in ranked), key=_worth, default=None)

    def _by_number(self, scale: float) -> list[tuple[Grid, Way, int]]:
        """Return all ways to lay the page at a scale, with about how many sheets they take.

        Each is tried with as many rows as it likes, and with ever fewer.
        """
        found = []
        for paper, way in product(self._papers, self._stage.ways):
            grid = Grid(paper, *self._stage.most)
            while grid.down and (needed := way.needs(grid.sheets(scale))):
                found.append((grid, way, needed.least))
                grid = grid._replace(down=min(needed.down, grid.down) - 1)
        return sorted(found, key=lambda it: it[2])

    def _grown(self, one: _Try, high: float) -> _Try:
        """Return a poster with words as large as its number of sheets allows, below a scale."""
        grid, way, poster = one
        most = len(poster.tiles)
        low = poster.scale
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
        self, grid: Grid, way: Way, scale: float, most: int = sys.maxsize, *, every: bool = False
    ) -> Poster | None:
        """Lay the page in a way over a number of sheets; None if that cannot be."""
        still_wanted()
        sheets = grid.sheets(scale)
        needed = way.needs(sheets)
        if not needed or needed.least > most or needed.across > grid.across:
            return None
        drawing = way.draw(sheets)
        if self._stage.is_whole and has_larger(drawing, sheets.wide, sheets.high):
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

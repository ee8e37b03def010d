"""A picture over several sheets that are glued together: what each one shows, where it is cut.

Every sheet is cut along its right and its lower edge where another one follows, and laid over the
strip that this one repeats. Words are never cut, so each line stands whole on one sheet.
"""

from dataclasses import dataclass
from typing import Final, NamedTuple

from ilead_studio.drawing.extent import reaches
from ilead_studio.drawing.ops import (
    Box,
    Drawing,
    Group,
    Placed,
    Point,
    TextLine,
    placed_groups,
    smallest_words,
)
from ilead_studio.drawing.paper import MARGIN, Paper
from ilead_studio.drawing.poster_cuts import Sheets, cells
from ilead_studio.drawing.poster_obstacles import obstacles, reach

GLUE: Final = 18.0
"""How much of its neighbours at the left and above a sheet repeats, to be covered by them."""
BLEED: Final = 6.0
"""How far a picture goes on behind a cut, so that no white shows."""
READABLE: Final = 24.0
"""Words of this size, in points, are read from two metres."""
MOST: Final = (8, 8)
"""Sheets across and down: what a wall and a patient person bear."""
NAMED: Final = (26, 26)
"""Sheets across and down that have a name: where fewer do not hold a page."""
BODY: Final = 10.0
"""Size of the words of a layout."""


class Tile(NamedTuple):
    """One sheet of a poster, counted from 0; ``cell`` is what it shows of the glued poster.

    The cell is in printed points from the upper left corner of the picture.
    """

    row: int
    column: int
    cell: Box

    @property
    def name(self) -> str:
        """The row as a letter, the column as a number: B3."""
        return tile_name(self.row, self.column)


def tile_name(row: int, column: int) -> str:
    """Return the name of a sheet; rows and columns count from 0."""
    return f"{chr(ord('A') + row)}{column + 1}"


class Grid(NamedTuple):
    """So many sheets of a turned paper across and down."""

    paper: Paper
    across: int
    down: int

    @property
    def steps(self) -> tuple[float, float]:
        """By how much each further sheet makes a poster wider, and higher."""
        return self.paper.width - 2 * MARGIN - GLUE, self.paper.height - 2 * MARGIN - GLUE

    def sheets(self, scale: float, *, every: bool = False) -> Sheets:
        """Return what the sheets show of a drawing at a scale."""
        wide, high = (step / scale for step in self.steps)
        return Sheets(self.across, self.down, wide, high, GLUE / scale, every)


@dataclass(frozen=True, slots=True)
class Poster:
    """A drawing at a scale on sheets; tiles row by row.

    Straight cuts go right across, each column is cut into rows by itself, and one with little in it
    has fewer of them.
    """

    drawing: Drawing
    scale: float
    grid: Grid
    tiles: tuple[Tile, ...]

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the picture when it is glued."""
        return self.drawing.bounds.w * self.scale, self.drawing.bounds.h * self.scale

    @property
    def smallest(self) -> float:
        """The size of the smallest words as printed; that of its signs when there are none."""
        return (smallest_words(self.drawing) or BODY) * self.scale

    def is_last(self, tile: Tile) -> tuple[bool, bool]:
        """Tell whether no sheet follows at the right, and none below."""
        return tile.column == self.grid.across - 1, tile.row == self.rows(tile.column) - 1

    @property
    def shares(self) -> tuple[float, ...]:
        """How much of each sheet boxes, words and signs take, as parts of what one can show."""
        wide, high = self.grid.steps
        solids = obstacles(self.drawing).solids
        boxes = [Box(*(side * self.scale for side in it.box)) for it in solids]
        return tuple(
            sum(it.w * it.h for it in boxes if _has_middle(tile.cell, it)) / (wide * high)
            for tile in self.tiles
        )

    def rows(self, column: int) -> int:
        """Return how many sheets stand in a column."""
        return sum(it.column == column for it in self.tiles)

    def beside(self, tile: Tile, steps: int) -> str:
        """Name the sheet in a column so many steps to the right that is nearest to a sheet."""
        column = tile.column + steps
        return tile_name(min(tile.row, self.rows(column) - 1), column)

    def window(self, tile: Tile) -> Box:
        """Return what is printed on a sheet: its cell, the strips to be covered, and the bleed."""
        left, top = (GLUE if at else 0.0 for at in (tile.column, tile.row))
        right, bottom = (0.0 if is_last else BLEED for is_last in self.is_last(tile))
        cell = tile.cell
        return Box(cell.x - left, cell.y - top, cell.w + left + right, cell.h + top + bottom)

    def place(self, tile: Tile) -> Point:
        """Return where the corner of the picture lies on a sheet, seen from the sheet's corner.

        Outer edges of the poster keep the margin of the paper; what is left over is inside.
        """
        paper, last, cell = self.grid.paper, self.is_last(tile), tile.cell
        x = _place(paper.width, (cell.x, cell.w), tile.column == 0, last[0])
        return x, _place(paper.height, (cell.y, cell.h), tile.row == 0, last[1])

    def part(self, tile: Tile) -> Drawing:
        """Return what a sheet shows, each group where it was: lines in its window, own words."""
        corner, scale = self.drawing.bounds, self.scale
        window, cell = (
            Box(it.x / scale + corner.x, it.y / scale + corner.y, it.w / scale, it.h / scale)
            for it in (self.window(tile), tile.cell)
        )
        parts = (_part(placed, window, cell) for placed in placed_groups(self.drawing))
        return Drawing(corner, tuple(group for group in parts if group.ops))


def _part(placed: Placed, window: Box, cell: Box) -> Group:
    """Return what a sheet shows of a group, without the groups in it, which come by themselves."""
    near = window.moved(-placed.x, -placed.y)
    own = cell.moved(-placed.x, -placed.y)
    ops = tuple(
        op
        for op in placed.group.ops
        if not isinstance(op, Group)
        and (_has_middle(own, reach(op)) if isinstance(op, TextLine) else reaches(op, near))
    )
    return placed.group._replace(x=placed.x, y=placed.y, ops=ops)


def _has_middle(box: Box, other: Box) -> bool:
    x, y = other.x + other.w / 2, other.y + other.h / 2
    return box.x <= x < box.right and box.y <= y < box.bottom


def _place(paper: float, span: tuple[float, float], is_first: bool, is_last: bool) -> float:
    """Return where the picture begins so that a span of it stands at the right place."""
    start, length = span
    if is_first and is_last:
        return (paper - length) / 2 - start
    if is_last:
        return paper - MARGIN - length - start
    return MARGIN + (0.0 if is_first else GLUE) - start


def tiled(drawing: Drawing, room: Grid, scale: float, *, every: bool = False) -> Poster | None:
    """Lay a drawing over at most so many sheets at a scale; None if a cut would meet a box.

    Over ``every`` sheet of the room where none of them is nearly empty.
    """
    sheets = room.sheets(scale, every=every)
    columns = cells(obstacles(drawing), (drawing.bounds.w, drawing.bounds.h), sheets)
    if not columns:
        return None
    tiles = sorted(
        Tile(row, column, Box(*(side * scale for side in cell)))
        for column, its in enumerate(columns) for row, cell in enumerate(its)
    )  # fmt: skip
    grid = room._replace(across=len(columns), down=max(map(len, columns)))
    return Poster(drawing, scale, grid, tuple(tiles))

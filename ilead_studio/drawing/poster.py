"""A picture over several sheets that are glued together: what each sheet shows, and where it is cut.

Every sheet is cut along its right and its lower edge where another one follows, and laid over the
strip that this one repeats. Words are never cut, so each line stands whole on one sheet.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from ilead_studio.drawing.ops import Box, Drawing, Point
from ilead_studio.drawing.paper import MARGIN, Paper
from ilead_studio.drawing.poster_cuts import Cutting, Obstacles, obstacles
from ilead_studio.drawing.room import Room

GLUE: Final = 18.0
"""How much of its neighbours at the left and above a sheet repeats, to be covered by them."""
BLEED: Final = 6.0
"""How far a picture goes on behind a cut, so that no white shows."""
_STEP: Final = 1.01
"""The largest scale is found as exactly as this."""


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


@dataclass(frozen=True, slots=True)
class Poster:
    """A drawing at a scale on ``across`` x ``down`` sheets of a paper; tiles row by row.

    Straight cuts go right across each of the ``bands`` of rows, and across the columns of a band.
    """

    drawing: Drawing
    scale: float
    paper: Paper
    across: int
    down: int
    bands: int
    tiles: tuple[Tile, ...]

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the picture when it is glued."""
        return self.drawing.bounds.w * self.scale, self.drawing.bounds.h * self.scale

    def is_last(self, tile: Tile) -> tuple[bool, bool]:
        """Tell whether no sheet follows at the right, and none below."""
        return tile.column == self.across - 1, tile.row == self.down - 1

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
        paper, last, cell = self.paper, self.is_last(tile), tile.cell
        x = _place(paper.width, (cell.x, cell.w), tile.column == 0, last[0])
        return x, _place(paper.height, (cell.y, cell.h), tile.row == 0, last[1])


def _place(paper: float, span: tuple[float, float], is_first: bool, is_last: bool) -> float:
    """Return where the picture begins so that a span of it stands at the right place."""
    start, length = span
    if is_first and is_last:
        return (paper - length) / 2 - start
    if is_last:
        return paper - MARGIN - length - start
    return MARGIN + (0.0 if is_first else GLUE) - start


def steps(paper: Paper) -> tuple[float, float]:
    """Return by how much each further sheet makes a poster wider, and higher."""
    return paper.width - 2 * MARGIN - GLUE, paper.height - 2 * MARGIN - GLUE


def joined(paper: Paper, across: int, down: int) -> Room:
    """Return width and height of the picture that so many sheets can show."""
    wide, high = steps(paper)
    return across * wide + GLUE, down * high + GLUE


def tiled(drawing: Drawing, paper: Paper, across: int, down: int, least: float) -> Poster | None:
    """Lay a drawing over sheets as large as it goes without cutting words.

    None when that would be under ``least``, a scale.
    """
    room = joined(paper, across, down)
    low, high = least, min(room[0] / drawing.bounds.w, room[1] / drawing.bounds.h)
    if low > high:
        return None
    found = obstacles(drawing)
    best = _at_scale(drawing, paper, across, down, low, found)
    while best and high / low > _STEP:
        middle = (low + high) / 2
        larger = _at_scale(drawing, paper, across, down, middle, found)
        best, low, high = (larger, middle, high) if larger else (best, low, middle)
    return best


def _at_scale(
    drawing: Drawing, paper: Paper, across: int, down: int, scale: float, found: Obstacles
) -> Poster | None:
    for bands in (it for it in range(1, down + 1) if down % it == 0):
        cutting = _cutting(paper, across, down, bands, scale)
        cells = cutting.cells(found, (drawing.bounds.w, drawing.bounds.h))
        if cells:
            tiles = _tiles(cells, across, scale)
            return Poster(drawing, scale, paper, across, down, bands, tiles)
    return None


def _cutting(paper: Paper, across: int, down: int, bands: int, scale: float) -> Cutting:
    """Say how sheets are cut from a drawing that is printed at a scale."""
    wide, high = steps(paper)
    return Cutting(across, down, bands, (wide / scale, high / scale), GLUE / scale)


def _tiles(cells: Sequence[Box], across: int, scale: float) -> tuple[Tile, ...]:
    return tuple(
        Tile(at // across, at % across, Box(*(side * scale for side in cell)))
        for at, cell in enumerate(cells)
    )

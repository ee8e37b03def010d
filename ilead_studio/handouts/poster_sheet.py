"""One sheet of a poster: its part of the picture, where to cut and to glue, and its neighbours.

The picture is one figure, whose words are read in the outline. What must be known while gluing
stands in the left and upper margins, which nobody cuts off before.
"""

from collections.abc import Sequence
from typing import Final

from ilead_studio.drawing.ops import Box, placed_groups, words_of
from ilead_studio.drawing.paper import MARGIN
from ilead_studio.drawing.poster import Poster, Tile, tile_name
from ilead_studio.handouts.ink import Stroke
from ilead_studio.handouts.painter import Setting, decorate, frame_of
from ilead_studio.handouts.sheet import Sheet
from ilead_studio.handouts.structure import Element
from ilead_studio.handouts.style import NUMBER, SMALL, SMALL_HEAD
from ilead_studio.handouts.tagged import TaggedCanvas
from ilead_studio.packet.leaf import Diagram
from ilead_studio.packet.page_words import short_name
from ilead_studio.rules.outline import Row
from ilead_studio.words import say

_CUT: Final = Stroke(0.7)
_GLUE: Final = Stroke(0.6, (0.05, 2.4), dots=True)
_MARK: Final = (22.0, 44.0)
"""Where a cut mark begins and ends, from the edge of the paper."""
_LINE: Final = 34.0
"""Where words in a margin stand, from the edge of the paper."""
_AIR: Final = 6.0


def write_sheet(
    canvas: TaggedCanvas, poster: Poster, tile: Tile, figure: Element, leaf: Diagram
) -> Sheet:
    """Write a sheet; its picture becomes the content of a figure."""
    sheet = canvas.sheet(poster.grid.paper)
    x, y = poster.place(tile)
    _picture(sheet, poster, tile, figure, leaf.faded)
    cell = tile.cell.moved(x, y)
    with sheet.artifact():
        _marks(sheet, poster, tile, cell)
        _names(sheet, poster, tile, cell, short_name(leaf.page))
    return sheet


def refs_on(poster: Poster, tile: Tile, rows: Sequence[Row]) -> tuple[str, ...]:
    """Return the references of what has words on a sheet, in outline order."""
    groups = (it.group for it in placed_groups(poster.part(tile)))
    here = {group.node_id for group in groups if words_of(group)}
    return tuple(row.ref for row in rows if row.id in here)


def _picture(
    sheet: Sheet, poster: Poster, tile: Tile, figure: Element, faded: frozenset[str]
) -> None:
    """Paint what a sheet shows of the picture."""
    corner, window = poster.place(tile), poster.window(tile)
    shown = window.moved(*corner)
    figure.attributes = frame_of(shown, sheet)
    setting = Setting(poster.part(tile), corner, poster.scale, faded)
    with sheet.marked(figure), sheet.clipped(shown):
        for placed in placed_groups(setting.drawing):
            decorate(placed, setting, sheet)


def _marks(sheet: Sheet, poster: Poster, tile: Tile, cell: Box) -> None:
    """Draw the cut marks, and the dotted lines to which neighbours cover the picture."""
    near, far = _MARK
    right, lower = poster.is_last(tile)
    if not right:
        for start, end in ((near, far), (sheet.height - far, sheet.height - near)):
            sheet.lines(((cell.right, start), (cell.right, end)), stroke=_CUT)
    if not lower:
        for start, end in ((near, far), (sheet.width - far, sheet.width - near)):
            sheet.lines(((start, cell.bottom), (end, cell.bottom)), stroke=_CUT)
    if tile.column:
        x = cell.x - _GLUE.width
        sheet.lines(((x, near), (x, sheet.height - near)), stroke=_GLUE)
    if tile.row:
        y = cell.y - _GLUE.width
        sheet.lines(((near, y), (sheet.width - near, y)), stroke=_GLUE)


def _names(sheet: Sheet, poster: Poster, tile: Tile, cell: Box, title: str) -> None:
    """Name the sheet, and its neighbours at the edges."""
    right, lower = poster.is_last(tile)
    middle = cell.x + cell.w / 2, cell.y + cell.h / 2
    left = cell.x + _AIR
    sheet.text(NUMBER.line(tile.name), (left, _LINE))
    left += NUMBER.width(tile.name) + _AIR
    room = middle[0] - left - 4 * _AIR
    sheet.text(SMALL.line(SMALL.shortened(title, room)), (left, _LINE))
    if not right:
        words = say("cut here")
        inside = cell.right - SMALL.width(words) - _AIR
        at = inside if inside > left + _AIR else cell.right + _AIR
        sheet.text(SMALL.line(words), (at, _LINE))
        beside = f"{poster.beside(tile, 1)} →"
        sheet.text(SMALL_HEAD.line(beside), (sheet.width - MARGIN + _AIR, middle[1]))
    if tile.column:
        beside = f"← {poster.beside(tile, -1)}"
        place = MARGIN - SMALL_HEAD.width(beside) - _AIR
        sheet.text(SMALL_HEAD.line(beside), (place, middle[1]))
    if tile.row:
        sheet.text(SMALL_HEAD.line(f"↑ {tile_name(tile.row - 1, tile.column)}"), (middle[0], _LINE))
    if not lower:
        under = f"↓ {tile_name(tile.row + 1, tile.column)}"
        sheet.text(SMALL_HEAD.line(under), (middle[0], sheet.height - _LINE + SMALL.baseline))
        words = say("cut here")
        is_narrow = cell.x + SMALL.width(words) + 2 * _AIR > middle[0]
        at = cell.right + _AIR if is_narrow else cell.x + _AIR
        sheet.text(SMALL.line(words), (at, sheet.height - _LINE + SMALL.baseline))

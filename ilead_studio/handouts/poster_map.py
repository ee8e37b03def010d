"""The first page of a poster: the whole in small with its sheets, and how they are put together."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import Final

from ilead_studio.drawing.ops import Box, Point, Rect, TextLine, placed_groups
from ilead_studio.drawing.paper import PAPERS, Paper, inch_words
from ilead_studio.drawing.poster import Poster
from ilead_studio.handouts.diagram import points
from ilead_studio.handouts.flow import Flow
from ilead_studio.handouts.head import title_block
from ilead_studio.handouts.ink import Stroke
from ilead_studio.handouts.painter import Setting, decorate, frame_of
from ilead_studio.handouts.poster_sheet import refs_on
from ilead_studio.handouts.sheet import Sheet
from ilead_studio.handouts.structure import LABELLED, Element
from ilead_studio.handouts.style import BODY, NUMBER, SMALL
from ilead_studio.model import Page
from ilead_studio.packet.leaf import Diagram
from ilead_studio.packet.page_words import title_of
from ilead_studio.rules.names import kind_name
from ilead_studio.rules.outline import Row
from ilead_studio.words import count, say

_EDGE: Final = Stroke(0.6, (3.0, 2.0))
_CELL: Final = Stroke(0.9)
_GAP: Final = 16.0
_APART: Final = 4.0
"""Between the sheets where they are named."""
_PART: Final = 0.38
"""Of the room for the names of the sheets, at most."""
_CELL_SIZE: Final = (84.0, 36.0)
"""Width and height that are enough for one of them."""
_TWO: Final = 28.0
"""Height of two lines."""
_PAD: Final = 5.0
_TIGHT: Final = 2.5
"""Around a name on the small picture."""
_LINE: Final = 1.3
"""Height of a line of words there, in parts of their size."""
_TRIED: Final = 16
"""Places across and down that are tried for a name, from the upper left one."""
_WHITE: Final = "#ffffff"
_AIR: Final = 3.0
"""Around the small picture."""
_INCH, _CM = 72.0, 72 / 2.54


def sheets_words(poster: Poster) -> str:
    """Say how many sheets a poster has, of which paper, and how large its words are."""
    return say(
        "{sheets}, {paper}, text {size} points",
        sheets=count(len(poster.tiles), "{number} sheet", "{number} sheets"),
        paper=_paper_words(poster.grid.paper),
        size=points(poster.smallest),
    )


def _paper_words(paper: Paper) -> str:
    if paper.name not in PAPERS:
        return inch_words(paper.width, paper.height)
    known = {"letter": say("Letter"), "legal": say("Legal"), "tabloid": say("Tabloid")}
    return known.get(paper.name, paper.name.title())


def write_map(
    flow: Flow, section: Element, leaf: Diagram, poster: Poster, rows: Sequence[Row], outline: int
) -> None:
    """Write the page; ``outline`` is the number of the page where the words can be read."""
    page, title = leaf.page, say("Poster: {title}", title=title_of(leaf.page))
    about = " ".join((_about(page, poster, outline), *leaf.more))
    title_block(flow, section, "H1", title, page.ref, about)
    for sentence in how_to_glue(poster):
        flow.write(section.add("P"), sentence, BODY)
    flow.y += _GAP
    picture, names = _rooms(flow, poster)
    _small(flow, section, poster, picture, leaf)
    _names(flow, section, poster, names, rows)


def _about(page: Page, poster: Poster, outline: int) -> str:
    return say(
        "{kind} over {sheets}: {across} across, {down} down; {size} when it is glued. "
        "Its words are in the outline, page {outline}.",
        kind=kind_name(page), sheets=sheets_words(poster), across=poster.grid.across,
        down=poster.grid.down, size=_size(poster), outline=outline,
    )  # fmt: skip


def _size(poster: Poster) -> str:
    """Return width and height of the glued picture in the unit of its paper."""
    is_metric = poster.grid.paper.name.startswith("a")
    unit = _CM if is_metric else _INCH
    wide, high = (f"{side / unit:.0f}" for side in poster.size)
    if is_metric:
        return say("{wide} × {high} cm", wide=wide, high=high)
    return say("{wide} × {high} inches", wide=wide, high=high)


def how_to_glue(poster: Poster) -> Iterator[str]:
    """Say which edges to cut, and what to glue over what."""
    across, down = poster.grid.across > 1, poster.grid.down > 1
    if across or down:
        edges = say("right and lower margins") if across and down else (
            say("right margins") if across else say("lower margins")
        )  # fmt: skip
        yield say("Cut off the {edges} at the cut marks; margins without marks stay.", edges=edges)
        yield _order(poster)
    if len(poster.tiles) < poster.grid.across * poster.grid.down:
        yield say("A column with fewer sheets stands where the lines from its neighbours go on.")


def _order(poster: Poster) -> str:
    right = say("Glue each sheet over the dotted line of the one at its right")
    below = say("Glue each sheet over the dotted line of the one below")
    if poster.grid.down == 1 or poster.grid.across == 1:
        return say("{do}.", do=right if poster.grid.down == 1 else below)
    columns = say("{do}; then each column over that of the column at its right", do=below)
    return say("{do}.", do=columns)


def _rooms(flow: Flow, poster: Poster) -> tuple[Box, Box]:
    """Share what is left of the page between the small picture and the names of its sheets.

    They stand side by side or one above the other, as makes the picture larger.
    """
    room = Box(flow.left, flow.y, flow.room, flow.bottom - flow.y)
    wide = min(room.w * _PART, poster.grid.across * _CELL_SIZE[0])
    high = min(room.h * _PART, poster.grid.down * _CELL_SIZE[1])
    beside = room._replace(w=room.w - wide - _GAP), room._replace(x=room.right - wide, w=wide)
    under = room._replace(h=room.h - high - _GAP), room._replace(y=room.bottom - high, h=high)
    return max(beside, under, key=lambda it: _scale(poster, it[0]))


def _scale(poster: Poster, room: Box) -> float:
    """Return the scale at which a whole poster fits a room."""
    bounds = poster.drawing.bounds
    return min(room.w / bounds.w, room.h / bounds.h)


def _small(flow: Flow, section: Element, poster: Poster, room: Box, leaf: Diagram) -> None:
    """Paint the whole poster small, with the edges and the names of its sheets."""
    told = say(
        "The whole of {ref} in small, with the edges and the names of its sheets.",
        ref=leaf.page.ref,
    )
    figure = section.add("Figure", alternative=told)
    bounds = poster.drawing.bounds
    scale = _scale(poster, room)
    x = room.x + (room.w - bounds.w * scale) / 2
    shown = Box(x, room.y, bounds.w * scale, bounds.h * scale)
    figure.attributes = frame_of(shown, flow.sheet)
    setting = Setting(poster.drawing, (shown.x, shown.y), scale, leaf.faded)
    with flow.sheet.marked(figure):
        for placed in placed_groups(setting.drawing):
            decorate(placed, setting, flow.sheet)
        words, boxes = ([*_drawn_on(setting, it)] for it in (TextLine, Rect))
        near = scale / poster.scale
        for edge in _edges(poster):
            ends = [(shown.x + x * near, shown.y + y * near) for x, y in edge]
            flow.sheet.lines(ends, stroke=_EDGE)
        for tile in poster.tiles:
            cell = Box(*(side * near for side in tile.cell)).moved(shown.x, shown.y)
            _plate(flow.sheet, tile.name, _free(tile.name, cell, words, boxes))


def _edges(poster: Poster) -> Iterator[tuple[Point, Point]]:
    """Give the edges of all sheets, each once, on the glued poster."""
    columns = [
        [tile.cell for tile in poster.tiles if tile.column == at]
        for at in range(poster.grid.across)
    ]
    for left, right in pairwise(([], *columns, [])):
        x = right[0].x if right else left[0].right
        both = (*left, *right)
        yield (x, min(it.y for it in both)), (x, max(it.bottom for it in both))
    for cells in columns:
        for y in (cells[0].y, *(it.bottom for it in cells)):
            yield (cells[0].x, y), (cells[0].right, y)


def _drawn_on(setting: Setting, kind: type[TextLine] | type[Rect]) -> Iterator[Box]:
    """Give where words stand on the small picture, or boxes and signs."""
    for placed in placed_groups(setting.drawing):
        for op in placed.group.ops:
            if isinstance(op, kind):
                yield setting.box(placed, op.box if isinstance(op, Rect) else _around(op))


def _around(line: TextLine) -> Box:
    return Box(line.x, line.y - line.size, line.width, _LINE * line.size)


def _free(name: str, cell: Box, words: Sequence[Box], boxes: Sequence[Box]) -> Box:
    """Return where the name of a sheet stands on it: beside all boxes, else beside all words."""
    wide, high = NUMBER.width(name) + 2 * _TIGHT, NUMBER.size + 2 * _TIGHT
    steps = [at / _TRIED for at in range(_TRIED + 1)]
    spots = [
        Box(cell.x + _AIR + x * (cell.w - wide - 2 * _AIR),
            cell.y + _AIR + y * (cell.h - high - 2 * _AIR), wide, high)
        for y in steps for x in steps
    ]  # fmt: skip
    for around in ((*words, *boxes), words):
        for spot in spots:
            if not any(spot.meets(it) for it in around):
                return spot
    return min(spots, key=lambda spot: sum(map(partial(_shared, spot), words)))


def _shared(one: Box, other: Box) -> float:
    """Return the area in which two boxes overlap."""
    wide = min(one.right, other.right) - max(one.x, other.x)
    high = min(one.bottom, other.bottom) - max(one.y, other.y)
    return max(0.0, wide) * max(0.0, high)


def _plate(sheet: Sheet, name: str, box: Box) -> None:
    """Name a sheet on a plate of its own, so that no line runs through its name."""
    sheet.rectangle(box, 2.0, fill=_WHITE, stroke=_CELL)
    sheet.text(NUMBER.line(name), (box.x + _TIGHT, box.y + box.h - 1.6 * _TIGHT))


def _names(flow: Flow, section: Element, poster: Poster, room: Box, rows: Sequence[Row]) -> None:
    """Name the sheets, each where it belongs, with the references of what is on it."""
    names = section.add("L", attributes=LABELLED)
    wide = room.w / poster.grid.across
    high = min(room.h / poster.grid.down, _CELL_SIZE[1])
    for tile in poster.tiles:
        left, top = room.x + tile.column * wide, room.y + tile.row * high
        box = Box(left, top, wide - _APART, high - _APART)
        with flow.sheet.artifact():
            flow.sheet.rectangle(box, stroke=_CELL)
        entry = names.add("LI")
        style = NUMBER if box.h >= NUMBER.lead else SMALL
        base = box.y + (2 + style.size if box.h > _TWO else (box.h + style.size * 0.66) / 2)
        with flow.sheet.marked(entry.add("Lbl")):
            flow.sheet.text(style.line(tile.name), (box.x + _PAD, base), goes_on=True)
        refs = ", ".join(refs_on(poster, tile, rows)) or say("lines")
        if box.h > _TWO:
            held = entry.add("LBody", actual=refs)
            with flow.sheet.marked(held):
                shown = SMALL.shortened(refs, box.w - 2 * _PAD)
                flow.sheet.text(SMALL.line(shown), (box.x + _PAD, base + SMALL.lead))

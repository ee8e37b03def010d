"""A page as a poster: the map of its sheets, and the sheets."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from ilead_studio.drawing.levels import rows_in, view_of
from ilead_studio.drawing.paper import PAPERS, Paper
from ilead_studio.drawing.poster import MOST, NAMED, READABLE, Poster, Tile
from ilead_studio.drawing.poster_search import Search
from ilead_studio.errors import ExportError
from ilead_studio.handouts.diagram import LARGER, points
from ilead_studio.handouts.flow import Flow
from ilead_studio.handouts.poster_map import sheets_words, write_map
from ilead_studio.handouts.poster_sheet import refs_on, write_sheet
from ilead_studio.handouts.sheet import Sheet
from ilead_studio.handouts.structure import Element
from ilead_studio.handouts.tagged import Place, TaggedCanvas
from ilead_studio.model import Page, Workbook
from ilead_studio.packet.leaf import Diagram
from ilead_studio.packet.page_words import short_name
from ilead_studio.rules.kept import FromSource
from ilead_studio.rules.outline import Row, outline
from ilead_studio.words import WINDOW, say, speaking

_KEPT: Final = 24
"""Posters kept, of the pages of a packet on its paper."""


def laid_out(
    workbook: Workbook,
    page: Page,
    paper: Paper,
    grid: tuple[int, int] | None = None,
    levels: int = 0,
) -> Poster:
    """Lay a page over sheets of a paper: over a grid of so many across and down, or the fewest.

    With ``levels`` only so many of it are drawn. Each item shows its reference, unless words would
    be too small then.

    Raises:
        ExportError: if words would be too small, or it takes more sheets than can be named.
    """
    for has_refs in (True, False):
        found = _found(workbook, page, paper, grid, levels, has_refs=has_refs)
        if found:
            return found
    with speaking(WINDOW):  # for whoever prints, whatever the language of the handout
        raise ExportError(
            _refusal(page, paper, grid) if grid else _too_large(workbook, page, paper, levels)
        )


def poster_of(leaf: Diagram, paper: Paper) -> Poster:
    """Return the poster of a diagram that is to be one, over sheets of a paper.

    Raises:
        ExportError: as ``laid_out`` does.
    """
    grid = leaf.poster if leaf.poster and all(leaf.poster) else None
    return laid_out(leaf.workbook, leaf.page, paper, grid, leaf.levels)


_posters: Final = FromSource[Poster | None](_KEPT)


def _found(
    workbook: Workbook,
    page: Page,
    paper: Paper,
    grid: tuple[int, int] | None,
    levels: int,
    *,
    has_refs: bool,
) -> Poster | None:
    """Look for the sheets of a page; that takes long, and most changes leave them as they are."""
    view = view_of(workbook, page, levels, has_refs=has_refs)
    source = page, outline(workbook, page), view.marks
    search = partial(_searched, Search(workbook, page, paper, view), grid)
    return _posters.about(f"{page.id} {paper} {grid} {levels} {has_refs}", source, search)


def _searched(search: Search, grid: tuple[int, int] | None) -> Poster | None:
    return search.over(*grid) if grid else search.fewest()


def _too_large(workbook: Workbook, page: Page, paper: Paper, levels: int) -> str:
    """Say that no number of sheets holds a page, and what does: deep whys want wide sheets."""
    helps = say("Fewer levels or a smaller page helps.")
    for name in LARGER.get(paper.name, ()):
        if found := _found(workbook, page, PAPERS[name], None, levels, has_refs=False):
            helps = say("Larger paper holds it: {sheets}.", sheets=sheets_words(found))
            break
    return say(
        "Not even {across} × {down} sheets of {paper} hold {ref} in letters of 24 points. {helps}",
        across=NAMED[0], down=NAMED[1], paper=paper.name, ref=page.ref, helps=helps,
    )  # fmt: skip


def _refusal(page: Page, paper: Paper, grid: tuple[int, int]) -> str:
    """Say why there is no poster over so many sheets, and what helps."""
    return say(
        "Over {across} × {down} sheets of {paper} the words of {ref} would be smaller than 8 "
        "points. Without a number the poster takes as many sheets as it needs.",
        across=grid[0], down=grid[1], paper=paper.name, ref=page.ref,
    )  # fmt: skip


def poster_words(page: Page, poster: Poster) -> Iterator[str]:
    """Say how many sheets a poster has, and whether it can be read from afar."""
    yield say("{ref}: {sheets}.", ref=page.ref, sheets=sheets_words(poster))
    if poster.smallest < READABLE:
        yield say(
            "It takes {size} points to be read from two metres; a poster without a number of"
            " sheets has them.",
            size=points(READABLE),
        )
    if poster.grid.across > MOST[0] or poster.grid.down > MOST[1]:
        yield say("It is larger than most walls; larger paper or fewer levels make it smaller.")


def write_poster(
    canvas: TaggedCanvas, section: Element, leaf: Diagram, poster: Poster, read_on: int
) -> tuple[Place, list[Sheet]]:
    """Write the map and the sheets of a poster, whose words are read on a further page.

    Returns where it begins, and the sheets, which have no footer.
    """
    page = leaf.page
    view = view_of(leaf.workbook, page, leaf.levels)
    rows, _ = rows_in(leaf.workbook, page, view)
    flow = Flow(canvas, poster.grid.paper)
    start = Place(flow.sheet, flow.y)
    canvas.bookmark(short_name(page), 0, start)
    write_map(flow, section, leaf, poster, rows, read_on)
    sheets = []
    for tile in poster.tiles:
        figure = _figure(section, poster, tile, rows, read_on)
        sheets.append(write_sheet(canvas, poster, tile, figure, leaf))
        canvas.bookmark(say("Sheet {name}", name=tile.name), 1, Place(sheets[-1], 0.0))
    return start, sheets


def _figure(
    section: Element, poster: Poster, tile: Tile, rows: Sequence[Row], read_on: int
) -> Element:
    """Add the figure of a sheet; its words say what is on it, and where it can be read."""
    refs = ", ".join(refs_on(poster, tile, rows)) or say("lines without words")
    words = say(
        "Sheet {name}, row {row} of {down}, column {column} of {across}: {refs}. "
        "The words are in the outline, page {page}.",
        name=tile.name, row=tile.name[0], down=poster.rows(tile.column), column=tile.column + 1,
        across=poster.grid.across, refs=refs, page=read_on,
    )  # fmt: skip
    return section.add("Figure", alternative=words)

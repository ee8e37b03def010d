"""A page as a poster: the map of its sheets, the sheets, and its outline as text."""

from ilead_studio.drawing.paper import Paper
from ilead_studio.drawing.poster import MOST, Poster, Tile
from ilead_studio.drawing.poster_search import Search
from ilead_studio.errors import ExportError
from ilead_studio.handouts.flow import Flow
from ilead_studio.handouts.handout import Handout
from ilead_studio.handouts.head import short_name, write_footers
from ilead_studio.handouts.outline_text import write_outline
from ilead_studio.handouts.poster_map import write_map
from ilead_studio.handouts.poster_sheet import refs_on, write_sheet
from ilead_studio.handouts.sheet import Sheet
from ilead_studio.handouts.structure import Element
from ilead_studio.handouts.tagged import Place, TaggedCanvas
from ilead_studio.model import Page, Workbook
from ilead_studio.rules.names import workbook_name
from ilead_studio.rules.outline import Row, outline
from ilead_studio.words import say


def laid_out(
    workbook: Workbook, page: Page, paper: Paper, grid: tuple[int, int] | None = None
) -> Poster:
    """Lay a page over sheets of a paper: over a grid of so many across and down, or the fewest.

    Raises:
        ExportError: if words would be cut or could not be read from two metres.
    """
    search = Search(workbook, page, paper)
    found = search.over(*grid) if grid else search.fewest()
    if found:
        return found
    if grid is None:
        raise ExportError(
            say(
                "Not even {across} × {down} sheets of {paper} hold {ref} in letters of 24 points. "
                "Larger paper or a smaller page helps.",
                across=MOST[0], down=MOST[1], paper=paper.name, ref=page.ref,
            )
        )  # fmt: skip
    raise ExportError(
        say(
            "Over {across} × {down} sheets of {paper} a cut would run through words of {ref}. "
            "Without a number the poster takes as many sheets as it needs.",
            across=grid[0], down=grid[1], paper=paper.name, ref=page.ref,
        )
    )  # fmt: skip


def poster_pdf(workbook: Workbook, page: Page, poster: Poster) -> Handout:
    """Make the file of a poster; the same poster gives the same bytes."""
    canvas = TaggedCanvas(say("Poster: {title}", title=short_name(page)), workbook.language)
    section = canvas.top.add("Sect")
    sheets = write_poster(canvas, section, workbook, page, poster, len(poster.tiles) + 2)
    write_outline(canvas, poster.grid.paper, workbook, page, section)
    write_footers(canvas, workbook_name(workbook), sheets)
    return Handout(canvas.pdf(), len(canvas.sheets), poster.smallest, ())


def write_poster(
    canvas: TaggedCanvas,
    section: Element,
    workbook: Workbook,
    page: Page,
    poster: Poster,
    read_on: int,
) -> list[Sheet]:
    """Write the map and the sheets of a poster, whose words are read on a further page.

    Returns the sheets, which have no footer.
    """
    rows, flow = outline(workbook, page), Flow(canvas, poster.grid.paper)
    canvas.bookmark(short_name(page), 0, Place(flow.sheet, flow.y))
    write_map(flow, section, page, poster, rows, read_on)
    sheets = []
    for tile in poster.tiles:
        figure = _figure(section, poster, tile, rows, read_on)
        sheets.append(write_sheet(canvas, poster, tile, figure, short_name(page)))
        canvas.bookmark(say("Sheet {name}", name=tile.name), 1, Place(sheets[-1], 0.0))
    return sheets


def _figure(
    section: Element, poster: Poster, tile: Tile, rows: tuple[Row, ...], read_on: int
) -> Element:
    """Add the figure of a sheet; its words say what is on it, and where it can be read."""
    refs = ", ".join(refs_on(poster, tile, rows)) or say("lines without words")
    words = say(
        "Sheet {name}, row {row} of {down}, column {column} of {across}: {refs}. "
        "The words are in the outline, page {page}.",
        name=tile.name, row=tile.name[0], down=poster.grid.down, column=tile.column + 1,
        across=poster.grid.across, refs=refs, page=read_on,
    )  # fmt: skip
    return section.add("Figure", alternative=words)

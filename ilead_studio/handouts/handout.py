"""A handout: the title page, and each page of the workbook as a diagram and as an outline."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ilead_studio.drawing.paper import Paper
from ilead_studio.errors import ExportError
from ilead_studio.handouts.contents import Content
from ilead_studio.handouts.cover import reserve_cover, write_cover
from ilead_studio.handouts.diagram import Diagram, diagram, notice, write_diagram
from ilead_studio.handouts.head import short_name, write_footers
from ilead_studio.handouts.outline_text import outline_title, write_outline
from ilead_studio.handouts.tagged import Place, TaggedCanvas
from ilead_studio.model import Page, Workbook, pages
from ilead_studio.packet.leaf import Cover
from ilead_studio.rules.names import workbook_name
from ilead_studio.words import say


@dataclass(frozen=True, slots=True)
class Handout:
    """A finished handout.

    ``pdf`` is the file, ``pages`` how many sheets it has. ``smallest`` is the size of the smallest
    words on a diagram in points (0 when there are none); ``notices`` say what is hard to read, and
    on which paper it would not be.
    """

    pdf: bytes
    pages: int
    smallest: float
    notices: tuple[str, ...]


class _Goal(NamedTuple):
    """Something to be named in the contents, before the pages have numbers."""

    text: str
    ref: str
    place: Place


def handout(workbook: Workbook, paper: Paper, page_ids: Sequence[str] | None = None) -> Handout:
    """Make the handout of a workbook on a paper; the same workbook gives the same bytes.

    With ``page_ids`` only these pages are printed, in the workbook's order; the title page always
    is.

    Raises:
        ExportError: if a page is asked for that the workbook does not have.
    """
    shown = _shown(workbook, page_ids)
    diagrams = [diagram(workbook, page, paper) for page in shown]
    canvas = TaggedCanvas(workbook_name(workbook), workbook.language)
    part = canvas.top.add("Part")
    named = [name for it in diagrams for name in _names(it.page)]
    reserved = reserve_cover(canvas, paper, Cover(workbook), named)
    goals = [goal for it in diagrams for goal in _write_page(canvas, paper, workbook, it)]
    numbers = {sheet: number for number, sheet in enumerate(canvas.sheets, 1)}
    contents = [Content(*goal, number=numbers[goal.place.sheet]) for goal in goals]
    write_cover(canvas, paper, Cover(workbook), contents, part, reserved)
    write_footers(canvas, workbook_name(workbook))
    notices = (notice(workbook, it) for it in diagrams)
    return Handout(
        pdf=canvas.pdf(),
        pages=len(canvas.sheets),
        smallest=min((it.smallest for it in diagrams if it.smallest), default=0.0),
        notices=tuple(words for words in notices if words),
    )


def _shown(workbook: Workbook, page_ids: Sequence[str] | None) -> tuple[Page, ...]:
    if page_ids is None:
        return pages(workbook)
    known = {page.id for page in pages(workbook)}
    for page_id in page_ids:
        if page_id not in known:
            raise ExportError(
                say("The workbook has no page {page}. Nothing was made.", page=page_id)
            )
    return tuple(page for page in pages(workbook) if page.id in page_ids)


def _names(page: Page) -> tuple[tuple[str, str], ...]:
    """Return how the diagram and the outline of a page are called in the contents."""
    return (short_name(page), page.ref), (outline_title(page), "")


def _write_page(
    canvas: TaggedCanvas, paper: Paper, workbook: Workbook, it: Diagram
) -> Iterator[_Goal]:
    section = canvas.top.add("Sect")
    yield _Goal(short_name(it.page), it.page.ref, write_diagram(canvas, it, section))
    place = write_outline(canvas, paper, workbook, it.page, section)
    yield _Goal(outline_title(it.page), "", place)

"""A whole packet as one file: every page in its order, numbered, named and bookmarked."""

from collections.abc import Sequence
from dataclasses import dataclass

from ilead_studio.drawing.paper import Paper
from ilead_studio.handouts.cover import Content, write_cover
from ilead_studio.handouts.diagram import diagram, notice, write_diagram
from ilead_studio.handouts.handout import Handout
from ilead_studio.handouts.head import short_name, write_footers
from ilead_studio.handouts.leaf import write_leaf
from ilead_studio.handouts.structure import Element
from ilead_studio.handouts.tagged import Place, TaggedCanvas
from ilead_studio.handouts.type import USUAL, Type
from ilead_studio.model import Page
from ilead_studio.packet.leaf import AnyLeaf, Cover, Diagram, Leaf


@dataclass(frozen=True, slots=True)
class Outfit:
    """How a packet looks: its paper and type, what its footers say, and its language."""

    paper: Paper
    title: str
    language: str = "en-US"
    type: Type = USUAL
    date: str = ""
    audience: str = ""


@dataclass(slots=True)
class _Said:
    """What is known after the pages are written."""

    contents: list[Content]
    smallest: list[float]
    notices: list[str]
    covers: list[Cover]


def packet_pdf(leaves: Sequence[AnyLeaf], outfit: Outfit) -> Handout:
    """Make the file of a packet; the same leaves in the same outfit give the same bytes."""
    canvas = TaggedCanvas(outfit.title, outfit.language)
    said = _Said([], [], [], [])
    first = canvas.top.add("Part") if any(isinstance(it, Cover) for it in leaves) else None
    for leaf in leaves:
        _write(canvas, outfit, leaf, said)
    if first:
        _write_cover(canvas, outfit, said, first)
    write_footers(canvas, outfit.title)
    smallest = min((it for it in said.smallest if it), default=0.0)
    return Handout(canvas.pdf(), len(canvas.sheets), smallest, tuple(said.notices))


def _write(canvas: TaggedCanvas, outfit: Outfit, leaf: AnyLeaf, said: _Said) -> None:
    match leaf:
        case Cover():
            said.covers.append(leaf)
        case Leaf():
            place = write_leaf(canvas, outfit.paper, leaf, canvas.top.add("Sect"), outfit.type)
            said.contents.append(Content(leaf.name, leaf.ref, place, 0))
        case Diagram():
            drawn = diagram(leaf.workbook, leaf.page, outfit.paper)
            place = write_diagram(canvas, drawn, canvas.top.add("Sect"))
            said.contents.append(_named(leaf.page, place))
            said.smallest.append(drawn.smallest)
            said.notices += [it for it in [notice(leaf.workbook, drawn)] if it]


def _named(page: Page, place: Place) -> Content:
    return Content(short_name(page), page.ref, place, 0)


def _write_cover(canvas: TaggedCanvas, outfit: Outfit, said: _Said, part: Element) -> None:
    """Write the title page before all others; a trial tells how many sheets it takes itself."""
    workbook = said.covers[0].workbook
    numbers = {sheet: number for number, sheet in enumerate(canvas.sheets, 1)}
    contents = [it._replace(number=numbers[it.place.sheet]) for it in said.contents]
    trial = TaggedCanvas("", outfit.language)
    write_cover(trial, outfit.paper, workbook, contents, trial.top, None)
    taken = len(trial.sheets)
    contents = [it._replace(number=it.number + taken) for it in contents]
    write_cover(canvas, outfit.paper, workbook, contents, part, next(iter(canvas.sheets), None))

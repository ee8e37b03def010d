"""A whole packet as one file: every page in its order, numbered, named and bookmarked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from ilead_studio.drawing.paper import Paper
from ilead_studio.handouts.contents import Content
from ilead_studio.handouts.cover import reserve_cover, write_cover
from ilead_studio.handouts.diagram import READABLE, diagram, notice, write_diagram
from ilead_studio.handouts.diagram import Diagram as Drawn
from ilead_studio.handouts.handout import Handout
from ilead_studio.handouts.head import short_name, write_footers
from ilead_studio.handouts.leaf import write_leaf
from ilead_studio.handouts.tagged import Place, TaggedCanvas
from ilead_studio.handouts.type import USUAL, Type
from ilead_studio.model import Page
from ilead_studio.packet.leaf import AnyLeaf, Cover, Diagram, Leaf


@dataclass(frozen=True, slots=True)
class Outfit:
    """How a packet looks: its paper and type, what its footers say, and its language.

    ``up`` pages share a sheet, but for posters, which are sheets of their own.
    """

    paper: Paper
    title: str
    language: str = "en-US"
    type: Type = USUAL
    up: Literal[1, 2, 4] = 1
    gray: bool = False
    date: str = ""
    audience: str = ""


@dataclass(slots=True)
class _Said:
    """What is known after the pages are written."""

    contents: list[Content]
    smallest: list[float]
    notices: list[str]


def packet_pdf(leaves: Sequence[AnyLeaf], outfit: Outfit) -> Handout:
    """Make the file of a packet; the same leaves in the same outfit give the same bytes."""
    canvas = TaggedCanvas(outfit.title, outfit.language, gray=outfit.gray)
    said = _Said([], [], [])
    finish = [_begin_cover(canvas, outfit, it, leaves) for it in leaves if isinstance(it, Cover)]
    for leaf in leaves:
        _write(canvas, outfit, leaf, said)
    for write in finish[:1]:
        write(said.contents)
    write_footers(canvas, outfit.title)
    smallest = min((it for it in said.smallest if it), default=0.0)
    return Handout(canvas.pdf(), len(canvas.sheets), smallest, tuple(said.notices))


def _write(canvas: TaggedCanvas, outfit: Outfit, leaf: AnyLeaf, said: _Said) -> None:
    paper = outfit.paper.shared(outfit.up)
    match leaf:
        case Cover():
            pass  # it stands first, and is written last
        case Leaf():
            place = write_leaf(canvas, paper, leaf, canvas.top.add("Sect"), outfit.type)
            said.contents.append(Content(leaf.name, leaf.ref, place, 0))
        case Diagram():
            drawn = _drawn(leaf, outfit)
            place = write_diagram(canvas, drawn, canvas.top.add("Sect"))
            said.contents.append(_named(leaf.page, place))
            said.smallest.append(drawn.smallest)
            said.notices += [it for it in [notice(leaf.workbook, drawn)] if it]


def _begin_cover(
    canvas: TaggedCanvas, outfit: Outfit, cover: Cover, leaves: Sequence[AnyLeaf]
) -> Callable[[Sequence[Content]], None]:
    """Keep room for the title page; returns what writes it when the pages have numbers."""
    part, paper = canvas.top.add("Part"), outfit.paper.shared(outfit.up)
    named = [_name(it) for it in leaves if not isinstance(it, Cover)]
    reserved = reserve_cover(canvas, paper, cover, named, outfit.type)

    def write(contents: Sequence[Content]) -> None:
        numbers = {sheet: number for number, sheet in enumerate(canvas.sheets, 1)}
        numbered = [it._replace(number=numbers[it.place.sheet]) for it in contents]
        write_cover(canvas, paper, cover, numbered, part, reserved, outfit.type)

    return write


def _name(leaf: Leaf | Diagram) -> tuple[str, str]:
    """Return how a page is called in the contents, and its reference."""
    if isinstance(leaf, Diagram):
        return short_name(leaf.page), leaf.page.ref
    return leaf.name, leaf.ref


def _drawn(leaf: Diagram, outfit: Outfit) -> Drawn:
    """Draw a diagram on a page that shares a sheet if it can be read there, else on its own."""
    shared = diagram(leaf.workbook, leaf.page, outfit.paper.shared(outfit.up))
    if outfit.up == 1 or shared.smallest >= READABLE:
        return shared
    return diagram(leaf.workbook, leaf.page, outfit.paper)


def _named(page: Page, place: Place) -> Content:
    return Content(short_name(page), page.ref, place, 0)

"""A whole packet as one file: every page in its order, numbered, named and bookmarked."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from ilead_studio.drawing.ops import smallest_words
from ilead_studio.drawing.page import fit
from ilead_studio.drawing.paper import Paper
from ilead_studio.handouts.contents import Content
from ilead_studio.handouts.cover import reserve_cover, write_cover
from ilead_studio.handouts.diagram import READABLE, Drawn, drawn, notice, write_diagram
from ilead_studio.handouts.handout import Handout, Part
from ilead_studio.handouts.head import Footer, write_footers
from ilead_studio.handouts.leaf import is_drawn, write_leaf
from ilead_studio.handouts.poster import laid_out, poster_words, write_poster
from ilead_studio.handouts.sheet import Sheet
from ilead_studio.handouts.tagged import Place, TaggedCanvas
from ilead_studio.handouts.type import USUAL, Type
from ilead_studio.model import Turned
from ilead_studio.packet.blocks import Picture
from ilead_studio.packet.leaf import AnyLeaf, Cover, Diagram, Leaf
from ilead_studio.packet.page_words import short_name
from ilead_studio.packet.tongue import NONE_OWN, OwnWords
from ilead_studio.words import language_known, say, speaking, spoken_now


@dataclass(frozen=True, slots=True)
class Outfit:
    """How a packet looks: its paper and type, what its footers say, and its language.

    ``up`` pages share a sheet, but for posters, which are sheets of their own. Pages lie as it
    ``fits``, unless all of them are ``turned``. ``language`` is the tag of that of the sentences;
    ``own`` are words in another one.
    """

    paper: Paper
    title: str
    language: str = "en-US"
    type: Type = USUAL
    up: Literal[1, 2, 4] = 1
    gray: bool = False
    turned: Turned = "fits"
    date: str = ""
    audience: str = ""
    own: OwnWords = NONE_OWN

    @property
    def shared(self) -> Paper:
        """The paper of a page, which may share a sheet with others."""
        return self.paper.shared(self.up)

    @property
    def footer(self) -> Footer:
        """What stands at the foot of its sheets."""
        return Footer(self.title, self.date, self.audience, self.type)


_Span = tuple[AnyLeaf, tuple[int, int]]
"""A leaf with its first page and the first one after it."""


@dataclass(slots=True)
class _Said:
    """What is known after the pages are written; ``bare`` sheets have no footer."""

    contents: list[Place]
    smallest: list[float]
    notices: list[str]
    bare: list[Sheet]


def packet_pdf(leaves: Sequence[AnyLeaf], outfit: Outfit) -> Handout:
    """Make the file of a packet; the same leaves in the same outfit give the same bytes.

    What is said on its pages is in its language, what is noticed about them in that of the caller.
    """
    reader = spoken_now()
    with speaking(language_known(outfit.language)):
        return _packet_pdf(leaves, outfit, reader)


def _packet_pdf(leaves: Sequence[AnyLeaf], outfit: Outfit, reader: str) -> Handout:
    canvas = TaggedCanvas(outfit.title, outfit.language, gray=outfit.gray, own=outfit.own)
    said = _Said([], [], [], [])
    covers = [it for it in leaves if isinstance(it, Cover)]
    others = [it for it in leaves if not isinstance(it, Cover)]
    finish = [_begin_cover(canvas, outfit, it, others) for it in covers[:1]]
    spans: list[_Span] = [(it, (0, len(canvas.sheets))) for it in covers[:1]]
    for leaf in others:
        first = len(canvas.sheets)
        _write(canvas, outfit, leaf, said, reader)
        spans.append((leaf, (first, len(canvas.sheets))))
    for write in finish:
        write(said.contents)
    write_footers(canvas, outfit.footer, said.bare)
    smallest = min((it for it in said.smallest if it), default=0.0)
    parts = tuple(_parts(canvas, outfit, leaves, spans, said.smallest))
    return Handout(canvas.pdf(), len(canvas.sheets), smallest, tuple(said.notices), parts)


def _parts(
    canvas: TaggedCanvas,
    outfit: Outfit,
    leaves: Sequence[AnyLeaf],
    spans: Sequence[_Span],
    sizes: Sequence[float],
) -> Iterator[Part]:
    """Tell on which sides of paper each leaf is, and how small its words are."""
    names = [*dict.fromkeys(sheet.side.name for sheet in canvas.sheets)]
    at, pictured = {id(it): place for place, it in enumerate(leaves)}, iter(sizes)
    for leaf, (first, end) in spans:
        sides = dict.fromkeys(names.index(it.side.name) for it in canvas.sheets[first:end])
        size = next(pictured) if isinstance(leaf, Diagram) else outfit.type.small.size
        yield Part(at[id(leaf)], tuple(sides), size)


def _write(
    canvas: TaggedCanvas, outfit: Outfit, leaf: Leaf | Diagram, said: _Said, reader: str
) -> None:
    section = canvas.top.add("Sect")
    if isinstance(leaf, Leaf):
        wide = leaf.wide if outfit.turned == "fits" else outfit.turned == "wide"
        turned, paper = replace(leaf, wide=wide), _paper_of(leaf, outfit)
        said.contents.append(write_leaf(canvas, paper, turned, section, outfit.type))
    elif leaf.poster is not None:
        grid = leaf.poster if all(leaf.poster) else None
        made = laid_out(leaf.workbook, leaf.page, outfit.paper, grid)
        read_on = len(canvas.sheets) + len(made.tiles) + 2
        place, sheets = write_poster(canvas, section, leaf, made, read_on)
        said.contents.append(place)
        said.smallest.append(made.smallest)
        with speaking(reader):
            said.notices += poster_words(leaf.page, made)
        said.bare += sheets
    else:
        picture = _drawn(leaf, outfit)
        said.contents.append(write_diagram(canvas, picture, section))
        said.smallest.append(picture.smallest)
        with speaking(reader):
            said.notices += [it for it in [notice(picture)] if it]


def _paper_of(leaf: Leaf, outfit: Outfit) -> Paper:
    """Return the paper of a page; one with a drawing that is too small for it has its own sheet."""
    return outfit.shared if _is_read_on(outfit.shared, leaf) else outfit.paper


def _is_read_on(paper: Paper, leaf: Leaf) -> bool:
    """Tell whether the drawings in a page of words can be read on a paper.

    A wide one that is made for its sheet has a sheet of its own.
    """
    if leaf.wide and is_drawn(leaf):
        return paper.up == 1
    room = (paper.wide() if leaf.wide else paper.tall()).picture_room
    shown = (it.drawing for it in leaf.blocks if isinstance(it, Picture) and it.rows)
    sizes = (smallest_words(it) * fit(it, room) for it in shown)
    return all(size >= READABLE for size in sizes)


def _begin_cover(
    canvas: TaggedCanvas, outfit: Outfit, cover: Cover, leaves: Sequence[Leaf | Diagram]
) -> Callable[[Sequence[Place]], None]:
    """Keep room for the title page; returns what writes it when the pages have numbers."""
    part, named = canvas.top.add("Part"), [*map(_name, leaves)]
    reserved = reserve_cover(canvas, outfit.shared, cover, named, outfit.type)

    def write(places: Sequence[Place]) -> None:
        numbers = {sheet: number for number, sheet in enumerate(canvas.sheets, 1)}
        contents = [
            Content(*name, place, numbers[place.sheet])
            for name, place in zip(named, places, strict=True)
        ]
        write_cover(canvas, outfit.shared, cover, contents, part, outfit.type, reserved)

    return write


def _name(leaf: Leaf | Diagram) -> tuple[str, str]:
    """Return how a page is called in the contents, and its reference."""
    if isinstance(leaf, Leaf):
        return leaf.name, leaf.ref
    name = short_name(leaf.page)
    return say("Poster: {title}", title=name) if leaf.poster else name, leaf.page.ref


def _drawn(leaf: Diagram, outfit: Outfit) -> Drawn:
    """Draw a diagram on a page that shares a sheet if it can be read there, else on its own."""
    shared = drawn(leaf, outfit.shared, outfit.turned)
    if outfit.up == 1 or shared.smallest >= READABLE:
        return shared
    return drawn(leaf, outfit.paper, outfit.turned)

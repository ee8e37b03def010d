"""A whole packet as one file: every page in its order, numbered, named and bookmarked."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal, NamedTuple

from ilead_studio.drawing.levels import READABLE
from ilead_studio.drawing.ops import smallest_words
from ilead_studio.drawing.page import fit
from ilead_studio.drawing.paper import Paper
from ilead_studio.handouts.contents import Content
from ilead_studio.handouts.cover import reserve_cover, write_cover
from ilead_studio.handouts.diagram import (
    Drawn,
    drawn,
    notice,
    why_no_room,
    with_refs,
    write_diagram,
)
from ilead_studio.handouts.handout import Handout, Notices, Part, no_notices
from ilead_studio.handouts.head import Footer, write_footers
from ilead_studio.handouts.leaf import is_drawn, write_leaf
from ilead_studio.handouts.poster import poster_of, poster_words, write_poster
from ilead_studio.handouts.sheet import Sheet
from ilead_studio.handouts.structure import Element
from ilead_studio.handouts.tagged import Place, TaggedCanvas
from ilead_studio.handouts.type import USUAL, Type
from ilead_studio.model import Turned
from ilead_studio.packet.blocks import Picture
from ilead_studio.packet.leaf import AnyLeaf, Cover, Diagram, Leaf
from ilead_studio.packet.page_words import short_name
from ilead_studio.packet.tongue import NONE_OWN, OwnWords
from ilead_studio.words import as_spoken_now, language_known, say, speaking


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


class Written(NamedTuple):
    """What a leaf became: where it begins, how small words in drawings are (0: there are none).

    ``bare`` sheets have no footer; ``notices`` are found when somebody asks for them. ``named`` are
    the sheets of a poster: their names, and an empty one for their map.
    """

    start: Place
    smallest: float = 0.0
    bare: tuple[Sheet, ...] = ()
    notices: Notices = no_notices
    named: tuple[str, ...] = ()


Writer = Callable[[TaggedCanvas, Outfit, Leaf | Diagram], Written]
"""Writes a leaf on sheets of its own, at the end of the canvas."""
_Span = tuple[AnyLeaf, tuple[int, int], float, tuple[str, ...]]
"""A leaf with its first page and the first one after it, how small its words are, its sheets."""


def packet_pdf(
    leaves: Sequence[AnyLeaf], outfit: Outfit, watch: Callable[[int], None] | None = None
) -> Handout:
    """Make the file of a packet; the same leaves in the same outfit give the same bytes.

    What is said on its pages is in its language. ``watch`` is told, in that of the caller, the
    number of each side of paper before it is made, and of the last one some times more; it may
    raise what ends the work.
    """
    told = as_spoken_now(watch) if watch else None
    with speaking(language_known(outfit.language)):
        canvas = TaggedCanvas(
            outfit.title, outfit.language, gray=outfit.gray, own=outfit.own, watch=told
        )
        handout = write_packet(canvas, leaves, outfit, write_one)
        return replace(handout, pdf=canvas.pdf())


def write_packet(
    canvas: TaggedCanvas, leaves: Sequence[AnyLeaf], outfit: Outfit, write: Writer
) -> Handout:
    """Write all leaves on a canvas and tell where they are; the file is not made yet."""
    covers = [it for it in leaves if isinstance(it, Cover)]
    others = [it for it in leaves if not isinstance(it, Cover)]
    finish = [_begin_cover(canvas, outfit, it, others) for it in covers[:1]]
    spans: list[_Span] = [
        (it, (0, len(canvas.sheets)), outfit.type.small.size, ()) for it in covers[:1]
    ]
    made: list[Written] = []
    for leaf in others:
        first = len(canvas.sheets)
        made.append(write(canvas, outfit, leaf))
        sizes = (made[-1].smallest,) if isinstance(leaf, Diagram) else (
            outfit.type.small.size, made[-1].smallest or outfit.type.small.size
        )  # fmt: skip
        spans.append((leaf, (first, len(canvas.sheets)), min(sizes), made[-1].named))
    for finishing in finish:
        finishing([it.start for it in made])
    write_footers(canvas, outfit.footer, {sheet for it in made for sheet in it.bare})
    smallest = min((it.smallest for it in made if it.smallest), default=0.0)
    return Handout(
        b"", len(canvas.sheets), smallest, tuple(it.notices for it in made),
        tuple(_parts(canvas, leaves, spans)),
    )  # fmt: skip


def _parts(
    canvas: TaggedCanvas, leaves: Sequence[AnyLeaf], spans: Sequence[_Span]
) -> Iterator[Part]:
    """Tell on which sides of paper each leaf is, and how small its words are."""
    names = [*dict.fromkeys(sheet.side.name for sheet in canvas.sheets)]
    at = {id(it): place for place, it in enumerate(leaves)}
    for leaf, (first, end), size, named in spans:
        sides = dict.fromkeys(names.index(it.side.name) for it in canvas.sheets[first:end])
        yield Part(at[id(leaf)], tuple(sides), size, named)


def write_one(canvas: TaggedCanvas, outfit: Outfit, leaf: Leaf | Diagram) -> Written:
    """Write a leaf as its kind asks for."""
    section = canvas.top.add("Sect")
    if isinstance(leaf, Leaf):
        wide = leaf.wide if outfit.turned == "fits" else outfit.turned == "wide"
        turned, paper = replace(leaf, wide=wide), _paper_of(leaf, outfit)
        first = len(canvas.sheets)
        start = write_leaf(canvas, paper, turned, section, outfit.type)
        sizes = (size for sheet in canvas.sheets[first:] for size in sheet.drawn if size)
        return Written(start, min(sizes, default=0.0))
    if leaf.poster is not None:
        return _write_poster(canvas, outfit, leaf, section)
    picture = with_refs(_drawn(leaf, outfit))
    start = write_diagram(canvas, picture, section)
    return Written(start, picture.smallest, notices=partial(_noticed, picture))


def _noticed(picture: Drawn) -> Iterator[str]:
    yield from filter(None, (notice(picture),))


def _write_poster(canvas: TaggedCanvas, outfit: Outfit, leaf: Diagram, section: Element) -> Written:
    made = poster_of(leaf, outfit.paper)
    read_on = len(canvas.sheets) + len(made.tiles) + 2
    start, sheets = write_poster(canvas, section, leaf, made, read_on)
    notices = partial(poster_words, leaf.page, made)
    named = ("", *(tile.name for tile in made.tiles))
    return Written(start, made.smallest, tuple(sheets), notices, named)


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
    if outfit.up > 1 and not why_no_room(leaf, outfit.shared, outfit.turned):
        shared = drawn(leaf, outfit.shared, outfit.turned)
        if shared.smallest >= READABLE:
            return shared
    return drawn(leaf, outfit.paper, outfit.turned)

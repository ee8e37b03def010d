"""The diagram of a page on a sheet of its own, turned the way that gives larger text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from math import floor, inf
from typing import Final, NamedTuple

from ilead_studio.drawing.levels import READABLE, may_be_read, over_pages, rows_in, view_of
from ilead_studio.drawing.marks import Marks, View
from ilead_studio.drawing.measured import Measured, measured
from ilead_studio.drawing.ops import Drawing
from ilead_studio.drawing.page import draw_page
from ilead_studio.drawing.paper import PAPERS, Paper
from ilead_studio.drawing.room import Room, scale_to
from ilead_studio.errors import ExportError
from ilead_studio.handouts.flow import Flow
from ilead_studio.handouts.head import title_block, title_height
from ilead_studio.handouts.painter import Setting, paint
from ilead_studio.handouts.structure import Element
from ilead_studio.handouts.style import SMALL
from ilead_studio.handouts.tagged import Place, TaggedCanvas
from ilead_studio.handouts.type import FOOTER
from ilead_studio.model import Fishbone, Page, Theory, Turned
from ilead_studio.packet.leaf import Diagram
from ilead_studio.packet.page_words import short_name, title_of
from ilead_studio.rules.cause_count import causes_on
from ilead_studio.rules.kept import FromSource
from ilead_studio.rules.names import kind_name
from ilead_studio.rules.outline import Role, Row, outline
from ilead_studio.words import WINDOW, count, say, speaking

LARGER: Final = {"letter": ("legal", "tabloid"), "legal": ("tabloid",), "a4": ("a3",)}
"""The next larger sheets that a copier takes as well."""
_LEAST_ROOM: Final = 36.0
"""Width and height of the smallest picture of a diagram, in points: half an inch."""
_CLEARLY_LARGER: Final = 1.12
_KEPT: Final = 160
"""Drawings kept, wide and tall: a packet is made anew at every change, most diagrams are not."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page drawn for its sheets: turned, placed, and how small its words are in points.

    A theory that is too large for one sheet continues on further ones, all at one scale; a fishbone
    does when that is wanted. Each of ``drawings`` is drawn when its sheet is painted. ``rows`` are
    those that are not folded away; with ``has_refs`` each shows its reference.
    """

    leaf: Diagram
    rows: tuple[Row, ...]
    marks: Mapping[str, Marks]
    paper: Paper
    drawings: tuple[Measured, ...]
    scale: float
    smallest: float
    has_refs: bool = False

    @property
    def page(self) -> Page:
        """The page that is drawn."""
        return self.leaf.page


def drawn(leaf: Diagram, paper: Paper, turned: Turned = "fits") -> Drawn:
    """Draw a page for a paper: wide, as on the screen, unless tall needs fewer sheets.

    On one sheet each, tall is taken when its words are clearly larger.
    """
    ways = _ways(leaf, paper, turned)
    if not ways:
        raise ExportError(why_no_room(leaf, paper, turned))
    first = _laid_out(leaf, ways[0])
    assert first is not None  # on as many sheets as it takes there is always a way
    tall = _laid_out(leaf, ways[1], most=len(first.drawings)) if len(ways) > 1 else None
    if tall is None:
        return first
    is_shorter = len(tall.drawings) < len(first.drawings)
    return tall if is_shorter or tall.smallest > first.smallest * _CLEARLY_LARGER else first


def why_no_room(leaf: Diagram, paper: Paper, turned: Turned) -> str:
    """Say why a paper is too small for a picture, and what helps; empty where it is not."""
    if _ways(leaf, paper, turned):
        return ""
    with speaking(WINDOW):  # for whoever prints, whatever the language of the handout
        return say("{paper} has no room for {ref} under its title. Larger paper helps.",
                   paper=paper.name, ref=leaf.page.ref)  # fmt: skip


def _ways(leaf: Diagram, paper: Paper, turned: Turned) -> list[Paper]:
    """Return how a paper may lie, wide first, with room for a picture."""
    wished = {"wide": (paper.wide(),), "tall": (paper.tall(),)}
    ways = dict.fromkeys(wished.get(turned, (paper.wide(), paper.tall())))
    return [way for way in ways if min(_room(leaf, way)) >= _LEAST_ROOM]


def _room(leaf: Diagram, paper: Paper) -> Room:
    """Return the room of a picture, between its title and the foot of the sheet."""
    page = leaf.page
    title = title_height(title_of(page), page.ref, _about(leaf, READABLE), paper.room[0])
    return paper.room[0], paper.room[1] - FOOTER - title


def with_refs(it: Drawn) -> Drawn:
    """Draw it with a reference at each item, if it is read as easily on as many sheets.

    It takes its own plan then: the one that is kept is made for the words alone.
    """
    sheets = len(it.drawings)
    found = _laid_out(it.leaf, it.paper, has_refs=True, most=sheets)
    if found is None or found.smallest < READABLE or len(found.drawings) < sheets:
        return it
    return found


def _laid_out(
    leaf: Diagram, paper: Paper, *, has_refs: bool = False, most: float = inf
) -> Drawn | None:
    """Lay a page out on a paper; nothing comes back if that takes more than ``most`` sheets."""
    page, room = leaf.page, _room(leaf, paper)
    view = view_of(leaf.workbook, page, leaf.levels, has_refs=has_refs)
    rows, marks = rows_in(leaf.workbook, page, view)
    source = _Source(page, tuple(rows), marks, has_refs)
    drawings: tuple[Measured, ...] = ()
    if may_be_read(page, rows, room):
        drawings = (measured(_picture(leaf, source, paper, view)),)
    may_go_on = leaf.continued or isinstance(page, Theory)
    if not drawings or (may_go_on and 0 < _smallest(drawings, room) < READABLE):
        drawings = _over_pages(leaf, source, room, view, most)
    if not drawings:
        return None
    scale = min(scale_to(it.bounds, room) for it in drawings)
    smallest = _smallest(drawings, room)
    return Drawn(leaf, source.rows, marks, paper, drawings, scale, smallest, has_refs)


class _Source(NamedTuple):
    """What a drawing is made from: it is drawn anew only if this is another."""

    page: Page
    rows: tuple[Row, ...]
    marks: Mapping[str, Marks]
    has_refs: bool


_pictures: Final = FromSource[Drawing](_KEPT)
_series: Final = FromSource[tuple[Measured, ...]](_KEPT)


def _picture(leaf: Diagram, source: _Source, paper: Paper, view: View) -> Drawing:
    """Draw so many levels of a page; the plan that is kept with it is one for all of them."""
    workbook, page, room = leaf.workbook, leaf.page, paper.picture_room
    if leaf.levels:
        page = page.model_copy(update={"plan": None})
    draw = partial(draw_page, workbook, page, room, view)
    return _pictures.about(f"{page.id} {paper} {leaf.levels} {source.has_refs}", source, draw)


def _over_pages(
    leaf: Diagram, source: _Source, room: Room, view: View, most: float
) -> tuple[Measured, ...]:
    """Measure a page over several sheets."""
    page = leaf.page
    make = partial(over_pages, leaf.workbook, page, room, view, most)
    name = f"{page.id} {room} {leaf.levels} {source.has_refs}"
    return _series.about(name, (source, most), make)


def _smallest(drawings: Sequence[Measured], room: Room) -> float:
    """Return the size of the smallest words, in points as printed; 0 when there are none."""
    sizes = (it.smallest * scale_to(it.bounds, room) for it in drawings)
    return min((size for size in sizes if size), default=0.0)


def notice(it: Drawn) -> str | None:
    """Say how small the words are and which paper helps; None when they are read easily."""
    name, ref, size = it.paper.name, it.page.ref, points(it.smallest)
    if len(it.drawings) > 1:
        sheets = len(it.drawings)
        return say("On {paper} {ref} goes over {sheets} pages.", paper=name, ref=ref, sheets=sheets)
    if not 0 < it.smallest < READABLE:
        return None
    best = on_larger(it)
    if best is it:
        return say(
            "On {paper} the smallest text of {ref} is {size} pt; its outline is larger.",
            paper=name, ref=ref, size=size,
        )  # fmt: skip
    return say(
        "On {paper} the smallest text of {ref} is {size} pt; {larger} gives {better} pt.",
        paper=name, ref=ref, size=size, larger=best.paper.name, better=points(best.smallest),
    )  # fmt: skip


def on_larger(it: Drawn, turned: Turned = "fits") -> Drawn:
    """Draw it for the smallest larger paper on which it is read easily, else for the largest.

    Returns what it is itself if no larger paper is known.
    """
    best = it
    for larger in LARGER.get(it.paper.name, ()):
        best = drawn(it.leaf, PAPERS[larger], turned)
        if best.smallest >= READABLE:
            break
    return best


def points(size: float) -> str:
    """Return a size in points, cut after a tenth: 7.96 is not yet 8."""
    return f"{floor(size * 10 + 1e-6) / 10:.1f}".removesuffix(".0")


def write_diagram(canvas: TaggedCanvas, it: Drawn, section: Element) -> Place:
    """Write a title and paint the diagram below it; returns where its first sheet begins."""
    flow = Flow(canvas, it.paper)
    start = Place(flow.sheet, flow.y)
    canvas.bookmark(short_name(it.page), 0, start)
    about = _about(it.leaf, it.smallest)
    title_block(flow, section, "H1", title_of(it.page), it.page.ref, about)
    flows = [flow, *(_next_sheet(canvas, it, flow.y) for _ in it.drawings[1:])]
    shown = [
        (_setting(known.drawing, it, here), here.sheet)
        for known, here in zip(it.drawings, flows, strict=True)
        if not here.sheet.blank
    ]
    paint(shown, it.rows, section, it.marks, canvas.own)
    return start


def _next_sheet(canvas: TaggedCanvas, it: Drawn, below: float) -> Flow:
    """Begin a further sheet of a diagram, named as one; the picture stands as on the first."""
    flow = Flow(canvas, it.paper)
    words = say("{title}, continued", title=SMALL.shortened(title_of(it.page), flow.room - 120))
    with flow.sheet.artifact():
        flow.sheet.text(SMALL.line(words), (flow.left, flow.y + SMALL.baseline))
    flow.y = below
    return flow


def _setting(drawing: Drawing, it: Drawn, flow: Flow) -> Setting:
    """Put a drawing into the middle of the room that the title leaves."""
    bounds = drawing.bounds
    aside = (flow.room - bounds.w * it.scale) / 2
    above = (flow.bottom - flow.y - bounds.h * it.scale) / 2
    at = (flow.left + aside, flow.y + above)
    return Setting(drawing, at, it.scale, it.leaf.faded)


def _about(leaf: Diagram, smallest: float) -> str:
    """Return the line under the title: what kind of picture it is, and how small its words are."""
    page, rows = leaf.page, outline(leaf.workbook, leaf.page)
    parts = [say("{kind}.", kind=kind_name(page))] if page.title else []
    parts.append(_fishbone_words(page, rows) if isinstance(page, Fishbone) else _theory_words())
    if smallest:
        parts.append(say("Smallest text {size} pt.", size=points(smallest)))
    return " ".join((*parts, *leaf.more))


def _fishbone_words(page: Fishbone, rows: tuple[Row, ...]) -> str:
    bones = sum(row.role is Role.BONE for row in rows)
    if not bones:
        return say("No causes yet.")
    causes = count(causes_on(page), "{number} cause", "{number} causes")
    on = count(bones, "{number} bone", "{number} bones")
    return say("{causes} on {bones}.", causes=causes, bones=on)


def _theory_words() -> str:
    return say(
        "Read from left to right: the aim, what must change, what we try. "
        "Arrows point toward the aim."
    )

"""What makes small words of a packet larger: each offer says what it gives and does it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Final

from ilead_studio.drawing.levels import READABLE, deepest
from ilead_studio.drawing.paper import PAPERS
from ilead_studio.drawing.poster import Poster
from ilead_studio.errors import ExportError
from ilead_studio.handouts.diagram import LARGER, drawn, on_larger, points
from ilead_studio.handouts.handout import Handout
from ilead_studio.handouts.making import Made
from ilead_studio.handouts.packet_file import Outfit, packet_pdf
from ilead_studio.handouts.poster import laid_out
from ilead_studio.model import Fishbone, Packet, Workbook, pages
from ilead_studio.model import replace as replaced
from ilead_studio.packet.leaf import Cover, Diagram, Leaf
from ilead_studio.packet.offer import Offer, Small
from ilead_studio.packet.page_words import short_name
from ilead_studio.packet.seen import seen_in
from ilead_studio.rules.outline import outline
from ilead_studio.words import count, say

_SOON: Final = 500
"""Causes up to which pages are counted while somebody waits."""
_CLEARLY: Final = 0.3
"""Points by which something must be larger to be offered."""


def offers(workbook: Workbook, packet: Packet, made: Made, handout: Handout) -> tuple[Small, ...]:
    """Return the pages of a packet with words under eight points, the smallest first."""
    small = sorted(
        (part.smallest, part.leaf) for part in handout.parts if 0 < part.smallest < READABLE
    )
    return tuple(_small(workbook, packet, made, place, size) for size, place in small)


def _small(workbook: Workbook, packet: Packet, made: Made, place: int, size: float) -> Small:
    leaf, at = made.leaves[place], made.origins[place]
    assert not isinstance(leaf, Cover)  # there is no drawing on it
    words = say(
        "{name}: {size} pt is small to read at arm's length.",
        name=leaf.name if isinstance(leaf, Leaf) else short_name(leaf.page), size=points(size),
    )  # fmt: skip
    if isinstance(leaf, Leaf):
        return Small(at, words, tuple(_among_words(packet, made, leaf, size)))
    helps = (
        *_offers(packet, made, at, leaf, size),
        *_without_hunches(workbook, packet, made, leaf, size),
    )
    return Small(at, words, helps)


def _among_words(packet: Packet, made: Made, leaf: Leaf, size: float) -> Iterator[Offer]:
    """Offer what makes a drawing among words larger: it is set again on other paper."""
    outfit = made.outfit
    tries: list[tuple[str, dict[str, Any], Outfit]] = [
        (say("One page on a sheet"), {"up": 1}, replace(outfit, up=1)),
        (say("Turn pages as it fits"), {"turned": "fits"}, replace(outfit, turned="fits")),
    ]
    for name in LARGER.get(outfit.paper.name, ()):
        words = say("Print on {paper}", paper=name.title())
        tries.append((words, {"paper": name}, replace(outfit, paper=PAPERS[name])))
    for words, fields, there in tries:
        if there != outfit:
            now = packet_pdf((leaf,), there).parts[0].smallest
            yield from _if_larger(now, size, Offer(words, "packet", fields))


def _offers(packet: Packet, made: Made, at: int, leaf: Diagram, size: float) -> Iterator[Offer]:
    outfit = made.outfit
    if packet.up > 1:
        yield from _if_larger(
            drawn(leaf, outfit.paper, outfit.turned).smallest,
            size,
            Offer(say("One page on a sheet"), "packet", {"up": 1}),
        )
    if packet.turned != "fits":
        yield from _if_larger(
            drawn(leaf, outfit.paper).smallest,
            size,
            Offer(say("Turn pages as it fits"), "packet", {"turned": "fits"}),
        )
    now = drawn(leaf, outfit.paper, outfit.turned)
    larger = on_larger(now, outfit.turned)
    name = larger.paper.name
    paper = Offer(say("Print on {paper}", paper=name.title()), "packet", {"paper": name})
    yield from _if_larger(larger.smallest, size, paper)
    yield from _spread(packet, made, leaf, size)


def _spread(packet: Packet, made: Made, leaf: Diagram, size: float) -> Iterator[Offer]:
    """Offer a page over several sheets: going on, as a poster, or in words; or less of it."""
    if leaf.poster is None and not leaf.continued and isinstance(leaf.page, Fishbone):
        yield from _continued(made, leaf, leaf.page, size)
    yield from _folded(made, leaf, size)
    if poster := _poster(made, leaf):
        sheets = count(len(poster.tiles), "{number} sheet", "{number} sheets")
        words = say("Print it on {sheets}, {size} pt", sheets=sheets, size=points(poster.smallest))
        yield Offer(words, "page", {"is_poster": True, "across": 0, "down": 0})
    if not any(it.kind == "outline" and it.printed and it.of in (None, leaf.page.id)
               for it in packet.pages):  # fmt: skip
        yield Offer(
            say("Add it in words, over as many pages as it takes"),
            "after",
            {"kind": "outline", "of": leaf.page.id},
        )


def _continued(made: Made, leaf: Diagram, page: Fishbone, size: float) -> Iterator[Offer]:
    """Offer to go on over pages; how many that are is only told where it is soon found out."""
    outfit, fields = made.outfit, {"continued": True}
    if len(page.causes) > _SOON:
        yield Offer(say("Continue over as many pages as it takes"), "page", fields)
        return
    there = drawn(replace(leaf, continued=True), outfit.paper, outfit.turned)
    pages = count(len(there.drawings), "{number} page", "{number} pages")
    offer = Offer(say("Continue over {pages}", pages=pages), "page", fields)
    yield from _if_larger(there.smallest, size, offer)


def _folded(made: Made, leaf: Diagram, size: float) -> Iterator[Offer]:
    """Offer to fold what is deepest: as little of it as lets the rest be read."""
    if leaf.poster is not None or leaf.levels:
        return
    outfit = made.outfit
    every = range(deepest(outline(leaf.workbook, leaf.page)) - 1, 0, -1)
    tried = (
        (levels, drawn(replace(leaf, levels=levels), outfit.paper, outfit.turned))
        for levels in every
    )
    found = next(((levels, it) for levels, it in tried if it.smallest >= READABLE), None)
    if found:
        levels, there = found
        words = count(levels, "Show {number} level and fold the rest",
                      "Show {number} levels and fold the rest")  # fmt: skip
        yield from _if_larger(there.smallest, size, Offer(words, "page", {"levels": levels}))


def _without_hunches(
    workbook: Workbook, packet: Packet, made: Made, leaf: Diagram, size: float
) -> Iterator[Offer]:
    """Offer to leave out the branches that are hunches only, where that makes words larger."""
    fewer = seen_in(workbook, replaced(packet, without_hunches=True)).workbook
    page = next((it for it in pages(fewer) if it.id == leaf.page.id), None)
    if packet.without_hunches or page is None:
        return
    there = drawn(replace(leaf, workbook=fewer, page=page), made.outfit.paper, made.outfit.turned)
    offer = Offer(say("Leave out hunches"), "packet", {"without_hunches": True})
    yield from _if_larger(there.smallest, size, offer)


def _if_larger(now: float, size: float, offer: Offer) -> Iterator[Offer]:
    """Offer something if it makes the words clearly larger, and say how large."""
    if now > size + _CLEARLY:
        words = say("{offer}, {size} pt", offer=offer.words, size=points(now))
        yield replace(offer, words=words)


def _poster(made: Made, leaf: Diagram) -> Poster | None:
    """Lay it over the fewest sheets; None if that is not possible."""
    if leaf.poster is not None:
        return None
    try:
        return laid_out(leaf.workbook, leaf.page, made.outfit.paper, levels=leaf.levels)
    except ExportError:
        return None

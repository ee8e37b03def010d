"""What makes small words of a packet larger: each offer says what it gives and does it.

Offers are found one by one, what is found soonest first; nothing is painted for them.
"""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any, Final

from ilead_studio.drawing.levels import READABLE, deepest
from ilead_studio.drawing.paper import PAPERS, Paper
from ilead_studio.errors import ExportError
from ilead_studio.handouts.diagram import LARGER, drawn, on_larger, points
from ilead_studio.handouts.glance import smallest_of
from ilead_studio.handouts.handout import Handout
from ilead_studio.handouts.making import Made
from ilead_studio.handouts.packet_file import Outfit
from ilead_studio.handouts.poster import laid_out
from ilead_studio.model import Fishbone, Packet, Turned, Workbook, pages
from ilead_studio.model import replace as replaced
from ilead_studio.packet.leaf import AnyLeaf, Cover, Diagram, Leaf
from ilead_studio.packet.made import prints_outline
from ilead_studio.packet.offer import MOST_TOLD, Offer, Small
from ilead_studio.packet.page_words import short_name
from ilead_studio.packet.seen import seen_in
from ilead_studio.rules.outline import outline
from ilead_studio.wanted import still_wanted
from ilead_studio.words import count, say

_SOON: Final = 500
"""Causes up to which pages are counted while somebody waits."""
_CLEARLY: Final = 0.3
"""Points by which something must be larger to be offered."""

Step = Callable[[], Iterable[Offer]]
"""Finds one of the things that may help, or finds that it does not."""


class Offering:
    """Looks for what helps on the pages with the smallest words, one step at a time.

    What ends a step, because something newer is wanted, leaves it to be done again.
    """

    def __init__(self, workbook: Workbook, packet: Packet, made: Made, handout: Handout) -> None:
        small = sorted(
            (part.smallest, part.leaf) for part in handout.parts if 0 < part.smallest < READABLE
        )
        self._small = [
            Small(made.origins[place], _words(made.leaves[place], size)) for size, place in small
        ]
        self._steps = deque(
            (at, step)
            for at, (size, place) in enumerate(small[:MOST_TOLD])
            for step in _steps(workbook, packet, made, made.leaves[place], size)
        )

    @property
    def found(self) -> tuple[Small, ...]:
        """The pages with small words, the smallest first, with what helps as far as it is found."""
        return tuple(self._small)

    @property
    def is_done(self) -> bool:
        """Whether all is found."""
        return not self._steps

    def every(self) -> tuple[Small, ...]:
        """Find all at once, for those who wait for it."""
        while not self.is_done:
            self.go_on()
        return self.found

    def go_on(self) -> None:
        """Do one more step, if that is still wanted."""
        still_wanted()
        at, step = self._steps[0]
        more = tuple(step())
        it = self._small[at]
        self._small[at] = replace(it, offers=(*it.offers, *more))
        self._steps.popleft()


def _words(leaf: AnyLeaf, size: float) -> str:
    """Say how small the words of a page are."""
    assert not isinstance(leaf, Cover)  # there is no drawing on it
    name = leaf.name if isinstance(leaf, Leaf) else short_name(leaf.page)
    return say("{name}: {size} pt is small to read at arm's length.", name=name, size=points(size))


def _steps(
    workbook: Workbook, packet: Packet, made: Made, leaf: AnyLeaf, size: float
) -> Iterator[Step]:
    """Give what may help, that which is found soonest first."""
    if isinstance(leaf, Leaf):
        yield from _steps_among_words(made.outfit, leaf, size)
    elif isinstance(leaf, Diagram):
        yield from _steps_on_sheet(packet, made.outfit, leaf, size)
        yield partial(_in_words, packet, leaf)
        yield partial(_without_hunches, workbook, packet, made.outfit, leaf, size)
        yield partial(_folded, made.outfit, leaf, size)
        yield partial(_continued, made.outfit, leaf, size)
        yield partial(_poster, made.outfit, leaf)


def _steps_among_words(outfit: Outfit, leaf: Leaf, size: float) -> Iterator[Step]:
    """Give what makes a drawing among words larger: it is laid out again on other paper."""
    tries: list[tuple[str, dict[str, Any], Outfit]] = [
        (say("One page on a sheet"), {"up": 1}, replace(outfit, up=1)),
        (say("Turn pages as it fits"), {"turned": "fits"}, replace(outfit, turned="fits")),
    ]
    for name in LARGER.get(outfit.paper.name, ()):
        words = say("Print on {paper}", paper=name.title())
        tries.append((words, {"paper": name}, replace(outfit, paper=PAPERS[name])))
    for words, fields, there in tries:
        if there != outfit:
            yield partial(_laid_out_in, there, leaf, size, Offer(words, "packet", fields))


def _laid_out_in(there: Outfit, leaf: Leaf, size: float, offer: Offer) -> Iterator[Offer]:
    return _if_larger(smallest_of(leaf, there), size, offer)


def _steps_on_sheet(packet: Packet, outfit: Outfit, leaf: Diagram, size: float) -> Iterator[Step]:
    """Give what makes a diagram larger on one sheet: more of it, turned, or larger."""
    if packet.up > 1:
        offer = Offer(say("One page on a sheet"), "packet", {"up": 1})
        yield partial(_drawn_for, outfit.paper, outfit.turned, leaf, size, offer)
    if packet.turned != "fits":
        offer = Offer(say("Turn pages as it fits"), "packet", {"turned": "fits"})
        yield partial(_drawn_for, outfit.paper, "fits", leaf, size, offer)
    if outfit.paper.name in LARGER:
        yield partial(_on_larger, outfit, leaf, size)


def _drawn_for(
    paper: Paper, turned: Turned, leaf: Diagram, size: float, offer: Offer
) -> Iterator[Offer]:
    return _if_larger(drawn(leaf, paper, turned).smallest, size, offer)


def _on_larger(outfit: Outfit, leaf: Diagram, size: float) -> Iterator[Offer]:
    larger = on_larger(drawn(leaf, outfit.paper, outfit.turned), outfit.turned)
    name = larger.paper.name
    offer = Offer(say("Print on {paper}", paper=name.title()), "packet", {"paper": name})
    return _if_larger(larger.smallest, size, offer)


def _folded(outfit: Outfit, leaf: Diagram, size: float) -> Iterator[Offer]:
    """Offer to fold what is deepest: as little of it as lets the rest be read."""
    if leaf.poster is not None or leaf.levels:
        return
    every = range(deepest(outline(leaf.workbook, leaf.page)) - 1, 0, -1)
    tried = (
        (levels, drawn(replace(leaf, levels=levels), outfit.paper, outfit.turned))
        for levels in every
    )
    found = next(((levels, it) for levels, it in tried if it.smallest >= READABLE), None)
    if found:
        levels, there = found
        words = count(levels, "Show only {number} level", "Show only {number} levels")
        yield from _if_larger(there.smallest, size, Offer(words, "page", {"levels": levels}))


def _without_hunches(
    workbook: Workbook, packet: Packet, outfit: Outfit, leaf: Diagram, size: float
) -> Iterator[Offer]:
    """Offer to leave out the branches that are hunches only, where that makes words larger."""
    if packet.without_hunches:
        return
    fewer = seen_in(workbook, replaced(packet, without_hunches=True)).workbook
    page = next((it for it in pages(fewer) if it.id == leaf.page.id), None)
    if page is not None:
        there = drawn(replace(leaf, workbook=fewer, page=page), outfit.paper, outfit.turned)
        offer = Offer(say("Leave out hunches"), "packet", {"without_hunches": True})
        yield from _if_larger(there.smallest, size, offer)


def _in_words(packet: Packet, leaf: Diagram) -> Iterator[Offer]:
    """Offer the page in words, if they are not in the packet yet."""
    if not prints_outline(packet, leaf.page):
        words = say("Add it in words as well")
        yield Offer(words, "after", {"kind": "outline", "of": leaf.page.id})


def _continued(outfit: Outfit, leaf: Diagram, size: float) -> Iterator[Offer]:
    """Offer to go on over pages; how many that are is only told where it is soon found out."""
    page, fields = leaf.page, {"continued": True}
    if leaf.poster is not None or leaf.continued or not isinstance(page, Fishbone):
        return
    if len(page.causes) > _SOON:
        yield Offer(say("Continue over as many pages as it takes"), "page", fields)
        return
    there = drawn(replace(leaf, continued=True), outfit.paper, outfit.turned)
    pages = count(len(there.drawings), "{number} page", "{number} pages")
    offer = Offer(say("Continue over {pages}", pages=pages), "page", fields)
    yield from _if_larger(there.smallest, size, offer)


def _poster(outfit: Outfit, leaf: Diagram) -> Iterator[Offer]:
    """Offer a poster over the fewest sheets; it is kept for whoever takes it."""
    if leaf.poster is not None:
        return
    try:
        poster = laid_out(leaf.workbook, leaf.page, outfit.paper, levels=leaf.levels)
    except ExportError:
        return
    sheets = count(len(poster.tiles), "{number} sheet", "{number} sheets")
    words = say("Print it on {sheets}, {size} pt", sheets=sheets, size=points(poster.smallest))
    yield Offer(words, "page", {"is_poster": True, "across": 0, "down": 0})


def _if_larger(now: float, size: float, offer: Offer) -> Iterator[Offer]:
    """Offer something if it makes the words clearly larger, and say how large."""
    if now > size + _CLEARLY:
        words = say("{offer}, {size} pt", offer=offer.words, size=points(now))
        yield replace(offer, words=words)

"""Lists of a page: nested, with a reference, a dot or a box before each entry."""

from collections.abc import Iterator
from typing import Final

from ilead_studio.drawing.ops import Box
from ilead_studio.handouts.block import Manner
from ilead_studio.handouts.block_words import AFTER
from ilead_studio.handouts.flow import Flow
from ilead_studio.handouts.runs import broken
from ilead_studio.handouts.sheet import Stroke
from ilead_studio.handouts.structure import LABELLED, LIST, Element
from ilead_studio.handouts.style import Style
from ilead_studio.packet.blocks import Item, Listing, Run

_STEP: Final = 15.0
"""Indent of a level, in points of usual type."""
_BETWEEN: Final = 3.0
_BOX: Final = Stroke(0.7)
_ASIDE_SHARE: Final = 0.2
"""The column at the right, in parts of the room."""


class SetListing:
    """A list."""

    def __init__(self, block: Listing, manner: Manner) -> None:
        self._block, self._manner = block, manner
        self._body = manner.type.body
        self._column = _STEP * (2 if block.sign == "ref" else 1) * self._body.size / 10.5

    def height(self, room: float) -> float:
        """Return how high the whole list is."""
        return sum(self._item_height(it, room) for it in self._block.items) + AFTER - _BETWEEN

    def _item_height(self, item: Item, room: float) -> float:
        inner = room - self._column
        under = sum(self._item_height(it, inner) for it in item.items)
        return self._own_height(item, inner) + under

    def _own_height(self, item: Item, room: float) -> float:
        """Return the height of an entry without those below it."""
        return sum(len(lines) * style.lead for lines, style in self._lines(item, room)) + _BETWEEN

    def _lines(self, item: Item, room: float) -> Iterator[tuple[tuple[object, ...], Style]]:
        least = self._manner.type.least_ref
        yield broken(item.words, self._body, room - self._aside(item, room), least), self._body
        for text in item.below:
            style = self._manner.type.of(text.size)
            yield broken(text.words, style, room, least), style

    def _aside(self, item: Item, room: float) -> float:
        return room * _ASIDE_SHARE if item.aside else 0.0

    def paint(self, flow: Flow, element: Element) -> None:
        """Write the list; an entry stays with the first one below it."""
        self._list(flow, element, self._block.items)
        flow.gap(AFTER - _BETWEEN)

    def _list(self, flow: Flow, element: Element, items: tuple[Item, ...]) -> None:
        attributes = LABELLED if self._block.sign == "ref" else LIST
        listed = element.add("L", attributes=attributes)
        for item in items:
            self._item(flow, listed.add("LI"), item)

    def _item(self, flow: Flow, entry: Element, item: Item) -> None:
        room = flow.room - self._column
        first = self._own_height(item.items[0], room) if item.items else 0.0
        flow.need(min(self._own_height(item, room) + first, 12 * self._body.lead))
        self._sign(flow, entry, item)
        body = entry.add("LBody")
        with flow.within(self._column, room):
            words, aside = body.add("P"), self._aside(item, flow.room)
            if item.aside:
                small = self._manner.type.small
                at = flow.room - aside + 8
                flow.beside(body.add("P"), small.shortened(item.aside, aside - 8), small, at,
                            self._body)  # fmt: skip
            flow.words(words, item.words, self._body, 0.0, flow.room - aside)
            for text in item.below:
                flow.words(body.add("P"), text.words, self._manner.type.of(text.size))
            flow.gap(_BETWEEN)
            if item.items:
                self._list(flow, body, item.items)

    def _sign(self, flow: Flow, entry: Element, item: Item) -> None:
        kind, body = self._block.sign, self._body
        if kind == "box":
            size = body.size * 0.85
            box = Box(flow.left, flow.y + body.baseline - size, size, size)
            with flow.sheet.artifact():
                flow.sheet.rectangle(box, stroke=_BOX)
        else:
            ref = kind == "ref"
            if ref and not item.ref:
                return
            style = ref_style(body, self._manner) if ref else body
            flow.beside(entry.add("Lbl"), item.ref if ref else "•", style, 0.0, body)


def ref_style(style: Style, manner: Manner) -> Style:
    """Return the style of a reference beside words of a style."""
    from ilead_studio.handouts.runs import in_hand

    return in_hand(Run("", "ref"), style, manner.type.least_ref)

"""Entries with their reference in the margin, and cards to be cut apart."""

from collections.abc import Iterator
from typing import Final

from ilead_studio.handouts.block import Manner, Setter, heights, paint_all
from ilead_studio.handouts.block_list import margin_of, ref_style
from ilead_studio.handouts.block_words import DOTS
from ilead_studio.handouts.flow import RULE, Flow
from ilead_studio.handouts.runs import broken
from ilead_studio.handouts.structure import Element
from ilead_studio.packet.blocks import Entry, text_of

_ABOVE: Final = 5.0
"""Between the rule and the heading."""
_BEFORE: Final = 3.0
_KEPT: Final = 0.45
"""An entry that is no higher than so much of a sheet is not parted."""
_WITH_HEAD: Final = 60.0
"""Least height that stays with a heading."""
_PAD: Final = 10.0
"""Air around the words of a card."""


class SetEntry:
    """A heading beside its reference, and blocks under it."""

    def __init__(self, block: Entry, manner: Manner, inside: tuple[Setter, ...]) -> None:
        self._block, self._inside, self._manner = block, inside, manner
        kind = manner.type
        self._style = kind.section if block.level == 2 else kind.bone
        self._margin = margin_of(manner) if block.ref else 0.0

    def height(self, room: float) -> float:
        """Return how high heading and blocks are."""
        return self._head_height(room) + heights(self._inside, room - self._margin) + _BEFORE

    def _head_height(self, room: float) -> float:
        least = self._manner.type.least_ref
        lines = broken(self._block.words, self._style, room - self._margin, least)
        return len(lines) * self._style.lead + _ABOVE + _BEFORE

    def paint(self, flow: Flow, element: Element) -> None:
        """Write it; the heading takes something of what follows to the next sheet."""
        room, section = flow.room, element.add("Sect")
        flow.heading = ""  # the last one ends here, on whichever sheet
        high = self.height(room)
        least = min(high, self._head_height(room) + _WITH_HEAD)
        flow.need(high if high < flow.paper.room[1] * _KEPT else least)
        flow.gap(_BEFORE)
        flow.rule(RULE)
        flow.y += _ABOVE
        flow.bookmark(text_of(self._block.words), self._block.level - 1)
        heading = section.add(f"H{self._block.level}")
        if self._block.ref:
            style = ref_style(self._style, self._manner)
            flow.beside(heading.add("Span"), self._block.ref, style, 0.0, self._style)
        flow.words(heading.add("Span"), self._block.words, self._style, self._margin)
        flow.y += _BEFORE
        flow.heading, flow.heading_at = text_of(self._block.words), self._margin
        with flow.within(self._margin, room - self._margin):
            paint_all(self._inside, flow, section)
        flow.heading = ""


class SetCards:
    """Cards in rows of two, with a dotted line between all of them."""

    def __init__(self, manner: Manner, cards: tuple[tuple[Setter, ...], ...]) -> None:
        self._cards, self._across = cards, 2 if manner.type.columns else 1

    def height(self, room: float) -> float:
        """Return how high all rows are."""
        return len(list(self._rows())) * self._high(room)

    def _inner(self, room: float) -> float:
        return room / 2 - _PAD if self._across > 1 else room

    def _high(self, room: float) -> float:
        """Return the height of every card: that of the highest."""
        inner = self._inner(room)
        return max((heights(it, inner) for it in self._cards), default=0.0) + 2 * _PAD

    def _rows(self) -> Iterator[tuple[tuple[Setter, ...], ...]]:
        for at in range(0, len(self._cards), self._across):
            yield self._cards[at : at + self._across]

    def paint(self, flow: Flow, element: Element) -> None:
        """Write the cards row by row; a card is never parted."""
        high, fresh = self._high(flow.room), True
        for row in self._rows():
            sheet = flow.sheet
            flow.need(high)
            if fresh or flow.sheet is not sheet:
                flow.rule(DOTS)
            fresh = False
            self._row(flow, element, row, high)

    def _row(
        self, flow: Flow, element: Element, row: tuple[tuple[Setter, ...], ...], high: float
    ) -> None:
        top, wide = flow.y, flow.room / self._across
        for at, card in enumerate(row):
            flow.y = top + _PAD
            with flow.within(at * wide + (_PAD if at else 0.0), self._inner(flow.room)):
                paint_all(card, flow, element.add("Sect"))
        flow.y = top + high
        if self._across > 1:
            x = flow.left + wide
            with flow.sheet.artifact():
                flow.sheet.lines(((x, top), (x, flow.y)), stroke=DOTS)
        flow.rule(DOTS)

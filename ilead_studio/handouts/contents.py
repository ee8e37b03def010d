"""The contents on the title page: every page with its reference, its number, and a link to it."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from ilead_studio.drawing.ops import Box
from ilead_studio.handouts.block_words import DOTS
from ilead_studio.handouts.flow import Flow
from ilead_studio.handouts.runs import in_hand
from ilead_studio.handouts.structure import Element
from ilead_studio.handouts.tagged import Place
from ilead_studio.packet.blocks import Run
from ilead_studio.words import say

_REFERENCES: Final = 2.4
"""The column of references, in sizes of the words."""
_AIR: Final = 5.0
"""At both ends of the dots."""
_BETWEEN: Final = 1.0


class Content(NamedTuple):
    """One line of the contents: its words, the reference before them, and where it leads."""

    text: str
    ref: str
    place: Place
    number: int


class Contents:
    """A list of pages in a column of a flow."""

    def __init__(self, flow: Flow, contents: Sequence[Content]) -> None:
        self._flow, self._contents = flow, contents
        self._body = flow.type.body
        self._number = in_hand(Run("", "strong"), self._body)
        self._ref = in_hand(Run("", "ref"), self._body, flow.type.least_ref)
        self._column = self._body.size * _REFERENCES
        self._indent = self._column if any(map(self._shown_ref, contents)) else 0.0
        self._numbers = self._number.width("9" * max(2, len(str(len(contents)))))

    def _shown_ref(self, it: Content) -> str:
        """Return the reference of a page if it is short; a day in a frame is none."""
        return it.ref if self._ref.width(it.ref) < self._column - 3 else ""

    def write(self, section: Element) -> None:
        """Write all lines."""
        table = section.add("TOC")
        for it in self._contents:
            self._line(table, it)

    def _line(self, table: Element, it: Content) -> None:
        """Write one line, which leads to its page."""
        flow, body, room = self._flow, self._body, self._flow.room
        words = room - self._indent - self._numbers - 4 * _AIR
        flow.need(body.height(it.text, words))
        link, top = table.add("TOCI").add("Reference").add("Link"), flow.y
        if ref := self._shown_ref(it):
            flow.beside(link.add("Span"), ref, self._ref, 0, body)
        flow.write(link.add("Span"), it.text, body, self._indent, words, goes_on=True)
        flow.y -= body.lead
        used = self._indent + body.width(body.lines(it.text, words)[-1])
        self._page_number(link, it, used)
        flow.y += body.lead + _BETWEEN
        box = Box(flow.left, top, room, flow.y - top)
        text = say("{text}, page {number}", text=it.text, number=it.number)
        flow.canvas.link(link, flow.sheet, box, it.place, text)

    def _page_number(self, link: Element, it: Content, used: float) -> None:
        """Set the number at the end of the line, after dots that lead there."""
        flow, number = self._flow, str(it.number)
        at = flow.room - self._number.width(number)
        y = flow.y + self._body.baseline
        with flow.sheet.artifact():
            ends = ((flow.left + used + _AIR, y), (flow.left + at - _AIR, y))
            flow.sheet.lines(ends, stroke=DOTS)
        flow.beside(link.add("Span"), number, self._number, at, self._body)

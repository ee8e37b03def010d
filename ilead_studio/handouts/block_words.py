"""Paragraphs of a page, and room to write in."""

from typing import Final

from ilead_studio.handouts.block import Manner
from ilead_studio.handouts.flow import Flow
from ilead_studio.handouts.runs import broken
from ilead_studio.handouts.sheet import Stroke
from ilead_studio.handouts.structure import Element
from ilead_studio.packet.blocks import Text

DOTS: Final = Stroke(0.5, (0.6, 1.8))
"""A writing line: black, so that no copier loses it, and still looks grey."""
AFTER: Final = 7.0
"""Under a paragraph."""
_CLOSE: Final = 1.0
"""Under a label."""


class SetText:
    """A paragraph."""

    def __init__(self, block: Text, manner: Manner) -> None:
        self._words, self._type = block.words, manner.type
        self._style = manner.type.of(block.size)
        self._after = _CLOSE if block.size == "label" else AFTER

    def height(self, room: float) -> float:
        """Return the height of its lines, and the air below."""
        lines = broken(self._words, self._style, room, self._type.least_ref)
        return len(lines) * self._style.lead + self._after

    def paint(self, flow: Flow, element: Element) -> None:
        """Write it; two of its lines stay together."""
        flow.need(min(self.height(flow.room) - self._after, 2 * self._style.lead))
        flow.words(element.add("P"), self._words, self._style)
        flow.gap(self._after)

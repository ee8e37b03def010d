"""Paragraphs of a page, and room to write in."""

from typing import Final

from ilead_studio.handouts.block import Manner
from ilead_studio.handouts.flow import Flow
from ilead_studio.handouts.runs import broken
from ilead_studio.handouts.sheet import Stroke
from ilead_studio.handouts.structure import Element
from ilead_studio.handouts.tagged import Place
from ilead_studio.handouts.type import WRITING
from ilead_studio.packet.blocks import Lines, Text

DOTS: Final = Stroke(0.5, (0.6, 1.8))
"""A writing line: black, so that no copier loses it, and still looks grey."""
AFTER: Final = 7.0
"""Under a paragraph."""
_CLOSE: Final = 1.0
"""Under a label."""
_LEAST_LINES: Final = 3


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


class SetLines:
    """Room to write by hand: so many lines, or all that is left of the sheet."""

    def __init__(self, block: Lines, manner: Manner) -> None:
        self._block, self._type = block, manner.type

    def height(self, room: float) -> float:
        """Return the height of its label and its lines; of those that fill a sheet the least."""
        label = self._label_height(room)
        return label + (self._block.number or _LEAST_LINES) * WRITING + AFTER

    def _label_height(self, room: float) -> float:
        return self._type.small.height(self._block.label, room) if self._block.label else 0.0

    def paint(self, flow: Flow, element: Element) -> None:
        """Draw the lines; they go on over as many sheets as they need."""
        if self._block.number or flow.bottom - flow.y >= self.height(flow.room):
            flow.need(self._label_height(flow.room) + 2 * WRITING)
            if self._block.label:
                flow.write(element.add("P"), self._block.label, self._type.small)
            left = int((flow.bottom - flow.y) / WRITING)
            write_lines(flow, self._block.number or left)
            flow.gap(AFTER)


def write_lines(flow: Flow, number: int) -> None:
    """Draw so many lines to write on, one under the other."""
    for _ in range(number):
        flow.need(WRITING)
        flow.y += WRITING
        flow.rule(DOTS)


def place(flow: Flow) -> Place:
    """Return where the flow is now."""
    return Place(flow.sheet, flow.y)

"""Room to write by hand, with its heading or its label."""

from typing import Final

from ilead_studio.handouts.block import Manner
from ilead_studio.handouts.block_heading import SetHeading
from ilead_studio.handouts.block_words import AFTER, DOTS
from ilead_studio.handouts.flow import Flow
from ilead_studio.handouts.structure import Element
from ilead_studio.packet.blocks import Heading, Lines, plain

_LEAST_LINES: Final = 3


class SetLines:
    """Room to write by hand: so many lines, or all that is left of the sheet."""

    def __init__(self, block: Lines, manner: Manner) -> None:
        self._block, self._type = block, manner.type
        words = block.heading
        self._heading = SetHeading(Heading(plain(words)), manner, None) if words else None

    def height(self, room: float) -> float:
        """Return the height of its words and its lines; of those that fill a sheet the least."""
        lines = self._block.number or _LEAST_LINES
        return self._words_height(room) + lines * self._type.writing + AFTER

    def _words_height(self, room: float) -> float:
        label = self._type.small.height(self._block.label, room) if self._block.label else 0.0
        return label + (self._heading.height(room) if self._heading else 0.0)

    def paint(self, flow: Flow, element: Element) -> None:
        """Draw the lines; they go on over as many sheets as they need."""
        if self._block.number or flow.bottom - flow.y >= self.height(flow.room):
            flow.need(self._words_height(flow.room) + 2 * self._type.writing)
            if self._heading:
                self._heading.paint(flow, element)
            if self._block.label:
                flow.write(element.add("P"), self._block.label, self._type.small)
            left = int((flow.bottom - flow.y) / self._type.writing)
            write_lines(flow, self._block.number or left)
            flow.gap(AFTER)


def write_lines(flow: Flow, number: int) -> None:
    """Draw so many lines to write on, one under the other."""
    for _ in range(number):
        flow.need(flow.type.writing)
        flow.y += flow.type.writing
        flow.rule(DOTS)

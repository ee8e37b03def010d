"""Headings and paragraphs of a page, and room to write in."""

from typing import Final

from ilead_studio.handouts.block import Manner
from ilead_studio.handouts.flow import Flow
from ilead_studio.handouts.runs import broken
from ilead_studio.handouts.sheet import Stroke
from ilead_studio.handouts.structure import Element
from ilead_studio.handouts.style import Style
from ilead_studio.handouts.tagged import Place
from ilead_studio.handouts.type import WRITING
from ilead_studio.packet.blocks import Heading, Lines, Run, Text, text_of

DOTS: Final = Stroke(0.5, (0.6, 1.8))
"""A writing line: black, so that no copier loses it, and still looks grey."""
AFTER: Final = 7.0
"""Under a paragraph."""
_BEFORE: Final = {2: 12.0, 3: 8.0}
_UNDER: Final = 4.0
_KEPT: Final = 40.0
"""Least height that stays with a heading."""
_LEAST_LINES: Final = 3


class SetText:
    """A paragraph."""

    def __init__(self, block: Text, manner: Manner) -> None:
        self._words, self._type = block.words, manner.type
        self._style = manner.type.of(block.size)

    def height(self, room: float) -> float:
        """Return the height of its lines, and the air below."""
        lines = broken(self._words, self._style, room, self._type.least_ref)
        return len(lines) * self._style.lead + AFTER

    def paint(self, flow: Flow, element: Element) -> None:
        """Write it; two of its lines stay together."""
        flow.need(min(self.height(flow.room) - AFTER, 2 * self._style.lead))
        flow.words(element.add("P"), self._words, self._style)
        flow.gap(AFTER)


class SetHeading:
    """A heading, which takes something of what follows with it to the next sheet."""

    def __init__(self, block: Heading, manner: Manner) -> None:
        self._block, self._type = block, manner.type
        ref = (Run(f"{block.ref} ", "ref"),) if block.ref else ()
        self._words = (*ref, *(Run(run.text, run.hand) for run in block.words))

    @property
    def _style(self) -> Style:
        return self._type.section if self._block.level == 2 else self._type.bone

    def height(self, room: float) -> float:
        """Return the height of its lines, with the air above and below."""
        lines = broken(self._words, self._style, room, self._type.least_ref)
        return len(lines) * self._style.lead + _BEFORE[self._block.level] + _UNDER

    def paint(self, flow: Flow, element: Element) -> None:
        """Write it, and let the bookmarks know it."""
        flow.need(self.height(flow.room) + _KEPT)
        flow.gap(_BEFORE[self._block.level])
        flow.bookmark(text_of(self._block.words), self._block.level - 1)
        flow.words(element.add(f"H{self._block.level}"), self._words, self._style)
        flow.y += _UNDER


class SetLines:
    """Room to write by hand: so many lines, or all that is left of the sheet."""

    def __init__(self, block: Lines, manner: Manner) -> None:
        self._block, self._type = block, manner.type
        words = block.heading
        self._heading = SetHeading(Heading((Run(words),)), manner) if words else None

    def height(self, room: float) -> float:
        """Return the height of its words and its lines; of those that fill a sheet the least."""
        return self._words_height(room) + (self._block.number or _LEAST_LINES) * WRITING + AFTER

    def _words_height(self, room: float) -> float:
        label = self._type.small.height(self._block.label, room) if self._block.label else 0.0
        return label + (self._heading.height(room) if self._heading else 0.0)

    def paint(self, flow: Flow, element: Element) -> None:
        """Draw the lines; they go on over as many sheets as they need."""
        if self._block.number or flow.bottom - flow.y >= self.height(flow.room):
            flow.need(self._words_height(flow.room) + 2 * WRITING)
            if self._heading:
                self._heading.paint(flow, element)
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

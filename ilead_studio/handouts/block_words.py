"""Paragraphs of a page, and room to write in."""

from typing import Final

from ilead_studio.handouts.block import Manner, Setter, beginning
from ilead_studio.handouts.flow import Flow
from ilead_studio.handouts.ink import Stroke
from ilead_studio.handouts.runs import broken
from ilead_studio.handouts.structure import Element
from ilead_studio.packet.blocks import Text

DOTS: Final = Stroke(0.5, (0.6, 1.8))
"""A writing line: black, so that no copier loses it, and still looks grey."""
AFTER: Final = 7.0
"""Under a paragraph."""
_CLOSE: Final = 1.0
"""Under a label."""
_MOST: Final = 48.0
"""Widest line, in parts of the size of body text: a little over a hundred letters."""
_SHORT: Final = 3
"""Lines of a paragraph that leads to what follows."""


class SetText:
    """A paragraph; a short one stays with the beginning of what follows it."""

    def __init__(self, block: Text, manner: Manner, following: Setter | None = None) -> None:
        self._words, self._type, self._following = block.words, manner.type, following
        self._style = manner.type.of(block.size)
        self._after = _CLOSE if block.size == "label" else AFTER

    def _wide(self, room: float) -> float:
        """Return how wide its lines are: on a wide sheet no wider than the eye finds back."""
        return min(room, _MOST * self._type.body.size)

    def height(self, room: float) -> float:
        """Return the height of its lines, and the air below."""
        lines = broken(self._words, self._style, self._wide(room), self._type.least_ref)
        return len(lines) * self._style.lead + self._after

    def beginning(self, room: float) -> float:
        """Return how much of it stays with what is before it: two lines, or what it stays with."""
        high = self.height(room)
        is_short = high - self._after <= _SHORT * self._style.lead
        if is_short and self._following and not isinstance(self._following, SetText):
            return high + beginning(self._following, room)
        return min(high - self._after, 2 * self._style.lead)

    def paint(self, flow: Flow, element: Element) -> None:
        """Write it; its beginning stays together."""
        flow.begin(self.beginning(flow.room))
        flow.words(element.add("P"), self._words, self._style, room=self._wide(flow.room))
        flow.gap(self._after)

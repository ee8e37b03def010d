"""What a reader fills in: lines and boxes for a pen, fields in a file, or the answer itself."""

from typing import Final

from ilead_studio.drawing.ops import Box
from ilead_studio.handouts.block import Manner
from ilead_studio.handouts.block_words import DOTS
from ilead_studio.handouts.flow import Flow
from ilead_studio.handouts.runs import broken
from ilead_studio.handouts.sheet import Stroke
from ilead_studio.handouts.structure import Element
from ilead_studio.handouts.style import Style
from ilead_studio.handouts.type import WRITING
from ilead_studio.packet.blocks import Ask, plain

BOX: Final = 10.0
"""Side of a box to tick."""
TICK: Final = Stroke(0.7)
_GAP: Final = 5.0
_CROSSED: Final = 12.0
"""Side of a box to cross, one of several."""
_APART: Final = 18.0
"""Between two choices on one line."""


class SetAsk:
    """One thing that is asked, in a column."""

    def __init__(self, ask: Ask, manner: Manner, style: Style) -> None:
        self._ask, self._manner, self._style = ask, manner, style

    def height(self, room: float) -> float:
        """Return the height of the answer, or of the room for it."""
        ask = self._ask
        if ask.boxes:
            return _CROSSED
        if ask.options:
            return len(self._rows_of_choices(room)) * max(self._style.lead, BOX + 4)
        if ask.value:
            lines = broken(plain(ask.value), self._style, room, self._manner.type.least_ref)
            return len(lines) * self._style.lead
        return ask.lines * WRITING

    def paint(self, flow: Flow, element: Element) -> None:
        """Write the answer, or what it is written on."""
        ask = self._ask
        if ask.boxes:
            self._boxes(flow, element)
        elif ask.options:
            self._choices(flow, element)
        elif ask.value:
            flow.words(element, plain(ask.value), self._style)
        else:
            for _ in range(ask.lines):
                flow.y += WRITING
                flow.rule(DOTS)

    def _boxes(self, flow: Flow, element: Element) -> None:
        """Draw boxes to cross; who does not see them hears what they are for."""
        step = min(_CROSSED + 6, flow.room / self._ask.boxes)
        with flow.sheet.marked(element.add("Span", actual=self._ask.label)):
            for at in range(self._ask.boxes):
                box = Box(flow.left + at * step, flow.y - 1, min(_CROSSED, step - 2), _CROSSED)
                flow.sheet.rectangle(box, stroke=TICK)
        flow.y += _CROSSED

    def _width(self, words: str) -> float:
        return BOX + _GAP + self._style.width(words)

    def _rows_of_choices(self, room: float) -> list[list[tuple[str, str]]]:
        """Return the choices line by line."""
        rows: list[list[tuple[str, str]]] = [[]]
        used = 0.0
        for choice in self._ask.options:
            wide = self._width(choice[1]) + (_APART if rows[-1] else 0.0)
            if rows[-1] and used + wide > room:
                rows.append([])
                used, wide = 0.0, self._width(choice[1])
            rows[-1].append(choice)
            used += wide
        return rows

    def _choices(self, flow: Flow, element: Element) -> None:
        high = max(self._style.lead, BOX + 4)
        for row in self._rows_of_choices(flow.room):
            x = 0.0
            for value, words in row:
                self._choice(flow, element, x, words, is_taken=value in self._ask.value.split())
                x += self._width(words) + _APART
            flow.y += high

    def _choice(
        self, flow: Flow, element: Element, x: float, words: str, *, is_taken: bool
    ) -> None:
        """Draw a box with its words; a tick in it says that it was chosen."""
        side = min(BOX, self._style.size)
        box = Box(flow.left + x, flow.y + self._style.baseline - side * 0.85, side, side)
        with flow.sheet.artifact():
            flow.sheet.rectangle(box, stroke=TICK)
            if is_taken:
                tick = ((box.x + 2, box.y + side * 0.55), (box.x + side * 0.42, box.bottom - 2),
                        (box.right - 1.5, box.y + 2))  # fmt: skip
                flow.sheet.lines(tick, stroke=Stroke(1.4))
        heard = words or self._ask.label
        span = element.add("Span", actual=f"{heard}, {_taken()}" if is_taken else heard)
        flow.beside(span, words or " ", self._style, x + BOX + _GAP, self._style)


def _taken() -> str:
    from ilead_studio.words import say

    return say("ticked")

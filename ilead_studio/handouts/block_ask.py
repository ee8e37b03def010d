"""What a reader fills in: lines and boxes for a pen, fields in a file, or the answer itself."""

from typing import Final

from ilead_studio.drawing.ops import Box
from ilead_studio.handouts.block import Manner
from ilead_studio.handouts.block_words import DOTS
from ilead_studio.handouts.fields import AIR, Blank, Option
from ilead_studio.handouts.flow import Flow
from ilead_studio.handouts.ink import Stroke
from ilead_studio.handouts.runs import broken
from ilead_studio.handouts.structure import Element
from ilead_studio.handouts.style import Style
from ilead_studio.packet.blocks import Ask, plain
from ilead_studio.words import say

BOX: Final = 10.0
"""Side of a box to tick."""
TICK: Final = Stroke(0.7)
FIELD: Final = Stroke(0.5)
"""Around a field."""
_GAP: Final = 5.0
_CROSSED: Final = 12.0
"""Side of a box to cross, one of several."""
_LARGE: Final = 0.8
"""Least side of a box, in parts of the words beside it."""
_APART: Final = 14.0
"""Between two choices on one line."""
_BELOW: Final = 2.0
"""Under a field."""
TIGHT: Final = 2.5
"""Between a rule and a field, or boxes, that take the cell from rule to rule."""
_MOST_LINES: Final = 12
"""Lines to which a field grows with its words; beyond that they are scrolled."""
_MOST_HIGH: Final = 0.5
"""The same in parts of a sheet."""
_INSIDE: Final = 4.0
"""Air above and below the words of a field, together."""


class SetAsk:
    """One thing that is asked, in a column; ``more`` is what it is higher than it needs.

    With ``on_rule`` its last line is that of whatever it stands in.
    """

    def __init__(self, ask: Ask, manner: Manner, style: Style, *, on_rule: bool = False) -> None:
        self._ask, self._manner, self._style = ask, manner, style
        self._on_rule = on_rule
        self.more = 0.0

    @property
    def is_field(self) -> bool:
        """Whether it is typed into the file."""
        ask = self._ask
        return self._manner.form == "fillable" and not (ask.options or ask.boxes)

    @property
    def is_lined(self) -> bool:
        """Whether it is written on lines by hand."""
        ask = self._ask
        return self._manner.form == "pen" and not (ask.options or ask.boxes or ask.value)

    @property
    def is_said(self) -> bool:
        """Whether it is answered already, in words that stay as they are."""
        return not (self._ask.options or self._ask.boxes or self.is_field or self.is_lined)

    @property
    def _line(self) -> float:
        """From one line to write on to the next."""
        return self._manner.type.writing

    @property
    def pull(self) -> float:
        """How much it takes of what is left over: those with room to write by their lines."""
        return float(self._ask.lines) if self.is_field or self.is_lined else 0.0

    def height(self, room: float, before: float = 0.0) -> float:
        """Return the height of the answer, or of the room for it.

        The first line, and a field, begin after some room that words ``before`` it take.
        """
        ask = self._ask
        if ask.boxes:
            return self._crossed
        if ask.options:
            return self.rows(room, before) * self._choice_height
        if self.is_lined:
            return ask.lines * self._line + self.more
        inner = room - before - 2 * AIR if self.is_field else room
        lines = sum(
            len(broken(plain(text), self._style, inner, self._manner.type.least_ref))
            for text in ask.value.split("\n")
        )
        if not self.is_field:
            return lines * self._style.lead
        tight = 2 * TIGHT if self._on_rule else 0.0
        air = _INSIDE + (0.0 if self._on_rule else _BELOW)
        least = (
            ask.lines * self._line - tight if self._on_rule else ask.lines * self._style.lead + air
        )
        high = self._manner.high * _MOST_HIGH
        typed = min(min(lines, _MOST_LINES) * self._style.lead + air, high)
        return max(least, typed) + self.more

    def paint(self, flow: Flow, element: Element, before: float = 0.0) -> None:
        """Write the answer, or what it is written on; the first line begins after some room."""
        if self._ask.boxes:
            self._boxes(flow, element)
        elif self._ask.options:
            self._choices(flow, element, before)
        elif self.is_field:
            self._field(flow, element, before)
        elif self.is_lined:
            self._lines(flow, before)
        else:
            for text in self._ask.value.split("\n"):
                flow.words(element.add("Span"), plain(text), self._style)

    def _lines(self, flow: Flow, before: float) -> None:
        """Draw lines to write on."""
        bottom = flow.y + self.height(flow.room)
        lines = self._ask.lines + int(self.more / self._line + 1e-6)
        for at in range(lines - self._on_rule):
            flow.y += self._line
            start = 0.0 if at else before
            with flow.within(start, flow.room - start):
                flow.rule(DOTS)
        flow.y = max(bottom, flow.y)

    def _field(self, flow: Flow, element: Element, before: float) -> None:
        """Draw the frame of a field, and put the field over it."""
        ask, high = self._ask, self.height(flow.room, before)
        below = 0.0 if self._on_rule else _BELOW
        box = Box(flow.left + before, flow.y, flow.room - before, high - below)
        with flow.sheet.artifact():
            flow.sheet.rectangle(box, stroke=FIELD)
        lines = 2 if high > 2 * self._style.lead + _INSIDE else ask.lines
        blank = Blank(ask.name, ask.label, ask.value, self._style, lines)
        flow.canvas.fields.text(blank, flow.sheet, element.add("Form"), box)
        flow.y += high

    def rows(self, room: float, before: float = 0.0) -> int:
        """Return how many lines of boxes there are."""
        return len(self._rows_of_choices(room, before)) if self._ask.options else 0

    # --- boxes to tick ---------------------------------------------------------------------------
    @property
    def _side(self) -> float:
        return max(min(BOX, self._style.size), self._style.size * _LARGE)

    @property
    def _crossed(self) -> float:
        return max(_CROSSED, self._style.size * _LARGE)

    @property
    def _to_words(self) -> float:
        """From the beginning of a box to its words."""
        return max(BOX, self._side) + _GAP

    @property
    def _choice_height(self) -> float:
        return max(self._style.lead, self._side + 4)

    def _boxes(self, flow: Flow, element: Element) -> None:
        """Draw boxes to cross; who does not see them hears what they are for."""
        side, step = self._crossed, min(self._crossed + 6, flow.room / self._ask.boxes)
        with flow.sheet.marked(element.add("Span", actual=self._ask.label)):
            for at in range(self._ask.boxes):
                box = Box(flow.left + at * step, flow.y - 1, min(side, step - 2), side)
                flow.sheet.rectangle(box, stroke=TICK)
        flow.y += side

    def _width(self, words: str) -> float:
        return self._to_words + self._style.width(words)

    def _rows_of_choices(self, room: float, before: float) -> list[list[tuple[str, str]]]:
        """Return the choices line by line."""
        rows: list[list[tuple[str, str]]] = [[]]
        used = before
        for choice in self._ask.options:
            wide = self._width(choice[1]) + (_APART if rows[-1] else 0.0)
            if rows[-1] and used + wide > room:
                rows.append([])
                used, wide = 0.0, self._width(choice[1])
            rows[-1].append(choice)
            used += wide
        return rows

    def _choices(self, flow: Flow, element: Element, before: float) -> None:
        for at, row in enumerate(self._rows_of_choices(flow.room, before)):
            x = 0.0 if at else before
            for value, words in row:
                self._choice(flow, element, x, value, words)
                x += self._width(words) + _APART
            flow.y += self._choice_height

    def _choice(self, flow: Flow, element: Element, x: float, value: str, words: str) -> None:
        """Draw a box with its words; a tick in it says that it was chosen."""
        ask, side = self._ask, self._side
        box = Box(flow.left + x, flow.y + self._style.baseline - side * 0.85, side, side)
        is_taken = value in ask.value.split()
        with flow.sheet.artifact():
            flow.sheet.rectangle(box, stroke=TICK)
            if is_taken and self._manner.form == "pen":
                flow.sheet.lines(_tick(box), stroke=Stroke(1.4))
        if self._manner.form == "fillable":
            option = Option(ask.name, ask.label, value, words, is_taken)
            fields, form = flow.canvas.fields, element.add("Form")
            (fields.tick if ask.several else fields.choice)(option, flow.sheet, form, box)
            is_taken = False  # the field says it itself
        heard = words or ask.label
        span = element.add(
            "Span", actual=say("{words}, ticked", words=heard) if is_taken else heard
        )
        flow.beside(span, words or " ", self._style, x + self._to_words, self._style)


def _tick(box: Box) -> tuple[tuple[float, float], ...]:
    return ((box.x + 2, box.y + box.h * 0.55), (box.x + box.w * 0.42, box.bottom - 2),
            (box.right - 1.5, box.y + 2))  # fmt: skip

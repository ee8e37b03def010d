"""Running text: set down one sheet after another, tagged, and never broken where it should hold.

A paragraph leaves two lines on each side of a break. What is repeated at the top of a continued
sheet is an artifact.
"""

from collections.abc import Callable, Sequence
from typing import Final

from ilead_studio.drawing.paper import Paper
from ilead_studio.handouts.sheet import Sheet, Stroke
from ilead_studio.handouts.structure import Element
from ilead_studio.handouts.style import Style
from ilead_studio.handouts.tagged import TaggedCanvas

FOOTER: Final = 24.0
"""What a footer takes from the room of a sheet."""
LEAST: Final = 2
"""Lines of a paragraph that stay together at a break."""
RULE: Final = Stroke(0.9)
"""Under heads."""


class Flow:
    """A place on a sheet that moves down as text is written; then it goes on with a new sheet.

    ``y`` is how far down the sheet is used, in points. ``again`` repeats heads on further sheets.
    """

    def __init__(
        self,
        canvas: TaggedCanvas,
        paper: Paper,
        again: Callable[[], None] | None = None,
        before: Sheet | None = None,
    ) -> None:
        self.canvas = canvas
        self.paper = paper
        self.again = again
        self._before = before
        self.sheet = canvas.sheet(paper.width, paper.height, before)
        self.y = paper.top
        self._top = self.y

    @property
    def left(self) -> float:
        """Where lines begin."""
        return self.paper.left

    @property
    def room(self) -> float:
        """How long a line may be."""
        return self.paper.room[0]

    @property
    def bottom(self) -> float:
        """Where the room for text ends, above the footer."""
        return self.paper.top + self.paper.room[1] - FOOTER

    @property
    def is_fresh(self) -> bool:
        """Whether nothing stands on the sheet yet but repeated heads."""
        return self.y <= self._top

    def turn(self) -> None:
        """Go on with a new sheet."""
        self.sheet = self.canvas.sheet(self.paper.width, self.paper.height, self._before)
        self.y = self.paper.top
        if self.again:
            self.again()
        self._top = self.y

    def need(self, height: float) -> None:
        """Go on with a new sheet unless so much room is left; a fresh one is never left."""
        if self.y + height > self.bottom and not self.is_fresh:
            self.turn()

    def gap(self, height: float) -> None:
        """Leave some room, but not at the top of a sheet."""
        if not self.is_fresh:
            self.y += height

    def write(
        self,
        element: Element,
        text: str,
        style: Style,
        indent: float = 0.0,
        room: float | None = None,
        *,
        goes_on: bool = False,
    ) -> None:
        """Write a text as the content of an element, ``indent`` from the left, and move down.

        With ``goes_on`` something follows on its last line, and a space comes before it.
        """
        lines = style.lines(text, self.room - indent if room is None else room)
        if text != " ".join(lines):
            element.actual = text
        while lines:
            fit = self._fitting(len(lines), style.lead)
            more = goes_on or fit < len(lines)
            self._set(element, lines[:fit], style, self.left + indent, goes_on=more)
            lines = lines[fit:]
            if lines:
                self.turn()

    def _fitting(self, lines: int, lead: float) -> int:
        """Return how many of the lines to set here; 0 to go on with a new sheet first."""
        fit = int((self.bottom - self.y) / lead + 1e-6)
        if lines <= fit:
            return lines
        fit = min(fit, lines - LEAST)
        return fit if fit >= LEAST else int(self.is_fresh)

    def _set(
        self, element: Element, lines: Sequence[str], style: Style, x: float, *, goes_on: bool
    ) -> None:
        if not lines:
            return
        with self.sheet.marked(element):
            for at, text in enumerate(lines, 1):
                more = goes_on or at < len(lines)
                self.sheet.text(style.line(text), (x, self.y + style.baseline), goes_on=more)
                self.y += style.lead

    def beside(self, element: Element, text: str, style: Style, indent: float, line: Style) -> None:
        """Write one line whose baseline is that of a next line in style ``line``; stay there.

        A space follows in the text, so that it does not stick to what comes next.
        """
        at = (self.left + indent, self.y + line.baseline)
        with self.sheet.marked(element):
            self.sheet.text(style.line(text), at, goes_on=True)

    def rule(self, stroke: Stroke) -> None:
        """Draw a line across the room, here."""
        ends = ((self.left, self.y), (self.left + self.room, self.y))
        with self.sheet.artifact():
            self.sheet.lines(ends, stroke=stroke)

"""Running text: set down one sheet after another, tagged, and never broken where it should hold.

A paragraph leaves two lines on each side of a break. What is repeated at the top of a continued
sheet is an artifact.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from ilead_studio.drawing.paper import Paper
from ilead_studio.handouts.ink import Stroke
from ilead_studio.handouts.lines import set_lines, tagged
from ilead_studio.handouts.runs import Line, broken, said, whole
from ilead_studio.handouts.sheet import Sheet
from ilead_studio.handouts.structure import Element
from ilead_studio.handouts.style import Style
from ilead_studio.handouts.tagged import Place, TaggedCanvas
from ilead_studio.handouts.type import USUAL, Type
from ilead_studio.packet.blocks import Words, text_of

LEAST: Final = 2
"""Lines of a paragraph that stay together at a break."""
BEGUN: Final = 0.35
_HEADED: Final = 0.5
"""Parts of a sheet that are not left empty for what can go on, and for a heading with it."""
RULE: Final = Stroke(0.9)
"""Under heads."""


class Flow:
    """A place on a sheet that moves down as text is written; then it goes on with a new sheet.

    ``y`` is how far down the sheet is used, in points. ``again`` repeats heads on further sheets.
    ``level`` is that of the page's own bookmark, ``heading`` what goes on when a sheet
    ends, ``heading_at`` from the left.
    Sheets that are ``reserved`` are written first. ``column`` is where lines begin and how long
    they are, if that is not the whole room.
    """

    def __init__(
        self,
        canvas: TaggedCanvas,
        paper: Paper,
        again: Callable[[], None] | None = None,
        reserved: Iterable[Sheet] = (),
        kind: Type = USUAL,
        column: tuple[float, float] | None = None,
    ) -> None:
        self.canvas = canvas
        self.paper = paper
        self.type = kind
        self.level = 0
        self.heading = ""
        self.heading_at = 0.0
        self._whole = self._side = column or (paper.left, paper.room[0])
        self.again = again
        self._reserved = iter(reserved)
        self.sheet = self._next()
        self.y = paper.top
        self._top = self.y

    @property
    def left(self) -> float:
        """Where lines begin."""
        return self._side[0]

    @property
    def room(self) -> float:
        """How long a line may be."""
        return self._side[1]

    @contextmanager
    def within(self, left: float, room: float) -> Iterator[None]:
        """Write in a column that begins ``left`` of the room's beginning and is so wide."""
        kept = self._side
        self._side = (kept[0] + left, room)
        yield
        self._side = kept

    @property
    def bottom(self) -> float:
        """Where the room for text ends, above the footer."""
        return self.paper.top + self.paper.room[1] - self.type.footer

    @property
    def is_fresh(self) -> bool:
        """Whether nothing stands on the sheet yet but repeated heads."""
        return self.y <= self._top

    def turn(self) -> None:
        """Go on with a new sheet; heads are repeated over the whole room."""
        self.sheet = self._next()
        self.y = self.paper.top
        kept, self._side = self._side, self._whole
        if self.again:
            self.again()
        self._side, self._top = kept, self.y

    def _next(self) -> Sheet:
        return next(self._reserved, None) or self.canvas.sheet(self.paper)

    def need(self, height: float) -> None:
        """Go on with a new sheet unless so much room is left; a fresh one is never left."""
        if self.y + height > self.bottom and not self.is_fresh:
            self.turn()

    def part_of_sheet(self, part: float) -> float:
        """Return so large a part of what a sheet holds, in points."""
        return (self.bottom - self.paper.top) * part

    def begin(self, height: float, *, is_heading: bool = False) -> None:
        """Go on with a new sheet unless so much room is left, or a good part of a sheet is.

        For what had better stay together, but can go on: no sheet is left half empty for it. A
        heading needs more, so that what follows it can begin below it.
        """
        most = self.part_of_sheet(_HEADED if is_heading else BEGUN)
        self.need(min(height, most))

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
        lines = whole(text, style, self.room - indent if room is None else room)
        if text != said(lines):
            element.actual = text
        self.put(element, lines, style, indent, goes_on=goes_on)

    def words(
        self,
        element: Element,
        words: Words,
        style: Style,
        indent: float = 0.0,
        room: float | None = None,
    ) -> None:
        """Write words in several hands as the content of an element, and move down."""
        space = self.room - indent if room is None else room
        lines = broken(words, style, space, self.type.least_ref)
        text = text_of(words)
        if not self.sheet.blank and " ".join(text.split()) != said(lines):
            element.actual = text
        self.put(element, lines, style, indent)

    def put(
        self,
        element: Element,
        lines: Sequence[Line],
        style: Style,
        indent: float = 0.0,
        *,
        goes_on: bool = False,
    ) -> None:
        """Set lines one under the other, over as many sheets as they take."""
        if self.canvas.own:
            lines = tagged(element, lines, self.canvas.own)
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
        self, element: Element, lines: Sequence[Line], style: Style, x: float, *, goes_on: bool
    ) -> None:
        first = self.y + style.baseline
        placed = [(line, (x, first + at * style.lead)) for at, line in enumerate(lines)]
        set_lines(self.sheet, element, placed, goes_on=goes_on)
        self.y += len(lines) * style.lead

    def beside(self, element: Element, text: str, style: Style, indent: float, line: Style) -> None:
        """Write one line whose baseline is that of a next line in style ``line``; stay there.

        A space follows in the text, so that it does not stick to what comes next.
        """
        if self.sheet.blank:
            return
        at, shown = (self.left + indent, self.y + line.baseline), style.line(text)
        if element.actual is None and shown.text != text:
            element.actual = text
        with self.sheet.marked(element):
            self.sheet.text(shown, at, goes_on=True)

    def bookmark(self, text: str, below: int) -> None:
        """Let the bookmarks lead here, so many levels below the page's own."""
        self.canvas.bookmark(text, self.level + below, Place(self.sheet, self.y))

    def rule(self, stroke: Stroke) -> None:
        """Draw a line across the room, here."""
        ends = ((self.left, self.y), (self.left + self.room, self.y))
        with self.sheet.artifact():
            self.sheet.lines(ends, stroke=stroke)

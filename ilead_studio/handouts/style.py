"""The type of a handout: face, size and leading of everything that runs (points)."""

from dataclasses import dataclass
from typing import Final

from ilead_studio.drawing.fonts import ITALIC, REGULAR, SEMIBOLD
from ilead_studio.drawing.ops import TextLine
from ilead_studio.drawing.text import text_line, width, wrapped

_BASELINE: Final = 0.78
"""Where the baseline lies below the top of a line, in parts of the size."""
_MORE: Final = "…"


@dataclass(frozen=True, slots=True)
class Style:
    """Face, size and leading; the lines of a heading are ``even``, about equally long.

    What is ``struck`` is struck out.
    """

    face: str
    size: float
    lead: float
    even: bool = False
    struck: bool = False

    @property
    def baseline(self) -> float:
        """How far below the top of a line its baseline lies."""
        return self.size * _BASELINE

    def lines(self, text: str, room: float) -> tuple[str, ...]:
        """Break a text into lines no wider than the room."""
        return wrapped(text, self.face, self.size, room, balanced=self.even)

    def height(self, text: str, room: float) -> float:
        """Return how high a text is when it is broken into lines."""
        return len(self.lines(text, room)) * self.lead

    def width(self, text: str) -> float:
        """Return how wide a text is on one line."""
        return width(text, self.face, self.size)

    def line(self, text: str) -> TextLine:
        """Set one line."""
        return text_line(0.0, 0.0, text, self.face, self.size, "ink")

    def shortened(self, text: str, room: float) -> str:
        """Return a text that fits on one line; "…" says that there is more."""
        if self.width(text) <= room:
            return text
        return (
            wrapped(text, self.face, self.size, room - self.width(_MORE), balanced=False)[0] + _MORE
        )


COVER: Final = Style(SEMIBOLD, 34, 40, even=True)
TITLE: Final = Style(SEMIBOLD, 22, 26, even=True)
LONG_TITLE: Final = Style(SEMIBOLD, 13, 16)
SUBTITLE: Final = Style(REGULAR, 9.5, 12.5)
SECTION: Final = Style(SEMIBOLD, 13, 16)
STATEMENT: Final = Style(SEMIBOLD, 12.5, 17.5)
LEAD: Final = Style(REGULAR, 12.5, 17.5)
BONE: Final = Style(SEMIBOLD, 11, 14)
BODY: Final = Style(REGULAR, 10.5, 14)
NUMBER: Final = Style(SEMIBOLD, 10.5, 14)
BELOW: Final = Style(REGULAR, 9.5, 12)
NOTES: Final = Style(ITALIC, 9.5, 12)
REFERENCE: Final = Style(SEMIBOLD, 8.4, 14)
"""Of an item, beside body text: 80 % of it."""
PAGE_REFERENCE: Final = Style(SEMIBOLD, 11, 14)
TABLE: Final = Style(REGULAR, 9.5, 12)
MARK: Final = Style(SEMIBOLD, 30, 34)
"""The reference of a form, in its frame."""
SMALL: Final = Style(REGULAR, 8.5, 10.5)
SMALL_HEAD: Final = Style(SEMIBOLD, 8.5, 10.5)


def fitting(text: str, room: float, *styles: Style, most: int = 3) -> Style:
    """Return the first style in which a text has at most so many lines and no word is cut.

    That is the last style, if it does not fit in any.
    """
    return next((it for it in styles if _fits(text, room, it, most)), styles[-1])


def _fits(text: str, room: float, style: Style, most: int) -> bool:
    lines = style.lines(text, room)
    return len(lines) <= most and sum(map(len, lines)) + len(lines) - 1 <= len(text)

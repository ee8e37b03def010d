"""How much of a sheet is filled in a word processor, at most, and what is left of it.

Only a word processor knows where its sheets end. What stands on them is measured here in a face
that runs a little wider, so that lines to write on for what is left never begin a further sheet.
"""

from collections.abc import Sequence
from typing import Final

from ilead_studio.drawing.paper import Paper
from ilead_studio.office.flat import Grid
from ilead_studio.office.sheet_styles import Look, look_of
from ilead_studio.office.words_set import lines
from ilead_studio.packet.blocks import Words, strong

FOOT: Final = 8.0
"""What the foot of a sheet takes more here than on a sheet of ours, in points."""
LEAST_ROW: Final = 24.0
"""Least height of a row in which there is room to write."""
_LEAD: Final = 1.15 * 1.1
"""From one line to the next, in sizes: that of the face, and what styles add."""
_BELOW_TABLE: Final = 8.0
_SURELY: Final = 0.9
"""Parts of what is measured that are filled at least: the wider face takes more lines."""


class Filled:
    """What stands on the sheets of a page, one after the other."""

    def __init__(self, paper: Paper) -> None:
        self._width, self._height = paper.room[0], paper.room[1] - FOOT
        self._used = self._below = 0.0

    def _put(self, high: float) -> None:
        """Put something down that stays on one sheet if it can: on the next if it has no room."""
        left = self._height - self._used % self._height
        self._used += high + (left if left < high <= self._height else 0.0)

    def words(self, words: Words, style: str, indent: float = 0.0) -> None:
        """Put a paragraph down; of the air between two only the larger one counts."""
        look = look_of(style)
        self._put(_above(look, self._below) + _high(words, look, self._width - indent))
        self._below = look.below

    def picture(self, high: float) -> None:
        """Put a picture down, so many points high."""
        self._put(high * _LEAD)
        self._below = 0.0

    def table(self, it: Grid, widths: Sequence[float], pad: float) -> None:
        """Put a table down, row by row, with columns so wide and so much air beside words."""
        look = look_of("TableText")
        heads = tuple((strong(head),) for head in it.heads)
        for row in (heads, *it.rows):
            high = max(
                sum(look.above + _high(words, look, wide - 2 * pad) for words in cell)
                for cell, wide in zip(row, widths, strict=True)
            )
            self._put(high if all(row) else max(high, LEAST_ROW))
        self._put(_BELOW_TABLE)
        self._below = 0.0

    def lines(self, over: Sequence[tuple[Words, str]]) -> int:
        """Return on how many lines there is room to write, below paragraphs in their styles.

        None where it is not sure on which sheet they would be.
        """
        if int(self._used / self._height) != int(self._used * _SURELY / self._height):
            return 0
        left, below, look = self._height - self._used % self._height, self._below, look_of("Normal")
        for words, style in over:
            its = look_of(style)
            left -= _above(its, below) + _high(words, its, self._width)
            below = its.below
        return max(0, int(left / (look.size * _LEAD + look.below)))


def _above(look: Look, below: float) -> float:
    """Return how much air a style adds over a paragraph to what is below the last one."""
    return max(0.0, look.above - below)


def _high(words: Words, look: Look, room: float) -> float:
    """Return how high a paragraph is, with the air below it."""
    many = max(1, lines(words, look.size, room, strong=look.strong))
    return many * look.size * _LEAD + look.below

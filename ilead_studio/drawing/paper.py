"""Sheets of paper, and how much of one a picture may use. Lengths in points."""

import re
from dataclasses import dataclass, replace
from typing import Final

from ilead_studio.errors import ExportError
from ilead_studio.model.packet import LEAST_SIDE, MOST_SIDE
from ilead_studio.words import say

_INCH: Final = 72.0
BOUND: Final = 66.0
"""Margin at the punched side: the left one of a tall sheet, the top one of a wide sheet."""
MARGIN: Final = 48.0
"""Margin at the other sides. Nothing printable comes nearer to the edge than 43."""
TITLED: Final = 76.0
"""Height that a page's title, subtitle and footer take from a picture."""


SHARED: Final = 24.0
"""Margin of a page that shares a sheet; the sheet has as much again around its pages."""
ACROSS: Final = {1: (1, 1), 2: (2, 1), 4: (2, 2)}
"""How many pages stand across and down when so many share a sheet."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet with its margins; wide sheets are filed turned, so their punched side is the top.

    A page that shares a sheet with others (``up`` of them) has narrow margins of its own.
    """

    name: str
    width: float
    height: float
    up: int = 1

    @property
    def is_wide(self) -> bool:
        """Whether the sheet lies on its long side."""
        return self.width > self.height

    @property
    def left(self) -> float:
        """Left margin."""
        return self._margin(MARGIN if self.is_wide else BOUND)

    @property
    def top(self) -> float:
        """Top margin."""
        return self._margin(BOUND if self.is_wide else MARGIN)

    @property
    def right(self) -> float:
        """Right margin."""
        return self._margin(MARGIN)

    @property
    def bottom(self) -> float:
        """Bottom margin."""
        return self._margin(MARGIN)

    def _margin(self, usual: float) -> float:
        return usual if self.up == 1 else SHARED

    @property
    def room(self) -> tuple[float, float]:
        """Width and height between the margins."""
        return self.width - self.left - self.right, self.height - self.top - self.bottom

    @property
    def picture_room(self) -> tuple[float, float]:
        """Width and height for a picture: what title and footer leave."""
        width, height = self.room
        return width, height - TITLED

    def wide(self) -> "Paper":
        """Return the sheet on its long side; a page that shares a sheet is as it is."""
        if self.is_wide or self.up > 1:
            return self
        return replace(self, width=self.height, height=self.width)

    def tall(self) -> "Paper":
        """Return the sheet on its short side; a page that shares a sheet is as it is."""
        if self.is_wide and self.up == 1:
            return replace(self, width=self.height, height=self.width)
        return self

    def shared(self, up: int) -> "Paper":
        """Return one of the pages when 2 or 4 share this sheet, all of them tall.

        Two stand beside each other on the wide sheet, four on the tall one. Between them, as at the
        edges, there is room for a fold or a cut.
        """
        if up == 1:
            return self
        sheet = self.wide() if up == 2 else self.tall()
        across, down = ACROSS[up]
        width, height = sheet.width - 2 * SHARED, sheet.height - 2 * SHARED
        return Paper(self.name, width / across, height / down, up)


_MM: Final = 72 / 25.4
PAPERS: Final = {
    paper.name: paper
    for paper in (
        Paper("letter", 612.0, 792.0),
        Paper("legal", 612.0, 1008.0),
        Paper("tabloid", 792.0, 1224.0),
        Paper("a4", 210 * _MM, 297 * _MM),
        Paper("a3", 297 * _MM, 420 * _MM),
    )
}
"""The sheets a handout can be made for, by name."""


_OWN: Final = re.compile(r"(\d{1,4}(?:\.\d{1,3})?)\s*[x×]\s*(\d{1,4}(?:\.\d{1,3})?)\s*(in|mm)?")


def paper_named(asked: str) -> Paper:
    """Return the paper that is asked for: "a4", or a size such as "9x12", "9x12in", "300x400mm".

    A size without a unit is in inches.

    Raises:
        ExportError: if it says no paper, or one that is too small or too large.
    """
    name = asked.strip().lower()
    found = _OWN.fullmatch(name)
    if name in PAPERS:
        return PAPERS[name]
    unit = _MM if found and found[3] == "mm" else _INCH
    width, height = (float(it) * unit for it in found.groups()[:2]) if found else (0.0, 0.0)
    if all(LEAST_SIDE <= side <= MOST_SIDE for side in (width, height)):
        return Paper(inch_words(width, height), width, height)
    raise ExportError(
        say(
            "“{asked}” is no paper. There are {names}, or a size of your own such as 9x12in or"
            " 300x400mm, between 2.8 and 55 inches wide and high.",
            asked=asked, names=", ".join(PAPERS),
        )
    )  # fmt: skip


def inch_words(width: float, height: float) -> str:
    """Say the size of a sheet of one's own."""
    wide, high = (f"{side / _INCH:.4g}" for side in (width, height))
    return say("{wide} × {high} inch paper", wide=wide, high=high)

"""Sheets of paper, and how much of one a picture may use. Lengths in points."""

from dataclasses import dataclass, replace
from typing import Final

BOUND: Final = 66.0
"""Margin at the punched side: the left one of a tall sheet, the top one of a wide sheet."""
MARGIN: Final = 48.0
"""Margin at the other sides. Nothing printable comes nearer to the edge than 43."""
TITLED: Final = 76.0
"""Height that a page's title, subtitle and footer take from a picture."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet with its margins; wide sheets are filed turned, so their punched side is the top."""

    name: str
    width: float
    height: float

    @property
    def is_wide(self) -> bool:
        """Whether the sheet lies on its long side."""
        return self.width > self.height

    @property
    def left(self) -> float:
        """Left margin."""
        return MARGIN if self.is_wide else BOUND

    @property
    def top(self) -> float:
        """Top margin."""
        return BOUND if self.is_wide else MARGIN

    @property
    def room(self) -> tuple[float, float]:
        """Width and height between the margins."""
        return self.width - self.left - MARGIN, self.height - self.top - MARGIN

    @property
    def picture_room(self) -> tuple[float, float]:
        """Width and height for a picture: what title and footer leave."""
        width, height = self.room
        return width, height - TITLED

    def wide(self) -> "Paper":
        """Return the sheet on its long side."""
        return self if self.is_wide else replace(self, width=self.height, height=self.width)

    def tall(self) -> "Paper":
        """Return the sheet on its short side."""
        return replace(self, width=self.height, height=self.width) if self.is_wide else self


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

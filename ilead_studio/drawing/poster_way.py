"""A way to lay a page over sheets, whatever kind of page it is."""

from math import ceil
from typing import NamedTuple, Protocol

from ilead_studio.drawing.ops import Drawing


class Sheets(NamedTuple):
    """How large a sheet is for a drawing, and how many stand below each other at most.

    The first of a row or a column holds ``more``.
    """

    wide: float
    high: float
    more: float
    down: int

    @property
    def height(self) -> float:
        """The height of all sheets of a column together."""
        return self.down * self.high + self.more

    def rows(self, height: float) -> int:
        """Return how many sheets hold a picture of a height, if it can be cut anywhere."""
        return max(1, ceil((height - self.more) / self.high))


class Needed(NamedTuple):
    """About how many sheets a picture needs across and down; some columns may need fewer."""

    across: int
    down: int

    @property
    def least(self) -> int:
        """How many they are at least."""
        return self.across * self.down - (self.down - 1) * 2 if self.across > 1 else self.down


class Way(Protocol):
    """A way to lay a page over sheets of any size."""

    def needs(self, sheets: Sheets) -> Needed | None:
        """Return how many sheets it takes; None if it can't be laid so."""

    def draw(self, sheets: Sheets) -> Drawing:
        """Draw the page for sheets."""

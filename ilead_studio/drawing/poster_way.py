"""A way to lay a page over sheets, whatever kind of page it is."""

from typing import NamedTuple, Protocol

from ilead_studio.drawing.ops import Drawing
from ilead_studio.drawing.poster_cuts import Sheets


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

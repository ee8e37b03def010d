"""How the items of a page go from their old places to their new ones, so that the eye can follow.

Plain values: what moves is decided here, when and how often it is painted is the canvas's.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

MOVING_MS: Final = 120
_SEEN: Final = 0.5
"""A move by less than this, in points, is no move."""
STILL: Final = (0.0, 0.0)

Step = tuple[float, float]
"""How far an item is from its place, in points: across and down."""


@dataclass(frozen=True, slots=True)
class Moves:
    """A picture on its way: how far each item still is from its place, and how much is left.

    ``steps`` are the ways of those that move, ``new`` those that fade in; ``left`` goes from 1 to
    0 on the way.
    ``scale`` is the old size as a part of the new one, ``reach`` the longest way across and down.
    """

    steps: Mapping[str, Step]
    new: frozenset[str]
    scale: float
    reach: Step
    left: float = 1.0

    def with_left(self, left: float) -> "Moves":
        """Return the same later."""
        return replace(self, left=left)

    def step(self, item_id: str) -> Step:
        """Return how far an item is from its place now."""
        x, y = self.steps.get(item_id, STILL)
        return x * self.left, y * self.left

    def opacity(self, item_id: str) -> float:
        """Return how much of an item is seen now, 0 to 1."""
        return 1.0 - self.left if item_id in self.new else 1.0

    def size(self, item_id: str) -> float:
        """Return how large an item is now, as a part of its size at its place."""
        return 1.0 + (self.scale - 1.0) * self.left if item_id in self.steps else 1.0


def moves(
    old: Mapping[str, Step], now: Mapping[str, Step], still: frozenset[str], scale: float
) -> Moves | None:
    """Return how items move from old places to new ones, both in points of the new drawing.

    Those in ``still`` are at their place at once. None when nothing moves and nothing is new.
    """
    steps = {
        item: (old[item][0] - x, old[item][1] - y)
        for item, (x, y) in now.items()
        if item in old and item not in still
    }
    new = frozenset(item for item in now if item not in old and item not in still)
    across = max((abs(x) for x, _ in steps.values()), default=0.0)
    down = max((abs(y) for _, y in steps.values()), default=0.0)
    moved = max(across, down) > _SEEN
    return Moves(steps, new, scale, (across, down)) if moved or new else None

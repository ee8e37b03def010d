"""Where an arrow key leads on a picture: to the nearest item in its direction."""

from collections.abc import Mapping
from math import hypot
from typing import Final

from ilead_studio.drawing.ops import Box

ASIDE: Final = 2.5
"""How much farther an item counts when it is beside the direction rather than in it."""


def nearest(boxes: Mapping[str, Box], start: str, step: tuple[int, int]) -> str:
    """Return the item that lies next in a direction from another one; empty when there is none.

    ``step`` is (-1, 0) for left, (0, 1) for down, and so on. Boxes that overlap the start's band
    across the direction are preferred to those beside it; of two that are as near the one whose
    middle is nearer.
    """
    here = boxes.get(start)
    if here is None:
        return next(iter(boxes), "")
    ways = {
        item: way
        for item, box in boxes.items()
        if item != start and (way := _way(here, box, step)) is not None
    }
    return min(ways, key=lambda item: (ways[item], _apart(here, boxes[item])), default="")


def _way(here: Box, there: Box, step: tuple[int, int]) -> float | None:
    """Return how far it is to another box in a direction; None when it lies elsewhere."""
    ahead = _gap(here, there, step)
    middle = (there.x + there.w / 2 - here.x - here.w / 2) * step[0]
    middle += (there.y + there.h / 2 - here.y - here.h / 2) * step[1]
    if middle <= 0 or ahead < -min(here.w, there.w, here.h, there.h):
        return None
    across = (abs(step[1]), abs(step[0]))
    return max(0.0, ahead) + ASIDE * max(0.0, _gap(here, there, across), _gap(there, here, across))


def _apart(one: Box, other: Box) -> tuple[float, float, float]:
    """Return how far apart the middles of two boxes are, then the place: one is always first."""
    across = one.x + one.w / 2 - other.x - other.w / 2
    down = one.y + one.h / 2 - other.y - other.h / 2
    return hypot(across, down), other.y, other.x


def _gap(here: Box, there: Box, step: tuple[int, int]) -> float:
    """Return the free way from one box to another along a direction; negative when they overlap."""
    if step[0]:
        return there.x - here.right if step[0] > 0 else here.x - there.right
    return there.y - here.bottom if step[1] > 0 else here.y - there.bottom

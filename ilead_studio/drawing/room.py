"""How large a picture can be set in a room. Lengths in points."""

from typing import Final

from ilead_studio.drawing.ops import Box

Room = tuple[float, float]
"""Width and height that a picture may use."""
LARGEST: Final = 1.30
"""A small picture is never blown up beyond 13-point text."""


def scale_to(bounds: Box, room: Room) -> float:
    """Return the scale at which a picture fits a room, ``LARGEST`` at most."""
    return min(room[0] / bounds.w, room[1] / bounds.h, LARGEST)


def snap(length: float) -> float:
    """Round to 1/64 point: sums of such lengths are exact, and so is a mirror image."""
    return round(length * 64) / 64

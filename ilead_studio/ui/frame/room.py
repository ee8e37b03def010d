"""What stands beside the page at a width and height: the table of the frame, once.

Lengths are those that are available divided by the text scale.
"""

from typing import Final, NamedTuple

RAIL: Final = 44
"""Width of a side that is folded to a rail."""
WORDS_FROM, TABS_FROM, LEFT_FROM, WHOLE_BAR_FROM = 1600, 1280, 1024, 640
HINTS_FROM: Final = 420
"""Least height at which there is room for the line of keys."""


class Room(NamedTuple):
    """The parts of the window that there is room for.

    ``left`` and ``right`` are the widths of the panels, also when they open over the canvas;
    ``left_stays`` and ``right_stays`` tell whether they can stand beside it. Without room for the
    ``whole_bar`` it has neither the program's mark nor the list of steps, which has its key.
    """

    left: int
    right: int
    left_stays: bool
    right_stays: bool
    words: bool
    tabs: bool
    whole_bar: bool
    hints: bool


def room_for(width: float, height: float) -> Room:
    """Return what there is room for."""
    wide = width >= WORDS_FROM
    return Room(
        left=296 if wide else 240,
        right=344 if wide else 288,
        left_stays=width >= LEFT_FROM,
        right_stays=width >= TABS_FROM,
        words=wide,
        tabs=width >= TABS_FROM,
        whole_bar=width >= WHOLE_BAR_FROM,
        hints=height >= HINTS_FROM,
    )

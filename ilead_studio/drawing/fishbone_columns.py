"""A list in columns, as in a newspaper: in order, with the tallest as low as possible.

Bones put their causes into ribs this way, and a cause with very many whys its whys.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

_RISE: Final = 1.004
"""How much higher columns are tried next, at least: the tallest is found to this share."""


def cuts(heights: Sequence[float], gap: float, columns: int) -> tuple[int, ...]:
    """Cut a list of heights, ``gap`` apart, into at most so many columns; return where each ends.

    No column is empty, so a short list has fewer. An empty list has one, which ends at 0.
    """
    if columns <= 1 or len(heights) <= 1:
        return (len(heights),)
    ends = [0.0, *accumulate(height + gap for height in heights)]
    height = max(max(heights) + gap, ends[-1] / columns)
    while True:
        found, higher = _filled(ends, height + 1e-6, columns)
        if found[-1] == len(heights):
            return found
        height = max(higher, height * _RISE)


def _filled(ends: list[float], height: float, columns: int) -> tuple[tuple[int, ...], float]:
    """Fill columns up to a height; with the least height at which one of them would hold more."""
    found: list[int] = []
    start, last, higher = 0, len(ends) - 1, ends[-1]
    while start < last and len(found) < columns:
        top = ends[start]
        start = bisect_right(ends, top + height) - 1
        found.append(start)
        if start < last:
            higher = min(higher, ends[start + 1] - top)
    return tuple(found), higher

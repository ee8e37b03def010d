"""A list in columns, as in a newspaper: in order, with the tallest as low as possible.

Bones put their causes into ribs this way, and a cause with very many whys its whys.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from typing import Final

_STEPS: Final = 14
"""Halvings; the tallest column is found to 1/16000 of the list."""


def cuts(heights: Sequence[float], gap: float, columns: int) -> tuple[int, ...]:
    """Cut a list of heights, ``gap`` apart, into at most so many columns; return where each ends.

    No column is empty, so a short list has fewer. An empty list has one, which ends at 0.
    """
    if columns <= 1 or len(heights) <= 1:
        return (len(heights),)
    ends = [0.0, *accumulate(height + gap for height in heights)]
    low, high = max(max(heights) + gap, ends[-1] / columns), ends[-1]
    best: tuple[int, ...] = (len(heights),)
    for _ in range(_STEPS):
        middle = (low + high) / 2
        found = _filled(ends, middle, columns)
        if found:
            best, high = found, middle
        else:
            low = middle
    return _filled(ends, low, columns) or best


def _filled(ends: list[float], most: float, columns: int) -> tuple[int, ...]:
    """Fill columns up to a height; empty when there are too few of them."""
    found: list[int] = []
    start, last = 0, len(ends) - 1
    while start < last:
        if len(found) == columns:
            return ()
        start = bisect_right(ends, ends[start] + most + 1e-6) - 1
        found.append(start)
    return tuple(found)

"""Where two sequences differ: most steps change a few records, and the rest is the very same.

Whoever makes an answer about the next value from the one about the last value asks this first.
"""

from collections.abc import Callable, Sequence
from itertools import compress, count, islice
from operator import is_, not_
from typing import NamedTuple, TypeVar

T = TypeVar("T")


class Stretch(NamedTuple):
    """The part between a common beginning and a common end: ``start:old`` became ``start:new``."""

    start: int
    old: int
    new: int

    @property
    def is_empty(self) -> bool:
        """Whether the two are the same."""
        return self.start == self.old == self.new

    @property
    def keeps_length(self) -> bool:
        """Whether as many came as went."""
        return self.old == self.new


def stretch(old: Sequence[T], new: Sequence[T], same: Callable[[T, T], bool] = is_) -> Stretch:
    """Return the shortest stretch outside of which two sequences are the same."""
    if old is new:
        return Stretch(len(old), len(old), len(old))
    shorter = min(len(old), len(new))
    start = _alike(map(same, old, new), shorter)
    end = _alike(map(same, reversed(old), reversed(new)), shorter - start)
    return Stretch(start, len(old) - end, len(new) - end)


def _alike(pairs: "map[bool]", most: int) -> int:
    """Return how many pairs are the same before the first that is not."""
    return next(compress(count(), map(not_, islice(pairs, most))), most)

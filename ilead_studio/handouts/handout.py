"""A handout when it is finished."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple

Notices = Callable[[], Iterable[str]]
"""Finds sentences about a leaf; that takes a while, and only some ask."""


def no_notices() -> Iterable[str]:
    """Find nothing to say."""
    return ()


class Part(NamedTuple):
    """What one leaf became: its place among the leaves, and the sides of paper it is on, from 0.

    ``smallest`` is the size of its smallest words in points, but for short references. ``named``
    are the sheets of a poster, one on each side: their names, and an empty one for their map.
    """

    leaf: int
    sides: tuple[int, ...]
    smallest: float
    named: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Handout:
    """A finished handout.

    ``pdf`` is the file, ``pages`` how many sheets it has. ``smallest`` is the size of the smallest
    words in a drawing in points (0 when there are none). ``parts`` tell where each leaf is.
    """

    pdf: bytes
    pages: int
    smallest: float
    told: tuple[Notices, ...]
    parts: tuple[Part, ...] = ()

    @property
    def notices(self) -> tuple[str, ...]:
        """What is hard to read, and on which paper it would not be."""
        return tuple(sentence for found in self.told for sentence in found())

"""A handout when it is finished."""

from dataclasses import dataclass
from typing import NamedTuple


class Part(NamedTuple):
    """What one leaf became: its place among the leaves, and the sides of paper it is on, from 0.

    ``smallest`` is the size of its smallest words in points, but for short references.
    """

    leaf: int
    sides: tuple[int, ...]
    smallest: float


@dataclass(frozen=True, slots=True)
class Handout:
    """A finished handout.

    ``pdf`` is the file, ``pages`` how many sheets it has. ``smallest`` is the size of the smallest
    words in a drawing in points (0 when there are none); ``notices`` say what is hard to read, and
    on which paper it would not be. ``parts`` tell where each leaf is.
    """

    pdf: bytes
    pages: int
    smallest: float
    notices: tuple[str, ...]
    parts: tuple[Part, ...] = ()

"""A handout when it is finished."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Handout:
    """A finished handout.

    ``pdf`` is the file, ``pages`` how many sheets it has. ``smallest`` is the size of the smallest
    words on a diagram in points (0 when there are none); ``notices`` say what is hard to read, and
    on which paper it would not be.
    """

    pdf: bytes
    pages: int
    smallest: float
    notices: tuple[str, ...]

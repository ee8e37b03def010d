"""A drawing that is measured first and drawn when somebody looks: most pages of many are not seen.

Lengths in points.
"""

from collections.abc import Callable
from typing import NamedTuple

from ilead_studio.drawing.ops import Box, Drawing, smallest_words


class Measured(NamedTuple):
    """What is known of a drawing before it is drawn.

    ``bounds`` are those that it will have; ``smallest`` is the size of its smallest words, 0 when
    there are none. ``draw`` draws it, in the language in which it was measured.
    """

    bounds: Box
    smallest: float
    draw: Callable[[], Drawing]


def measured(drawing: Drawing) -> Measured:
    """Return what is known of a drawing that is there."""
    return Measured(drawing.bounds, smallest_words(drawing), lambda: drawing)

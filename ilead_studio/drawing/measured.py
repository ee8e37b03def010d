"""A drawing that is measured first and drawn when somebody looks: most pages of many are not seen.

Lengths in points.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from ilead_studio.drawing.ops import Box, Drawing, smallest_words


@dataclass(frozen=True, eq=False)
class Measured:
    """What is known of a drawing before it is drawn.

    ``bounds`` are those that it will have; ``smallest`` is the size of its smallest words, 0 when
    there are none. ``draw`` makes it, in the language in which it was measured.
    """

    bounds: Box
    smallest: float
    draw: Callable[[], Drawing]

    @cached_property
    def drawing(self) -> Drawing:
        """The drawing itself; it is made when it is first asked for."""
        return self.draw()


def measured(drawing: Drawing) -> Measured:
    """Return what is known of a drawing that is there."""
    return Measured(drawing.bounds, smallest_words(drawing), lambda: drawing)

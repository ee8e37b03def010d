"""The drawings of a diagram for another program: on one of its pages, a large one on several."""

from collections.abc import Callable
from typing import Final

from ilead_studio.drawing.levels import over_pages, view_of
from ilead_studio.drawing.ops import Drawing, smallest_words
from ilead_studio.drawing.page import draw_page, fit
from ilead_studio.model import Theory
from ilead_studio.packet.leaf import Diagram

Pictured = Callable[[Drawing, frozenset[str], float], bytes]
"""Makes a PNG of a drawing so many points wide, in which the items that are named are pale."""
_READABLE: Final = 8.0
"""Smallest words of a theory, in points, before it goes over several pages."""


def drawings_of(leaf: Diagram, room: tuple[float, float]) -> tuple[Drawing, ...]:
    """Draw a diagram for pages with so much room."""
    workbook, page = leaf.workbook, leaf.page
    view = view_of(workbook, page, leaf.levels)
    planned = page.model_copy(update={"plan": None}) if leaf.levels else page
    whole = draw_page(workbook, planned, room, view)
    size = smallest_words(whole) * fit(whole, room)
    if (leaf.continued or isinstance(page, Theory)) and 0 < size < _READABLE:
        return over_pages(workbook, page, room, view, _READABLE)
    return (whole,)

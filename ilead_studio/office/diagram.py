"""The drawings of a diagram for another program: on one of its pages, a large one on several."""

from collections.abc import Callable

from ilead_studio.drawing.levels import READABLE, over_pages, view_of
from ilead_studio.drawing.ops import Drawing, smallest_words
from ilead_studio.drawing.page import draw_page, fit
from ilead_studio.model import Theory
from ilead_studio.packet.leaf import Diagram

Pictured = Callable[[Drawing, frozenset[str], float], bytes]
"""Makes a PNG of a drawing so many points wide, in which the items that are named are pale."""


def drawings_of(leaf: Diagram, room: tuple[float, float]) -> tuple[Drawing, ...]:
    """Draw a diagram for pages with so much room.

    Each item shows its reference, if it is read as easily on as many pages.
    """
    bare, found = (_drawings(leaf, room, has_refs=it) for it in (False, True))
    is_read = min(_size(it, room) for it in found) >= READABLE
    return found if is_read and len(found) == len(bare) else bare


def _drawings(leaf: Diagram, room: tuple[float, float], *, has_refs: bool) -> tuple[Drawing, ...]:
    workbook, page = leaf.workbook, leaf.page
    view = view_of(workbook, page, leaf.levels, has_refs=has_refs)
    planned = page.model_copy(update={"plan": None}) if leaf.levels else page
    whole = draw_page(workbook, planned, room, view)
    if (leaf.continued or isinstance(page, Theory)) and 0 < _size(whole, room) < READABLE:
        return over_pages(workbook, page, room, view, READABLE)
    return (whole,)


def _size(drawing: Drawing, room: tuple[float, float]) -> float:
    """Return the size of the smallest words on a page."""
    return smallest_words(drawing) * fit(drawing, room)

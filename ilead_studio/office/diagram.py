"""The drawings of a diagram for another program: on one of its pages, a large one on several."""

from collections.abc import Callable
from math import inf

from ilead_studio.drawing.levels import READABLE, may_be_read, over_pages, rows_in, view_of
from ilead_studio.drawing.measured import Measured, measured
from ilead_studio.drawing.ops import Drawing
from ilead_studio.drawing.page import draw_page
from ilead_studio.drawing.room import scale_to
from ilead_studio.model import Theory
from ilead_studio.packet.leaf import Diagram

Pictured = Callable[[Drawing, frozenset[str], float], bytes]
"""Makes a PNG of a drawing so many points wide, in which the items that are named are pale."""


def drawings_of(leaf: Diagram, room: tuple[float, float]) -> tuple[Drawing, ...]:
    """Draw a diagram for pages with so much room.

    Each item shows its reference, if it is read as easily on as many pages.
    """
    bare = _measured(leaf, room, has_refs=False)
    found = _measured(leaf, room, has_refs=True, most=len(bare))
    is_read = min((_size(it, room) for it in found), default=0.0) >= READABLE
    return tuple(it.drawing for it in (found if is_read and len(found) == len(bare) else bare))


def _measured(
    leaf: Diagram, room: tuple[float, float], *, has_refs: bool, most: float = inf
) -> tuple[Measured, ...]:
    workbook, page = leaf.workbook, leaf.page
    view = view_of(workbook, page, leaf.levels, has_refs=has_refs)
    planned = page.model_copy(update={"plan": None}) if leaf.levels else page
    if may_be_read(page, rows_in(workbook, page, view)[0], room):
        whole = measured(draw_page(workbook, planned, room, view))
        may_go_on = leaf.continued or isinstance(page, Theory)
        if not (may_go_on and 0 < _size(whole, room) < READABLE):
            return (whole,)
    return over_pages(workbook, page, room, view, most)


def _size(it: Measured, room: tuple[float, float]) -> float:
    """Return the size of the smallest words on a page."""
    return it.smallest * scale_to(it.bounds, room)

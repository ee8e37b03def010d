"""A page as somebody sees it who looks back: as it was, as it is, or with what changed."""

from ilead_studio.drawing.marked import draw_marked, planned
from ilead_studio.drawing.marks import View, marks_of
from ilead_studio.drawing.ops import Drawing
from ilead_studio.drawing.page import Plan, draw_page
from ilead_studio.drawing.room import Room
from ilead_studio.model import Workbook, pages
from ilead_studio.rules.looking_back import Sides, Sight


def draw_looked_back(
    both: Sides, page_id: str, sight: Sight, room: Room, plan: Plan | None
) -> Drawing | None:
    """Draw a page as it is seen; None if it was not there. One that is gone is seen as it was.

    By the same ``plan`` all stands nearly at the same place, however it is seen.
    """
    there = any(it.id == page_id for it in pages(both.new))
    if sight == "marked" and there:
        return draw_marked(both.old, both.new, page_id, room, plan)
    return _drawn(both.new if sight == "now" and there else both.old, page_id, room, plan)


def _drawn(workbook: Workbook, page_id: str, room: Room, plan: Plan | None) -> Drawing | None:
    page = next((it for it in pages(workbook) if it.id == page_id), None)
    if page is None:
        return None
    view = View(marks=marks_of(workbook))
    return draw_page(workbook, planned(workbook, page, room, view, plan), room, view)

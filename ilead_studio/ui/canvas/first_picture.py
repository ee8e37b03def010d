"""What the first picture of another workbook is made of, found out beside the window.

Each answer is kept by the function that gives it, so the window finds all of them when it asks.
"""

from ilead_studio.drawing.marks import View
from ilead_studio.drawing.page import draw_page, steps_to_page
from ilead_studio.model import Workbook, pages
from ilead_studio.planning import ROOM
from ilead_studio.ui.work import marks_in


def with_picture(workbook: Workbook, page_id: str = "") -> Workbook:
    """Return a workbook of which is known how a page looks: the first one, without an id.

    It is drawn in pieces, because this is done apart: the window has its turns between them.
    """
    every = pages(workbook)
    page = next((it for it in every if it.id == page_id), next(iter(every), None))
    if page is not None:
        view = View(marks=marks_in(workbook))
        for _ in steps_to_page(workbook, page, view):
            pass
        draw_page(workbook, page, ROOM, view)
    return workbook

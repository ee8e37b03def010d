"""A page as it is looked back to, as a picture on the clipboard: marked, as it was, or as it is."""

from PySide6.QtWidgets import QApplication

from ilead_studio.drawing.looked_back import draw_looked_back, seen_page
from ilead_studio.drawing.page import Plan
from ilead_studio.drawing.theme import PRINT
from ilead_studio.planning import ROOM
from ilead_studio.rules.looking_back import Looking, Sides
from ilead_studio.rules.names import page_name
from ilead_studio.rules.outline import outline
from ilead_studio.words import say


def copy_looked_back(both: Sides, looking: Looking, plan: Plan | None) -> str:
    """Put the page as it is seen on the clipboard; returns what to say about it."""
    from ilead_studio.ui.canvas.picture import Pictured, copy_picture  # and what writes XML

    page_id, sight = looking.page_id, looking.sight
    drawing = draw_looked_back(both, page_id, sight, ROOM, plan)
    seen = seen_page(both.old, both.new, page_id, sight)
    if drawing is None or seen is None:
        return say("There is no picture to copy: this page was not there yet.")
    rows = outline(seen.workbook, seen.page)
    words = Pictured(page_name(seen.page), seen.workbook.language, rows, seen.view.marks)
    QApplication.clipboard().setMimeData(copy_picture(drawing, PRINT, words))
    return say("The picture is on the clipboard, its words too.")

"""Steps on the whole page in view: mirror it, untangle it, copy its picture."""

from PySide6.QtWidgets import QApplication

from ilead_studio import edits
from ilead_studio.drawing.page import draw_page
from ilead_studio.drawing.theme import PRINT
from ilead_studio.model import Theory
from ilead_studio.planning import ROOM
from ilead_studio.ui.work import Work
from ilead_studio.words import say


def mirror(work: Work) -> None:
    """Put the head of a fishbone to the other side."""
    page = work.page
    if page and work.is_fishbone:
        work.step(say("mirror the fishbone"), lambda book: edits.mirror(book, page.id), moves=True)
    else:
        work.said.emit(say("Only a fishbone can be mirrored."))


def untangle(work: Work) -> None:
    """Let siblings change places where that saves links that cross; undone in one step."""
    page = work.page
    if not isinstance(page, Theory) or page.plan is None:
        work.said.emit(say("Only a driver diagram can be untangled."))
        return
    from ilead_studio.drawing import untangle as untangling

    moves = untangling.untangle(work.rows, page.plan)
    if moves:
        work.step(say("untangle"), lambda book: edits.untangle(book, page.id, moves), moves=True)
    else:
        work.said.emit(say("No change of places would save a crossing."))


def copy_page(work: Work) -> None:
    """Put the page on the clipboard: as SVG, as PNG and as indented words at once."""
    from ilead_studio.ui.picture import copy_picture, pictured  # and what writes XML

    page = work.page
    if page is not None:
        drawing = draw_page(work.workbook, page, ROOM, work.view)
        words = pictured(work.workbook, page)
        QApplication.clipboard().setMimeData(copy_picture(drawing, PRINT, words))
        work.said.emit(say("The picture is on the clipboard, its words too."))

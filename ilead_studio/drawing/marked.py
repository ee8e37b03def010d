"""The marked diagram: what changed on a page since an older version, drawn on the page of now."""

from ilead_studio.drawing.marks import PLAIN, Changed, Marks, View, marks_of
from ilead_studio.drawing.ops import Drawing
from ilead_studio.drawing.page import draw_page
from ilead_studio.drawing.room import Room
from ilead_studio.model import Workbook
from ilead_studio.rules.marked_page import ItemChange, MarkedPage, marked_page


def view_of(marked: MarkedPage) -> View:
    """Return how a marked page is looked at: its own marks, and what happened to each item."""
    marks = marks_of(marked.workbook)
    changed = {
        item_id: _marks(marks.get(item_id, PLAIN), change)
        for item_id, change in marked.changes.items()
    }
    return View(marks=marks | changed)


def _marks(own: Marks, change: ItemChange) -> Marks:
    sort = "changed" if change.sort == "behind" else change.sort
    return own._replace(changed=Changed(sort, change.number, change.was))


def draw_marked(old: Workbook, new: Workbook, page_id: str, room: Room) -> Drawing | None:
    """Draw a page with all that changed since an old workbook; None if it is no longer there.

    What was removed stands at its old place; its group has its id, so it can be clicked.
    """
    marked = marked_page(old, new, page_id)
    if marked is None:
        return None
    return draw_page(marked.workbook, marked.page, room, view_of(marked))

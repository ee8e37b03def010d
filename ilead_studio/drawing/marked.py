"""The marked diagram: what changed on a page since an older version, drawn on the page of now."""

from ilead_studio.drawing.marked_links import with_links
from ilead_studio.drawing.marks import PLAIN, Changed, Marks, View, marks_of
from ilead_studio.drawing.ops import Drawing
from ilead_studio.drawing.page import Plan, draw_page, plan_page
from ilead_studio.drawing.room import Room
from ilead_studio.model import FishbonePlan, Page, Theory, TheoryPlan, Workbook, replace
from ilead_studio.rules.marked_page import ItemChange, MarkedPage, marked_page
from ilead_studio.rules.outline import outline


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


def draw_marked(
    old: Workbook, new: Workbook, page_id: str, room: Room, plan: Plan | None = None
) -> Drawing | None:
    """Draw a page with all that changed since an old workbook; None if it is no longer there.

    What was removed stands at its old place; its group has its id, so it can be clicked. By the
    ``plan`` of the page as it is seen, if that was found for this room, all stands where it stands
    there; otherwise a plan is searched.
    """
    marked = marked_page(old, new, page_id)
    if marked is None:
        return None
    view = view_of(marked)
    page = planned(marked.workbook, marked.page, room, view, plan)
    return draw_planned(marked, page, room, view)


def draw_planned(marked: MarkedPage, page: Page, room: Room, view: View) -> Drawing:
    """Draw a marked page, which has its plan and is looked at so, with links that came and went."""
    drawing = draw_page(marked.workbook, page, room, view)
    if isinstance(page, Theory) and isinstance(page.plan, TheoryPlan):
        rows = outline(marked.workbook, page)
        return with_links(drawing, rows, page.plan, view, marked)
    return drawing


def planned(
    workbook: Workbook, page: Page, room: Room, view: View, plan: Plan | None = None
) -> Page:
    """Return a page with a plan that was found for its kind and this room, else with a new one."""
    fits = FishbonePlan if not isinstance(page, Theory) else TheoryPlan
    if not isinstance(plan, fits) or plan.room != room:
        plan = plan_page(workbook, page, room, view)
    return replace(page, plan=plan)

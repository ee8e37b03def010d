"""From a page of the workbook to its drawing, whichever kind of page it is."""

from ilead_studio.drawing.driver import draw_theory, find_theory_plan
from ilead_studio.drawing.fishbone import draw_fishbone, find_plan
from ilead_studio.drawing.marks import View, marks_of
from ilead_studio.drawing.ops import Drawing
from ilead_studio.drawing.room import Room, scale_to
from ilead_studio.model import Fishbone, FishbonePlan, Page, TheoryPlan, Workbook
from ilead_studio.rules.outline import outline

Plan = FishbonePlan | TheoryPlan
"""What is kept of a layout, so that a picture changes only where the page changes."""


def plan_page(workbook: Workbook, page: Page, room: Room, view: View | None = None) -> Plan:
    """Search the plan that gives a page the largest comfortable text in a room of points.

    Without a ``view`` nothing is folded and all is marked that the workbook knows.
    """
    rows = outline(workbook, page)
    seen = _seen(workbook, view)
    if isinstance(page, Fishbone):
        return find_plan(rows, room, seen)
    return find_theory_plan(rows, room, seen)


def draw_page(workbook: Workbook, page: Page, room: Room, view: View | None = None) -> Drawing:
    """Draw a page by the plan that is kept with it, if that was found for this room.

    Otherwise a plan is searched and not kept. The drawing has its own size, not the room's; ``fit``
    says how it goes in. Without a ``view`` nothing is folded and all is marked that the workbook
    knows.
    """
    rows = outline(workbook, page)
    seen = _seen(workbook, view)
    if isinstance(page, Fishbone):
        kept = page.plan if page.plan and page.plan.room == room else find_plan(rows, room, seen)
        return draw_fishbone(rows, kept, page.mirrored, seen)
    kept_here = page.plan if page.plan and page.plan.room == room else None
    planned = kept_here or find_theory_plan(rows, room, seen)
    return draw_theory(rows, planned, page.headings, seen)


def _seen(workbook: Workbook, view: View | None) -> View:
    return view or View(marks=marks_of(workbook))


def fit(drawing: Drawing, room: Room) -> float:
    """Return the scale at which a drawing fits a room of points; at most 1.30."""
    return scale_to(drawing.bounds, room)

"""A better plan for the page on the screen: one that gives clearly larger text.

It is looked for when typing pauses. A large page takes longer than a key may wait, so the window
lets a child process look; both ask here.
"""

from typing import Final

from ilead_studio.drawing.marks import View
from ilead_studio.drawing.page import Plan, draw_page, fit, plan_page
from ilead_studio.drawing.paper import PAPERS
from ilead_studio.model import Page, Workbook, replace

ROOM: Final = PAPERS["letter"].wide().picture_room
"""The picture on the screen is the one on Letter paper."""
CLEARLY_LARGER: Final = 1.12
"""A new plan must give text this much larger to replace the one in use."""


def better_plan(workbook: Workbook, page: Page, view: View) -> Plan | None:
    """Return a plan that gives clearly larger text than the page's own; None if none does."""
    plan = plan_page(workbook, page, ROOM, view)
    if plan == page.plan:
        return None
    now = draw_page(workbook, page, ROOM, view)
    other = draw_page(workbook, replace(page, plan=plan), ROOM, view)
    return plan if fit(other, ROOM) > fit(now, ROOM) * CLEARLY_LARGER else None

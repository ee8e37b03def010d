"""A page as somebody sees it who looks back: as it was, as it is, or with what changed."""

from typing import Final, NamedTuple

from ilead_studio.drawing.extent import around
from ilead_studio.drawing.marked import draw_marked, planned, view_of
from ilead_studio.drawing.marks import View, marks_of
from ilead_studio.drawing.ops import Box, Drawing
from ilead_studio.drawing.page import Plan, draw_page
from ilead_studio.drawing.room import Room
from ilead_studio.model import Page, Workbook, pages
from ilead_studio.rules.kept import keeping
from ilead_studio.rules.looking_back import SIGHTS, Sides, Sight, pages_of
from ilead_studio.rules.marked_page import marked_page

_KEPT: Final = 6
_MANY: Final = 300
"""Pages with fewer items are drawn in no time, so that all three sights are known beforehand."""


def draw_looked_back(
    both: Sides, page_id: str, sight: Sight, room: Room, plan: Plan | None
) -> Drawing | None:
    """Draw a page as it is seen; None if it was not there. One that is gone is seen as it was.

    By the same ``plan`` all stands nearly at the same place, however it is seen.
    """
    page = next((it for it in pages_of(both) if it.id == page_id), None)
    return _seen(both.old, both.new, page, sight, room, plan) if page else None


class Seen(NamedTuple):
    """A page as it is seen, the workbook that it belongs to for that, and how it is looked at."""

    workbook: Workbook
    page: Page
    view: View


def seen_page(old: Workbook, new: Workbook, page_id: str, sight: Sight) -> Seen | None:
    """Return a page as it is seen; None if it was not there."""
    marked = marked_page(old, new, page_id) if sight == "marked" else None
    if marked is not None:
        return Seen(marked.workbook, marked.page, view_of(marked))
    there = any(it.id == page_id for it in pages(new))
    workbook = new if sight == "now" and there else old
    page = next((it for it in pages(workbook) if it.id == page_id), None)
    return Seen(workbook, page, View(marks=marks_of(workbook))) if page else None


def bounds_looked_back(both: Sides, page_id: str, room: Room, plan: Plan | None) -> Box | None:
    """Return what holds a page however it is seen; None for a page that is drawn too slowly."""
    every = (*pages(both.old), *pages(both.new))
    if sum(_rows(it) for it in every if it.id == page_id) > 2 * _MANY:
        return None
    seen = (draw_looked_back(both, page_id, sight, room, plan) for sight in SIGHTS)
    return around(it.bounds for it in seen if it)


def _rows(page: Page) -> int:
    return len(vars(page).get("causes", ())) + len(vars(page).get("links", ()))


@keeping(_KEPT)
def _seen(
    old: Workbook, new: Workbook, page: Page, sight: Sight, room: Room, plan: Plan | None
) -> Drawing | None:
    if sight == "marked" and any(it.id == page.id for it in pages(new)):
        return draw_marked(old, new, page.id, room, plan)
    seen = seen_page(old, new, page.id, sight)
    if seen is None:
        return None
    here = planned(seen.workbook, seen.page, room, seen.view, plan)
    return draw_page(seen.workbook, here, room, seen.view)

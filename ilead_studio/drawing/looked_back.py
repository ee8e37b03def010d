"""A page as somebody sees it who looks back: as it was, as it is, or with what changed."""

from collections.abc import Iterator
from typing import Final, NamedTuple

from ilead_studio.drawing.extent import around
from ilead_studio.drawing.levels import with_refs
from ilead_studio.drawing.marked import draw_planned, planned, view_of
from ilead_studio.drawing.marks import View, marks_of
from ilead_studio.drawing.ops import Box, Drawing
from ilead_studio.drawing.page import Plan, draw_page, plan_page, steps_to_page
from ilead_studio.drawing.room import Room
from ilead_studio.model import Page, Workbook, pages
from ilead_studio.rules.changed import MANY
from ilead_studio.rules.kept import keeping
from ilead_studio.rules.looking_back import SIGHTS, Sides, Sight, pages_of
from ilead_studio.rules.marked_page import MarkedPage, marked_page
from ilead_studio.rules.outline import outline

_KEPT: Final = 6
"""Pictures kept, each with what it was made of: two pages, each however it is seen."""


def draw_looked_back(
    both: Sides,
    page_id: str,
    sight: Sight,
    room: Room,
    plan: Plan | None,
    *,
    has_refs: bool = False,
) -> Drawing | None:
    """Draw a page as it is seen; None if it was not there. One that is gone is seen as it was.

    By the same ``plan`` all stands nearly at the same place, however it is seen. With ``has_refs``
    each item shows its reference, for paper.
    """
    page = _page(both, page_id)
    seen = page and _planned(both.old, both.new, page, sight, room, plan, has_refs)
    return _drawn(seen, room) if seen else None


def steps_to_drawing(
    both: Sides, page_id: str, sight: Sight, room: Room, plan: Plan | None
) -> Iterator[object]:
    """Make one by one what ``draw_looked_back`` asks for, and at last the drawing itself.

    A small page is drawn in no time: there are no steps to it. Who asks again goes on where the
    steps were left, and has none when all is made.
    """
    page = _page(both, page_id)
    if page is None or not is_large(both, page_id):
        return iter(())
    return _steps(both.old, both.new, page, sight, room, plan)


def plan_looked_back(workbook: Workbook, both: Sides, page_id: str, room: Room) -> Plan | None:
    """Return how a page is laid out in the workbook of today, else how it was.

    A page that nobody has opened yet has a plan searched for it: one, however it is seen.
    """
    every = (*pages(workbook), *pages(both.snapshot.was))
    known = (it.plan for it in every if it.id == page_id and it.plan and it.plan.room == room)
    found, page = next(known, None), _page(both, page_id)
    if found is not None or page is None:
        return found
    holder = both.new if any(it is page for it in pages(both.new)) else both.old
    return _searched(holder, page, room)


class Seen(NamedTuple):
    """A page as it is seen, the workbook that it belongs to for that, and how it is looked at.

    ``marked`` is what changed on it, if that is seen.
    """

    workbook: Workbook
    page: Page
    view: View
    marked: MarkedPage | None = None


def seen_page(
    old: Workbook, new: Workbook, page_id: str, sight: Sight, *, has_refs: bool = False
) -> Seen | None:
    """Return a page as it is seen, with references if they are wanted; None if it was not there."""
    seen = _seen(old, new, page_id, sight)
    if seen is None or not has_refs:
        return seen
    return seen._replace(view=with_refs(seen.view, outline(seen.workbook, seen.page)))


def _seen(old: Workbook, new: Workbook, page_id: str, sight: Sight) -> Seen | None:
    marked = marked_page(old, new, page_id) if sight == "marked" else None
    if marked is not None:
        return Seen(marked.workbook, marked.page, view_of(marked), marked)
    there = any(it.id == page_id for it in pages(new))
    workbook = new if sight == "now" and there else old
    page = next((it for it in pages(workbook) if it.id == page_id), None)
    return Seen(workbook, page, View(marks=marks_of(workbook))) if page else None


def bounds_looked_back(both: Sides, page_id: str, room: Room, plan: Plan | None) -> Box | None:
    """Return what holds a page however it is seen; None for a page that is drawn too slowly."""
    if is_large(both, page_id):
        return None
    seen = (draw_looked_back(both, page_id, sight, room, plan) for sight in SIGHTS)
    return around(it.bounds for it in seen if it)


def is_large(both: Sides, page_id: str) -> bool:
    """Tell whether it takes a while to draw a page."""
    every = (*pages(both.old), *pages(both.new))
    return sum(_rows(it) for it in every if it.id == page_id) > 2 * MANY


def _rows(page: Page) -> int:
    return len(vars(page).get("causes", ())) + len(vars(page).get("links", ()))


def _page(both: Sides, page_id: str) -> Page | None:
    return next((it for it in pages_of(both) if it.id == page_id), None)


@keeping(_KEPT)
def _searched(workbook: Workbook, page: Page, room: Room) -> Plan:
    return plan_page(workbook, page, room)


@keeping(_KEPT)
def _steps(
    old: Workbook, new: Workbook, page: Page, sight: Sight, room: Room, plan: Plan | None
) -> Iterator[object]:
    seen = _planned(old, new, page, sight, room, plan, False)
    yield seen
    if seen is not None:
        yield outline(seen.workbook, seen.page)
        yield from steps_to_page(seen.workbook, seen.page, seen.view)
        yield draw_page(seen.workbook, seen.page, room, seen.view)
        yield _drawn(seen, room)


@keeping(_KEPT)
def _planned(
    old: Workbook,
    new: Workbook,
    page: Page,
    sight: Sight,
    room: Room,
    plan: Plan | None,
    has_refs: bool,
) -> Seen | None:
    """Return a page as it is seen, with its plan."""
    seen = seen_page(old, new, page.id, sight, has_refs=has_refs)
    if seen is None:
        return None
    return seen._replace(page=planned(seen.workbook, seen.page, room, seen.view, plan))


@keeping(_KEPT)
def _drawn(seen: Seen, room: Room) -> Drawing:
    if seen.marked is not None:
        return draw_planned(seen.marked, seen.page, room, seen.view)
    return draw_page(seen.workbook, seen.page, room, seen.view)

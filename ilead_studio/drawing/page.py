"""From a page of the workbook to its drawing, whichever kind of page it is."""

from collections.abc import Iterator, Mapping
from typing import Final

from ilead_studio.drawing.driver import draw_theory, find_theory_plan
from ilead_studio.drawing.fishbone import draw_fishbone, find_plan
from ilead_studio.drawing.marks import ColourBy, Marks, View, marks_of
from ilead_studio.drawing.ops import Drawing
from ilead_studio.drawing.room import Room, scale_to
from ilead_studio.model import Fishbone, FishbonePlan, Page, TheoryPlan, Workbook
from ilead_studio.rules.kept import keeping, keeping_alike
from ilead_studio.rules.outline import Row, outline

Plan = FishbonePlan | TheoryPlan
"""What is kept of a layout, so that a picture changes only where the page changes."""

_Look = tuple[frozenset[str], Mapping[str, Marks], ColourBy]
"""The fields of a view: of a view itself, no two are the same one."""
_KEPT: Final = 6
"""Drawings kept: undo asks for the last ones again, and some are made before they are asked for."""
_PLANS: Final = 16
"""Plans of each kind kept: pages are printed again and again, wide, tall and with what changed."""

_PART: Final = 200
"""Rows that are drawn within a frame, at least."""


def plan_page(workbook: Workbook, page: Page, room: Room, view: View | None = None) -> Plan:
    """Search the plan that gives a page the largest comfortable text in a room of points.

    Without a ``view`` nothing is folded and all is marked that the workbook knows.
    """
    search = _bones if isinstance(page, Fishbone) else _columns
    return search(outline(workbook, page), room, _seen(workbook, view))


def draw_page(workbook: Workbook, page: Page, room: Room, view: View | None = None) -> Drawing:
    """Draw a page by the plan that is kept with it, if that was found for this room.

    Otherwise a plan is searched and not kept. The drawing has its own size, not the room's; ``fit``
    says how it goes in. Without a ``view`` nothing is folded and all is marked that the workbook
    knows.
    """
    rows = outline(workbook, page)
    seen = _seen(workbook, view)
    look = seen.folded, seen.marks, seen.colour_by
    if isinstance(page, Fishbone):
        kept = page.plan if page.plan and page.plan.room == room else _bones(rows, room, seen)
        return _fishbone(rows, kept, page.mirrored, *look)
    kept_here = page.plan if page.plan and page.plan.room == room else None
    planned = kept_here or _columns(rows, room, seen)
    return _theory(rows, planned, page.headings, *look)


def steps_to_page(workbook: Workbook, page: Page, view: View) -> Iterator[Drawing]:
    """Draw ever more of a large page that has its plan.

    What is drawn of a bone or a driver is kept, so each step, and the whole page after them, takes
    a part of the time.
    """
    rows = outline(workbook, page)
    for end in _part_ends(rows):
        part = rows[:end]
        if isinstance(page, Fishbone):
            if page.plan:
                yield draw_fishbone(part, page.plan, page.mirrored, view)
        elif page.plan:
            yield draw_theory(_without_others(part), page.plan, page.headings, view)


def _part_ends(rows: tuple[Row, ...]) -> Iterator[int]:
    """Give where bones or drivers begin, so many rows after each other."""
    last = 0
    for at, row in enumerate(rows):
        if row.depth == 1 and at - last >= _PART:
            last = at
            yield at


def _without_others(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return rows without their links to rows that are not among them."""
    there = {row.id for row in rows}
    return tuple(row if there.issuperset(row.also) else row._replace(also=()) for row in rows)


@keeping_alike(_PLANS)
def _bones(rows: tuple[Row, ...], room: Room, view: View) -> FishbonePlan:
    return find_plan(rows, room, view)


@keeping_alike(_PLANS)
def _columns(rows: tuple[Row, ...], room: Room, view: View) -> TheoryPlan:
    return find_theory_plan(rows, room, view)


@keeping(_KEPT)
def _fishbone(rows: tuple[Row, ...], plan: FishbonePlan, mirrored: bool, *look: *_Look) -> Drawing:
    return draw_fishbone(rows, plan, mirrored, View(*look))


@keeping(_KEPT)
def _theory(
    rows: tuple[Row, ...], plan: TheoryPlan, headings: tuple[str, ...], *look: *_Look
) -> Drawing:
    return draw_theory(rows, plan, headings, View(*look))


def _seen(workbook: Workbook, view: View | None) -> View:
    return view or View(marks=marks_of(workbook))


def fit(drawing: Drawing, room: Room) -> float:
    """Return the scale at which a drawing fits a room of points; at most 1.30."""
    return scale_to(drawing.bounds, room)

"""From a page of the workbook to its drawing."""

import pytest
from drawing_pages import fishbone, read, theory

from ilead_studio.drawing.ops import Box, Drawing
from ilead_studio.drawing.page import draw_page, fit, plan_page
from ilead_studio.model import FishbonePlan, TheoryPlan, replace

ROOM = (720.0, 500.0)
FISHBONE = fishbone("Head", read("One\n  a\nTwo"))
THEORY = theory("Aim", read("One\n  a\nTwo"))


def test_each_kind_of_page_has_its_plan():
    assert isinstance(plan_page(*FISHBONE, ROOM), FishbonePlan)
    assert isinstance(plan_page(*THEORY, ROOM), TheoryPlan)


@pytest.mark.parametrize("pages", [FISHBONE, THEORY])
def test_without_a_plan_one_is_searched(pages):
    workbook, page = pages
    kept = replace(page, plan=plan_page(workbook, page, ROOM))
    assert draw_page(workbook, page, ROOM) == draw_page(workbook, kept, ROOM)


@pytest.mark.parametrize("pages", [FISHBONE, THEORY])
def test_a_plan_for_another_room_is_not_used(pages):
    workbook, page = pages
    small = replace(page, plan=plan_page(workbook, page, (200.0, 100.0)))
    assert draw_page(workbook, small, ROOM) == draw_page(workbook, page, ROOM)


def test_a_kept_plan_is_used_though_another_would_be_found():
    workbook, page = FISHBONE
    plan = plan_page(workbook, page, ROOM)
    kept = replace(page, plan=replace(plan, slope=plan.slope + 0.1))
    assert draw_page(workbook, kept, ROOM) != draw_page(workbook, page, ROOM)


@pytest.mark.parametrize(
    ("room", "scale"), [((100.0, 500.0), 0.5), ((900.0, 50.0), 0.5), ((900.0, 900.0), 1.3)]
)
def test_a_picture_fits_by_its_tighter_side_and_is_never_blown_up(room, scale):
    assert fit(Drawing(Box(-5.0, -5.0, 200.0, 100.0), ()), room) == scale

"""From a page of the workbook to its drawing."""

import pytest
from drawing_pages import fishbone, read, theory

from ilead_studio.drawing.driver import TheoryPlan
from ilead_studio.drawing.fishbone import FishbonePlan
from ilead_studio.drawing.ops import Box, Drawing
from ilead_studio.drawing.page import draw_page, fit, plan_page

ROOM = (720.0, 500.0)
FISHBONE = fishbone("Head", read("One\n  a\nTwo"))
THEORY = theory("Aim", read("One\n  a\nTwo"))


def test_each_kind_of_page_has_its_plan():
    assert isinstance(plan_page(*FISHBONE, ROOM), FishbonePlan)
    assert isinstance(plan_page(*THEORY, ROOM), TheoryPlan)


@pytest.mark.parametrize("pages", [FISHBONE, THEORY])
def test_without_a_plan_one_is_searched(pages):
    assert draw_page(*pages, ROOM) == draw_page(*pages, ROOM, plan_page(*pages, ROOM))


@pytest.mark.parametrize("pages", [FISHBONE, THEORY])
def test_a_plan_of_another_kind_is_not_used(pages):
    other = plan_page(*(THEORY if pages is FISHBONE else FISHBONE), ROOM)
    assert draw_page(*pages, ROOM, other) == draw_page(*pages, ROOM)


def test_a_kept_plan_does_not_depend_on_the_room():
    plan = plan_page(*FISHBONE, ROOM)
    assert draw_page(*FISHBONE, (200.0, 100.0), plan) == draw_page(*FISHBONE, ROOM, plan)


@pytest.mark.parametrize(
    ("room", "scale"), [((100.0, 500.0), 0.5), ((900.0, 50.0), 0.5), ((900.0, 900.0), 1.3)]
)
def test_a_picture_fits_by_its_tighter_side_and_is_never_blown_up(room, scale):
    assert fit(Drawing(Box(-5.0, -5.0, 200.0, 100.0), ()), room) == scale

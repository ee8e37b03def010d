"""A page as it is looked back to, drawn at once or step by step: the same picture."""

from datetime import date
from typing import get_args

import pytest
from hypothesis import given, settings
from random_workbooks import workbooks
from workbooks import both, key, wide_fishbone

from ilead_studio import edits
from ilead_studio.drawing import page as drawn_page
from ilead_studio.drawing.looked_back import (
    draw_looked_back,
    is_large,
    plan_looked_back,
    seen_page,
    steps_to_drawing,
)
from ilead_studio.drawing.marked import draw_marked
from ilead_studio.drawing.marks import View, marks_of
from ilead_studio.drawing.page import draw_page, plan_page, steps_to_page
from ilead_studio.drawing.paper import PAPERS
from ilead_studio.model import Workbook, pages
from ilead_studio.rules.looking_back import Looking, Sides, Sight, sides

ROOM = PAPERS["letter"].wide().room


def looked_back(workbook: Workbook) -> Sides:
    """Return what is compared after one item of the first page was renamed."""
    kept = edits.take_snapshot(workbook, key("kept"), "Kept", date(2026, 10, 12))
    page = pages(kept)[0]
    found = sides(edits.rename(kept, page.id, "Another head"), Looking())
    assert found is not None
    return found


@pytest.mark.parametrize("sight", get_args(Sight))
def test_a_large_page_is_drawn_step_by_step_and_only_once(sight: Sight) -> None:
    compared = looked_back(wide_fishbone(330))
    page_id = pages(compared.new)[0].id
    assert is_large(compared, page_id)
    plan = plan_looked_back(compared.new, compared, page_id, ROOM)
    made = [*steps_to_drawing(compared, page_id, sight, ROOM, plan)]
    assert len(made) > 3
    whole = draw_looked_back(compared, page_id, sight, ROOM, plan)
    assert made[-1] is whole
    assert not [*steps_to_drawing(compared, page_id, sight, ROOM, plan)]
    if sight == "marked":
        assert whole == draw_marked(compared.old, compared.new, page_id, ROOM, plan)
    else:
        seen = seen_page(compared.old, compared.new, page_id, sight)
        assert seen is not None
        planned = edits.with_plan(seen.workbook, page_id, plan) if plan else seen.workbook
        assert whole == draw_page(planned, pages(planned)[0], ROOM, seen.view)


def test_a_small_page_has_no_steps() -> None:
    compared = looked_back(both())
    assert not [*steps_to_drawing(compared, key("head"), "marked", ROOM, None)]


def test_a_page_is_laid_out_as_today_then_as_it_was_then_by_one_plan_of_its_own() -> None:
    bare, page = both(), both().fishbones[0]
    plan = plan_page(bare, page, ROOM)
    today = edits.with_plan(bare, page.id, plan)
    compared = looked_back(bare)
    assert plan_looked_back(today, compared, page.id, ROOM) is plan
    assert plan_looked_back(bare, looked_back(today), page.id, ROOM) is plan
    found = plan_looked_back(bare, compared, page.id, ROOM)
    assert found is not None
    assert found is plan_looked_back(bare, compared, page.id, ROOM)
    assert plan_looked_back(bare, compared, key("nobody"), ROOM) is None


@settings(max_examples=30)
@given(workbooks)
def test_any_page_can_be_drawn_in_parts(workbook: Workbook) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(drawn_page, "_PART", 1)
        for page in pages(workbook):
            plan = plan_page(workbook, page, ROOM)
            planned = edits.with_plan(workbook, page.id, plan)
            here = next(it for it in pages(planned) if it.id == page.id)
            view = View(marks=marks_of(planned))
            parts = [*steps_to_page(planned, here, view)]
            whole = {it.node_id for it in draw_page(planned, here, ROOM, view).groups}
            assert all({it.node_id for it in part.groups} <= whole for part in parts)

"""How a page is laid out is kept with it, without getting into anybody's way."""

from workbooks import both

from ilead_studio import edits
from ilead_studio.model import FishbonePlan, TheoryPlan
from ilead_studio.session import Session

ROOM = (696.0, 422.0)
PLAN = FishbonePlan(room=ROOM, wrap=122.0, row_gap=8.0, spread=0.0, slope=0.36, ribs=(1, 2))


def test_keeping_a_plan_is_no_step_and_leaves_a_saved_workbook_saved() -> None:
    session = Session(both())
    page = session.workbook.fishbones[0]
    heard = []
    session.on_change.append(heard.append)
    session.keep_plan(page.id, PLAN)
    assert session.workbook.fishbones[0].plan == PLAN
    assert session.is_saved
    assert session.undo_label == ""
    assert heard == []


def test_undo_brings_the_former_plan_back_and_redo_the_new_one() -> None:
    session = Session(both())
    page = session.workbook.fishbones[0]
    session.apply("rename", lambda book: edits.rename(book, page.id, "Other words"))
    session.keep_plan(page.id, PLAN)
    session.undo()
    assert session.workbook.fishbones[0].plan is None
    session.redo()
    assert session.workbook.fishbones[0].plan == PLAN


def test_a_plan_of_the_other_kind_is_not_kept() -> None:
    session = Session(both())
    page = session.workbook.fishbones[0]
    session.keep_plan(page.id, TheoryPlan(room=ROOM, widths=(100.0,), air=1.0))
    assert session.workbook.fishbones[0].plan is None


def test_a_bone_that_came_later_has_one_rib() -> None:
    assert [PLAN.ribs_of(number) for number in (1, 2, 3)] == [1, 2, 1]

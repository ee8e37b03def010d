"""A better plan for the page on the screen."""

import sys

import pytest
from commandline import CommandLine, Input
from workbooks import wide_fishbone, wide_theory

from ilead_studio.drawing.marks import AS_IT_IS
from ilead_studio.drawing.page import draw_page, fit
from ilead_studio.edits import with_plan
from ilead_studio.model import FishbonePlan, Workbook, replace
from ilead_studio.planning import CLEARLY_LARGER, ROOM, better_plan
from ilead_studio.storage.format import encode

POOR = FishbonePlan(room=ROOM, wrap=90, row_gap=40, spread=60, slope=0.3)


def badly_planned() -> Workbook:
    workbook = wide_fishbone(80)
    return with_plan(workbook, workbook.fishbones[0].id, POOR)


def test_a_plan_is_better_when_text_becomes_clearly_larger() -> None:
    workbook = badly_planned()
    page = workbook.fishbones[0]
    plan = better_plan(workbook, page, AS_IT_IS)
    assert plan is not None
    planned = replace(page, plan=plan)
    before, after = (fit(draw_page(workbook, it, ROOM, AS_IT_IS), ROOM) for it in (page, planned))
    assert after > before * CLEARLY_LARGER
    assert better_plan(workbook, planned, AS_IT_IS) is None


def test_the_window_asks_for_a_plan_on_the_command_line(
    run: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    workbook = badly_planned()
    page = workbook.fishbones[0]
    monkeypatch.setattr(sys, "stdin", Input(encode(workbook)))
    said = run("plan", "-", page.id)
    assert said.code == 0
    plan = FishbonePlan.model_validate_json(said.out)
    assert plan == better_plan(workbook, page, AS_IT_IS)
    monkeypatch.setattr(sys, "stdin", Input(encode(with_plan(workbook, page.id, plan))))
    assert run("plan", "-", page.id, "--folded", page.causes[0].id).out == ""


def test_there_is_no_plan_for_a_page_that_is_not_there(
    run: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", Input(encode(wide_theory(9, 3))))
    run("plan", "-", "nothing").assert_refused("nothing")


def test_a_person_is_not_told_of_what_only_the_window_asks(run: CommandLine) -> None:
    assert "plan" not in run("--help").out.split()

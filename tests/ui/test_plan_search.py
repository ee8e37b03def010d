"""A better plan is taken when typing pauses, however large the page, and only for that page."""

import pytest
from hands import Desk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from workbooks import wide_fishbone

from ilead_studio.drawing.page import Plan
from ilead_studio.edits import with_plan
from ilead_studio.model import FishbonePlan, Workbook
from ilead_studio.planning import ROOM
from ilead_studio.ui.canvas.plan_search import FEW

POOR = FishbonePlan(room=ROOM, wrap=90, row_gap=40, spread=60, slope=0.3)
IN_A_CHILD_MS = 30_000


def badly_planned(causes: int) -> Workbook:
    workbook = wide_fishbone(causes)
    return with_plan(workbook, workbook.fishbones[0].id, POOR)


def plan_of(desk: Desk) -> Plan | None:
    page = desk.window.work.page
    assert page is not None
    return page.plan


@pytest.mark.parametrize("causes", [FEW - 2, FEW + 20])
def test_a_better_plan_is_taken_when_typing_pauses(desk: Desk, qtbot: QtBot, causes: int) -> None:
    desk.window.work.begin(badly_planned(causes))
    desk.settle()
    assert plan_of(desk) == POOR
    qtbot.waitUntil(lambda: plan_of(desk) != POOR, timeout=IN_A_CHILD_MS)
    assert desk.window.work.session.is_saved, "a plan is no change of the workbook"


def test_a_large_page_is_not_searched_where_keys_would_wait(desk: Desk) -> None:
    canvas = desk.window.canvas
    desk.window.work.begin(badly_planned(FEW + 20))
    desk.settle()
    canvas._reconsider_plan()
    assert canvas._search.is_under_way
    assert plan_of(desk) == POOR


def test_a_plan_for_a_page_that_changed_meanwhile_is_dropped(desk: Desk, qtbot: QtBot) -> None:
    canvas = desk.window.canvas
    desk.window.work.begin(badly_planned(FEW + 20))
    desk.settle()
    canvas._reconsider_plan()
    with qtbot.waitSignal(canvas._search.found, timeout=IN_A_CHILD_MS):
        desk.press("Return")
        desk.type("Another cause")
        desk.press("Return", "Escape")
        canvas._pause.stop()  # or the next pause would search anew
    assert plan_of(desk) == POOR


def test_nothing_moves_under_a_mouse_that_holds_an_item(desk: Desk, qtbot: QtBot) -> None:
    canvas, left = desk.window.canvas, Qt.MouseButton.LeftButton
    desk.window.work.begin(badly_planned(FEW - 2))
    desk.settle()
    at = canvas.box_of(desk.window.work.rows[1].id).center().toPoint()
    with qtbot.waitSignal(canvas._search.found, timeout=IN_A_CHILD_MS):
        QTest.mousePress(canvas.viewport(), left, pos=at)
    desk.settle()
    assert plan_of(desk) == POOR
    QTest.mouseRelease(canvas.viewport(), left, pos=at)
    qtbot.waitUntil(lambda: plan_of(desk) != POOR, timeout=IN_A_CHILD_MS)


def test_a_new_search_gives_up_the_one_before(desk: Desk, qtbot: QtBot) -> None:
    canvas = desk.window.canvas
    desk.window.work.begin(badly_planned(FEW + 20))
    desk.settle()
    found: list[Plan] = []
    canvas._search.found.connect(lambda _page, plan: found.append(plan))
    canvas._reconsider_plan()
    canvas._reconsider_plan()
    qtbot.waitUntil(lambda: not canvas._search.is_under_way, timeout=IN_A_CHILD_MS)
    assert len(found) == 1

"""The panels at the sides: folded to rails, opened over the canvas, and where the keyboard goes."""

from hands import Desk, Open
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ilead_studio.drawing.theme import LIGHT
from ilead_studio.ui.frame.room import RAIL
from ilead_studio.ui.looks.look import Look


def test_f8_and_f9_fold_the_panels_and_that_is_remembered(open_at: Open) -> None:
    desk = open_at(Look(LIGHT), 1280, 720)
    window = desk.window
    wide = window.canvas.width()
    desk.press("F8", "F9")
    assert window.canvas.width() == wide + 240 + 288 - 2 * RAIL
    assert not window.outline.isVisible()
    assert desk.focus is window.canvas
    again = open_at(Look(LIGHT), 1280, 720)
    assert again.window.left.width() == again.window.right.width() == RAIL
    again.press("F8", "F9")
    assert again.window.outline.isVisible()
    assert again.window.canvas.width() == wide


def test_folding_a_panel_that_has_the_keyboard_gives_it_to_the_page(open_at: Open) -> None:
    desk = open_at(Look(LIGHT), 1280, 720)
    desk.window.outline.setFocus()
    desk.press("F8")
    assert desk.focus is desk.window.canvas


def test_a_panel_over_the_canvas_takes_the_keyboard_and_escape_gives_it_back(
    open_at: Open,
) -> None:
    desk = open_at(Look(LIGHT, 2.0), 1280, 720)
    window = desk.window
    for key, side in (("F8", window.left), ("F9", window.right)):
        desk.press(key)
        assert side.is_open
        assert side.panel.isAncestorOf(desk.focus)
        desk.press("Escape")
        assert not side.panel.isVisible()
        assert desk.focus is window.canvas
        desk.press(key, key)
        assert not side.is_open
        assert desk.focus is window.canvas


def test_a_panel_over_the_canvas_goes_when_the_keyboard_goes_to_the_canvas(
    open_at: Open, qtbot: QtBot
) -> None:
    desk = open_at(Look(LIGHT), 1024, 640)
    window = desk.window
    desk.press("F9")
    assert window.right.is_open
    left = QPoint(30, window.canvas.viewport().height() // 2)
    qtbot.mouseClick(window.canvas.viewport(), Qt.MouseButton.LeftButton, pos=left)
    assert desk.focus is window.canvas
    assert not window.right.is_open


def test_the_button_of_a_rail_has_a_name_and_opens_its_panel(open_at: Open) -> None:
    desk = open_at(Look(LIGHT), 1024, 640)
    window = desk.window
    rail = window.right.rail
    assert rail.accessibleName() == "Selected item"
    assert rail.toolTip() == "Fold the right panel, or open it (F9)"
    desk.press("F6")
    assert desk.focus is rail
    desk.press("Space")
    assert window.right.panel.isAncestorOf(desk.focus)
    desk.press("Escape")
    assert desk.focus is rail


def test_a_note_is_written_where_the_inspector_has_only_a_rail(open_at: Open) -> None:
    desk = open_at(Look(LIGHT), 1024, 640)
    desk.press("Ctrl+Return")
    desk.type("Seen in May. ")
    assert "Seen in May." in desk.window.work.page.notes
    desk.press("Escape")
    assert desk.focus is desk.window.canvas
    assert not desk.window.right.is_open


def test_a_task_at_the_side_opens_over_the_canvas_where_there_is_only_a_rail(
    open_at: Open,
) -> None:
    window = open_at(Look(LIGHT, 2.0), 1280, 720).window
    task = QLabel("What was found")
    window.left.put(task)
    assert task.isVisible()
    assert not window.left.has_usual
    window.left.put_usual()
    assert not task.isVisible()
    assert not window.left.is_open


def test_a_panel_that_gets_room_stands_beside_the_canvas(open_at: Open) -> None:
    desk = open_at(Look(LIGHT), 1024, 640)
    desk.press("F9")
    desk.window.resize(1280, 720)
    desk.settle()
    assert not desk.window.right.is_open
    assert desk.window.right.stands
    assert desk.window.inspector.isVisible()
    desk.window.resize(1024, 640)
    desk.settle()
    assert desk.focus is not None
    assert desk.focus.isVisible()


def test_a_panel_folds_step_by_step_where_motion_is_wanted(open_at: Open, qtbot: QtBot) -> None:
    window = open_at(Look(LIGHT), 1280, 720).window
    left, widths = window.left, list[int]()
    left.motion = 600_000  # only the test lets the time go on
    window.do("left panel")
    for quarter in range(4):
        left._clock.setCurrentTime(quarter * left.motion // 4)
        widths.append(left.width())
    assert window.outline.isVisible()
    assert widths == sorted(set(widths), reverse=True)
    left._clock.setCurrentTime(left.motion)
    qtbot.waitUntil(lambda: not window.outline.isVisible())
    assert left.width() == RAIL
    window.do("left panel")
    assert window.outline.isVisible()
    left._clock.setCurrentTime(left.motion)
    qtbot.waitUntil(lambda: left.width() == 240)


def test_enter_presses_a_button_that_has_the_keyboard(desk: Desk) -> None:
    desk.window.left.fold(folded=True)
    desk.settle()
    desk.window.left.rail.setFocus(Qt.FocusReason.TabFocusReason)
    desk.press("Return")
    assert desk.window.left.is_open or desk.window.left.stands

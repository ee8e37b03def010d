"""Everything the mouse does has a key that does the same: the same document, or the same selection.

A test for each thing that the manual says of the mouse, on the page and in the outline.
"""

import pytest
from mice import CTRL, SHIFT, Mouse
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ilead_studio.model import Workbook
from ilead_studio.rules.outline import outline
from ilead_studio.ui.canvas import hand
from ilead_studio.ui.capture.editor import Editor

ON_PAGE = pytest.mark.parametrize("mouse", ["canvas"], indirect=True)


def choose(mouse: Mouse, *texts: str) -> None:
    """Select items and put the keyboard into the view."""
    mouse.work.select(*(mouse.id(text) for text in texts))
    mouse.view.setFocus()
    mouse.desk.settle()


def tree(mouse: Mouse) -> list[tuple[int, str, str]]:
    """The page as it is, whatever the ids."""
    page = mouse.work.page
    rows = outline(mouse.work.workbook, page)
    same = {it.id: it.same_as or "" for it in getattr(page, "causes", ())}
    return [(row.depth, row.text, same.get(row.id, "")) for row in rows]


def undone(mouse: Mouse) -> Workbook:
    """Return what the mouse has made, and take it back."""
    made = mouse.work.workbook
    mouse.desk.press("Ctrl+Z")
    assert not mouse.work.session.undo_label
    return made


# --- click ---------------------------------------------------------------------------------------
def test_a_click_selects_as_arrows_do(mouse: Mouse) -> None:
    mouse.click("Relational practice")
    there = mouse.work.ids_selected
    choose(mouse, "Weak relationship")
    mouse.desk.press("Down")
    assert mouse.work.ids_selected == there


def test_a_double_click_edits_as_f2_does(mouse: Mouse) -> None:
    for begin in ("mouse", "F2"):
        mouse.click("No breaks")
        if begin == "mouse":
            QTest.mouseDClick(mouse.view.viewport(), Qt.MouseButton.LeftButton,
                              pos=mouse.place("No breaks"))  # fmt: skip
        else:
            mouse.view.setFocus()
            mouse.desk.press("F2")
        editor = mouse.desk.focus
        assert isinstance(editor, Editor)
        assert editor.toPlainText() == "No breaks"
        mouse.desk.press("Escape")
        assert mouse.desk.focus is mouse.view


def test_a_second_tap_of_a_finger_edits(mouse: Mouse) -> None:
    for opened in (False, True):
        mouse.tap("No breaks")
        assert mouse.chosen == ["No breaks"]
        assert isinstance(mouse.desk.focus, Editor) is opened
    mouse.desk.press("Escape")


@ON_PAGE
def test_a_double_click_on_the_paper_begins_the_next_item_as_enter_does(mouse: Mouse) -> None:
    mouse.click("No breaks")
    slots = []
    corner = mouse.view.viewport().rect().topLeft() + QPoint(30, 30)
    QTest.mouseDClick(mouse.view.viewport(), Qt.MouseButton.LeftButton, pos=corner)
    slots.append(mouse.work.slot)
    mouse.desk.press("Escape", "Return")
    slots.append(mouse.work.slot)
    assert slots[0] is not None
    assert slots[0] == slots[1]


@ON_PAGE
def test_a_click_on_the_ground_leaves_one_selected_as_escape_does(mouse: Mouse) -> None:
    for by_mouse in (True, False):
        choose(mouse, "No breaks", "High principal")
        if by_mouse:
            mouse.press(QPoint(30, 30))
            mouse.release()
        else:
            mouse.desk.press("Escape")
        assert mouse.chosen == ["High principal turnover"]


@ON_PAGE
def test_a_click_on_the_ground_shows_all_again_as_escape_does(mouse: Mouse) -> None:
    mouse.desk.press("Ctrl+3")
    for by_mouse in (True, False):
        choose(mouse, "Feedback that helps")
        mouse.desk.window.do("line of sight")
        assert mouse.view.faded
        if by_mouse:
            mouse.press(QPoint(30, 30))
            mouse.release()
        else:
            mouse.desk.press("Escape")
        assert not mouse.view.faded


# --- drag ----------------------------------------------------------------------------------------
def test_a_branch_is_dragged_before_its_sibling_as_alt_up_moves_it(mouse: Mouse) -> None:
    mouse.drag(mouse.place("Feedback givers"), mouse.place("Feedback not tied", down=0.1))
    dragged = undone(mouse)
    choose(mouse, "Feedback givers")
    mouse.desk.press("Alt+Up")
    assert mouse.work.workbook == dragged


def test_a_branch_is_dragged_onto_its_sibling_as_alt_right_moves_it(mouse: Mouse) -> None:
    mouse.drag(mouse.place("Feedback givers"), mouse.place("Feedback not tied"))
    dragged = undone(mouse)
    choose(mouse, "Feedback givers")
    mouse.desk.press("Alt+Right")
    assert mouse.work.workbook == dragged


def test_several_are_dragged_as_alt_arrows_move_them(mouse: Mouse) -> None:
    mouse.click("Feedback not tied")
    mouse.click("Feedback givers", CTRL)
    mouse.drag(mouse.place("Feedback givers"), mouse.place("No common language", down=0.1))
    dragged = undone(mouse)
    mouse.desk.press("Alt+Up")
    assert mouse.work.workbook == dragged
    assert len(mouse.chosen) == 2


def test_a_branch_dropped_on_itself_stays_and_says_so(mouse: Mouse) -> None:
    before = mouse.work.workbook
    start = mouse.place("High principal")
    mouse.drag(start, start + QPoint(40, 0), start + QPoint(1, 0))
    assert mouse.work.workbook is before
    assert "stays where it was" in mouse.desk.window.status.words
    assert mouse.chosen == ["High principal turnover"]


def test_what_letting_go_would_do_is_said_and_so_is_the_way_out(mouse: Mouse) -> None:
    view, window = mouse.view, mouse.desk.window
    mouse.press(mouse.place("High principal"))
    mouse.move(mouse.place("Inadequate feedback"))
    shapes = Qt.CursorShape
    assert view.viewport().cursor().shape() == shapes.ClosedHandCursor
    assert "under Inadequate feedback, fifth" in window.status.words
    assert "Esc puts it back" in window.status.words
    assert "Esc  put it back" in window.hints.text()
    mouse.view.setFocus()
    mouse.desk.press("Escape")
    assert "Esc  put it back" not in window.hints.text()
    assert view.viewport().cursor().shape() != shapes.ClosedHandCursor


def test_the_pointer_shows_what_can_be_dragged_and_where_it_cannot_go(mouse: Mouse) -> None:
    shapes, port = Qt.CursorShape, mouse.view.viewport()
    mouse.move(mouse.place("Inadequate feedback"))
    assert port.cursor().shape() == shapes.OpenHandCursor
    mouse.move(mouse.place("New-teacher turnover"))
    assert port.cursor().shape() == shapes.ArrowCursor
    mouse.press(mouse.place("Weak relationship"))
    mouse.move(mouse.place("High principal"))
    assert port.cursor().shape() == shapes.ForbiddenCursor
    mouse.release()


@ON_PAGE
def test_a_drag_at_the_edge_scrolls(
    mouse: Mouse, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hand, "EDGE", 24)
    canvas = mouse.desk.window.canvas
    mouse.desk.window.resize(1280, 720)
    for _ in range(5):
        canvas.zoom_in()
    mouse.work.select(mouse.id("High principal"))
    mouse.desk.settle()
    mouse.press(mouse.place("High principal"))
    mouse.move(mouse.place("High principal") + QPoint(20, 0))
    edge = canvas.viewport().rect().bottomRight() - QPoint(3, 3)
    bar = canvas.verticalScrollBar()
    before = bar.value()
    mouse.move(edge)
    qtbot.waitUntil(lambda: bar.value() > before)
    mouse.view.setFocus()
    mouse.desk.press("Escape")
    mouse.release()


# --- links ---------------------------------------------------------------------------------------
@ON_PAGE
def test_a_drawn_link_is_the_one_that_ctrl_l_makes(mouse: Mouse) -> None:
    mouse.desk.press("Ctrl+3")
    choose(mouse, "Move the first hiring")
    mouse.drag(mouse.view.ring().toPoint(), mouse.place("Principals prepared"))
    drawn = undone(mouse)
    choose(mouse, "Move the first hiring")
    mouse.desk.press("Ctrl+L")
    mouse.desk.type("principals prep")
    mouse.desk.press("Return")
    assert mouse.work.workbook == drawn


@ON_PAGE
def test_a_drawn_copy_is_the_one_that_ctrl_l_makes(mouse: Mouse) -> None:
    choose(mouse, "High principal")
    mouse.drag(mouse.view.ring().toPoint(), mouse.place("Inadequate feedback"))
    drawn = tree(mouse)
    undone(mouse)
    choose(mouse, "High principal")
    mouse.desk.press("Ctrl+L")
    mouse.desk.type("inadequate feed")
    mouse.desk.press("Return")
    assert tree(mouse) == drawn


@ON_PAGE
def test_a_refused_link_says_which_path_would_close(mouse: Mouse) -> None:
    mouse.desk.press("Ctrl+3")
    choose(mouse, "Feedback that helps")
    before = mouse.work.workbook
    mouse.press(mouse.view.ring().toPoint())
    mouse.move(mouse.place("One shared picture"))
    way = "Feedback that helps teachers grow → One shared picture of good teaching → Feedback"
    assert way in mouse.desk.window.status.words
    assert mouse.view.viewport().cursor().shape() == Qt.CursorShape.ForbiddenCursor
    assert mouse.id("One shared picture") in mouse.view.faded
    mouse.release()
    assert mouse.work.workbook is before


# --- several -------------------------------------------------------------------------------------
def test_ctrl_click_adds_and_takes_away(mouse: Mouse) -> None:
    mouse.click("No breaks")
    mouse.click("High principal", CTRL)
    assert mouse.chosen == ["No breaks", "High principal turnover"]
    mouse.click("No breaks", CTRL)
    assert mouse.chosen == ["High principal turnover"]


@pytest.mark.parametrize("mouse", ["outline"], indirect=True)
def test_shift_click_selects_a_range_as_shift_arrows_do(mouse: Mouse) -> None:
    mouse.click("Feedback not tied")
    mouse.click("Feedback felt", SHIFT)
    clicked = set(mouse.chosen)
    assert len(clicked) == 3
    choose(mouse, "Feedback not tied")
    mouse.desk.press("Shift+Down", "Shift+Down")
    assert set(mouse.chosen) == clicked


def test_what_is_selected_with_the_mouse_is_deleted_together(mouse: Mouse) -> None:
    mouse.click("No breaks")
    mouse.click("High principal", CTRL)
    mouse.view.setFocus()
    mouse.desk.press("Delete")
    left = {row.text for row in mouse.work.rows}
    assert not {"No breaks", "High principal turnover"} & left
    mouse.desk.press("Ctrl+Z")
    assert mouse.chosen == ["No breaks", "High principal turnover"]

"""Undo: it shows what came back, and a list of steps goes back further at once."""

from hands import Desk
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QListWidget
from pytestqt.qtbot import QtBot

from ilead_studio import edits
from ilead_studio.resources import resource
from ilead_studio.ui.window import MainWindow

EXAMPLE = resource("examples", "new-teachers.ilead")


def opened(desk: Desk) -> MainWindow:
    desk.window.filing.open_file(EXAMPLE)
    desk.settle()
    return desk.window


def zoom_in(desk: Desk) -> None:
    for _ in range(4):
        desk.window.do("zoom in")
    desk.settle()


def is_on_canvas(window: MainWindow, item_id: str) -> bool:
    rect, view = window.canvas.place_of(item_id).rect, window.canvas.viewport().rect()
    return view.contains(rect.topLeft()) and view.contains(rect.bottomLeft())


def is_in_outline(window: MainWindow, item_id: str) -> bool:
    rect = window.outline.place_of(item_id).rect
    return window.outline.viewport().rect().contains(rect.center())


def rename_while_another_is_selected(desk: Desk) -> tuple[str, str]:
    """Change the last item while the first bone is selected and in sight; returns both."""
    window = desk.window
    first, last = window.work.rows[1].id, window.work.rows[-1].id
    window.work.select(first)
    window.work.step("rename", lambda book: edits.rename(book, last, "No break at all"))
    zoom_in(desk)
    window.canvas.show_item(first)
    window.outline.show_item(first)
    desk.settle()
    assert not is_on_canvas(window, last)
    assert not is_in_outline(window, last)
    return first, last


def test_undo_and_redo_scroll_to_what_changed(desk: Desk) -> None:
    window = opened(desk)
    first, last = rename_while_another_is_selected(desk)
    for key in ("Ctrl+Z", "Ctrl+Shift+Z"):
        desk.press(key)
        assert is_on_canvas(window, last)
        assert is_in_outline(window, last)
        assert window.work.item_id == first
        window.canvas.show_item(first)
        window.outline.show_item(first)
        desk.settle()
        assert not is_on_canvas(window, last)


def test_undo_opens_the_folded_branch_in_which_something_came_back(desk: Desk) -> None:
    window = opened(desk)
    bone, cause = window.work.rows[1].id, window.work.rows[2].id
    window.work.step("rename", lambda book: edits.rename(book, cause, "Other words"))
    window.work.select(bone)
    window.do("fold")
    desk.settle()
    assert window.canvas.place_of(cause) is None
    desk.press("Ctrl+Z")
    assert window.canvas.place_of(cause) is not None


def test_a_deleted_branch_comes_back_selected_and_in_sight(desk: Desk) -> None:
    window = opened(desk)
    bone = window.work.rows[-4].id
    window.work.select(bone)
    desk.press("Delete")
    zoom_in(desk)
    window.work.select(window.work.rows[1].id)
    desk.settle()
    desk.press("Ctrl+Z")
    assert window.work.item_id == bone
    assert is_on_canvas(window, bone)
    assert is_in_outline(window, bone)


def test_undo_of_a_step_on_another_page_shows_that_page(desk: Desk) -> None:
    window = opened(desk)
    window.work.select(window.work.rows[3].id)
    changed = window.work.item_id
    window.work.step("rename", lambda book: edits.rename(book, changed, "Other words"))
    desk.press("Ctrl+3")
    assert not window.work.is_fishbone
    desk.press("Ctrl+Z")
    assert window.work.is_fishbone
    assert window.work.item_id == changed
    assert is_on_canvas(window, changed)


def three_steps(desk: Desk) -> None:
    desk.type("A head")
    desk.press("Return", "Tab")
    for words in ("One", "Two"):
        desk.type(words)
        desk.press("Return")
    desk.press("Escape")


def steps_of(desk: Desk) -> list[str]:
    shown = desk.focus
    assert isinstance(shown, QListWidget)
    return [shown.item(at).text() for at in range(shown.count())]


def test_the_list_names_the_steps_newest_first_and_goes_back_to_one(desk: Desk) -> None:
    three_steps(desk)
    assert desk.tree == [(0, "A head"), (1, "One"), (1, "Two")]
    desk.press("Ctrl+Alt+Z")
    assert steps_of(desk) == ["Add the cause “Two”", "Add the cause “One”", "Rename “A head”"]
    desk.press("Down")
    assert desk.focus.accessibleDescription() == "Undo 2 steps"
    assert len(desk.focus.selectedIndexes()) == 2
    desk.press("Return")
    assert desk.tree == [(0, "A head")]
    assert "Undone: 2 steps, back to before “" in desk.window.status.words
    assert desk.focus is desk.window.canvas
    desk.press("Ctrl+Shift+Z", "Ctrl+Shift+Z")
    assert desk.tree == [(0, "A head"), (1, "One"), (1, "Two")]


def test_escape_leaves_the_list_with_nothing_undone(desk: Desk) -> None:
    three_steps(desk)
    before = desk.tree
    desk.press("Ctrl+Alt+Z", "Down", "Escape")
    assert desk.tree == before
    assert desk.focus is desk.window.canvas


def test_the_arrow_beside_undo_opens_the_list_and_a_click_chooses(desk: Desk, qtbot: QtBot) -> None:
    three_steps(desk)
    arrow = desk.window.bar.steps
    qtbot.mouseClick(arrow, Qt.MouseButton.LeftButton)
    shown = desk.focus
    assert isinstance(shown, QListWidget)
    at = shown.visualItemRect(shown.item(2)).center()
    qtbot.mouseMove(shown.viewport(), at + QPoint(1, 0))
    qtbot.mouseClick(shown.viewport(), Qt.MouseButton.LeftButton, pos=at)
    desk.settle()
    assert desk.tree == [(0, "")]


def test_with_nothing_to_undo_the_list_is_off_and_says_why(desk: Desk) -> None:
    assert not desk.window.bar.steps.isEnabled()
    assert desk.window.arranged.why_not("undo list") == "Nothing has been changed yet."
    three_steps(desk)
    assert desk.window.bar.steps.isEnabled()
    assert desk.window.arranged.why_not("undo list") == ""


def test_the_list_stays_inside_the_window(desk: Desk) -> None:
    window = desk.window
    window.resize(1024, 640)
    for number in range(30):
        window.work.step("s" * 80, lambda book, n=number: edits.rename_workbook(book, f"{n}"))
    desk.settle()
    desk.press("Ctrl+Alt+Z")
    card = desk.focus.parentWidget()
    assert window.whole.rect().adjusted(8, 8, -8, -8).contains(card.geometry())
    assert not desk.focus.horizontalScrollBar().isVisible()
    assert desk.focus.verticalScrollBar().maximum() > 0

"""Several diagrams in one workbook: by keys, by mouse, by menu; the keyboard is never lost."""

import pytest
from hands import Desk
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ilead_studio.model import pages
from ilead_studio.rules.names import page_name
from ilead_studio.ui.frame.page_button import PageButton
from ilead_studio.ui.frame.page_commands import PageCommands


def names(desk: Desk) -> list[str]:
    """Return the names of the pages, in order."""
    return [page_name(page) for page in pages(desk.window.work.workbook)]


def listed(desk: Desk) -> list[str]:
    """Return the names that the list at the left shows."""
    desk.settle()
    return [it.accessibleName() for it in buttons(desk)]


def buttons(desk: Desk) -> list[PageButton]:
    found = [it for it in desk.window.pages.findChildren(PageButton) if it.isVisible()]
    return sorted(found, key=lambda it: it.y())


def in_view(desk: Desk) -> str:
    page = desk.window.work.page
    return page_name(page) if page else ""


@pytest.fixture
def three(desk: Desk) -> Desk:
    """A workbook with three fishbones A, B and C, and a driver diagram; B is in view."""
    desk.type("A")
    desk.press("Return", "Escape")
    for name in ("B", "C"):
        desk.window.do("add fishbone")
        desk.type(name)
        desk.press("Return", "Escape")
    desk.press("Ctrl+PageUp")
    assert in_view(desk) == "B"
    return desk


def test_a_page_is_added_from_the_section_that_has_none_and_waits_for_words(desk: Desk) -> None:
    desk.window.do("delete page")
    desk.window.do("delete page")
    assert names(desk) == []
    desk.press("Ctrl+3")
    assert in_view(desk) == "Driver diagram T2"
    assert desk.focus is desk.window.canvas
    desk.type("The aim")
    assert desk.window.work.is_fishbone is False


def test_a_new_page_is_one_step_and_redo_comes_to_it(desk: Desk) -> None:
    desk.window.do("add fishbone")
    assert in_view(desk) == "Fishbone F2"
    desk.press("Ctrl+Z")
    assert in_view(desk) == "Fishbone F1"
    desk.press("Ctrl+Y")
    assert in_view(desk) == "Fishbone F2"
    assert desk.focus is desk.window.canvas


def test_a_copy_stands_after_its_page_and_is_in_view(three: Desk) -> None:
    three.window.do("duplicate page")
    assert names(three)[:4] == ["A", "B", "B (copy)", "C"]
    assert in_view(three) == "B (copy)"
    three.type("Only here")
    three.press("Return", "Escape", "Ctrl+Z")
    assert three.tree == [(0, "B")]
    three.press("Ctrl+Z")
    assert in_view(three) == "B"
    assert three.focus is three.window.canvas


def test_the_name_of_a_copy_of_a_page_with_a_long_head_is_short(desk: Desk) -> None:
    desk.type("x")
    desk.focus.insertPlainText("x" * 1989)
    desk.press("Return", "Escape")
    desk.window.do("duplicate page")
    assert in_view(desk).endswith("… (copy)")
    assert len(in_view(desk)) < 80


def test_keys_go_from_page_to_page_and_stop_at_the_ends(three: Desk) -> None:
    seen = []
    for _ in range(3):
        three.press("Ctrl+PageDown")
        seen.append(in_view(three))
    assert seen == ["C", "Driver diagram T1", "Driver diagram T1"]
    assert "last page" in three.window.status.words
    for _ in range(4):
        three.press("Ctrl+PageUp")
    assert in_view(three) == "A"
    assert "first page" in three.window.status.words
    assert three.focus is three.window.canvas


def test_going_to_another_page_keeps_the_words_being_typed(three: Desk) -> None:
    three.press("Tab")
    three.type("Half a word")
    three.press("Ctrl+PageDown", "Ctrl+PageUp")
    assert three.tree == [(0, "B"), (1, "Half a word")]


def test_alt_and_arrows_move_a_page_in_the_list_and_the_keyboard_stays(three: Desk) -> None:
    three.window.pages.focus_page()
    three.press("Alt+Down")
    assert listed(three) == ["A", "C", "B"]
    assert "third of 3" in three.window.status.words
    assert three.focus.accessibleName() == "B"
    three.press("Alt+Up", "Alt+Up")
    assert listed(three) == ["B", "A", "C"]
    three.press("Alt+Up")
    assert "first page of its kind" in three.window.status.words
    three.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert listed(three) == ["A", "B", "C"]
    assert three.focus.accessibleName() == "B"


def test_the_page_in_view_moves_by_command(three: Desk) -> None:
    three.window.do("page up")
    assert names(three)[:3] == ["B", "A", "C"]
    assert three.focus is three.window.canvas


def test_arrows_walk_the_list_and_enter_opens(three: Desk) -> None:
    three.window.pages.focus_page()
    three.press("Up")
    assert three.focus.accessibleName() == "A"
    assert in_view(three) == "B"
    three.press("Up", "End")
    assert three.focus.accessibleName() == "C"
    three.press("Return")
    assert in_view(three) == "C"
    assert three.focus is three.window.canvas


def test_escape_in_the_list_goes_back_to_the_page(three: Desk) -> None:
    three.window.pages.focus_page()
    three.press("Escape")
    assert three.focus is three.window.canvas


def test_f2_in_the_list_renames_that_page(three: Desk) -> None:
    three.window.pages.focus_page()
    three.press("Up", "F2")
    three.type("Buses")
    three.press("Return")
    assert listed(three) == ["Buses", "B", "C"]
    assert three.focus is three.window.canvas


def test_del_in_the_list_deletes_and_stays_there(three: Desk) -> None:
    three.window.pages.focus_page()
    three.press("Up", "Delete")
    assert listed(three) == ["B", "C"]
    assert in_view(three) == "B"
    assert three.focus.accessibleName() == "B"
    three.press("Ctrl+Z")
    assert in_view(three) == "A"
    assert listed(three) == ["A", "B", "C"]


def test_a_deleted_page_says_what_went_and_undo_comes_back_to_it(three: Desk) -> None:
    three.press("Tab")
    three.type("Bone")
    three.press("Return", "Escape")
    three.window.do("delete page")
    assert "fishbone “B” with 1 bone" in three.window.status.words
    assert in_view(three) == "C"
    assert three.focus is three.window.canvas
    three.press("Ctrl+Z")
    assert in_view(three) == "B"
    assert three.words == "Bone"
    three.press("Ctrl+Y")
    assert in_view(three) == "C"


def test_the_last_page_may_go_too_and_every_command_stays_calm(desk: Desk) -> None:
    desk.window.do("delete page")
    desk.window.do("delete page")
    desk.settle()
    desk.window.canvas.grab()
    assert desk.focus.accessibleName() == "Begin a fishbone"
    for name in ("delete page", "duplicate page", "rename page", "page up", "next page", "fold",
                 "page before", "all pages", "all pages", "mirror", "untangle", "name columns",
                 "copy picture", "edit", "delete", "next", "in"):  # fmt: skip
        desk.window.do(name)
    desk.type("letters")
    assert names(desk) == []
    desk.press("Ctrl+Z")
    assert desk.focus is desk.window.canvas
    assert names(desk) == ["Driver diagram T1"]
    desk.press("Ctrl+Z")
    assert in_view(desk) == "Fishbone F1"


@pytest.mark.parametrize(
    ("keys", "name"), [(("Return",), "Fishbone F2"), (("Tab", "Space"), "Driver diagram T2")]
)
def test_without_a_page_a_button_begins_one(desk: Desk, keys: tuple[str, ...], name: str) -> None:
    desk.window.do("delete page")
    desk.window.do("delete page")
    desk.settle()
    desk.press(*keys)
    assert in_view(desk) == name
    assert desk.focus is desk.window.canvas
    desk.type("Words")
    desk.press("Return")
    assert desk.tree == [(0, "Words")]


def test_without_a_page_the_mouse_begins_one(desk: Desk) -> None:
    desk.window.do("delete page")
    desk.window.do("delete page")
    desk.settle()
    QTest.mouseClick(desk.focus, Qt.MouseButton.LeftButton)
    desk.settle()
    assert in_view(desk) == "Fishbone F2"
    assert desk.focus is desk.window.canvas


def test_a_workbook_without_pages_is_saved_and_opened(desk: Desk, tmp_path) -> None:
    desk.window.do("delete page")
    desk.window.do("delete page")
    desk.answers.path = tmp_path / "none.ilead"
    desk.press("Ctrl+S")
    assert desk.window.work.session.is_saved
    assert desk.window.filing.open_file(tmp_path / "none.ilead")
    desk.press("Ctrl+2")
    assert in_view(desk) == "Fishbone F2"


def test_all_pages_lists_the_whole_workbook_until_asked_again(three: Desk) -> None:
    three.press("Ctrl+Shift+P")
    assert listed(three) == ["A", "B", "C", "Driver diagram T1"]
    assert three.focus.accessibleName() == "B"
    three.press("End", "Return")
    assert in_view(three) == "Driver diagram T1"
    three.press("Ctrl+Shift+P")
    assert listed(three) == ["Driver diagram T1"]
    assert three.focus is three.window.canvas


def test_the_mouse_opens_a_page_and_leaves_the_keyboard(three: Desk) -> None:
    QTest.mouseClick(buttons(three)[0], Qt.MouseButton.LeftButton)
    three.settle()
    assert in_view(three) == "A"
    assert three.focus is three.window.canvas


def drag(desk: Desk, name: str, to: str, *, after: bool = False, escape: bool = False) -> None:
    """Drag a page in the list to just before or just after another one."""
    found = {it.accessibleName(): it for it in buttons(desk)}
    start, over = found[name], found[to]
    end = start.mapFromGlobal(over.mapToGlobal(QPoint(20, over.height() - 2 if after else 2)))
    left = Qt.MouseButton.LeftButton
    QTest.mousePress(start, left, pos=QPoint(20, 10))
    QTest.mouseMove(start, QPoint(20, 10))
    QTest.mouseMove(start, end)
    desk.settle()
    if escape:
        QTest.keyClick(start, Qt.Key.Key_Escape)
    QTest.mouseRelease(start, left, pos=end)
    desk.settle()


def test_a_page_is_dragged_to_another_place(three: Desk) -> None:
    drag(three, "C", "A")
    assert listed(three) == ["C", "A", "B"]
    drag(three, "C", "B", after=True)
    assert listed(three) == ["A", "B", "C"]
    assert in_view(three) == "B"
    assert three.focus is three.window.canvas
    three.press("Ctrl+Z")
    assert listed(three) == ["C", "A", "B"]


def test_escape_puts_a_dragged_page_back(three: Desk) -> None:
    drag(three, "C", "A", escape=True)
    assert listed(three) == ["A", "B", "C"]
    assert in_view(three) == "B"


def test_a_dragged_page_stays_among_its_kind(three: Desk) -> None:
    three.press("Ctrl+Shift+P")
    drag(three, "Driver diagram T1", "A")
    assert listed(three) == ["A", "B", "C", "Driver diagram T1"]
    drag(three, "A", "Driver diagram T1", after=True)
    assert listed(three) == ["B", "C", "A", "Driver diagram T1"]


def test_the_menu_of_a_page_in_the_list_is_for_that_page(three: Desk) -> None:
    first = buttons(three)[0]
    (commands,) = (it for it in three.window.features if isinstance(it, PageCommands))
    menu = commands.page_menu(first.page_id)
    words = [it.text() for it in menu.actions()]
    assert in_view(three) == "A"
    assert "Duplicate the page" in words
    delete = next(it for it in menu.actions() if it.text() == "Delete the page")
    delete.trigger()
    three.settle()
    assert listed(three) == ["B", "C"]
    menu.deleteLater()


def test_a_right_click_on_a_page_asks_for_its_menu(three: Desk) -> None:
    asked: list[str] = []
    first = buttons(three)[0]
    panel = three.window.pages
    panel.menu_asked.disconnect()
    panel.menu_asked.connect(lambda page_id, _at: asked.append(page_id))
    for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
        event = QContextMenuEvent(reason, QPoint(3, 3), first.mapToGlobal(QPoint(3, 3)))
        QApplication.sendEvent(first, event)
    assert asked == [first.page_id] * 2


def test_each_page_of_the_list_tells_a_screen_reader_its_kind_and_place(three: Desk) -> None:
    three.settle()
    assert buttons(three)[1].accessibleDescription() == "Fishbone, page 2 of 3"


def test_a_workbook_that_can_only_be_read_keeps_its_pages(three: Desk) -> None:
    three.window.work.read_only = True
    before = three.window.work.workbook
    for name in ("add fishbone", "duplicate page", "page up", "delete page", "rename page"):
        three.window.do(name)
    assert three.window.work.workbook is before
    assert three.focus is three.window.canvas


def test_all_pages_are_listed_over_the_page_when_the_panel_is_folded(three: Desk) -> None:
    three.press("F8")
    three.window.do("all pages")
    assert isinstance(three.focus, PageButton)
    assert three.focus.isVisible()
    three.window.canvas.setFocus()
    assert not three.window.left.is_open

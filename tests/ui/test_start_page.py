"""The start page, by keys and by mouse; it never hides work, and the window opens into a file."""

import json
from datetime import timedelta
from itertools import pairwise
from pathlib import Path
from shutil import copyfile

import pytest
from hands import WHEN, Answers, Desk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton
from pytestqt.qtbot import QtBot

from ilead_studio.app import make_app
from ilead_studio.drawing.theme import LIGHT
from ilead_studio.model import Workbook
from ilead_studio.resources import resource
from ilead_studio.storage.sealed import Sealed
from ilead_studio.surroundings import Surroundings
from ilead_studio.ui.files.recents import RecentList
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.pasting.outline_card import OutlineCard
from ilead_studio.ui.start.page import StartPage
from ilead_studio.ui.start.templates_card import TemplatesCard
from ilead_studio.ui.start.tiles import RecentTile, Tile
from ilead_studio.ui.widgets.parts import OneLine
from ilead_studio.ui.window import MainWindow, settings_of

EXAMPLE = resource("examples", "new-teachers.ilead")


@pytest.fixture
def files(around: Surroundings, tmp_path: Path) -> list[Path]:
    """Three recent workbooks, the newest first; the second one is missing."""
    recents = RecentList(around.places, settings_of(around.places))
    found = [tmp_path / name for name in ("new.ilead", "missing.ilead", "old.ilead")]
    for at, file in enumerate(found):
        recents.note(file, Workbook(title=f"Title of {file.stem}"), WHEN - timedelta(days=at))
    for file in (found[0], found[2]):
        copyfile(EXAMPLE, file)
    return found


@pytest.fixture
def start(files: list[Path], desk: Desk) -> Desk:
    """The window as it opens without a file."""
    desk.window.do("start page")
    desk.settle()
    return desk


def page(desk: Desk) -> StartPage:
    desk.settle()
    return next(it for it in desk.window.findChildren(StartPage) if it.isVisible())


def is_shown(desk: Desk) -> bool:
    desk.settle()
    return any(it.isVisible() for it in desk.window.findChildren(StartPage))


def row(desk: Desk, at: int) -> RecentTile:
    rows = [it for it in page(desk).findChildren(RecentTile) if it.isVisible()]
    return sorted(rows, key=lambda it: it.y())[at]


def missing(desk: Desk, at: int, qtbot: QtBot) -> RecentTile:
    """Return a row once its file has been looked for, and not found."""
    found = row(desk, at)
    qtbot.waitUntil(lambda: found.is_missing)
    return found


def click(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_first_tile_has_the_keyboard_and_enter_begins(start: Desk) -> None:
    assert start.focus.accessibleName() == "New, empty"
    assert not start.window.canvas.isVisible()
    start.press("Return")
    assert not is_shown(start)
    assert start.focus is start.window.canvas
    start.type("Absence")
    start.press("Return")
    assert start.tree[0] == (0, "Absence")


def test_typing_begins_a_workbook_and_no_letter_is_lost(start: Desk) -> None:
    start.press("Down")  # whatever has the keyboard
    start.type_fast("Ünd they leave")
    assert not is_shown(start)
    start.press("Return")
    assert start.tree == [(0, "Ünd they leave")]
    assert start.window.work.path is None


def test_typing_over_work_that_waits_says_how_to_go_back(desk: Desk) -> None:
    desk.type("Absence")
    desk.press("Return", "Escape")
    desk.window.do("start page")
    desk.type("x")
    assert is_shown(desk)
    assert desk.tree == [(0, "Absence")]
    told = [it.text() for it in page(desk).findChildren(OneLine)]
    assert "Esc goes back to “Untitled workbook”, Ctrl+N begins another." in told


def test_arrows_go_through_tiles_and_workbooks(start: Desk) -> None:
    seen = []
    for key in ("Down", "Up", "Up", "Right", "Down", "Down", "Down", "Down", "Left"):
        start.press(key)
        seen.append(start.focus.accessibleName().split(",")[0])
    assert seen == [
        "New from a template", "New", "New", "Title of new", "Title of missing", "Title of old",
        "", "", "New",
    ]  # fmt: skip


def test_enter_opens_a_recent_workbook(start: Desk, files: list[Path]) -> None:
    start.press("Right", "Return")
    assert start.window.work.path == files[0]
    assert not is_shown(start)
    assert start.focus is start.window.canvas


def test_a_click_opens_a_recent_workbook(start: Desk, files: list[Path]) -> None:
    click(row(start, 2))
    start.settle()
    assert start.window.work.path == files[2]
    assert start.focus is start.window.canvas


def test_a_row_says_what_when_and_where(start: Desk, files: list[Path]) -> None:
    said = row(start, 0).accessibleName()
    assert said.startswith("Title of new, Nothing on its pages yet, Today, 10:42 · ")


def take_off(tile: RecentTile) -> QPushButton:
    return next(it for it in tile.findChildren(QPushButton) if it.text() == "Take off the list")


def test_a_missing_file_is_told_and_can_be_taken_off(
    start: Desk, files: list[Path], qtbot: QtBot
) -> None:
    lost = missing(start, 1, qtbot)
    assert "not where it was" in lost.accessibleName()
    click(lost)
    assert is_shown(start)
    assert take_off(lost).isVisible()
    click(take_off(lost))
    assert page(start).listed == [files[0], files[2]]
    assert start.focus.accessibleName().startswith("Title of old")


def test_a_file_that_came_back_opens_by_trying_again(
    start: Desk, files: list[Path], qtbot: QtBot
) -> None:
    lost = missing(start, 1, qtbot)
    copyfile(EXAMPLE, files[1])
    click(lost)
    start.settle()
    assert start.window.work.path == files[1]


def test_the_keyboard_stays_at_a_workbook_that_turns_out_to_be_missing(
    files: list[Path], desk: Desk, qtbot: QtBot
) -> None:
    desk.window.do("start page")
    lost = row(desk, 1)
    next(it for it in lost.findChildren(QPushButton) if it.isVisible()).setFocus()
    missing(desk, 1, qtbot)
    assert desk.focus.accessibleName() == "Take Title of missing off the list"


def test_del_takes_off_and_the_keyboard_goes_on(start: Desk, files: list[Path]) -> None:
    start.press("Right", "Delete", "Delete", "Delete")
    assert page(start).listed == []
    assert isinstance(start.focus, QCheckBox)
    assert files[0].exists()


def test_a_file_that_went_since_is_told_too(start: Desk, files: list[Path]) -> None:
    files[0].unlink()
    start.press("Right", "Return")
    assert is_shown(start)
    assert start.focus.accessibleName().startswith("Title of new")


def test_a_damaged_file_is_told_on_the_start_page(start: Desk, files: list[Path]) -> None:
    files[0].write_text("no workbook")
    start.press("Right", "Return")
    assert is_shown(start)
    assert "new.ilead" in page(start).banner.words


def test_an_unreadable_picture_is_no_accident(files: list[Path], desk: Desk) -> None:
    around = desk.window.around
    picture = RecentList(around.places, desk.window.settings).picture_of(files[0])
    picture.parent.mkdir(parents=True, exist_ok=True)
    picture.write_bytes(b"\x89PNG\r\n\x1a\n and no more")
    desk.window.do("start page")
    assert len(page(desk).listed) == 3


def test_the_list_can_be_switched_off_and_on(start: Desk) -> None:
    box = page(start).findChild(QCheckBox)
    box.setFocus()
    start.press("Space")
    assert page(start).listed == []
    assert start.focus is box
    start.press("Space")
    assert page(start).listed == []
    assert box.isChecked()


def test_commands_that_need_a_workbook_say_so(start: Desk) -> None:
    before = start.window.work.workbook
    start.press("Ctrl+3", "Ctrl+E", "Ctrl+Z", "Ctrl+PageDown", "Escape")
    assert is_shown(start)
    assert start.window.work.workbook is before
    assert start.focus.accessibleName() == "New, empty"


def test_f6_goes_from_the_ways_to_the_list_and_back(start: Desk) -> None:
    start.press("F6")
    assert start.focus is row(start, 0)
    start.press("Shift+F6")
    assert start.focus.accessibleName() == "New, empty"


def test_ctrl_n_and_ctrl_o_work_here_as_everywhere(start: Desk, files: list[Path]) -> None:
    start.answers.path = files[0]
    start.press("Ctrl+O")
    assert start.window.work.path == files[0]
    start.window.do("start page")
    start.press("Ctrl+N")
    assert not is_shown(start)
    assert start.window.work.path is None


def test_open_that_is_given_up_leaves_the_start_page(start: Desk) -> None:
    start.press("Ctrl+O")
    assert start.answers.asked == ["open"]
    assert is_shown(start)


def test_a_template_from_here_begins_a_workbook(start: Desk) -> None:
    start.press("Down", "Return")
    card = start.window.findChild(TemplatesCard)
    assert card.isVisible()
    start.press("Escape")
    assert start.focus.accessibleName() == "New from a template"
    start.press("Return", "Return")
    assert not is_shown(start)
    assert len(start.tree) == 8
    assert start.focus is start.window.canvas


def test_ctrl_shift_v_takes_the_outline_on_the_clipboard(start: Desk) -> None:
    QApplication.clipboard().setText("head: Late\n  Roads")
    start.press("Ctrl+Shift+V")
    assert start.window.findChild(OutlineCard).isVisible()
    start.press("Return")
    assert start.tree == [(0, "Late"), (1, "Roads")]
    assert start.focus is start.window.canvas


def test_the_example_opens_from_here(start: Desk) -> None:
    tile = next(it for it in page(start).findChildren(Tile) if "example" in it.accessibleName())
    click(tile)
    start.settle()
    assert start.window.work.workbook.title == "Coming to school"
    assert start.focus is start.window.canvas


def test_open_work_waits_below_and_escape_goes_back_to_it(desk: Desk) -> None:
    desk.type("Absence")
    desk.press("Return", "Escape")
    before = desk.window.work.workbook
    desk.window.do("start page")
    back = next(it for it in page(desk).findChildren(Tile) if "Back to" in it.accessibleName())
    assert back.isVisible()
    desk.press("Escape")
    assert not is_shown(desk)
    assert desk.focus is desk.window.canvas
    assert desk.window.work.workbook is before
    assert desk.window.canvas.isVisible()
    assert not desk.window.cards.export.isVisible()


def test_unsaved_work_is_asked_about_before_another_is_opened(
    files: list[Path], desk: Desk
) -> None:
    desk.type("Absence")
    desk.press("Return", "Escape")
    desk.window.do("start page")
    desk.press("Right", "Return")
    assert desk.answers.asked == ["unsaved Untitled workbook"]
    assert is_shown(desk)
    desk.answers.unsaved_answer = "leave"
    desk.press("Return")
    assert desk.window.work.path == files[0]


def test_escape_does_nothing_where_there_is_no_work(start: Desk) -> None:
    start.press("Escape")
    assert is_shown(start)


def test_another_look_keeps_the_start_page(start: Desk) -> None:
    start.window.do("theme contrast")
    assert is_shown(start)
    assert start.focus.accessibleName() == "New, empty"
    start.press("Return")
    assert not is_shown(start)
    assert start.focus is start.window.canvas
    assert start.window.canvas.isVisible()


def test_it_is_as_large_as_the_window(start: Desk) -> None:
    start.window.resize(1100, 700)
    start.settle()
    assert page(start).size() == start.window.whole.size()


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_everything_on_the_left_has_room_at_every_text_scale(
    qtbot: QtBot, around: Surroundings, scale: float
) -> None:
    make_app(around, Look(LIGHT, scale))
    window = MainWindow(around, Look(LIGHT, scale), Answers())
    qtbot.addWidget(window)
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(1280, 720)
    window.do("start page")
    with qtbot.waitExposed(window):
        window.show()
    shown = window.findChild(StartPage)
    tiles = [it for it in shown.findChildren(Tile) if it.isVisible()]
    assert all(it.height() >= 44 * scale for it in tiles)
    tops = [it.mapTo(shown, it.rect().topLeft()).y() for it in tiles]
    assert all(two - one >= 44 * scale for one, two in pairwise(tops))
    assert window.focusWidget() is tiles[0]
    make_app(around, Look(LIGHT))


def test_a_window_that_opens_a_file_makes_no_start_page(desk: Desk) -> None:
    desk.window.filing.open_file(EXAMPLE)
    assert not desk.window.findChildren(StartPage)


def test_the_button_of_a_row_is_pressed_by_enter_and_the_workbook_stays_closed(
    start: Desk, qtbot: QtBot
) -> None:
    take_off(missing(start, 1, qtbot)).setFocus()
    start.press("Return")
    assert len(page(start).listed) == 2
    assert is_shown(start)


def test_the_menu_of_a_row_takes_it_off(start: Desk) -> None:
    menu = row(start, 0).row_menu()
    assert [it.text() for it in menu.actions()] == ["Open", "Take off the list"]
    menu.actions()[1].trigger()
    start.settle()
    assert len(page(start).listed) == 2


def test_words_that_were_refused_keep_their_editor(desk: Desk) -> None:
    desk.type("A")
    desk.press("Return", "Tab")
    desk.focus.insertPlainText("x" * 2_001)
    desk.window.do("start page")
    assert not is_shown(desk)
    assert desk.window.editing.is_open


@pytest.mark.parametrize("path", ["/" + "x" * 5_000, "/dev/zero", "/", "/proc/1/root/a.ilead"])
def test_a_path_that_is_no_workbook_is_told_as_missing(
    desk: Desk, around: Surroundings, qtbot: QtBot, path: str
) -> None:
    file = around.places.settings.with_name("recents.json")
    entry = {"path": path, "title": "A\u202e<b>&", "when": WHEN.isoformat()}
    Sealed(file, around.disk).write(json.dumps([entry]).encode())
    desk.window.do("start page")
    lost = missing(desk, 0, qtbot)
    desk.press("Right", "Return")
    assert lost.is_missing
    assert row(desk, 0).accessibleName().startswith("A<b>&, This file is not")
    assert is_shown(desk)

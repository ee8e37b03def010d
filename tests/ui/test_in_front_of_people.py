"""What a facilitator in front of people would stumble over: the keyboard, room, wrong offers."""

from itertools import pairwise
from pathlib import Path

import pytest
from hands import Desk
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ilead_studio import edits
from ilead_studio.resources import resource
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.store import open_workbook
from ilead_studio.ui.commands.menus import Menus
from ilead_studio.ui.files.dialogs import QtDialogs

LEFT = Qt.MouseButton.LeftButton
LONG = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenantragsformular " * 3


@pytest.fixture
def example(desk: Desk, tmp_path: Path) -> Desk:
    path = tmp_path / "mine.ilead"
    path.write_bytes(resource("examples", "new-teachers.ilead").read_bytes())
    desk.window.filing.open_file(path)
    desk.settle()
    return desk


def named(within: QWidget, name: str) -> QAbstractButton:
    buttons = within.findChildren(QAbstractButton)
    return next(it for it in buttons if name in (it.accessibleName(), it.text().strip()))


# --- the keyboard stays with the page ------------------------------------------------------------
def test_a_click_on_a_button_leaves_the_keyboard_where_it_was(desk: Desk, qtbot: QtBot) -> None:
    desk.type("A head")
    desk.press("Return")
    for name in ("Undo", "Theory", "Theory"):
        qtbot.mouseClick(named(desk.window.bar, name), LEFT)
        assert desk.focus is desk.window.canvas, name


@pytest.mark.parametrize("key", ["Return", "Escape"])
def test_a_name_that_is_typed_gives_the_keyboard_back(desk: Desk, key: str) -> None:
    desk.window.head.edit()
    desk.type("The pupils")
    desk.press(key)
    assert desk.focus is desk.window.canvas


def test_escape_leaves_the_inspector(example: Desk) -> None:
    example.press("Ctrl+Return")
    example.type(" And more.")
    example.press("Escape")
    assert example.focus is example.window.canvas
    assert example.window.work.page.notes.endswith("not from the source. And more.")


@pytest.mark.parametrize("key", ["Return", "Escape"])
def test_linking_gives_the_keyboard_back_to_the_outline(example: Desk, key: str) -> None:
    example.press("Ctrl+3")
    window = example.window
    window.work.select(window.work.rows[3].id)
    window.outline.setFocus()
    example.press("Ctrl+L", key)
    assert example.focus is window.outline


def test_f6_comes_to_a_warning_too(example: Desk) -> None:
    example.window.work.warned.emit("Something happened.")
    example.press("Shift+F6")
    assert example.window.banner.isAncestorOf(example.focus)
    example.press("Space")
    assert example.window.banner.words == ""
    assert example.focus is example.window.canvas


def test_undo_in_the_inspector_leaves_the_caret_at_the_end(example: Desk) -> None:
    field = example.window.inspector.findChildren(QWidget, "notes")[0]
    field.setFocus()
    field.moveCursor(field.textCursor().MoveOperation.End)
    example.type(" More")
    example.press("Ctrl+Z")
    assert field.textCursor().atEnd()


# --- room ----------------------------------------------------------------------------------------
def test_many_pages_scroll_and_the_outline_keeps_its_room(desk: Desk, qtbot: QtBot) -> None:
    for _ in range(30):
        desk.window.do("add page")
    pages = desk.window.pages

    def stand_apart() -> None:
        shown = [it for it in pages.findChildren(QPushButton) if it.isCheckable()]
        assert len(shown) == 31
        for one, next_one in pairwise(shown):
            assert one.geometry().bottom() < next_one.geometry().top()
        assert not shown[-1].visibleRegion().isEmpty()

    qtbot.waitUntil(stand_apart)
    assert desk.window.outline.height() > 200


@pytest.mark.parametrize("section", ["Ctrl+2", "Ctrl+3"])
def test_the_keys_that_help_are_never_cut(example: Desk, qtbot: QtBot, section: str) -> None:
    window = example.window
    window.resize(1024, 700)
    example.press(section, "Tab")
    line = window.hints

    def is_whole() -> bool:
        return line.fontMetrics().horizontalAdvance(line.text()) <= line.width()

    qtbot.waitUntil(lambda: line.text().startswith("Enter") and is_whole())
    window.resize(1600, 700)
    qtbot.waitUntil(lambda: line.text().endswith("give up") and is_whole())


def test_long_words_do_not_push_the_inspector_out_of_the_window(desk: Desk, qtbot: QtBot) -> None:
    for key, words in (("F2", "Head"), ("Tab", "Bone"), ("Tab", LONG), ("Tab", "Why")):
        desk.press(key)
        desk.type(words)
        desk.press("Return", "Escape")
    inspector = desk.window.inspector
    title = inspector.findChildren(QLabel)[1]
    qtbot.waitUntil(lambda: title.text().startswith("Why of “Donau"))
    assert inspector.widget().width() <= inspector.viewport().width()


def test_an_open_editor_follows_zoom_and_scrolling(example: Desk) -> None:
    window = example.window
    window.work.select(window.work.rows[1].id)
    example.press("F2")
    editor = example.focus
    for key in ("Ctrl+Plus", "Ctrl+Plus", "Ctrl+Plus", "Ctrl+Plus", "Ctrl+0"):
        example.press(key)
        assert editor.geometry().contains(window.canvas.place_of(window.work.item_id).rect.center())
    example.press("Ctrl+Plus", "Ctrl+Plus", "Ctrl+Plus", "Ctrl+Plus")
    bar = window.canvas.horizontalScrollBar()
    bar.setValue(bar.value() + 40)
    assert editor.geometry().contains(window.canvas.place_of(window.work.item_id).rect.center())


def test_the_outline_is_not_built_anew_for_a_step(example: Desk) -> None:
    window = example.window
    example.settle()
    bone = window.work.rows[1]
    window.outline.collapse(window.outline.model().index(1, 0))
    built: list[str] = []
    window.outline.model().modelReset.connect(lambda: built.append("anew"))
    step = window.work.step
    step("rename", lambda book: edits.rename(book, bone.id, "Another name"))
    example.settle()
    assert window.outline.model().index(1, 0).data() == "Another name"
    step("add", lambda book: edits.add(book, "cause", "abcdefghij", "New", bone.id, None))
    example.settle()
    assert not built
    assert not window.outline.isExpanded(window.outline.model().index(1, 0))
    assert window.outline.isExpanded(window.outline.model().index(2, 0))


# --- nothing is offered that is not there --------------------------------------------------------
def test_a_fishbone_offers_no_change_idea(example: Desk) -> None:
    window = example.window
    example.press("Ctrl+I")
    assert window.work.slot is None
    assert "driver diagram" in window.status.words
    assert "Change idea below" not in offered(example)
    example.press("Ctrl+3")
    assert {"Change idea below", "Link it to one more place…"} <= set(offered(example))


def offered(desk: Desk) -> list[str]:
    menus = next(it for it in desk.window.features if isinstance(it, Menus))
    return [action.text().partition("\t")[0] for action in menus.item_menu().actions()]


def test_a_section_that_cannot_be_made_is_not_shown_as_open(desk: Desk, qtbot: QtBot) -> None:
    desk.window.work.session.apply("", lambda book: edits.add_fishbone(
        type(book)(), desk.window.work.ids()))  # fmt: skip
    desk.window.work.read_only = True
    qtbot.mouseClick(named(desk.window.bar, "Theory"), LEFT)
    assert named(desk.window.bar, "Fishbone").isChecked()


# --- files ---------------------------------------------------------------------------------------
def test_a_file_that_was_taken_away_can_be_saved_again_where_it_was(example: Desk) -> None:
    path = example.window.work.path
    path.unlink()
    example.press("Ctrl+S")
    assert "no longer where it was" in example.window.banner.words
    example.answers.path = path
    example.press("Ctrl+Shift+S")
    assert open_workbook(path, Disk()).workbook == example.window.work.workbook


@pytest.mark.parametrize("key", ["Ctrl+N", "Ctrl+O", "Ctrl+Q"])
def test_words_that_were_refused_are_not_thrown_away(example: Desk, key: str) -> None:
    example.press("F2")
    example.focus.setPlainText("z" * 2_100)
    example.press("Ctrl+S", key)
    assert example.window.isVisible()
    assert example.focus.toPlainText() == "z" * 2_100
    assert not example.answers.asked


def test_a_new_workbook_is_not_called_saved(example: Desk) -> None:
    example.press("Ctrl+S", "Ctrl+N")
    assert example.window.status.words.startswith("New workbook")


def test_a_newer_file_says_why_and_is_saved_under_another_name(example: Desk) -> None:
    window = example.window
    window.work.read_only = True
    window.head.edit()
    assert "only be read" in window.status.words
    example.press("Ctrl+S")
    assert example.answers.asked == ["save mine copy.ilead"]


def test_the_kind_that_is_chosen_gives_the_name_its_ending(desk: Desk, tmp_path: Path) -> None:
    kinds = "Handout (*.pdf);;Picture (*.svg)"
    QtDialogs(desk.window).save_path(tmp_path / "Plan 1.2.pdf", kinds, lambda _path: None)
    asks = desk.window.findChildren(QFileDialog)[0]
    asks.filterSelected.emit("Picture (*.svg)")
    assert [Path(name).name for name in asks.selectedFiles()] == ["Plan 1.2.svg"]
    asks.reject()

"""The window as a whole: files, pages, areas, what is said."""

from pathlib import Path

import pytest
from hands import WHEN, Desk
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
)
from pytestqt.qtbot import QtBot

from ilead_studio.resources import resource
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.store import open_workbook
from ilead_studio.surroundings import Surroundings
from ilead_studio.ui.packets.export_card import Wish
from ilead_studio.ui.settings.remembered import remembered_look

EXAMPLE = resource("examples", "new-teachers.ilead")


def test_the_walk_of_the_first_issue(desk: Desk, tmp_path: Path) -> None:
    """Open, add three causes and a why, undo two, redo one, save, close, open again."""
    window, path = desk.window, tmp_path / "mine.ilead"
    path.write_bytes(EXAMPLE.read_bytes())
    assert window.filing.open_file(path)
    before = desk.tree
    window.work.select(window.work.rows[1].id)
    desk.press("Tab")
    for words in ("One", "Two", "Three"):
        desk.type(words)
        desk.press("Return")
    desk.press("Escape", "Tab")
    desk.type("Why three")
    desk.press("Return", "Escape")
    at = next(i for i, row in enumerate(desk.tree) if row == (2, "One"))
    assert desk.tree[at : at + 4] == [(2, "One"), (2, "Two"), (2, "Three"), (3, "Why three")]
    desk.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Shift+Z")
    expected = [*before[:at], (2, "One"), (2, "Two"), (2, "Three"), *before[at:]]
    assert desk.tree == expected
    desk.press("Ctrl+S")
    assert window.work.session.is_saved
    assert f"Saved {WHEN:%H:%M}" in window.status.words or "Done again" in window.status.words
    window.filing.open_file(path)
    assert desk.tree == expected


def test_save_asks_for_a_name_once(desk: Desk, tmp_path: Path) -> None:
    desk.type("A head")
    desk.press("Return")
    desk.answers.path = tmp_path / "new.ilead"
    desk.press("Ctrl+S")
    desk.type("A bone")
    desk.press("Ctrl+S")
    assert desk.answers.asked == ["save A head.ilead"]
    page = open_workbook(desk.answers.path, Disk()).workbook.fishbones[0]
    assert (page.head, page.causes[0].text) == ("A head", "A bone")


def test_a_long_head_names_a_file_in_whole_words(desk: Desk) -> None:
    desk.type("New-teacher turnover is high: and new teachers do not become effective fast enough")
    desk.press("Return", "Ctrl+S")
    name = "New-teacher turnover is high and new teachers do not become"
    assert desk.answers.asked == [f"save {name}.ilead"]


def test_closing_asks_about_work_that_no_file_holds(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    desk.type("A head")
    desk.press("Return")
    desk.window.close()
    assert desk.window.isVisible()
    assert desk.answers.asked == ["unsaved Untitled workbook"]
    desk.answers.unsaved_answer = "save"
    desk.answers.path = tmp_path / "kept.ilead"
    desk.window.close()
    qtbot.waitUntil(lambda: not desk.window.isVisible())
    assert open_workbook(desk.answers.path, Disk()).workbook.fishbones[0].head == "A head"


def test_a_file_that_cannot_be_opened_is_told_and_nothing_changes(
    desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "letter.ilead"
    path.write_text("Dear all")
    before = desk.window.work.workbook
    desk.answers.path = path
    desk.press("Ctrl+O")
    assert desk.window.work.workbook is before
    assert "letter.ilead" in desk.window.banner.words


def test_a_file_changed_by_another_program_is_not_overwritten(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "shared.ilead"
    path.write_bytes(EXAMPLE.read_bytes())
    desk.window.filing.open_file(path)
    other = resource("examples", "college-math.ilead").read_bytes()
    path.write_bytes(other)
    desk.type("New words")
    desk.press("Ctrl+S")
    assert path.read_bytes() == other
    assert not desk.window.work.session.is_saved
    assert "shared.ilead" in desk.window.banner.words


def test_a_notice_on_opening_is_shown(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "touched.ilead"
    path.write_bytes(EXAMPLE.read_bytes().replace(b"High principal turnover", b"High turnover"))
    desk.window.filing.open_file(path)
    assert "touched.ilead" in desk.window.banner.words


def test_a_section_keeps_its_last_item(desk: Desk) -> None:
    desk.window.filing.open_file(EXAMPLE)
    chosen = desk.window.work.rows[4].id
    desk.window.work.select(chosen)
    desk.press("Ctrl+3")
    assert not desk.window.work.is_fishbone
    desk.press("Ctrl+2")
    assert desk.window.work.item_id == chosen
    assert desk.focus is desk.window.canvas


def test_the_inspector_writes_while_one_types_as_one_step(desk: Desk) -> None:
    desk.window.filing.open_file(EXAMPLE)
    desk.window.work.select(desk.window.work.rows[1].id)
    desk.settle()
    words = desk.words
    field = desk.window.inspector.findChildren(QPlainTextEdit)[0]
    field.setFocus()
    field.moveCursor(field.textCursor().MoveOperation.End)
    desk.type(" in August")
    assert desk.words == f"{words} in August"
    desk.press("Ctrl+Z")
    assert desk.words == words
    assert field.toPlainText() == words


def test_ctrl_enter_goes_to_the_note(desk: Desk) -> None:
    desk.type("A head")
    desk.press("Return", "Ctrl+Return")
    desk.type("Seen in the exit survey")
    assert desk.window.work.page.notes == "Seen in the exit survey"


def test_a_new_page_is_added_and_can_be_named(desk: Desk) -> None:
    desk.window.do("add page")
    desk.window.head.edit()
    desk.type("The same, as mentors see it")
    desk.press("Return")
    assert [page.title for page in desk.window.work.workbook.fishbones] == [
        "",
        "The same, as mentors see it",
    ]


def test_the_workbook_is_renamed(desk: Desk) -> None:
    desk.answers.typed = "Riverbend & partners"
    desk.window.do("rename workbook")
    desk.settle()
    assert desk.window.work.workbook.title == "Riverbend & partners"
    assert "Riverbend & partners" in desk.window.windowTitle()


def test_click_selects_and_double_click_edits(desk: Desk, qtbot: QtBot) -> None:
    desk.window.filing.open_file(EXAMPLE)
    canvas, target = desk.window.canvas, desk.window.work.rows[3]
    place = canvas.place_of(target.id)
    at = place.rect.topLeft() + QPoint(6, 6)
    qtbot.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert desk.window.work.item_id == target.id
    qtbot.mouseDClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert desk.focus.toPlainText() == target.text


@pytest.mark.parametrize(
    ("steps", "name", "begins"),
    [
        (0, "it.svg", b"<?xml"),
        (1, "it.png", b"\x89PNG"),
    ],
)
def test_what_the_card_asks_for_is_exported_while_work_goes_on(
    desk: Desk, qtbot: QtBot, tmp_path: Path, steps: int, name: str, begins: bytes
) -> None:
    desk.window.filing.open_file(EXAMPLE)
    desk.answers.path = tmp_path / name
    desk.press("Ctrl+Alt+E", *["Down"] * steps)
    with qtbot.waitSignal(desk.window.filing.exported, timeout=20_000):
        desk.press("Return")
    assert desk.answers.path.read_bytes().startswith(begins)
    assert desk.focus is desk.window.canvas


def test_the_card_lets_only_those_questions_be_answered_that_matter(desk: Desk) -> None:
    desk.press("Ctrl+Alt+E")
    card = desk.window.cards.export
    assert card.wish() == Wish()
    dots = next(it for it in card.findChildren(QComboBox) if it.accessibleName().startswith("Dots"))
    assert not dots.isEnabled()
    desk.press("Down")
    assert dots.isEnabled()
    desk.press("Escape")
    assert not card.isVisible()
    assert desk.focus is desk.window.canvas


def test_every_control_has_a_name_for_assistive_technology(desk: Desk) -> None:
    desk.window.filing.open_file(EXAMPLE)
    desk.press("Ctrl+3")
    desk.window.work.select(desk.window.work.rows[2].id)
    for kind in (QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit):
        for control in desk.window.findChildren(kind):
            if control.isVisible():
                assert control.accessibleName() or control.text(), control


def test_another_look_changes_everything_but_the_work(desk: Desk) -> None:
    desk.window.filing.open_file(EXAMPLE)
    desk.window.work.select(desk.window.work.rows[3].id)
    tree, words = desk.tree, desk.words
    desk.press("F2")
    desk.type("Typed before the change")
    desk.window.do("theme projector")
    assert desk.tree != tree
    assert desk.words == "Typed before the change" != words
    assert desk.focus is desk.window.canvas
    desk.press("Tab")
    desk.type("Typed after it")
    desk.press("Return", "Escape")
    assert (3, "Typed after it") in desk.tree


def test_the_look_is_remembered(desk: Desk, around: Surroundings) -> None:
    desk.window.do("theme light")
    assert remembered_look(around.places).theme.name == "light"


def test_a_fishbone_is_mirrored_and_back(desk: Desk) -> None:
    desk.window.filing.open_file(EXAMPLE)
    desk.window.do("mirror")
    assert desk.window.work.page.mirrored
    desk.press("Ctrl+Z")
    assert not desk.window.work.page.mirrored

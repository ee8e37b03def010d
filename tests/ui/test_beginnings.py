"""Templates and pasted outlines: seen before they are made, made in one step."""

import pytest
from hands import Desk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QPushButton

from ilead_studio.model import pages
from ilead_studio.ui.pasting.outline_card import OutlineCard
from ilead_studio.ui.start.templates_card import TemplatesCard
from ilead_studio.ui.widgets.preview_card import PreviewCard


def card(desk: Desk, kind: type[PreviewCard]) -> PreviewCard:
    """Return the card that is open."""
    desk.settle()
    return next(it for it in desk.window.findChildren(kind) if it.isVisible())


def press_button(desk: Desk, words: str) -> None:
    """Click the button of the open card that says so."""
    here = card(desk, PreviewCard).findChildren(QPushButton)
    found = next(it for it in here if it.accessibleName() == words and it.isVisible())
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)
    desk.settle()


def copy(text: str) -> None:
    QApplication.clipboard().setText(text)


@pytest.fixture
def at_work(desk: Desk) -> Desk:
    """A window with words that no file holds yet."""
    desk.type("Absence")
    desk.press("Return", "Escape")
    return desk


def test_a_template_begins_a_workbook_and_the_head_waits_for_words(desk: Desk) -> None:
    desk.press("Ctrl+Shift+N")
    assert isinstance(desk.focus, QListWidget)
    desk.press("Down", "Return")
    assert desk.tree == [
        (0, ""), (1, "People"), (1, "Policies"), (1, "Procedures"), (1, "Plant"),
    ]  # fmt: skip
    assert desk.focus is desk.window.canvas
    desk.type("Buses come late")
    desk.press("Return")
    assert desk.tree[0] == (0, "Buses come late")
    assert len(pages(desk.window.work.workbook)) == 1


def test_the_picture_shows_the_template_that_is_chosen(desk: Desk) -> None:
    desk.press("Ctrl+Shift+N")
    here = card(desk, TemplatesCard)
    first = here.picture.grab().toImage()
    assert "7 bones: Students and families" in here.said.text()
    desk.press("Down")
    assert "4 bones: People" in here.said.text()
    assert here.picture.grab().toImage() != first
    assert here.picture.accessibleDescription() == here.said.text()


def test_a_template_is_added_to_the_open_workbook_in_one_step(at_work: Desk) -> None:
    before = at_work.window.work.workbook
    at_work.press("Ctrl+Shift+N", "Return")
    assert len(at_work.window.work.workbook.fishbones) == 2
    assert at_work.words == ""
    assert at_work.focus is at_work.window.canvas
    at_work.press("Ctrl+Z")
    assert at_work.window.work.workbook == before
    assert at_work.words == "Absence"


def test_escape_changes_nothing_and_gives_the_keyboard_back(at_work: Desk) -> None:
    before = at_work.window.work.workbook
    at_work.press("Ctrl+Shift+N", "Down", "Escape")
    assert at_work.window.work.workbook is before
    assert at_work.focus is at_work.window.canvas


def test_a_new_workbook_asks_about_unsaved_work_first(at_work: Desk) -> None:
    before = at_work.window.work.workbook
    at_work.press("Ctrl+Shift+N")
    press_button(at_work, "New workbook")
    assert at_work.answers.asked == ["unsaved Untitled workbook"]
    assert at_work.window.work.workbook is before
    at_work.answers.unsaved_answer = "leave"
    at_work.press("Ctrl+Shift+N")
    press_button(at_work, "New workbook")
    assert at_work.tree[0] == (0, "")
    assert at_work.window.work.path is None
    assert not at_work.window.work.session.is_saved


def test_a_double_click_takes_a_template(desk: Desk) -> None:
    desk.press("Ctrl+Shift+N")
    chooser = card(desk, TemplatesCard).findChild(QListWidget)
    at = chooser.visualItemRect(chooser.item(2)).center()
    QTest.mouseClick(chooser.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(chooser.viewport(), Qt.MouseButton.LeftButton, pos=at)
    desk.settle()
    assert desk.tree[1] == (1, "Surroundings")


def test_bones_from_a_template_come_onto_an_empty_fishbone_only(at_work: Desk) -> None:
    at_work.window.do("bones from template")
    at_work.press("Return")
    assert len(at_work.tree) == 8
    assert at_work.words == "Absence"
    at_work.window.do("bones from template")
    assert "has none yet" in at_work.window.status.words
    at_work.press("Ctrl+Z")
    assert at_work.tree == [(0, "Absence")]
    at_work.press("Ctrl+3")
    at_work.window.do("bones from template")
    assert "has none yet" in at_work.window.status.words


def test_a_file_that_can_only_be_read_takes_no_template(at_work: Desk) -> None:
    at_work.window.work.read_only = True
    before = at_work.window.work.workbook
    at_work.press("Ctrl+Shift+N", "Return")
    assert at_work.window.work.workbook is before
    assert "only be read" in at_work.window.status.words


def test_an_outline_with_a_head_becomes_a_fishbone(desk: Desk) -> None:
    copy("# notes of Tuesday\nhead: Buses come late\n  Roads\n    Roadworks\n  Drivers\n")
    desk.window.do("new from outline")
    here = card(desk, OutlineCard)
    assert "2 bones, 1 cause under “Buses come late”." in here.said.text()
    assert not here.picture.is_empty
    desk.press("Return")
    assert desk.tree == [
        (0, "Buses come late"), (1, "Roads"), (2, "Roadworks"), (1, "Drivers"),
    ]  # fmt: skip
    assert desk.focus is desk.window.canvas
    desk.press("Ctrl+Z")
    assert desk.tree == []


def test_an_aim_makes_a_driver_diagram_with_its_ideas(at_work: Desk) -> None:
    copy("aim: Read by June\n  Time\n    idea: Ten minutes a day\n")
    at_work.window.do("new from outline")
    assert card(at_work, OutlineCard).kind == "theory"
    at_work.press("Return")
    assert not at_work.window.work.is_fishbone
    assert at_work.tree == [(0, "Read by June"), (1, "Time"), (2, "Ten minutes a day")]
    at_work.press("Ctrl+Z")
    assert at_work.words == "Absence"


def test_arrows_choose_the_other_kind_and_the_picture_follows(desk: Desk) -> None:
    copy("head: Late\n  Roads")
    desk.window.do("new from outline")
    here = card(desk, OutlineCard)
    before = here.picture.grab().toImage()
    desk.press("Right")
    assert here.kind == "theory"
    assert here.picture.grab().toImage() != before
    desk.press("Return")
    assert desk.tree == [(0, "Late"), (1, "Roads")]
    assert not desk.window.work.is_fishbone


def test_plain_lines_become_bones_and_the_head_waits(desk: Desk) -> None:
    copy("Roads\nDrivers\nWeather")
    desk.window.do("new from outline")
    desk.press("Return")
    assert desk.tree == [(0, ""), (1, "Roads"), (1, "Drivers"), (1, "Weather")]
    desk.type("Late")
    desk.press("Return")
    assert desk.tree[0] == (0, "Late")


def test_what_cannot_be_is_refused_naming_the_line_and_nothing_is_made(desk: Desk) -> None:
    copy("head: Late\n  Roads\n  idea: More buses\n")
    desk.window.do("new from outline")
    here = card(desk, OutlineCard)
    assert here.said.text().startswith("Line 3 of “clipboard”:")
    assert here.picture.is_empty
    before = desk.window.work.workbook
    desk.press("Return")
    assert here.isVisible()
    assert desk.window.work.workbook is before
    desk.press("Right")
    assert not here.picture.is_empty
    desk.press("Escape")
    assert desk.focus is desk.window.canvas


@pytest.mark.parametrize("text", ["", "   \n\t\n", "----\n***"])
def test_a_clipboard_without_words_is_told(desk: Desk, text: str) -> None:
    copy(text)
    desk.window.do("new from outline")
    assert "no words on the clipboard" in card(desk, OutlineCard).said.text()


def test_a_very_large_outline_is_told_and_not_drawn_before_it_is_made(desk: Desk) -> None:
    copy("head: Much\n" + "\n".join(f"  Cause {number}" for number in range(900)))
    desk.window.do("new from outline")
    here = card(desk, OutlineCard)
    assert "900 bones, 0 causes" in here.said.text()
    assert "too many to show" in here.said.text()
    assert here.picture.is_empty
    desk.press("Return")
    assert len(desk.tree) == 901


def test_a_card_fits_the_smallest_window(desk: Desk) -> None:
    desk.window.resize(1024, 640)
    desk.settle()
    desk.press("Ctrl+Shift+N")
    here = card(desk, TemplatesCard)
    assert desk.window.whole.rect().contains(here.geometry())


def test_the_example_is_opened_as_a_workbook_without_a_file(desk: Desk) -> None:
    desk.window.do("open example")
    desk.settle()
    assert desk.window.work.path is None
    assert desk.window.work.workbook.title == "Coming to school"
    desk.answers.path = None
    desk.press("Ctrl+S")
    assert desk.answers.asked == ["save Coming to school.ilead"]

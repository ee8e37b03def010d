"""Showing some causes in full and fading the rest; the line of sight; what colours mean."""

import pytest
from hands import Desk
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.ui.sight.filtering import Filtering


@pytest.fixture
def open_desk(desk: Desk) -> Desk:
    """A workbook with a fishbone in view on which two causes are judged, and a theory."""
    workbook = edits.put(both(), [key("late")], evidence="supported", lenses=("equity",))
    workbook = edits.put(workbook, [key("work")], votes=3, parties=(key("party"),))
    desk.window.work.begin(workbook)
    desk.settle()
    desk.window.canvas.setFocus()
    return desk


def filtering(desk: Desk) -> Filtering:
    return next(it for it in desk.window.features if isinstance(it, Filtering))


def in_full(desk: Desk) -> set[str]:
    work = desk.window.work
    return {row.text for row in work.rows if row.id not in work.faded}


def sight_words(desk: Desk) -> str:
    work = desk.window.work
    assert work.page is not None
    return work.sight.words(work.workbook, work.page, work.faded)


def test_choosing_by_keyboard_fades_the_rest_and_the_status_line_counts(open_desk: Desk) -> None:
    desk = open_desk
    desk.press("Ctrl+Shift+F")
    assert filtering(desk).bar.isVisible()
    assert desk.focus.accessibleName() == "Show in full: Evidence"
    desk.press("Down", "Down")
    assert in_full(desk) == {"Pupils miss school", "Buses", "Buses come late"}
    said = desk.window.status.words
    assert said.endswith("Supported: 1 of 4 causes in full, 3 faded")
    desk.press("Tab", "Tab", "Down")
    assert desk.focus.accessibleName() == "Show in full: Lens"
    assert desk.window.work.sight.sieve.lens == "equity"


def test_escape_in_the_bar_and_on_the_page_shows_all(open_desk: Desk) -> None:
    desk = open_desk
    for go_back in (False, True):
        desk.press("Ctrl+Shift+F", "Down", "Down")
        if go_back:
            desk.window.canvas.setFocus()
        assert desk.window.work.faded
        desk.press("Escape")
        assert not desk.window.work.faded
        assert not filtering(desk).bar.isVisible()
        assert desk.focus is desk.window.canvas
    assert "faded" not in desk.window.status.words


def test_what_is_in_full_is_told_whatever_was_said_before(open_desk: Desk) -> None:
    desk = open_desk
    desk.press("Ctrl+Shift+F")
    desk.window.work.said.emit("Select a cause to link it.")
    desk.press("Down")
    assert desk.window.status.words.endswith("Hunch: 3 of 4 causes in full, 1 faded")


def test_what_is_sought_counts_too(open_desk: Desk, qtbot: QtBot) -> None:
    desk = open_desk
    desk.press("Ctrl+F")
    desk.type("buses")
    assert desk.window.work.faded == frozenset()
    qtbot.waitUntil(lambda: desk.window.status.words == "3 places in 1 section")
    desk.press("Ctrl+Shift+F")
    assert in_full(desk) == {"Buses", "Buses come late", "Buses are full"}
    desk.press("Down", "Down")
    assert in_full(desk) == {"Buses", "Buses come late"}
    words = desk.window.status.words
    assert words.endswith("Supported, with “buses”: 1 of 4 causes in full, 3 faded")


def test_words_can_be_asked_for_in_the_bar(open_desk: Desk) -> None:
    desk = open_desk
    desk.press("Ctrl+Shift+F", "Tab", "Tab", "Tab", "Tab")
    desk.type("Early")
    assert in_full(desk) == {"Home", "Parents work early"}


def test_an_item_that_comes_to_pass_is_in_full_at_once(open_desk: Desk) -> None:
    desk, work = open_desk, open_desk.window.work
    desk.press("Ctrl+Shift+F", "Down", "Down")
    work.step("judge", lambda book: edits.put(book, [key("full")], evidence="supported"))
    desk.settle()
    assert "Buses are full" in in_full(desk)
    assert "2 of 4 causes in full, 2 faded" in desk.window.status.words


def test_what_is_being_typed_is_never_faded(open_desk: Desk) -> None:
    desk = open_desk
    desk.press("Ctrl+Shift+F", "Down", "Down")
    desk.window.canvas.setFocus()
    desk.press("Return")
    assert desk.window.work.slot is not None
    assert "Next bone" in in_full(desk)


def test_a_theory_asks_for_parties_and_words_alone(open_desk: Desk) -> None:
    desk = open_desk
    desk.window.do("theory")
    desk.press("Ctrl+Shift+F")
    assert desk.focus.accessibleName() == "Show in full: Party"
    shown = [it for it in filtering(desk).bar.findChildren(QComboBox) if it.isVisible()]
    assert len(shown) == 1
    desk.press("Tab")
    desk.type("books")
    assert in_full(desk) == {"Talk about books"}
    assert "1 of 5 drivers and ideas in full, 4 faded" in desk.window.status.words


def test_the_line_of_sight_stays_lit_whatever_is_selected_on_every_page(open_desk: Desk) -> None:
    desk, work = open_desk, open_desk.window.work
    desk.window.do("theory")
    work.select(key("hour"))
    desk.window.do("line of sight")
    lit = {"Every child reads by June (70 %)", "Teaching", "Quiet hour"}
    assert in_full(desk) == lit
    work.select(key("families"))
    assert in_full(desk) == lit
    assert desk.focus is desk.window.canvas
    desk.settle()
    told = "Line of sight of “Quiet hour”: 2 of 5 drivers and ideas in full, 3 faded"
    assert sight_words(desk) == told
    desk.window.do("line of sight")
    assert not work.faded


def test_a_line_of_sight_crosses_from_a_cause_to_what_answers_it(open_desk: Desk) -> None:
    desk, work = open_desk, open_desk.window.work
    work.step("answer", lambda it: edits.answer(it, key("daily"), [key("late")]))
    work.select(key("late"))
    desk.settle()
    desk.window.do("line of sight")
    causes = {"Pupils miss school", "Buses", "Buses come late", "Roads are mended"}
    assert in_full(desk) == causes
    desk.window.do("theory")
    desk.settle()
    assert "Daily reading" in in_full(desk)
    assert "Families" not in in_full(desk)
    assert sight_words(desk).startswith("Line of sight of “Buses come late”: ")
    desk.window.do("fishbone")
    assert in_full(desk) == causes
    work.step("delete", lambda it: edits.delete(it, [key("late")]))
    assert not work.faded
    desk.press("Ctrl+Z")
    assert in_full(desk) == causes
    desk.press("Escape")
    assert not work.faded
    assert not work.sight.pinned


def test_the_ground_ends_the_line_of_sight(open_desk: Desk) -> None:
    desk, work = open_desk, open_desk.window.work
    desk.window.do("theory")
    work.select(key("hour"))
    desk.window.do("line of sight")
    desk.settle()
    viewport = desk.window.canvas.viewport()
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    assert not work.faded


def test_colours_mean_what_is_chosen_and_nothing_enters_the_document(open_desk: Desk) -> None:
    desk, work = open_desk, open_desk.window.work
    before = work.workbook
    choice = filtering(desk).colours.choice
    assert choice.isVisible()
    choice.setFocus()
    desk.press("Down")
    assert work.view.colour_by == "evidence"
    desk.press("Escape")
    assert desk.focus is desk.window.canvas
    assert work.workbook.fishbones[0].causes is before.fishbones[0].causes
    desk.window.do("theory")
    desk.settle()
    assert not choice.isVisible()
    desk.window.do("theme dark")
    desk.window.do("fishbone")
    desk.settle()
    assert filtering(desk).colours.choice.currentText() == "Evidence"


def test_the_filter_bar_is_an_area_of_the_window(open_desk: Desk) -> None:
    desk = open_desk
    desk.press("Ctrl+Shift+F")
    desk.window.canvas.setFocus()
    desk.press("Shift+F6")
    assert filtering(desk).bar.isAncestorOf(desk.focus)

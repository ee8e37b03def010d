"""The paste card: from three lines on it shows them, and the keyboard stays where it was."""

import pytest
from hands import Desk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from workbooks import both, key

from ilead_studio.ui.capture.editor import Editor
from ilead_studio.ui.pasting.paste_card import TRAY, PasteCard

CHAT = (
    "[10:42 AM] Ana Ruiz: Keys come in week two\n[10:43 AM] B Li: Buses are FULL\n"
    "[10:44 AM] Ana Ruiz: Rooms change in August"
)


@pytest.fixture
def open_card(desk: Desk) -> Desk:
    """An editor for the next cause, and a card with three lines of a chat over it."""
    desk.window.work.begin(both())
    desk.window.work.select(key("late"))
    QApplication.clipboard().setText(CHAT)
    desk.press("Return", "Ctrl+V")
    return desk


def card(desk: Desk) -> PasteCard:
    assert desk.window.docked is not None
    return desk.window.docked


def words(desk: Desk) -> list[str]:
    return [words for _, words in desk.tree]


def test_the_card_says_what_was_pasted_and_what_it_becomes(open_card: Desk) -> None:
    shown = card(open_card)
    assert shown.isVisible()
    assert shown._title.text() == "3 lines from a chat"
    assert shown._sorts.text() == "3 causes · names and times left out"
    assert shown._told.text() == "1 line is on the page already (C3), so not ticked."
    assert shown._where._buttons[0].text() == "Here, on bone 1"
    assert shown._take.text() == "Add 2 here"
    assert isinstance(open_card.focus, Editor)


def test_enter_takes_the_ticked_lines_in_one_step_and_typing_goes_on(open_card: Desk) -> None:
    open_card.press("Return")
    assert not card(open_card).isVisible()
    assert isinstance(open_card.focus, Editor)
    assert open_card.window.work.session.undo_label == "paste 2 items"
    open_card.type("More")
    open_card.press("Return", "Escape")
    assert words(open_card)[3:8] == [
        "Roads are mended", "Keys come in week two", "Rooms change in August", "More",
        "Buses are full",
    ]  # fmt: skip


def test_escape_leaves_the_lines_out_and_the_editor_open(open_card: Desk) -> None:
    open_card.press("Escape")
    assert not card(open_card).isVisible()
    assert isinstance(open_card.focus, Editor)
    open_card.press("Escape")
    assert open_card.window.work.session.undo_label == ""


def test_typing_closes_the_card_and_goes_on_in_the_editor(open_card: Desk) -> None:
    open_card.type("Own words")
    assert not card(open_card).isVisible()
    assert open_card.focus.words() == "Own words"


@pytest.mark.parametrize("name", ["canvas", "outline"])
def test_without_an_editor_the_keyboard_stays_on_the_page(desk: Desk, name: str) -> None:
    desk.window.work.begin(both())
    desk.window.work.select(key("work"))
    here = getattr(desk.window, name)
    here.setFocus()
    QApplication.clipboard().setText("One\n  Two\nThree")
    desk.press("Ctrl+V")
    assert desk.focus is here
    desk.press("Return")
    assert desk.tree[-4:] == [(2, "Parents work early"), (2, "One"), (3, "Two"), (2, "Three")]
    assert desk.focus is here


def test_another_item_can_be_chosen_while_the_lines_wait(open_card: Desk) -> None:
    open_card.press("Escape", "Escape", "Ctrl+V")
    open_card.window.work.select(key("home"))
    open_card.settle()
    assert card(open_card)._where._buttons[0].text() == "Here, on bone 2"
    open_card.press("Return")
    assert words(open_card)[-2:] == ["Keys come in week two", "Rooms change in August"]


def test_f6_reaches_the_card_and_space_ticks(open_card: Desk) -> None:
    shown = card(open_card)
    open_card.press("F6")
    assert shown.isAncestorOf(open_card.focus)
    shown._list.setFocus()
    open_card.press("Space", "Down", "Space")
    assert shown._take.text() == "Add 2 here"
    open_card.press("Up", "Space")
    assert shown._take.text() == "Add 3 here"
    open_card.press("Return")
    assert "Buses are FULL" in words(open_card)
    assert open_card.focus is open_card.window.canvas


def test_lines_go_to_the_slot_they_were_pasted_into_even_from_within_the_card(
    open_card: Desk,
) -> None:
    open_card.press("Escape", "Escape", "Tab", "Ctrl+V")
    card(open_card)._list.setFocus()
    open_card.settle()
    assert card(open_card)._sorts.text().startswith("3 whys")
    open_card.press("Return")
    assert (3, "Keys come in week two") in open_card.tree


def test_a_click_ticks_and_the_button_takes(open_card: Desk) -> None:
    shown = card(open_card)
    rect = shown._list.visualItemRect(shown._list.item(1))
    tick = rect.topLeft() + shown._list.viewport().rect().topLeft()
    tick.setX(rect.left() + 14)
    tick.setY(rect.center().y())
    QTest.mouseClick(shown._list.viewport(), Qt.MouseButton.LeftButton, pos=tick)
    assert shown._take.text() == "Add 3 here"
    QTest.mouseClick(shown._take, Qt.MouseButton.LeftButton)
    open_card.settle()
    assert "Buses are FULL" in words(open_card)


def test_in_the_tray_all_lines_wait_with_where_they_come_from(open_card: Desk) -> None:
    card(open_card)._where.chosen.emit(TRAY)
    assert card(open_card)._take.text() == "Put 2 in the tray"
    open_card.press("Return")
    assert [(it.text, it.source) for it in open_card.window.work.workbook.tray] == [
        ("Keys come in week two", "from the chat"), ("Rooms change in August", "from the chat"),
    ]  # fmt: skip
    assert open_card.window.work.session.undo_label == "catch 2 lines"
    assert "2 lines are in the tray" in open_card.window.status.words
    assert isinstance(open_card.focus, Editor)


def test_nothing_ticked_is_nothing_to_take(open_card: Desk) -> None:
    shown = card(open_card)
    for at in range(3):
        shown._list.item(at).setCheckState(Qt.CheckState.Unchecked)
    open_card.press("Return")
    assert shown.isVisible()
    assert not shown._take.isEnabled()


def test_the_whole_text_can_be_seen(open_card: Desk) -> None:
    shown = card(open_card)
    QTest.mouseClick(shown._see, Qt.MouseButton.LeftButton)
    assert shown._whole.isVisible()
    assert shown._whole.toPlainText() == CHAT
    QTest.mouseClick(shown._see, Qt.MouseButton.LeftButton)
    assert shown._list.isVisible()


def test_the_keys_that_help_are_named_while_the_card_is_open(open_card: Desk) -> None:
    assert open_card.window.hints.text().startswith("3 lines are waiting      Enter  add 2 here")
    open_card.press("Escape")
    assert "waiting" not in open_card.window.hints.text()


def test_what_would_be_under_the_card_is_scrolled_up_and_back(open_card: Desk) -> None:
    window = open_card.window
    open_card.press("Escape", "Escape")
    zoom = window.canvas.zoom
    box = {it: window.canvas.place_of(it).rect for it in map(key, ("late", "work", "roads"))}
    lowest = max(box, key=lambda it: box[it].bottom())
    window.work.select(lowest)
    open_card.press("Ctrl+V")
    top = card(open_card).mapTo(window, card(open_card).rect().topLeft()).y()
    there = window.canvas.viewport().mapTo(window, window.canvas.place_of(lowest).rect.bottomLeft())
    assert there.y() < top
    assert window.canvas.zoom == zoom
    open_card.press("Escape")
    assert window.canvas.place_of(lowest).rect == box[lowest]


def test_the_card_goes_with_its_page(open_card: Desk) -> None:
    open_card.press("Ctrl+3")
    assert not card(open_card).isVisible()


def test_on_a_theory_lines_become_ideas_under_a_secondary_driver(desk: Desk) -> None:
    desk.window.work.begin(both())
    desk.press("Ctrl+3")
    desk.window.work.select(key("daily"))
    QApplication.clipboard().setText("One\nTwo\nThree")
    desk.press("Tab", "Ctrl+V")
    assert card(desk)._sorts.text() == "3 change ideas"
    desk.press("Return", "Escape")
    assert [it.text for it in desk.window.work.workbook.ideas][-3:] == ["One", "Two", "Three"]


def test_columns_are_as_long_as_the_card_has_rows(open_card: Desk) -> None:
    open_card.press("Escape")
    QApplication.clipboard().setText("\n".join(f"Line {at}" for at in range(12)))
    open_card.press("Ctrl+V")
    rows = card(open_card)._list
    assert not rows.horizontalScrollBar().isVisible()
    inside = rows.viewport().rect()
    assert all(inside.contains(rows.visualItemRect(rows.item(at)).center()) for at in range(12))


def test_enter_in_another_field_is_that_field_s(open_card: Desk) -> None:
    open_card.press("Ctrl+Return")
    notes = open_card.focus
    assert notes.objectName() == "notes"
    open_card.press("Return")
    assert open_card.focus is notes
    assert card(open_card).isVisible()
    assert open_card.window.work.session.undo_label == ""


def test_another_look_closes_the_card(open_card: Desk) -> None:
    open_card.window.wear(open_card.window.look)
    open_card.settle()
    assert open_card.window.docked is None
    open_card.press("Down", "Ctrl+V", "Return")
    assert "Keys come in week two" in words(open_card)

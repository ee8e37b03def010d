"""The capture tray and the parking lot: in from everywhere, and out to the page."""

import pytest
from hands import WHEN, Desk
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.model import Cause, Idea, find
from ilead_studio.rules.advice import advice
from ilead_studio.rules.outline import outline
from ilead_studio.ui.capture.editor import Editor
from ilead_studio.ui.capture.tray import Tray
from ilead_studio.ui.frame.right_panel import SELECTED
from ilead_studio.ui.frame.sections import sections


@pytest.fixture
def fishbone(desk: Desk) -> Desk:
    """Two words in the tray, an idea in the lot, and the bone "Home" selected."""
    workbook = edits.catch(both(), key("loose"), "The laptop comes late")
    workbook = edits.catch(workbook, key("asked"), "Nobody told us", "from the chat")
    workbook = edits.park_words(workbook, key("free"), "Give mentors a free period", "mentor")
    desk.window.work.begin(workbook)
    desk.window.work.select(key("home"))
    desk.settle()
    return desk


def tray(desk: Desk) -> Tray:
    """Return the panel that stands at the right now."""
    (made,) = (it for it in desk.window.about.findChildren(Tray) if it.isVisible())
    return made


def in_tray(desk: Desk) -> list[str]:
    return [it.text for it in desk.window.work.workbook.tray]


def in_lot(desk: Desk) -> list[tuple[str, str]]:
    return [(it.text, it.raised_by) for it in edits.parked(desk.window.work.workbook)]


# --- the panel -----------------------------------------------------------------------------------
def test_the_panel_is_reached_by_keys_and_left_by_escape(fishbone: Desk) -> None:
    fishbone.press("Ctrl+Shift+B")
    assert fishbone.focus is tray(fishbone).loose
    assert not fishbone.window.inspector.isVisible()
    fishbone.press("Escape")
    assert fishbone.focus is fishbone.window.canvas
    fishbone.press("Ctrl+Shift+B", "Ctrl+Shift+B")
    assert fishbone.window.inspector.isVisible()
    assert fishbone.focus is fishbone.window.canvas


def test_what_is_shown_at_the_right_is_remembered(fishbone: Desk) -> None:
    fishbone.press("Ctrl+Shift+B")
    assert fishbone.window.settings.value("window/right") == "tray"
    fishbone.window.wear(fishbone.window.look)
    fishbone.settle()
    assert tray(fishbone).loose.count() == 2


def test_arrows_choose_between_selected_and_tray(fishbone: Desk) -> None:
    choice = fishbone.window.about._choice
    choice._buttons[0].setFocus()
    fishbone.press("Right", "Space")
    assert fishbone.focus is choice._buttons[1]
    assert tray(fishbone).isVisible()


def test_a_note_is_written_although_the_tray_was_shown(fishbone: Desk) -> None:
    fishbone.press("Ctrl+Shift+B", "Escape", "Ctrl+Return")
    assert fishbone.focus.objectName() == "notes"


def test_each_row_says_where_it_comes_from(fishbone: Desk) -> None:
    fishbone.press("Ctrl+Shift+B")
    rows = tray(fishbone)
    small = Qt.ItemDataRole.AccessibleDescriptionRole
    assert [rows.loose.item(at).data(small) for at in (0, 1)] == ["", "from the chat"]
    assert rows.parked.item(0).data(small) == "I3 · raised by mentor"
    assert rows._have.text() == "2 with no home yet"
    assert rows._wait.text() == "1 early solution"


def test_empty_lists_say_what_they_are_for(desk: Desk) -> None:
    desk.press("Ctrl+Shift+B")
    assert desk.focus is tray(desk).field
    assert tray(desk)._no_words.isVisible()
    assert "Ctrl+B" in tray(desk)._below.text()


def test_nothing_is_done_while_the_tray_is_hidden(fishbone: Desk) -> None:
    fishbone.press("Ctrl+Shift+B", "Ctrl+Shift+B")
    panel = fishbone.window.about.findChild(Tray)
    fishbone.window.work.step("catch", lambda book: edits.catch(book, key("third"), "Third"))
    fishbone.settle()
    assert panel.loose.count() == 2
    fishbone.press("Ctrl+Shift+B")
    assert panel.loose.count() == 3


# --- catching ------------------------------------------------------------------------------------
def test_words_are_caught_one_after_the_other(fishbone: Desk) -> None:
    fishbone.press("Ctrl+Shift+B")
    tray(fishbone).field.setFocus()
    fishbone.type("Parking at Roosevelt")
    fishbone.press("Return")
    fishbone.type("Pay")
    fishbone.press("Return", "Return", "Escape")
    assert in_tray(fishbone)[2:] == ["Parking at Roosevelt", "Pay"]
    assert fishbone.focus is fishbone.window.canvas
    fishbone.press("Ctrl+Z")
    assert in_tray(fishbone)[2:] == ["Parking at Roosevelt"]


def test_enter_on_a_row_edits_its_words(fishbone: Desk) -> None:
    fishbone.press("Ctrl+Shift+B", "Down", "Return")
    assert isinstance(fishbone.focus, QLineEdit)
    fishbone.type("Nobody knew")
    fishbone.press("Return")
    assert in_tray(fishbone) == ["The laptop comes late", "Nobody knew"]
    assert fishbone.focus is tray(fishbone).loose


def test_escape_gives_up_editing_a_row(fishbone: Desk) -> None:
    fishbone.press("Ctrl+Shift+B", "Return")
    fishbone.type("Other")
    fishbone.press("Escape")
    assert in_tray(fishbone)[0] == "The laptop comes late"
    assert fishbone.focus is tray(fishbone).loose


def test_delete_takes_rows_out_in_one_step(fishbone: Desk) -> None:
    fishbone.press("Ctrl+Shift+B", "Shift+Down", "Delete")
    assert in_tray(fishbone) == []
    assert fishbone.window.work.session.undo_label == "drop 2 rows"
    assert fishbone.focus is tray(fishbone).field
    fishbone.press("Ctrl+Z")
    assert len(in_tray(fishbone)) == 2


def test_words_are_copied_cut_and_pasted_in_the_tray(fishbone: Desk) -> None:
    fishbone.press("Ctrl+Shift+B", "Ctrl+C")
    assert QApplication.clipboard().text() == "The laptop comes late"
    fishbone.press("Ctrl+X")
    assert in_tray(fishbone) == ["Nobody told us"]
    fishbone.press("Ctrl+V")
    assert in_tray(fishbone) == ["Nobody told us", "The laptop comes late"]
    assert fishbone.focus is tray(fishbone).loose
    QApplication.clipboard().setText("One\nTwo\nThree")
    fishbone.press("Ctrl+V", "Return")
    assert in_tray(fishbone)[2:] == ["One", "Two", "Three"]
    assert fishbone.focus is tray(fishbone).loose


# --- placing -------------------------------------------------------------------------------------
def test_ctrl_b_in_the_tray_places_below_the_selected_item(fishbone: Desk) -> None:
    fishbone.press("Ctrl+Shift+B", "Ctrl+B")
    assert fishbone.tree[-1] == (2, "The laptop comes late")
    assert in_tray(fishbone) == ["Nobody told us"]
    assert fishbone.focus is tray(fishbone).loose
    assert "under “Home”" in fishbone.window.status.words
    fishbone.press("Ctrl+B")
    assert fishbone.tree[-1] == (2, "Nobody told us")
    assert fishbone.focus is tray(fishbone).field
    fishbone.press("Ctrl+Z", "Ctrl+Z")
    assert len(in_tray(fishbone)) == 2
    assert fishbone.tree[-1] == (2, "Parents work early")


def test_several_rows_are_placed_in_one_step(fishbone: Desk) -> None:
    fishbone.press("Ctrl+Shift+B", "Shift+Down", "Ctrl+B")
    assert fishbone.tree[-2:] == [(2, "The laptop comes late"), (2, "Nobody told us")]
    fishbone.press("Ctrl+Z")
    assert len(in_tray(fishbone)) == 2


def test_ctrl_b_in_the_lot_brings_an_early_solution_back_as_an_idea(fishbone: Desk) -> None:
    fishbone.press("Ctrl+3")
    fishbone.window.work.select(key("families"))
    fishbone.press("Ctrl+Shift+B")
    tray(fishbone).parked.setFocus()
    fishbone.press("Ctrl+B")
    idea = find(fishbone.window.work.workbook, key("free"))
    assert isinstance(idea, Idea)
    assert (idea.state, idea.ref, idea.raised_by) == ("proposed", "I3", "mentor")
    assert "Give mentors a free period" in [words for _, words in fishbone.tree]
    assert fishbone.focus is tray(fishbone).field or fishbone.focus is tray(fishbone).loose


def test_ctrl_b_in_the_lot_on_a_fishbone_makes_a_cause(fishbone: Desk) -> None:
    fishbone.press("Ctrl+Shift+B")
    tray(fishbone).parked.setFocus()
    fishbone.press("Ctrl+B")
    assert fishbone.tree[-1] == (2, "Give mentors a free period")
    cause = fishbone.window.work.page.causes[-1]
    assert isinstance(cause, Cause)
    assert cause.raised_by == "mentor"


@pytest.mark.parametrize("name", ["canvas", "outline"])
def test_a_row_is_dropped_on_an_item(fishbone: Desk, name: str) -> None:
    fishbone.press("Ctrl+Shift+B")
    rows = tray(fishbone).loose
    data = rows.mimeData([rows.item(1)])
    assert data.text() == "Nobody told us"
    surface = getattr(fishbone.window, name)
    there = QPointF(surface.place_of(key("full")).rect.center())
    near, copy, button, none = (
        there.toPoint(), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    view = surface.viewport()
    QApplication.sendEvent(view, QDragEnterEvent(near, copy, data, button, none))
    QApplication.sendEvent(view, QDragMoveEvent(near, copy, data, button, none))
    assert fishbone.window.work.item_id == key("full")
    QApplication.sendEvent(view, QDragLeaveEvent())
    assert fishbone.window.work.item_id == key("home")
    QApplication.sendEvent(view, QDragEnterEvent(near, copy, data, button, none))
    QApplication.sendEvent(view, QDropEvent(there, copy, data, button, none))
    fishbone.settle()
    assert in_tray(fishbone) == ["The laptop comes late"]
    assert (3, "Nobody told us") in fishbone.tree
    assert fishbone.window.work.item_id == key("full")


def test_other_things_are_not_dropped_here(fishbone: Desk) -> None:
    from PySide6.QtCore import QMimeData

    data = QMimeData()
    data.setText("from elsewhere")
    event = QDragEnterEvent(
        QPoint(9, 9), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    event.ignore()
    QApplication.sendEvent(fishbone.window.canvas.viewport(), event)
    assert not event.isAccepted()


# --- parking -------------------------------------------------------------------------------------
@pytest.mark.parametrize("name", ["canvas", "outline"])
def test_ctrl_b_parks_a_cause_with_its_whys(fishbone: Desk, name: str) -> None:
    here = getattr(fishbone.window, name)
    here.setFocus()
    fishbone.window.work.select(key("late"))
    fishbone.press("Ctrl+B")
    assert in_lot(fishbone)[-1] == ("Buses come late", "")
    assert "Buses come late" not in [words for _, words in fishbone.tree]
    assert fishbone.words == "Buses"
    assert fishbone.focus is here
    assert "Parked “Buses come late”" in fishbone.window.status.words
    fishbone.press("Ctrl+Z")
    assert len(in_lot(fishbone)) == 1
    assert fishbone.words == "Buses come late"


def test_several_causes_are_parked_in_one_step(fishbone: Desk) -> None:
    fishbone.window.work.select(key("late"), key("work"))
    fishbone.press("Ctrl+B")
    assert [words for words, _ in in_lot(fishbone)][1:] == ["Buses come late", "Parents work early"]
    told = "Parked 2 items: they wait in the parking lot (Ctrl+Shift+B)."
    assert fishbone.window.status.words == told
    fishbone.press("Ctrl+Z")
    assert len(in_lot(fishbone)) == 1


def test_parked_ideas_are_on_no_theory_and_no_advice_speaks_of_them(fishbone: Desk) -> None:
    fishbone.press("Ctrl+3")
    fishbone.window.work.select(key("talk"))
    fishbone.press("Ctrl+B")
    book = fishbone.window.work.workbook
    assert "Talk about books" not in [row.text for row in outline(book, book.theories[0])]
    assert [words for words, _ in in_lot(fishbone)] == [
        "Talk about books", "Give mentors a free period",
    ]  # fmt: skip
    assert "idea-without-driver" not in {it.rule for it in advice(book)}
    assert "2 parked" in fishbone.window.status.words or "Parked" in fishbone.window.status.words


def test_heads_and_drivers_are_not_parked(fishbone: Desk) -> None:
    fishbone.press("Home", "Ctrl+B")
    assert "Only causes and change ideas" in fishbone.window.status.words
    fishbone.press("Ctrl+3")
    fishbone.window.work.select(key("teach"))
    fishbone.press("Ctrl+B")
    assert "Only causes and change ideas" in fishbone.window.status.words
    assert len(in_lot(fishbone)) == 1


def test_ctrl_b_in_the_editor_parks_the_words_and_typing_goes_on(fishbone: Desk) -> None:
    before = fishbone.tree
    fishbone.press("Return")
    fishbone.type("Buy laptops")
    fishbone.press("Ctrl+B")
    assert isinstance(fishbone.focus, Editor)
    assert fishbone.focus.words() == ""
    assert in_lot(fishbone)[-1] == ("Buy laptops", "")
    fishbone.press("Ctrl+B")
    assert "Type the words first" in fishbone.window.status.words
    fishbone.type("Laptops come late")
    fishbone.press("Return", "Escape")
    assert fishbone.tree == [*before, (1, "Laptops come late")]


def test_ctrl_b_while_an_item_is_edited_parks_that_item(fishbone: Desk) -> None:
    fishbone.window.work.select(key("work"))
    fishbone.press("F2")
    fishbone.type("Later shifts")
    fishbone.press("Ctrl+B")
    assert in_lot(fishbone)[-1] == ("Later shifts", "")
    assert fishbone.focus is fishbone.window.canvas


def test_who_raised_it_is_typed_in_the_lot_and_roles_are_offered(fishbone: Desk) -> None:
    fishbone.press("Ctrl+Shift+B")
    tray(fishbone).parked.setFocus()
    fishbone.press("Return")
    field = fishbone.focus
    assert isinstance(field, QLineEdit)
    assert field.text() == "mentor"
    assert field.completer().model().stringList() == ["mentor"]
    fishbone.type("principal")
    fishbone.press("Return")
    assert in_lot(fishbone) == [("Give mentors a free period", "principal")]
    fishbone.press("F2")
    fishbone.type("Give mentors an hour")
    fishbone.press("Return")
    assert in_lot(fishbone) == [("Give mentors an hour", "principal")]
    assert fishbone.focus is tray(fishbone).parked


def test_the_status_line_says_how_many_are_parked(fishbone: Desk) -> None:
    QTest.qWait(0)
    assert "1 parked" in fishbone.window.status.words


def test_the_tray_opens_over_the_page_when_the_panel_is_folded(fishbone: Desk) -> None:
    fishbone.press("F9", "Ctrl+Shift+B")
    assert fishbone.window.about.isAncestorOf(fishbone.focus)
    assert fishbone.focus.isVisible()
    fishbone.press("Ctrl+Shift+B")
    assert fishbone.focus is fishbone.window.canvas
    assert not fishbone.window.right.is_open


@pytest.mark.parametrize("section", [it.name for it in sections()])
def test_words_are_caught_beside_every_section(fishbone: Desk, section: str) -> None:
    window = fishbone.window
    window.work.begin(edits.take_snapshot(window.work.workbook, key("snap"), "Now", WHEN.date()))
    window.do(section)
    fishbone.settle()
    was = window.focusWidget()
    fishbone.press("Ctrl+Shift+B")
    fishbone.settle()
    assert fishbone.focus is tray(fishbone).loose
    tray(fishbone).field.setFocus()
    fishbone.type("Heard at the door")
    fishbone.press("Return")
    assert in_tray(fishbone)[-1] == "Heard at the door"
    fishbone.press("Ctrl+Shift+B")
    fishbone.settle()
    assert fishbone.focus is was
    assert not window.about.isVisible()


def test_the_tray_beside_a_section_goes_with_selected_and_stays_on_the_diagram(
    fishbone: Desk,
) -> None:
    window = fishbone.window
    fishbone.press("Ctrl+7", "Ctrl+Shift+B")
    fishbone.settle()
    window.about.turn(SELECTED)
    fishbone.settle()
    assert fishbone.focus.isVisible()
    assert not window.about.isVisible()
    fishbone.press("Ctrl+Shift+B", "Ctrl+2")
    fishbone.settle()
    assert tray(fishbone).isVisible()
    fishbone.press("Ctrl+5")
    fishbone.settle()
    assert not window.about.isVisible()

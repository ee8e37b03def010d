"""Capture at the speed of talk: every key of the table, from canvas, outline and editor."""

from pathlib import Path

import pytest
from hands import Desk
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication

from ilead_studio.storage.disk import Disk
from ilead_studio.storage.store import open_workbook
from ilead_studio.ui.capture.editor import Editor


@pytest.fixture
def fishbone(desk: Desk) -> Desk:
    """A fishbone with a head, two bones and a cause on the first."""
    desk.type("New teachers leave")
    desk.press("Tab")
    desk.type("Time")
    desk.press("Tab")
    desk.type("No breaks")
    desk.press("Shift+Tab")
    desk.type("Support")
    desk.press("Return", "Return")
    assert desk.tree == [
        (0, "New teachers leave"),
        (1, "Time"),
        (2, "No breaks"),
        (1, "Support"),
    ]
    return desk


def test_on_opening_the_head_is_selected_and_the_canvas_has_the_keyboard(desk: Desk) -> None:
    assert desk.window.work.item_id == desk.window.work.page.id
    assert desk.focus is desk.window.canvas


def test_typing_fills_an_empty_head(desk: Desk) -> None:
    desk.type("Too few")
    desk.press("Return")
    assert desk.tree == [(0, "Too few")]
    assert desk.focus is desk.window.canvas


def test_a_letter_on_a_selected_item_begins_the_next_and_never_overwrites(fishbone: Desk) -> None:
    fishbone.press("Home", "Left")
    words = fishbone.words
    fishbone.type("Pay")
    fishbone.press("Return", "Escape")
    texts = [text for _, text in fishbone.tree]
    assert words in texts
    assert "Pay" in texts


def test_enter_finishes_and_opens_the_next_item_at_the_same_level(fishbone: Desk) -> None:
    fishbone.type("Pay")
    fishbone.press("Return")
    assert isinstance(fishbone.focus, Editor)
    assert fishbone.focus.hint == "Next bone"
    fishbone.type("Place")
    fishbone.press("Return", "Return")
    assert fishbone.tree[-2:] == [(1, "Pay"), (1, "Place")]
    assert fishbone.focus is fishbone.window.canvas


def test_the_keyboard_stays_in_the_editor_from_one_item_to_the_next(fishbone: Desk) -> None:
    fishbone.type("Pay")
    seen: list[object] = []
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.focusChanged.connect(lambda _old, now: seen.append(now))
    fishbone.press("Return")
    fishbone.type("Housing")
    fishbone.press("Tab")
    fishbone.type("Rents rise")
    fishbone.press("Shift+Tab", "Shift+Tab")
    assert seen == [], "nothing is read out between two items"
    assert isinstance(fishbone.focus, Editor)
    fishbone.press("Escape")
    assert [it for it in fishbone.tree if it[0] == 1][-2:] == [(1, "Pay"), (1, "Housing")]


def test_shift_tab_at_the_first_level_goes_on_there(fishbone: Desk) -> None:
    fishbone.type("Pay")
    fishbone.press("Shift+Tab")
    fishbone.type("Housing")
    fishbone.press("Return", "Escape")
    assert [it for it in fishbone.tree if it[0] == 1][-2:] == [(1, "Pay"), (1, "Housing")]


def test_tab_asks_why_under_the_selected_cause(fishbone: Desk) -> None:
    fishbone.press("Tab")
    fishbone.type("Mentors are matched late")
    fishbone.press("Tab")
    assert fishbone.focus.hint == "Why?"
    fishbone.type("Hiring runs until August")
    fishbone.press("Return", "Escape")
    assert fishbone.tree[-2:] == [(2, "Mentors are matched late"), (3, "Hiring runs until August")]


def test_tab_and_shift_tab_move_an_empty_item_in_and_out(fishbone: Desk) -> None:
    fishbone.press("Return", "Tab")
    fishbone.type("One coach for 22")
    fishbone.press("Return", "Shift+Tab")
    fishbone.type("Rooms")
    fishbone.press("Return", "Return")
    assert fishbone.tree[-2:] == [(2, "One coach for 22"), (1, "Rooms")]


@pytest.mark.parametrize("key", ["Return", "Escape"])
def test_an_empty_new_item_was_never_there(fishbone: Desk, key: str) -> None:
    before, label = fishbone.tree, fishbone.window.work.session.undo_label
    fishbone.press("Return", key)
    assert fishbone.tree == before
    assert fishbone.window.work.session.undo_label == label
    assert fishbone.focus is fishbone.window.canvas


def test_escape_gives_up_an_edit(fishbone: Desk) -> None:
    fishbone.press("F2")
    fishbone.type("Something else")
    fishbone.press("Escape")
    assert fishbone.words == "Support"


def test_f2_edits_the_words_in_place(fishbone: Desk) -> None:
    fishbone.press("F2")
    fishbone.type("Support arrives late")
    fishbone.press("Return", "Return")
    assert fishbone.tree[-1] == (1, "Support arrives late")


def test_leaving_the_editor_keeps_its_words(fishbone: Desk) -> None:
    fishbone.type("Pay")
    fishbone.window.outline.setFocus()
    assert fishbone.tree[-1] == (1, "Pay")
    assert not fishbone.window.editing.is_open


def test_words_that_are_refused_stay_in_the_editor(fishbone: Desk) -> None:
    fishbone.press("Return")
    fishbone.focus.setPlainText("x" * 2_001)
    fishbone.press("Return")
    assert isinstance(fishbone.focus, Editor)
    assert "2,001" in fishbone.window.status.words


def test_refused_words_are_on_the_clipboard_when_another_page_is_opened(fishbone: Desk) -> None:
    fishbone.press("Return")
    fishbone.focus.setPlainText("x" * 2_001)
    fishbone.window.work.open_page(fishbone.window.work.workbook.theories[0].id)
    assert QApplication.clipboard().text() == "x" * 2_001


def test_refused_words_stay_in_the_editor_when_another_look_is_wished_for(
    fishbone: Desk,
) -> None:
    fishbone.press("Return")
    fishbone.focus.setPlainText("x" * 2_001)
    fishbone.window.wear(fishbone.window.look)
    assert isinstance(fishbone.focus, Editor)
    assert "2,001" in fishbone.window.status.words


def test_alt_arrows_move_the_item_and_say_so(fishbone: Desk) -> None:
    fishbone.press("Alt+Up")
    assert [text for _, text in fishbone.tree] == [
        "New teachers leave",
        "Support",
        "Time",
        "No breaks",
    ]
    fishbone.press("Alt+Down", "Alt+Right")
    assert fishbone.tree[-1] == (2, "Support")
    fishbone.press("Alt+Left")
    assert fishbone.tree[-1] == (1, "Support")
    assert fishbone.words == "Support"


def test_delete_takes_the_branch_and_selects_what_was_before(fishbone: Desk) -> None:
    fishbone.press("Home", "Left")
    fishbone.window.work.select(fishbone.window.work.rows[1].id)
    fishbone.press("Delete")
    assert fishbone.tree == [(0, "New teachers leave"), (1, "Support")]
    assert fishbone.words == "New teachers leave"
    assert fishbone.window.work.session.undo_label == "delete “Time” and 1 item"
    assert fishbone.focus is fishbone.window.canvas


def test_the_head_is_not_deleted(fishbone: Desk) -> None:
    fishbone.press("Home", "Delete")
    assert len(fishbone.tree) == 4
    assert "head" in fishbone.window.status.words


def test_undo_and_redo_restore_words_place_and_selection(fishbone: Desk) -> None:
    before = fishbone.tree
    fishbone.press("Alt+Up", "Delete")
    fishbone.press("Ctrl+Z")
    assert fishbone.words == "Support"
    fishbone.press("Ctrl+Z")
    assert fishbone.tree == before
    fishbone.press("Ctrl+Shift+Z")
    assert fishbone.tree != before
    assert fishbone.window.status.words.startswith("Done again: move “Support”")
    assert fishbone.focus is fishbone.window.canvas


def test_ctrl_z_in_the_editor_undoes_typing_then_closes_it(fishbone: Desk) -> None:
    before = fishbone.tree
    fishbone.press("Return")
    fishbone.type("ab")
    fishbone.press("Ctrl+Z")
    assert fishbone.focus.toPlainText() == ""
    fishbone.press("Ctrl+Z")
    assert not fishbone.window.editing.is_open
    assert fishbone.tree == before


def test_the_keys_are_the_same_in_the_outline(fishbone: Desk) -> None:
    outline = fishbone.window.outline
    outline.setFocus()
    fishbone.press("Tab")
    fishbone.type("Mentors")
    assert fishbone.focus.parent() is outline.viewport()
    fishbone.press("Return")
    fishbone.type("Coaches")
    fishbone.press("Return", "Return")
    assert fishbone.tree[-2:] == [(2, "Mentors"), (2, "Coaches")]
    assert fishbone.focus is outline
    fishbone.press("Up", "Delete")
    assert fishbone.tree[-1] == (2, "Coaches")
    assert fishbone.focus is outline


def test_arrows_go_to_the_nearest_item(fishbone: Desk) -> None:
    fishbone.press("Home")
    assert fishbone.words == "New teachers leave"
    fishbone.press("Left")
    assert fishbone.words != "New teachers leave"


@pytest.mark.parametrize("text", ["é ñ ạ Я", "中文", "🎉", "مرحبا", "R&D < 5 <b>"])
def test_any_script_is_typed_through_an_input_method(
    fishbone: Desk, text: str, tmp_path: Path
) -> None:
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(fishbone.window.canvas, event)
    fishbone.press("Return", "Escape")
    assert fishbone.tree[-1] == (1, text)
    fishbone.answers.path = tmp_path / "words.ilead"
    fishbone.press("Ctrl+S")
    opened = open_workbook(fishbone.answers.path, Disk()).workbook
    assert opened.fishbones[0].causes[-1].text == text


def test_several_items_are_deleted_at_once(fishbone: Desk) -> None:
    rows = fishbone.window.work.rows
    fishbone.window.work.select(rows[1].id, rows[3].id)
    fishbone.press("Delete")
    assert fishbone.tree == [(0, "New teachers leave")]


def test_a_change_idea_has_nothing_below(desk: Desk) -> None:
    desk.press("Ctrl+3")
    for words in ("Aim", "Primary", "Secondary", "An idea"):
        desk.type(words)
        desk.press("Tab")
    assert not desk.window.editing.is_open
    assert "under a change idea" in desk.window.status.words
    assert desk.tree == [(0, "Aim"), (1, "Primary"), (2, "Secondary"), (3, "An idea")]
    assert [row.role.value for row in desk.window.work.rows][-1] == "idea"


def test_ctrl_i_turns_a_driver_into_an_idea_before_it_is_there(desk: Desk) -> None:
    desk.press("Ctrl+3")
    desk.type("Aim")
    desk.press("Tab")
    desk.type("Primary")
    desk.press("Tab")
    desk.type("An idea already")
    desk.press("Ctrl+I", "Return", "Escape")
    assert [row.role.value for row in desk.window.work.rows] == ["aim", "driver", "idea"]


def test_a_driver_is_linked_to_a_second_parent_by_keyboard(desk: Desk) -> None:
    desk.press("Ctrl+3")
    desk.type("Aim")
    desk.press("Tab")
    desk.type("First")
    desk.press("Return")
    desk.type("Second")
    desk.press("Tab")
    desk.type("Shared")
    desk.press("Return", "Escape", "Ctrl+L")
    desk.type("fir")
    desk.press("Shift+Return")
    shared = desk.window.work.rows[-1]
    assert shared.also == (desk.window.work.rows[1].id,)
    assert shared.weak == {desk.window.work.rows[1].id}
    assert desk.focus is desk.window.canvas


def test_whys_end_where_the_picture_would(desk: Desk) -> None:
    desk.type("Head")
    for depth in range(40):
        desk.press("Tab")
        desk.type(f"Why {depth}")
    desk.press("Tab")
    assert "40 levels" in desk.window.status.words
    assert len(desk.tree) == 41
    assert not desk.window.editing.is_open
    assert desk.focus is desk.window.canvas


def test_keys_of_the_canvas_do_not_fire_over_an_open_editor(fishbone: Desk) -> None:
    fishbone.press("F2")
    editor = fishbone.focus
    editor.moveCursor(editor.textCursor().MoveOperation.Start)
    fishbone.press("Delete")
    assert editor.toPlainText() == "upport"
    assert len(fishbone.tree) == 4


def test_ctrl_wheel_and_keys_zoom_and_ctrl_0_fits(fishbone: Desk) -> None:
    canvas = fishbone.window.canvas
    fitted = canvas.zoom
    fishbone.press("Ctrl+Plus")
    assert canvas.zoom > fitted
    fishbone.press("Ctrl+0")
    assert canvas.zoom == pytest.approx(fitted)
    assert Qt.FocusPolicy.StrongFocus == canvas.focusPolicy()

"""The list of commands: what it finds, and that it is never in the way."""

import pytest
from hands import Desk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from ilead_studio.edits import rename
from ilead_studio.resources import resource
from ilead_studio.ui.capture.editor import Editor
from ilead_studio.ui.commands.every import AllCommands
from ilead_studio.ui.commands.search import CommandList, Entry, matching

EXAMPLE = resource("examples", "new-teachers.ilead")


def entry(words: str, group: str = "Edit", keys: str = "", why_not: str = "") -> Entry:
    return Entry(words, words, group, keys, "", why_not)


def the_list(desk: Desk) -> CommandList:
    return next(it for it in desk.window.features if isinstance(it, AllCommands)).list


def first_shown(desk: Desk) -> str:
    """What Enter would do, as a screen reader at the field hears it."""
    return desk.focus.accessibleDescription()


@pytest.fixture
def example(desk: Desk) -> Desk:
    desk.window.filing.open_file(EXAMPLE)
    desk.window.work.select(desk.window.work.rows[2].id)
    return desk


ENTRIES = (
    entry("Unlink", why_not="This cause has one parent only."),
    entry("Copy the picture", "Page"),
    entry("Link to another parent", "Item", "Ctrl+L"),
    entry("Duplicate as a linked copy", "Item"),
)


def test_nothing_typed_lists_every_command_in_the_order_of_the_table() -> None:
    assert matching(ENTRIES, " ") == list(ENTRIES)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("link", ["Link to another parent", "Duplicate as a linked copy", "Unlink"]),
        ("COPY pic", ["Copy the picture"]),
        ("page", ["Copy the picture"]),
        ("ctrl+l", ["Link to another parent"]),
        ("nothing like it", []),
    ],
)
def test_typing_finds_by_words_group_and_key(typed: str, found: list[str]) -> None:
    assert [it.words for it in matching(ENTRIES, typed)] == found


@pytest.mark.parametrize(
    ("typed", "command"),
    [("title", "Rename the workbook…"), ("search", "Find in the whole workbook…"),
     ("remove", "Delete"), ("shortcuts", "Sheet of keys"), ("preferences", "Settings"),
     ("returned", "Take back a filled form…"), ("fillable", "Take back a filled form…"),
     ("powerpoint", "Make slides, a document or tables of the packet…"),
     ("poster", "Handouts: print, or make a PDF")],
)  # fmt: skip
def test_a_command_is_found_by_the_word_with_which_people_look_for_it(
    example: Desk, typed: str, command: str
) -> None:
    example.press("Ctrl+K")
    example.type(typed)
    rows = the_list(example)._rows
    assert command in [rows.item(at).text() for at in range(rows.rowCount())]


def test_letters_that_no_command_has_are_sought_in_the_workbook(example: Desk) -> None:
    example.press("Ctrl+K")
    example.type("mentors")
    offer = "No command is called so. Enter finds “mentors” in the workbook."
    assert first_shown(example) == offer
    assert the_list(example)._number.text().startswith("0 of ")
    example.press("Return")
    assert not the_list(example).isVisible()
    assert isinstance(example.focus, QLineEdit)
    assert example.focus.text() == "mentors"
    assert "mentors" in example.window.work.sight.sought


def test_what_is_chosen_is_done_and_the_list_goes(example: Desk) -> None:
    example.press("Ctrl+K")
    example.type("mirror")
    example.press("Return")
    assert example.window.work.page.mirrored
    assert not the_list(example).isVisible()
    assert example.focus is example.window.canvas


def test_arrows_choose_while_typing_goes_on_in_the_field(example: Desk) -> None:
    example.press("Ctrl+K")
    example.type("move ")
    one = first_shown(example)
    example.press("Down")
    assert first_shown(example) != one
    example.press("Up", "Up")
    assert first_shown(example) == one


def test_an_entry_that_cannot_be_done_says_why_and_the_list_stays(example: Desk) -> None:
    example.press("Ctrl+K")
    example.type("untangle")
    assert first_shown(example).endswith("not now, That is for driver diagrams.")
    example.press("Return")
    assert the_list(example).isVisible()
    assert example.window.status.words == "That is for driver diagrams."


@pytest.mark.parametrize("key", ["Escape", "Ctrl+K"])
def test_the_list_gives_the_keyboard_back_to_the_outline(example: Desk, key: str) -> None:
    example.window.outline.setFocus()
    example.press("Ctrl+K", key)
    assert not the_list(example).isVisible()
    assert example.focus is example.window.outline


def test_the_list_leaves_what_is_being_typed_as_it_is(example: Desk) -> None:
    example.press("F2")
    example.type("Half a sent")
    editor = example.focus
    assert isinstance(editor, Editor)
    cursor = editor.textCursor()
    cursor.setPosition(4)
    editor.setTextCursor(cursor)
    example.press("Ctrl+K")
    assert isinstance(the_list(example).focusWidget(), type(example.focus))
    example.press("Escape")
    assert example.focus is editor
    assert editor.toPlainText() == "Half a sent"
    assert editor.textCursor().position() == 4
    assert not example.window.work.session.undo_label


def test_a_command_from_the_list_does_in_the_editor_what_its_key_does(example: Desk) -> None:
    example.press("Return")
    example.type("One more cause")
    example.press("Ctrl+K")
    example.type("next item")
    example.press("Return")
    assert isinstance(example.focus, Editor)
    assert example.focus.hint == "Next cause"
    assert "One more cause" in [words for _depth, words in example.tree]


def test_the_list_goes_when_the_keyboard_goes_elsewhere(example: Desk) -> None:
    example.press("Ctrl+K")
    example.window.outline.setFocus()
    assert not the_list(example).isVisible()
    assert example.focus is example.window.outline


def test_a_click_beside_the_list_takes_it_away(example: Desk) -> None:
    example.press("Ctrl+K")
    veil = example.window.whole.childAt(5, 400)
    QTest.mouseClick(veil, Qt.MouseButton.LeftButton)
    example.settle()
    assert not the_list(example).isVisible()
    assert example.focus is example.window.canvas


def test_tab_stays_in_the_list(example: Desk) -> None:
    example.press("Ctrl+K")
    field = example.focus
    example.press("Tab", "Shift+Tab")
    assert example.focus is field


def test_the_list_stays_inside_a_window_that_gets_smaller(example: Desk) -> None:
    example.press("Ctrl+K")
    example.window.resize(1024, 640)
    example.settle()
    assert example.window.whole.rect().contains(the_list(example).geometry())


def test_escape_goes_back_to_the_section_in_view(example: Desk) -> None:
    example.press("Ctrl+4", "Ctrl+K")
    assert the_list(example)._back.text() == "Esc  back to “Change ideas”"
    example.press("Escape", "Ctrl+2", "Ctrl+K")
    assert "Change ideas" not in the_list(example)._back.text()


def test_a_card_that_closes_when_it_is_left_gets_no_keyboard_back(example: Desk) -> None:
    example.window.work.step("rename", lambda book: rename(book, "mlgvngdvjp", "Fewer mentors"))
    example.window.do("undo list")
    example.settle()
    example.window.do("command list")
    example.press("Escape")
    assert example.focus is example.window.canvas
    assert example.focus.isVisible()

"""Every key of the table that means something inside the text being typed."""

from typing import Final

import pytest
from hands import Desk
from key_hands import (
    EDITOR,
    THEORY,
    Row,
    Seen,
    asks,
    begin,
    check,
    field,
    keyboard,
    named,
    parked,
    press,
)
from PySide6.QtWidgets import QApplication

from ilead_studio.model import Fishbone
from ilead_studio.ui.capture.editor import Editor
from ilead_studio.ui.commands.keymap import TYPED


def types(words: str, hint: str = "Next cause") -> Seen:
    """Look at the open editor: its words, and what it asks for."""

    def look(desk: Desk) -> bool:
        editor = desk.focus
        assert isinstance(editor, Editor)
        return (editor.words(), editor.hint) == (words, hint)

    return look


def of_new(name: str, value: object) -> Seen:
    """Look at a field of the item that was typed."""

    def look(desk: Desk) -> bool:
        page = desk.window.work.page
        assert isinstance(page, Fishbone)
        return next(getattr(it, name) for it in page.causes if it.text == "New") == value

    return look


NEW: Final = "Head(Time(Breaks(Bells) New Duties) Help(Coaches))"
WORDS: Final = (
    Row("next", "Enter", NEW, "New", EDITOR, shows=types("")),
    Row("in", "Tab", NEW, "New", EDITOR, shows=types("", "Why?")),
    Row("out", "Shift+Tab", NEW, "New", EDITOR, shows=types("", "Next bone")),
    Row("", "Esc"),
    Row("note", "Ctrl+Enter", NEW, "New", "Notes", ends=("Esc",)),
    Row("move up", "Alt+Up", "Head(Time(New Breaks(Bells) Duties) Help(Coaches))", "New"),
    Row("move down", "Alt+Down", "Head(Time(Breaks(Bells) Duties New) Help(Coaches))", "New"),
    Row("move out", "Alt+Left", "Head(Time(Breaks(Bells) Duties) New Help(Coaches))", "New"),
    Row("move in", "Alt+Right", "Head(Time(Breaks(Bells New) Duties) Help(Coaches))", "New"),
    Row("root", "Ctrl+R", NEW, "New", shows=of_new("root", value=True)),
    Row("supported", "Ctrl+Shift+2", NEW, "New", shows=of_new("evidence", "supported")),
    Row("link", "Ctrl+L", NEW, "New", "Linked copy under", ends=("Esc",)),
    Row("duplicate", "Ctrl+D", "Head(Time(Breaks(Bells) New New Duties) Help(Coaches))", "New"),
    Row("park", "Ctrl+B", focus=EDITOR, shows=lambda it: types("")(it) and parked("New")(it)),
    Row("tray", "Ctrl+Shift+B", NEW, "New", "Catch words here", ends=("Esc",)),
    Row("undo", "Ctrl+Z", focus=EDITOR, shows=types("")),
    Row("undo", "Ctrl+Z", first=("Ctrl+Z",)),
    Row("redo", "Ctrl+Shift+Z", focus=EDITOR, first=("Ctrl+Z",), shows=types("New")),
    Row("redo", "Ctrl+Y", focus=EDITOR, first=("Ctrl+Z",), shows=types("New")),
    Row("undo list", "Ctrl+Alt+Z", NEW, "New", "Steps that can be undone, newest first",
        ends=("Esc",)),
    Row("find", "Ctrl+F", NEW, "New", "Find in the whole workbook", ends=("Esc",)),
    Row("replace", "Ctrl+H", NEW, "New", "Find in the whole workbook", ends=("Esc",)),
    Row("filter", "Ctrl+Shift+F", NEW, "New", "Show in full: Evidence", ends=("Esc",)),
    Row("export picture", "Ctrl+Alt+E", NEW, "New", "What", ends=("Esc",)),
    Row("save", "Ctrl+S", NEW, "New", shows=asks("save")),
    Row("open", "Ctrl+O", NEW, "New", shows=asks("unsaved")),
    Row("close", "Ctrl+Q", NEW, "New", shows=asks("unsaved")),
    Row("settings", "Ctrl+,", NEW, "New", "Text scale: 100 %", ends=("Esc",)),
    Row("zoom in", "Ctrl++", focus=EDITOR, shows=types("New")),
    Row("zoom out", "Ctrl+-", focus=EDITOR, shows=types("New")),
    Row("zoom fit", "Ctrl+0", focus=EDITOR, shows=types("New")),
    Row("home", "Home", focus=EDITOR, shows=types("New")),
    Row("", "Up", focus=EDITOR, shows=types("New")),
    Row("", "Left", focus=EDITOR, shows=types("New")),
    Row("delete", "Del", focus=EDITOR, first=("Home",), shows=types("ew")),
    Row("copy", "Ctrl+C", focus=EDITOR, first=("Ctrl+A",), shows=types("New")),
    Row("cut", "Ctrl+X", focus=EDITOR, first=("Ctrl+A",), shows=types("")),
    Row("paste", "Ctrl+V", focus=EDITOR, first=("Ctrl+A", "Ctrl+C", "Right"),
        shows=types("NewNew")),
    Row("edit", "F2", focus=EDITOR, shows=types("New")),
)  # fmt: skip
"""Keys after the words “New”, which stand after “Breaks”."""
KEEPING: Final = (
    Row("command list", "Ctrl+K", focus="Find a command", ends=("Esc",)),
    Row("key sheet", "Shift+F1", focus="Sheet of keys", ends=("Esc",)),
)
"""Keys that open something over the words, and what gives the keyboard back to them."""
GOING: Final = (
    Row("theory", "Ctrl+3", THEORY, "Aim", "canvas"),
    Row("next page", "Ctrl+PgDown", THEORY, "Aim", "canvas"),
)
"""Keys that open a page and keep the words."""
NO_WORDS: Final = (
    Row("next", "Enter"),
    Row("in", "Tab", focus=EDITOR, shows=types("", "Why?")),
    Row("out", "Shift+Tab", focus=EDITOR, shows=types("", "Next bone")),
    Row("", "Esc"),
    Row("undo", "Ctrl+Z"),
    Row("move up", "Alt+Up"),
    Row("note", "Ctrl+Enter", focus="Notes", ends=("Esc",)),
    Row("root", "Ctrl+R", shows=field("root", value=True)),
    Row("save", "Ctrl+S", shows=asks("save")),
    Row("park", "Ctrl+B", focus=EDITOR, shows=parked()),
)
"""Keys in an editor with nothing in it: nothing is added, and nothing is there to undo."""
CHANGED: Final = "Head(Time(New(Bells) Duties) Help(Coaches))"
EDITING: Final = (
    Row("next", "Enter", CHANGED, "New", EDITOR, shows=types("")),
    Row("in", "Tab", CHANGED, "New", EDITOR, shows=types("", "Why?")),
    Row("out", "Shift+Tab", CHANGED, "New", EDITOR, shows=types("", "Next bone")),
    Row("", "Esc"),
    Row("move down", "Alt+Down", "Head(Time(Duties New(Bells)) Help(Coaches))", "New"),
    Row("root", "Ctrl+R", CHANGED, "New", shows=of_new("root", value=True)),
    Row("park", "Ctrl+B", "Head(Time(Duties) Help(Coaches))", "Time", shows=parked("New")),
    Row("undo", "Ctrl+Z", focus=EDITOR, shows=types("Breaks", "Breaks")),
    Row("undo", "Ctrl+Z", first=("Ctrl+Z",)),
)
"""Keys while the words of “Breaks” become “New”."""


def after(desk: Desk, row: Row, surface: str, *, opens: str, words: str) -> None:
    """Open the editor, type, press the key of a row, and look."""
    begin(desk, row._replace(first=()), surface)
    press(desk, opens)
    desk.type(words)
    press(desk, *row.first, row.press)
    check(desk, row, surface)


@pytest.mark.parametrize("row", WORDS, ids=named)
def test_a_key_after_words(table_desk: Desk, row: Row, surface: str) -> None:
    after(table_desk, row, surface, opens="Enter", words="New")
    if row.ends:
        press(table_desk, *row.ends)
        assert keyboard(table_desk) == surface


@pytest.mark.parametrize("row", GOING, ids=named)
def test_a_key_that_opens_a_page_keeps_the_words(table_desk: Desk, row: Row, surface: str) -> None:
    after(table_desk, row, surface, opens="Enter", words="New")
    press(table_desk, "Ctrl+2")
    check(table_desk, Row("", "", NEW, "New", "canvas"), surface)


@pytest.mark.parametrize("row", KEEPING, ids=named)
def test_a_card_over_the_words_leaves_them(table_desk: Desk, row: Row, surface: str) -> None:
    after(table_desk, row, surface, opens="Enter", words="New")
    press(table_desk, *row.ends)
    check(table_desk, Row("", "", focus=EDITOR, shows=types("New")), surface)
    press(table_desk, "Enter")
    check(table_desk, Row("", "", NEW, "New", EDITOR), surface)


@pytest.mark.parametrize("row", NO_WORDS, ids=named)
def test_a_key_with_no_words(table_desk: Desk, row: Row, surface: str) -> None:
    after(table_desk, row, surface, opens="Enter", words="")
    steps = table_desk.window.work.session.undo_labels
    assert len(steps) == (row.command == "root")
    if row.ends:
        press(table_desk, *row.ends)
        assert keyboard(table_desk) == surface


@pytest.mark.parametrize("row", EDITING, ids=named)
def test_a_key_while_words_are_edited(table_desk: Desk, row: Row, surface: str) -> None:
    after(table_desk, row, surface, opens="F2", words="New")


def test_an_idea_is_made_of_a_driver_while_it_is_typed(table_desk: Desk, surface: str) -> None:
    row = Row("idea", "Ctrl+I", THEORY, "Daily", EDITOR, on=("Daily",))
    hint = types("New", "Change idea")
    after(table_desk, row._replace(shows=hint), surface, opens="Enter", words="New")


def test_what_is_copied_while_typing_is_the_text(table_desk: Desk, surface: str) -> None:
    row = Row("copy", "Ctrl+C", focus=EDITOR, first=("Ctrl+A",))
    after(table_desk, row, surface, opens="Enter", words="New")
    assert QApplication.clipboard().text() == "New"


def test_every_key_that_works_while_typing_has_its_line() -> None:
    assert set(TYPED) - {"idea"} <= {row.command for row in WORDS}

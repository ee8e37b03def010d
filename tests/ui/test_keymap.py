"""Keys that somebody changed: what they do, where they are shown, and that they are kept."""

from pathlib import Path

import pytest
from hands import Desk
from PySide6.QtWidgets import QMenu

from ilead_studio.resources import resource
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.settings import Settings
from ilead_studio.ui.capture.editor import Editor
from ilead_studio.ui.commands.every import AllCommands
from ilead_studio.ui.commands.key_sheet import columns, key_sheet
from ilead_studio.ui.commands.keymap import KeyMap, settled

EXAMPLE = resource("examples", "new-teachers.ilead")


def ini(path: Path) -> Settings:
    return Settings(path / "settings.json", Disk())


@pytest.fixture
def keys(tmp_path: Path) -> KeyMap:
    return KeyMap(ini(tmp_path))


def on_sheet(keys: KeyMap) -> dict[str, str]:
    return {line.words: line.keys for part in key_sheet(keys) for line in part.lines}


def test_keys_come_as_the_table_says(keys: KeyMap) -> None:
    assert keys.keys("redo") == ("Ctrl+Shift+Z", "Ctrl+Y")
    assert keys.words("note") == "Ctrl+Enter"
    assert keys.words("rename workbook") == ""
    assert keys.owner("Ctrl+Y") == "redo"
    assert not keys.changes


def test_a_key_that_is_taken_leaves_the_other_command_the_rest(keys: KeyMap) -> None:
    keys.take("mirror", ("Ctrl+Y",))
    assert keys.keys("mirror") == ("Ctrl+Y",)
    assert keys.keys("redo") == ("Ctrl+Shift+Z",)
    assert keys.changes == {"mirror", "redo"}


def test_swapped_keys_go_both_ways(keys: KeyMap) -> None:
    keys.swap("find", ("Ctrl+S",))
    assert (keys.words("find"), keys.words("save")) == ("Ctrl+S", "Ctrl+F")
    keys.swap("find", ("Ctrl+F",))
    assert not keys.changes


def test_changed_keys_are_there_after_a_restart(keys: KeyMap, tmp_path: Path) -> None:
    keys.take("mirror", ("Ctrl+Y",))
    keys.take("export", ())
    again = KeyMap(ini(tmp_path))
    assert again.words("mirror") == "Ctrl+Y"
    assert again.keys("redo") == ("Ctrl+Shift+Z",)
    assert again.words("export") == ""
    again.back()
    assert not KeyMap(ini(tmp_path)).changes


def test_settings_written_by_hand_never_give_a_key_twice(tmp_path: Path) -> None:
    settings = ini(tmp_path)
    for name, kept in (("mirror", "Ctrl+S or nonsense key"), ("export", "Ctrl+S"), ("next", "F2")):
        settings.keep({f"keys/{name}": kept})
    settings.keep({"keys/a command of long ago": "F12"})
    keys = KeyMap(settings)
    assert [name for name in ("save", "mirror", "export") if "Ctrl+S" in keys.keys(name)] == [
        "export"
    ]
    assert keys.words("next") == "Enter"
    assert keys.words("edit") == "F2"


def test_a_changed_key_goes_before_one_that_comes_with_a_later_version() -> None:
    assert settled({"new": ("F7",), "mine": ()}, {"mine": ("F7",)}) == {"new": (), "mine": ("F7",)}


def test_a_changed_key_does_it_on_the_page_and_in_the_editor(desk: Desk) -> None:
    desk.window.filing.open_file(EXAMPLE)
    desk.window.keys.take("edit", ("F7",))
    desk.window.keys.take("note", ("Ctrl+J",))
    desk.press("F2")
    assert desk.focus is desk.window.canvas
    desk.press("F7")
    assert isinstance(desk.focus, Editor)
    desk.press("Ctrl+J")
    assert desk.focus.objectName() == "notes"


def test_a_changed_key_does_it_in_the_window(desk: Desk) -> None:
    desk.window.filing.open_file(EXAMPLE)
    desk.window.keys.take("mirror", ("Ctrl+M",))
    desk.press("Ctrl+M")
    assert desk.window.work.page.mirrored
    desk.window.keys.take("undo", ("F4",))
    desk.press("Ctrl+Z")
    assert desk.window.work.page.mirrored
    desk.press("F4")
    assert not desk.window.work.page.mirrored


def test_a_key_of_the_page_can_become_one_of_the_window(desk: Desk) -> None:
    desk.window.filing.open_file(EXAMPLE)
    desk.window.keys.take("mirror", ("F2",))
    desk.press("F2")
    assert desk.window.work.page.mirrored
    desk.press("Return")
    desk.type("One")
    desk.press("F2")
    assert not desk.window.work.page.mirrored
    assert "One" in [words for _depth, words in desk.tree]


@pytest.mark.parametrize("key", ["F2", "F7"])
def test_a_key_of_the_page_does_nothing_behind_the_words_being_typed(desk: Desk, key: str) -> None:
    desk.window.filing.open_file(EXAMPLE)
    desk.window.work.select(desk.window.work.rows[2].id)
    desk.window.keys.take("delete", ("F7",))
    before = desk.tree
    desk.press("F2")
    desk.type("Half a sent")
    desk.press(key)
    assert isinstance(desk.focus, Editor)
    assert desk.focus.toPlainText() == "Half a sent"
    assert desk.tree == before


def test_a_changed_key_is_shown_wherever_keys_are(desk: Desk) -> None:
    desk.window.filing.open_file(EXAMPLE)
    desk.window.keys.take("edit", ("F7",))
    desk.settle()
    menu = QMenu(desk.window)
    desk.window.actions_by_name.fill(menu, ("edit",))
    assert menu.actions()[0].text() == "Edit the words\tF7"
    every = next(it for it in desk.window.features if isinstance(it, AllCommands))
    assert next(it.keys for it in every.entries() if it.name == "edit") == "F7"
    assert on_sheet(desk.window.keys)["Edit the words"] == "F7"
    assert "F7  edit" in desk.window.hints.text()


def test_keys_are_still_those_of_the_map_in_another_look(desk: Desk) -> None:
    desk.window.filing.open_file(EXAMPLE)
    desk.window.keys.take("mirror", ("Ctrl+M",))
    desk.window.do("theme dark")
    desk.press("Ctrl+M")
    assert desk.window.work.page.mirrored


def test_the_sheet_names_what_is_no_command_too(keys: KeyMap) -> None:
    sheet = on_sheet(keys)
    assert sheet["Go to the nearest item"] == "arrows"
    assert sheet["Redo"] == "Ctrl+Shift+Z or Ctrl+Y"
    assert "Rename the workbook" not in sheet


@pytest.mark.parametrize("number", [1, 2, 3])
def test_the_sheet_is_shared_out_in_order_to_columns_of_one_height(
    keys: KeyMap, number: int
) -> None:
    parts = key_sheet(keys)
    shared = columns(parts, number)
    assert len(shared) == number
    assert tuple(part for column in shared for part in column) == parts


@pytest.mark.parametrize("key", ["Escape", "Shift+F1"])
def test_the_sheet_opens_over_what_is_being_typed_and_gives_the_keyboard_back(
    desk: Desk, key: str
) -> None:
    desk.press("F2")
    desk.type("Half a sent")
    editor = desk.focus
    desk.press("Shift+F1")
    assert "Save: Ctrl+S" in desk.focus.accessibleDescription()
    desk.press(key)
    assert desk.focus is editor
    assert editor.toPlainText() == "Half a sent"

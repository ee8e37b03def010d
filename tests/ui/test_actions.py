"""The table of commands, and that each of them can be asked for."""

from collections import Counter
from pathlib import Path

import pytest
from hands import Desk
from PySide6.QtWidgets import QMenu

from ilead_studio.resources import resource
from ilead_studio.ui.commands.every import AllCommands
from ilead_studio.ui.commands.groups import (
    ON_COPIES,
    ON_ITEM,
    ON_LOOK,
    ON_MOVES,
    ON_PAGE,
    ON_PAGES,
    ON_PAST,
    ON_PROGRAM,
    ON_WORKBOOK,
)
from ilead_studio.ui.commands.keymap import first_keys
from ilead_studio.ui.commands.table import commands

EXAMPLE = resource("examples", "new-teachers.ilead")
NAMES = [command.name for command in commands()]
GROUPS = ("Workbook", "Edit", "Item", "Page", "Cycle", "Meeting", "View", "Go to", "Help")


def listed(desk: Desk) -> AllCommands:
    """Return the feature that offers every command."""
    return next(it for it in desk.window.features if isinstance(it, AllCommands))


def test_every_command_has_a_group_words_and_a_name_of_its_own() -> None:
    assert len(set(NAMES)) == len(NAMES)
    words = Counter(command.words for command in commands())
    assert [it for it, number in words.items() if number > 1] == []
    assert all(words)
    assert tuple(dict.fromkeys(command.group for command in commands())) == GROUPS


def test_no_key_asks_for_two_commands() -> None:
    keys = Counter(key for command in commands() for key in first_keys(command))
    assert [key for key, number in keys.items() if number > 1] == []
    assert "" not in keys


def test_every_icon_of_the_table_is_there() -> None:
    for command in commands():
        assert not command.icon or resource("icons", f"{command.icon}.svg").exists(), command


def test_every_menu_names_commands_of_the_table() -> None:
    for menu in (
        ON_ITEM,
        ON_MOVES,
        ON_PAGE,
        ON_PAGES,
        ON_WORKBOOK,
        ON_PAST,
        ON_COPIES,
        ON_PROGRAM,
        ON_LOOK,
    ):
        assert {name for name in menu if name != "-"} <= set(NAMES)


@pytest.mark.parametrize("group", GROUPS)
def test_every_command_can_be_asked_for_from_the_list(
    desk: Desk, tmp_path: Path, group: str
) -> None:
    path = tmp_path / "mine.ilead"
    path.write_bytes(EXAMPLE.read_bytes())
    for command in commands():
        if command.group != group or command.name in ("command list", "close", "item menu"):
            continue
        desk.window.filing.open_file(path)
        desk.window.work.select(desk.window.work.rows[2].id)
        entry = next(it for it in listed(desk).entries() if it.name == command.name)
        desk.press("Ctrl+K")
        desk.type(entry.words)
        desk.press("Return")
        if entry.why_not:
            assert desk.window.status.words == entry.why_not
            desk.press("Escape")
        assert not listed(desk).list.isVisible()
        assert desk.focus.isVisible(), command
        assert desk.focus is not desk.window, command
        desk.press("Escape", "Escape")


def test_what_cannot_be_done_is_pale_in_the_menu_and_says_why(desk: Desk) -> None:
    desk.window.filing.open_file(EXAMPLE)
    menu = QMenu(desk.window)
    desk.window.actions_by_name.fill(menu, ("mirror", "untangle", "delete"))
    menu.aboutToShow.emit()
    mirror, untangle, delete = menu.actions()
    assert mirror.isEnabled()
    assert not untangle.isEnabled()
    assert untangle.toolTip() == "That is for driver diagrams."
    assert "change their words" in delete.toolTip()
    menu.aboutToHide.emit()
    assert untangle.isEnabled()


@pytest.mark.parametrize(
    ("key", "says"),
    [
        ("Ctrl+Z", "nothing to undo"),
        ("Ctrl+Y", "Nothing was undone"),
        ("Ctrl+L", "Select a cause, a driver"),
        ("Ctrl+I", "driver diagram"),
        ("Delete", "change their words"),
        ("Alt+Up", "stay where they are"),
        ("Shift+Tab", "no level above"),
    ],
)
def test_a_key_that_can_do_nothing_now_says_why(desk: Desk, key: str, says: str) -> None:
    desk.window.filing.open_file(EXAMPLE)
    before = desk.tree
    desk.press(key)
    assert says in desk.window.status.words
    assert desk.tree == before


def test_a_workbook_that_can_only_be_read_says_so_at_every_change(desk: Desk) -> None:
    desk.window.filing.open_file(EXAMPLE)
    desk.window.work.read_only = True
    reasons = {it.name: it.why_not for it in listed(desk).entries()}
    for name in ("next", "in", "edit", "delete", "move up"):
        assert "only be read" in reasons[name]
    assert not reasons["export"]

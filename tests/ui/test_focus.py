"""After everything that opens, closes or changes, the keyboard is where look.md says."""

from pathlib import Path
from typing import NamedTuple

import pytest
from hands import Desk
from key_hands import HERE, Row, begin, keyboard, press

from ilead_studio import edits
from ilead_studio.drawing.theme import DARK
from ilead_studio.resources import resource
from ilead_studio.ui.looks.look import Look

EXAMPLE = resource("examples", "new-teachers.ilead")
CANVAS = "canvas"


class Doing(NamedTuple):
    """A command without a key of its own, who has the keyboard then, and after ``ends``."""

    command: str
    then: str = HERE
    ends: tuple[str, ...] = ()
    at_last: str = HERE
    on: str = "Breaks"


NAME = "Name of the page"
DOINGS = (
    Doing("rename workbook"),
    Doing("mirror"),
    Doing("key hints"),
    Doing("copy picture"),
    Doing("delete"),
    Doing("untangle", on="Hour"),
    Doing("line of sight", on="Hour"),
    Doing("rename page", NAME, ("Esc",)),
    Doing("rename page", NAME, ("Enter",)),
    Doing("name columns", "Name of the column “Aim”", ("Esc",), on="Hour"),
    Doing("start page", "New, empty", ("Esc",), CANVAS),
    Doing("new from outline", "It becomes a: Fishbone", ("Esc",)),
    Doing("settings keys", "Find a command or press a key", ("Esc", "Esc")),
    Doing("add fishbone", CANVAS, ("Ctrl+Z",), CANVAS),
    Doing("add theory", CANVAS, ("Ctrl+Z",), CANVAS),
    Doing("duplicate page", CANVAS, ("Ctrl+Z",), CANVAS),
    Doing("delete page", CANVAS, ("Ctrl+Z",), CANVAS),
    Doing("open", CANVAS, (), CANVAS),
    Doing("open example", CANVAS, (), CANVAS),
    Doing("new", CANVAS, (), CANVAS),
)


@pytest.mark.parametrize("doing", DOINGS, ids=lambda it: f"{it.command} {'-'.join(it.ends)}")
def test_the_keyboard_after_a_command(table_desk: Desk, doing: Doing, surface: str) -> None:
    desk = table_desk
    desk.answers.path, desk.answers.unsaved_answer = EXAMPLE, "leave"
    begin(desk, Row("", "", on=(doing.on,)), surface)
    desk.window.work.step("name", lambda book: edits.rename_workbook(book, "Ours"))
    desk.window.do(doing.command)
    desk.settle()
    assert keyboard(desk) == (surface if doing.then == HERE else doing.then)
    press(desk, *doing.ends)
    assert keyboard(desk) == (surface if doing.at_last == HERE else doing.at_last)


def test_the_keyboard_after_another_look(table_desk: Desk, surface: str) -> None:
    desk = table_desk
    begin(desk, Row("", ""), surface)
    before = desk.window.look
    for look in (Look(DARK, 1.25), before):
        desk.window.wear(look)
        desk.settle()
        assert keyboard(desk) == surface
        assert desk.words == "Breaks"


def test_the_keyboard_stays_when_something_is_told(table_desk: Desk, surface: str) -> None:
    desk = table_desk
    begin(desk, Row("", ""), surface)
    desk.window.work.warned.emit("Something happened.")
    desk.settle()
    assert keyboard(desk) == surface
    desk.window.banner.hide()
    desk.settle()
    assert keyboard(desk) == surface
    press(desk, "Enter")
    desk.window.work.warned.emit("Something happened.")
    desk.type("New")
    assert keyboard(desk) == "editor"


def test_the_keyboard_after_replacing(table_desk: Desk, surface: str) -> None:
    desk = table_desk
    begin(desk, Row("", ""), surface)
    press(desk, "Ctrl+H")
    desk.type("Bells")
    press(desk, "Ctrl+H")
    assert keyboard(desk) == "Replace with"
    desk.type("Bell")
    press(desk, "Enter")
    assert keyboard(desk) == "Find in the whole workbook"
    press(desk, "Esc", "Esc")
    assert keyboard(desk) == surface


def test_the_keyboard_after_a_place_that_was_found(table_desk: Desk, surface: str) -> None:
    desk = table_desk
    begin(desk, Row("", ""), surface)
    press(desk, "Ctrl+F")
    desk.type("Coaches")
    press(desk, "Enter")
    assert (keyboard(desk), desk.words) == (CANVAS, "Coaches")


def test_the_keyboard_after_an_export_was_asked_for(
    table_desk: Desk, surface: str, tmp_path: Path
) -> None:
    desk = table_desk
    begin(desk, Row("", ""), surface)
    desk.answers.path = None
    press(desk, "Ctrl+Alt+E", "Enter")
    assert desk.answers.asked[-1].startswith("save")
    assert keyboard(desk) == surface


@pytest.mark.parametrize("chosen", ["Enter", "Esc"])
def test_the_keyboard_after_the_list_of_commands(
    table_desk: Desk, surface: str, chosen: str
) -> None:
    desk = table_desk
    begin(desk, Row("", ""), surface)
    press(desk, "Ctrl+K")
    desk.type("root cause")
    press(desk, chosen)
    assert keyboard(desk) == surface

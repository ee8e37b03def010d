"""Every line of the table of keys, on a selected item of the canvas and of the outline."""

import pytest
from hands import Desk
from key_hands import EDITOR, HERE, Row, begin, check, drawn, keyboard, named, press
from key_rows import AREAS, CAPTURE, EDITS, GOES, MENU, OPENS, WAYS
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from ilead_studio.ui.commands.groups import ON_CYCLE, ON_MEETING, ON_PACKET
from ilead_studio.ui.commands.table import commands
from ilead_studio.ui.frame.areas import holds
from ilead_studio.ui.frame.sections import sections


@pytest.mark.parametrize("row", [*WAYS, *OPENS, *GOES], ids=named)
def test_a_key(table_desk: Desk, row: Row, surface: str) -> None:
    desk = table_desk
    begin(desk, row, surface)
    press(desk, row.press)
    check(desk, row, surface)
    if row.ends:
        press(desk, *row.ends)
        assert keyboard(desk) == surface


@pytest.mark.parametrize("row", AREAS, ids=named)
def test_the_areas(table_desk: Desk, row: Row) -> None:
    desk = table_desk
    begin(desk, row, "canvas")
    press(desk, row.press)
    window = desk.window
    areas = {
        "bar": window.bar, "outline": window.outline, "pages": window.pages,
        "canvas": window.canvas, "inspector": window.about, "status": window.status,
    }  # fmt: skip
    assert next(it for it, area in areas.items() if holds(area, desk.focus)) == row.focus


def test_the_menu_is_left_by_escape(table_desk: Desk, surface: str) -> None:
    begin(table_desk, MENU, surface)
    press(table_desk, MENU.press)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    check(table_desk, MENU, surface)


@pytest.mark.parametrize("row", EDITS, ids=named)
def test_an_edit(table_desk: Desk, row: Row, surface: str) -> None:
    desk = table_desk
    begin(desk, row, surface)
    before = (drawn(desk), desk.window.work.ids_selected, desk.window.work.workbook)
    press(desk, row.press)
    check(desk, row, surface)
    changed = desk.window.work.workbook
    if changed is not before[2]:
        press(desk, "Ctrl+Z")
        work = desk.window.work
        assert (drawn(desk), work.ids_selected, work.workbook) == before
        assert keyboard(desk) == surface
        press(desk, "Ctrl+Shift+Z")
        check(desk, row._replace(shows=None), surface)


@pytest.mark.parametrize("row", CAPTURE, ids=named)
def test_capture(table_desk: Desk, row: Row, surface: str) -> None:
    desk = table_desk
    begin(desk, row, surface)
    before = (drawn(desk), desk.window.work.ids_selected, desk.window.work.workbook)
    if row.command:
        press(desk, row.press)
    else:
        desk.type(row.press)
    assert keyboard(desk) == EDITOR
    assert getattr(desk.window, surface).isAncestorOf(desk.focus)
    desk.type(row.types)
    press(desk, "Enter")
    press(desk, "Esc")
    check(desk, row._replace(focus=HERE), surface)
    press(desk, "Ctrl+Z")
    work = desk.window.work
    assert (drawn(desk), work.ids_selected, work.workbook) == before
    assert keyboard(desk) == surface


def test_every_key_of_every_command_has_its_line() -> None:
    covered = {
        (row.command, row.press) for row in (*CAPTURE, *EDITS, *WAYS, *OPENS, *GOES, *AREAS, MENU)
    }
    elsewhere = {
        *ON_CYCLE,
        *ON_MEETING,
        *ON_PACKET,
        "export",
        *(it.name for it in sections()),
    }  # those of sections: test_pdsa …
    every = {(it.name, key) for it in commands() for key in (*it.keys, it.shown) if key}
    assert {it for it in every - covered if it[0] not in elsewhere} == set()

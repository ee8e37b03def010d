"""What a window makes at its start, and what waits until somebody asks for it."""

from pathlib import Path

import pytest
from hands import Answers, Desk
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QMenu
from pytestqt.qtbot import QtBot

from ilead_studio.app import make_app
from ilead_studio.drawing.theme import LIGHT
from ilead_studio.resources import resource
from ilead_studio.surroundings import Surroundings
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.outline.view import OutlineView
from ilead_studio.ui.packets.export_card import ExportCard
from ilead_studio.ui.window import MainWindow

EXAMPLE = resource("examples", "new-teachers.ilead")


def shown_rows(outline: OutlineView) -> int:
    """Count the rows on the first level."""
    return outline.model().rowCount()


def test_the_outline_is_filled_when_it_is_first_seen(qtbot: QtBot, around: Surroundings) -> None:
    make_app(around)
    window = MainWindow(around, Look(LIGHT), Answers())
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(1280, 720)  # room for the outline
    qtbot.addWidget(window)
    window.filing.open_file(EXAMPLE)
    assert shown_rows(window.outline) == 0
    with qtbot.waitExposed(window):
        window.show()
    Desk.turn()
    assert shown_rows(window.outline) > 3
    chosen = window.outline.currentIndex()
    assert chosen.data() == next(
        row.text for row in window.work.rows if row.id == window.work.item_id
    )


def test_a_file_that_is_named_from_its_folder_is_known_by_its_whole_name(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "plan.ilead").write_bytes(EXAMPLE.read_bytes())
    monkeypatch.chdir(tmp_path)
    assert desk.window.filing.open_file(Path("plan.ilead"))
    assert desk.window.work.path == tmp_path / "plan.ilead"


def test_what_is_said_of_a_file_is_read_before_what_is_said_of_the_settings(
    qtbot: QtBot, around: Surroundings, tmp_path: Path
) -> None:
    around.places.settings.parent.mkdir(parents=True, exist_ok=True)
    around.places.settings.write_bytes(bytes(100))
    make_app(around)
    window = MainWindow(around, Look(LIGHT), Answers())
    qtbot.addWidget(window)
    window.filing.open_file(tmp_path / "gone.ilead")
    with qtbot.waitExposed(window):
        window.show()
    Desk.turn()
    assert "no file “gone.ilead”" in window.banner.words
    window.banner.read.click()
    Desk.turn()
    assert "“settings.json” is damaged" in window.banner.words
    window.banner.read.click()
    Desk.turn()
    assert window.banner.words == ""


def test_a_card_is_made_when_it_is_asked_for_and_once(desk: Desk) -> None:
    assert not desk.window.findChildren(ExportCard)
    for _ in range(2):
        desk.press("Ctrl+Alt+E")
        assert desk.window.cards.export.isVisible()
        desk.press("Escape")
        assert desk.focus is desk.window.canvas
    assert len(desk.window.findChildren(ExportCard)) == 1


def test_another_look_makes_its_own_cards(desk: Desk) -> None:
    desk.press("Ctrl+Alt+E")
    desk.press("Escape")
    before: QFrame = desk.window.cards.export
    desk.window.do("theme dark")
    desk.settle()
    assert desk.window.cards.export is not before


def test_a_menu_has_its_icons_when_it_opens(desk: Desk) -> None:
    menu = QMenu(desk.window)
    desk.window.actions_by_name.fill(menu, ("save", "-", "close"))
    save, _line, close = menu.actions()
    assert close.icon().isNull()
    menu.aboutToShow.emit()
    assert not save.icon().isNull()
    assert not close.icon().isNull()

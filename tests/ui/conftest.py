"""The real window for tests: offscreen, with a clock, ids and dialogs of our own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hands import WHEN, Answers, Desk
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from ilead_studio.app import make_app
from ilead_studio.drawing.theme import LIGHT
from ilead_studio.model import new_ids
from ilead_studio.places import find_places
from ilead_studio.storage.disk import Disk
from ilead_studio.surroundings import Surroundings
from ilead_studio.ui.look import Look
from ilead_studio.ui.window import MainWindow


@pytest.fixture
def around(home: Path) -> Surroundings:
    places = find_places({"ILEAD_STUDIO_HOME": str(home)})
    return Surroundings(lambda: WHEN, new_ids(7), Disk(), places)


@pytest.fixture
def desk(qtbot: QtBot, around: Surroundings) -> Iterator[Desk]:
    """A window on a new empty workbook, shown and ready for the keyboard."""
    make_app(around)
    answers = Answers()
    window = MainWindow(around, Look(LIGHT), answers)
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(1280, 720)
    qtbot.addWidget(
        window, before_close_func=lambda it: it.work.session.mark_saved(it.work.workbook)
    )
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.canvas.setFocus()
    yield Desk(window, answers)
    window.editing.drop()

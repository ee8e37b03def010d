"""The canvas with 2,000 items: repaints, keys, the mouse."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

import pytest
from conftest import Table, times
from large_pages import large
from PySide6.QtCore import QPointF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ilead_studio.app import make_app
from ilead_studio.drawing.theme import LIGHT
from ilead_studio.model import new_ids
from ilead_studio.places import find_places
from ilead_studio.storage.disk import Disk
from ilead_studio.surroundings import Surroundings
from ilead_studio.ui.look import Look
from ilead_studio.ui.window import MainWindow

FRAME_MS = 16.0
BOOKS = {kind: large(kind) for kind in ("fishbone", "theory")}

pytestmark = pytest.mark.usefixtures("quiet")


@pytest.fixture(params=list(BOOKS))
def window(request: pytest.FixtureRequest, qtbot: QtBot, home: Path) -> Iterator[MainWindow]:
    """The whole window on a large page, painted once."""
    places = find_places({"ILEAD_STUDIO_HOME": str(home)})
    around = Surroundings(lambda: datetime.now(UTC), new_ids(7), Disk(), places)
    make_app(around)
    made = MainWindow(around, Look(LIGHT))
    made.setWindowState(Qt.WindowState.WindowNoState)
    made.resize(1600, 1000)
    qtbot.addWidget(made, before_close_func=lambda it: it.work.session.mark_saved(it.work.workbook))
    with qtbot.waitExposed(made):
        made.show()
    made.work.begin(BOOKS[request.param])
    QApplication.processEvents()
    made.canvas.viewport().repaint()
    yield made
    made.editing.drop()


def test_repaint_at_fit(window: MainWindow, table: Table, request: pytest.FixtureRequest) -> None:
    taken = times(window.canvas.viewport().repaint, 15)
    table.add(f"repaint at fit, 2,000 ({kind(request)})", taken[7], FRAME_MS, "ms")


def test_repaint_where_words_are_read(
    window: MainWindow, table: Table, request: pytest.FixtureRequest
) -> None:
    while window.canvas.zoom < 1.0:
        window.canvas.zoom_in()
    window.canvas.viewport().repaint()
    taken = times(window.canvas.viewport().repaint, 15)
    table.add(f"repaint at 100 %, 2,000 ({kind(request)})", taken[7], FRAME_MS, "ms")


def test_the_mouse_finds_an_item(
    window: MainWindow, table: Table, request: pytest.FixtureRequest
) -> None:
    canvas = window.canvas
    points = [QPointF(x * 10.0, y * 10.0) for x in range(40) for y in range(25)]
    begin = perf_counter()
    for point in points:
        canvas.item_at(point)
    taken = (perf_counter() - begin) * 1e3 / len(points)
    table.add(f"item under the mouse, 2,000 ({kind(request)})", taken, 0.5, "ms")


def kind(request: pytest.FixtureRequest) -> str:
    return "fishbone" if "fishbone" in request.node.name else "theory"

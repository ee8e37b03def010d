"""The canvas with 2,000 items: repaints, and the mouse."""

from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import pytest
from conftest import Table, times
from large_window import BOOKS, begin, large_window
from PySide6.QtCore import QPointF
from pytestqt.qtbot import QtBot

from ilead_studio.ui.window import MainWindow

FRAME_MS = 16.0
pytestmark = pytest.mark.usefixtures("quiet")


@pytest.fixture(params=list(BOOKS))
def window(request: pytest.FixtureRequest, qtbot: QtBot, home: Path) -> Iterator[MainWindow]:
    """The whole window on a large page, painted once."""
    made = large_window(home)
    qtbot.addWidget(made, before_close_func=lambda it: it.work.session.mark_saved(it.work.workbook))
    with qtbot.waitExposed(made):
        made.show()
    begin(made, request.param)
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

"""How long a page that is no diagram takes to open with 2,000 nodes and 300 cycles."""

from pathlib import Path
from statistics import median
from time import process_time

import pytest
from conftest import Table, yard
from large_window import large_window
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from whole_case import whole

from ilead_studio.ui.frame.sections import sections
from ilead_studio.ui.meanwhile.beforehand import made_ahead
from ilead_studio.ui.window import MainWindow

PAGE_MS = 100.0
PAGES = (
    *(it.name for it in sections()), "ideas board", "ideas square", "calendar", "learning log",
)  # fmt: skip
YARD_MS = 26.5
"""A loop of a million steps on the machine on which the gate was set."""

pytestmark = pytest.mark.usefixtures("quiet")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_at_once(qtbot: QtBot, home: Path, table: Table, name: str) -> None:
    """The first time is after a quiet moment (``ui/meanwhile/quiet``); the gate is for that."""
    window = large_window(home)
    qtbot.addWidget(
        window, before_close_func=lambda it: it.work.session.mark_saved(it.work.workbook)
    )
    with qtbot.waitExposed(window):
        window.show()
    window.work.begin(whole())
    settle()
    for _ in made_ahead(window):
        settle()
    scale = YARD_MS / median(yard() for _ in range(9))
    first = opened(window, name) * scale
    window.do("fishbone")
    settle()
    again = opened(window, name) * scale
    table.add(f"{name} opens again, 2,000 and 300 cycles", again, PAGE_MS, "ms")
    table.add(f"{name} opens for the first time", first, PAGE_MS, "ms")


def opened(window: MainWindow, name: str) -> float:
    """Go to a page; returns the milliseconds until it is painted."""
    start = process_time()
    window.do(name)
    settle()
    return (process_time() - start) * 1e3


def settle() -> None:
    for _ in range(5):
        QApplication.processEvents()

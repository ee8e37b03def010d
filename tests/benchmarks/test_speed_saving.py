"""How long the window waits while a workbook is saved beside it, and what such a save costs.

Told in the time that the program computes, of window and thread together: how long others on the
machine hold both of them up is no matter of ours.
"""

import sys
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

import pytest
from conftest import Table, yard
from large_pages import large
from large_window import large_window
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ilead_studio import edits
from ilead_studio.exchange import PageKind
from ilead_studio.model import Workbook
from ilead_studio.ui.meanwhile.apart import SWITCH
from ilead_studio.ui.window import MainWindow

WAITS_MS = 16.0
SAVES = 5
SIZES = (2_000, 10_000)


@pytest.fixture
def window(qtbot: QtBot, home: Path, quiet: None) -> Iterator[MainWindow]:
    """Return a window that shares the interpreter with threads as the program does."""
    before = sys.getswitchinterval()
    sys.setswitchinterval(SWITCH)
    made = large_window(home)
    qtbot.addWidget(made, before_close_func=lambda it: it.work.begin(Workbook()))
    made.show()
    yield made
    sys.setswitchinterval(before)


@pytest.mark.parametrize("items", SIZES)
@pytest.mark.parametrize("kind", ["fishbone", "theory"])
def test_a_save(
    window: MainWindow, tmp_path: Path, table: Table, kind: PageKind, items: int
) -> None:
    window.work.begin(large(kind, items))
    window.work.path = tmp_path / "large.ilead"
    rest(items / 2_000)
    waits, costs = [], []
    for number in range(SAVES):
        window.work.step("rename", lambda it, at=number: edits.rename_workbook(it, f"Title {at}"))
        rest(items / 5_000)
        wait, cost = saved(window)
        waits.append(wait)
        costs.append(cost)
    of = f"{kind}, {items:,}"
    beside = f"worst {max(waits):.1f}; a million steps: {yard():.0f} ms"
    table.add(f"window waits for a save ({of})", median(waits), WAITS_MS, "ms", beside)
    table.add(f"a save, window and all ({of})", median(costs), items / 20, "ms")


def rest(seconds: float) -> None:
    """Let everything be done that follows from a step."""
    end = perf_counter() + seconds
    while perf_counter() < end:
        QApplication.processEvents()


def saved(window: MainWindow) -> tuple[float, float]:
    """Save, and return the longest time between two turns of the window, and the whole, in ms."""
    turns = [process_time()]
    pulse = QTimer()
    pulse.setTimerType(Qt.TimerType.PreciseTimer)
    pulse.setInterval(1)
    pulse.timeout.connect(lambda: turns.append(process_time()))
    pulse.start()
    window.do("save")
    while window.filing.saving.is_under_way:
        QApplication.processEvents()
    pulse.stop()
    assert window.work.session.is_saved
    longest = max(later - turn for turn, later in pairwise(turns))
    return longest * 1e3, (turns[-1] - turns[0]) * 1e3

"""From a key to the pixels with 2,000 items.

The plan for quality names the committing key, and a key in the editor while something is made
behind it. The page is painted first; then, in the next frame, outline, inspector and status line
follow, and a key that is pressed meanwhile waits for no more than that.
"""

from collections.abc import Callable
from itertools import islice
from pathlib import Path
from statistics import median
from time import process_time

import pytest
from conftest import Table, yard
from large_window import BOOKS, KEYS, begin, large_window
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

FRAME_MS = 16.0
WARM, TIMED = 5, 40
MANY = 40
"""Turns until little waits any more: each view has one, and a frame after it."""

pytestmark = pytest.mark.usefixtures("quiet")


@pytest.mark.parametrize("name", list(KEYS))
@pytest.mark.parametrize("zoom", ["fit", "100 %"])
@pytest.mark.parametrize("kind", list(BOOKS))
def test_key_to_painted(
    qtbot: QtBot,
    home: Path,
    table: Table,
    kind: str,
    zoom: str,
    name: str,
) -> None:
    window = large_window(home)
    qtbot.addWidget(
        window, before_close_func=lambda it: it.work.session.mark_saved(it.work.workbook)
    )
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    begin(window, kind, zoom)
    paints = Paints(window.canvas.viewport())
    painted, beside, yards = [], [], []
    for key in islice(KEYS[name](window), WARM + TIMED):
        slices(MANY)
        yards.append(yard())
        paints.seen = 0
        painted.append(timed(key))
        assert paints.seen, "the page has been painted"
        beside.append(max(slices(MANY)))
    window.editing.drop()
    what, machine = f"{name}, {zoom} ({kind})", f"a million steps: {median(yards):.0f} ms"
    for part, times in (("painted", painted), ("beside it", beside)):
        p95 = sorted(times[WARM:])[int(TIMED * 0.95) - 1]
        table.add(f"{what}: {part}, p95", p95, FRAME_MS, "ms", machine)


def timed(deed: Callable[[], object]) -> float:
    """Do something; returns how many milliseconds of the processor it took."""
    start = process_time()
    deed()
    return (process_time() - start) * 1e3


def slices(turns: int) -> list[float]:
    """Let the window do what waits, turn by turn; returns how long each turn took."""
    return [timed(QApplication.processEvents) for _ in range(turns)]


class Paints(QObject):
    """Counts how often a view is painted."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self.seen = 0
        view.installEventFilter(self)

    def eventFilter(self, _view: QObject, event: QEvent) -> bool:
        self.seen += event.type() == QEvent.Type.Paint
        return False

"""From a key to the last pixel with 2,000 items: outline, inspector, status line and canvas.

The plan for quality names the committing key, and a key in the editor while something is made
behind it.
"""

from itertools import islice
from pathlib import Path
from statistics import median
from time import process_time

import pytest
from conftest import Table, yard
from large_window import BOOKS, KEYS, begin, large_window
from pytestqt.qtbot import QtBot

FRAME_MS = 16.0
YARD_MS = 26.5
"""A loop of a million steps on the machine on which the gate was set."""
WARM, TIMED = 5, 40

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
    taken, yards = [], []
    for key in islice(KEYS[name](window), WARM + TIMED):
        yards.append(yard())
        start = process_time()
        key()
        taken.append((process_time() - start) * 1e3)
    window.editing.drop()
    p95 = sorted(taken[WARM:])[int(TIMED * 0.95) - 1] * YARD_MS / median(yards)
    what = f"{name}, p95 at {zoom}, 2,000 ({kind})"
    table.add(what, p95, FRAME_MS, "ms", f"a million steps: {median(yards):.0f} ms")

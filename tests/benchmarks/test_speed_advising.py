"""Advice in the window with 2,000 items: nothing at a key, in short turns, and soon after it."""

from pathlib import Path
from statistics import median
from time import process_time

import pytest
from conftest import Table, yard
from large_window import BOOKS, begin, large_window
from PySide6.QtWidgets import QApplication

from ilead_studio import edits
from ilead_studio.ui.advice.advising import Advising
from ilead_studio.ui.advice.looking import REST_MS, Looking

COMPLETE_MS, TURN_MS, KEY_MS = 300.0, 5.0, 1.0
YARD_MS = 26.5
"""A loop of a million steps on the machine on which the gates were set."""

pytestmark = pytest.mark.usefixtures("quiet")


def turns(looking: Looking) -> list[float]:
    """Look at all; returns the milliseconds of each turn."""
    taken = []
    while not looking.is_done:
        begun = process_time()
        looking._go_on()
        taken.append((process_time() - begun) * 1e3)
    return taken


@pytest.mark.parametrize("kind", list(BOOKS))
@pytest.mark.parametrize("listed", [False, True], ids=["closed", "list open"])
def test_advice_is_complete_soon_after_a_key(
    table: Table, kind: str, listed: bool, tmp_path: Path
) -> None:
    window = large_window(tmp_path)
    window.show()
    begin(window, kind)
    work, looking = window.work, window.looking
    advising = next(it for it in window.features if isinstance(it, Advising))
    turns(looking)
    if listed:
        window.do("advice")
    items = [row.id for row in work.rows]
    runs, keys = [], []
    for number in range(12):
        name, words = items[number * 7 + 1], f"No tutoring program {number}"
        work.step("rename", lambda book, it=name, say=words: edits.rename(book, it, say))
        QApplication.processEvents()
        begun = process_time()
        looking._seen = None
        looking._on_changed()
        keys.append((process_time() - begun) * 1e3)
        taken = turns(looking)
        begun = process_time()
        advising._filling.now()
        runs.append([*taken, (process_time() - begun) * 1e3])
    machine = YARD_MS / median(yard() for _ in range(9))
    where = f"{kind}, {'list open' if listed else 'list closed'}"
    whole = sorted(sum(run) for run in runs)[-2] * machine
    table.add(f"advice in the window ({where}): complete", REST_MS + whole, COMPLETE_MS, "ms")
    longest = sorted(max(run) for run in runs)[-2] * machine
    table.add(f"advice in the window ({where}): longest turn", longest, TURN_MS, "ms")
    table.add(f"advice in the window ({where}): at the key", max(keys) * machine, KEY_MS, "ms")
    work.session.mark_saved(work.workbook)
    window.close()

"""Recovery on the path of a key with 2,000 items: handing over, and what the thread then does."""

from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

import pytest
from conftest import Table, yard
from large_window import large_window
from pytestqt.qtbot import QtBot
from workbooks import wide_fishbone, wide_theory

from ilead_studio import edits
from ilead_studio.model import Workbook
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.format import encode
from ilead_studio.storage.journal import Base, Journal, State
from ilead_studio.storage.recovery import find
from ilead_studio.ui.files.keeping import Keeping

BOOKS = {"fishbone": wide_fishbone(), "theory": wide_theory()}
HANDED_MS, WRITTEN_MS, FOUND_MS = 1.0, 16.0, 1_000.0


@pytest.mark.parametrize("kind", list(BOOKS))
def test_handing_over_a_step(qtbot: QtBot, home: Path, table: Table, kind: str) -> None:
    window = large_window(home)
    qtbot.addWidget(window)
    keeping = Keeping(window)
    window.work.begin(BOOKS[kind])
    taken = []
    for number in range(40):
        window.work.session.apply("rename", lambda book, it=number: _titled(book, it))
        start = process_time()
        keeping._hand_over()
        taken.append((process_time() - start) * 1e3)
    keeping.keeper.hand(None)
    keeping.end()
    window.work.session.mark_saved(window.work.workbook)
    table.add(f"hand a step over ({kind})", median(taken), HANDED_MS, "ms", _machine())


@pytest.mark.parametrize("kind", list(BOOKS))
def test_the_thread_never_has_the_interpreter_for_long(
    tmp_path: Path, table: Table, kind: str
) -> None:
    book, journal = BOOKS[kind], Journal(tmp_path, Disk())
    base, when = Base(book, encode(book)), datetime(2026, 11, 24, tzinfo=UTC)
    taken = []
    for number in range(40):
        book = _titled(book, number)
        start = process_time()
        journal.keep(State(base, book, when))
        taken.append((process_time() - start) * 1e3)
    journal.let_go()
    table.add(f"begin a journal ({kind})", taken[0], WRITTEN_MS, "ms", _machine())
    table.add(f"a step more in it ({kind})", median(taken[1:]), HANDED_MS, "ms", _machine())
    start = perf_counter()
    (found,) = find(tmp_path, Disk()).found
    table.add(f"find it ({kind})", (perf_counter() - start) * 1e3, FOUND_MS, "ms", _machine())
    found.release()


def _titled(book: Workbook, number: int) -> Workbook:
    return edits.rename_workbook(book, f"Title {number}")


def _machine() -> str:
    return f"a million steps: {yard():.0f} ms"

"""Starting, opening and memory, each in processes of their own beside an empty Qt window."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import pytest
from conftest import Table, times
from large_pages import large

from ilead_studio.drawing.page import draw_page, plan_page
from ilead_studio.model import Workbook, pages
from ilead_studio.session import Session
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.format import encode
from ilead_studio.storage.store import open_workbook, save_workbook
from ilead_studio.ui.canvas.page_view import ROOM

ROOT = Path(__file__).parent.parent.parent
EMPTY = """
import sys
from PySide6.QtWidgets import QApplication, QWidget
class Empty(QWidget):
    def paintEvent(self, event):
        print(END, flush=True); import os; os._exit(0)
app = QApplication([]); window = Empty(); window.resize(1280, 720); window.show(); app.exec()
"""
PROGRAM = """
import os, sys
from ilead_studio import cli
def end():
    print(END, flush=True); os._exit(0)
def window(asked, around):
    from ilead_studio import commands
    load = commands.load_window
    def loaded():
        app = load()
        from ilead_studio.ui.canvas.canvas import Canvas
        paint = Canvas.paintEvent
        def painted(self, event):
            paint(self, event)
            THEN
        Canvas.paintEvent = painted
        return app
    commands.load_window = loaded
    return opened(asked, around)
opened, cli._window = cli._window, window
sys.exit(cli.main([sys.argv[1]]))
"""
USABLE = """
            from PySide6.QtCore import QEvent, Qt, QTimer
            from PySide6.QtGui import QKeyEvent
            key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier)
            app.QApplication.postEvent(self, key)
            QTimer.singleShot(0, end)
"""
"""A key at the first paint; the timer comes after it and all that the window puts off."""
SIZE = "next(int(x.split()[1]) for x in open('/proc/self/status') if x.startswith('VmRSS'))"
"""Kilobytes that a process holds (Linux)."""


def run(
    code: str, file: Path | None, home: Path, end: str = "1", then: str = "end()"
) -> tuple[float, str]:
    """Return the seconds until a process has painted its window, and what it printed then."""
    filled = code.replace("END", end).replace("THEN", then)
    words = [sys.executable, "-c", filled] + ([str(file)] if file else [])
    environ = os.environ | {
        "PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen", "ILEAD_STUDIO_HOME": str(home),
        "PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(home.parent / "compiled"),
    }  # fmt: skip
    begin = perf_counter()
    done = subprocess.run(words, env=environ, capture_output=True, check=True, cwd=ROOT)
    return perf_counter() - begin, done.stdout.decode()


def planned(items: int) -> Workbook:
    """Return a workbook whose page was laid out before, as every saved one is."""
    session = Session(large("fishbone", items))
    page = pages(session.workbook)[0]
    session.keep_plan(page.id, plan_page(session.workbook, page, ROOM))
    return session.workbook


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Callable[[int], Path]:
    """Write a workbook of so many items to a file."""
    folder = tmp_path_factory.mktemp("large")

    def write(items: int) -> Path:
        path = folder / f"{items}.ilead"
        if not path.exists():
            path.write_bytes(encode(planned(items)))
        return path

    return write


@pytest.mark.parametrize(
    ("what", "then", "gate"), [("first paint", "end()", 3.0), ("usable", USABLE, 4.0)]
)
def test_from_start(
    table: Table, written: Callable[[int], Path], home: Path, what: str, then: str, gate: float
) -> None:
    """Usable is when a key that was pressed before the first paint is answered."""
    file = written(500)
    run(PROGRAM, file, home, then=then)
    pairs = [(run(PROGRAM, file, home, then=then)[0], run(EMPTY, None, home)[0]) for _ in range(5)]
    ours, empty = sorted(pairs, key=lambda pair: pair[0] / pair[1])[2]
    beside = f"{ours * 1e3:.0f} ms; empty window {empty * 1e3:.0f} ms"
    table.add(f"start to {what}, 500 items", ours / empty, gate, "×", beside)


@pytest.mark.usefixtures("quiet")
def test_opening_a_large_file(table: Table, written: Callable[[int], Path]) -> None:
    file = written(2_000)
    data = file.read_bytes().split(b"\n", 1)[-1]
    ours, loaded = _beside(lambda: open_workbook(file, Disk()), file)
    beside = f"{ours:.1f} ms; json.loads {loaded:.1f} ms, {len(data) // 1024} KiB"
    table.add("open 2,000 items", ours / loaded, 3.0, "×", beside)


@pytest.mark.usefixtures("quiet")
def test_saving_a_large_file(table: Table, written: Callable[[int], Path]) -> None:
    """12 ms where ``json.loads`` takes 1.8."""
    file = written(2_000)
    opened = open_workbook(file, Disk())
    saved = file.with_name("saved.ilead")
    save_workbook(opened.workbook, saved, Disk(), None)
    ours, loaded = _beside(lambda: save_workbook(opened.workbook, saved, Disk(), None), file)
    beside = f"{ours:.1f} ms; json.loads {loaded:.1f} ms"
    table.add("save 2,000 items", ours / loaded, 12 / 1.8, "×", beside)


def _beside(step: Callable[[], object], file: Path) -> tuple[float, float]:
    """Return the milliseconds of a step and of ``json.loads`` for a file: the middle of 15 pairs.

    Each pair is timed at once, because the processor changes its speed.
    """
    pairs = [
        (times(step, 1)[0], times(lambda: json.loads(file.read_bytes()), 1)[0]) for _ in range(15)
    ]
    return sorted(pairs, key=lambda pair: pair[0] / pair[1])[7]


@pytest.mark.usefixtures("quiet")
def test_first_picture_from_a_kept_plan(table: Table) -> None:
    book = planned(2_000)
    page = pages(book)[0]
    taken = times(lambda: draw_page(book, page, ROOM), 1)[0]
    table.add("first picture, 2,000 items", taken, 80.0, "ms")


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="read from Linux's /proc")
@pytest.mark.parametrize(("items", "gate"), [(2_000, 100.0), (10_000, 180.0)])
def test_memory(
    table: Table, written: Callable[[int], Path], home: Path, items: int, gate: float
) -> None:
    ours = int(run(PROGRAM, written(items), home, SIZE)[1]) / 1024
    empty = int(run(EMPTY, None, home, SIZE)[1]) / 1024
    beside = f"{ours:.0f} MB; empty window {empty:.0f} MB"
    table.add(f"memory above an empty window, {items:,} items", ours - empty, gate, "MB", beside)

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
from ilead_studio.ui.page_view import ROOM

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
import sys
from ilead_studio import cli
from ilead_studio.app import run
from ilead_studio.ui.canvas import Canvas
paint = Canvas.paintEvent
def painted(self, event):
    paint(self, event); print(END, flush=True); import os; os._exit(0)
Canvas.paintEvent = painted
sys.exit(cli.main([sys.argv[1]]))
"""
SIZE = "next(int(x.split()[1]) for x in open('/proc/self/status') if x.startswith('VmRSS'))"
"""Kilobytes that a process holds (Linux)."""


def run(code: str, file: Path | None, home: Path, end: str = "1") -> tuple[float, str]:
    """Return the seconds until a process has painted its window, and what it printed then."""
    words = [sys.executable, "-c", code.replace("END", end)] + ([str(file)] if file else [])
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


def test_from_start_to_first_paint(
    table: Table, written: Callable[[int], Path], home: Path
) -> None:
    file = written(500)
    run(PROGRAM, file, home)
    pairs = [(run(PROGRAM, file, home)[0], run(EMPTY, None, home)[0]) for _ in range(5)]
    ours, empty = (sorted(side)[2] for side in zip(*pairs, strict=True))
    beside = f"{ours * 1e3:.0f} ms; empty window {empty * 1e3:.0f} ms"
    table.add("start to first paint, 500 items", ours / empty, 3.0, "×", beside)


@pytest.mark.usefixtures("quiet")
def test_opening_a_large_file(table: Table, written: Callable[[int], Path]) -> None:
    file = written(2_000)
    data = file.read_bytes().split(b"\n", 1)[-1]
    pairs = [(_taken(lambda: open_workbook(file, Disk())), _taken(lambda: _loads(file.read_bytes())))
             for _ in range(15)]  # fmt: skip
    ours, loaded = sorted(pairs, key=lambda pair: pair[0] / pair[1])[7]
    beside = f"{ours:.1f} ms; json.loads {loaded:.1f} ms, {len(data) // 1024} KiB"
    table.add("open 2,000 items", ours / loaded, 3.0, "×", beside)


def _taken(step: Callable[[], object]) -> float:
    """Return the processor's milliseconds of one run; pairs of them, as its speed changes."""
    return times(step, 1)[0]


@pytest.mark.usefixtures("quiet")
def test_saving_a_large_file(table: Table, written: Callable[[int], Path]) -> None:
    """The time on the clock: the window waits for the disk as well."""
    opened = open_workbook(written(2_000), Disk())
    path = written(2_000).with_name("saved.ilead")
    stamp = save_workbook(opened.workbook, path, Disk(), None)
    taken = []
    for _ in range(9):
        begin = perf_counter()
        stamp = save_workbook(opened.workbook, path, Disk(), stamp)
        taken.append((perf_counter() - begin) * 1e3)
    table.add("save 2,000 items", sorted(taken)[4], 12.0, "ms")


def _loads(data: bytes) -> object:
    """Read all JSON values of a file, one after the other."""
    text, decoder, at, found = data.decode(), json.JSONDecoder(), 0, []
    while at < len(text):
        value, at = decoder.raw_decode(text, at)
        found.append(value)
        while at < len(text) and text[at].isspace():
            at += 1
    return found


def test_first_picture_from_a_kept_plan(table: Table) -> None:
    book = planned(2_000)
    page = pages(book)[0]
    taken = times(lambda: draw_page(book, page, ROOM), 1)[0]
    table.add("first picture, 2,000 items", taken, 80.0, "ms")


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="read from Linux's /proc")
def test_memory(table: Table, written: Callable[[int], Path], home: Path) -> None:
    ours = int(run(PROGRAM, written(2_000), home, SIZE)[1]) / 1024
    empty = int(run(EMPTY, None, home, SIZE)[1]) / 1024
    beside = f"{ours:.0f} MB; empty window {empty:.0f} MB"
    table.add("memory above an empty window, 2,000 items", ours - empty, 100.0, "MB", beside)

"""What is made ahead while nobody does anything, and that it keeps nobody waiting."""

import os
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from hands import Desk
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ilead_studio import edits
from ilead_studio.ui.frame.section_page import SectionPage
from ilead_studio.ui.frame.sections import sections
from ilead_studio.ui.meanwhile import quiet
from ilead_studio.ui.meanwhile.beforehand import made_ahead
from ilead_studio.ui.meanwhile.queue import queue
from ilead_studio.ui.meanwhile.quiet import Quiet

ROOT = Path(__file__).parent.parent.parent
PAGES = (
    *(it.name for it in sections()), "ideas board", "ideas square", "calendar", "learning log",
)  # fmt: skip
OPEN_ALL = f"""
import sys
from PySide6.QtWidgets import QApplication
from ilead_studio.app import make_app
from ilead_studio.resources import resource
from ilead_studio.surroundings import real_surroundings
from ilead_studio.ui.meanwhile.beforehand import made_ahead
from ilead_studio.ui.looks.look import Look
from ilead_studio.drawing.theme import LIGHT
from ilead_studio.ui.window import MainWindow
around = real_surroundings()
app = make_app(around, Look(LIGHT))
window = MainWindow(around, Look(LIGHT))
window.filing.open_file(next(resource("examples").glob("attendance*.ilead")))
window.show()
most, known = 0, len(sys.modules)
for _ in made_ahead(window):
    app.processEvents()
    most, known = max(most, len(sys.modules) - known), len(sys.modules)
before = set(sys.modules)
for name in {PAGES!r}:
    window.do(name)
    app.processEvents()
print(most)
print(*(it for it in sys.modules if it not in before and it.startswith("ilead_studio")))
sys.stdout.flush()
import os; os._exit(0)
"""


class Slices:
    """Work in slices; it remembers how many were done, and how often it was begun."""

    def __init__(self, number: int) -> None:
        self.number, self.done, self.begun = number, 0, 0

    def __call__(self) -> Iterator[None]:
        self.begun += 1
        for _ in range(self.number - self.done):
            self.done += 1
            yield


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be quiet after a moment."""
    monkeypatch.setattr(quiet, "QUIET_MS", 40)
    monkeypatch.setattr(quiet, "BETWEEN_MS", 0)


def press(desk: Desk, kind: QEvent.Type = QEvent.Type.KeyPress) -> None:
    """Press a key as it comes to the window, before any part of it."""
    none = Qt.KeyboardModifier.NoModifier
    event = QKeyEvent(kind, Qt.Key.Key_Shift, none)
    QApplication.sendEvent(desk.window.windowHandle(), event)


@pytest.fixture
def busy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it not be quiet before the end of the test, however slow the machine is."""
    monkeypatch.setattr(quiet, "QUIET_MS", 600_000)


@pytest.mark.usefixtures("busy")
def test_nothing_is_done_before_it_is_quiet(desk: Desk) -> None:
    work = Slices(3)
    Quiet(desk.window, work)
    desk.settle()
    assert work.done == 0


def test_work_is_done_slice_by_slice_when_nobody_does_anything(desk: Desk, qtbot: QtBot) -> None:
    work = Slices(3)
    Quiet(desk.window, work)
    qtbot.waitUntil(lambda: work.done == 3)


def test_a_key_waits_for_one_slice_at_most(
    desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[int] = []

    def work() -> Iterator[None]:
        for number in range(1, 20):
            seen.append(number)
            if number == 2:
                monkeypatch.setattr(quiet, "QUIET_MS", 600_000)
                press(desk)  # somebody begins to type during this slice
            yield

    Quiet(desk.window, work)
    qtbot.waitUntil(lambda: 2 in seen)
    desk.settle()
    assert seen == [1, 2]
    monkeypatch.setattr(quiet, "QUIET_MS", 40)
    press(desk)
    qtbot.waitUntil(lambda: seen[-1] == 19)  # the rest, when it is quiet again
    assert seen == list(range(1, 20))


def test_what_a_key_did_is_seen_before_the_next_who_waits_has_a_turn(desk: Desk) -> None:
    Quiet(desk.window, Slices(0))
    desk.settle()
    seen: list[str] = []
    queue().ask(desk.window, partial(seen.append, "waited"))
    QApplication.processEvents()  # its turn is the next
    press(desk)
    QApplication.processEvents()  # the frame's
    assert seen == []
    desk.settle()
    assert seen == ["waited"]


def test_it_begins_again_only_after_somebody_did_something(desk: Desk, qtbot: QtBot) -> None:
    work = Slices(1)
    Quiet(desk.window, work)
    qtbot.waitUntil(lambda: work.done == 1)
    QTest.qWait(60)
    assert work.begun == 1
    press(desk)
    qtbot.waitUntil(lambda: work.begun == 2)
    press(desk, QEvent.Type.KeyRelease)
    QTest.qWait(60)
    assert work.begun == 2


def test_after_quiet_time_a_page_opens_without_loading_anything(home: Path) -> None:
    environ = os.environ | {"PYTHONPATH": str(ROOT), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", OPEN_ALL],
        env=environ, capture_output=True, text=True, check=True, cwd=ROOT, timeout=120,
    )  # fmt: skip
    most, loaded = done.stdout.split("\n")[:2]
    assert loaded == ""
    assert int(most) <= 20  # modules at one slice


def test_pages_that_were_made_ahead_keep_the_keyboard_where_it_is(desk: Desk) -> None:
    for _ in made_ahead(desk.window):
        desk.settle()
    assert desk.focus is desk.window.canvas
    assert desk.window.canvas.isVisible()
    assert desk.window.inspector.isVisible()
    assert desk.window.work.section == ""
    assert [*made_ahead(desk.window)] == []  # all is there
    desk.type("Buses come late")
    desk.press("Return", "Escape")
    assert (0, "Buses come late") in [(0, words) for _, words in desk.tree]
    for name in PAGES:
        desk.window.do(name)
        desk.settle()
        view = desk.window.sections.view
        assert view is not None
        assert view.page.isVisible()
        assert desk.window.work.section


def test_who_comes_later_finds_what_is_there_then(desk: Desk) -> None:
    window, work = desk.window, desk.window.work
    for _ in made_ahead(window):
        pass
    ids = [work.ids(), work.ids()]
    for at, new_id in enumerate(ids):
        words = f"Problem {at}"
        work.step("add", lambda book, it=new_id, say=words: edits.add_problem(book, it, say))
    page = work.page
    assert page is not None
    work.step("tie", lambda book: edits.link_problem(book, page.id, ids[1]))
    window.do("problem")
    desk.settle()
    assert window.sections.view is not None
    assert work.workbook.problems[1].text == "Problem 1"
    assert window.sections.view._shown.problem.id == ids[1]  # type: ignore[attr-defined]


def test_the_pages_of_a_section_are_made_ahead_too(desk: Desk) -> None:
    for _ in made_ahead(desk.window):
        desk.settle()
    for page in ("calendar", "learning log", "next steps"):
        before = set(desk.window.findChildren(SectionPage))
        desk.window.do(page)
        assert set(desk.window.findChildren(SectionPage)) == before, page

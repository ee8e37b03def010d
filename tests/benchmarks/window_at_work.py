"""The whole program on a large workbook and a slow drive: how long its window keeps a key waiting.

A turn is what the window does between two looks at keys and mouse. It is told in the time that the
processor works for the window's own thread: neither other programs nor the drive count.
"""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from threading import current_thread, main_thread
from time import perf_counter, sleep, thread_time
from typing import Any, Final

from large_window import large_window
from PySide6.QtCore import QEvent, QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication

from ilead_studio import edits
from ilead_studio.drawing.page import plan_page
from ilead_studio.model import Fishbone, Workbook, new_ids, pages
from ilead_studio.planning import ROOM
from ilead_studio.storage.disk import Disk
from ilead_studio.ui.files.autosaving import Autosaving
from ilead_studio.ui.files.backing import Backing
from ilead_studio.ui.files.dialogs import Unsaved
from ilead_studio.ui.files.keeping import Keeping
from ilead_studio.ui.files.locking import Locking
from ilead_studio.ui.files.remembering import Remembering
from ilead_studio.ui.meanwhile.apart import Apart
from ilead_studio.ui.meanwhile.beforehand import made_ahead

SLOW_S: Final = 0.05
"""What each operation on the drive takes."""
STILL: Final = 40
"""Turns of a millisecond in which nothing is done: all is done."""
PATIENCE_S: Final = 120.0
_OPERATIONS: Final = frozenset(name for name in vars(Disk) if not name.startswith("_"))


class SlowDisk(Disk):
    """The real disk, far away. ``asked`` names what the window's own thread asked of it."""

    def __init__(self) -> None:
        self.takes = 0.0
        self.asked: list[str] = []

    def __getattribute__(self, name: str) -> Any:
        if name in _OPERATIONS and self.takes:
            if current_thread() is main_thread():
                self.asked.append(name)
            else:
                sleep(self.takes)
        return super().__getattribute__(name)


class Chosen:
    """Dialogs that are answered at once with one path."""

    def __init__(self) -> None:
        self.path = Path()

    def open_path(self, _folder: Path, then: Callable[[Path], None]) -> None:
        then(self.path)

    def save_path(self, _start: Path, _kinds: str, then: Callable[[Path], None]) -> None:
        then(self.path)

    def picture_path(self, _folder: Path, then: Callable[[Path], None]) -> None:
        then(self.path)

    def form_paths(self, _folder: Path, then: Callable[[Sequence[Path]], None]) -> None:
        then([self.path])

    def unsaved(self, _title: str, _small: str, then: Callable[[Unsaved], None]) -> None:
        then("leave")

    def words(self, _question: str, start: str, then: Callable[[str], None]) -> None:
        then(start)

    def printer(self, then: Callable[[Any], None]) -> None:
        """Print nothing."""


class AtWork:
    """A window with all that goes with it, and the longest turn since it was last asked."""

    def __init__(self, home: Path, path: Path) -> None:
        self.disk, self.chosen, self.path = SlowDisk(), Chosen(), path
        self.window = large_window(home, self.disk, self.chosen)
        self.keeping = Keeping(self.window)
        self._ends = (Locking(self.window).end, Backing(self.window).end, self.keeping.end)
        Autosaving(self.window)
        Remembering(self.window.work, self.window.around, self.window.settings)
        self._pulse = QTimer(self.window, interval=1)
        self._pulse.setTimerType(Qt.TimerType.PreciseTimer)
        self.longest = self.longest_wall = 0.0

    def begin(self) -> None:
        """Show the window, make all that quiet seconds make, and let the drive be slow from now."""
        self.window.show()
        self.window.activateWindow()
        self.settle()
        for _ in made_ahead(self.window):
            QApplication.processEvents()
        self.settle()
        self.disk.takes = SLOW_S
        self.longest = self.longest_wall = 0.0

    def end(self) -> None:
        """Close everything; the drive is quick again."""
        self.disk.takes = 0.0
        self.window.work.begin(Workbook())
        self.settle()
        for end in self._ends:
            end()
        self.window.editing.drop()
        self.window.close()
        self.window.deleteLater()  # or the next look would be given to this window too
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)

    def turn(self, deed: Callable[[], object]) -> None:
        """Do something as one turn of the window."""
        begin, wall = thread_time(), perf_counter()
        deed()
        self.longest = max(self.longest, (thread_time() - begin) * 1e3)
        self.longest_wall = max(self.longest_wall, (perf_counter() - wall) * 1e3)

    def do(self, command: str) -> None:
        """Do a command, and all that follows."""
        self.turn(lambda: self.window.do(command))
        self.settle()

    def press(self, *keys: Qt.Key) -> None:
        """Press keys where the keyboard is; all that follows from one is done before the next."""
        for key in keys:
            self.turn(lambda key=key: QTest.keyClick(self.window.focusWidget(), key))
            self.settle()

    def push(self, words: str) -> None:
        """Press a button by its words."""
        every = self.window.findChildren(QAbstractButton)
        found = next(it for it in every if it.accessibleName() == words and it.isVisible())
        self.turn(found.click)
        self.settle()

    def settle(self) -> None:
        """Let all be done that follows: here, and beside the window."""
        end, still = perf_counter() + PATIENCE_S, 0
        self._pulse.start()
        while still < STILL:
            begin = thread_time()
            self.turn(_one_turn)
            works = thread_time() - begin > 5e-4 or self._is_busy
            still = 0 if works else still + 1
            assert perf_counter() < end, "it never ends"
        self._pulse.stop()

    @property
    def _is_busy(self) -> bool:
        return any(it.under_way for it in self.window.findChildren(Apart))

    def reword(self, words: str, at: int = 700) -> None:
        """Give an item other words."""
        item = items(self.window.work.workbook)[at]
        self.turn(lambda: self.window.work.step("reword", lambda it: edits.rename(it, item, words)))
        self.settle()


def _one_turn() -> None:
    QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def items(workbook: Workbook) -> list[str]:
    """Return the items of the first page in reading order."""
    page = pages(workbook)[0]
    return [it.id for it in (page.causes if isinstance(page, Fishbone) else page.drivers)]


def as_in_a_file(workbook: Workbook) -> Workbook:
    """Return a workbook as a file holds it: no two items are alike, and somebody is named."""
    workbook = said(workbook, lambda at: "feedback" if at % 20 else "Mark Ott")
    page = pages(workbook)[0]
    workbook = edits.with_plan(workbook, page.id, plan_page(workbook, page, ROOM))
    return edits.add_role(workbook, new_ids(9)(), "Mark Ott")


def said(workbook: Workbook, who: Callable[[int], str]) -> Workbook:
    """Return a workbook whose items say something else; who does, depends on their place."""
    page = pages(workbook)[0]
    named, field = (
        ("causes", "fishbones") if isinstance(page, Fishbone) else ("drivers", "theories")
    )
    its = tuple(
        it.model_copy(update={"text": f"{who(at)} felt as isolated or evaluative {at}"})
        for at, it in enumerate(getattr(page, named))
    )
    return workbook.model_copy(update={field: (page.model_copy(update={named: its}),)})


def when() -> datetime:
    """Return the time of now."""
    return datetime.now(UTC)

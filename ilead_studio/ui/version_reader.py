"""Reads earlier versions on a thread, so that a large one holds up nobody.

The thread knows nothing of Qt, and nothing of what the window works on.
"""

from collections import deque
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from ilead_studio.errors import StudioError
from ilead_studio.model import Workbook
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.store import open_workbook

PULSE_MS: Final = 20
Answer = Workbook | str
"""A workbook, or why it could not be read."""
_Answers = SimpleQueue[tuple[Path, Answer]]


class VersionReader(QObject):
    """``known`` brings a file that was asked for, and the workbook in it or why there is none."""

    known = Signal(object, object)

    def __init__(self, disk: Disk, parent: QObject) -> None:
        super().__init__(parent)
        self._disk = disk
        self._wishes: deque[Path] = deque()
        self._answers: _Answers = SimpleQueue()
        self._awaited = 0
        self._thread: Thread | None = None
        self._pulse = QTimer(self, interval=PULSE_MS)
        self._pulse.timeout.connect(self._hear)

    def ask(self, file: Path, *, first: bool = False) -> None:
        """Ask for a file, before all others if it is waited for."""
        self._awaited += 1
        (self._wishes.appendleft if first else self._wishes.append)(file)
        self._go_on()
        self._pulse.start()

    def _go_on(self) -> None:
        if self._wishes and not (self._thread and self._thread.is_alive()):
            told = (self._wishes, self._answers, self._disk)
            self._thread = Thread(target=_read_all, args=told, name="earlier", daemon=True)
            self._thread.start()

    def _hear(self) -> None:
        """Tell of one that was read since; each is a turn of its own."""
        self._go_on()
        if not self._answers.empty():
            self._awaited -= 1
            self.known.emit(*self._answers.get())
        if not self._awaited:
            self._pulse.stop()


def _read_all(wishes: deque[Path], answers: _Answers, disk: Disk) -> None:
    while wishes:
        file = wishes.popleft()
        answers.put((file, _read(file, disk)))


def _read(file: Path, disk: Disk) -> Answer:
    try:
        return open_workbook(file, disk).workbook
    except StudioError as error:
        return str(error)

"""Files outside of the program: whether they are there, and opened by the system.

That they are there is found out apart: a drive that does not answer holds up nobody.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Final

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices

PULSE_MS: Final = 20
_Answers = SimpleQueue[tuple[Path, bool]]


class Whereabouts(QObject):
    """Asks about files; ``known`` tells of each one, once it answers, whether it is there.

    One that never answers is never told of. The threads know nothing of Qt: they may outlive the
    window.
    """

    known = Signal(object, bool)

    def __init__(self, is_there: Callable[[Path], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._is_there = is_there
        self._answers: _Answers = SimpleQueue()
        self._awaited = 0
        self._pulse = QTimer(self, interval=PULSE_MS)
        self._pulse.timeout.connect(self._hear)

    def ask(self, files: Iterable[Path]) -> None:
        """Ask about files, each for itself."""
        for file in files:
            self._awaited += 1
            asked = (file, self._is_there, self._answers)
            Thread(target=_answer, args=asked, daemon=True).start()
        self._pulse.start()

    def _hear(self) -> None:
        """Tell what has been answered since."""
        while not self._answers.empty():
            self._awaited -= 1
            self.known.emit(*self._answers.get())
        if not self._awaited:
            self._pulse.stop()


def _answer(file: Path, is_there: Callable[[Path], bool], answers: _Answers) -> None:
    answers.put((file, is_there(file)))


def is_file(path: Path) -> bool:
    """Tell whether a file can be found now."""
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name too long, a folder that may not be looked into
        return False


def is_folder(path: Path) -> bool:
    """Tell whether a folder can be found now."""
    try:
        return path.is_dir()
    except (OSError, ValueError):
        return False


def opened(path: Path) -> bool:
    """Let the system open a file or a folder; tells whether it could."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

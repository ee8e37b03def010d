"""The real program with somebody who types in it and saves now and then, made to be killed.

Run as a process of its own, it loads the program once and then makes a child for every line that it
is given on standard input: a number and a folder. It prints ``child PID``, what the child tells,
and ``dead``. A child says each ``word N`` when its last letter was struck, and ``saved N`` when the
file is said to hold so many words.

With a number it kills itself, before so many operations on the disk are done since somebody saved
for the second time: of the save, and of what is kept for recovery meanwhile. It says ``at`` which.
"""

import os
import signal
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ilead_studio import app
from ilead_studio.commands import load_window
from ilead_studio.places import HOME
from ilead_studio.storage.disk import Disk
from ilead_studio.surroundings import real_surroundings
from ilead_studio.ui.files.dialogs import QtDialogs
from ilead_studio.ui.window import MainWindow

EVERY = 7
"""Words between two saves."""
FILE = "plan.ilead"


class Deadly(Disk):
    """A disk before whose ``left``-th operation the program dies; 0 for none.

    Of what is written it takes half at a time.
    """

    left = 0

    def _done(self, what: str, place: object) -> None:
        if self.left:
            self.left -= 1
            if not self.left:
                tell(f"at {what} {place}")
                os.kill(os.getpid(), signal.SIGKILL)

    def create(self, path: Path, mode: int = 0o600) -> int:
        self._done("create", path.suffix)
        return super().create(path, mode)

    def write(self, descriptor: int, data: memoryview) -> int:
        self._done("write", "")
        return super().write(descriptor, data[: (len(data) + 1) // 2 if len(data) > 200 else None])

    def sync(self, descriptor: int) -> None:
        self._done("sync", "")
        super().sync(descriptor)

    def move(self, old: Path, new: Path) -> None:
        self._done("move", new.suffix)
        super().move(old, new)

    def unlink(self, path: Path) -> None:
        self._done("unlink", path.suffix)
        super().unlink(path)

    def make_one_folder(self, path: Path) -> None:
        self._done("folder", path.name)
        super().make_one_folder(path)

    def sync_folder(self, path: Path) -> None:
        self._done("sync folder", path.name.strip("0123456789abcdef"))
        super().sync_folder(path)


class Typed(MainWindow):
    """A window in which one letter after the other is typed, Enter after each word, and Ctrl+S."""

    number, at = 0, 0

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.do("new")
        self.work.saved.connect(lambda: tell(f"saved {words_in(self)}"))
        self._pulse = QTimer(self, interval=12)
        self._pulse.timeout.connect(self._strike)
        self._pulse.start()

    def _strike(self) -> None:
        focus = QApplication.focusWidget()
        word = f"word {self.number}"
        if focus is None:
            return
        if self.at < len(word):
            event = QKeyEvent(QKeyEvent.Type.KeyPress, 0, Qt.KeyboardModifier(0), word[self.at])
            QApplication.sendEvent(focus, event)
            self.at += 1
            if self.at == len(word):
                tell(word)
            return
        QTest.keyClick(focus, Qt.Key.Key_Return)
        self.number, self.at = self.number + 1, 0
        if self.number % EVERY == 0:
            if self.number == 2 * EVERY:
                disk.left = moment
            self.do("save")


def words_in(window: MainWindow) -> int:
    """Count the words that the file holds, the head among them."""
    page = window.work.session.saved.fishbones[0]
    return bool(page.head) + sum(bool(cause.text) for cause in page.causes)


def tell(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def into_the_file(
    _self: QtDialogs, _start: Path, _kinds: str, then: Callable[[Path], None]
) -> None:
    """Choose the file without asking anybody."""
    then(Path(os.environ[HOME]) / FILE)


def type_until_killed(home: str) -> None:
    """Be the program, in a folder of its own."""
    os.environ[HOME] = home
    app.run(None, replace(real_surroundings(), disk=disk))
    os._exit(1)  # it was closed, not killed


disk = Deadly()
moment = 0

if __name__ == "__main__":
    load_window()
    app.MainWindow = Typed  # type: ignore[misc]  # the program opens this window instead
    QtDialogs.save_path = into_the_file  # type: ignore[method-assign]  # nobody is there to ask
    for line in sys.stdin:
        number, _, home = line.strip().partition(" ")
        moment = int(number)
        child = os.fork()
        if child == 0:
            type_until_killed(home)
        tell(f"child {child}")
        os.waitpid(child, 0)
        tell("dead")

"""The real program with somebody who types in it; run as a process of its own, to be killed.

Prints a line for each item that was typed, when its last letter was struck, and says when the
words of each are all there: ``word N``.
"""

import sys

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ilead_studio import app
from ilead_studio.surroundings import real_surroundings
from ilead_studio.ui.window import MainWindow


class Typed(MainWindow):
    """A window in which one letter after the other is typed, and Enter after each word."""

    number, at = 0, 0

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.do("new")
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
                sys.stdout.write(f"{word}\n")
                sys.stdout.flush()
            return
        QTest.keyClick(focus, Qt.Key.Key_Return)
        self.number, self.at = self.number + 1, 0


if __name__ == "__main__":
    app.MainWindow = Typed  # type: ignore[misc]  # the program opens this window instead
    app.run(None, real_surroundings())

"""Long work that changes nothing: how far it is, in words, and a way to stop it."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.commands.features import Deeds
    from ilead_studio.ui.window import MainWindow

COMMAND: Final = "stop"
AFTER_MS: Final = 300
"""Milliseconds after which somebody wonders what the window is doing."""


class Working(QObject):
    """Shows at the foot of the window what is read or worked out beside it."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window.whole)
        self._window = window
        self._lines = (window.thinking, window.filing.reading)
        self._soon = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._soon.timeout.connect(self._begin)
        self._is_shown, self._said = False, ""
        window.status.stop.clicked.connect(lambda: window.do(COMMAND))
        window.ended.connect(self._give_up)
        for line in self._lines:
            line.turned.connect(self._show)
        self._show()

    def deeds(self) -> "Deeds":
        """Return what the command does."""
        return {COMMAND: self._stop}

    def why_not(self, name: str) -> str:
        """Say that nothing is being worked out."""
        if name == COMMAND and not (self._words or self._window.filing.writes_handout):
            return say("Nothing is being worked out now.")
        return ""

    @property
    def _words(self) -> str:
        """How far it is; empty when nothing is done for which somebody waits."""
        every = (line.under_way for line in self._lines)
        return next((task.words for task in every if task and task.words), "")

    def _show(self) -> None:
        """Show how far it is; what is done at once is not spoken of."""
        if not self._words:
            self._soon.stop()
            self._is_shown = False
            self._window.status.tell_work("")
            self._window.status.take_back(self._said)
        elif self._is_shown:
            self._window.status.tell_work(self._words, self._window.keys.words(COMMAND))
        elif not self._soon.isActive():
            self._soon.start()

    def _begin(self) -> None:
        self._is_shown = True
        self._said = self._words
        self._window.work.said.emit(self._said)
        self._show()

    def _stop(self) -> None:
        if self._window.filing.writes_handout:
            self._window.filing.maker.cancel()
        self._give_up()
        self._window.work.said.emit(say("It is stopped, and nothing was changed."))

    def _give_up(self) -> None:
        for line in self._lines:
            line.give_up()

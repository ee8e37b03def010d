"""Work for which nobody waits: it is done in slices while nobody types, points or scrolls.

It listens at the window's own surface. A filter in Python over the whole application is asked about
every event of every widget: a page that opened took half as long again for it.
"""

from collections.abc import Callable, Iterator
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from ilead_studio.ui.meanwhile.queue import queue

QUIET_MS: Final = 1_000
"""So long nobody did anything before the first slice."""
BETWEEN_MS: Final = 25
"""The window's own between two slices."""
_DOES: Final = frozenset((
    QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel,
    QEvent.Type.TabletMove, QEvent.Type.TouchUpdate, QEvent.Type.InputMethod,
))  # fmt: skip
_PRESSES: Final = frozenset((QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress))
"""What is answered in the next frame; moves come in every turn, so nobody would ever have one."""


class Quiet(QObject):
    """Does some work over a shown window whenever it is quiet, one slice after the other.

    Whoever does something waits for one slice at most; the rest follows when it is quiet again.
    Who presses sees that before anybody else who waits for a turn has one.
    ``work`` begins it: at first, and after each time somebody did something when all was done.
    """

    def __init__(self, window: QWidget, work: Callable[[], Iterator[object]]) -> None:
        super().__init__(window)
        self._work = work
        self._left: Iterator[object] | None = None
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._go_on)
        window.windowHandle().installEventFilter(self)
        self.wait()

    def wait(self) -> None:
        """Leave the window to somebody who does something."""
        self._pause.start(QUIET_MS)

    def begin_anew(self) -> None:
        """Leave what is not done yet: what it was for is gone."""
        self._left = None
        self.wait()

    def _go_on(self) -> None:
        """Do a slice."""
        if self._left is None:
            self._left = self._work()
        self._pause.start(BETWEEN_MS)  # unless somebody does something meanwhile
        if next(self._left, self) is self:
            self._left = None
            self._pause.stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait anew after every key, click and move."""
        if event.type() in _DOES:
            self.wait()
        if event.type() in _PRESSES:
            queue().let_paint()
        return super().eventFilter(watched, event)

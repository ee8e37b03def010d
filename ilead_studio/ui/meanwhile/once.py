"""One answer to many changes: what a view has to do anew is done once, as soon as it is its turn.

Where somebody works comes first: what a key did is painted there, and what stands beside it follows
when that frame is on the screen, each view in a turn of its own. So a key waits for one view, not
for all of them.
"""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from ilead_studio.ui.meanwhile.queue import queue


class Once(QObject):
    """Does something once, however often it was asked for since; ``now`` does not wait.

    ``waits`` tells, when it is asked for, whether it is done after the next frame or before it.
    """

    _asked = Signal()

    def __init__(
        self, deed: Callable[[], object], parent: QObject, waits: Callable[[], bool] | None = None
    ) -> None:
        super().__init__(parent)
        self._deed, self.is_due, self._waits = deed, False, waits
        self._asked.connect(self.now, Qt.ConnectionType.QueuedConnection)
        self._queue = queue()

    def ask(self) -> None:
        """Let it be done before the next frame, or after it."""
        if not self.is_due:
            self.is_due = True
            if self._waits and self._waits():
                self._queue.ask(self, self.now)
            else:
                self._asked.emit()

    def put_off(self) -> None:
        """Let it be done when somebody needs it: by ``now``."""
        self.is_due = True

    def now(self) -> None:
        """Do it, if it was asked for."""
        if self.is_due:
            self.is_due = False
            self._queue.leave(self)
            self._deed()


def beside() -> bool:
    """Let what stands beside the page wait; nobody works there while it is asked for."""
    return True


def has_keyboard(view: QWidget) -> bool:
    """Tell whether somebody works in a view: it has the keyboard, or what stands over it has."""
    focus = QApplication.focusWidget()
    return focus is not None and (focus is view or view.isAncestorOf(focus))

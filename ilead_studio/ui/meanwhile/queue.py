"""Who waits for a turn of the window: one after the other, each in a turn of its own.

Qt fires every timer that is due in one turn of its loop, so three views that wait for "all events
are done" would hold a key together. Here each waits for the one before it, and for the frame that
shows what that one did.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken

_NAME: Final = "queue of turns"


class Queue(QObject):
    """Gives each who waits a turn, in the order in which they asked."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName(_NAME)
        self._waiting: dict[QObject, Callable[[], object]] = {}
        self._paints = False
        self._turn = QTimer(self, singleShot=True)  # its turn comes when all events are done
        self._turn.timeout.connect(self._go_on)

    @property
    def is_empty(self) -> bool:
        """Whether nobody waits."""
        return not self._waiting

    def has(self, who: QObject) -> bool:
        """Tell whether somebody waits."""
        return who in self._waiting

    def ask(self, who: QObject, deed: Callable[[], object], *, first: bool = False) -> None:
        """Let somebody do something in the next turn that is free, or before all who wait."""
        if first:
            self._waiting = {who: deed, **self._waiting}
        else:
            self._waiting.setdefault(who, deed)
        if not self._turn.isActive():
            self._paints = True
            self._turn.start()

    def let_paint(self) -> None:
        """Keep a turn free for what shows what somebody just did: who waits comes after it."""
        self._paints = True

    def leave(self, who: QObject) -> None:
        """Let somebody wait no longer."""
        self._waiting.pop(who, None)

    def _go_on(self) -> None:
        """Let the next one do it; what was posted until then, frames above all, had this turn."""
        if not self._waiting:
            return
        self._turn.start()
        self._paints = not self._paints
        if self._paints:
            who = next(iter(self._waiting))
            deed = self._waiting.pop(who)
            if Shiboken.isValid(who):
                deed()


def queue() -> Queue:
    """Return the queue of the program's own thread."""
    app = QApplication.instance()
    assert app
    known = app.findChild(Queue, _NAME)
    return known if isinstance(known, Queue) else Queue(app)

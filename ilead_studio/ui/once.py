"""One answer to many changes: what a view has to do anew is done once before the next frame."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal


class Once(QObject):
    """Does something once, however often it was asked for since; ``now`` does not wait."""

    _asked = Signal()

    def __init__(self, deed: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._deed, self.is_due = deed, False
        self._asked.connect(self.now, Qt.ConnectionType.QueuedConnection)

    def ask(self) -> None:
        """Let it be done before the next frame."""
        if not self.is_due:
            self.is_due = True
            self._asked.emit()

    def now(self) -> None:
        """Do it, if it was asked for."""
        if self.is_due:
            self.is_due = False
            self._deed()

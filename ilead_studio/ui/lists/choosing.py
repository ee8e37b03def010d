"""A card with a field over a list: arrows choose while the field keeps the keyboard."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView, QWidget

from ilead_studio.ui.widgets.overlay import Overlay

_STEPS: Final = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -6,
    Qt.Key.Key_PageDown: 6,
}


class ChoosingCard(Overlay):
    """Asks for one of a list; Escape, or leaving the field, closes it.

    ``taken`` tells that Enter or a click took what is chosen, and whether Shift was held.
    """

    taken = Signal(bool)

    def __init__(self, over: QWidget, veil: str = "") -> None:
        super().__init__(over, veil)
        self.field, self.list = QLineEdit(), QListView()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(lambda _index: self.taken.emit(False))
        self.field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that choose, and hear when the field is left."""
        if watched is self.field:
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
                return self._on_key(event)
            if isinstance(event, QFocusEvent) and event.lostFocus():
                self._on_left(event.reason())
        return super().eventFilter(watched, event)

    def _on_left(self, reason: Qt.FocusReason) -> None:
        if reason not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.go()

    def _on_key(self, event: QKeyEvent) -> bool:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self._go(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.taken.emit(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_Escape:
            self.go()
        else:
            return False
        return True

    def _go(self, step: int) -> None:
        rows = self.list.model()
        at = max(0, min(rows.rowCount() - 1, self.list.currentIndex().row() + step))
        self.list.setCurrentIndex(rows.index(at, 0))

"""A field over a list: arrows choose in the list while the field keeps the keyboard."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListView

from ilead_studio.ui.overlay import Overlay

_STEPS: Final = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -6,
    Qt.Key.Key_PageDown: 6,
}


class Choosing(QObject):
    """Watches the field of a card; Enter ``does`` (with Shift or without), Escape closes.

    Leaving the field closes the card too.
    """

    def __init__(
        self, card: Overlay, field: QLineEdit, view: QListView, does: Callable[[bool], None]
    ) -> None:
        super().__init__(card)
        self._card, self._view, self._does = card, view, does
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        field.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take the keys that choose, and hear when the field is left."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(event)
        if isinstance(event, QFocusEvent) and event.lostFocus():
            kept = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
            if event.reason() not in kept:
                self._card.go()
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self._go(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._does(bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif event.key() == Qt.Key.Key_Escape:
            self._card.go()
        else:
            return False
        return True

    def _go(self, step: int) -> None:
        rows = self._view.model()
        at = max(0, min(rows.rowCount() - 1, self._view.currentIndex().row() + step))
        self._view.setCurrentIndex(rows.index(at, 0))

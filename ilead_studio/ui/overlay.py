"""A card that stands over the window for one question; nothing is modal."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget


class Overlay(QFrame):
    """Opens over another widget and gives the keyboard back to where it came from.

    ``closed`` tells that the card has gone, whether something was chosen or not.
    """

    closed = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over, self._from = over, over
        self.setProperty("kind", "popup")
        self.hide()

    def open_with(self, first: QWidget, corner: QPoint) -> None:
        """Show the card with its upper left corner near a point of what is below, wholly inside.

        ``first`` gets the keyboard.
        """
        focus = QApplication.focusWidget()
        if focus is not None and not self.isAncestorOf(focus):
            self._from = focus
        room = self._over.size() - self.size()
        left = max(8, min(corner.x(), room.width() - 8))
        self.move(left, max(8, min(corner.y(), room.height() - 8)))
        self.show()
        self.raise_()
        first.setFocus(Qt.FocusReason.PopupFocusReason)

    def go(self) -> None:
        """Take the card away."""
        if self.isVisible():
            had_keyboard = self._has_keyboard()
            self.hide()
            if had_keyboard and self._from.isVisible():
                self._from.setFocus(Qt.FocusReason.PopupFocusReason)
            self.closed.emit()

    def _has_keyboard(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and (focus is self or self.isAncestorOf(focus))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape takes the card away."""
        if event.key() == Qt.Key.Key_Escape:
            self.go()
        else:
            super().keyPressEvent(event)

"""One page in the list of pages: pressed, walked through with arrows, dragged to another place."""

from typing import Final

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from ilead_studio.ui.commands.keys import ALT, NONE, Pressed, pressed
from ilead_studio.ui.looks.icons import icon
from ilead_studio.ui.looks.look import Look

DRAG_FROM: Final = 6
"""Pixels after which a press is a drag."""
GIVEN_UP: Final = -1

_KEYS: Final[dict[Pressed, str]] = {
    (Qt.Key.Key_Up, NONE): "up",
    (Qt.Key.Key_Down, NONE): "down",
    (Qt.Key.Key_Home, NONE): "first",
    (Qt.Key.Key_End, NONE): "last",
    (Qt.Key.Key_Return, NONE): "open page",
    (Qt.Key.Key_Space, NONE): "open page",
    (Qt.Key.Key_Up, ALT): "page up",
    (Qt.Key.Key_Down, ALT): "page down",
    (Qt.Key.Key_F2, NONE): "rename page",
    (Qt.Key.Key_Delete, NONE): "delete page",
    (Qt.Key.Key_Escape, NONE): "leave pages",
}


class PageButton(QPushButton):
    """A page.

    ``asked`` carries what a key asks for, ``dragged`` how far down in the list the pointer is,
    ``let_go`` where it was let go (``GIVEN_UP`` after Escape).
    """

    asked = Signal(str)
    menu_asked = Signal(QPoint)
    dragged = Signal(int)
    let_go = Signal(int)

    def __init__(self, page_id: str, sign: str, look: Look) -> None:
        super().__init__(" ")
        self.page_id, self.sign = page_id, sign
        self._pressed_at: QPoint | None = None
        self._drags = False
        self._keyboard_was: QWidget | None = None
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("kind", "page")
        size = look.px(18)
        self.setIcon(icon(sign, look.theme, size, "accent"))
        self.setIconSize(QSize(size, size))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass on what a key asks for; Escape gives up a drag."""
        asks = _KEYS.get(pressed(event), "")
        if self._drags and asks == "leave pages":
            self._end_drag(GIVEN_UP)
        elif asks:
            self.asked.emit(asks)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the page, under the pointer or under the page."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        at = self.rect().bottomLeft() if by_key else event.pos()
        self.menu_asked.emit(self.mapToGlobal(at))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember where a drag may begin."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag, once the pointer is clearly away from where it was pressed."""
        at = event.position().toPoint()
        if self._pressed_at is None:
            super().mouseMoveEvent(event)
            return
        if not self._drags and (at - self._pressed_at).manhattanLength() >= DRAG_FROM:
            self._drags = True
            self.setDown(False)
            self._keyboard_was = QApplication.focusWidget()
            self.setFocus(Qt.FocusReason.MouseFocusReason)  # so that Escape comes here
        if self._drags:
            self.dragged.emit(self.mapToParent(at).y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let a dragged page go, or open the page that was clicked."""
        if self._drags:
            self._end_drag(max(0, self.mapToParent(event.position().toPoint()).y()))
        elif self._pressed_at is not None or event.button() != Qt.MouseButton.LeftButton:
            super().mouseReleaseEvent(event)
        self._pressed_at = None

    def _end_drag(self, y: int) -> None:
        self._drags, self._pressed_at = False, None
        self.let_go.emit(y)
        if self._keyboard_was is not None:
            self._keyboard_was.setFocus(Qt.FocusReason.MouseFocusReason)

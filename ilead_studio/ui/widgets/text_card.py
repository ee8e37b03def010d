"""A card with a page of plain text that is on the clipboard as well: to be read, or sent."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.overlay import Overlay
from ilead_studio.ui.widgets.parts import button, label
from ilead_studio.words import say

_WIDE, _HIGH, _AIR = 480, 560, 24


class TextCard(Overlay):
    """Shows a text and copies it; Escape closes."""

    def __init__(self, look: Look, over: QWidget, title: str) -> None:
        super().__init__(over)
        self._look = look
        self.setAccessibleName(title)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.text.setAccessibleName(title)
        stack, foot = QVBoxLayout(self), QHBoxLayout()
        stack.setContentsMargins(*[look.px(12)] * 4)
        stack.setSpacing(look.px(8))
        stack.addWidget(label(title, "lead"))
        stack.addWidget(self.text, 1)
        foot.addWidget(label(say("It is on the clipboard."), "status"), 1)
        self.copies = button(say("Copy again"), "plain", look, sign="copy", does=self._copy)
        foot.addWidget(self.copies)
        foot.addWidget(button(say("Close"), "plain", look, does=self.go))
        stack.addLayout(foot)

    def show_text(self, text: str, corner: QPoint) -> None:
        """Show a text that ends at a point of what is below, and copy it."""
        px, room = self._look.px, self._over.size()
        air = 2 * px(_AIR)
        self.setFixedSize(min(px(_WIDE), room.width() - air), min(px(_HIGH), room.height() - air))
        self.text.setPlainText(text)
        self._copy()
        self.open_with(self.text, corner - QPoint(self.width(), 0))

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.text.toPlainText())

"""Cards that ask for one thing before a command of a cycle is done."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ilead_studio.ui.commands.keys import is_escape
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.overlay import Overlay
from ilead_studio.ui.widgets.parts import Wrapped, button, label

_WIDE = 320


class AskCard(Overlay):
    """A question, a field, and a button; Enter does it, Escape gives it up.

    ``does`` tells whether it was done; what was refused stays open.
    """

    def __init__(
        self, over: QWidget, look: Look, title: str, why: str, field: QLineEdit, words: str,
        does: Callable[[], bool],
    ) -> None:  # fmt: skip
        super().__init__(over)
        self._does, self.field, self._there = does, field, over
        self.setAccessibleName(title)
        self.setFixedWidth(look.px(_WIDE))
        stack = QVBoxLayout(self)
        stack.setContentsMargins(*[look.px(12)] * 4)
        stack.setSpacing(look.px(8))
        stack.addWidget(label(title, "lead"))
        stack.addWidget(Wrapped(why, "status"))
        stack.addWidget(field)
        self.press = button(words, "main", look, does=self._do)
        stack.addWidget(self.press)

    def ask(self, near: QWidget) -> None:
        """Open below a widget, or where there is room."""
        self.adjustSize()
        at = near.mapTo(self._there, QPoint(0, near.height() + 4))
        self.open_with(self.field, at)
        self.field.selectAll()

    def _do(self) -> None:
        if self._does():
            self.go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do it with Enter."""
        if not is_escape(event) and event.text() in ("\r", "\n"):
            self._do()
        else:
            super().keyPressEvent(event)

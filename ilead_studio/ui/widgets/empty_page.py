"""A section of which nothing is there yet: one sentence, one button."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ilead_studio.ui.commands.keys import is_enter
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.parts import Wrapped, button


class EmptyPage(QWidget):
    """Invites to begin."""

    def __init__(
        self,
        look: Look,
        words: str,
        does: str,
        deed: Callable[[], object],
        *,
        sign: str = "plus",
    ) -> None:
        super().__init__()
        self.setProperty("kind", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(*[look.px(32)] * 4)
        stack.setSpacing(look.px(12))
        stack.addStretch(1)
        told = Wrapped(words, "lead")
        told.setAlignment(Qt.AlignmentFlag.AlignCenter)
        stack.addWidget(told)
        self.press = button(does, "main", look, sign=sign, role="on_accent", does=deed)
        stack.addWidget(self.press, 0, Qt.AlignmentFlag.AlignCenter)
        stack.addStretch(2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin with Enter."""
        if is_enter(event):
            self.press.click()
        else:
            super().keyPressEvent(event)


class PageStack(QStackedWidget):
    """Pages in one place; ``shown`` tells that they can be seen again."""

    shown = Signal()

    def __init__(self, *pages: QWidget) -> None:
        super().__init__()
        for page in pages:
            self.addWidget(page)

    def turn(self, page: QWidget) -> None:
        """Show one of the pages."""
        self.setCurrentWidget(page)

    def showEvent(self, event: QShowEvent) -> None:
        """Tell it."""
        super().showEvent(event)
        self.shown.emit()

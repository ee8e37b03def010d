"""The panel of advice beside the page: its title, and the list."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ilead_studio.ui.advice.list_view import AdviceList
from ilead_studio.ui.advice.rows import AdviceRow
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.parts import Wrapped, button
from ilead_studio.words import say


class AdviceSide(QWidget):
    """Shows what is worth a second look; ``closed`` by Escape or the cross."""

    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        px = look.px
        self.setAccessibleName(say("Things to look at"))
        self.setProperty("kind", "right")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.list = AdviceList(look)
        self.list.left.connect(self.closed)
        self.title = Wrapped("", "lead")
        self._close = button("", "", look, sign="x", does=self.closed.emit)
        for tell in (self._close.setToolTip, self._close.setAccessibleName):
            tell(say("Close (Esc)"))
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(px(16), px(8), px(4), px(8))
        stack.setSpacing(px(4))
        stack.addLayout(head)
        stack.addWidget(Wrapped(say("Advice, never a verdict."), "small"))
        stack.addWidget(self.list, 1)

    def show_rows(self, title: str, rows: tuple[AdviceRow, ...]) -> None:
        """Show other rows; the one that is chosen stays so, or the next one is."""
        self.title.setText(title)
        self.list.setAccessibleName(title)
        self.list.show_rows(rows)
        policy = Qt.FocusPolicy
        self.list.setFocusPolicy(policy.StrongFocus if rows else policy.NoFocus)
        if self.list.hasFocus():
            self.take_keyboard()

    def take_keyboard(self) -> None:
        """Put the keyboard into the list, if there is anything in it."""
        (self.list if self.list.rows else self._close).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes the panel."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

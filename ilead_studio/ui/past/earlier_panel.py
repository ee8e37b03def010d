"""The panel at the left of earlier versions: a field to seek in their words, and the list."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ilead_studio.rules.looking_back import WalkRow
from ilead_studio.ui.commands.keys import is_enter, is_escape
from ilead_studio.ui.lists.walk_list import WalkList
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.parts import Wrapped, button, label
from ilead_studio.words import say

_INTO_LIST = (Qt.Key.Key_Up, Qt.Key.Key_Down)


class EarlierPanel(QWidget):
    """Shows the list and hears what is typed; ``typed`` tells of other words, ``closed``."""

    typed = Signal(str)
    closed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setProperty("kind", "left")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(say("Earlier versions"))
        self.field = QLineEdit()
        self.field.setPlaceholderText(say("Find in versions"))
        self.field.setAccessibleName(say("Find in versions"))
        self.field.textChanged.connect(self.typed)
        self.field.installEventFilter(self)
        self.list = WalkList(look, say("Earlier versions"))
        self._found, self._kept = Wrapped("", "small"), Wrapped("", "small")
        self._compose()

    def _compose(self) -> None:
        px = self._look.px
        stack, head = QVBoxLayout(self), QHBoxLayout()
        stack.setContentsMargins(px(8), px(8), px(8) + self._look.theme.line, px(8))
        stack.setSpacing(px(8))
        head.setContentsMargins(px(8), 0, 0, 0)
        head.addWidget(label(say("Earlier versions"), "lead"), 1)
        close = button("", "", self._look, sign="x", does=self.closed.emit)
        close.setToolTip(say("Close (Esc)"))
        close.setAccessibleName(say("Close (Esc)"))
        head.addWidget(close)
        stack.addLayout(head)
        for part in (self.field, self._found, self.list, self._kept):
            stack.addWidget(part, int(part is self.list))
        for words in (self._found, self._kept):
            words.setContentsMargins(px(8), 0, px(8), 0)
        self.show_found("")

    def show_rows(self, rows: Sequence[WalkRow], chosen: str) -> None:
        """Show other rows; the version that is looked at is the current one."""
        self.list.show_rows(rows, chosen)

    def show_found(self, words: str) -> None:
        """Say how many versions hold what is sought; empty for nothing sought."""
        self._found.setText(words)
        self._found.setVisible(bool(words))

    def show_kept(self, words: str) -> None:
        """Say where versions are kept, and how many."""
        self._kept.setText(words)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows and Enter in the field go into the list, Escape empties it, then closes."""
        is_key = watched is self.field and event.type() == QEvent.Type.KeyPress
        return is_key and isinstance(event, QKeyEvent) and self._on_key(event)

    def _on_key(self, event: QKeyEvent) -> bool:
        if event.key() in _INTO_LIST:
            self.list.step(1 if event.key() == Qt.Key.Key_Down else -1)
        elif is_enter(event):
            if self.list.current() is None:
                self.list.step(0)
            self.list.setFocus()
        elif is_escape(event):
            self.field.clear() if self.field.text() else self.closed.emit()
        else:
            return False
        return True

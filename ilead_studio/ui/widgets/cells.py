"""Cells of a form: fields that look like lines to write on, as tall as their words."""

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCursor, QTextOption

from ilead_studio.ui.commands.keys import is_escape
from ilead_studio.ui.inspector.fields import TextField
from ilead_studio.ui.looks.look import Look

_FRAME: Final = 10
"""Pixels above and below the words of a cell."""
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_DELETE: Final = Qt.Key.Key_Delete
_UP_DOWN: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Cell(TextField):
    """Words in a form; a ``plain`` one is one line that wraps, so Enter leaves it.

    ``entered`` tells of Enter, ``left`` of Up or Down beyond its lines, ``asked`` of Alt with an
    arrow or Delete: what is to be done with the row. Escape takes back what was typed. A frozen one
    is read as such, and ``amending`` brings what is typed in it.
    """

    entered = Signal()
    left = Signal(int)
    asked = Signal(str)
    amending = Signal(str)

    def __init__(self, look: Look, name: str, asks: str = "", *, plain: bool = True) -> None:
        super().__init__(look, name, 1, asks)
        self._plain, self._before, self.is_frozen = plain, "", False
        self._frame, self._frozen = look.px(_FRAME), ""
        self.takes_back = True
        """Whether Escape takes back what was typed, before anybody else hears of it."""
        self.setProperty("kind", "cell")
        self._grow()
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    def freeze(self, why: str) -> None:
        """Take no more words, and say why; empty thaws it."""
        if why == self._frozen:
            return
        self._frozen = why
        self.is_frozen = bool(why)
        self.setReadOnly(self.is_frozen)
        self.setAccessibleDescription(why)
        self.setToolTip(why)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember the words, for Escape; coming by Tab goes to their end."""
        super().focusInEvent(event)
        self._before = self.toPlainText()
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.moveCursor(QTextCursor.MoveOperation.End)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Enter and arrows where that is what they mean; else type."""
        key, held = Qt.Key(event.key()), event.modifiers()
        if self.leaves(event):
            event.ignore()
        elif is_escape(event) and self.takes_back and self.toPlainText() != self._before:
            self.setPlainText(self._before)
        elif held & Qt.KeyboardModifier.AltModifier and (key in _UP_DOWN or key == _DELETE):
            self.asked.emit({-1: "up", 1: "down"}.get(_UP_DOWN.get(key, 0), "delete"))
        elif self._plain and key in _ENTER:
            self.entered.emit()
        elif key in _UP_DOWN and not held and self._is_at_edge(_UP_DOWN[key]):
            self.left.emit(_UP_DOWN[key])
        elif self.is_frozen and event.text().isprintable() and event.text():
            self.amending.emit(event.text())
        else:
            super().keyPressEvent(event)

    def _is_at_edge(self, step: int) -> bool:
        """Tell whether there is no further line of words in a direction."""
        ways = QTextCursor.MoveOperation
        cursor = self.textCursor()
        return self.is_frozen or not cursor.movePosition(ways.Up if step < 0 else ways.Down)

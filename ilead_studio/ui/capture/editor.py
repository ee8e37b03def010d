"""The in-place editor: exactly over the words it edits, and all keys of capture work in it."""

from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QRect, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from ilead_studio.ui.canvas.surface import Place
from ilead_studio.ui.commands.keymap import KeyMap
from ilead_studio.ui.commands.keys import CTRL
from ilead_studio.ui.looks.typeface import widget_font
from ilead_studio.ui.widgets.composing import shown_in

RING: Final = 4
"""Pixels between the words and the outer side of the ring."""
MOST_LINES: Final = 8
LEADING: Final = 1.25
_WRAPPED: Final = Qt.TextFlag.TextWordWrap.value


class Editor(QTextEdit):
    """One field that grows with its words; ``asked`` names the key that was pressed in it.

    ``pasted`` brings several lines that were pasted into it.
    """

    asked = Signal(str)
    pasted = Signal(object)
    left = Signal()

    def __init__(self, over: QWidget, keys: KeyMap) -> None:
        super().__init__(over)
        self.over, self._keys = over, keys
        self.setProperty("kind", "editor")
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(RING - 2)
        self.textChanged.connect(self._grow)
        self.hint = ""
        """What belongs here: shown in full while nothing is typed; Qt would show one line of it."""
        self._least = QRect()
        self._line = 20

    def open_at(self, place: Place, *, text: str, hint: str) -> None:
        """Stand over a place with a text, all of it selected."""
        self.hint = hint
        self.setAccessibleName(hint)
        self.setPlainText(text)
        self.stand_at(place)
        self.document().clearUndoRedoStacks()
        self.selectAll()
        self.viewport().update()  # the hint may be another one
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def stand_at(self, place: Place) -> None:
        """Stand over another place, or over the same one at another zoom, with what is typed."""
        font = widget_font(place.pixels, strong=place.strong)
        font.setKerning(False)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if font != self.font():
            self.setFont(font)
        self._least = place.rect.adjusted(-RING, -RING, RING, RING)
        self._set_leading(round(place.pixels * LEADING))
        self._grow()

    def _set_leading(self, line: int) -> None:
        """Set the height of a line; undo takes it back together with the typing before it."""
        fixed = QTextBlockFormat()
        fixed.setLineHeight(line, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        if cursor.blockFormat().lineHeight() != line:
            cursor.joinPreviousEditBlock()
            cursor.mergeBlockFormat(fixed)
            cursor.endEditBlock()
        self._line = line

    def _grow(self) -> None:
        """Grow down with the words, or the hint, to eight lines; then the field scrolls."""
        self.document().setTextWidth(self._least.width() - 4)
        hint = self._hint_box().height() if self.document().isEmpty() else 0
        have = max(hint, round(self.document().size().height()))
        lines = min(MOST_LINES * self._line, have)
        tall = max(self._least.height(), lines + 4)
        left = max(2, min(self._least.x(), self.over.width() - self._least.width() - 2))
        top = max(2, min(self._least.y(), self.over.height() - tall - 2))
        self.setGeometry(left, top, self._least.width(), tall)

    def _hint_box(self) -> QRect:
        margin = round(self.document().documentMargin())
        room = QRect(margin, margin, self._least.width() - 4 - 2 * margin, MOST_LINES * self._line)
        return self.fontMetrics().boundingRect(room, _WRAPPED, self.hint)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, or the hint; an input method may be composing words already."""
        super().paintEvent(event)
        block = self.document().firstBlock()
        if self.document().isEmpty() and not block.layout().preeditAreaText():
            with QPainter(self.viewport()) as painter:
                painter.setFont(self.font())
                painter.setPen(self.palette().placeholderText().color())
                painter.drawText(self._hint_box(), _WRAPPED, self.hint)

    def words(self) -> str:
        """Return what the field holds, on one line."""
        return " ".join(self.toPlainText().split())

    def shown_words(self) -> str:
        """Return what stands in the field, with what an input method composes, on one line."""
        return " ".join(shown_in(self).split())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take one line as words; what has more lines is not for one item alone."""
        if sum(bool(line.strip()) for line in source.text().splitlines()) > 1:
            self.pasted.emit(source)
        else:
            super().insertFromMimeData(source)

    def event(self, event: QEvent) -> bool:
        """Keep the keys of capture from firing as shortcuts of the window."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if self._keys.asked_while_typing(event) or event.key() == Qt.Key.Key_Delete:
                event.accept()
                return True
            if event.modifiers() == CTRL and event.key() == Qt.Key.Key_Z:
                event.accept()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Send the keys of capture out; the rest is typing. Ctrl+Z at the start gives up."""
        asks = self._keys.asked_while_typing(event)
        ctrl_z = event.modifiers() == CTRL and event.key() == Qt.Key.Key_Z
        if ctrl_z and not self.document().isUndoAvailable():
            asks = "cancel"
        if asks:
            event.accept()
            self.asked.emit(asks)
        else:
            super().keyPressEvent(event)
            event.accept()  # or the page below would take a key that types nothing

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field keeps its words; a menu or another window does not count."""
        super().focusOutEvent(event)
        kept = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() not in kept:
            self.left.emit()

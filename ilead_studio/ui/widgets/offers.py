"""Names that are offered under a field while one types: arrows choose one, Enter takes it."""

from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QCompleter, QListView, QPlainTextEdit

from ilead_studio.ui.inspector.fields import LineField, TextField

Names = Callable[[], Sequence[str]]
_MOST: Final = 8
_TAKING: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)


class LineOffers(QObject):
    """Offers names for the words of one line; ``taken`` brings the one that is chosen."""

    taken = Signal(str)

    def __init__(self, line: LineField, names: Names) -> None:
        super().__init__(line)
        self._line, self._names, self._list = line, names, QStringListModel(self)
        finder = _finder(self._list, line)
        _list_of(finder)
        line.setCompleter(finder)
        # after the line itself has written it, or it would do so again
        line.completer().activated.connect(self._take, Qt.ConnectionType.QueuedConnection)
        line.installEventFilter(self)

    def _take(self, name: str) -> None:
        self._line.typed.emit(name)
        self.taken.emit(name)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Have the names ready when the keyboard comes: not at every key elsewhere."""
        if event.type() == QEvent.Type.FocusIn:
            self._list.setStringList([*self._names()])
        return super().eventFilter(watched, event)


class TextOffers(QObject):
    """Offers names for the line of a text in which the cursor is; the one chosen stands there."""

    def __init__(self, field: TextField, names: Names) -> None:
        super().__init__(field)
        self._field, self._names, self._list = field, names, QStringListModel(self)
        self.finder = _finder(self._list, field)
        self.finder.setWidget(field)
        self._popup = _list_of(self.finder)
        self.finder.activated.connect(self._take)
        field.typed.connect(self._seek)
        field.leaves = self._leaves

    def _seek(self) -> None:
        """Offer what holds the words of this line; what is written already needs no offer."""
        words = self._field.textCursor().block().text().strip()
        written = {it.strip().casefold() for it in self._field.toPlainText().splitlines()}
        names = [it for it in self._names() if it.casefold() not in written]
        self._list.setStringList(names)
        self.finder.setCompletionPrefix(words)
        if not words or not self.finder.completionCount() or not self._field.hasFocus():
            self._popup.hide()
            return
        at = self._field.cursorRect()
        at.setWidth(min(self._field.width(), at.left() + self._field.width()))
        at.moveLeft(0)
        self.finder.complete(at)

    def _leaves(self, event: QKeyEvent) -> bool:
        """Tell whether a key is for the list of offers."""
        if not self._popup.isVisible():
            return False
        chosen = self._popup.currentIndex().isValid()
        return event.key() == Qt.Key.Key_Escape or (chosen and event.key() in _TAKING)

    def _take(self, name: str) -> None:
        ways = QTextCursor.MoveOperation, QTextCursor.MoveMode
        cursor = self._field.textCursor()
        cursor.movePosition(ways[0].StartOfBlock)
        cursor.movePosition(ways[0].EndOfBlock, ways[1].KeepAnchor)
        cursor.insertText(name)


def _finder(names: QStringListModel, field: LineField | QPlainTextEdit) -> QCompleter:
    made = QCompleter(names, field)
    made.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    made.setFilterMode(Qt.MatchFlag.MatchContains)
    made.setMaxVisibleItems(_MOST)
    return made


def _list_of(finder: QCompleter) -> QListView:
    """Give a finder a list with an edge; a name that is too long ends in … there."""
    made = QListView()
    made.setProperty("kind", "choices")
    made.setTextElideMode(Qt.TextElideMode.ElideRight)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    finder.setPopup(made)
    return made

"""Fields that write while one types: a burst of typing is one undo step, and undo is the window's.

Escape is left to whoever holds the field.
"""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QDropEvent,
    QFocusEvent,
    QIntValidator,
    QKeyEvent,
    QKeySequence,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QCompleter,
    QLineEdit,
    QSizePolicy,
)

from ilead_studio.ui.commands.keys import is_escape, leaves_undo
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.pasting.named_files import file_names
from ilead_studio.ui.widgets.parts import Choices, GrowingField
from ilead_studio.words import say


def mixed() -> str:
    """Say that the selected items differ."""
    return say("mixed")


class LineField(QLineEdit):
    """Words on one line. ``typed`` brings them at every letter, ``done`` tells of leaving."""

    typed = Signal(str)
    done = Signal()

    def __init__(self, name: str, asks: str = "") -> None:
        super().__init__()
        self._asks = asks
        self.setAccessibleName(name)
        self.setPlaceholderText(asks)
        self.textEdited.connect(self.typed.emit)

    def show_text(self, text: str, *, is_mixed: bool = False) -> None:
        """Show words, unless somebody types them and they differ only by white space."""
        asks = mixed() if is_mixed else self._asks
        if self.placeholderText() != asks:
            self.setPlaceholderText(asks)
        if self.text() != text and not (self.hasFocus() and _alike(self.text(), text)):
            at = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(min(at, len(text)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Of files that are pasted take the names: where they are tells whose computer it is."""
        data = QApplication.clipboard().mimeData()
        if event.matches(QKeySequence.StandardKey.Paste) and data and (names := file_names(data)):
            self.insert(", ".join(names))
        else:
            super().keyPressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the names of files that are dropped, too; they stay where they are."""
        if names := file_names(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.insert(", ".join(names))
        else:
            super().dropEvent(event)

    def event(self, event: QEvent) -> bool:
        """Let the window undo."""
        return leaves_undo(event) or super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the words are typed."""
        super().focusOutEvent(event)
        self.done.emit()


class NumberField(LineField):
    """A whole number; Up and Down count. ``counted`` brings it; no number is 0."""

    counted = Signal(int)

    def __init__(self, name: str, most: int) -> None:
        super().__init__(name, "0")
        self.setAccessibleDescription(say("Up and Down count."))
        self._most = most
        self.setValidator(QIntValidator(0, most, self))
        self.typed.connect(lambda text: self.counted.emit(int(text or 0)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Count with Up and Down."""
        steps = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
        step = steps.get(Qt.Key(event.key()), 0)
        if step:
            self.counted.emit(min(self._most, max(0, int(self.text() or 0) + step)))
        else:
            super().keyPressEvent(event)


class TextField(GrowingField):
    """Words in several lines. ``typed`` brings them at every letter, ``done`` tells of leaving."""

    typed = Signal(str)
    done = Signal()

    def __init__(self, look: Look, name: str, lines: int, asks: str = "") -> None:
        super().__init__(look, lines)
        self._asks, self._filling = asks, False
        self.leaves: Callable[[QKeyEvent], bool] = lambda _event: False
        """Tells whether a key is for what stands over the field, such as offered names."""
        self.setAccessibleName(name)
        self.setPlaceholderText(asks)
        self.textChanged.connect(self._tell)

    def show_text(self, text: str, *, is_mixed: bool = False) -> None:
        """Show words, unless somebody types them and they differ only by white space."""
        asks = mixed() if is_mixed else self._asks
        if self.placeholderText() != asks:
            self.setPlaceholderText(asks)
        now = self.toPlainText()
        if now == text or (self.hasFocus() and _alike(now, text)):
            return
        self._filling = True
        cursor = self.textCursor()
        at = cursor.position()
        self.setPlainText(text)
        cursor.setPosition(min(at, len(text)))
        self.setTextCursor(cursor)
        self._filling = False

    def be_read_only(self, only: bool) -> None:
        """Let it be typed in, or only read; Qt sets everything up anew each time it is told."""
        if self.isReadOnly() != only:
            self.setReadOnly(only)

    def ask_for(self, asks: str) -> None:
        """Say in the empty field what belongs there."""
        self._asks = asks

    def _tell(self) -> None:
        if not self._filling:
            self.typed.emit(self.toPlainText())

    def event(self, event: QEvent) -> bool:
        """Let the window undo, and whoever holds the field hear of Escape."""
        return leaves_undo(event) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Escape to whoever holds the field."""
        if is_escape(event) or self.leaves(event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the words are typed."""
        super().focusOutEvent(event)
        self.done.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the panel when all words are in sight."""
        if self.verticalScrollBarPolicy() == Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
            event.ignore()
        else:
            super().wheelEvent(event)


class SentenceField(TextField):
    """Words without a break, on as many lines as they need; Enter is left to who holds the field.

    In a narrow panel most sentences are longer than a line.
    """

    def __init__(self, look: Look, name: str, asks: str = "") -> None:
        super().__init__(look, name, 1, asks)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave Enter to whoever holds the field."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take what is pasted or dropped without its breaks; of files their names."""
        if file_names(source):
            super().insertFromMimeData(source)
        else:
            self.insertPlainText(" ".join(source.text().split()))


class Tick(QCheckBox):
    """A check box that can show that items differ; a click never makes them differ."""

    def __init__(self, words: str) -> None:
        super().__init__(words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def show_ticks(self, ticks: Iterable[bool]) -> None:
        """Show whether all, none or some are ticked."""
        states = set(ticks)
        some = len(states) == 2
        self.setTristate(some)
        kinds = Qt.CheckState
        self.setCheckState(
            kinds.PartiallyChecked if some else kinds.Checked if True in states else kinds.Unchecked
        )

    def nextCheckState(self) -> None:
        """Tick all, or none if all are."""
        kinds = Qt.CheckState
        self.setCheckState(kinds.Unchecked if self.checkState() == kinds.Checked else kinds.Checked)


class PickField(Choices):
    """A list to choose from; the wheel scrolls the panel and never chooses."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Ignored, policy.Fixed)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Leave the wheel to the panel."""
        event.ignore()


class ListField(PickField):
    """Words on one line, with a list of those that were used before.

    While one types they are offered below: what is put behind the cursor would be shown, not told.
    """

    def __init__(self, line: LineField) -> None:
        super().__init__(line.accessibleName())
        self._line = line
        self.setEditable(True)
        self.setLineEdit(line)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.textActivated.connect(line.typed.emit)
        finder = self.completer()
        assert finder is not None
        finder.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        finder.setFilterMode(Qt.MatchFlag.MatchContains)
        offered = finder.popup()
        assert offered is not None
        offered.setProperty("kind", "choices")
        self._used: list[str] = []

    def offer(self, used: list[str]) -> None:
        """Offer words that were used before."""
        if used != self._used:
            self._used, text = used, self._line.text()
            self.clear()
            self.addItems(used)
            self._line.setText(text)


def _alike(one: str, other: str) -> bool:
    return " ".join(one.split()) == " ".join(other.split())

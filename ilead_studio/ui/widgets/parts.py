"""Small widgets in the look of the program."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QMargins, QMimeData, QRect, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QToolButton,
    QWidget,
)

from ilead_studio.ui.looks.icons import icon
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.pasting.named_files import file_names

_ANY_HEIGHT: Final = 10_000
"""Pixels that no words of a field need."""


def label(text: str, kind: str = "") -> QLabel:
    """Return a label that never reads its text as markup."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("kind", kind)
    made.setWordWrap(kind in ("small", "strong"))
    return made


class Choices(QComboBox):
    """A list to choose from; what is too long ends in … and is told whole by the tooltip.

    On Linux Qt gives what is chosen as its name (QAccessibleComboBox of 6.11 expects a label of
    its own for that), so what it is asked for stands in its description too.
    """

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setAccessibleDescription(name)

    def showPopup(self) -> None:
        """Open the list; a line that is too long ends in …, and is told whole by its tooltip."""
        self.view().setTextElideMode(Qt.TextElideMode.ElideRight)
        for at in range(self.count()):
            self.setItemData(at, self.itemText(at), Qt.ItemDataRole.ToolTipRole)
        super().showPopup()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint as much of what is chosen as there is room for."""
        if self.isEditable():
            super().paintEvent(event)
            return
        parts, option = QStyle, QStyleOptionComboBox()
        self.initStyleOption(option)
        field = self.style().subControlRect(
            parts.ComplexControl.CC_ComboBox, option,
            parts.SubControl.SC_ComboBoxEditField, self,
        )  # fmt: skip
        whole, mode = self.currentText(), Qt.TextElideMode.ElideRight
        words = self.fontMetrics().elidedText(whole, mode, field.width())
        self.setToolTip("" if words == whole else whole)
        option.currentText = words
        painter = QStylePainter(self)
        painter.drawComplexControl(parts.ComplexControl.CC_ComboBox, option)
        painter.drawControl(parts.ControlElement.CE_ComboBoxLabel, option)
        painter.end()


class OneLine(QLabel):
    """A label on one line that ends in … where there is no room; it never widens what it is in."""

    def __init__(self, kind: str, words: str = "") -> None:
        super().__init__(words)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind)

    def minimumSizeHint(self) -> QSize:
        """Return the height of a line; the width is whatever there is."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint as much of the words as there is room for."""
        room, metrics = self.contentsRect(), self.fontMetrics()
        words = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room.width())
        self.setToolTip("" if words == self.text() else self.text())
        painter = QPainter(self)
        self.style().drawItemText(
            painter, room, self.alignment().value, self.palette(), self.isEnabled(), words,
            QPalette.ColorRole.WindowText,
        )  # fmt: skip
        painter.end()


class Wrapped(QLabel):
    """Words on as many lines as they need; a very long word is cut instead of widening a panel."""

    def __init__(self, text: str, kind: str = "") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind)
        self.setWordWrap(True)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        self.setSizePolicy(policy)


class KeyLine(QLabel):
    """Parts on one line, the most helpful first; those for which there is no room are left out."""

    BETWEEN = "      "

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("kind", kind)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._parts: tuple[str, ...] = ()

    def show_parts(self, parts: tuple[str, ...]) -> None:
        """Show other parts."""
        self._parts = parts
        self._fill()

    def minimumSizeHint(self) -> QSize:
        """Return the height of a line; the width is whatever there is."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Choose anew at another width."""
        super().resizeEvent(event)
        self._fill()

    def _fill(self) -> None:
        shown = list(self._parts)
        while shown and self._width_of(shown) > self.width():
            shown.pop()
        self.setText(self.BETWEEN.join(shown))

    def _width_of(self, parts: list[str]) -> int:
        return self.fontMetrics().horizontalAdvance(self.BETWEEN.join(parts))


class Button(QPushButton):
    """A button that Enter presses too, whatever the system thinks of that.

    One of several to choose from is chosen by arrows, and Enter is for what stands around it.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self.group() is None and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)


class ShortButton(Button):
    """A button whose words end in … where there is no room; it is never wider than its words."""

    def __init__(self, kind: str, look: Look) -> None:
        super().__init__()
        self._words, self._least = "", look.px(64)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("kind", kind)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def show_words(self, words: str) -> None:
        """Show other words."""
        if words != self._words:
            self._words = words
            self._fill()
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        """Return the room that all words need."""
        size, whole = super().sizeHint(), self.fontMetrics().horizontalAdvance(self._words)
        return size.grownBy(QMargins(0, 0, whole - self._used() + 1, 0))  # 1 for what was rounded

    def minimumSizeHint(self) -> QSize:
        """Return the room for a few letters."""
        return QSize(self._least, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shorten the words anew at another width."""
        super().resizeEvent(event)
        self._fill()

    def _used(self) -> int:
        return self.fontMetrics().horizontalAdvance(self.text().replace("&&", "&"))

    def _fill(self) -> None:
        around = super().sizeHint().width() - self._used()
        room, right = self.width() - around, Qt.TextElideMode.ElideRight
        short = self.fontMetrics().elidedText(self._words, right, room)
        self.setText(short.replace("&", "&&"))


def button(
    text: str,
    kind: str,
    look: Look,
    *,
    sign: str = "",
    role: str = "ink",
    does: Callable[[], object] | None = None,
) -> QPushButton:
    """Return a button of a kind, with an icon and what it does.

    A click leaves the keyboard where it was; Tab comes to the button.
    """
    made = Button(f" {text}" if sign and text else text)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setProperty("kind", kind)
    made.setAccessibleName(text)
    if sign:
        size = look.px(18)
        made.setIcon(icon(sign, look.theme, size, role))
        made.setIconSize(QSize(size, size))
    if does is not None:
        made.clicked.connect(lambda: does())
    return made


def icon_button(action: QAction, look: Look) -> QToolButton:
    """Return a square button for an action; the action's words are its tooltip and its name."""
    made = QToolButton()
    made.setDefaultAction(action)
    made.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    made.setIconSize(QSize(look.px(20), look.px(20)))
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    made.setAccessibleName(action.iconText())
    return made


def panel(kind: str) -> QWidget:
    """Return a plain ground."""
    made = QWidget()
    made.setProperty("kind", kind)
    made.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return made


def rule() -> QFrame:
    """Return a thin line across a panel."""
    made = QFrame()
    made.setProperty("kind", "rule")
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return made


class GrowingField(QPlainTextEdit):
    """A field that is as tall as its words, from ``least`` lines to ``MOST_LINES``.

    While it is empty it is as tall as the words that ask for something.
    """

    MOST_LINES = 12

    def __init__(self, look: Look, least: int) -> None:
        super().__init__()
        self._frame, self._least = look.px(14), least
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)  # undo is the session's, here too
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.document().contentsChanged.connect(self._grow)  # one letter may ask for less room
        self.verticalScrollBar().valueChanged.connect(self._stay)
        self._grow()

    def _grow(self) -> None:
        have = round(self.document().size().height())  # in lines, says this kind of document
        if self.document().isEmpty():
            have = max(have, self._asked_lines())
        lines = min(self.MOST_LINES, max(self._least, have))
        bar = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            bar.ScrollBarAsNeeded if have > self.MOST_LINES else bar.ScrollBarAlwaysOff
        )
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + self._frame)
        self._stay()

    def _asked_lines(self) -> int:
        """Return how many lines the words need that ask for something."""
        margin, metrics = round(self.document().documentMargin()), self.fontMetrics()
        room = QRect(0, 0, max(1, self.viewport().width() - 2 * margin), _ANY_HEIGHT)
        asks = metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, self.placeholderText())
        return round(asks.height() / metrics.lineSpacing())  # one is higher than its step

    def _stay(self) -> None:
        """Show the first line while all fit: Qt scrolls to the cursor before the field grows."""
        if round(self.document().size().height()) <= self.MOST_LINES:
            self.verticalScrollBar().setValue(0)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Of files that are pasted or dropped take the names: their folders are nobody's."""
        if names := file_names(source):
            self.insertPlainText(", ".join(names))
        else:
            super().insertFromMimeData(source)

    def setPlaceholderText(self, words: str) -> None:
        """Ask for something else; Qt would leave what it asked before on the screen."""
        super().setPlaceholderText(words)
        self._grow()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Count the lines anew at another width."""
        super().resizeEvent(event)
        self._grow()

"""Small widgets in the look of the program."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from ilead_studio.ui.icons import icon
from ilead_studio.ui.look import Look


def label(text: str, kind: str = "") -> QLabel:
    """Return a label that never reads its text as markup."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("kind", kind)
    made.setWordWrap(kind in ("small", "strong"))
    return made


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
    made = QPushButton(f" {text}" if sign and text else text)
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
    made.setAccessibleName(action.text())
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
    """A field that is as tall as its words, from ``least`` lines to ``MOST_LINES``."""

    MOST_LINES = 12

    def __init__(self, look: Look, least: int) -> None:
        super().__init__()
        self._frame, self._least = look.px(14), least
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)  # undo is the session's, here too
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def _grow(self) -> None:
        have = round(self.document().size().height())  # in lines, says this kind of document
        lines = min(self.MOST_LINES, max(self._least, have))
        bar = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            bar.ScrollBarAsNeeded if have > self.MOST_LINES else bar.ScrollBarAlwaysOff
        )
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + self._frame)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Count the lines anew at another width."""
        super().resizeEvent(event)
        self._grow()

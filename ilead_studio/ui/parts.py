"""Small widgets in the look of the program."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
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


def button(
    text: str,
    kind: str,
    look: Look,
    *,
    sign: str = "",
    role: str = "ink",
    does: Callable[[], object] | None = None,
) -> QPushButton:
    """Return a button of a kind, with an icon and what it does."""
    made = QPushButton(f" {text}" if sign and text else text)
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
    made.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
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

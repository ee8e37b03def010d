"""Small widgets in the look of the program."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QToolButton, QWidget

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


def restyle(widget: QWidget) -> None:
    """Let a changed property take effect in the style sheet."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)

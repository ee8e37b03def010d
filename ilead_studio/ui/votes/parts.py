"""What the parts of the vote panel share: a column that scrolls, over a foot that stays."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ilead_studio.ui.commands.keys import is_escape
from ilead_studio.ui.inspector.fields import NumberField
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.parts import label, panel


class VotePart(QWidget):
    """One of the things that the panel shows; ``left`` tells of Escape."""

    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.look, px = look, look.px
        whole = QVBoxLayout(self)
        whole.setContentsMargins(look.theme.line, 0, 0, 0)
        whole.setSpacing(0)
        self._scroll, inside = QScrollArea(), panel("panel")
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.stack = QVBoxLayout(inside)
        self.stack.setContentsMargins(px(16), px(12), px(12), px(12))
        self.stack.setSpacing(px(8))
        self._scroll.setWidget(inside)
        foot = panel("foot")
        self.foot = QVBoxLayout(foot)
        self.foot.setContentsMargins(px(16), px(10), px(12), px(10))
        self.foot.setSpacing(px(6))
        whole.addWidget(self._scroll, 1)
        whole.addWidget(foot)

    def begin(self) -> None:
        """Take the keyboard."""

    def enter(self) -> None:
        """Do what Enter asks for in a field that has no use for it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the page; Enter on a button presses it, anywhere else ``enter``s."""
        focus = self.focusWidget()
        if is_escape(event):
            self.left.emit()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif isinstance(focus, QPushButton):
            focus.click()
        else:
            self.enter()


class Amounts(QWidget):
    """Numbers side by side, each with its words above."""

    def __init__(self, look: Look, fields: tuple[NumberField, ...]) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.px(8))
        for field in fields:
            field.setMinimumWidth(look.px(48))
            column = QVBoxLayout()
            column.setSpacing(look.px(2))
            words = label(field.accessibleName(), "small")
            words.setAlignment(Qt.AlignmentFlag.AlignBottom)
            column.addWidget(words)
            column.addWidget(field)
            line.addLayout(column, 1)


def show_or_hide(part: QLabel, words: str) -> None:
    """Show words where there are any, and no empty line where there are none."""
    part.setText(words)
    part.setVisible(bool(words))

"""A card that asks what a snapshot is called and why it is kept: a new one, or a renamed one."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ilead_studio.ui.commands.keys import is_enter
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.late import late
from ilead_studio.ui.widgets.overlay import Overlay
from ilead_studio.ui.widgets.parts import GrowingField, Wrapped, button, label
from ilead_studio.words import say

_WIDTH: Final = 380
Keep = Callable[[str, str], bool]
"""Takes the name and the reason; tells whether they were taken."""


class SnapshotCard(Overlay):
    """Two fields; Enter in the name keeps it, Escape closes."""

    def __init__(self, look: Look, over: QWidget) -> None:
        super().__init__(over)
        self._keep: Keep = lambda _name, _why: True
        self.setFixedWidth(look.px(_WIDTH))
        stack = QVBoxLayout(self)
        stack.setContentsMargins(*[look.px(16)] * 4)
        stack.setSpacing(look.px(4))
        self._title, self._says = label("", "lead"), Wrapped("", "small")
        self.name = late(QLineEdit())
        self.name.setAccessibleName(say("Name of the snapshot"))
        self.why = late(GrowingField(look, 2))
        self.why.setAccessibleName(say("Why it is kept"))
        self.why.setPlaceholderText(say("Such as: before we left out what we cannot reach"))
        for part in (
            self._title, self._says, label(say("Name"), "label"), self.name,
            label(say("Why it is kept"), "label"), self.why,
        ):  # fmt: skip
            stack.addWidget(part)
        stack.addSpacing(look.px(8))
        stack.addLayout(self._buttons(look))

    def _buttons(self, look: Look) -> QHBoxLayout:
        line = QHBoxLayout()
        line.addStretch(1)
        self._done = button("", "main", look, does=self._take)
        line.addWidget(button(say("Cancel"), "plain", look, does=self.go))
        line.addWidget(self._done)
        return line

    def ask_new(self, name: str, corner: QPoint, keep: Keep) -> None:
        """Ask about a new snapshot, for which there is a name already."""
        self._title.setText(say("Keep a snapshot"))
        self._says.setText(say("All pages as they are now. Nothing that is done later reaches it."))
        self._done.setText(say("Keep it"))
        self._open(name, "", corner, keep)

    def ask_again(self, name: str, why: str, corner: QPoint, keep: Keep) -> None:
        """Ask for a better name, or reason, of a snapshot."""
        self._title.setText(say("Name of the snapshot"))
        self._says.setText(say("What it holds stays as it is."))
        self._done.setText(say("Rename"))
        self._open(name, why, corner, keep)

    def _open(self, name: str, why: str, corner: QPoint, keep: Keep) -> None:
        self._keep = keep
        self.setAccessibleName(self._title.text())
        self._done.setAccessibleName(self._done.text())
        self.name.setText(name)
        self.name.selectAll()
        self.why.setPlainText(why)
        for it in self.findChildren(QWidget):
            it.ensurePolished()
        self.adjustSize()
        self.open_with(self.name, corner)

    def _take(self) -> None:
        if self._keep(self.name.text(), self.why.toPlainText()):
            self.go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter keeps it, or presses the button that has the keyboard."""
        if not is_enter(event):
            super().keyPressEvent(event)
        elif self.name.hasFocus() or self._done.hasFocus():
            self._take()
        else:
            self.go()

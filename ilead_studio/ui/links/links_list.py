"""Lines of words, each with a button that goes to what it names."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.parts import Wrapped, button
from ilead_studio.words import count, say

_MOST: Final = 8
"""More are only counted: a list of hundreds of lines helps nobody at the side of a page."""


class NamedLine(NamedTuple):
    """A line: the id of what it names, an icon, and words."""

    item_id: str
    sign: str
    words: str


class LinksList(QWidget):
    """``chosen`` brings the id of what somebody wants to go to."""

    chosen = Signal(str)

    def __init__(self, look: Look, nothing: str) -> None:
        super().__init__()
        self._look, self._nothing = look, nothing
        self._shown: tuple[NamedLine, ...] | None = None
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(look.px(4))
        self._lines: list[QWidget] = []

    def show_lines(self, lines: Sequence[NamedLine]) -> None:
        """Show other lines; those beyond the first few are counted."""
        if self._shown == tuple(lines):
            return
        self._shown = tuple(lines)
        for old in self._lines:
            old.hide()
            old.deleteLater()
        self._lines = [self._line(it) for it in lines[:_MOST]]
        if len(lines) > _MOST:
            more = count(len(lines) - _MOST, "and {number} more", "and {number} more")
            self._lines.append(Wrapped(more, "small"))
        for line in self._lines or [Wrapped(self._nothing, "small")]:
            self._stack.addWidget(line)
            line.show()

    def _line(self, it: NamedLine) -> QWidget:
        made = QWidget()
        line = QHBoxLayout(made)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(self._look.px(4))
        go = button("", "icon", self._look, sign=it.sign, role="ink_soft",
                    does=lambda: self.chosen.emit(it.item_id))  # fmt: skip
        go.setAutoDefault(True)  # Enter presses it too
        tip = say("Go there: {words}", words=it.words)
        go.setToolTip(tip)
        go.setAccessibleName(tip)
        line.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(Wrapped(it.words), 1)
        return made

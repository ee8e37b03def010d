"""Two to four choices side by side; they are one Tab stop, and arrows move inside."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ilead_studio.ui.look import Look
from ilead_studio.ui.parts import button


class Segments(QWidget):
    """Shows choices, one of them chosen; ``chosen`` tells its number from 0 when it changes."""

    chosen = Signal(int)

    def __init__(self, name: str, words: Sequence[str], look: Look) -> None:
        super().__init__()
        self.setAccessibleName(name)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        self._buttons = [self._button(at, each, look) for at, each in enumerate(words)]
        for made in self._buttons:
            line.addWidget(made, 1)
        self.choose(0)

    def _button(self, at: int, words: str, look: Look) -> QPushButton:
        made = button(words, "segment", look)
        made.setCheckable(True)
        made.setAutoExclusive(True)
        made.toggled.connect(lambda on: self._on_toggled(at, on=on))
        return made

    def _on_toggled(self, at: int, *, on: bool) -> None:
        policies = Qt.FocusPolicy
        self._buttons[at].setFocusPolicy(policies.TabFocus if on else policies.NoFocus)
        if on:
            self.chosen.emit(at)

    @property
    def at(self) -> int:
        """The number of what is chosen."""
        return next((at for at, made in enumerate(self._buttons) if made.isChecked()), 0)

    def choose(self, at: int) -> None:
        """Choose one of them."""
        for other, made in enumerate(self._buttons):
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            made.setChecked(other == at)
        self._buttons[at].setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def name(self, at: int, words: str) -> None:
        """Give one of them other words."""
        self._buttons[at].setText(words.replace("&", "&&"))
        self._buttons[at].setAccessibleName(words)

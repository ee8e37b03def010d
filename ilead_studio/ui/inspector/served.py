"""A line of the inspector that tells what a driver or an idea serves."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ilead_studio.rules.outline import Row
from ilead_studio.ui.inspector.fields import PickField
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.parts import Wrapped, button
from ilead_studio.words import say


class Served(QWidget):
    """One line: what is served, how strongly, and a button that ends it.

    ``chosen`` brings who serves whom and which strength, ``ended`` who serves whom no longer.
    """

    chosen = Signal(str, str, int)
    ended = Signal(str, str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._source, self._target, self._shown = "", "", ("", False, False)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 2, 0, 2)
        line.setSpacing(look.px(4))
        self._words = Wrapped("")
        line.addWidget(self._words, 1)
        self._strength = PickField("")
        self._strength.addItems([say("Strong"), say("Weak")])
        self._strength.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._strength.setFixedWidth(look.px(88))
        self._strength.activated.connect(
            lambda at: self.chosen.emit(self._source, self._target, at)
        )
        line.addWidget(self._strength)
        self._end = button("", "icon", look, sign="unlink", role="ink_soft",
                           does=lambda: self.ended.emit(self._source, self._target))  # fmt: skip
        self._end.setFixedWidth(look.hit("row"))
        line.addWidget(self._end)

    def tell(self, row: Row, target: Row) -> None:
        """Show what a row serves; nothing is touched while the words are the same."""
        words = target.text or say("The aim")
        shows = (words, target.id in row.weak, bool(row.also))
        self._source, self._target = row.id, target.id
        if shows != self._shown:
            self._shown = shows
            self._show(*shows)

    def _show(self, words: str, is_weak: bool, has_more: bool) -> None:
        self._words.setText(words)
        self._strength.setAccessibleName(say("Strength of the link to “{text}”", text=words))
        self._strength.setCurrentIndex(1 if is_weak else 0)
        tip = (
            say("Unlink from “{text}”", text=words)
            if has_more
            else say("Its only link: link it elsewhere first")
        )
        self._end.setEnabled(has_more)
        self._end.setToolTip(tip)
        self._end.setAccessibleName(tip)

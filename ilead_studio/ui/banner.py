"""One sentence that must not be missed, above the page; never more than one, never in the way."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from ilead_studio.ui.icons import pixmap
from ilead_studio.ui.look import Look
from ilead_studio.ui.parts import button, label
from ilead_studio.words import say


class Banner(QFrame):
    """What happened and what is safe; stays until it is put away."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "warn")
        line = QHBoxLayout(self)
        line.setContentsMargins(12, 8, 8, 8)
        line.setSpacing(look.px(12))
        sign = QLabel()
        sign.setPixmap(pixmap("alert-triangle", look.theme.warn, look.px(20), 2.0))
        self._look, self._words = look, label("", "strong")
        self._words.setWordWrap(True)
        line.addWidget(sign)
        line.addWidget(self._words, 1)
        self._ways = QHBoxLayout()
        line.addLayout(self._ways)
        line.addWidget(button(say("I have read it"), "plain", look, does=self.hide))
        self.hide()

    def warn(self, sentence: str) -> None:
        """Show a sentence."""
        self.offer(sentence)

    def offer(self, sentence: str, *ways: tuple[str, Callable[[], object]]) -> None:
        """Show a sentence, with buttons for what can be done about it."""
        while (old := self._ways.takeAt(0)) is not None:
            if widget := old.widget():
                widget.hide()
                widget.deleteLater()
        for words, does in ways:
            self._ways.addWidget(button(words, "plain", self._look, does=does))
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self.show()

    @property
    def words(self) -> str:
        """What it says; empty while it is not shown."""
        return self._words.text() if self.isVisible() else ""

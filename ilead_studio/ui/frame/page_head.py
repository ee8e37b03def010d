"""The head of a page: its title, below it what is said of it, and at the right its commands."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ilead_studio.ui.looks.look import HEAD, Look
from ilead_studio.ui.widgets.parts import OneLine


class PageHead(QWidget):
    """``title`` over ``about``; ``side`` is the air at both sides."""

    def __init__(self, look: Look, *, side: int = 0) -> None:
        super().__init__()
        self.title, self.about = OneLine("title"), OneLine("status")
        self.setMinimumHeight(look.px(HEAD))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.about)
        words.addStretch(1)
        self._line = QHBoxLayout(self)
        self._line.setContentsMargins(look.px(side), 0, look.px(side), 0)
        self._line.setSpacing(look.px(8))
        self._line.addLayout(words, 1)

    def offer(self, *commands: QWidget) -> None:
        """Put commands at the right."""
        for it in commands:
            self._line.addWidget(it)

    def name_it(self, title: str, about: str) -> None:
        """Show a title and what is said of it; with nothing to say it stands in the middle."""
        self.title.setText(title)
        self.about.setText(about)
        self.about.setVisible(bool(about))

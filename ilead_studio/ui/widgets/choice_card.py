"""A card that can be chosen: a name, small words, and words of which the new ones are marked."""

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.parts import OneLine, Wrapped, label

Pieces = Sequence[tuple[str, bool]]
"""Words in pieces, each with whether it is new."""
_MUTE = Qt.WidgetAttribute.WA_TransparentForMouseEvents


class ChoiceCard(QPushButton):
    """A button as large as its words; Space and a click choose, Enter goes on to the page."""

    def __init__(self, look: Look, name: str, key: str = "") -> None:
        super().__init__()
        self._name, self._key = name, key
        self.setProperty("kind", "choice")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        px = look.px
        stack, head = QVBoxLayout(self), QHBoxLayout()
        stack.setContentsMargins(px(12), px(8), px(12), px(8))
        stack.setSpacing(px(4))
        head.addWidget(OneLine("strong", name), 1)
        head.addWidget(label(key, "key"))
        self._small, self._words = Wrapped("", "small"), Wrapped("")
        self._words.setTextFormat(Qt.TextFormat.RichText)
        stack.addLayout(head)
        stack.addWidget(self._small)
        stack.addWidget(self._words)
        stack.addStretch(1)
        for part in self.findChildren(QLabel):
            part.setAttribute(_MUTE)

    def tell(self, small: str, pieces: Pieces = ()) -> None:
        """Show small words, and words below them."""
        plain = "".join(words for words, _ in pieces)
        self._small.setText(small)
        self._small.setVisible(bool(small))
        self._words.setText("".join(_marked(words) if new else _plain(words)
                                    for words, new in pieces))  # fmt: skip
        self._words.setVisible(bool(plain))
        key = f"{self._key}: " if self._key else ""
        self.setAccessibleName(f"{key}{self._name}. {'. '.join(filter(None, (plain, small)))}")

    def choose(self, *, on: bool) -> None:
        """Show whether this one is chosen."""
        self.setChecked(on)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave every key but Space to the page."""
        if event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def sizeHint(self) -> QSize:
        """Be as large as the words need."""
        inner = self.layout()
        return inner.sizeHint() if inner else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Be as narrow as there is room for."""
        inner = self.layout()
        return inner.minimumSize() if inner else super().minimumSizeHint()


def _plain(words: str) -> str:
    return escape(words).replace("\n", "<br>")


def _marked(words: str) -> str:
    start = words[: len(words) - len(words.lstrip())]
    return f'{_plain(start)}<span style="font-weight:600; text-decoration:underline">' \
           f"{_plain(words.lstrip())}</span>"  # fmt: skip

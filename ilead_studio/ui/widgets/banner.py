"""One sentence that must not be missed, above the page; never more than one, never in the way."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ilead_studio.ui.frame.tab_order import tab_through
from ilead_studio.ui.looks.icons import pixmap
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.parts import Wrapped, button
from ilead_studio.words import say

Offer = tuple[str, Callable[[], object]]
"""Words of a button, and what it does."""


def elsewhere(does: Callable[[], object]) -> Offer:
    """Return the offer of another place for what could not be written where it was to be."""
    return say("Save it elsewhere"), does


class Banner(QFrame):
    """What happened and what is safe; stays until it is put away, or another page is in view.

    One that asks for a choice stays then too. ``asks`` brings what it asks; ``is_new`` tells that
    nobody was in it yet, so that one step of F6 leads there.
    """

    asks = Signal(str)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self.setProperty("kind", "warn")
        stack, line, self._below = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        stack.setContentsMargins(look.px(12), look.px(8), look.px(8), look.px(8))
        stack.setSpacing(look.px(4))
        for row in (line, self._below):
            row.setSpacing(look.px(12))
            stack.addLayout(row)
        self._below.setContentsMargins(look.px(32), 0, 0, 0)
        self._below.addStretch(1)
        sign = QLabel()
        sign.setPixmap(pixmap("alert-triangle", look.theme.warn, look.px(20), 2.0))
        self._words = Wrapped("", "strong")
        self.offers: list[QPushButton] = []
        self._asks = self.is_new = False
        self.read = button(say("I have read it"), "plain", look, does=self.hide)
        line.addWidget(sign)
        line.addWidget(self._words, 1)
        line.addWidget(self.read)
        self.hide()

    def warn(self, sentence: str, offers: tuple[Offer, ...] = ()) -> None:
        """Show a sentence, with what helps."""
        self._tell(sentence, offers, asks=False)

    def warn_after(self, sentence: str) -> None:
        """Show a sentence once the one that is there is put away: both must be read."""
        if self.isHidden():
            self.warn(sentence)
        else:
            once = Qt.ConnectionType.SingleShotConnection
            self.read.clicked.connect(lambda: self.warn(sentence), type=once)

    def ask(self, sentence: str, offers: tuple[Offer, ...]) -> None:
        """Show a sentence, with what can be chosen."""
        self._tell(sentence, offers, asks=True)
        self.asks.emit(sentence)

    def _tell(self, sentence: str, offers: tuple[Offer, ...], *, asks: bool) -> None:
        for old in self.offers:
            self._below.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.offers = [button(words, "plain", self._look, does=does) for words, does in offers]
        for at, made in enumerate(self.offers):
            self._below.insertWidget(at, made)
        self.setFocusProxy(self.offers[0] if self.offers else self.read)
        tab_through((self,))
        self._asks = asks
        words = say("Later") if asks else say("I have read it")
        self.read.setText(words)
        self.read.setAccessibleName(words)
        self._words.setText(sentence)
        self.setAccessibleName(sentence)
        self.is_new = True
        self.show()

    def leave(self) -> None:
        """Go with the page to which the sentence belonged; what is to be chosen stays."""
        if not self._asks:
            self.hide()

    @property
    def words(self) -> str:
        """What it says; empty while it is not shown."""
        return self._words.text() if self.isVisible() else ""

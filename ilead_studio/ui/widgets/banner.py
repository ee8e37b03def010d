"""One sentence that must not be missed, above the page; never more than one, never in the way.

What was neither read nor answered when something else came waits behind it, and comes back.
"""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Signal
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


class Told(NamedTuple):
    """What is told: with what helps, about what it asks, and whether it goes with the page."""

    sentence: str
    offers: tuple[Offer, ...] = ()
    asks: bool = False
    about: str = ""
    stays: bool = False


class Banner(QFrame):
    """What happened and what is safe; stays until it is put away, or another page is in view.

    One that asks for a choice stays then too. The newest comes first: it mostly answers what
    somebody just did. ``asks`` brings what it asks, and what comes back; ``is_new`` tells that
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
        self.is_new = False
        self._now: Told | None = None
        self._waiting: list[Told] = []
        self.read = button(say("I have read it"), "plain", look, does=self.put_away)
        line.addWidget(sign)
        line.addWidget(self._words, 1)
        line.addWidget(self.read)
        self.hide()

    def warn(self, sentence: str, offers: tuple[Offer, ...] = ()) -> None:
        """Show a sentence, with what helps."""
        self._tell(Told(sentence, offers))

    def warn_after(self, sentence: str) -> None:
        """Show a sentence once all that is there is put away; no page takes it along."""
        told = Told(sentence, stays=True)
        if self._now is None:
            self._show(told)
        else:
            self._waiting.insert(0, told)

    def ask(self, sentence: str, offers: tuple[Offer, ...], about: str) -> None:
        """Show a sentence, with what can be chosen, until that is settled."""
        self._tell(Told(sentence, offers, asks=True, about=about, stays=True))
        self.asks.emit(sentence)

    def settle(self, about: str) -> None:
        """Take a question away, shown or waiting: somebody chose, or there is nothing to choose."""
        self._go_on(lambda it: it.about != about)

    def put_away(self) -> None:
        """Show what waited behind what was read; hide where nothing did."""
        now = self._now
        self._go_on(lambda it: it is not now)

    def leave(self) -> None:
        """Go with the page to which the sentence belonged; what is to be chosen stays."""
        self._go_on(lambda it: it.stays)

    @property
    def staying(self) -> tuple[Told, ...]:
        """All that stays when the page goes, the newest last."""
        told = (*self._waiting, *filter(None, (self._now,)))
        return tuple(it for it in told if it.stays)

    def tell_again(self, told: tuple[Told, ...]) -> None:
        """Tell what stayed in the banner of another look."""
        self._waiting = [*told]
        self.leave()

    def forget(self) -> None:
        """Tell nothing more of all that was told."""
        self._go_on(lambda _: False)

    def _tell(self, told: Told) -> None:
        """Show something; what is told again, or anew about the same, is no more than once there.

        It is shown even so: somebody may have done once more what cannot be done.
        """
        known = (*self._waiting, *filter(None, (self._now,)))
        self._waiting = [
            it
            for it in known
            if it.sentence != told.sentence and not (it.about and it.about == told.about)
        ]
        self._show(told)

    def _go_on(self, is_left: Callable[[Told], bool]) -> None:
        """Keep what is left of all that was told, and show the newest of it."""
        self._waiting = [*filter(is_left, self._waiting)]
        if self._now and is_left(self._now):
            return
        self._now = None
        if self._waiting:
            self._show(back := self._waiting.pop())
            self.asks.emit(back.sentence)
        else:
            self.hide()

    def _show(self, told: Told) -> None:
        self._now = told
        for old in self.offers:
            self._below.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.offers = [button(words, "plain", self._look, does=does) for words, does in told.offers]
        for at, made in enumerate(self.offers):
            self._below.insertWidget(at, made)
        self.setFocusProxy(self.offers[0] if self.offers else self.read)
        tab_through((self,))
        words = say("Later") if told.asks else say("I have read it")
        self.read.setText(words)
        self.read.setAccessibleName(words)
        self._words.setText(told.sentence)
        self.setAccessibleName(told.sentence)
        self.is_new = True
        self.show()

    @property
    def words(self) -> str:
        """What it says; empty while it is not shown."""
        return self._words.text() if self.isVisible() else ""

"""The card that says which words of a packet are small, with a button for all that helps."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from ilead_studio.packet.offer import Offer, Small
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.parts import ShortButton, Wrapped
from ilead_studio.words import count

_MOST = 2
"""Pages of which is told at once."""


class LegibleCard(QFrame):
    """``taken`` brings the place of a page, and what is wanted for it."""

    taken = Signal(int, object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._small = look, tuple[Small, ...]()
        self.setProperty("kind", "warn")
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(*[look.px(12)] * 4)
        self._stack.setSpacing(look.px(4))
        self.buttons: list[ShortButton] = []
        self.hide()

    def show_small(self, small: tuple[Small, ...]) -> None:
        """Show what is small, and what helps."""
        if small == self._small:
            return
        self._small = small
        self.buttons = []
        while (item := self._stack.takeAt(0)) is not None:
            if isinstance(part := item.widget(), QWidget):
                part.hide()
                part.deleteLater()
        for it in small[:_MOST]:
            self._stack.addWidget(Wrapped(it.words))
            for offer in it.offers:
                self._stack.addWidget(self._button(it.at, offer))
        if (rest := len(small) - _MOST) > 0:
            words = count(rest, "And {number} more page.", "And {number} more pages.")
            self._stack.addWidget(Wrapped(words, "small"))
        self.setVisible(bool(small))

    def _button(self, at: int, offer: Offer) -> ShortButton:
        made = ShortButton("plain", self._look)
        made.show_words(offer.words)
        made.setAccessibleName(offer.words)
        made.setToolTip(offer.words)
        policy = QSizePolicy.Policy
        made.setSizePolicy(policy.Expanding, policy.Fixed)
        made.clicked.connect(partial(self._take, at, offer))
        self.buttons.append(made)
        return made

    def _take(self, at: int, offer: Offer, _on: bool = False) -> None:
        self.taken.emit(at, offer)

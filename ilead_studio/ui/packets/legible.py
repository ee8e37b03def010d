"""The card that says which words of a packet are small, with a button for all that helps.

It grows while that is found: what is shown already stays where it is, with the keyboard.
"""

from collections.abc import Callable
from functools import partial
from itertools import takewhile

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from ilead_studio.packet.offer import MOST_TOLD, Offer, Small
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.parts import ShortButton, Wrapped
from ilead_studio.words import count


class LegibleCard(QFrame):
    """``taken`` brings the place of a page, and what is wanted for it.

    ``told`` brings a sentence when all is found, if something else was found than the last time.
    """

    taken = Signal(int, object)
    told = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._last = look, tuple[Small, ...]()
        self.setProperty("kind", "warn")
        stack = QVBoxLayout(self)
        stack.setContentsMargins(*[look.px(12)] * 4)
        stack.setSpacing(look.px(12))
        self._pages = tuple(_SmallPage(look, self.taken.emit) for _ in range(MOST_TOLD))
        self._rest = Wrapped("", "small")
        for part in (*self._pages, self._rest):
            stack.addWidget(part)
        self.hide()

    @property
    def buttons(self) -> list[ShortButton]:
        """All that can be taken, from top to bottom."""
        return [button for page in self._pages for button in page.buttons]

    def show_small(self, small: tuple[Small, ...], *, are_all: bool) -> None:
        """Show what is small, and what helps; there is more of that unless these ``are_all``."""
        for at, page in enumerate(self._pages):
            page.show_small(small[at] if at < len(small) else None, are_all=are_all)
        rest = len(small) - MOST_TOLD
        self._rest.setText(count(rest, "And {number} more page.", "And {number} more pages."))
        self._rest.setVisible(rest > 0)
        self.setVisible(bool(small))
        if are_all and small != self._last:
            self._last = small
            self._tell()

    def _tell(self) -> None:
        """Say once how much there is, not at each that comes."""
        if ways := len(self.buttons):
            self.told.emit(
                count(
                    ways,
                    "Some words are small to read: {number} way to make them larger is"
                    " at the right, under the other choices.",
                    "Some words are small to read: {number} ways to make them larger are"
                    " at the right, under the other choices.",
                )
            )


class _SmallPage(QWidget):
    """A page with small words: what is said about it, and a button for each thing that helps."""

    def __init__(self, look: Look, take: Callable[[int, Offer], object]) -> None:
        super().__init__()
        self._look, self._take = look, take
        self._at, self._offers = 0, tuple[Offer, ...]()
        self.buttons: list[ShortButton] = []
        self._stack = QVBoxLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(look.px(4))
        self._words = Wrapped("")
        self._stack.addWidget(self._words)
        self.hide()

    def show_small(self, it: Small | None, *, are_all: bool) -> None:
        """Show a page, or none; what was there and comes again keeps its button."""
        offers = it.offers if it else ()
        same = sum(1 for _ in takewhile(lambda two: two[0] == two[1],
                                        zip(self._offers, offers, strict=False)))  # fmt: skip
        if are_all or it is None or same < len(offers):
            self._drop_from(same)
            for offer in offers[same:]:
                self._add(offer)
            self._offers = offers
        if it:
            self._at = it.at
            self._words.setText(it.words)
        self.setVisible(it is not None)

    def _drop_from(self, at: int) -> None:
        for button in self.buttons[at:]:
            self._stack.removeWidget(button)
            button.hide()
            button.deleteLater()
        del self.buttons[at:]

    def _add(self, offer: Offer) -> None:
        made = ShortButton("plain", self._look)
        made.show_words(offer.words)
        made.setAccessibleName(offer.words)
        made.setToolTip(offer.words)
        policy = QSizePolicy.Policy
        made.setSizePolicy(policy.Expanding, policy.Fixed)
        made.clicked.connect(partial(self._on_clicked, offer))
        self._stack.addWidget(made)
        self.buttons.append(made)

    def _on_clicked(self, offer: Offer, _on: bool = False) -> None:
        self._take(self._at, offer)

"""The page of the partnership: a card for each party, side by side where there is room."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ilead_studio.ui.frame.areas import hear_focus
from ilead_studio.ui.looks.icons import pixmap
from ilead_studio.ui.looks.look import HEAD, Look
from ilead_studio.ui.partnership.card import PartyCard
from ilead_studio.ui.partnership.loose import LoosePeople
from ilead_studio.ui.partnership.new import NewParty
from ilead_studio.ui.widgets.parts import Wrapped, button, label, panel
from ilead_studio.ui.work import Work
from ilead_studio.words import say

_CARD, _WIDEST = 310, 480
"""The least and the most pixels of a card."""


class PartnershipPage(QWidget):
    """``asked`` brings what is wanted of a party (see the card), ``added`` a new name and kind.

    ``moved`` tells that the keyboard is elsewhere on the page.
    """

    asked = Signal(str, str)
    added = Signal(str, str)
    moved = Signal()

    def __init__(self, work: Work, look: Look) -> None:
        super().__init__()
        self._work, self._look, self._beside, self._asks_new = work, look, 0, False
        self.cards: dict[str, PartyCard] = {}
        self.setProperty("kind", "panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.new = NewParty(look)
        self.new.added.connect(self.added)
        self.new.left.connect(self.stop_asking)
        self.loose = LoosePeople(work, look)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addWidget(self._head())
        stack.addWidget(self._scrolled(), 1)
        for card in (self.new, self.loose):
            card.setParent(self._all)  # or it would be a window of its own when it is shown
        hear_focus(self._bring)

    def _head(self) -> QWidget:
        made, px = panel("panel"), self._look.px
        made.setFixedHeight(px(HEAD))
        line = QHBoxLayout(made)
        line.setContentsMargins(px(16), px(4), px(16), px(4))
        line.addWidget(label(say("Parties"), "title"))
        line.addStretch(1)
        self.add = button(say("Add a party"), "plain", self._look, sign="plus", does=self.ask_new)
        line.addWidget(self.add)
        return made

    def _scrolled(self) -> QWidget:
        px = self._look.px
        inside, self._all = panel("panel"), QWidget()
        line = QHBoxLayout(inside)
        line.setContentsMargins(px(16), px(4), px(16), px(16))
        line.addWidget(self._all, 1)
        line.addStretch(0)
        stack = QVBoxLayout(self._all)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(px(12))
        self._grid = QGridLayout()
        self._grid.setSpacing(px(12))
        stack.addLayout(self._grid)
        stack.addWidget(self._note())
        stack.addStretch(1)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(inside)
        self._inside = inside
        return self._area

    def _note(self) -> QWidget:
        made, px = QFrame(), self._look.px
        made.setProperty("kind", "card")
        line = QHBoxLayout(made)
        line.setContentsMargins(px(12), px(8), px(12), px(8))
        line.setSpacing(px(8))
        sign = QLabel()
        sign.setPixmap(pixmap("lock", self._look.theme.ink_soft, px(18), 2.0))
        line.addWidget(sign)
        words = say("What is typed is shared. An item can also be kept for one party, or for the"
                    " facilitator only: it then never reaches the wall, a shared PDF or a copy for"
                    " others.")  # fmt: skip
        line.addWidget(Wrapped(words), 1)
        return made

    # --- showing ---------------------------------------------------------------------------------
    def refresh(self) -> None:
        """Show the parties, without disturbing somebody who types."""
        ids = [it.id for it in self._work.workbook.parties]
        if ids != [*self.cards]:
            self._make(ids)
            self._place()
        for card in self.cards.values():
            card.refresh()
        if self.new.isHidden() == self._asks:
            self._place()
        if self.loose.refresh():
            self._place()

    def _first(self) -> QWidget:
        """Return what takes the keyboard first: the question for a party, or the first card."""
        first = next(iter(self.cards.values()), None)
        return self.new.field if self._asks or first is None else first.fields["name"]

    @property
    def _asks(self) -> bool:
        return self._asks_new or not self._work.workbook.parties

    def _make(self, ids: list[str]) -> None:
        """Keep the cards that stay, so that nobody who types in one is disturbed."""
        gone = [card for party_id, card in self.cards.items() if party_id not in ids]
        focus = self.window().focusWidget()
        had = any(focus is not None and it.isAncestorOf(focus) for it in gone)
        self.cards = {it: self.cards[it] if it in self.cards else self._card(it) for it in ids}
        for card in gone:
            card.hide()
            card.deleteLater()
        if had:
            self._first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _card(self, party_id: str) -> PartyCard:
        made = PartyCard(self._work, self._look, party_id)
        made.asked.connect(self.asked)
        made.setParent(self._all)
        return made

    def _place(self) -> None:
        """Let the cards stand row by row, in their order."""
        shown: list[QWidget] = [*self.cards.values()]
        if not self._asks:
            self.new.hide()
        shown += [it for it, stands in ((self.new, self._asks), (self.loose, self.loose.has_any))
                  if stands]  # fmt: skip
        for card in (*self.cards.values(), self.new, self.loose):
            self._grid.removeWidget(card)
        beside = max(1, min(self._beside, len(shown)))
        for at, part in enumerate(shown):
            self._grid.addWidget(part, *divmod(at, beside))
            part.show()
        for column in range(max(beside, self._grid.columnCount())):
            self._grid.setColumnStretch(column, 1 if column < beside else 0)
        self._all.setMaximumWidth(self._look.px(max(2, beside) * _WIDEST))
        self.setFocusProxy(self._first())
        for one, other in pairwise(shown):
            QWidget.setTabOrder(_last(one), _first(other))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set as many cards beside each other as there is room for."""
        super().resizeEvent(event)
        beside = max(1, int(event.size().width() / self._look.scale) // _CARD)
        if beside != self._beside:
            self._beside = beside
            self._place()

    def _bring(self, _old: QWidget | None, now: QWidget | None) -> None:
        """Bring what has the keyboard into sight."""
        if self._area.isVisible():
            self.moved.emit()
        if now is not None and self._area.isVisible() and self._inside.isAncestorOf(now):
            self._area.ensureWidgetVisible(now, 0, self._look.px(24))

    # --- where the keyboard goes -----------------------------------------------------------------
    def card_with(self, focus: QWidget | None) -> PartyCard | None:
        """Return the card that has the keyboard; None if none has."""
        return next((it for it in self.cards.values() if focus and it.isAncestorOf(focus)), None)

    def go_to(self, party_id: str) -> None:
        """Take the keyboard to the card of a party."""
        if party_id in self.cards:
            self.cards[party_id].fields["name"].setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_new(self) -> None:
        """Ask for one more party."""
        if not self._work.refuses():
            self._asks_new = True
            self.new.clear()
            self._place()
            self.new.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def stop_asking(self) -> None:
        """Ask no longer; without any party the question stays."""
        self._asks_new = False
        if self.cards:
            had = self.new.isAncestorOf(self.window().focusWidget() or self)
            self._place()
            if had:
                self.setFocus(Qt.FocusReason.OtherFocusReason)


def _stops(part: QWidget) -> list[QWidget]:
    return [it for it in part.findChildren(QWidget) if it.focusPolicy() & Qt.FocusPolicy.TabFocus]


def _first(part: QWidget) -> QWidget:
    return next(iter(_stops(part)), part)


def _last(part: QWidget) -> QWidget:
    return next(reversed(_stops(part)), part)

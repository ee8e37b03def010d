"""What to look at first when a meeting is opened: cards of rows, each of which leads somewhere."""

from typing import Final

from PySide6.QtCore import QRect, Signal

from ilead_studio.rules.meeting_open import Card, Row
from ilead_studio.ui.lists.row_list import ListRow, RowList
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.meetings.card import MeetingCard
from ilead_studio.ui.widgets.parts import Wrapped, button
from ilead_studio.words import count

MOST: Final = 5
"""Rows of a card until all are asked for."""
_MORE: Final = "more"
_ROLES: Final = {"alert-triangle": "warn"}


class OpeningCard(MeetingCard):
    """One card.

    ``gone_to`` brings what to go to, ``ticked`` a promised step and whether it is done,
    ``looked`` where the keyboard is in the list, ``left`` tells of Escape, ``further_asked`` of its
    button.
    """

    gone_to = Signal(str)
    ticked = Signal(str, bool)
    looked = Signal(QRect)
    left = Signal()
    further_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "")
        self._card: Card | None = None
        self._shows_all = False
        self.list = RowList(look, "", fits=True)
        self.nothing = Wrapped("", "status")
        self.further = button("", "quiet", look, does=self.further_asked.emit)
        self.further.hide()
        for part in (self.list, self.nothing, self.further):
            self.stack.addWidget(part)
        self.list.asked.connect(self._do)
        self.list.ticked.connect(self._tick)
        self.list.looked.connect(self.looked)

    def tell(self, card: Card) -> None:
        """Show a card."""
        self._card = card
        self.name(card.heading)
        self.note.setText(card.small)
        self.list.setAccessibleName(card.heading)
        rows = card_rows(card, shows_all=self._shows_all)
        self.list.show_rows(rows)
        self.list.setVisible(bool(rows))
        self.nothing.setText(card.empty)
        self.nothing.setVisible(not rows)

    def offer(self, words: str) -> None:
        """Offer to go further; empty offers nothing."""
        self.further.setText(words)
        self.further.setAccessibleName(words)
        self.further.setVisible(bool(words))

    def begin_anew(self) -> None:
        """Show the first rows only, of another meeting."""
        self._shows_all = False

    def _row(self) -> Row | None:
        at = self.list.currentRow()
        return self._card.rows[at] if self._card and 0 <= at < len(self._card.rows) else None

    def _do(self, asked: str) -> None:
        """Go where the row leads; a step about nothing is ticked."""
        row = self._row()
        if asked == "leave":
            self.left.emit()
        elif asked != "open" or self._card is None:
            return
        elif self.list.key == _MORE:
            self._shows_all = True
            self.tell(self._card)
            self.list.setCurrentRow(MOST - 1)
        elif row is not None and row.item_id:
            self.gone_to.emit(row.item_id)
        elif row is not None and row.step_id:
            self.ticked.emit(row.step_id, not row.is_done)

    def _tick(self, _key: str, on: bool) -> None:
        row = self._row()
        if row is not None:
            self.ticked.emit(row.step_id, on)


def card_rows(card: Card, *, shows_all: bool) -> tuple[ListRow, ...]:
    """Return the rows of a card for its list; of many the first ones, and how many more."""
    rows = [_row(at, it) for at, it in enumerate(card.rows)]
    more = len(rows) - MOST + 1
    if shows_all or len(rows) <= MOST:
        return tuple(rows)
    words = count(more, "Show {number} more", "Show {number} more")
    return (*rows[: MOST - 1], ListRow(_MORE, words, "", "chevron-down", "accent"))


def _row(at: int, it: Row) -> ListRow:
    """Return a row; its key says at which place it is, as one item can have several rows."""
    ticked = it.is_done if it.step_id else None
    role = _ROLES.get(it.sign, "ink_soft")
    key = it.step_id or f"{at} {it.item_id}"
    return ListRow(key, it.words, it.small, it.sign, role, ticked, it.spoken)

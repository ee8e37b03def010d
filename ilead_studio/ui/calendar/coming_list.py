"""What comes next, beside the calendar: overdue, due soon, planned."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QListWidgetItem, QVBoxLayout, QWidget

from ilead_studio.rules.calendar_words import Next
from ilead_studio.rules.find import Place
from ilead_studio.ui.finding.found_list import FoundList
from ilead_studio.ui.finding.found_words import Found
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.sight.lit import Lit
from ilead_studio.ui.widgets.parts import Wrapped, label
from ilead_studio.words import say

MOST: Final = 12
"""Cycles that are listed under each heading."""


class ComingList(QWidget):
    """The list; ``chosen`` brings the cycle of the current row, ``opened`` one to open."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, look: Look, lit: Lit) -> None:
        super().__init__()
        px = look.px
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(px(4))
        title = label(say("What comes next"), "label")
        title.setContentsMargins(px(8), px(4), 0, px(4))
        stack.addWidget(title)
        self._nothing = Wrapped(say("Nothing waits and nothing is planned."))
        self._nothing.setContentsMargins(px(8), 0, 0, 0)
        stack.addWidget(self._nothing)
        self.list = FoundList(look, lit)
        lit.show_in(self.list)
        self.list.setAccessibleName(say("What comes next"))
        self.list.itemClicked.connect(self._open)
        self.list.itemActivated.connect(self._open)
        self.list.currentItemChanged.connect(self._choose)
        stack.addWidget(self.list, 1)
        self._none = QWidget()
        stack.addWidget(self._none, 1)
        self.setFocusProxy(self.list)

    def tell(self, groups: tuple[Next, ...]) -> None:
        """Show what comes next; the row with the keyboard keeps it."""
        rows = [row for group in groups for row in _rows(group)]
        self._nothing.setVisible(not rows)
        self._none.setVisible(not rows)
        self.list.setVisible(bool(rows))
        if rows == self.list.rows():
            return
        item = self.list.currentItem()
        kept = FoundList.found(item).place if item else None
        self.list.blockSignals(True)
        self.list.show_rows(rows)
        self.list.choose(next((row.place for row in rows if _same(row.place, kept)), None))
        self.list.blockSignals(False)

    def _open(self, item: QListWidgetItem) -> None:
        if place := FoundList.found(item).place:
            self.opened.emit(place.item_id)

    def _choose(self, item: QListWidgetItem | None) -> None:
        place = FoundList.found(item).place if item else None
        if place and self.list.hasFocus():
            self.chosen.emit(place.item_id)


def _rows(group: Next) -> list[Found]:
    sign = "alert-triangle" if group.is_late else "refresh"
    heading = Found(group.heading, after=str(len(group.entries)))
    more = len(group.entries) - MOST
    rest = [Found(say("and {number} more on the calendar", number=more))] if more > 0 else []
    return [heading, *(
        Found(it.words, place=Place(it.cycle_id, "", it.ref, "", it.words, "cycle"), sign=sign,
              spoken=f"{group.heading}: {it.words}")
        for it in group.entries[:MOST]
    ), *rest]  # fmt: skip


def _same(one: Place | None, other: Place | None) -> bool:
    return one is not None and other is not None and one.item_id == other.item_id

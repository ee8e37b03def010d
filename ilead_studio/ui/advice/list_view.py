"""The list of advice: a card for each thing, and on the chosen one what can be done with it."""

from typing import Literal

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QFocusEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from ilead_studio.ui.advice.buttons import AIR, AdviceButtons
from ilead_studio.ui.advice.cards import ROW, AdviceCards
from ilead_studio.ui.advice.rows import AdviceRow, why_words
from ilead_studio.ui.commands.keys import NONE, pressed
from ilead_studio.ui.lists.painted import let_paint
from ilead_studio.ui.looks.look import Look
from ilead_studio.words import say

Asked = Literal["show", "go", "dismiss", "restore", "restore all", "fold"]


class AdviceList(QListWidget):
    """The rows, and the buttons over the chosen card.

    Signals: ``asked`` for something, with the fold and what is told of; ``turned`` other keys help
    now; ``left`` by Escape.
    """

    asked = Signal(str, str, object)
    turned = Signal()
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._rows: tuple[AdviceRow, ...] = ()
        self.tells_why = False
        """Whether the chosen card says why it is worth a look."""
        self._cards = AdviceCards(look, self)
        let_paint(self, self._cards)
        self._buttons = AdviceButtons(self.viewport(), look)
        self._buttons.asked.connect(self._ask)
        self._buttons.why_asked.connect(self.turn_why)
        self._buttons.entered.connect(self._bring_in_sight)
        self.currentItemChanged.connect(lambda *_: self._on_chosen())
        self.itemClicked.connect(lambda _item: self._on_clicked())
        self.itemDoubleClicked.connect(lambda _item: self._ask("go"))

    # --- showing ---------------------------------------------------------------------------------
    def show_rows(self, rows: tuple[AdviceRow, ...]) -> None:
        """Show other rows; the chosen one stays so, or what has come to its place is chosen."""
        if rows == self._rows:
            return
        at, about = self.currentRow(), self.current.about if self.current else ("", "")
        self._rows = rows
        self.blockSignals(True)
        self.clear()
        for row in rows:
            item = QListWidgetItem(row.spoken, self)
            item.setData(ROW, row)
            if row.kind == "more":
                item.setFlags(Qt.ItemFlag.NoItemFlags)
        same = next((n for n, row in enumerate(rows) if row.about == about), at)
        self.setCurrentRow(min(same, len(rows) - 1))
        self.blockSignals(False)
        self._set_anew()

    @property
    def current(self) -> AdviceRow | None:
        """The chosen row."""
        at = self.currentRow()
        return self._rows[at] if 0 <= at < len(self._rows) else None

    @property
    def rows(self) -> tuple[AdviceRow, ...]:
        """Every row."""
        return self._rows

    def choose_first(self, item_id: str, here: frozenset[str]) -> str:
        """Choose the first row about an item, or else about one of those; returns which it is.

        With nothing about any of them the first row is chosen, and no item returned.
        """
        items = [row.told.item if row.told else "" for row in self._rows]
        wanted = item_id if item_id in items else next((it for it in items if it in here), "")
        self.blockSignals(True)
        self.setCurrentRow(items.index(wanted) if wanted else 0)
        self.blockSignals(False)
        self._set_anew()
        return wanted

    def _set_anew(self) -> None:
        """Give each row its height, and the chosen card its buttons."""
        row = self.current
        had = self._buttons.isAncestorOf(self.window().focusWidget() or self)
        self.doItemsLayout()
        self._buttons.show_for(row, why=self.tells_why)
        if had and self._buttons.isHidden():
            self.setFocus()
        if row and row.is_open:  # what is unfolded too
            self.scrollTo(self.model().index(self.currentRow() + 1, 0))
        self.scrollTo(self.currentIndex())
        self._place_buttons()
        self.turned.emit()

    def _place_buttons(self) -> None:
        if self.current:
            card = self._cards.card(self.visualRect(self.currentIndex()))
            self._buttons.setGeometry(card)

    def _bring_in_sight(self, part: QWidget) -> None:
        """Scroll to a button: a card may be higher than the list."""
        box, bar = (
            QRect(part.mapTo(self.viewport(), QPoint()), part.size()),
            self.verticalScrollBar(),
        )
        below = box.bottom() + AIR - self.viewport().height()
        bar.setValue(bar.value() + (max(0, below) or min(0, box.top() - AIR)))

    def updateGeometries(self) -> None:
        """Keep the buttons on their card when rows are set anew."""
        super().updateGeometries()
        self._place_buttons()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Keep the buttons on their card when the list scrolls."""
        super().scrollContentsBy(dx, dy)
        self._place_buttons()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the words anew at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keys of the list help now."""
        super().focusInEvent(event)
        self.turned.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that other keys help now."""
        super().focusOutEvent(event)
        self.turned.emit()

    # --- what is asked ---------------------------------------------------------------------------
    def keys(self) -> tuple[str, ...]:
        """Name the keys that help with the chosen row."""
        row, walk, leave = self.current, say("Up, Down  next"), say("Esc  back to the page")
        if row is None:
            return (leave,)
        if row.told is None:
            return say("Enter  open or fold"), walk, leave
        does = say("Tab  bring back") if row.kind == "dismissed" else say("Del  dismiss")
        return walk, say("Enter  go there"), does, say("F1  why"), leave

    def turn_why(self) -> None:
        """Say on the chosen card why it is worth a look, or no more; a reader hears it."""
        self.tells_why = not self.tells_why
        self._set_anew()
        row = self.current
        if self.tells_why and row and row.told and QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, why_words(row.told)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hear the keys of the list, and of the buttons on a card."""
        row, key = self.current, pressed(event)[0]
        if pressed(event)[1] != NONE:
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key == Qt.Key.Key_Return and not self._buttons.press():
            self._ask("go" if row and row.told else "fold")
        elif key == Qt.Key.Key_Delete and row and row.kind == "thing":
            self._ask("dismiss")
        elif key == Qt.Key.Key_F1 and row and row.told:
            self.turn_why()
        elif row and row.kind == "fold" and self._turns(key, row):
            self._ask("fold")
        elif key != Qt.Key.Key_Return:
            super().keyPressEvent(event)

    @staticmethod
    def _turns(key: int, row: AdviceRow) -> bool:
        """Tell whether a key opens or folds a fold."""
        wanted = Qt.Key.Key_Left if row.is_open else Qt.Key.Key_Right
        return key in (Qt.Key.Key_Space, wanted)

    def _on_chosen(self) -> None:
        self._set_anew()
        self._ask("show")

    def _on_clicked(self) -> None:
        row = self.current
        self._ask("fold" if row and row.kind == "fold" else "show")

    def _ask(self, asked: str) -> None:
        row = self.current
        if row and (row.told or asked == "restore all" or (asked, row.kind) == ("fold", "fold")):
            self.asked.emit(asked, row.fold, row.told)

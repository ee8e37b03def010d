"""The list of ramps at the left: change ideas, and below each its cycles."""

from collections.abc import Collection
from typing import Final, NamedTuple

from PySide6.QtCore import QElapsedTimer, QModelIndex, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent, QStandardItem

from ilead_studio.drawing.theme import Theme
from ilead_studio.rules.cycle_page import IdeaRow
from ilead_studio.ui.lists.sign_tree import ROW, SignTree, TreeRow
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.sight.lit import Lit
from ilead_studio.words import say

_PAUSE: Final = 1_500
"""Milliseconds after which typing looks for something else."""
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Rung(NamedTuple):
    """A row: an idea, which is a heading, or a cycle."""

    id: str
    words: str
    sign: str = "bulb"
    is_heading: bool = False
    small: str = ""


class RampTree(SignTree):
    """Ideas and cycles; ``chosen`` brings the id of what is current."""

    chosen = Signal(str)

    def __init__(self, look: Look, lit: Lit) -> None:
        super().__init__(look, say("Ramps"))
        self.lit = lit
        lit.show_in(self)
        self._rows: tuple[IdeaRow, ...] = ()
        self._items: dict[str, QStandardItem] = {}
        self._typed, self._typed_at = "", QElapsedTimer()
        self.activated.connect(lambda _index: self.asked.emit("open"))

    def theme_of(self, theme: Theme, row: TreeRow, *, pointed: bool) -> Theme:
        """Return the colours of a row: it is pale out of the line of sight that is pinned."""
        return self.lit.theme(theme, row.id, pointed=pointed) if isinstance(row, Rung) else theme

    def show_rows(self, rows: tuple[IdeaRow, ...], shown: str) -> None:
        """Show the ramps; the keyboard stays on what is shown on the page."""
        if rows != self._rows:
            folded = {it for it, item in self._items.items() if not self._is_open(item)}
            self._rows = rows
            with QSignalBlocker(self.selectionModel()):
                self._fill(folded)
        self.go_to(self._items.get(shown))

    @property
    def ids(self) -> Collection[str]:
        """The ideas and cycles that are listed."""
        return self._items.keys()

    def _is_open(self, item: QStandardItem) -> bool:
        return not item.hasChildren() or self.isExpanded(item.index())

    def _fill(self, folded: set[str]) -> None:
        self._model.clear()
        self._items.clear()
        for at, idea in enumerate(self._rows, 1):
            made = self._item(Rung(idea.id, idea.words, is_heading=True), at, len(self._rows))
            self._model.appendRow(made)
            for number, cycle in enumerate(idea.cycles, 1):
                rung = Rung(cycle.id, cycle.words, cycle.sign)
                made.appendRow(self._item(rung, number, len(idea.cycles)))
            self.setExpanded(made.index(), idea.id not in folded)

    def _item(self, rung: Rung, at: int, every: int) -> QStandardItem:
        item = self._items[rung.id] = self.made(rung, at, every)
        return item

    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.chosen.emit(now.data(ROW).id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and F2 go to the page, Insert plans a cycle, Del deletes one."""
        key = Qt.Key(event.key())
        asks = {
            Qt.Key.Key_F2: "edit", Qt.Key.Key_Delete: "delete", Qt.Key.Key_Insert: "new cycle",
            **dict.fromkeys(_ENTER, "open"),
        }.get(key)  # fmt: skip
        if asks:
            self.asked.emit(asks)
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Go to the row that begins with what is typed; the number of a cycle is enough.

        Qt forgets after 0.4 seconds what was typed, while a page may still be opened.
        """
        pause = self._typed_at.isValid() and self._typed_at.elapsed() > _PAUSE
        self._typed = search.lower() if pause else self._typed + search.lower()
        self._typed_at.start()
        typed = f"p{self._typed}" if self._typed.isdigit() else self._typed
        found = (it for it in self._items.values() if _begins(it.text().lower(), typed))
        if (item := next(found, None)) is not None:
            self.setCurrentIndex(item.index())


def _begins(words: str, typed: str) -> bool:
    """Tell whether words begin so; "p1" is not the beginning of "P12"."""
    whole = typed[:1] == "p" and typed[1:].isdigit()
    return words.startswith(f"{typed} ·" if whole else typed)

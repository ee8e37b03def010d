"""A list whose rows are painted: a sign or a tick, words, smaller words; headings between them.

In a card it is as high as its rows, and one click goes where a row leads.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import (
    QRect,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QDropEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from ilead_studio.rules.find import Span
from ilead_studio.ui.commands.keys import ALT, NONE, Pressed, pressed
from ilead_studio.ui.lists.painted import let_come, let_paint, place_of_drop
from ilead_studio.ui.lists.row_paint import ROW, RowPaint
from ilead_studio.ui.looks.look import Look
from ilead_studio.words import say

_DEEDS: Final[dict[Pressed, str]] = {
    (Qt.Key.Key_Return, NONE): "open",
    (Qt.Key.Key_Space, NONE): "tick",
    (Qt.Key.Key_F2, NONE): "edit",
    (Qt.Key.Key_Insert, NONE): "new",
    (Qt.Key.Key_N, NONE): "new",
    (Qt.Key.Key_Delete, NONE): "delete",
    (Qt.Key.Key_Escape, NONE): "leave",
}
_MOVES: Final[dict[Pressed, int]] = {(Qt.Key.Key_Up, ALT): -1, (Qt.Key.Key_Down, ALT): 1}


class ListRow(NamedTuple):
    """A row; ``key`` is what it stands for, empty for a heading.

    ``role`` is the colour of its sign. ``ticked`` None: there is nothing to tick. ``spoken`` is
    what is read aloud instead of the words. Parts of the words may be ``strong``. Of what a
    ``mixed`` row stands for some is ticked; a tick is for all of it.
    """

    key: str
    words: str
    small: str = ""
    sign: str = ""
    role: str = "ink_soft"
    ticked: bool | None = None
    spoken: str = ""
    strong: tuple[Span, ...] = ()
    mixed: bool = False


class RowList(QListWidget):
    """``chosen`` brings the key of the current row, ``ticked`` that of one that is ticked.

    ``asked`` brings what a key or a click asks for: "open", "edit", "new", "delete", "leave". With
    ``fits`` the list is as high as its rows and a click opens. ``looked`` tells where the keyboard
    is now. Of rows that can be moved ``moved`` brings the key and the place that is wanted, by
    Alt+arrows or by dragging; ``renamed`` brings the key and other words.
    """

    chosen = Signal(str)
    asked = Signal(str)
    ticked = Signal(str, bool)
    looked = Signal(QRect)
    moved = Signal(str, int)
    renamed = Signal(str, str)

    def __init__(self, look: Look, name: str, *, fits: bool = False, moves: bool = False) -> None:
        super().__init__()
        self._fits, self._rows = fits, tuple[ListRow, ...]()
        self.setAccessibleName(name)
        let_come(self, has_rows=False)
        self._paint = RowPaint(look, self, is_quiet=fits)
        let_paint(self, self._paint)
        self._paint.renamed.connect(self.renamed)
        self.setEditTriggers(self.EditTrigger.NoEditTriggers)
        self._moves = moves
        if moves:
            self.setDragDropMode(self.DragDropMode.InternalMove)
        if fits:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(lambda *_: self._on_current())
        self.itemClicked.connect(lambda _item: self.asked.emit("open") if fits else None)
        self.itemDoubleClicked.connect(lambda _item: None if fits else self.asked.emit("open"))

    # --- showing ---------------------------------------------------------------------------------
    def show_rows(self, rows: Sequence[ListRow], chosen: str = "") -> None:
        """Show other rows; the same one stays current unless another is to be."""
        here = chosen or self.key
        if tuple(rows) != self._rows:
            same = [it.key for it in rows] == [it.key for it in self._rows]
            self._rows = tuple(rows)
            let_come(self, has_rows=any(it.key for it in self._rows))
            with QSignalBlocker(self):
                if not same:
                    self._fill_anew(here)
                else:
                    self._fill_again()
            self.scheduleDelayedItemsLayout()
            self._fit()
        if here != self.key:
            with QSignalBlocker(self):
                self._choose(here)
        if self.hasFocus():
            self._begin()

    def _fill_anew(self, here: str) -> None:
        at = self.currentRow()
        self.clear()
        for _ in self._rows:
            self.addItem(QListWidgetItem())
        self._fill_again()
        self._choose(here, at)

    def _fill_again(self) -> None:
        many, at = sum(bool(row.key) for row in self._rows), 0
        for item, row in enumerate(self._rows):
            at += bool(row.key)
            _fill(self.item(item), row, say("{at} of {many}", at=at, many=many), self._moves)

    def _choose(self, key: str, otherwise: int = -1) -> None:
        every = [it.key for it in self._rows]
        at = every.index(key) if key and key in every else min(otherwise, len(every) - 1)
        self.setCurrentRow(at)

    @property
    def key(self) -> str:
        """The key of the current row; empty when there is none."""
        at = self.currentRow()
        return self._rows[at].key if 0 <= at < len(self._rows) else ""

    @property
    def rows(self) -> tuple[ListRow, ...]:
        """Every row that is shown."""
        return self._rows

    def choose(self, key: str) -> None:
        """Let the row of a key be the current one."""
        self._choose(key)

    def _fit(self) -> None:
        if self._fits:
            self._paint.let_stand(self._rows, self.width())
            every = (self._paint.height(it, self.width()) for it in self._rows)
            self.setFixedHeight(sum(every))

    # --- keyboard and mouse ----------------------------------------------------------------------
    def _on_current(self) -> None:
        self.chosen.emit(self.key)
        self._look_there()

    def _look_there(self) -> None:
        if self.hasFocus() and self.currentItem():
            self.looked.emit(self.visualItemRect(self.currentItem()))

    def _tick(self) -> bool:
        """Tick the current row, or no longer; tells whether it can be."""
        at = self.currentRow()
        on = self._rows[at].ticked if at >= 0 else None
        if on is not None:
            self.ticked.emit(self._rows[at].key, not on)
        return on is not None

    def rename(self) -> None:
        """Let the words of the current row be typed; ``renamed`` brings them."""
        item = self.currentItem()
        if item and self.key:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            with QSignalBlocker(self):
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            self.editItem(item)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask for another place of the row that was dragged; rows follow the document."""
        to, at = place_of_drop(self, event, self.count()), self.currentRow()
        if to not in (at, at + 1):
            self.moved.emit(self.key, to - (to > at))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass on what a key asks for."""
        if self.state() == self.State.EditingState:
            return  # a key that its field has done already comes on to the list
        if self._moves and self.key and (step := _MOVES.get(pressed(event), 0)):
            self.moved.emit(self.key, self.currentRow() + step)
            return
        asks = _DEEDS.get(pressed(event), "")
        if asks == "tick":
            if not self._tick():
                self.asked.emit("open")
        elif asks:
            self.asked.emit(asks)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick a row whose box is clicked."""
        at = self.indexAt(event.position().toPoint())
        if at.isValid() and self._paint.is_on_tick(at, event.position().toPoint()):
            self.setCurrentIndex(at)
            self._tick()
            self.setState(self.State.NoState)
        else:
            super().mouseReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Begin at the first row that can be chosen, and tell where the keyboard is."""
        super().focusInEvent(event)
        self._begin()
        self._look_there()

    def _begin(self) -> None:
        """Let the first row that can be chosen be the current one, if none is."""
        self._choose(self.key or next((it.key for it in self._rows if it.key), ""))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the words anew at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            self._fit()

    def sizeHint(self) -> QSize:
        """Ask for the height of the rows only where the list is as high as they are."""
        return QSize(0, self.minimumHeight()) if self._fits else super().sizeHint()

    def minimumSizeHint(self) -> QSize:
        """Take any width."""
        return QSize(0, super().minimumSizeHint().height())


def _fill(item: QListWidgetItem, row: ListRow, place: str, can_move: bool) -> None:
    flags = Qt.ItemFlag
    usual = flags.ItemIsEnabled | flags.ItemIsSelectable
    if can_move:
        usual |= flags.ItemIsDragEnabled
    said = row.spoken or ", ".join(filter(None, (row.words, row.small)))
    item.setText(f"{said}, {place}" if row.key else said)
    item.setData(ROW, row)
    item.setFlags(usual if row.key else flags.NoItemFlags)
    if row.ticked is not None:
        item.setFlags(usual | flags.ItemIsUserCheckable)
        states = Qt.CheckState
        none = states.PartiallyChecked if row.mixed else states.Unchecked
        item.setCheckState(states.Checked if row.ticked else none)

"""The list of ramps at the left: change ideas, and below each its cycles."""

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import (
    QElapsedTimer,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPen,
    QResizeEvent,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
)

from ilead_studio.rules.cycle_page import CycleRow, IdeaRow
from ilead_studio.ui.icons import pixmap
from ilead_studio.ui.laid import beside_bar, height, laid
from ilead_studio.ui.lit import Lit
from ilead_studio.ui.look import Look
from ilead_studio.words import say

Index = QModelIndex | QPersistentModelIndex
ID: Final = Qt.ItemDataRole.UserRole
_ROW: Final = Qt.ItemDataRole.UserRole + 1
_PAUSE: Final = 1_500
"""Milliseconds after which typing looks for something else."""
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RampTree(QTreeView):
    """Ideas and cycles; ``chosen`` brings what is current, ``asked`` what a key asks for.

    ``looked`` tells that the keyboard came or went.
    """

    chosen = Signal(str)
    asked = Signal(str)
    looked = Signal()

    def __init__(self, look: Look, lit: Lit) -> None:
        super().__init__()
        self.lit = lit
        lit.show_in(self)
        self._rows: tuple[IdeaRow, ...] = ()
        self.wide = 0
        """Pixels for the rows."""
        self._items: dict[str, QStandardItem] = {}
        self._typed, self._typed_at = "", QElapsedTimer()
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_Painter(look, self))
        self.setProperty("kind", "bare")
        self.setHeaderHidden(True)
        self.setIndentation(look.px(16))
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(say("Ramps"))
        self.viewport().setMouseTracking(True)
        self.selectionModel().currentChanged.connect(self._on_current)
        self.activated.connect(lambda _index: self.asked.emit("open"))

    def show_rows(self, rows: tuple[IdeaRow, ...], shown: str) -> None:
        """Show the ramps; the keyboard stays on what is shown on the page."""
        if rows != self._rows:
            folded = {it for it, item in self._items.items() if not self._is_open(item)}
            self._rows = rows
            with QSignalBlocker(self.selectionModel()):
                self._fill(folded)
        item = self._items.get(shown)
        if item is not None and self.currentIndex() != item.index():
            with QSignalBlocker(self.selectionModel()):
                self.setCurrentIndex(item.index())
            self.viewport().update()

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
            made = self._item(idea, at, len(self._rows))
            self._model.appendRow(made)
            for number, cycle in enumerate(idea.cycles, 1):
                made.appendRow(self._item(cycle, number, len(idea.cycles)))
            self.setExpanded(made.index(), idea.id not in folded)

    def _item(self, row: IdeaRow | CycleRow, at: int, every: int) -> QStandardItem:
        made = self._items[row.id] = QStandardItem(row.words)
        made.setData(row.id, ID)
        made.setData(row, _ROW)
        made.setData(row.words, Qt.ItemDataRole.ToolTipRole)
        place = say("{at} of {every}", at=at, every=every)
        made.setData(place, Qt.ItemDataRole.AccessibleDescriptionRole)
        return made

    def _on_current(self, now: QModelIndex, _before: QModelIndex) -> None:
        if now.isValid():
            self.chosen.emit(str(now.data(ID)))

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

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard came."""
        super().focusInEvent(event)
        self.looked.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard went."""
        super().focusOutEvent(event)
        self.looked.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the words anew at another width, not for a scroll bar that comes or goes."""
        super().resizeEvent(event)
        wide = beside_bar(self)
        if wide != self.wide:
            self.wide = wide
            self.scheduleDelayedItemsLayout()


def _begins(words: str, typed: str) -> bool:
    """Tell whether words begin so; "p1" is not the beginning of "P12"."""
    whole = typed[:1] == "p" and typed[1:].isdigit()
    return words.startswith(f"{typed} ·" if whole else typed)


class _Painter(QStyledItemDelegate):
    """Paints a row on as many lines as its words need."""

    def __init__(self, look: Look, view: RampTree) -> None:
        super().__init__(view)
        self._look, self._view, self._pixels = look, view, look.type("outline")

    def _left(self) -> int:
        return self._look.px(4 + 16 + 6)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row beside a scroll bar, whether or not there is one."""
        row, view, px = index.data(_ROW), self._view, self._look.px
        depth = 1 if isinstance(row, IdeaRow) else 2
        wide = view.wide
        room = wide - depth * view.indentation() - self._left() - px(8)
        high = height(row.words, room, self._pixels, _strong(row)) + px(8)
        return QSize(wide - depth * view.indentation(), max(self._look.hit("row"), high))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row, px = index.data(_ROW), self._look.px
        flags = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver
        pointed = bool(option.state & flags)
        theme = self._view.lit.theme(self._look.theme, row.id, pointed=pointed)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        rect: QRect = option.rect
        wide = self._view.wide - rect.left() - self._left() - px(8)
        words = laid(row.words, wide, self._pixels, _strong(row))
        top = rect.top() + (rect.height() - words.boundingRect().height()) / 2
        painter.setPen(QColor(theme.ink))
        words.draw(painter, QPointF(rect.left() + self._left(), top))
        sign = "bulb" if isinstance(row, IdeaRow) else row.sign
        colour = theme.accent if isinstance(row, IdeaRow) else theme.ink_soft
        ratio = painter.device().devicePixelRatio()
        drawn = pixmap(sign, colour, px(16), ratio)
        line = words.lineAt(0).height() if words.lineCount() else px(16)
        painter.drawPixmap(QPointF(rect.left() + px(4), top + (line - px(16)) / 2), drawn)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        theme, state = self._look.theme, option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        has_keyboard = bool(state & QStyle.StateFlag.State_HasFocus) and self._view.hasFocus()
        if not (chosen or state & QStyle.StateFlag.State_MouseOver):
            return
        inset = theme.ring / 2
        ring = QPen(QColor(theme.focus), theme.ring)
        painter.setPen(ring if has_keyboard else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent_soft if chosen else theme.hover))
        ground = QRectF(option.rect).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(ground, 4, 4)


def _strong(row: IdeaRow | CycleRow) -> tuple[tuple[int, int], ...]:
    return ((0, len(row.words)),) if isinstance(row, IdeaRow) else ()

"""The tree of drivers with the ideas that serve them; choosing an idea goes to it."""

from typing import Final

from PySide6.QtCore import QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QPainter,
    QPen,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ilead_studio.rules.ideas_by_driver import DriverRow
from ilead_studio.ui.lists.index import Index
from ilead_studio.ui.lists.laid import WrappedTree, height
from ilead_studio.ui.lists.painted import let_paint
from ilead_studio.ui.looks.icons import pixmap
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.looks.typeface import widget_font
from ilead_studio.ui.sight.lit import Lit
from ilead_studio.words import say

_ROW: Final = Qt.ItemDataRole.UserRole
_SIGN, _GAP, _AIR, _INDENT = 16, 6, 4, 14


class IdeaTree(WrappedTree):
    """``idea_chosen`` brings an idea; ``entered`` a row on which Enter was pressed."""

    idea_chosen = Signal(str)
    entered = Signal(str, bool)

    def __init__(self, look: Look, lit: Lit) -> None:
        super().__init__()
        self._look, self._filling = look, False
        self.lit = lit
        lit.show_in(self)
        self._rows: tuple[DriverRow, ...] = ()
        self._items: list[QStandardItem] = []
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        let_paint(self, _TreeRows(look, self), "bare")
        self.setHeaderHidden(True)
        self.setIndentation(look.px(_INDENT))
        self.setEditTriggers(self.EditTrigger.NoEditTriggers)
        self.setAccessibleName(say("Ideas by driver"))
        self.selectionModel().currentChanged.connect(self._on_current)
        self.clicked.connect(self._on_current)

    def show_rows(self, rows: tuple[DriverRow, ...]) -> None:
        """Show other rows; where only words differ, nothing moves."""
        if rows == self._rows:
            return
        alike = [it[:1] + it[2:] for it in rows] == [it[:1] + it[2:] for it in self._rows]
        before, self._rows = self._rows, rows
        if not alike:
            self._build()
            return
        for item, old, row in zip(self._items, before, rows, strict=True):
            if old != row:
                item.setText(row.text)
                item.setData(row, _ROW)
        self.scheduleDelayedItemsLayout()

    def _build(self) -> None:
        self._filling = True
        self._model.clear()
        self._items = []
        # not its invisible root: what is put there stays in memory when the model is cleared
        above: list[QStandardItem | QStandardItemModel] = [self._model]
        for row in self._rows:
            item = QStandardItem(row.text)
            item.setData(row, _ROW)
            what = say("change idea") if row.is_idea else say("driver")
            item.setData(f"{row.text}, {what}", Qt.ItemDataRole.AccessibleTextRole)
            del above[row.depth + 1 :]
            above[-1].appendRow(item)
            above.append(item)
            self._items.append(item)
        self.expandAll()
        self._filling = False

    def show_chosen(self, idea_id: str) -> None:
        """Let the current row be that of an idea."""
        at = next((n for n, row in enumerate(self._rows) if row.is_idea and row.id == idea_id), -1)
        index = self._items[at].index() if at >= 0 else QModelIndex()
        if index != self.currentIndex() and (at >= 0 or not self.hasFocus()):
            self._filling = True
            self.setCurrentIndex(index)
            self._filling = False

    def _on_current(self, index: Index) -> None:
        row: DriverRow | None = index.data(_ROW)
        if row and row.is_idea and not self._filling:
            self.idea_chosen.emit(row.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the idea, or shows only those of the driver."""
        row: DriverRow | None = self.currentIndex().data(_ROW)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and row and row.id:
            self.entered.emit(row.id, row.is_idea)
        else:
            super().keyPressEvent(event)


class _TreeRows(QStyledItemDelegate):
    """Paints a row: its sign, and its words on as many lines as they need."""

    def __init__(self, look: Look, tree: IdeaTree) -> None:
        super().__init__(tree)
        self._look, self._tree = look, tree
        self._pixels = look.type("outline")

    def _left(self, row: DriverRow) -> int:
        return self._look.px(4 + (_SIGN + _GAP if row.id else 0))

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room that the words need at the width of the tree."""
        row: DriverRow = index.data(_ROW)
        px, inset = self._look.px, self._tree.indentation() * (row.depth + 1)
        free = max(80, self._tree.wide - inset)
        words = free - self._left(row) - px(8)
        tall = height(row.text, words, self._pixels, _spans(row)) + 2 * px(_AIR)
        return QSize(free, max(self._look.hit("row"), tall))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row: DriverRow = index.data(_ROW)
        theme, px, rect, state = self._look.theme, self._look.px, option.rect, option.state
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        if chosen or over:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.accent_soft if chosen else theme.hover))
            painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -2.5, -0.5), 4, 4)
        if state & QStyle.StateFlag.State_HasFocus and self._tree.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(theme.focus), theme.ring))
            painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -3, -1), 4, 4)
        theme = self._tree.lit.theme(theme, row.id, pointed=chosen or over)
        if row.id:
            ratio, side = painter.device().devicePixelRatio(), px(_SIGN)
            sign = pixmap("bulb" if row.is_idea else "sitemap", theme.ink_soft, side, ratio)
            painter.drawPixmap(rect.left() + px(4), rect.top() + px(_AIR + 2), sign)
        words = QRect(rect.left() + self._left(row), rect.top() + px(_AIR),
                      self._tree.wide - rect.left() - self._left(row) - px(8),
                      rect.height())  # fmt: skip
        painter.setFont(widget_font(self._pixels, strong=not row.depth))
        painter.setPen(QColor(theme.ink))
        painter.drawText(words, Qt.TextFlag.TextWordWrap.value, row.text)
        painter.restore()


def _spans(row: DriverRow) -> tuple[tuple[int, int], ...]:
    return () if row.depth else ((0, len(row.text)),)

"""A tree at the left of a section: a sign, words on as many lines as they need, smaller words."""

from typing import Final, NamedTuple, Protocol

from PySide6.QtCore import QModelIndex, QPointF, QRect, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QPainter,
    QStandardItem,
    QStandardItemModel,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ilead_studio.drawing.theme import Theme
from ilead_studio.rules.find import Span
from ilead_studio.ui.lists.index import Index
from ilead_studio.ui.lists.laid import WrappedTree, height, laid
from ilead_studio.ui.lists.painted import let_paint, paint_ground
from ilead_studio.ui.looks.icons import pixmap
from ilead_studio.ui.looks.look import Look
from ilead_studio.words import say

ROW: Final = Qt.ItemDataRole.UserRole
_SIGN, _GAP, _AIR = 16, 6, 4


class TreeRow(Protocol):
    """What is shown of a row; a heading stands at the left, all others below one."""

    @property
    def words(self) -> str:
        """Its words."""

    @property
    def small(self) -> str:
        """Smaller words below them; empty for none."""

    @property
    def sign(self) -> str:
        """Its sign."""

    @property
    def is_heading(self) -> bool:
        """Whether others stand below it."""


class SignTree(WrappedTree):
    """``asked`` brings what a key asks for, ``looked`` tells that the keyboard came or went."""

    asked = Signal(str)
    looked = Signal()

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self._model = QStandardItemModel(self)
        self.setModel(self._model)
        let_paint(self, _Rows(look, self), "bare")
        self.setHeaderHidden(True)
        self.setIndentation(look.px(16))
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setExpandsOnDoubleClick(False)
        self.setAccessibleName(name)
        self.selectionModel().currentChanged.connect(self._on_current)

    def _on_current(self, now: QModelIndex, before: QModelIndex) -> None:
        """Tell which row is current."""
        raise NotImplementedError

    def theme_of(self, theme: Theme, row: TreeRow, *, pointed: bool) -> Theme:
        """Return the colours of a row."""
        return theme

    def go_to(self, item: QStandardItem | None) -> None:
        """Let a row be the current one, without telling so."""
        if item is not None and self.currentIndex() != item.index():
            with QSignalBlocker(self.selectionModel()):
                self.setCurrentIndex(item.index())
            self.viewport().update()

    @staticmethod
    def made(row: TreeRow, at: int, every: int) -> QStandardItem:
        """Return a row of so many beside it; 0 of none for one that is not counted."""
        item = QStandardItem(row.words)
        told = " · ".join(filter(None, (row.words, row.small)))
        item.setData(row, ROW)
        item.setData(told, Qt.ItemDataRole.ToolTipRole)
        item.setData(told, Qt.ItemDataRole.AccessibleTextRole)
        if every:
            place = say("{at} of {every}", at=at, every=every)
            item.setData(place, Qt.ItemDataRole.AccessibleDescriptionRole)
        return item

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard came."""
        super().focusInEvent(event)
        self.looked.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard went."""
        super().focusOutEvent(event)
        self.looked.emit()


class _Room(NamedTuple):
    """Where words begin, how wide they are, and how high both kinds of them are."""

    left: int
    wide: int
    words: int
    small: int


class _Rows(QStyledItemDelegate):
    """Paints the rows."""

    def __init__(self, look: Look, view: SignTree) -> None:
        super().__init__(view)
        self._look, self._view = look, view
        self._pixels, self._small = look.type("outline"), look.type("small")

    def _room(self, row: TreeRow, left: int) -> _Room:
        px = self._look.px
        begin = left + px(_AIR) + px(_SIGN) + px(_GAP)
        wide = self._view.wide - begin - px(2 * _AIR)
        words = height(row.words, wide, self._pixels, _strong(row))
        return _Room(begin, wide, words, height(row.small, wide, self._small) if row.small else 0)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row beside a scroll bar, whether or not there is one."""
        row, view = index.data(ROW), self._view
        left = (1 if row.is_heading else 2) * view.indentation()
        room = self._room(row, left)
        high = room.words + room.small + self._look.px(2 * _AIR)
        return QSize(view.wide - left, max(self._look.hit("row"), high))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row, rect, state = index.data(ROW), option.rect, option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        pointed = chosen or bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if pointed:
            is_here = bool(state & QStyle.StateFlag.State_HasFocus) and self._view.hasFocus()
            paint_ground(painter, self._look.theme, rect, is_here=is_here, is_chosen=chosen)
        self._paint_row(painter, rect, row, self._view.theme_of(
            self._look.theme, row, pointed=pointed))  # fmt: skip
        painter.restore()

    def _paint_row(self, painter: QPainter, rect: QRect, row: TreeRow, theme: Theme) -> None:
        px, room = self._look.px, self._room(row, rect.left())
        words = laid(row.words, room.wide, self._pixels, _strong(row))
        high = words.boundingRect().height()
        top = rect.top() + (rect.height() - high - room.small) / 2
        painter.setPen(QColor(theme.ink))
        words.draw(painter, QPointF(room.left, top))
        if row.small:
            painter.setPen(QColor(theme.ink_soft))
            small = laid(row.small, room.wide, self._small)
            small.draw(painter, QPointF(room.left, top + high))
        colour = theme.accent if row.is_heading else theme.ink_soft
        drawn = pixmap(row.sign, colour, px(_SIGN), painter.device().devicePixelRatio())
        line = words.lineAt(0).height() if words.lineCount() else px(_SIGN)
        at = QPointF(rect.left() + px(_AIR), top + (line - px(_SIGN)) / 2)
        painter.drawPixmap(at, drawn)


def _strong(row: TreeRow) -> tuple[Span, ...]:
    return ((0, len(row.words)),) if row.is_heading else ()

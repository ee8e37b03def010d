"""The list of a revealed vote: words, squares, a number; and the line of the dropping rule."""

from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ilead_studio.drawing.theme import Theme
from ilead_studio.rules.votes import Counted
from ilead_studio.ui.commands.keys import is_escape
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.looks.typeface import widget_font
from ilead_studio.ui.votes.rows import ResultRow
from ilead_studio.words import say

_ROW: Final = Qt.ItemDataRole.UserRole
_SQUARES: Final = 7
"""Whole squares for which there is room; where somebody has more votes all are narrower."""
_SQUARE, _STEP, _NUMBER, _HIGH = 8, 8, 22, 24
Index = QModelIndex | QPersistentModelIndex


class _Rows(QAbstractListModel):
    """The rows as Qt wants them."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: tuple[ResultRow, ...] = ()

    def take(self, rows: tuple[ResultRow, ...]) -> None:
        """Show other rows; those that stay in place keep the keyboard."""
        if len(rows) != len(self.rows):
            self.beginResetModel()
            self.rows = rows
            self.endResetModel()
        else:
            self.rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))

    def rowCount(self, _parent: Index | None = None) -> int:
        """Return how many rows there are."""
        return len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return the words of a row, what is told of it, or the row itself."""
        row = self.rows[index.row()]
        if role == _ROW:
            return row
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.told
        return row.words if role in _WORDS else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let what was voted on be chosen, and the line be passed over."""
        flags = Qt.ItemFlag
        is_line = self.rows[index.row()].counted is None
        return flags.NoItemFlags if is_line else flags.ItemIsEnabled | flags.ItemIsSelectable


_WORDS: Final = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)


class VoteList(QListView):
    """``kept`` brings what is to be kept by hand, or no more, ``chosen`` the item where one is.

    ``opened`` brings an item to go to; ``left`` tells of Escape.
    """

    kept = Signal(object)
    chosen = Signal(str)
    opened = Signal(str)
    left = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._rows = _Rows()
        self.setProperty("kind", "found")
        self.setAccessibleName(say("What was voted on; Space keeps what is left out"))
        self.setModel(self._rows)
        self.setItemDelegate(_Row(look, self))
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.selectionModel().currentChanged.connect(lambda now, _was: self._choose(now))
        self.doubleClicked.connect(lambda _index: self._open())

    @property
    def rows(self) -> tuple[ResultRow, ...]:
        """The rows that are shown."""
        return self._rows.rows

    @property
    def at(self) -> Counted | None:
        """What the keyboard is at."""
        index = self.currentIndex()
        return self.rows[index.row()].counted if index.isValid() else None

    @property
    def most(self) -> int:
        """The most votes that something has."""
        return max((it.counted.votes for it in self.rows if it.counted), default=0)

    def show_rows(self, rows: tuple[ResultRow, ...]) -> None:
        """Show other rows, with the keyboard at the same thing."""
        if rows == self.rows:
            return
        number = self.at.number if self.at else 0
        self._rows.take(rows)
        at = (at for at, it in enumerate(rows) if it.counted and it.counted.number == number)
        index = self._rows.index(next(at, 0))
        if self.currentIndex() != index:
            self.setCurrentIndex(index)

    def _choose(self, now: QModelIndex) -> None:
        row = self.rows[now.row()].counted if now.isValid() else None
        if row and row.item_id and self.hasFocus():
            self.chosen.emit(row.item_id)

    def _open(self) -> None:
        if self.at and self.at.item_id:
            self.opened.emit(self.at.item_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space keeps, Enter goes to the cause, Escape to the page."""
        if event.key() == Qt.Key.Key_Space and self.at:
            self.kept.emit(self.at)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open()
        elif is_escape(event):
            self.left.emit()
        else:
            super().keyPressEvent(event)


class _Row(QStyledItemDelegate):
    """Paints a row."""

    def __init__(self, look: Look, view: VoteList) -> None:
        super().__init__(view)
        self._look, self._view = look, view
        self._pixels = look.type("outline")
        self._small = look.type("small")

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of one line of words."""
        line = QFontMetrics(widget_font(self._pixels)).height()
        return QSize(option.rect.width(), max(self._look.px(_HIGH), line + self._look.px(4)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row: ResultRow = index.data(_ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.counted is None:
            self._paint_line(painter, option.rect, row.words)
        else:
            self._paint_ground(painter, option)
            self._paint_row(painter, option.rect, row.counted)
        painter.restore()

    def _paint_line(self, painter: QPainter, rect: QRect, words: str) -> None:
        """Paint the line of the dropping rule, with its words in it."""
        theme, px = self._look.theme, self._look.px
        font = widget_font(self._small, strong=True)
        wide, middle = QFontMetrics(font).horizontalAdvance(words), rect.center().y()
        painter.setPen(QPen(QColor(theme.ink), 1.4, Qt.PenStyle.DashLine))
        begin = rect.left() + px(4)
        painter.drawLine(begin, middle, begin + px(10), middle)
        painter.drawLine(begin + px(20) + wide, middle, rect.right() - px(4), middle)
        painter.setPen(QColor(theme.ink))
        painter.setFont(font)
        painter.drawText(rect.adjusted(px(19), 0, 0, 0), Qt.AlignmentFlag.AlignVCenter.value, words)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        theme, state = self._look.theme, option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if not chosen and not state & QStyle.StateFlag.State_MouseOver:
            return
        has_keyboard = chosen and bool(state & QStyle.StateFlag.State_HasFocus)
        inset = theme.ring / 2
        painter.setPen(QPen(QColor(theme.focus), theme.ring) if has_keyboard else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent_soft if chosen else theme.hover))
        ground = QRectF(option.rect).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(ground, 4, 4)

    def _paint_row(self, painter: QPainter, rect: QRect, row: Counted) -> None:
        theme, px = self._look.theme, self._look.px
        number = QRect(rect.right() - px(_NUMBER + 6), rect.top(), px(_NUMBER), rect.height())
        squares = number.left() - px(_SQUARES * _STEP)
        room = rect.adjusted(px(6), 0, 0, 0)
        room.setRight(squares - px(6))
        font = widget_font(self._pixels)
        words = QFontMetrics(font).elidedText(row.words, Qt.TextElideMode.ElideRight, room.width())
        painter.setPen(QColor(theme.ink if row.is_kept else theme.ink_soft))
        painter.setFont(font)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, middle.value, words)
        painter.setFont(widget_font(self._pixels, strong=row.is_kept))
        right = middle | Qt.AlignmentFlag.AlignRight
        painter.drawText(number, right.value, str(row.votes))
        there = QRect(squares, rect.top(), px(_SQUARES * _STEP), rect.height())
        self._paint_squares(painter, there, row, theme)
        if row.by_hand:
            painter.setPen(QColor(theme.ink))
            painter.setFont(widget_font(self._small))
            painter.drawText(there, right.value, say("kept"))

    def _paint_squares(self, painter: QPainter, at: QRect, row: Counted, theme: Theme) -> None:
        px = self._look.px
        side = px(_SQUARE)
        step = px(_STEP) * min(1, _SQUARES / max(1, self._view.most))
        painter.setPen(QPen(QColor(theme.ink if row.is_kept else theme.ink_soft), 1))
        painter.setBrush(QColor(theme.ink) if row.is_kept else Qt.BrushStyle.NoBrush)
        top = at.top() + (at.height() - side) / 2
        for place in range(row.votes):
            box = QRectF(at.left() + place * step, top, max(0.5, step - 2), side - 2)
            painter.drawRoundedRect(box, 1, 1)

"""A list to walk through: of what changed, and of snapshots, with words and small words below."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtCore import Signal as QtSignal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ilead_studio.rules.looking_back import Key, WalkRow
from ilead_studio.ui.lists.index import Index
from ilead_studio.ui.lists.laid import beside_bar, height, laid
from ilead_studio.ui.lists.painted import let_come, let_paint
from ilead_studio.ui.looks.icons import pixmap
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.looks.typeface import widget_font
from ilead_studio.words import say

_ROW: Final = Qt.ItemDataRole.UserRole
_SIDE, _GAP, _AIR, _SIGN = 8, 8, 5, 18


class WalkList(QListWidget):
    """Rows to walk through; headings cannot be chosen.

    ``walked`` brings the key of the row that is the current one now, ``opened`` of one that was
    clicked twice; ``pressed`` brings keys of the keyboard, before the list does anything with them.
    """

    walked = QtSignal(object)
    opened = QtSignal(object)
    pressed = QtSignal(object)

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        let_come(self, has_rows=False)
        let_paint(self, _RowPainter(look, self))
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.currentItemChanged.connect(self._on_current)
        self.itemDoubleClicked.connect(lambda item: self.opened.emit(_row(item).key))

    def show_rows(self, rows: Sequence[WalkRow], chosen: Key | None = None) -> None:
        """Show other rows, and let the one with a key be the current one; nobody is told of it."""
        self.blockSignals(True)
        self.clear()
        many, at = sum(row.key is not None for row in rows), 0
        for row in rows:
            at += row.key is not None
            made = QListWidgetItem(_spoken(row, at, many), self)
            made.setData(_ROW, row)
            if row.key is None:
                made.setFlags(Qt.ItemFlag.NoItemFlags)
        self.choose(chosen)
        let_come(self, has_rows=many > 0)
        self.blockSignals(False)

    def keys(self) -> list[Key]:
        """Return the keys of the rows that can be walked through."""
        keys = (_row(self.item(at)).key for at in range(self.count()))
        return [key for key in keys if key is not None]

    def current(self) -> Key | None:
        """Return the key of the current row."""
        item = self.currentItem()
        return _row(item).key if item else None

    def choose(self, key: Key | None) -> None:
        """Let the row with a key be the current one; none for None."""
        for at in range(self.count()):
            if key is not None and _row(self.item(at)).key == key:
                self.setCurrentRow(at)
                self.scrollToItem(self.item(at))
                return
        self.setCurrentRow(-1)

    def step(self, by: int) -> None:
        """Walk on by some rows, at most to an end."""
        keys, now = self.keys(), self.current()
        if keys:
            at = keys.index(now) + by if now in keys else 0
            self.choose(keys[max(0, min(len(keys) - 1, at))])

    def _on_current(self, now: QListWidgetItem | None) -> None:
        key = _row(now).key if now else None
        if key is not None:
            self.walked.emit(key)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let keys be heard first."""
        event.setAccepted(False)
        self.pressed.emit(event)
        if not event.isAccepted():
            super().keyPressEvent(event)


def _row(item: QListWidgetItem) -> WalkRow:
    row = item.data(_ROW)
    assert isinstance(row, WalkRow)
    return row


def _spoken(row: WalkRow, at: int, many: int) -> str:
    if row.key is None:
        return say("{words}: {number}", words=row.words, number=row.number)
    details = row.detail.replace(" · ", "\n").splitlines()
    said = row.spoken or ", ".join(filter(None, (row.words, *details)))
    return say("{said}, {at} of {many}", said=said, at=at, many=many)


class _RowPainter(QStyledItemDelegate):
    """Paints a row: its sign, its words on as many lines as they need, and how they changed."""

    def __init__(self, look: Look, view: WalkList) -> None:
        super().__init__(view)
        self._look, self._view = look, view
        self._pixels, self._small = look.type("body"), look.type("small")

    def _words_room(self, rect: QRect) -> QRect:
        px = self._look.px
        return rect.adjusted(px(_SIDE + _SIGN + _GAP), px(_AIR), -px(_SIDE), -px(_AIR))

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row beside a scroll bar."""
        row: WalkRow = index.data(_ROW)
        wide = beside_bar(self._view)
        if row.key is None:
            return QSize(wide, self._look.px(34 if row.is_page else 26))
        room = self._words_room(QRect(0, 0, wide, 0)).width()
        high = height(row.words, room, self._pixels)
        high += height(_lines(row.detail), room, self._small) if row.detail else 0
        return QSize(wide, max(self._look.hit("row"), high + 2 * self._look.px(_AIR)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row: WalkRow = index.data(_ROW)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.key is None:
            self._paint_heading(painter, option.rect, row)
        else:
            self._paint_ground(painter, option)
            self._paint_line(painter, self._words_room(option.rect), row)
        painter.restore()

    def _paint_heading(self, painter: QPainter, rect: QRect, row: WalkRow) -> None:
        theme, px = self._look.theme, self._look.px
        room = rect.adjusted(px(_SIDE), 0, -px(_SIDE), -px(2))
        painter.setPen(QColor(theme.ink_soft))
        painter.setFont(widget_font(self._small))
        bottom = Qt.AlignmentFlag.AlignBottom
        if row.number:
            number = str(row.number)
            painter.drawText(room, (Qt.AlignmentFlag.AlignRight | bottom).value, number)
            room.setRight(room.right() - painter.fontMetrics().horizontalAdvance(number) - px(_GAP))
        if row.is_page:
            painter.setPen(QColor(theme.ink))
        painter.setFont(widget_font(self._pixels if row.is_page else self._small, strong=True))
        right = Qt.TextElideMode.ElideRight
        words = painter.fontMetrics().elidedText(row.words, right, room.width())
        painter.drawText(room, (Qt.AlignmentFlag.AlignLeft | bottom).value, words)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        theme, state = self._look.theme, option.state
        here = bool(state & QStyle.StateFlag.State_HasFocus)  # Qt may choose nothing there
        chosen = here or bool(state & QStyle.StateFlag.State_Selected)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        if not (chosen or over):
            return
        inset = theme.ring / 2
        has_keyboard = chosen and self._view.hasFocus()
        painter.setPen(QPen(QColor(theme.focus if has_keyboard else theme.edge), theme.ring))
        if not chosen:
            painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.accent_soft if chosen else theme.hover))
        ground = QRectF(option.rect).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(ground, 4, 4)

    def _paint_line(self, painter: QPainter, room: QRect, row: WalkRow) -> None:
        theme, px = self._look.theme, self._look.px
        words = laid(row.words, room.width(), self._pixels)
        first = round(words.lineAt(0).height())
        sign = pixmap(row.sign, theme.ink, px(_SIGN), painter.device().devicePixelRatio())
        painter.drawPixmap(
            room.left() - px(_SIGN + _GAP), room.top() + (first - px(_SIGN)) // 2, sign
        )
        painter.setPen(QColor(theme.ink))
        words.draw(painter, QPointF(room.topLeft()))
        painter.setPen(QColor(theme.ink_soft))
        below = QPointF(room.left(), room.top() + words.boundingRect().height())
        laid(_lines(row.detail), room.width(), self._small).draw(painter, below)


def _lines(words: str) -> str:
    """Return words with their line breaks as Qt's text layout knows them."""
    return words.replace("\n", "\u2028")

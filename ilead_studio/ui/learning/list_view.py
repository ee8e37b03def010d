"""The list of learnings: by group, each with what it says and what came of it."""

from collections.abc import Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from PySide6.QtCore import (
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ilead_studio.drawing.theme import Theme
from ilead_studio.rules.learning_log import LogRow
from ilead_studio.ui.commands.keys import NONE, pressed
from ilead_studio.ui.lists.index import Index
from ilead_studio.ui.lists.laid import height, laid
from ilead_studio.ui.lists.painted import let_paint, paint_ground
from ilead_studio.ui.looks.icons import pixmap
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.looks.typeface import widget_font
from ilead_studio.ui.sight.lit import Lit

_ROW: Final = Qt.ItemDataRole.UserRole
_DAY, _OUTCOME, _NARROW, _SIGN, _AIR, _HEADING, _BETWEEN = 76, 168, 600, 16, 8, 36, 8
SIGNS: Final = {
    "for": ("circle-check", "good"),
    "mixed": ("circle-half-vertical", "warn"),
    "against": ("circle-x", "bad"),
}
"""How a learning speaks: an icon and its colour; the words beside it say the same."""


class LearningList(QListWidget):
    """Headings cannot be chosen.

    ``chosen`` brings the cycle of the row, ``opened`` one to open; ``edited`` asks for its words.
    """

    chosen = Signal(str)
    opened = Signal(str)
    edited = Signal()

    def __init__(self, look: Look, lit: Lit) -> None:
        super().__init__()
        self.lit = lit
        lit.show_in(self)
        let_paint(self, _RowPainter(look, self))
        self.currentItemChanged.connect(lambda *_: self.chosen.emit(self.cycle_id))
        self.itemDoubleClicked.connect(lambda _item: self._open())

    def show_rows(self, rows: Sequence[LogRow]) -> None:
        """Show other rows; what is chosen stays so. Rows that are there are only filled anew."""
        before = [(row.group, row.cycle_id) for row in self.rows]
        if before == [(row.group, row.cycle_id) for row in rows]:
            for at, row in enumerate(rows):
                if self.row_at(at) != row:
                    self._fill_again(self.item(at), row)
            return
        here = self._here
        self.blockSignals(True)
        self.clear()
        for row in rows:
            item = QListWidgetItem(self)
            _fill(item, row)
        self._choose_again(here)
        self.blockSignals(False)
        self.chosen.emit(self.cycle_id)

    def _fill_again(self, item: QListWidgetItem, row: LogRow) -> None:
        """Show another row; all are placed anew only if it takes another height."""
        _fill(item, row)
        need = self.sizeHintForIndex(self.indexFromItem(item)).height()
        if need != self.visualItemRect(item).height():
            self.scheduleDelayedItemsLayout()

    def _choose_again(self, here: tuple[str, str]) -> None:
        """Choose the same entry, else another of the same cycle, else the first one."""
        entries = [(at, row) for at, row in enumerate(self.rows) if row.cycle_id]
        same = (at for at, row in entries if (row.group, row.cycle_id) == here)
        alike = (at for at, row in entries if row.cycle_id == here[1])
        first = next((at for at, _ in entries), -1)
        self.setCurrentRow(next(same, next(alike, first)))

    def choose(self, cycle_id: str) -> None:
        """Choose the first entry of a cycle; an unknown one changes nothing."""
        at = next((at for at, row in enumerate(self.rows) if row.cycle_id == cycle_id), -1)
        if at >= 0:
            self.setCurrentRow(at)

    @property
    def rows(self) -> list[LogRow]:
        """Every row."""
        return [self.row_at(at) for at in range(self.count())]

    def row_at(self, at: int) -> LogRow:
        """Return a row."""
        row = self.item(at).data(_ROW)
        assert isinstance(row, LogRow)
        return row

    @property
    def _here(self) -> tuple[str, str]:
        row = self.current
        return (row.group, row.cycle_id) if row else ("", "")

    @property
    def current(self) -> LogRow | None:
        """The chosen row."""
        return self.row_at(self.currentRow()) if self.currentRow() >= 0 else None

    @property
    def cycle_id(self) -> str:
        """The cycle of the chosen row; empty when none is chosen."""
        return self._here[1]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the cycle, F2 goes to the words."""
        key = pressed(event)
        if key == (Qt.Key.Key_Return, NONE):
            self._open()
        elif key == (Qt.Key.Key_F2, NONE):
            self.edited.emit()
        else:
            super().keyPressEvent(event)

    def _open(self) -> None:
        if self.cycle_id:
            self.opened.emit(self.cycle_id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap the words anew at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()


def _fill(item: QListWidgetItem, row: LogRow) -> None:
    item.setText(row.spoken)
    item.setData(_ROW, row)
    if not row.cycle_id:
        item.setFlags(Qt.ItemFlag.NoItemFlags)


class _Room(NamedTuple):
    """Where the parts of an entry stand on its card."""

    day: QRect
    words: QRect
    said: QRect
    outcome: QRect


class _RowPainter(QStyledItemDelegate):
    """Paints headings and entries as cards, one for each group."""

    def __init__(self, look: Look, view: LearningList) -> None:
        super().__init__(view)
        self._look, self._view = look, view
        self._pixels, self._small = look.type("body"), look.type("small")
        self._height = lru_cache(2048)(self._height_of)  # Qt asks for every row at every change

    def _room(self, card: QRect, row: LogRow) -> _Room:
        px = self._look.px
        is_narrow = card.width() < px(_NARROW)
        left, top = card.left() + px(14), card.top() + px(_AIR)
        right = card.right() - px(14) - (0 if is_narrow else px(_OUTCOME))
        begin = left + px(_DAY)
        wide, line = right - begin, QFontMetrics(widget_font(self._small)).height()
        words = QRect(begin, top, wide, height(row.words, wide, self._pixels))
        indent = px(_SIGN + 8) if row.speaks else 0
        high = height(_said(row, is_narrow), wide - indent, self._small)
        said = QRect(begin + indent, words.bottom() + px(3), wide - indent, max(high, line))
        outcome = QRect(right + px(16), top, 0 if is_narrow else px(_OUTCOME) - px(16), 2 * line)
        return _Room(QRect(left, top, px(_DAY) - px(8), 2 * line), words, said, outcome)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room for an entry with all its words."""
        wide = self._view.width() - self._view.verticalScrollBar().sizeHint().width()
        return QSize(wide, self._height(index.data(_ROW), wide))

    def _height_of(self, row: LogRow, wide: int) -> int:
        px = self._look.px
        if not row.cycle_id:
            return self._heading_height(row, wide)
        room = self._room(QRect(0, 0, wide, 0), row)
        low = max(room.said.bottom(), room.day.bottom()) + px(_AIR)
        return low + (px(_BETWEEN) if row.is_last else 0)

    def _heading_height(self, row: LogRow, wide: int) -> int:
        px = self._look.px
        strong = ((0, len(_heading(row))),)
        high = height(_heading(row), self._heading_room(row, wide), self._pixels, strong)
        return max(px(_HEADING), high + 2 * px(6))

    def _heading_room(self, row: LogRow, wide: int) -> int:
        counted = QFontMetrics(widget_font(self._small)).horizontalAdvance(row.counted)
        return wide - counted - self._look.px(44)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row on its part of the card."""
        row, theme, px = index.data(_ROW), self._look.theme, self._look.px
        flags = QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver
        shown = self._view.lit.theme(theme, row.thing, pointed=bool(option.state & flags))
        card = option.rect.adjusted(0, 0, 0, -px(_BETWEEN) if row.is_last else 0)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(card, QColor(theme.paper))
        painter.setPen(QPen(QColor(theme.rule), theme.line))
        painter.drawLine(card.topLeft(), card.topRight())
        painter.drawLine(card.topLeft(), card.bottomLeft())
        painter.drawLine(card.topRight(), card.bottomRight())
        if row.is_last:
            painter.drawLine(card.bottomLeft(), card.bottomRight())
        if row.cycle_id:
            self._paint_ground(painter, option, card)
            self._paint_entry(painter, row, self._room(card, row), shown)
        else:
            self._paint_heading(painter, card, row, shown)
        painter.restore()

    def _paint_heading(self, painter: QPainter, card: QRect, row: LogRow, theme: Theme) -> None:
        px, words = self._look.px, _heading(row)
        layout = laid(
            words, self._heading_room(row, card.width()), self._pixels, ((0, len(words)),)
        )
        spare = (card.height() - layout.boundingRect().height()) / 2
        painter.setPen(QColor(theme.ink))
        layout.draw(painter, QPoint(card.left() + px(14), card.top() + round(spare)).toPointF())
        end = card.adjusted(0, 0, -px(14), 0)
        self._write(painter, end, row.counted, theme, Qt.AlignmentFlag.AlignRight)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, card: QRect) -> None:
        theme, state = self._look.theme, option.state
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        is_over = bool(state & QStyle.StateFlag.State_MouseOver)
        is_here = bool(state & QStyle.StateFlag.State_HasFocus)
        if is_chosen or is_over or is_here:
            edge = theme.accent if is_chosen else ""
            paint_ground(painter, theme, card, is_here=is_here, is_chosen=is_chosen, edge=edge)

    def _paint_entry(self, painter: QPainter, row: LogRow, room: _Room, theme: Theme) -> None:
        px = self._look.px
        is_narrow = not room.outcome.width()
        self._write(painter, room.day, "\n".join(filter(None, (row.day, row.ref))), theme)
        painter.setPen(QColor(theme.ink))
        layout = laid(row.words, room.words.width(), self._pixels)
        layout.draw(painter, room.words.topLeft().toPointF())
        painter.setPen(QColor(theme.ink_soft))
        said = laid(_said(row, is_narrow), room.said.width(), self._small)
        said.draw(painter, room.said.topLeft().toPointF())
        if row.speaks:
            name, role = SIGNS[row.speaks]
            ratio = painter.device().devicePixelRatio()
            sign = pixmap(name, theme.colour(role), px(_SIGN), ratio)
            painter.drawPixmap(room.words.left(), room.said.top() + px(1), sign)
        if not is_narrow:
            came = "\n".join(filter(None, (row.decision, row.changed)))
            self._write(painter, room.outcome, came, theme)

    def _write(
        self, painter: QPainter, box: QRect, words: str, theme: Theme,
        side: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:  # fmt: skip
        painter.setFont(widget_font(self._small))
        painter.setPen(QColor(theme.ink_soft))
        is_one = "\n" not in words and side == Qt.AlignmentFlag.AlignRight
        how = side | (Qt.AlignmentFlag.AlignVCenter if is_one else Qt.AlignmentFlag.AlignTop)
        painter.drawText(box, how.value, words)


def _heading(row: LogRow) -> str:
    return "  ".join(filter(None, (row.ref, row.words)))


def _said(row: LogRow, is_narrow: bool) -> str:
    """Return the small words below a learning; in a narrow place with what came of it."""
    more = (row.decision, row.changed) if is_narrow else ()
    return " · ".join(filter(None, (row.said, *more)))

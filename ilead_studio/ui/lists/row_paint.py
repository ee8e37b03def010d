"""How the rows of a ``RowList`` are painted, and how high they are."""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QAbstractItemModel, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QLineEdit,
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ilead_studio.ui.lists.index import Index
from ilead_studio.ui.lists.laid import height, laid
from ilead_studio.ui.lists.painted import paint_ground
from ilead_studio.ui.looks.icons import pixmap
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.looks.typeface import widget_font
from ilead_studio.ui.widgets.late import late
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.lists.row_list import ListRow

ROW: Final = Qt.ItemDataRole.UserRole
_SIDE, _SIGN, _GAP, _AIR, _BETWEEN, _HEADING = 4, 18, 8, 4, 16, 30
_STRONGER: Final = 16
"""By how much strong words may be wider."""


class Room(NamedTuple):
    """Where the parts of a row stand, and how high it is."""

    sign: QRect
    words: QRect
    small: QRect
    high: int


class RowPaint(QStyledItemDelegate):
    """Paints rows; a ``quiet`` list shows its current row only where the keyboard is.

    ``renamed`` brings the key of a row and the words that were typed instead of its own.
    """

    renamed = Signal(str, str)

    def __init__(self, look: Look, view: QListWidget, *, is_quiet: bool) -> None:
        super().__init__(view)
        self._look, self._view, self._is_quiet = look, view, is_quiet
        self._pixels, self._small = look.type("body" if is_quiet else "outline"), look.type("small")
        self._placed = lru_cache(1024)(self._room_of)  # Qt asks for every row at every change
        self._all_below = False

    def let_stand(self, rows: "Sequence[ListRow]", wide: int) -> None:
        """Let small words of a card stand below all rows, unless every row has room for them."""
        self._all_below = False
        if self._is_quiet:
            below = (self._room(it, wide) for it in rows if it.small)
            self._all_below = any(it.small.top() != it.words.top() for it in below)

    def _room(self, row: "ListRow", wide: int) -> Room:
        return self._placed(row, max(self._look.px(80), wide), self._all_below)

    def _room_of(self, row: "ListRow", wide: int, is_below: bool) -> Room:
        """Return the room of a row at the top; small words stand at the right if they fit there."""
        px = self._look.px
        if not row.key:
            words = QRect(px(_SIDE), px(_AIR), wide - 2 * px(_SIDE), px(_HEADING) - px(_AIR))
            return Room(QRect(), words, QRect(), px(_HEADING))
        left = px(_SIDE + _SIGN + _GAP)
        room = wide - left - px(_SIDE)
        line = height("X", room, self._pixels)
        fonts = [QFontMetrics(widget_font(it)) for it in (self._pixels, self._small)]
        need, beside = fonts[0].horizontalAdvance(row.words), fonts[1].horizontalAdvance(row.small)
        need += px(_STRONGER) if row.strong else 0
        air = max(px(_AIR), (self._look.hit("row") - line) // 2)
        fits = need + beside + px(_BETWEEN) <= room
        if fits and not (is_below and row.small):
            words = QRect(left, air, room, line)
            return Room(
                self._sign(air, line), words, words.adjusted(px(8), 0, 0, 0), line + 2 * air
            )
        tall = height(row.words, room, self._pixels, row.strong)
        words = QRect(left, air, room, tall)
        below = height(row.small, room, self._small) if row.small else 0
        small = QRect(left, air + tall, room, below)
        return Room(self._sign(air, line), words, small, tall + below + 2 * air)

    def _sign(self, top: int, line: int) -> QRect:
        side = self._look.px(_SIGN)
        return QRect(self._look.px(_SIDE), top + (line - side) // 2, side, side)

    def _wide(self) -> int:
        view = self._view
        bar = 0 if self._is_quiet else view.verticalScrollBar().sizeHint().width()
        return view.width() - bar

    def height(self, row: "ListRow", wide: int) -> int:
        """Return the height of a row in a list that has no scroll bar."""
        return self._room(row, wide).high

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row, whether or not there is a scroll bar."""
        return QSize(self._wide(), self._room(index.data(ROW), self._wide()).high)

    def is_on_tick(self, index: Index, at: QPoint) -> bool:
        """Tell whether a point is on the box of a row that can be ticked."""
        row = index.data(ROW)
        if row is None or row.ticked is None:
            return False
        rect = self._view.visualRect(index)
        return at.x() < rect.left() + self._look.px(_SIDE + _SIGN + _GAP // 2)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Put a field over the words."""
        made = late(QLineEdit(parent))
        made.setAccessibleName(say("Name"))
        made.setText(index.data(ROW).words)
        made.selectAll()
        return made

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Leave the words in the field as they are: they are there since it was made."""

    def setModelData(self, editor: QWidget, _model: QAbstractItemModel, index: Index) -> None:
        """Pass other words on."""
        assert isinstance(editor, QLineEdit)
        row = index.data(ROW)
        if editor.text().strip() not in ("", row.words):
            self.renamed.emit(row.key, editor.text().strip())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row, rect = index.data(ROW), option.rect
        room = self._room(row, self._wide())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(rect.topLeft())
        self._paint_ground(painter, option)
        self._paint_words(painter, row, room)
        if row.ticked is not None:
            mark = "check" if row.ticked else "minus" if row.mixed else ""
            self._paint_tick(painter, room.sign, mark)
        elif row.sign:
            colour, ratio = self._look.theme.colour(row.role), painter.device().devicePixelRatio()
            drawn = pixmap(row.sign, colour, self._look.px(_SIGN), ratio)
            painter.drawPixmap(room.sign.topLeft(), drawn)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        theme, state = self._look.theme, option.state
        is_here = bool(state & QStyle.StateFlag.State_HasFocus)
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        is_chosen = is_chosen and (is_here or not self._is_quiet)
        is_over = bool(state & QStyle.StateFlag.State_MouseOver)
        if not (is_here or is_chosen or is_over):
            return
        ground = QRect(QPoint(), option.rect.size())
        paint_ground(painter, theme, ground, is_here=is_here, is_chosen=is_chosen)

    def _paint_words(self, painter: QPainter, row: "ListRow", room: Room) -> None:
        theme = self._look.theme
        if not row.key:
            painter.setFont(widget_font(self._small, strong=True))
            painter.setPen(QColor(theme.ink_soft))
            painter.drawText(room.words, Qt.AlignmentFlag.AlignVCenter.value, row.words)
            return
        painter.setPen(QColor(theme.ink))
        laid(row.words, room.words.width(), self._pixels, row.strong).draw(
            painter, room.words.topLeft().toPointF()
        )
        painter.setPen(QColor(theme.ink_soft))
        if room.small.top() == room.words.top():
            painter.setFont(widget_font(self._small))
            how = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(room.small.adjusted(0, 0, -self._look.px(8), 0), how.value, row.small)
        elif row.small:
            small = laid(row.small, room.small.width(), self._small)
            small.draw(painter, room.small.topLeft().toPointF())

    def _paint_tick(self, painter: QPainter, box: QRect, mark: str) -> None:
        theme, ratio = self._look.theme, painter.device().devicePixelRatio()
        painter.setPen(QPen(QColor(theme.accent if mark else theme.edge), theme.line))
        painter.setBrush(QColor(theme.accent if mark else theme.paper))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        if mark:
            drawn = pixmap(mark, theme.on_accent, box.width() - 4, ratio)
            painter.drawPixmap(box.topLeft() + QPoint(2, 2), drawn)

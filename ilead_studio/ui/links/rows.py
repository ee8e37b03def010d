"""How the rows of the link card are painted: a sign, the words, what they are or why not."""

from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ilead_studio.rules.find import Span
from ilead_studio.ui.lists.index import Index
from ilead_studio.ui.lists.laid import height, laid
from ilead_studio.ui.lists.painted import paint_ground
from ilead_studio.ui.looks.icons import pixmap
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.looks.typeface import widget_font
from ilead_studio.words import capital

_SIDE, _SIGN, _GAP, _AIR = 8, 16, 8, 5
LINE: Final = Qt.ItemDataRole.UserRole


class Line(NamedTuple):
    """One row: its words and which of them were typed, then its role, or why it is refused.

    ``enter`` is what Enter does with it.
    """

    words: str
    marked: tuple[Span, ...] = ()
    role: str = ""
    refused: str = ""
    enter: str = ""


class LinkRows(QStyledItemDelegate):
    """Paints a row on as many lines as its words and its reason need."""

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._look, self._view = look, view
        self._body, self._small = look.type("body"), look.type("small")

    def _room(self, rect: QRect) -> QRect:
        px = self._look.px
        return rect.adjusted(px(_SIDE + _SIGN + _GAP), px(_AIR), -px(_SIDE), -px(_AIR))

    def _below(self, line: Line, *, chosen: bool) -> str:
        if line.refused:
            return line.refused
        role = capital(line.role)
        return f"{role} · {line.enter}" if chosen else role

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row beside a scroll bar, whether or not there is one."""
        line, view = index.data(LINE), self._view
        wide = view.width() - view.verticalScrollBar().sizeHint().width()
        room = self._room(QRect(0, 0, wide, 0)).width()
        high = height(line.words, room, self._body, line.marked)
        high += height(self._below(line, chosen=True), room, self._small)
        return QSize(wide, high + 2 * self._look.px(_AIR))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        line, theme = index.data(LINE), self._look.theme
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            paint_ground(painter, theme, option.rect, is_here=chosen, is_chosen=chosen)
        room, ratio = self._room(option.rect), painter.device().devicePixelRatio()
        sign, colour = ("x", theme.bad) if line.refused else ("arrow-left", theme.accent)
        spot = QPointF(option.rect.left() + self._look.px(_SIDE), room.top() + 2)
        painter.drawPixmap(spot, pixmap(sign, colour, self._look.px(_SIGN), ratio))
        words = laid(line.words, room.width(), self._body, line.marked)
        painter.setPen(QColor(theme.ink_soft if line.refused else theme.ink))
        words.draw(painter, QPointF(room.topLeft()))
        room.setTop(room.top() + round(words.boundingRect().height()))
        painter.setPen(QColor(theme.ink if line.refused else theme.ink_soft))
        painter.setFont(widget_font(self._small))
        below = self._below(line, chosen=chosen)
        painter.drawText(room, Qt.TextFlag.TextWordWrap.value, below)
        painter.restore()

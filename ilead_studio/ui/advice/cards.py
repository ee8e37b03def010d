"""Paints the rows of the list of advice: cards, and the lines that open what is folded."""

from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ilead_studio.rules.advice_panel import Told
from ilead_studio.ui.advice.buttons import AIR
from ilead_studio.ui.advice.rows import AdviceRow, holds_all
from ilead_studio.ui.lists.index import Index
from ilead_studio.ui.lists.laid import beside_bar, height, laid
from ilead_studio.ui.looks.icons import pixmap
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.looks.typeface import widget_font
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.advice.list_view import AdviceList

ROW: Final = Qt.ItemDataRole.UserRole
_SIGN, _GAP, _BETWEEN, _RADIUS = 18, 8, 8, 6


class _Room(NamedTuple):
    """Where the words of a card stand; those of the reason only on the chosen card."""

    heading: QRect
    message: QRect
    label: QRect
    reason: QRect
    source: QRect
    end: int


class AdviceCards(QStyledItemDelegate):
    """The chosen card has room for its buttons, and for why it is worth a look."""

    def __init__(self, look: Look, view: "AdviceList") -> None:
        super().__init__(view)
        self._look, self._view = look, view
        self._body, self._small = look.type("body"), look.type("small")

    # --- room ------------------------------------------------------------------------------------
    def card(self, row: QRect) -> QRect:
        """Return the card in the place of a row: there is air below it."""
        return row.adjusted(0, 0, 0, -self._look.px(_BETWEEN))

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the room for a row with all its words."""
        row, wide = index.data(ROW), beside_bar(self._view)
        chosen = row is self._view.current
        return QSize(wide, self._height(row, wide, chosen) + self._look.px(_BETWEEN))

    def _height(self, row: AdviceRow, wide: int, chosen: bool) -> int:
        px, control = self._look.px, self._look.hit("control")
        if row.told is None:
            line = max(self._look.hit("row"), self._fold_words(QRect(0, 0, wide, 0), row).height())
            return line + (px(_GAP + AIR) + control if chosen and holds_all(row) else 0)
        low = self._room(QRect(0, 0, wide, 0), row.told, chosen).end
        return low + px(AIR) + (px(_GAP) + control if chosen else 0)

    def _room(self, card: QRect, told: Told, chosen: bool) -> _Room:
        px = self._look.px
        left, right = card.left() + px(AIR), card.right() - px(AIR)
        after = self._look.hit("row") if chosen else self._wide(told.ref) + px(_GAP)
        begin = left + px(_SIGN + _GAP)
        heading = self._box(told.heading, begin, card.top() + px(AIR), right - after, strong=True)
        message = self._box(told.message, left, heading.bottom() + px(6), right)
        if not (chosen and self._view.tells_why):
            none = QRect()
            return _Room(heading, message, none, none, none, message.bottom() + 1)
        top = message.bottom() + px(_GAP)
        label = self._box(_why(), left, top, right, strong=True, small=True)
        reason = self._box(told.reason, left, label.bottom() + px(2), right, small=True)
        source = self._box(told.source, left, reason.bottom() + px(4), right, small=True)
        return _Room(heading, message, label, reason, source, source.bottom() + 1)

    def _box(
        self, words: str, left: int, top: int, right: int, *, strong: bool = False,
        small: bool = False,
    ) -> QRect:  # fmt: skip
        """Return the room of some words between two ends."""
        spans, pixels = ((0, len(words)),) if strong else (), self._small if small else self._body
        high = height(words, right - left, pixels, spans) if words else 0
        return QRect(left, top, right - left, high)

    def _wide(self, words: str) -> int:
        return QFontMetrics(widget_font(self._small)).horizontalAdvance(words)

    def _fold_words(self, row: QRect, it: AdviceRow) -> QRect:
        px = self._look.px
        return self._box(it.words, row.left() + px(_SIGN + _GAP), row.top(), row.right() - px(4))

    # --- painting --------------------------------------------------------------------------------
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row, card = index.data(ROW), self.card(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.told is None:
            self._paint_fold(painter, option, card, row)
        else:
            self._paint_ground(painter, option, card)
            self._paint_told(painter, card, row, chosen=row is self._view.current)
        painter.restore()

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, card: QRect) -> None:
        theme, state = self._look.theme, option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        has_keyboard = bool(state & QStyle.StateFlag.State_HasFocus)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        wide = theme.ring if has_keyboard else theme.line
        edge = theme.focus if has_keyboard else theme.accent if chosen else theme.rule
        painter.setPen(QPen(QColor(edge), wide))
        painter.setBrush(QColor(theme.hover if over and not chosen else theme.paper))
        half = wide / 2
        painter.drawRoundedRect(QRectF(card).adjusted(half, half, -half, -half), _RADIUS, _RADIUS)

    def _paint_told(self, painter: QPainter, card: QRect, row: AdviceRow, *, chosen: bool) -> None:
        told, px, theme = row.told, self._look.px, self._look.theme
        assert told is not None
        room, side = self._room(card, told, chosen), px(_SIGN)
        ratio = painter.device().devicePixelRatio()
        line = QFontMetrics(widget_font(self._body)).height()
        sign = pixmap(row.sign, theme.warn, side, ratio)
        painter.drawPixmap(card.left() + px(AIR), room.heading.top() + (line - side) // 2, sign)
        self._write(painter, room.heading, told.heading, strong=True)
        self._write(painter, room.message, told.message)
        if not room.label.isNull():
            self._write(painter, room.label, _why(), strong=True, small=True)
            self._write(painter, room.reason, told.reason, small=True)
            self._write(painter, room.source, told.source, small=True)
        if not chosen:
            end = QRect(room.heading.right(), room.heading.top(), px(_GAP) + self._wide(told.ref),
                        line)  # fmt: skip
            painter.setFont(widget_font(self._small))
            painter.setPen(QColor(theme.ink_soft))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(end, right.value, told.ref)

    def _write(
        self, painter: QPainter, box: QRect, words: str, *, strong: bool = False,
        small: bool = False,
    ) -> None:  # fmt: skip
        theme, spans = self._look.theme, ((0, len(words)),) if strong else ()
        painter.setPen(QColor(theme.ink_soft if small else theme.ink))
        pixels = self._small if small else self._body
        laid(words, box.width(), pixels, spans).draw(painter, box.topLeft().toPointF())

    def _paint_fold(
        self, painter: QPainter, option: QStyleOptionViewItem, card: QRect, row: AdviceRow
    ) -> None:
        theme, px = self._look.theme, self._look.px
        words = self._fold_words(card, row)
        line = QRect(
            card.topLeft(), QSize(card.width(), max(self._look.hit("row"), words.height()))
        )
        words.moveTop(line.top() + (line.height() - words.height()) // 2)
        if row.kind == "fold":
            self._paint_fold_ground(painter, option, line)
            sign, side = "chevron-down" if row.is_open else "chevron-right", px(_SIGN)
            drawn = pixmap(sign, theme.accent, side, painter.device().devicePixelRatio())
            painter.drawPixmap(card.left() + px(4), line.center().y() - side // 2 + 1, drawn)
        painter.setPen(QColor(theme.accent if row.kind == "fold" else theme.ink_soft))
        laid(row.words, words.width(), self._body).draw(painter, words.topLeft().toPointF())

    def _paint_fold_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, line: QRect
    ) -> None:
        theme, state = self._look.theme, option.state
        has_keyboard = bool(state & QStyle.StateFlag.State_HasFocus)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        if not (chosen or over or has_keyboard):
            return
        half = theme.ring / 2
        ring = QPen(QColor(theme.focus), theme.ring) if has_keyboard else Qt.PenStyle.NoPen
        painter.setPen(ring)
        painter.setBrush(QColor(theme.accent_soft if chosen else theme.hover))
        painter.drawRoundedRect(QRectF(line).adjusted(half, half, -half, -half), 4, 4)


def _why() -> str:
    return say("Why look")

"""The list of places that Find shows: by page, the found words marked, signs before, ref after."""

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontMetrics,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ilead_studio.drawing.marks import Marks
from ilead_studio.drawing.sign_shapes import MIDDLE, SIDE
from ilead_studio.drawing.signs import lead
from ilead_studio.drawing.theme import Theme
from ilead_studio.rules.find import Place, Span
from ilead_studio.ui.canvas.strokes import strokes
from ilead_studio.ui.finding.found_words import Found
from ilead_studio.ui.lists.index import Index
from ilead_studio.ui.lists.laid import height, laid
from ilead_studio.ui.lists.painted import let_paint
from ilead_studio.ui.looks.icons import pixmap
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.looks.typeface import widget_font
from ilead_studio.ui.sight.lit import Lit

_ROW: Final = Qt.ItemDataRole.UserRole
_SIDE, _GAP, _AIR, _SIGN, _TICK = 8, 8, 4, 16, 18


class FoundList(QListWidget):
    """The rows; headings cannot be chosen. With ``lit`` the line of sight counts here."""

    def __init__(self, look: Look, lit: Lit | None = None) -> None:
        super().__init__()
        self.lit = lit
        let_paint(self, _RowPainter(look, self))
        self.setResizeMode(QListWidget.ResizeMode.Adjust)

    def show_rows(self, rows: list[Found]) -> None:
        """Show other rows; nothing is chosen then."""
        self.clear()
        for row in rows:
            made = QListWidgetItem(row.spoken or row.words, self)
            made.setData(_ROW, row)
            if row.place is None:
                made.setFlags(Qt.ItemFlag.NoItemFlags)

    def rows(self) -> list[Found]:
        """Return every row."""
        return [self.found(self.item(at)) for at in range(self.count())]

    @staticmethod
    def found(item: QListWidgetItem) -> Found:
        """Return the row of an item."""
        found = item.data(_ROW)
        assert isinstance(found, Found)
        return found

    def choose(self, place: Place | None) -> None:
        """Let the row of a place be the current one; none for None."""
        at = next((at for at, row in enumerate(self.rows()) if row.place == place and place), -1)
        self.setCurrentRow(at)


class _RowPainter(QStyledItemDelegate):
    """Paints a row as the outline does: words on as many lines as they need."""

    def __init__(self, look: Look, view: FoundList) -> None:
        super().__init__(view)
        self._look, self._view = look, view
        self._pixels, self._small = look.type("body"), look.type("small")

    def _words_room(self, rect: QRect, row: Found) -> QRect:
        px = self._look.px
        left = px(_SIDE + _SIGN + _GAP) if row.place else px(_SIDE)
        left += px(_TICK + _GAP) if row.ticked is not None else 0
        after = QFontMetrics(widget_font(self._small)).horizontalAdvance(row.after)
        right = after + px(_SIDE + _GAP) if after else px(_SIDE)
        return rect.adjusted(left, px(_AIR), -right, -px(_AIR))

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row beside a scroll bar, whether or not there is one yet."""
        row, view = index.data(_ROW), self._view
        wide = view.width() - view.verticalScrollBar().sizeHint().width()
        room = self._words_room(QRect(0, 0, wide, 0), row)
        if row.place is None:
            return QSize(wide, self._look.px(26))
        high = height(row.words, room.width(), self._pixels)
        high += height(row.refused, room.width(), self._small) if row.refused else 0
        return QSize(wide, max(self._look.hit("row"), high + 2 * self._look.px(_AIR)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one row."""
        row = index.data(_ROW)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        theme = self._theme(row, pointed=chosen or over)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if row.place is None:
            self._paint_heading(painter, option.rect, row)
        else:
            self._paint_ground(painter, option)
            room = self._words_room(option.rect, row)
            self._paint_signs(painter, room, row, theme)
            self._paint_words(painter, room, row, chosen=chosen, theme=theme)
            painter.setPen(QColor(theme.ink_soft))
            painter.setFont(widget_font(self._small))
            end = option.rect.adjusted(0, 0, -self._look.px(_SIDE), 0)
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(end, right.value, row.after)
        painter.restore()

    def _theme(self, row: Found, *, pointed: bool) -> Theme:
        """Return the colours of a row: it is pale when it is out of the line of sight."""
        lit, theme = self._view.lit, self._look.theme
        return lit.theme(theme, row.place.item_id, pointed=pointed) if lit and row.place else theme

    def _paint_heading(self, painter: QPainter, rect: QRect, row: Found) -> None:
        room = rect.adjusted(self._look.px(_SIDE), 0, -self._look.px(_SIDE), 0)
        painter.setPen(QColor(self._look.theme.ink_soft))
        painter.setFont(widget_font(self._small))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, right.value, row.after)
        room.setRight(self._words_room(rect, row).right())
        painter.setFont(widget_font(self._small, strong=True))
        words = painter.fontMetrics().elidedText(
            row.words, Qt.TextElideMode.ElideRight, room.width()
        )
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(room, left.value, words)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        theme, state = self._look.theme, option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        has_keyboard = bool(state & QStyle.StateFlag.State_HasFocus)
        if not (chosen or over or has_keyboard):
            return
        inset = theme.ring / 2
        ground = QRectF(option.rect).adjusted(inset, inset, -inset, -inset)
        edge = QPen(QColor(theme.edge), theme.line) if chosen else QPen(Qt.PenStyle.NoPen)
        painter.setPen(QPen(QColor(theme.focus), theme.ring) if has_keyboard else edge)
        fill = theme.accent_soft if chosen else theme.hover if over else ""
        painter.setBrush(QColor(fill) if fill else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(ground, 4, 4)

    def _paint_signs(self, painter: QPainter, room: QRect, row: Found, theme: Theme) -> None:
        px = self._look.px
        line = QFontMetrics(widget_font(self._pixels)).height()
        left, top = room.left() - px(_SIGN + _GAP), room.top() + (line - px(_SIGN)) // 2
        spot = QRect(left, top, px(_SIGN), px(_SIGN))
        if row.ticked is not None:
            box = spot.translated(-px(_TICK + _GAP), 0)
            self._paint_tick(painter, QRectF(box), ticked=row.ticked, off=bool(row.refused))
        marks = _EVIDENCE.get(row.sign)
        if marks:
            paint_sign(painter, marks, QRectF(spot), theme)
        elif row.sign:
            ratio = painter.device().devicePixelRatio()
            name = pixmap(row.sign, theme.ink_soft, spot.width(), ratio)
            painter.drawPixmap(spot.topLeft(), name)

    def _paint_tick(self, painter: QPainter, box: QRectF, *, ticked: bool, off: bool) -> None:
        theme = self._look.theme
        edge = theme.rule if off else theme.accent if ticked else theme.edge
        painter.setPen(QPen(QColor(edge), theme.line))
        painter.setBrush(QColor(theme.accent if ticked else theme.paper))
        painter.drawRoundedRect(box, 3, 3)
        if ticked:
            ratio, side = painter.device().devicePixelRatio(), round(box.width())
            painter.drawPixmap(box.topLeft(), pixmap("check", theme.on_accent, side, ratio))

    def _paint_words(
        self, painter: QPainter, room: QRect, row: Found, *, chosen: bool, theme: Theme
    ) -> None:
        ground = theme.paper if chosen else theme.accent_soft
        layout = laid(row.words, room.width(), self._pixels)
        spare = 0 if row.refused else max(0.0, room.height() - layout.boundingRect().height()) / 2
        painter.setPen(QColor(theme.ink))
        at = QPointF(room.left(), room.top() + spare)
        layout.draw(painter, at, [_marked(span, ground) for span in row.spans])
        if row.refused:
            below = room.adjusted(0, round(layout.boundingRect().height()), 0, 0)
            painter.setPen(QColor(theme.ink_soft))
            painter.setFont(widget_font(self._small))
            painter.drawText(below, Qt.TextFlag.TextWordWrap.value, row.refused)


_EVIDENCE: Final = {
    state: Marks(evidence=state) for state in ("hunch", "supported", "disputed", "refuted")
}


def paint_sign(painter: QPainter, marks: Marks, box: QRectF, theme: Theme) -> None:
    """Paint the sign that stands before an item's words, as on the page, into a square."""
    painter.save()
    scale = box.width() / SIDE
    painter.translate(box.left(), box.center().y() - MIDDLE * scale)
    painter.scale(scale, scale)
    for stroke in strokes(lead(marks).ops, theme):
        stroke(painter)
    painter.restore()


def _marked(span: Span, ground: str) -> QTextLayout.FormatRange:
    made, look = QTextLayout.FormatRange(), QTextCharFormat()
    look.setBackground(QBrush(QColor(ground)))
    made.start, made.length, made.format = span[0], span[1] - span[0], look
    return made

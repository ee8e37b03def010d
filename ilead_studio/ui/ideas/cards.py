"""How an idea is painted as a card: its words, its reference and party, how far it is."""

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPixmap

from ilead_studio.drawing.theme import Theme
from ilead_studio.rules.ideas import IdeaRow, cycle_words, state_words
from ilead_studio.ui.lists.laid import height, laid
from ilead_studio.ui.looks.icons import pixmap
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.looks.typeface import widget_font
from ilead_studio.ui.sight.lit import Lit

_AIR, _SIGN = 8, 14


class IdeaCard:
    """Paints cards in a look; ``signed`` ones say how far the ramp is, others the state."""

    def __init__(self, look: Look, lit: Lit, *, signed: bool) -> None:
        self._look, self._lit, self._signed = look, lit, signed
        self._body, self._small = look.type("body"), look.type("small")
        self._font = widget_font(self._small)
        self._line = QFontMetrics(self._font).height() + look.px(3)

    def height_of(self, row: IdeaRow, width: int) -> int:
        """Return how tall a card is at a width."""
        air = self._look.px(_AIR)
        words = height(row.idea.text, width - 2 * air, self._body)
        return words + self._line * (1 + self._signed) + 2 * air

    def paint(
        self, painter: QPainter, card: QRect, row: IdeaRow, *, chosen: bool, focus: bool,
        lifted: bool = False,
    ) -> None:  # fmt: skip
        """Paint a card; one that is lifted by a drag is pale, with a dashed edge."""
        theme = self._lit.theme(self._look.theme, row.idea.id, pointed=chosen)
        px = self._look.px
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if lifted and theme.line == 1:
            painter.fillRect(card, QColor(theme.paper))
            painter.setOpacity(0.4)
        edge = theme.focus if focus else theme.accent if chosen else theme.edge
        pen = QPen(QColor(edge), theme.ring if focus or chosen else theme.line)
        if lifted:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(QColor(theme.accent_soft if chosen else theme.paper))
        half = pen.widthF() / 2
        painter.drawRoundedRect(QRectF(card).adjusted(half, half, -half, -half), px(4), px(4))
        self._paint_words(painter, card.adjusted(px(_AIR), px(_AIR), -px(_AIR), -px(_AIR)), row,
                          theme)  # fmt: skip
        painter.restore()

    def _paint_words(self, painter: QPainter, room: QRect, row: IdeaRow, theme: Theme) -> None:
        """Paint as many lines as there is room for, then the small ones."""
        below = self._line * (1 + self._signed)
        painter.setClipRect(room)
        painter.setPen(QColor(theme.ink))
        words = room.adjusted(0, 0, 0, -below)
        used = self._paint_lines(painter, words, row.idea.text)
        top = room.top() + used
        painter.setFont(self._font)
        painter.setPen(QColor(theme.ink_soft))
        whose = row.party if self._signed else state_words(row.idea.state)
        small = " · ".join(filter(None, (row.number, whose)))
        self._paint_small(painter, QRect(room.left(), top, room.width(), self._line), small)
        if self._signed:
            self._paint_ramp(painter, room, top + self._line, row, theme)

    def _paint_lines(self, painter: QPainter, room: QRect, text: str) -> int:
        """Paint the lines for which there is room, the last one cut short; returns their height."""
        layout = laid(text, room.width(), self._body)
        tall = layout.lineAt(0).height()
        fit = max(1, int((room.height() + 1) // tall))
        for at in range(min(fit, layout.lineCount())):
            line = layout.lineAt(at)
            if at == fit - 1 and layout.lineCount() > fit:
                font = widget_font(self._body)
                painter.setFont(font)
                right = Qt.TextElideMode.ElideRight
                rest = QFontMetrics(font).elidedText(text[line.textStart() :], right, room.width())
                painter.drawText(room.left(), round(room.top() + line.y() + line.ascent()), rest)
            else:
                line.draw(painter, QPointF(room.topLeft()))
        return round(min(fit, layout.lineCount()) * tall)

    def _paint_ramp(
        self, painter: QPainter, room: QRect, top: int, row: IdeaRow, theme: Theme
    ) -> None:
        side, ratio = self._look.px(_SIGN), painter.device().devicePixelRatio()
        sign = "stairs-up" if row.cycles else "circle-dashed"
        spot = QPoint(room.left(), top + (self._line - side) // 2)
        painter.drawPixmap(spot, pixmap(sign, theme.ink_soft, side, ratio))
        left = side + self._look.px(6)
        rest = QRect(room.left() + left, top, room.width() - left, self._line)
        self._paint_small(painter, rest, cycle_words(row))

    def _paint_small(self, painter: QPainter, room: QRect, words: str) -> None:
        right = Qt.TextElideMode.ElideRight
        short = QFontMetrics(self._font).elidedText(words, right, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter.value, short)

    def heading(self, words: str, ratio: float) -> QPixmap:
        """Return words on one line as a small picture that follows the pointer."""
        theme, px = self._look.theme, self._look.px
        font = widget_font(self._body, strong=True)
        metrics = QFontMetrics(font)
        short = metrics.elidedText(words, Qt.TextElideMode.ElideRight, px(240))
        size = QSize(metrics.horizontalAdvance(short) + px(24), metrics.height() + px(12))
        made = QPixmap(size * ratio)
        made.setDevicePixelRatio(ratio)
        made.fill(QColor(theme.paper))
        with QPainter(made) as painter:
            painter.setPen(QPen(QColor(theme.accent), theme.ring))
            painter.drawRect(QRect(QPoint(0, 0), size).adjusted(1, 1, -1, -1))
            painter.setFont(font)
            painter.setPen(QColor(theme.ink))
            painter.drawText(QRect(QPoint(0, 0), size), Qt.AlignmentFlag.AlignCenter.value, short)
        return made

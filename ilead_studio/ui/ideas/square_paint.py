"""How the square of effort and impact is painted."""

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from ilead_studio.drawing.ops import Box
from ilead_studio.rules.square import Naming, quarters, square_words
from ilead_studio.ui.ideas.cards import IdeaCard
from ilead_studio.ui.ideas.square_places import STEPS, Grid, Place
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.looks.typeface import widget_font
from ilead_studio.ui.sight.lit import Lit
from ilead_studio.words import say


class SquarePainter:
    """Paints ground, names, cards and the aim of a drag in a look."""

    def __init__(self, look: Look, lit: Lit) -> None:
        self._look, self._lit = look, lit
        self.naming: Naming = "plain"
        self._card = IdeaCard(look, lit, signed=False)
        self._font = widget_font(look.type("small"))
        self._strong = widget_font(look.type("small"), strong=True)

    # --- the ground ------------------------------------------------------------------------------
    def paint_ground(self, painter: QPainter, whole: QRect, grid: Grid) -> None:
        """Paint the paper, the lines between the steps, and what the quarters are called."""
        theme, square = self._look.theme, _rect(grid.square)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.rule), theme.line))
        painter.setBrush(QColor(theme.paper))
        painter.drawRoundedRect(QRectF(whole).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        for step in range(STEPS + 1):
            heavy = step in (0, STEPS // 2, STEPS)
            painter.setPen(QPen(QColor(theme.edge if heavy else theme.rule), 1.5 if heavy else 1))
            x = square.left() + square.width() * step / STEPS
            y = square.top() + square.height() * step / STEPS
            painter.drawLine(QPointF(x, square.top()), QPointF(x, square.bottom()))
            painter.drawLine(QPointF(square.left(), y), QPointF(square.right(), y))
        self._paint_quarters(painter, square)
        self._paint_steps(painter, grid)
        self._paint_axes(painter, grid.square)

    def _paint_quarters(self, painter: QPainter, square: QRectF) -> None:
        """Name the quarters in their outer corners."""
        px, half = self._look.px, square.width() / 2
        painter.setFont(self._strong)
        painter.setPen(QColor(self._look.theme.ink_soft))
        high = QFontMetrics(self._strong).height()
        for at, words in enumerate(quarters(self.naming)):
            top = square.top() + 2 if at < 2 else square.bottom() - high - 2
            room = QRectF(square.left() + at % 2 * half + px(8), top, half - px(16), high)
            painter.drawText(room, 0, words)

    def _paint_steps(self, painter: QPainter, grid: Grid) -> None:
        painter.setFont(self._font)
        px, high = self._look.px, QFontMetrics(self._font).height()
        middle = Qt.AlignmentFlag.AlignCenter
        for step in range(1, STEPS + 1):
            below, left = _rect(grid.cell(step, 1)), _rect(grid.cell(1, step))
            under = QRectF(below.left(), below.bottom() + px(2), below.width(), high)
            painter.drawText(under, middle.value, str(step))
            beside = QRectF(left.left() - px(20), left.top(), px(18), left.height())
            painter.drawText(beside, middle.value, str(step))

    def _paint_axes(self, painter: QPainter, square: Box) -> None:
        painter.setFont(self._strong)
        px, high = self._look.px, QFontMetrics(self._strong).height()
        middle = Qt.AlignmentFlag.AlignCenter
        under = QRectF(square.x, square.bottom + px(20), square.w, high)
        painter.drawText(under, middle.value, say("Effort, low to high"))
        painter.save()
        painter.translate(square.x - px(22) - high, square.bottom)
        painter.rotate(-90)
        painter.drawText(QRectF(0, 0, square.h, high), middle.value, say("Impact, low to high"))
        painter.restore()

    def paint_strip_name(self, painter: QPainter, grid: Grid, waits: int, more: int) -> None:
        """Name the strip of those without a place, with their number, and how many are not seen."""
        painter.setFont(self._strong)
        painter.setPen(QColor(self._look.theme.ink_soft))
        words = say("Not placed yet: {number}", number=waits) if waits else say("All are placed")
        room = QRectF(
            self._look.px(12), grid.strip.y, grid.strip.x - self._look.px(12), grid.strip.h
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter.value, words)
        if more:
            rest = QRectF(grid.strip.right + self._look.px(8), grid.strip.y, 99, grid.strip.h)
            painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter.value, f"+{more}")

    # --- cards -----------------------------------------------------------------------------------
    def paint_card(
        self, painter: QPainter, place: Place, *, chosen: bool, focus: bool, lifted: bool
    ) -> None:
        """Paint a card; the top one of a stack says how many there are."""
        box = _rect(place.box).toAlignedRect()
        placed = place.row.idea.effort and place.row.idea.impact
        if not placed:
            self._paint_waiting(painter, box, place, chosen=chosen, focus=focus)
            return
        self._card.paint(painter, box, place.row, chosen=chosen, focus=focus, lifted=lifted)
        if place.on_top and place.number > 1:
            self._paint_number(painter, box, place.number)

    def _paint_waiting(
        self, painter: QPainter, box: QRect, place: Place, *, chosen: bool, focus: bool
    ) -> None:
        """Paint a card of the strip: the reference and the words on one line."""
        theme = self._lit.theme(self._look.theme, place.row.idea.id, pointed=chosen)
        px = self._look.px
        edge = theme.focus if focus else theme.accent if chosen else theme.edge
        painter.setPen(QPen(QColor(edge), theme.ring if chosen else theme.line))
        painter.setBrush(QColor(theme.accent_soft if chosen else theme.paper))
        painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), px(4), px(4))
        font = widget_font(self._look.type("body"))
        painter.setFont(font)
        painter.setPen(QColor(theme.ink))
        room = box.adjusted(px(8), 0, -px(8), 0)
        words = f"{place.row.idea.ref}  {place.row.idea.text}"
        right = Qt.TextElideMode.ElideRight
        short = QFontMetrics(font).elidedText(words, right, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter.value, short)

    def _paint_number(self, painter: QPainter, box: QRect, number: int) -> None:
        theme, px = self._look.theme, self._look.px
        pill = QRectF(box.right() - px(28), box.bottom() - px(22), px(24), px(18))
        painter.setPen(QPen(QColor(theme.edge), theme.line))
        painter.setBrush(QColor(theme.panel))
        painter.drawRoundedRect(pill, px(9), px(9))
        painter.setFont(self._strong)
        painter.setPen(QColor(theme.ink))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter.value, str(number))

    def paint_target(
        self, painter: QPainter, grid: Grid, step: tuple[int, int], pointer: QPointF, text: str
    ) -> None:
        """Paint the cell under the pointer, the card that follows it, and what the place means."""
        theme, px = self._look.theme, self._look.px
        words = say("Outside the square: it goes back")
        if all(step):
            painter.setPen(QPen(QColor(theme.accent), 2, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            cell = _rect(grid.cell(*step)).adjusted(px(3), px(3), -px(3), -px(3))
            painter.drawRoundedRect(cell, px(4), px(4))
            words = say("effort {effort}, impact {impact}: {meaning}", effort=step[0],
                        impact=step[1], meaning=square_words(*step, self.naming))  # fmt: skip
        card = self._card.heading(text, painter.device().devicePixelRatio())
        corner = QPointF(pointer.x() + px(8), pointer.y() + px(8))
        painter.drawPixmap(corner, card)
        below = card.height() / card.devicePixelRatio() + px(4)
        self._paint_meaning(painter, QPointF(corner.x(), corner.y() + below), words, grid)

    def _paint_meaning(self, painter: QPainter, at: QPointF, words: str, grid: Grid) -> None:
        theme, px = self._look.theme, self._look.px
        painter.setFont(self._strong)
        wide = QFontMetrics(self._strong).horizontalAdvance(words) + px(16)
        pill = QRectF(min(at.x(), grid.square.right - wide), at.y(), wide, px(26))
        painter.setPen(QPen(QColor(theme.accent), theme.line))
        painter.setBrush(QColor(theme.paper))
        painter.drawRoundedRect(pill, px(4), px(4))
        painter.setPen(QColor(theme.ink))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter.value, words)


def _rect(box: Box) -> QRectF:
    return QRectF(box.x, box.y, box.w, box.h)

"""What is painted over a page while something is dragged or linked: targets, lines, and words."""

from typing import TYPE_CHECKING, Final, Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.looks.typeface import widget_font
from ilead_studio.ui.work import Work

if TYPE_CHECKING:
    from ilead_studio.ui.canvas.hand import Hand

_DASHES: Final = (5.0, 3.0)
_WIDEST: Final = 340
"""Pixels of the longest line of words at the pointer."""
_WRAPS: Final = Qt.TextFlag.TextWordWrap.value
LIT: Final = 2.5
"""Pixels of a line that is lit."""


class Over(Protocol):
    """Something that is shown over a page, and what of the page goes pale under it.

    ``faint`` items are painted at ``FAINT``; ``faded`` ones pale with words that can be read, None
    for those that are pale anyhow.
    """

    faint: frozenset[str]
    faded: frozenset[str] | None

    def paint(self, painter: QPainter, look: Look) -> None:
        """Paint it over the page."""


class UnderOver:
    """A view of the page over which something may be shown; it stands before Qt's own class."""

    hand: "Hand"
    _work: Work
    _shown_over: Over | None = None

    @property
    def over(self) -> Over | None:
        """What is shown over the page: what is dragged, or what is being looked for to link."""
        return self.hand.gesture or self._shown_over

    def show_over(self, shown: Over | None) -> None:
        """Show something over the page until it is taken away with None."""
        self._shown_over = shown
        self.hand.show_anew()

    @property
    def faint(self) -> frozenset[str]:
        """What is dragged away."""
        return self.over.faint if self.over else frozenset()

    @property
    def faded(self) -> frozenset[str]:
        """What is pale: out of sight, or it cannot be linked."""
        pale = self.over.faded if self.over else None
        return self._work.faded if pale is None else pale


def paint_dashed(painter: QPainter, look: Look, box: QRectF) -> None:
    """Paint the sign of a target around a box."""
    if box.isEmpty():
        return
    pen, air = QPen(QColor(look.theme.accent), 2), look.px(4)
    pen.setDashPattern(_DASHES)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(-air, -air, air, air), 5, 5)


def paint_invitation(painter: QPainter, sheet: QRectF, words: str, look: Look) -> None:
    """Paint in the upper part of an empty sheet what to do next."""
    painter.setFont(widget_font(look.type("lead")))
    painter.setPen(QColor(look.theme.ink_soft))
    upper = QRectF(sheet.left(), sheet.top(), sheet.width(), sheet.height() * 0.3)
    painter.drawText(upper, Qt.AlignmentFlag.AlignCenter.value | _WRAPS, words)


def swing(start: QPointF, end: QPointF, by: float | None = None) -> QPainterPath:
    """Return the way of a link that swings from side to side, by an x between them, or beside."""
    x, path = (start.x() + end.x()) / 2 if by is None else by, QPainterPath(start)
    path.cubicTo(QPointF(x, start.y()), QPointF(x, end.y()), end)
    return path


def paint_link(painter: QPainter, look: Look, way: QPainterPath, *, weak: bool = False) -> None:
    """Paint a link as it would be: lit, and dotted when it is weak."""
    pen = QPen(QColor(look.theme.accent), LIT)
    if weak:
        pen.setStyle(Qt.PenStyle.DotLine)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(way)


def paint_at_pointer(
    painter: QPainter, look: Look, over: QWidget, at: QPointF, heading: str, told: str
) -> None:
    """Paint words right of the pointer and below it; left of it or above where there is no room."""
    px, font = look.px, widget_font(look.type("body"))
    painter.setFont(font)
    away, air, metrics = px(8), px(10), QFontMetricsF(font)
    room = QRectF(0, 0, min(px(_WIDEST), over.width() - 2 * (away + air)), 10_000)
    parts = [words for words in (heading, told) if words]
    needs = [metrics.boundingRect(room, _WRAPS, words).size() for words in parts]
    high = sum(need.height() + air + px(4) for need in needs)
    y = at.y() + away if at.y() + away + high < over.height() else at.y() - away - high
    for words, need in zip(parts, needs, strict=True):
        wide = need.width() + 2 * air
        fits = at.x() + away + wide < over.width()
        x = at.x() + away if fits else max(4.0, at.x() - away - wide)
        box = QRectF(x, y, wide, need.height() + air)
        _paint_label(painter, look, box, words, is_told=words is told)
        y = box.bottom() + px(4)


def _paint_label(painter: QPainter, look: Look, box: QRectF, words: str, *, is_told: bool) -> None:
    theme, air = look.theme, look.px(10)
    painter.setPen(Qt.PenStyle.NoPen if is_told else QPen(QColor(theme.edge), theme.line))
    painter.setBrush(QColor(theme.accent if is_told else theme.paper))
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(QColor(theme.on_accent if is_told else theme.ink))
    painter.drawText(box.adjusted(air - 1, air / 2, 1 - air, 0), _WRAPS, words)

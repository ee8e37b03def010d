"""A small readable picture of drivers to be: primary ones left, and beside each what serves it.

The page itself would be too small to read at the side of a form; this shows the same drivers in the
same order, in words of the size of captions.
"""

from collections.abc import Callable, Iterator
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ilead_studio.model import Theory, Workbook
from ilead_studio.rules.family import family
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.looks.typeface import widget_font

_PRIMARY: Final = 0.4
"""How much of the width the primary drivers have."""
_GAP, _AIR, _BETWEEN, _RADIUS = 26, 6, 8, 4
_STRAIGHT: Final = 3
"""So few pixels up or down are drawn as a straight arrow, or a step would look like a fault."""
_WRAP: Final = Qt.TextFlag.TextWordWrap.value
Fan = tuple[str, tuple[str, ...]]
"""A primary driver and all that stands below it."""


class Shown(NamedTuple):
    """A driver and where it is drawn; ``under`` is the place of the one that it serves."""

    driver_id: str
    box: QRect
    under: QRect | None


def fans(workbook: Workbook, theory: Theory) -> tuple[Fan, ...]:
    """Return the drivers of a theory as they stand in its outline."""
    kin = family(workbook, theory)
    return tuple((it, kin.branch(it)[1:]) for it in kin.stands.get(theory.id, ()))


def laid_out(fans: tuple[Fan, ...], width: int, look: Look, tall: Callable[[str, int], int]
             ) -> Iterator[Shown]:  # fmt: skip
    """Place the drivers in a width; ``tall`` says how high the words of one are."""
    left, gap, top = round(width * _PRIMARY), look.px(_GAP), 1
    for primary, below in fans:
        right = [tall(it, width - left - gap) for it in below]
        own, all_right = tall(primary, left), sum(right) + look.px(_BETWEEN) * (len(right) - 1)
        middle = max(own, all_right) // 2
        box = QRect(0, top + middle - own // 2, left, own)
        yield Shown(primary, box, None)
        down = top + middle - all_right // 2
        for it, high in zip(below, right, strict=True):
            yield Shown(it, QRect(left + gap, down, width - left - gap - 1, high), box)
            down += high + look.px(_BETWEEN)
        top += max(own, all_right) + look.px(_BETWEEN)


class TheoryPreview(QWidget):
    """``chosen`` brings the id of a driver that was clicked."""

    chosen = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._words: dict[str, str] = {}
        self._fans: tuple[Fan, ...] = ()
        self._there: frozenset[str] = frozenset()
        self._shown: tuple[Shown, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def show_theory(self, workbook: Workbook, theory: Theory, there: frozenset[str]) -> None:
        """Show the drivers of a theory; new ones are in the colour of choice."""
        self._words = {it.id: it.text for it in theory.drivers}
        self._fans, self._there = fans(workbook, theory), there
        self._lay_out()

    def _lay_out(self) -> None:
        width = max(self.width(), self._look.px(120))
        self._shown = tuple(laid_out(self._fans, width, self._look, self._tall))
        self.setFixedHeight(max((it.box.bottom() for it in self._shown), default=0) + 2)
        self.update()

    def _tall(self, driver_id: str, width: int) -> int:
        air = 2 * self._look.px(_AIR)
        metrics = QFontMetrics(self._font(driver_id))
        room = QRect(0, 0, width - air, 10_000)
        return metrics.boundingRect(room, _WRAP, self._words[driver_id]).height() + air

    def _font(self, driver_id: str) -> QFont:
        strong = any(driver_id == primary for primary, _ in self._fans)
        return widget_font(self._look.type("small"), strong=strong)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the drivers anew at another width."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._lay_out()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Tell which driver was pressed."""
        at = event.position().toPoint()
        found = next((it.driver_id for it in self._shown if it.box.contains(at)), "")
        if found:
            self.chosen.emit(found)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint arrows, then boxes with their words."""
        theme = self._look.theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for it in self._shown:
                if it.under is not None:
                    self._paint_arrow(painter, it.box, it.under)
            for it in self._shown:
                is_new = it.driver_id not in self._there
                painter.setPen(QPen(QColor(theme.accent if is_new else theme.edge), theme.line))
                painter.setBrush(QColor(theme.accent_soft if is_new else theme.paper))
                radius = self._look.px(_RADIUS)
                painter.drawRoundedRect(it.box, radius, radius)
                painter.setPen(QColor(theme.ink))
                painter.setFont(self._font(it.driver_id))
                air = self._look.px(_AIR)
                room = it.box.adjusted(air, air, -air, -air)
                painter.drawText(room, _WRAP, self._words[it.driver_id])

    def _paint_arrow(self, painter: QPainter, box: QRect, under: QRect) -> None:
        """Draw an arrow from a driver to the middle of the one that it serves."""
        ink, head = QColor(self._look.theme.ink_soft), self._look.px(5)
        start = QPointF(box.left(), box.center().y())
        end = QPointF(under.right() + 2, under.center().y())
        if abs(start.y() - end.y()) < _STRAIGHT:
            start.setY(end.y())
        bend = (start.x() + end.x() + head) / 2
        corners = (QPointF(bend, start.y()), QPointF(bend, end.y()))
        painter.setPen(QPen(ink, 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF([start, *corners, end]))
        painter.setBrush(ink)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawPolygon(QPolygonF([
            end, end + QPointF(head, -head * 0.7), end + QPointF(head, head * 0.7),
        ]))  # fmt: skip

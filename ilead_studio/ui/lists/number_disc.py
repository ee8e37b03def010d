"""The number of a bone on a disc in its colour, as the outline and the page show it."""

from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap

from ilead_studio.drawing.theme import BONES, Theme
from ilead_studio.ui.looks.typeface import widget_font


def paint_number(painter: QPainter, spot: QRect, number: int, theme: Theme, type_size: int) -> None:
    """Paint the disc into a square."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.colour(f"bone{(number - 1) % BONES + 1}")))
    painter.drawEllipse(spot)
    painter.setPen(QColor(theme.on_bone))
    painter.setFont(widget_font(type_size, strong=True))
    painter.drawText(spot, Qt.AlignmentFlag.AlignCenter.value, str(number))


@lru_cache(64)
def number_disc(number: int, theme: Theme, side: int, ratio: float = 2.0) -> QPixmap:
    """Return the disc as a picture."""
    made = QPixmap(round(side * ratio), round(side * ratio))
    made.fill(Qt.GlobalColor.transparent)
    made.setDevicePixelRatio(ratio)
    with QPainter(made) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_number(painter, QRect(0, 0, side, side), number, theme, side * 11 // 18)
    return made

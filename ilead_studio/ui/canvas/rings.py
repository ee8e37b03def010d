"""The rings around items of a page: what is pointed at, what is listed, what is selected."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ilead_studio.drawing.theme import Theme

_RADIUS = 4


class Rings:
    """Paints them; ``blending`` lets what lies under a selected item through."""

    def __init__(self, theme: Theme, blending: QPainter.CompositionMode) -> None:
        self._theme, self._blending = theme, blending

    def pointed(self, painter: QPainter, box: QRectF) -> None:
        """Paint the edge of what the pointer is over."""
        _outline(painter, box, QPen(QColor(self._theme.edge), 1))

    def listed(self, painter: QPainter, boxes: Iterable[QRectF]) -> None:
        """Paint rings around what the list of advice tells of."""
        for box in boxes:
            _outline(painter, box, QPen(QColor(self._theme.accent), self._theme.ring))

    def chosen(self, painter: QPainter, box: QRectF, *, lit: bool, wider: bool) -> None:
        """Paint ground and ring of a selected item; ``lit`` where somebody works."""
        painter.setCompositionMode(self._blending)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.accent_soft))
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        colour = self._theme.focus if lit else self._theme.edge
        _outline(painter, box, QPen(QColor(colour), self._theme.ring + wider))


def _outline(painter: QPainter, box: QRectF, pen: QPen) -> None:
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, _RADIUS, _RADIUS)

"""The marks behind found words on the canvas."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ilead_studio.drawing.found import found_boxes
from ilead_studio.drawing.ops import Box, Op, Placed
from ilead_studio.drawing.theme import Theme


class FoundMarks:
    """Knows where words stand on the items of a drawing; each item is read once."""

    def __init__(self, theme: Theme) -> None:
        self._theme, self._words = theme, ""
        self._boxes: dict[str, tuple[tuple[Op, ...], tuple[Box, ...]]] = {}

    def of(self, placed: Placed, words: str) -> tuple[Box, ...]:
        """Return a box on the drawing for each piece of the words in an item."""
        if words != self._words:
            self._boxes, self._words = {}, words
        item = placed.group
        known = self._boxes.get(item.node_id)
        if known is None or known[0] is not item.ops:
            known = self._boxes[item.node_id] = (item.ops, found_boxes(item, words))
        return tuple(box.moved(placed.x, placed.y) for box in known[1])

    def paint(
        self, painter: QPainter, boxes: Iterable[QRectF], blending: QPainter.CompositionMode | None
    ) -> None:
        """Paint marks, each with an edge that says it besides colour.

        The ground lets the words through by ``blending``; there is none under faded words, which
        could not be read on it.
        """
        for box in boxes:
            mark = box.adjusted(-1.0, -1.0, 1.0, 1.0)
            if blending is not None:
                painter.setCompositionMode(blending)
                painter.fillRect(mark, QColor(self._theme.accent_soft))
                painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            painter.setPen(QPen(QColor(self._theme.accent), 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(mark, 2.0, 2.0)

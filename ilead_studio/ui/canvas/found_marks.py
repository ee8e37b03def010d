"""The marks behind found words on the canvas."""

from collections.abc import Iterable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from ilead_studio.drawing.found import found_boxes
from ilead_studio.drawing.ops import Box, Op, Placed
from ilead_studio.drawing.theme import Theme
from ilead_studio.rules.find import fold, needle_of
from ilead_studio.rules.kept import kept_by_identity
from ilead_studio.rules.outline import Row


class FoundMarks:
    """Knows where words stand on the items of a drawing; each item is read once."""

    def __init__(self, theme: Theme, blending: QPainter.CompositionMode) -> None:
        self._theme, self._blending, self._words = theme, blending, ""
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

    def paint(self, painter: QPainter, boxes: Iterable[QRectF], *, faded: bool) -> None:
        """Paint marks, each with an edge that says it besides colour.

        There is no ground under faded words: they could not be read on it.
        """
        for box in boxes:
            mark = box.adjusted(-1.0, -1.0, 1.0, 1.0)
            if not faded:
                self.paint_far(painter, [mark])
            painter.setPen(QPen(QColor(self._theme.accent), 1.0))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(mark, 2.0, 2.0)

    def paint_far(self, painter: QPainter, boxes: list[QRectF]) -> None:
        """Paint the grounds of marks alone, which let what is painted through."""
        painter.setCompositionMode(self._blending)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.accent_soft))
        painter.drawRects(boxes)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)


@kept_by_identity
def holding(rows: tuple[Row, ...], words: str) -> frozenset[str]:
    """Return the items whose own words hold some words."""
    needle = needle_of(words)
    return frozenset(row.id for row in rows if needle and needle in fold(row.text))

"""Paints a drawing with Qt: the window's canvas and the PNG use this one.

What can be prepared is prepared once for each tuple of operations and kept as long as the drawing
holds that tuple, so an unchanged branch costs nothing after an edit.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QGlyphRun,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
)

from ilead_studio.drawing.ops import (
    Curve,
    Drawing,
    Group,
    Image,
    Line,
    Op,
    Pen,
    Placed,
    Polyline,
    Rect,
    TextLine,
    placed_groups,
)
from ilead_studio.drawing.theme import Theme
from ilead_studio.ui.typeface import raw_font

Stroke = Callable[[QPainter], None]


@dataclass(frozen=True, slots=True)
class _Prepared:
    """The strokes of one group; holds ``ops`` so that their identity is not used again."""

    ops: tuple[Op, ...]
    strokes: tuple[Stroke, ...]


class DrawingPainter:
    """Paints drawings in one theme."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._prepared: dict[int, _Prepared] = {}
        self._groups: tuple[Placed, ...] = ()

    def take(self, drawing: Drawing) -> tuple[Placed, ...]:
        """Prepare a drawing; forgets what is no longer in it. Returns its groups in order."""
        self._groups = tuple(placed_groups(drawing))
        kept = (self._strokes(placed.group.ops) for placed in self._groups)
        self._prepared = {id(prepared.ops): prepared for prepared in kept}
        return self._groups

    def paint(self, painter: QPainter, without: Iterable[str] = ()) -> None:
        """Paint what was taken, in the drawing's own points; the painter carries the scale.

        The words of the items in ``without`` are not painted: an editor stands in their place.
        """
        hidden = frozenset(without)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for placed in self._groups:
            painter.save()
            painter.translate(placed.x, placed.y)
            for op, stroke in zip(
                (op for op in placed.group.ops if not isinstance(op, Group)),
                self._prepared[id(placed.group.ops)].strokes,
                strict=True,
            ):
                if not (isinstance(op, TextLine) and placed.group.node_id in hidden):
                    stroke(painter)
            painter.restore()

    def _strokes(self, ops: tuple[Op, ...]) -> _Prepared:
        known = self._prepared.get(id(ops))
        if known is not None:
            return known
        return _Prepared(ops, tuple(self._stroke(op) for op in ops if not isinstance(op, Group)))

    def _stroke(self, op: Op) -> Stroke:
        if isinstance(op, TextLine):
            return self._text(op)
        if isinstance(op, Line):
            return self._line(op)
        if isinstance(op, Image):
            return _picture(op)
        assert not isinstance(op, Group)
        return self._shape(_path(op), op.fill, op.pen)

    def _text(self, op: TextLine) -> Stroke:
        run = QGlyphRun()
        run.setRawFont(raw_font(op.face, op.size))
        run.setGlyphIndexes(list(op.glyphs))
        run.setPositions([QPointF(x, 0.0) for x in op.places])
        colour, at = QColor(self._theme.colour(op.role)), QPointF(op.x, op.y)

        def stroke(painter: QPainter) -> None:
            painter.setPen(colour)
            painter.drawGlyphRun(at, run)

        return stroke

    def _line(self, op: Line) -> Stroke:
        pen, start, end = self._pen(op.pen), QPointF(*op.start), QPointF(*op.end)

        def stroke(painter: QPainter) -> None:
            painter.setPen(pen)
            painter.drawLine(start, end)

        return stroke

    def _shape(self, path: QPainterPath, fill: str | None, pen: Pen | None) -> Stroke:
        brush = QBrush(QColor(self._theme.colour(fill))) if fill else QBrush()
        edge = self._pen(pen)

        def stroke(painter: QPainter) -> None:
            painter.setPen(edge)
            painter.setBrush(brush)
            painter.drawPath(path)

        return stroke

    def _pen(self, pen: Pen | None) -> QPen:
        if pen is None:
            return QPen(Qt.PenStyle.NoPen)
        made = QPen(QColor(self._theme.colour(pen.role)), pen.width)
        made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        made.setCapStyle(Qt.PenCapStyle.FlatCap)
        if pen.dash:
            made.setDashPattern([length / pen.width for length in pen.dash])
            if pen.is_dotted:
                made.setCapStyle(Qt.PenCapStyle.RoundCap)
        return made


def _path(op: Rect | Polyline | Curve) -> QPainterPath:
    path = QPainterPath()
    if isinstance(op, Rect):
        path.addRoundedRect(QRectF(*op.box), op.radius, op.radius)
    elif isinstance(op, Polyline):
        path.addPolygon(QPolygonF([QPointF(*point) for point in op.points]))
    else:
        path.moveTo(*op.start)
        for one, two, end in op.arcs:
            path.cubicTo(*one, *two, *end)
    if not isinstance(op, Rect) and op.closed:
        path.closeSubpath()
    return path


def _picture(op: Image) -> Stroke:
    image, box = QImage.fromData(QByteArray(op.png)), QRectF(*op.box)
    return lambda painter: painter.drawImage(box, image)

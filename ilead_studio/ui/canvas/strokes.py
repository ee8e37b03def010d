"""One stroke for each operation, with everything that Qt needs prepared beforehand."""

from collections.abc import Callable
from itertools import groupby
from typing import Final

from PySide6.QtCore import QByteArray, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QGlyphRun,
    QImage,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPen,
    QPolygonF,
)

from ilead_studio.drawing.ops import (
    Curve,
    Group,
    Image,
    Line,
    Op,
    Pen,
    Polyline,
    Rect,
    TextLine,
)
from ilead_studio.drawing.theme import Theme
from ilead_studio.rules.kept import keeping
from ilead_studio.ui.canvas.straight import straight_areas, straight_points
from ilead_studio.ui.looks.typeface import raw_font

Stroke = Callable[[QPainter], None]
Ink = Rect | Line | Polyline | Curve | TextLine | Image
"""Every operation but a group."""
_SMOOTH: Final = 0.05
"""How far, in points, the edge of a line may be from the true curve."""
_STRAIGHT: Final = 1e-6
"""Twice the area, in square points, that a straight line may enclose with its control points."""
_MOST: Final = 8192
"""Groups of which the strokes are kept: those of a few large pages."""
LARGEST_RUN: Final = 60.0
"""Letters of 64 pixels and more are not painted from a font file that was loaded by its path (Qt
6.11 on Linux; found by Slint too, their pull request 10633). From here on their outlines are."""


@keeping(_MOST)
def strokes(ops: tuple[Op, ...], theme: Theme) -> tuple[Stroke, ...]:
    """Return the strokes of one group, in order; groups inside it are left out.

    Lines of words that follow each other in one hand are one stroke.
    """
    found: list[Stroke] = []
    for hand, its in groupby((op for op in ops if not isinstance(op, Group)), _hand):
        marks = tuple(its)
        lines = tuple(op for op in marks if hand and isinstance(op, TextLine))
        found += [_text(lines, theme)] if lines else [stroke(op, theme) for op in marks]
    return tuple(found)


def _hand(op: Ink) -> tuple[str, float, str] | None:
    return (op.face, op.size, op.role) if isinstance(op, TextLine) else None


def stroke(op: Ink, theme: Theme) -> Stroke:
    """Return what paints one operation that is no group."""
    match op:
        case TextLine():
            return _text((op,), theme)
        case Line():
            return _line(op, theme)
        case Image():
            return _picture(op)
        case Curve() if op.pen and not op.pen.dash and _begins_straight(op):
            return _bent(op, op.pen, theme)
        case Rect() | Polyline() | Curve():
            return _shape(_path(op), op.fill, op.pen, theme)


def _text(lines: tuple[TextLine, ...], theme: Theme) -> Stroke:
    """Return what paints lines of one hand: together, a call takes as long as ten letters."""
    first, run = lines[0], QGlyphRun()
    size, at = first.size, QPointF(first.x, first.y)
    run.setRawFont(raw_font(first.face, size))
    run.setGlyphIndexes([glyph for op in lines for glyph in op.glyphs])
    places = [(op.x - first.x + x, op.y - first.y) for op in lines for x in op.places]
    run.setPositions([QPointF(*place) for place in places])
    colour = QColor(theme.colour(first.role))

    def paint(painter: QPainter) -> None:
        if size * painter.deviceTransform().m11() < LARGEST_RUN:
            painter.setPen(colour)
            painter.drawGlyphRun(at, run)
        else:
            for op in lines:
                painter.fillPath(_outlines(op), colour)

    return paint


def _outlines(op: TextLine) -> QPainterPath:
    font, path = raw_font(op.face, op.size), QPainterPath()
    for glyph, x in zip(op.glyphs, op.places, strict=True):
        path.addPath(font.pathForGlyph(glyph).translated(op.x + x, op.y))
    path.setFillRule(Qt.FillRule.WindingFill)
    return path


def _line(op: Line, theme: Theme) -> Stroke:
    if points := straight_points(op):
        (area,), colour = straight_areas(points, op.pen.width), _ink(op.pen, theme)
        return lambda painter: painter.fillRect(area, colour)
    pen, start, end = _pen(op.pen, theme), QPointF(*op.start), QPointF(*op.end)

    def paint(painter: QPainter) -> None:
        painter.setPen(pen)
        painter.drawLine(start, end)

    return paint


def _shape(path: QPainterPath, fill: str | None, pen: Pen | None, theme: Theme) -> Stroke:
    """Return what paints an area and its edge.

    The edge is worked out once: Qt would do so at each paint, which takes four times as long.
    """
    areas = [(path, QColor(theme.colour(fill)))] if fill else []
    if pen:
        edge = _pen(pen, theme)
        stroker = QPainterPathStroker(edge)
        stroker.setCurveThreshold(_SMOOTH)
        areas.append((stroker.createStroke(path), edge.color()))

    def paint(painter: QPainter) -> None:
        for area, colour in areas:
            painter.fillPath(area, colour)

    return paint


def _begins_straight(op: Curve) -> bool:
    """Tell whether an open curve is a straight line first and bends then."""
    if op.closed or op.fill or len(op.arcs) < 2:
        return False
    (x, y), (one, two, (right, below)) = op.start, op.arcs[0]
    sides = ((right - x) * (b - y) - (below - y) * (a - x) for a, b in (one, two))
    return all(abs(side) < _STRAIGHT for side in sides)


def _bent(op: Curve, pen: Pen, theme: Theme) -> Stroke:
    """Return what paints a straight line that bends at its end, such as a rib.

    Qt paints a line in a tenth of the time that its outline takes; the bend begins on the line.
    """
    corner = QPointF(*op.arcs[0][2])
    back = QPointF(*op.start) - corner
    length = (back.x() ** 2 + back.y() ** 2) ** 0.5
    start = corner + back * (min(length, pen.width) / length if length else 0.0)
    bend = QPainterPath(start)
    bend.lineTo(corner)
    for one, two, end in op.arcs[1:]:
        bend.cubicTo(*one, *two, *end)
    line = _line(Line(op.start, op.arcs[0][2], pen), theme)
    rest = _shape(bend, None, pen, theme)

    def paint(painter: QPainter) -> None:
        line(painter)
        rest(painter)

    return paint


def _pen(pen: Pen, theme: Theme) -> QPen:
    made = QPen(_ink(pen, theme), pen.width)
    made.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    if pen.dash:
        made.setDashPattern([length / pen.width for length in pen.dash])
        if pen.is_dotted:
            made.setCapStyle(Qt.PenCapStyle.RoundCap)
    return made


def _ink(pen: Pen, theme: Theme) -> QColor:
    return QColor(theme.colour(pen.role))


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

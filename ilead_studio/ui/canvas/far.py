"""A drawing seen from far away, where no letter can be read.

What is left are lines, boxes, and a bar for each line of text, collected over all groups of a block
and painted with one call for each colour and width. What would be smaller than a pixel or two is
left out or made simpler: it is work for a painter and a smear for the eye.
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import floor, log2
from typing import Final

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from ilead_studio.drawing.ops import (
    Curve,
    Group,
    Image,
    Line,
    Op,
    Pen,
    Placed,
    Point,
    Polyline,
    Rect,
    TextLine,
)
from ilead_studio.drawing.theme import Theme, mixed

LETTERS: Final = 10.0
"""Size of an item's words in points."""
UNREAD: Final = 4.0
"""Letters smaller than this, in logical pixels, are bars."""
_GREY: Final = 0.45
"""How much of its colour a bar has: about as much ink as the letters have."""
_BAR: Final = (0.62, 0.52)
"""Top of a bar above the baseline and its height, in parts of the text size."""
_STEPS: Final = (0.33, 0.67, 1.0)
"""Where an arc is cut into straight pieces."""
_LINE: Final = 1.5
"""A line shorter than as many grains is left out."""
_BAR_GRAIN: Final = 0.25
"""A bar lower than as many grains is left out."""
_SIGN: Final = 3.0
"""A sign (an area that is not filled) smaller than as many grains is left out."""
_BOX: Final = 2.0
"""A box lower than as many grains is a bar in the colour of its edge."""
_BEND: Final = 4.0
"""A bend smaller than as many grains is straight."""

Key = tuple[str, float]
"""Role and width of a line."""
_NO_LINE: Final[Key] = ("", 0.0)
_Rects = tuple[float, float, list[QRectF]]
"""Rectangles, and where they are."""
_Lines = tuple[float, float, list[QLineF]]


class Far:
    """Lines, areas and bars by their colour, in the coordinates of what they belong to."""

    def __init__(self) -> None:
        self.areas: dict[tuple[str, Key], list[QRectF]] = {}
        self.lines: dict[Key, list[QLineF]] = {}
        self.bars: dict[str, list[QRectF]] = {}

    @property
    def count(self) -> int:
        """How many areas, lines and bars there are."""
        return sum(
            len(its) for many in (self.areas, self.lines, self.bars) for its in many.values()
        )


class Inks:
    """Pens and brushes of a theme at a zoom, each made once; lines are at least a pixel wide."""

    def __init__(self, theme: Theme, zoom: float) -> None:
        self._theme, self._zoom = theme, zoom
        self._pens: dict[Key, QPen] = {_NO_LINE: QPen(Qt.PenStyle.NoPen)}
        self._brushes: dict[str, QBrush] = {"": QBrush()}
        self._greys: dict[str, QBrush] = {}

    def pen(self, key: Key) -> QPen:
        """Return the pen of a role and width."""
        if key not in self._pens:
            role, width = key
            wide = 0 if width * self._zoom < 1 else width
            self._pens[key] = QPen(QColor(self._theme.colour(role)), wide)
        return self._pens[key]

    def brush(self, role: str) -> QBrush:
        """Return the brush of a role; none for no role."""
        if role not in self._brushes:
            self._brushes[role] = QBrush(QColor(self._theme.colour(role)))
        return self._brushes[role]

    def grey(self, role: str) -> QBrush:
        """Return the brush of the bars that stand for words in a role."""
        if role not in self._greys:
            mix = mixed(self._theme.colour(role), self._theme.paper, _GREY)
            self._greys[role] = QBrush(QColor(mix))
        return self._greys[role]


class FarPainter:
    """Paints what is far away: all areas, then all lines, then all bars, colour by colour.

    A painter that changes its colour takes as long as ten lines.
    """

    def __init__(self) -> None:
        self._areas: dict[tuple[Inks, str, Key], list[_Rects]] = {}
        self._lines: dict[tuple[Inks, Key], list[_Lines]] = {}
        self._bars: dict[tuple[Inks, str], list[_Rects]] = {}

    def add(self, far: Far, x: float, y: float, inks: Inks) -> None:
        """Have something painted at a place, in the inks of a theme."""
        for (fill, edge), areas in far.areas.items():
            self._areas.setdefault((inks, fill, edge), []).append((x, y, areas))
        for key, lines in far.lines.items():
            self._lines.setdefault((inks, key), []).append((x, y, lines))
        for role, bars in far.bars.items():
            self._bars.setdefault((inks, role), []).append((x, y, bars))

    def paint(self, painter: QPainter) -> None:
        """Paint all that was added."""
        for (inks, fill, edge), areas in self._areas.items():
            painter.setPen(inks.pen(edge))
            painter.setBrush(inks.brush(fill))
            _paint_rects(painter, areas)
        for (inks, key), lines in self._lines.items():
            painter.setPen(inks.pen(key))
            for x, y, its in lines:
                painter.translate(x, y)
                painter.drawLines(its)
                painter.translate(-x, -y)
        painter.setPen(Qt.PenStyle.NoPen)
        for (inks, role), bars in self._bars.items():
            painter.setBrush(inks.grey(role))
            _paint_rects(painter, bars)


def _paint_rects(painter: QPainter, placed: Iterable[_Rects]) -> None:
    for x, y, rects in placed:
        painter.translate(x, y)
        painter.drawRects(rects)
        painter.translate(-x, -y)


def grain_of(zoom: float) -> float:
    """Return how many points a pixel takes at least: a power of two, so that it seldom changes."""
    return float(2.0 ** floor(log2(1 / zoom)))


def far_view(items: Iterable[Placed], grain: float = 1.0) -> Far:
    """Return groups, each at its place, as they look where a pixel is one or two grains."""
    made = Far()
    for group, x, y in items:
        for op in group.ops:
            _take(op, x, y, grain, made)
    return made


def _take(op: Op, x: float, y: float, grain: float, made: Far) -> None:
    match op:
        case TextLine():
            top, height = op.y - op.size * _BAR[0], op.size * _BAR[1]
            if height >= grain * _BAR_GRAIN:
                bar = QRectF(x + op.x, y + top, op.width, height)
                made.bars.setdefault(op.role, []).append(bar)
        case Image():
            made.areas.setdefault(("rule", _NO_LINE), []).append(_area(op.box, x, y))
        case Rect():
            _take_box(op, x, y, grain, made)
        case Line():
            _take_lines((op.start, op.end), op.pen, x, y, grain, made)
        case Polyline() | Curve():
            _take_path(op, x, y, grain, made)
        case Group():
            pass


def _take_box(op: Rect, x: float, y: float, grain: float, made: Far) -> None:
    """Draw a box; a low one is a bar, and a small one that is not filled is nothing."""
    area, low = _area(op.box, x, y), min(op.box.w, op.box.h) < grain * _BOX
    if op.pen is None:
        made.areas.setdefault((op.fill or "", _NO_LINE), []).append(area)
    elif op.fill and low:
        made.bars.setdefault(op.pen.role, []).append(area)
    elif op.fill or max(op.box.w, op.box.h) >= grain * _SIGN:
        key = (op.fill or "", (op.pen.role, op.pen.width))
        made.areas.setdefault(key, []).append(area)


def _area(box: tuple[float, float, float, float], x: float, y: float) -> QRectF:
    return QRectF(x + box[0], y + box[1], box[2], box[3])


def _take_path(op: Polyline | Curve, x: float, y: float, grain: float, made: Far) -> None:
    """Draw the outline of a shape; a small one without any, such as an arrow head, gets one."""
    points = op.points if isinstance(op, Polyline) else _flattened(op, grain)
    pen = op.pen or (Pen(op.fill, 1.0) if op.fill else None)
    if pen:
        _take_lines((*points, points[0]) if op.closed else points, pen, x, y, grain, made)


def _take_lines(
    points: Sequence[Point], pen: Pen, x: float, y: float, grain: float, made: Far
) -> None:
    """Draw lines from point to point; what is too short to be seen is left out."""
    least = grain * _LINE
    pieces = [
        QLineF(x + a, y + b, x + c, y + d)
        for (a, b), (c, d) in pairwise(points)
        if abs(c - a) >= least or abs(d - b) >= least
    ]
    if pieces:
        made.lines.setdefault((pen.role, pen.width), []).extend(pieces)


def _flattened(curve: Curve, grain: float) -> tuple[Point, ...]:
    points, small = [curve.start], grain * _BEND
    for one, two, end in curve.arcs:
        start = points[-1]
        is_small = abs(end[0] - start[0]) < small and abs(end[1] - start[1]) < small
        if is_small or (one, two) == (start, end):  # seen as, or drawn as, a straight one
            points.append(end)
        else:
            points += [_on_arc((start, one, two, end), part) for part in _STEPS]
    return tuple(points)


def _on_arc(arc: tuple[Point, Point, Point, Point], t: float) -> Point:
    """Return a point of a cubic curve (Bernstein's form), ``t`` from 0 to 1."""
    s = 1 - t
    weights = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t)
    x, y = (sum(w * point[at] for w, point in zip(weights, arc, strict=True)) for at in (0, 1))
    return x, y

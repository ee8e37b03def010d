"""Level and upright lines as the thin rectangles they are.

Qt paints a thin line pixel by pixel: a rectangle takes a tenth of that.
"""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QRectF

from ilead_studio.drawing.ops import Curve, Line, Pen, Point, Polyline


def straight_points(op: Line | Polyline | Curve) -> tuple[Point, ...]:
    """Return the points of a line of level and upright pieces without dashes; none of another."""
    match op:
        case Line(start=start, end=end, pen=Pen(dash=())):
            points: tuple[Point, ...] = (start, end)
        case Polyline(points=points, closed=False, fill=None, pen=Pen(dash=())):
            pass
        case _:
            return ()
    return points if all(a == c or b == d for (a, b), (c, d) in pairwise(points)) else ()


def straight_areas(points: tuple[Point, ...], width: float) -> Iterator[QRectF]:
    """Give what each piece of a straight line covers; all but the last hold their corner."""
    half, last = width / 2, len(points) - 2
    for number, ((a, b), (c, d)) in enumerate(pairwise(points)):
        on = half if number < last else 0.0
        (left, right), (top, bottom) = sorted((a, c)), sorted((b, d))
        if b == d:
            yield QRectF(left - on * (c < a), b - half, right - left + on, width)
        else:
            yield QRectF(a - half, top - on * (d < b), width, bottom - top + on)

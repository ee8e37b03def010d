"""A page whose letters can be read: connectors as lines, and the rest of each item as a picture.

At a key, half a page may move by a little. An item's box, words and signs are put down as a picture
at whole pixels, in a fifth of the time that its letters take; connectors are painted where they
are, so that they meet.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor

from ilead_studio.drawing.extent import around, reach_of
from ilead_studio.drawing.ops import Box, Curve, Group, Line, Op, Placed, Polyline
from ilead_studio.drawing.theme import Theme
from ilead_studio.rules.kept import keeping
from ilead_studio.ui.canvas.straight import straight_areas, straight_points
from ilead_studio.ui.canvas.strokes import Stroke, stroke, strokes

_MOST: Final = 8192
"""Items of which the marks are kept: those of a few large pages."""
_Path = Line | Polyline | Curve
_BESIDE: Final = 3.0
"""Points around a body's ink: letters may reach further than their line."""


@dataclass(frozen=True, eq=False, slots=True)
class Body:
    """An item without its connectors: its marks, and a box around all that they paint."""

    ops: tuple[Op, ...]
    ink: Box
    strokes: tuple[Stroke, ...]


class Near(NamedTuple):
    """A block near by: its connectors, straight and bent, and the body of each of its items."""

    straight: tuple[tuple[QColor, list[QRectF]], ...]
    bent: tuple[tuple[float, float, Stroke], ...]
    bodies: tuple[Body, ...]


def near_view(items: tuple[Placed, ...], theme: Theme) -> Near:
    """Return how the items of a block look near by."""
    straight: dict[str, list[QRectF]] = {}
    bent, bodies = [], []
    for group, x, y in items:
        connectors, body = _marks(group.ops, group.box, theme)
        bodies.append(body)
        for line in connectors:
            points = straight_points(line)
            if line.pen and points:
                areas = (it.translated(x, y) for it in straight_areas(points, line.pen.width))
                straight.setdefault(line.pen.role, []).extend(areas)
            else:
                bent.append((x, y, stroke(line, theme)))
    inked = tuple((QColor(theme.colour(role)), areas) for role, areas in straight.items())
    return Near(inked, tuple(bent), tuple(bodies))


@keeping(_MOST)
def _marks(ops: tuple[Op, ...], box: Box, theme: Theme) -> tuple[tuple[_Path, ...], Body]:
    """Tell apart what leads to other items and what an item is itself."""
    connectors: list[_Path] = []
    body: list[Op] = []
    for op in ops:
        if isinstance(op, Line | Polyline | Curve) and _leads_away(op, box):
            connectors.append(op)
        elif not isinstance(op, Group):
            body.append(op)
    return tuple(connectors), _body(tuple(body), theme)


@lru_cache(_MOST)
def _body(ops: tuple[Op, ...], theme: Theme) -> Body:
    """Return the same body for the same marks: another connector makes no other picture."""
    ink = around(reach_of(op) for op in ops if not isinstance(op, Group))
    ink = Box(ink.x - _BESIDE, ink.y - _BESIDE, ink.w + 2 * _BESIDE, ink.h + 2 * _BESIDE)
    return Body(ops, ink, strokes(ops, theme))


def _leads_away(op: _Path, box: Box) -> bool:
    """Tell whether a line leaves the area of its item."""
    is_line = isinstance(op, Line) or not (op.closed or op.fill)
    return is_line and not box.holds(reach_of(op))

"""The pictures of a packet drawn with ReportLab alone: no tags, no structure, nothing kept."""

from collections.abc import Sequence
from io import BytesIO

from reportlab.lib.colors import HexColor
from reportlab.pdfbase.pdfmetrics import registerFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from ilead_studio.drawing.fonts import FACES
from ilead_studio.drawing.ops import (
    Curve,
    Line,
    Op,
    Pen,
    Placed,
    Point,
    Polyline,
    Rect,
    TextLine,
    placed_groups,
)
from ilead_studio.drawing.theme import PRINT
from ilead_studio.handouts.diagram import Drawn
from ilead_studio.handouts.painter import Setting
from ilead_studio.resources import resource


def draw_bare(pictures: Sequence[Drawn]) -> bytes:
    """Draw the boxes, lines and words of pictures, each on a page."""
    file = BytesIO()
    canvas = Canvas(file, pageCompression=1, invariant=1)
    for face in FACES:
        registerFont(TTFont(face, str(resource("fonts", f"WorkbookSans-{face}.ttf"))))
    for it in pictures:
        canvas.setPageSize((it.paper.width, it.paper.height))
        for drawing in (known.drawing for known in it.drawings):
            setting = Setting(drawing, (it.paper.left, it.paper.top), it.scale)
            for placed in placed_groups(drawing):
                _Bare(canvas, setting, placed, it.paper.height).draw()
            canvas.showPage()
    canvas.save()
    return file.getvalue()


class _Bare:
    def __init__(self, canvas: Canvas, setting: Setting, placed: Placed, high: float) -> None:
        self._canvas, self._setting, self._placed, self._high = canvas, setting, placed, high

    def draw(self) -> None:
        """Draw a group."""
        for op in self._placed.group.ops:
            if isinstance(op, TextLine):
                self._canvas.setFillColor(HexColor(PRINT.colour(op.role)))
                self._canvas.setFont(op.face, op.size * self._setting.scale)
                self._canvas.drawString(*self._at((op.x, op.y)), op.text)
            elif isinstance(op, Rect | Line | Polyline | Curve):
                self._shape(op)

    def _at(self, point: Point) -> Point:
        x, y = self._setting.point(self._placed, point)
        return x, self._high - y

    def _pen(self, pen: Pen | None) -> int:
        if pen is None:
            return 0
        self._canvas.setStrokeColor(HexColor(PRINT.colour(pen.role)))
        self._canvas.setLineWidth(pen.width * self._setting.scale)
        self._canvas.setDash([part * self._setting.scale for part in pen.dash])
        return 1

    def _fill(self, fill: str | None) -> int:
        if fill is None:
            return 0
        self._canvas.setFillColor(HexColor(PRINT.colour(fill)))
        return 1

    def _shape(self, op: Op) -> None:
        scale, canvas = self._setting.scale, self._canvas
        match op:
            case Rect():
                corner = self._at((op.box.x, op.box.bottom))
                size = (op.box.w * scale, op.box.h * scale)
                drawn = {"stroke": self._pen(op.pen), "fill": self._fill(op.fill)}
                canvas.roundRect(*corner, *size, op.radius * scale, **drawn)
            case Line():
                self._pen(op.pen)
                canvas.line(*self._at(op.start), *self._at(op.end))
            case Polyline():
                path = canvas.beginPath()
                path.moveTo(*self._at(op.points[0]))
                for point in op.points[1:]:
                    path.lineTo(*self._at(point))
                canvas.drawPath(path, stroke=self._pen(op.pen), fill=self._fill(op.fill))
            case Curve():
                path = canvas.beginPath()
                path.moveTo(*self._at(op.start))
                for one, two, end in op.arcs:
                    path.curveTo(*self._at(one), *self._at(two), *self._at(end))
                canvas.drawPath(path, stroke=self._pen(op.pen), fill=self._fill(op.fill))

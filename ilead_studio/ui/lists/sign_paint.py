"""Paints the signs of ``drawing/signs`` outside a picture: one meaning, one drawing."""

from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from ilead_studio.drawing.sign_shapes import MIDDLE, SIDE, Sign
from ilead_studio.drawing.theme import Theme
from ilead_studio.ui.canvas.strokes import Stroke, strokes


@lru_cache(256)
def _strokes(sign: Sign, theme: Theme) -> tuple[Stroke, ...]:
    return strokes(sign.ops, theme)


def paint_sign(
    painter: QPainter, sign: Sign, theme: Theme, x: float, baseline: float, scale: float
) -> None:
    """Paint a sign from a point on the baseline of words; ``scale`` is pixels to its points."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(x, baseline)
    painter.scale(scale, scale)
    for stroke in _strokes(sign, theme):
        stroke(painter)
    painter.restore()


def paint_sign_in(
    painter: QPainter, sign: Sign, theme: Theme, x: float, y: float, side: float
) -> None:
    """Paint one of the signs that stand before words into a square; x and y are its corner."""
    scale = side / SIDE
    paint_sign(painter, sign, theme, x, y + side / 2 - MIDDLE * scale, scale)


def sign_icon(sign: Sign, theme: Theme, side: int, ratio: float = 2.0) -> QIcon:
    """Return one of the signs that stand before words as an icon; it is never tinted."""
    drawn = QPixmap(round(side * ratio), round(side * ratio))
    drawn.fill(Qt.GlobalColor.transparent)
    with QPainter(drawn) as painter:
        paint_sign_in(painter, sign, theme, 0.0, 0.0, side * ratio)
    drawn.setDevicePixelRatio(ratio)
    made = QIcon()
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Active, QIcon.Mode.Selected, QIcon.Mode.Disabled):
        made.addPixmap(drawn, mode)
    return made

"""A page as a PNG, painted by the same painter as the window."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QImageWriter, QPainter

from ilead_studio.drawing.ops import Drawing
from ilead_studio.drawing.theme import Theme
from ilead_studio.errors import ExportError
from ilead_studio.ui.painter import DrawingPainter
from ilead_studio.words import say

MARGIN = 12.0
"""White around the picture, in points."""
_MOST_PIXELS = 100_000_000


def png_bytes(drawing: Drawing, theme: Theme, dpi: float = 144.0, *, white: bool = True) -> bytes:
    """Return a page as PNG; ``dpi`` pixels to 72 points, on white or on nothing.

    Needs a QGuiApplication (one without a screen is enough).

    Raises:
        ExportError: if the picture would be larger than a computer can hold.
    """
    assert QGuiApplication.instance() is not None
    scale, bounds = dpi / 72, drawing.bounds
    width = round((bounds.w + 2 * MARGIN) * scale)
    height = round((bounds.h + 2 * MARGIN) * scale)
    if width * height > _MOST_PIXELS:
        raise ExportError(say("This picture would be too large. Export it as PDF or SVG instead."))
    image = QImage(width, height, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor(theme.paper) if white else Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.scale(scale, scale)
    painter.translate(MARGIN - bounds.x, MARGIN - bounds.y)
    ink = DrawingPainter(theme)
    ink.take(drawing)
    ink.paint(painter)
    painter.end()
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(data.data())

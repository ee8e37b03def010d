"""A small picture of a page: drawn live from a workbook, or taken from the bytes of a file."""

from typing import Final

from PySide6.QtCore import QBuffer, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ilead_studio.drawing.ops import Drawing
from ilead_studio.drawing.page import draw_page
from ilead_studio.drawing.theme import Theme
from ilead_studio.model import Page, Workbook
from ilead_studio.planning import ROOM
from ilead_studio.ui.canvas.far import LETTERS, UNREAD
from ilead_studio.ui.canvas.painter import DrawingPainter

MARGIN: Final = 12
"""Pixels of paper around the drawing."""
MOST_ZOOM: Final = 1.4
_MOST_SIDE: Final = 8_000


class PagePicture(QWidget):
    """The real drawing of a page on paper, as large as there is room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._ink = theme, DrawingPainter(theme)
        self._drawing: Drawing | None = None

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to see."""
        return self._drawing is None

    def show_page(self, workbook: Workbook, page: Page) -> None:
        """Draw a page of a workbook."""
        self._drawing = draw_page(workbook, page, ROOM)
        self._ink.take(self._drawing)
        self.update()

    def clear(self) -> None:
        """Show empty paper."""
        self._drawing = None
        self._ink.take(None)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the paper, and the drawing in its middle."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(self._theme.rule), 1))
            painter.setBrush(QColor(self._theme.paper))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
            if self._drawing is not None:
                self._paint_drawing(painter, self._drawing)

    def _paint_drawing(self, painter: QPainter, drawing: Drawing) -> None:
        bounds = drawing.bounds
        across = (self.width() - 2 * MARGIN) / bounds.w
        zoom = max(0.01, min(MOST_ZOOM, across, (self.height() - 2 * MARGIN) / bounds.h))
        painter.translate(self.width() / 2, self.height() / 2)
        painter.scale(zoom, zoom)
        painter.translate(-bounds.x - bounds.w / 2, -bounds.y - bounds.h / 2)
        if zoom * LETTERS < UNREAD:
            self._ink.paint_far(painter, None)
        else:
            self._ink.paint(painter)


def image_in(data: bytes, size: QSize) -> QImage | None:
    """Return the picture in the bytes of a PNG, scaled into a size; None if it cannot be read.

    A large one takes a while: it may be asked for beside the window.
    """
    buffer = QBuffer()
    buffer.setData(data)
    reader = QImageReader(buffer, b"png")
    whole = reader.size()
    if not whole.isValid() or max(whole.width(), whole.height()) > _MOST_SIDE:
        return None
    reader.setScaledSize(whole.scaled(size, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image

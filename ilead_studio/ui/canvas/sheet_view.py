"""A sheet of paper on a desk: zoom, scrolling and panning, whatever is drawn on it.

Zoom and scrolling never enter the document.
"""

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPen,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from ilead_studio.drawing.ops import Box
from ilead_studio.drawing.theme import Theme

AROUND: Final = 8
"""Pixels of desk around the sheet."""
WITHIN: Final = 12
"""Pixels of paper around the drawing."""
_CORNER: Final = 3.0
"""Radius of the sheet's corners in pixels."""
_RIM: Final = 4
"""Pixels at the sheet's edge that hold its corners."""
IN_SIGHT: Final = 24
ZOOM_STEP: Final = 1.2
LEAST_ZOOM, MOST_ZOOM = 0.1, 6.0
LEAST_FIT: Final = 0.01
"""The whole page is shown, however large it is."""
MOST_FIT = 1.8
"""A page with few items is not blown up beyond this, so that it does not shrink at every key."""


EMPTY: Final = Box(0.0, 0.0, 100.0, 100.0)
"""The bounds of nothing."""
SPARE: Final = 0.05
"""How much more room is made at a side where there is too little, as a part of the whole."""
FAR_SPARE: Final = 0.1
"""The same where no letter can be read: a little smaller is no loss there."""


class SheetView(QAbstractScrollArea):
    """Shows what lies in ``bounds`` (points); ``zoomed`` tells that its size on screen changed.

    ``room`` is what is fitted into the window: the bounds, or a little more, so that the page does
    not move and shrink at every key while it grows.
    """

    zoomed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bounds = self.room = EMPTY
        self._fits, self._zoom = True, 1.0
        self._panned_from: QPointF | None = None
        self._covered = 0
        self.setFrameShape(QFrame.Shape.NoFrame)

    @property
    def zoom(self) -> float:
        """Logical pixels for a point of the drawing."""
        return self._zoom

    @property
    def fits(self) -> bool:
        """Whether the whole page is kept in the window."""
        return self._fits

    def cover(self, pixels: int) -> None:
        """Let so many pixels at the bottom be covered: the page can be scrolled up from there."""
        free = self.verticalScrollBar().maximum() <= self._covered
        bar = Qt.ScrollBarPolicy  # one that came now would make the page smaller
        self.setVerticalScrollBarPolicy(
            bar.ScrollBarAlwaysOff if pixels and free else bar.ScrollBarAsNeeded
        )
        self._covered = pixels
        self._lay_out()
        self.viewport().update()

    def zoom_to_fit(self) -> None:
        """Show the whole page, now and when the window changes."""
        self._fits, self.room = True, self.bounds
        self._lay_out()
        self.viewport().update()

    def show_bounds(self, bounds: Box, *, steady: bool, spare: float = SPARE) -> None:
        """Show what lies in other bounds; a ``steady`` page stays where it is while it fits."""
        self.bounds = bounds
        self.room = room_for(bounds, self.room, spare) if steady else bounds

    def zoom_in(self) -> None:
        """Show the page larger, around the selected item."""
        self._zoom_by(ZOOM_STEP, None)

    def zoom_out(self) -> None:
        """Show the page smaller."""
        self._zoom_by(1 / ZOOM_STEP, None)

    def zoom_centre(self) -> QPointF:
        """Return the point of the viewport that keys zoom around."""
        return QPointF(self.viewport().rect().center())

    def _zoom_by(self, factor: float, around: QPointF | None) -> None:
        """Change the zoom; the point of the page under ``around`` stays where it is."""
        if around is None:
            around = self.zoom_centre()
        point = self._to_page(around)
        self._fits = False
        least = min(LEAST_ZOOM, self._zoom)
        self._zoom = min(MOST_ZOOM, max(least, self._zoom * factor))
        self._lay_out()
        now = self._origin() + point * self._zoom
        self._scroll_by(now - around)
        self.viewport().update()

    def _scroll_by(self, by: QPointF) -> None:
        for bar, step in ((self.horizontalScrollBar(), by.x()), (self.verticalScrollBar(), by.y())):
            bar.setValue(bar.value() + round(step))

    def _lay_out(self) -> None:
        view, bounds = self.viewport().size(), self.room
        if self._fits:
            free = 2 * (AROUND + WITHIN)
            across, down = (view.width() - free) / bounds.w, (view.height() - free) / bounds.h
            self._zoom = max(LEAST_FIT, min(MOST_FIT, across, down))
        sheet = self._sheet_size()
        for bar, need, have, covered in (
            (self.horizontalScrollBar(), sheet.width(), view.width(), 0),
            (self.verticalScrollBar(), sheet.height(), view.height(), self._covered),
        ):
            bar.setRange(0, max(0, need + 2 * AROUND - have) + covered)
            bar.setPageStep(have)
            bar.setSingleStep(40)
        self.zoomed.emit()

    def _sheet_size(self) -> QSize:
        bounds, view = self.room, self.viewport().size()
        wide, high = bounds.w * self._zoom + 2 * WITHIN, bounds.h * self._zoom + 2 * WITHIN
        least = QSize(view.width() - 2 * AROUND, view.height() - 2 * AROUND)
        return least.expandedTo(QSize(int(wide), int(high)))

    def _sheet(self) -> QRectF:
        """The sheet in the viewport's pixels."""
        size = self._sheet_size()
        left = AROUND - self.horizontalScrollBar().value()
        top = AROUND - self.verticalScrollBar().value()
        return QRectF(left, top, size.width(), size.height())

    def paint_sheet(self, painter: QPainter, rect: QRect, theme: Theme) -> None:
        """Paint the desk and the sheet under a rectangle of the viewport, hardly a pixel twice."""
        sheet = self._sheet().adjusted(0.5, 0.5, -0.5, -0.5)
        inner = sheet.toRect().adjusted(_RIM, _RIM, -_RIM, -_RIM)
        for part in _beside(inner, rect):
            painter.fillRect(part, QColor(theme.desk))
        painter.fillRect(rect.intersected(inner), QColor(theme.paper))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QPainterPath()
        edge.addRoundedRect(sheet, _CORNER, _CORNER)
        rim = QPainterPath(edge)
        rim.addRect(inner)
        painter.fillPath(rim, QColor(theme.paper))
        painter.strokePath(edge, QPen(QColor(theme.rule), 1))

    def _origin(self) -> QPointF:
        """Where the drawing's (0, 0) stands in the viewport: centred on the sheet."""
        sheet, bounds = self._sheet(), self.room
        left = sheet.center().x() - (bounds.x + bounds.w / 2) * self._zoom
        return QPointF(left, sheet.center().y() - (bounds.y + bounds.h / 2) * self._zoom)

    def _to_view(self, box: Box) -> QRectF:
        at, zoom = self._origin(), self._zoom
        return QRectF(at.x() + box.x * zoom, at.y() + box.y * zoom, box.w * zoom, box.h * zoom)

    def _to_page(self, point: QPointF) -> QPointF:
        return (point - self._origin()) / self._zoom

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Keep the page fitted when the window changes."""
        self._lay_out()
        self.viewport().update()

    @property
    def has_whole_ratio(self) -> bool:
        """Whether a logical pixel is a whole number of the screen's pixels.

        Otherwise what is shown is repainted as a whole: parts leave seams.
        """
        return self.viewport().devicePixelRatioF().is_integer()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is shown, and whatever stands on it."""
        if self.has_whole_ratio:
            self.viewport().scroll(dx, dy)
            return
        for child in self.viewport().findChildren(QWidget, options=_DIRECT):
            child.move(child.x() + dx, child.y() + dy)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pan with the middle button."""
        if event.button() == Qt.MouseButton.MiddleButton:
            self._panned_from = event.position()
            self.viewport().setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Pan while the middle button is held."""
        if self._panned_from is not None:
            self._scroll_by(self._panned_from - event.position())
            self._panned_from = event.position()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End panning."""
        if event.button() == Qt.MouseButton.MiddleButton:
            self._panned_from = None
            self.viewport().unsetCursor()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scroll; with Ctrl, zoom around the pointer."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._zoom_by(ZOOM_STEP ** (event.angleDelta().y() / 120), event.position())
            event.accept()
        else:
            super().wheelEvent(event)


def room_for(bounds: Box, room: Box, spare: float = SPARE) -> Box:
    """Return the room that is kept for bounds: the one from before, as long as they fit well.

    Where it is too little, some is spare in the next one; as soon as more than twice as much is
    spare, and a little, it is made anew.
    """
    if room.holds(bounds) and max(room.w / bounds.w, room.h / bounds.h) <= 1.01 + 2 * spare:
        return room
    left = bounds.x - spare * bounds.w * (bounds.x < room.x)
    top = bounds.y - spare * bounds.h * (bounds.y < room.y)
    right = bounds.right + spare * bounds.w * (bounds.right > room.right)
    bottom = bounds.bottom + spare * bounds.h * (bounds.bottom > room.bottom)
    return Box(left, top, right - left, bottom - top)


_DIRECT: Final = Qt.FindChildOption.FindDirectChildrenOnly


def _beside(inner: QRect, outer: QRect) -> tuple[QRect, ...]:
    """Return what lies in one rectangle and not in another: above, below, left and right of it."""
    x, y, right, bottom = inner.x(), inner.y(), inner.right() + 1, inner.bottom() + 1
    around = outer.united(inner)
    above = around.adjusted(0, 0, 0, y - around.bottom() - 1)
    below = around.adjusted(0, bottom - around.y(), 0, 0)
    left = QRect(around.x(), y, x - around.x(), inner.height())
    after = QRect(right, y, around.right() + 1 - right, inner.height())
    return tuple(part.intersected(outer) for part in (above, below, left, after))

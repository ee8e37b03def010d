"""A page to be looked at, not worked on: the drawing on its sheet, and a ring around one item."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QImage,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)

from ilead_studio.drawing.extent import around
from ilead_studio.drawing.ops import Box, Drawing
from ilead_studio.drawing.theme import luminance
from ilead_studio.rules.kept import keeping
from ilead_studio.ui.canvas.far import LETTERS, UNREAD
from ilead_studio.ui.canvas.painter import DrawingPainter
from ilead_studio.ui.canvas.sheet_view import IN_SIGHT, SheetView
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.looks.typeface import widget_font
from ilead_studio.ui.meanwhile.once import Once, beside
from ilead_studio.ui.meanwhile.turns import slices

_RADIUS: Final = 4
_KEPT: Final = 4
"""Drawings of which the strokes are kept: a page however it is seen, and one more."""
_RING: Final = 8
"""Pixels around an item that its ring takes."""


class ComparedSheet(SheetView):
    """``chosen`` brings the item that was clicked, ``opened`` one that was clicked twice.

    ``pressed`` brings keys: what they mean is the same here and in the list of changes.
    ``foresee`` gives the steps that prepare a drawing to be shown, once for each.
    """

    chosen = Signal(str)
    opened = Signal(str)
    pressed = Signal(object)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._theme = look, look.theme
        self._painter_of = keeping(_KEPT)(self._made)
        self.foresee = keeping(_KEPT)(self._foresee)
        self._ink = self._painter_of(None)
        self._more = Once(self.viewport().update, self, beside)
        self._item, self._words, self._framed = "", "", ""
        modes = QPainter.CompositionMode
        is_dark = luminance(look.theme.paper) < luminance(look.theme.ink)
        self._blending = modes.CompositionMode_Lighten if is_dark else modes.CompositionMode_Darken
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)

    def show_drawing(
        self, drawing: Drawing | None, framed: str, bounds: Box | None, words: str = ""
    ) -> None:
        """Show a drawing, or words where there is none.

        Drawings that are ``framed`` alike share the view, which holds their ``bounds``: none of
        them moves it. Where those are not known it grows.
        """
        self._ink = self._painter_of(drawing)
        self._words = words
        if drawing is not None:
            is_same, self._framed = framed == self._framed, framed
            self.bounds = bounds or drawing.bounds
            self.room = around((self.room, self.bounds)) if is_same else self.bounds
            self._fits = self._fits or not is_same
            self._lay_out()
        self.viewport().update()

    def _made(self, drawing: Drawing | None) -> DrawingPainter:
        made = DrawingPainter(self._theme, by_parts=True)
        made.take(drawing)
        return made

    def _foresee(self, drawing: Drawing) -> Iterator[object]:
        """Find where the ink of a drawing is, and paint it unseen; all of that is kept with it."""
        ink = self._painter_of(drawing)
        yield ink
        yield from slices(block.ink for block in ink.spread.blocks)  # the next paint asks for all
        ink.is_partial = True
        while ink.is_partial:
            unseen = QImage(1, 1, QImage.Format.Format_RGB32)
            with QPainter(unseen) as painter:
                painter.scale(self._zoom, self._zoom)
                self._paint_near_or_far(painter, ink, drawing.bounds)
            yield ink

    def choose(self, item_id: str) -> None:
        """Let an item have the ring, and be in sight."""
        self._update_ring()
        self._item = item_id
        placed = self._ink.spread.by_id.get(item_id)
        if placed is not None:
            self._show(self._to_view(placed.box).adjusted(-IN_SIGHT, -IN_SIGHT, IN_SIGHT, IN_SIGHT))
        self._update_ring()

    def _update_ring(self) -> None:
        """Repaint where the ring is."""
        box = self.box_of(self._item)
        if not self.has_whole_ratio or box.isEmpty():
            self.viewport().update()
        else:
            self.viewport().update(box.adjusted(-_RING, -_RING, _RING, _RING).toAlignedRect())

    def _show(self, seen: QRectF) -> None:
        view = self.viewport().rect().toRectF()
        across = min(0.0, seen.left()) or max(0.0, seen.right() - view.right())
        down = min(0.0, seen.top()) or max(0.0, seen.bottom() - view.bottom())
        self._scroll_by(QPointF(across, down))

    def box_of(self, item_id: str) -> QRectF:
        """Return where an item is seen in the viewport; empty when it is not."""
        placed = self._ink.spread.by_id.get(item_id)
        return self._to_view(placed.box) if placed else QRectF()

    def zoom_centre(self) -> QPointF:
        """Return the middle of the item with the ring, so that zooming keeps it in sight."""
        box = self.box_of(self._item)
        return super().zoom_centre() if box.isEmpty() else box.center()

    # --- painting --------------------------------------------------------------------------------
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint desk, sheet, drawing, and the ring over it."""
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(event.rect(), QColor(self._theme.desk))
            painter.setPen(self._edge())
            painter.setBrush(QColor(self._theme.paper))
            painter.drawRoundedRect(self._sheet().adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
            if self._words:
                self._paint_words(painter)
            else:
                self._paint_drawing(painter, event.rect())
                self._paint_ring(painter)

    def _edge(self) -> QPen:
        """Return the line around the sheet: the ring, where no item has it."""
        is_here = self.hasFocus() and self._item not in self._ink.spread.by_id
        ring = QPen(QColor(self._theme.focus), self._theme.ring)
        return ring if is_here else QPen(QColor(self._theme.rule), 1)

    def _paint_words(self, painter: QPainter) -> None:
        painter.setFont(widget_font(self._look.type("lead")))
        painter.setPen(QColor(self._theme.ink_soft))
        flags = Qt.AlignmentFlag.AlignCenter.value | Qt.TextFlag.TextWordWrap.value
        room = self._sheet().adjusted(self._look.px(24), 0, -self._look.px(24), 0)
        painter.drawText(room, flags, self._words)

    def _paint_drawing(self, painter: QPainter, rect: QRect) -> None:
        corner = self._to_page(QPointF(rect.topLeft()))
        view = Box(corner.x(), corner.y(), rect.width() / self._zoom, rect.height() / self._zoom)
        painter.save()
        painter.translate(self._origin())
        painter.scale(self._zoom, self._zoom)
        self._paint_near_or_far(painter, self._ink, view)
        if self._ink.is_partial:
            self._more.ask()
        painter.restore()

    def _paint_near_or_far(self, painter: QPainter, ink: DrawingPainter, view: Box) -> None:
        if self._zoom * LETTERS < UNREAD:
            ink.paint_far(painter, view)
        else:
            ink.paint(painter, view)

    def _paint_ring(self, painter: QPainter) -> None:
        box = self.box_of(self._item).adjusted(-3, -2, 3, 2)
        if self._item not in self._ink.spread.by_id:
            return
        painter.setCompositionMode(self._blending)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.accent_soft))
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        colour = self._theme.focus if self.hasFocus() else self._theme.edge
        painter.setPen(QPen(QColor(colour), self._theme.ring))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)

    # --- keys and mouse --------------------------------------------------------------------------
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass keys on; what nobody wants goes on to the window."""
        event.setAccepted(False)
        self.pressed.emit(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Pass on that something would be typed."""
        event.accept()
        self.pressed.emit(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring in the colour of focus."""
        super().focusInEvent(event)
        self._update_ring()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the ring in the colour of an edge."""
        super().focusOutEvent(event)
        self._update_ring()

    def _at(self, point: QPointF) -> str:
        at = self._to_page(point)
        return self._ink.spread.at(at.x(), at.y())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the item under the pointer."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus()
            self.chosen.emit(self._at(event.position()))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Go to the item under the pointer."""
        if event.button() == Qt.MouseButton.LeftButton and (there := self._at(event.position())):
            self.opened.emit(there)

"""The canvas: the page's drawing, a ring around what is selected, and the mouse.

It paints the very drawing that is printed.
"""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from ilead_studio.drawing.ops import Placed
from ilead_studio.drawing.theme import Theme, luminance
from ilead_studio.ui.keys import asked_on_item, letter_of
from ilead_studio.ui.look import TYPE
from ilead_studio.ui.moves import STILL
from ilead_studio.ui.nearest import nearest
from ilead_studio.ui.page_view import PageView
from ilead_studio.ui.status_words import invitation
from ilead_studio.ui.typeface import widget_font
from ilead_studio.ui.work import Work


class Canvas(PageView):
    """The page in view as a picture that can be worked on."""

    asked = Signal(str)
    typed = Signal(str)
    composed = Signal(object)

    def __init__(self, work: Work, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(work, theme, parent)
        self._hovered = ""
        modes = QPainter.CompositionMode
        is_dark = luminance(theme.paper) < luminance(theme.ink)
        self._blending = modes.CompositionMode_Lighten if is_dark else modes.CompositionMode_Darken
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.viewport().setMouseTracking(True)

    # --- events ----------------------------------------------------------------------------------
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint desk, sheet, drawing, and on top what is only on the screen."""
        self._drawn.now()
        with QPainter(self.viewport()) as painter:  # ended at an error too, or Qt ends the program
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.fillRect(event.rect(), QColor(self._theme.desk))
            painter.setPen(QPen(QColor(self._theme.rule), 1))
            painter.setBrush(QColor(self._theme.paper))
            painter.drawRoundedRect(self._sheet().adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
            if self._items:
                self._paint_drawing(painter, self._box_of(event.rect()))
                self._paint_marks(painter)
                self._paint_invitation(painter)

    def _paint_invitation(self, painter: QPainter) -> None:
        """On an empty page, say what to do next."""
        words = invitation(self._work)
        if words and not self._edited:
            sheet = self._sheet()
            painter.setFont(widget_font(TYPE["lead"]))
            painter.setPen(QColor(self._theme.ink_soft))
            upper = QRectF(sheet.left(), sheet.top(), sheet.width(), sheet.height() * 0.3)
            painter.drawText(upper, Qt.AlignmentFlag.AlignCenter.value, words)

    def _paint_marks(self, painter: QPainter) -> None:
        hovered = self._items.get(self._hovered)
        if hovered and self._hovered not in self._work.ids_selected:
            painter.setPen(QPen(QColor(self._theme.edge), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._ringed(hovered), 4, 4)
        if self._edited:
            return
        chosen = self._work.ids_selected
        for item_id in chosen:
            placed = self._items.get(item_id)
            if placed is None:
                continue
            painter.setCompositionMode(self._blending)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.accent_soft))
            painter.drawRoundedRect(self._ringed(placed), 4, 4)
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
            last = item_id == chosen[-1] and len(chosen) > 1
            colour = self._theme.focus if self.hasFocus() else self._theme.edge
            painter.setPen(QPen(QColor(colour), self._theme.ring + last))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._ringed(placed), 4, 4)

    def _ringed(self, placed: Placed) -> QRectF:
        """Where the ring of an item stands; it goes with the item."""
        moves = self._motion.moves
        step = moves.step(placed.group.node_id) if moves else STILL
        return self._to_view(placed.box.moved(*step)).adjusted(-3, -2, 3, 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass on what a key asks for; arrows go to the nearest item in their direction."""
        asks, letter = asked_on_item(event), letter_of(event)
        step = _ARROWS.get(Qt.Key(event.key()))
        if asks:
            self.asked.emit(asks)
        elif step and event.modifiers() in _PLAIN:
            self._go(step)
        elif letter:
            self.typed.emit(letter)
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, _forward: bool) -> bool:
        """Keep Tab: it asks why. F6 leaves the canvas."""
        return False

    def _go(self, step: tuple[int, int]) -> None:
        boxes = {item_id: placed.box for item_id, placed in self._items.items()}
        there = nearest(boxes, self._work.item_id, step)
        if there:
            self._work.select(there)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Begin a new item with what an input method composes."""
        if event.preeditString() or event.commitString().strip():
            self.composed.emit(event)
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring in the colour of focus."""
        super().focusInEvent(event)
        self._update_items(*self._work.ids_selected)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the ring in the colour of an edge."""
        super().focusOutEvent(event)
        self._update_items(*self._work.ids_selected)

    # --- mouse -----------------------------------------------------------------------------------
    def item_at(self, point: QPointF) -> str:
        """Return the item under a point of the viewport; empty when there is none."""
        self._drawn.now()
        at = self._to_page(point)
        return self._ink.spread.at(at.x(), at.y())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select with the left or the right button."""
        super().mousePressEvent(event)
        if event.button() not in (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton):
            return
        self.setFocus()
        there = self.item_at(event.position())
        if there and event.modifiers() & _SEVERAL:
            self._toggle(there)
        elif there and not (
            event.button() == Qt.MouseButton.RightButton and there in self._work.ids_selected
        ):
            self._work.select(there)

    def _toggle(self, item_id: str) -> None:
        others = tuple(it for it in self._work.ids_selected if it != item_id)
        taken = item_id in self._work.ids_selected
        self._work.select(*(others if taken and others else (*others, item_id)))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show what would be selected."""
        super().mouseMoveEvent(event)
        there = self.item_at(event.position())
        if there != self._hovered:
            self._update_items(self._hovered, there)
            self._hovered = there

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit the words of an item, or begin a new one on the empty sheet."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.asked.emit("edit" if self.item_at(event.position()) else "next")


_ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_PLAIN: Final = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_SEVERAL: Final = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier

"""The canvas: the page's drawing, a ring around what is selected, and the mouse.

It paints the very drawing that is printed.
"""

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
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

from ilead_studio.drawing.ops import Box, Drawing, Placed, TextLine
from ilead_studio.drawing.page import draw_page, fit, plan_page
from ilead_studio.drawing.paper import PAPERS
from ilead_studio.drawing.theme import Theme
from ilead_studio.model import Page, replace
from ilead_studio.ui.keys import asked_on_item, letter_of
from ilead_studio.ui.look import TYPE
from ilead_studio.ui.nearest import nearest
from ilead_studio.ui.painter import DrawingPainter
from ilead_studio.ui.sheet_view import IN_SIGHT, SheetView
from ilead_studio.ui.status_words import invitation
from ilead_studio.ui.surface import Place
from ilead_studio.ui.typeface import widget_font
from ilead_studio.ui.work import SLOT_ID, Work

LEAST_EDITOR_PX: Final = 15
CLEARLY_LARGER: Final = 1.12
"""A new plan must give text this much larger to replace the one in use."""
PAUSE_MS: Final = 800
ROOM: Final = PAPERS["letter"].wide().picture_room
"""The picture on the screen is the one on Letter paper."""


class Canvas(SheetView):
    """The page in view as a picture that can be worked on."""

    asked = Signal(str)
    typed = Signal(str)
    composed = Signal(object)

    def __init__(self, work: Work, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work, self._theme = work, theme
        self._ink = DrawingPainter(theme)
        self._drawing: Drawing | None = None
        self._placed: tuple[Placed, ...] = ()
        self._by_id: dict[str, Placed] = {}
        self._edited: str = ""
        self._hovered: str = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._reconsider_plan)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.viewport().setMouseTracking(True)
        work.changed.connect(self.refresh)
        work.renewed.connect(self._renew)
        work.selected.connect(self._on_selected)

    # --- drawing ---------------------------------------------------------------------------------
    def _renew(self) -> None:
        self._fits = True
        self.refresh()
        self.show_item(self._work.item_id)

    def refresh(self) -> None:
        """Draw the page anew, with the plan in use."""
        page = self._work.shown_page
        if page is None:
            self._drawing, self._placed, self._by_id = None, (), {}
        else:
            self._keep_a_plan(page)
            page = self._work.shown_page or page
            self._drawing = draw_page(self._work.shown, page, ROOM)
            self._placed = self._ink.take(self._drawing)
            self._by_id = {placed.group.node_id: placed for placed in self._placed}
        self._lay_out()
        self._pause.start()

    def _keep_a_plan(self, page: Page) -> None:
        """Give a page its first plan; it is kept with the page from then on."""
        if page.plan is None or page.plan.room != ROOM:
            self._work.keep_plan(plan_page(self._work.shown, page, ROOM))

    def _reconsider_plan(self) -> None:
        """Take another plan when typing pauses and it gives clearly larger text."""
        page = self._work.page
        if page is None or self._drawing is None or self._edited:
            return
        plan = plan_page(self._work.workbook, page, ROOM)
        if plan == page.plan:
            return
        replanned = replace(page, plan=plan)
        other = draw_page(self._work.workbook, replanned, ROOM)
        if fit(other, ROOM) > fit(self._drawing, ROOM) * CLEARLY_LARGER:
            self._work.keep_plan(plan)
            self.refresh()
            self.show_item(self._work.item_id)

    def bounds(self) -> Box:
        """Return the bounds of the drawing."""
        return self._drawing.bounds if self._drawing else Box(0.0, 0.0, 100.0, 100.0)

    def zoom_centre(self) -> QPointF:
        """Return the middle of the selected item, so that zooming keeps it in sight."""
        chosen = self._by_id.get(self._work.item_id)
        return self._to_view(chosen.box).center() if chosen else super().zoom_centre()

    # --- where words stand ------------------------------------------------------------------------
    def place_of(self, item_id: str) -> Place | None:
        """Return where the words of an item stand, with type large enough to read."""
        placed = self._by_id.get(item_id)
        if placed is None:
            return None
        text = next((op for op in placed.group.ops if isinstance(op, TextLine)), None)
        size, face = (text.size, text.face) if text else (15.0, "SemiBold")
        pixels = max(LEAST_EDITOR_PX, size * self._zoom)
        words, whole = placed.text_box, placed.box
        inside = whole.w - 2 * max(0.0, words.x - whole.x)
        rect = self._to_view(words._replace(w=max(words.w, inside)))
        wider = max(rect.width() * 1.02 * pixels / (size * self._zoom), 9 * pixels)
        rect.setWidth(wider)
        return Place(self.viewport(), rect.toAlignedRect(), pixels, face == "SemiBold")

    def show_item(self, item_id: str) -> None:
        """Scroll just enough to see an item with some room around it."""
        placed = self._by_id.get(item_id)
        if placed is None:
            return
        box = self._to_view(placed.box).adjusted(-IN_SIGHT, -IN_SIGHT, IN_SIGHT, IN_SIGHT)
        view = QRectF(self.viewport().rect())
        across = min(0.0, box.left()) or max(0.0, box.right() - view.right())
        down = min(0.0, box.top()) or max(0.0, box.bottom() - view.bottom())
        self._scroll_by(QPointF(across, down))

    def set_edited(self, item_id: str) -> None:
        """Leave out the words of an item while an editor stands over them."""
        self._edited = item_id
        self.viewport().update()

    def _on_selected(self) -> None:
        self.show_item(self._work.item_id)
        self.viewport().update()

    # --- events ----------------------------------------------------------------------------------
    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint desk, sheet, drawing, and on top what is only on the screen."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.viewport().rect(), QColor(self._theme.desk))
        painter.setPen(QPen(QColor(self._theme.rule), 1))
        painter.setBrush(QColor(self._theme.paper))
        painter.drawRoundedRect(self._sheet().adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        if self._drawing is not None:
            painter.save()
            painter.translate(self._origin())
            painter.scale(self._zoom, self._zoom)
            self._ink.paint(painter, without=(self._edited, SLOT_ID))
            painter.restore()
            self._paint_marks(painter)
            self._paint_invitation(painter)
        painter.end()

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
        hovered = self._by_id.get(self._hovered)
        if hovered and self._hovered not in self._work.ids_selected:
            painter.setPen(QPen(QColor(self._theme.edge), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._ringed(hovered), 4, 4)
        if self._edited:
            return
        chosen = self._work.ids_selected
        for item_id in chosen:
            placed = self._by_id.get(item_id)
            if placed is None:
                continue
            painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
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
        return self._to_view(placed.box).adjusted(-3, -2, 3, 2)

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
        boxes = {item_id: placed.box for item_id, placed in self._by_id.items()}
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
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show the ring in the colour of an edge."""
        super().focusOutEvent(event)
        self.viewport().update()

    # --- mouse -----------------------------------------------------------------------------------
    def item_at(self, point: QPointF) -> str:
        """Return the item under a point of the viewport; empty when there is none."""
        at = self._to_page(point)
        for placed in reversed(self._placed):
            box = placed.box
            if box.x <= at.x() <= box.right and box.y <= at.y() <= box.bottom:
                return placed.group.node_id
        return ""

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
            self._hovered = there
            self.viewport().update()

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

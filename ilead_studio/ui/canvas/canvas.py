"""The canvas: the page's drawing, a ring around what is selected, and the mouse.

It paints the very drawing that is printed.
"""

from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QWidget

from ilead_studio.drawing.ops import Box, Placed
from ilead_studio.drawing.page import Plan
from ilead_studio.drawing.theme import luminance
from ilead_studio.model import Fishbone, Page
from ilead_studio.rules.family import family
from ilead_studio.ui.canvas.found_marks import FoundMarks, holding
from ilead_studio.ui.canvas.gestures import HANDLE, Way, handle_of
from ilead_studio.ui.canvas.hand import Hand
from ilead_studio.ui.canvas.lit_links import LitLinks
from ilead_studio.ui.canvas.moves import STILL
from ilead_studio.ui.canvas.nearest import nearest
from ilead_studio.ui.canvas.over_page import LIT, UnderOver, paint_invitation
from ilead_studio.ui.canvas.page_reader import PageReader
from ilead_studio.ui.canvas.page_view import PageView
from ilead_studio.ui.canvas.rings import Rings
from ilead_studio.ui.canvas.still_page import StillPage
from ilead_studio.ui.commands.keymap import KeyMap
from ilead_studio.ui.commands.keys import begins, letter_of
from ilead_studio.ui.frame.status_words import invitation
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.work import Work


class Canvas(UnderOver, PageView):
    """The page in view as a picture that can be worked on."""

    asked = Signal(str)
    typed = Signal(str)
    composed = Signal(object)
    heading_asked = Signal(int)
    menu_asked = Signal(QPointF)

    def __init__(self, work: Work, look: Look, keys: KeyMap, parent: QWidget | None = None) -> None:
        super().__init__(work, look.theme, parent)
        self.keys, self._look, theme = keys, look, look.theme
        self.text_scale = look.scale
        self._hovered = ""
        self._lit = LitLinks(look.theme)
        self.hand = Hand(self, work, look, ranges=False)
        self.hand.tapped.connect(lambda: self.asked.emit("edit"))
        self.reader = PageReader(self, work)
        self._still = StillPage()
        modes = QPainter.CompositionMode
        is_dark = luminance(theme.paper) < luminance(theme.ink)
        blending = modes.CompositionMode_Lighten if is_dark else modes.CompositionMode_Darken
        self._found, self._rings = FoundMarks(theme, blending), Rings(theme, blending)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.viewport().setMouseTracking(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # --- events ----------------------------------------------------------------------------------
    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint desk, sheet, drawing, and on top what is only on the screen."""
        if self.is_coming:
            return
        self._drawn.now()
        with QPainter(self.viewport()) as painter:  # ended at an error too, or Qt ends the program
            over = self.over
            if over is None:
                self._still.forget()
                self._paint_page(painter, event.rect())
            else:
                painter.drawPixmap(0, 0, self._page_as_it_stands())
            if self._items:
                self._paint_marks(painter)
                self._paint_invitation(painter)
            if over:
                over.paint(painter, self._look)

    def _paint_page(self, painter: QPainter, rect: QRect) -> None:
        """Paint desk, sheet and drawing."""
        self.paint_sheet(painter, rect, self._theme)
        if self._items:
            view = self._box_of(rect)
            self._paint_drawing(painter, view)
            self._paint_found(painter, view)
            self._paint_sight(painter)

    def _page_as_it_stands(self) -> QPixmap:
        """Return the page as a picture: while something is dragged, only what is over it moves."""
        view, sight = self.viewport(), self._work.sight
        looks = (self._frame(), self._ink.spread.blocks, self.faint, sight, self.faded)
        return self._still.of(view, looks, lambda painter: self._paint_page(painter, view.rect()))

    def _paint_invitation(self, painter: QPainter) -> None:
        """On an empty page, say what to do next."""
        words = invitation(self._work)
        if words and not self._edited:
            paint_invitation(painter, self._sheet(), words, self._look)

    def _paint_found(self, painter: QPainter, view: Box) -> None:
        """Mark the words that are looked for; from far away, all words of the items they are in."""
        words = self._work.sight.sought
        found = holding(self._work.rows, words) - {self._edited} if words else frozenset()
        if not found or self.is_moving:
            return
        blocks = self._ink.spread.within(view)
        items = [it for block in blocks for it in block.items if it.group.node_id in found]
        if self.is_far:
            self._found.paint_far(painter, [self._to_view(it.text_box) for it in items])
            return
        faded = self.faded
        for item in items:
            boxes = map(self._to_view, self._found.of(item, words))
            self._found.paint(painter, boxes, faded=item.group.node_id in faded)

    def _paint_sight(self, painter: QPainter) -> None:
        """Light the boxes in the line of sight that is pinned, and the links between them.

        On a fishbone it is enough that all else is pale: causes have no boxes.
        """
        work, faded = self._work, self.faded
        if not work.sight.pinned or work.is_fishbone or self.is_moving:
            return
        lit = frozenset(it for it in self._items if it not in faded)
        painter.save()
        painter.translate(self._origin())
        painter.scale(self.zoom, self.zoom)
        self._lit.paint(painter, work, self._ink.spread.blocks, lit)
        painter.restore()
        painter.setPen(QPen(QColor(self._theme.accent), LIT))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for item_id in lit - {work.item_id}:
            painter.drawRoundedRect(self._to_view(self._items[item_id].box), 4, 4)

    def _paint_marks(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        hovered = None if self.over else self._items.get(self._hovered)
        if hovered and self._hovered not in self._work.ids_selected:
            self._rings.pointed(painter, self._ringed(hovered))
        if self._edited:
            return
        chosen, faint = self._work.ids_selected, self.faint
        listed = (self._work.sight.listed or frozenset()) - faint
        told = (self._items[it] for it in listed if it in self._items and it not in chosen)
        self._rings.listed(painter, map(self._ringed, told))
        for item_id in chosen:
            placed = self._items.get(item_id)
            if placed is None or item_id in faint:
                continue
            last = item_id == chosen[-1] and len(chosen) > 1
            lit = self.hasFocus() or item_id in listed
            self._rings.chosen(painter, self._ringed(placed), lit=lit, wider=last)
        if (ring := self.ring()) is not None and not faint:
            painter.setPen(QPen(QColor(self._theme.accent), 2))
            painter.setBrush(QColor(self._theme.paper))
            radius = self._look.px(HANDLE) - 1
            painter.drawEllipse(ring, radius, radius)

    def _ringed(self, placed: Placed) -> QRectF:
        """Where the ring of an item stands; it goes with the item."""
        moves = self._motion.moves
        step = moves.step(placed.group.node_id) if moves else STILL
        return self._to_view(placed.box.moved(*step)).adjusted(-3, -2, 3, 2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass on what a key asks for; arrows go to the nearest item in their direction."""
        if self.hand.key(event, down=True):
            return
        asks, letter = self.keys.asked_on_item(event), letter_of(event)
        step = _ARROWS.get(Qt.Key(event.key()))
        if asks:
            self.asked.emit(asks)
        elif step and event.modifiers() in _PLAIN:
            self._go(step)
        elif letter:
            self.typed.emit(letter)
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Let a drag know that Shift is no longer held."""
        if not self.hand.key(event, down=False):
            super().keyReleaseEvent(event)

    def focusNextPrevChild(self, _forward: bool) -> bool:
        """Keep Tab: it asks why. F6 leaves the canvas."""
        return False

    def _go(self, step: tuple[int, int]) -> None:
        self._drawn.now()  # keys may come faster than the page is drawn
        boxes = {item_id: placed.box for item_id, placed in self._items.items()}
        there = nearest(boxes, self._work.item_id, step)
        if there:
            self._work.select(there)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Begin a new item with what an input method composes."""
        if begins(event):
            self.composed.emit(event)
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring in the colour of focus."""
        super().focusInEvent(event)
        self._update_items(*self._work.ids_selected)
        self.reader.ask_anew()

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

    def heading_at(self, point: QPointF) -> int:
        """Return the column whose heading is under a point of the viewport; -1 for none."""
        columns = enumerate(self.headings())
        return next((column for column, box in columns if box.contains(point)), -1)

    def within(self, area: QRectF) -> list[str]:
        """Return the items that are seen in a part of the viewport."""
        self._drawn.now()
        blocks = self._ink.spread.within(self._box_of(area.toAlignedRect()))
        ids = dict.fromkeys(item.group.node_id for block in blocks for item in block.items)
        return [it for it in ids if self.box_of(it).adjusted(0, 0, 1, 1).intersects(area)]

    def box_of(self, item_id: str) -> QRectF:
        """Return where an item is seen in the viewport; empty when it is not."""
        placed = self._items.get(item_id)
        return self._to_view(placed.box) if placed else QRectF()

    def words_box_of(self, item_id: str) -> QRectF:
        """Return where the words of an item are seen."""
        placed = self._items.get(item_id)
        return self._to_view(placed.text_box) if placed else QRectF()

    def runs(self, item_id: str) -> Way:
        """Return which way siblings follow each other: bones away from the tail, others down."""
        page = self._work.page
        if not isinstance(page, Fishbone):
            return "down"
        if family(self._work.workbook, page).parents.get(item_id, ("",))[0] != page.id:
            return "down"
        return "left" if page.mirrored else "right"

    def corner(self) -> QPointF:
        """Return where the drawing begins in the viewport."""
        return self._origin()

    def scroll_on(self, by: QPointF) -> None:
        """Scroll, as far as there is paper."""
        self._scroll_by(by)

    def ring(self) -> QPointF | None:
        """Return the middle of the ring from which a link is drawn: at the item's free end."""
        page, chosen = self._work.page, self._work.item_id
        if page is None or self._edited or len(self._work.ids_selected) != 1 or chosen == page.id:
            return None
        box = self.box_of(chosen)
        mirrored = isinstance(page, Fishbone) and page.mirrored
        return None if box.isEmpty() else handle_of(box, self._look.px(HANDLE), mirrored=mirrored)

    def _take_plan(self, page: Page, plan: Plan) -> None:
        """Let nothing move under a mouse that holds an item; a plan is looked for again later."""
        if self.hand.is_pressed:
            self._pause.start()
        else:
            super()._take_plan(page, plan)

    def show_item(self, item_id: str) -> None:
        """Scroll just enough to see an item; not under a mouse that drags."""
        if self.hand.gesture is None:
            super().show_item(item_id)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is shown; what is dragged over it stays at the mouse."""
        super().scrollContentsBy(dx, dy)
        if self.hand.gesture:
            self.viewport().update()

    def _update_items(self, *item_ids: str) -> None:
        """Repaint some items, the rings around them and at their free ends."""
        super()._update_items(*item_ids)
        for item_id in item_ids:
            placed = self._ink.spread.by_id.get(item_id)
            if placed is not None:
                air = self._look.px(HANDLE) * 3
                box = self._to_view(placed.box).adjusted(-air, -air / 2, air, air / 2)
                self.viewport().update(box.toAlignedRect())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select with the left or the right button; what is pressed can be dragged."""
        super().mousePressEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.setFocus()
            self.hand.press(event)
        elif event.button() == Qt.MouseButton.RightButton:
            self.setFocus()
            there = self.item_at(event.position())
            if there and there not in self._work.ids_selected:
                self._work.select(there)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is under the pointer; by key, of what is selected."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            self.asked.emit("item menu")
        else:
            self.menu_asked.emit(QPointF(event.pos()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow what is dragged, or show what would be selected."""
        super().mouseMoveEvent(event)
        if self.hand.move(event):
            return
        if self._panned_from is None:
            self.hand.hover(event.position())
        there = self.item_at(event.position())
        if there != self._hovered:
            self._update_items(self._hovered, there)
            self._hovered = there

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go of what was dragged."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton:
            self.hand.release()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit the words of an item or a heading, or begin an item on the empty sheet."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        column = self.heading_at(event.position())
        if column >= 0:
            self.heading_asked.emit(column)
        else:
            self.asked.emit("edit" if self.item_at(event.position()) else "next")


_ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_PLAIN: Final = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)

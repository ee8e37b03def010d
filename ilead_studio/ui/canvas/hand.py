"""The mouse in one view: a press selects, a press that moves becomes a gesture.

Pressing one of several selected items keeps them all for a drag; letting go without one selects
only that item.
"""

from typing import Final, NamedTuple

from PySide6.QtCore import QObject, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPointingDevice

from ilead_studio.ui.canvas.branch_drag import BranchDrag
from ilead_studio.ui.canvas.gestures import HANDLE, Gesture, Ground, RubberBand, Shape
from ilead_studio.ui.links.drag import LinkDrag
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.work import Work

FAR_ENOUGH: Final = 6
"""Pixels that the mouse goes before a press becomes a drag."""
GRASP: Final = 12.0
"""Distance from the middle of a ring that still takes hold of it."""
EDGE: Final = 24
"""Pixels at the edges of a view from which it scrolls while something is dragged."""
_TICK_MS: Final = 30
_STEP: Final = 12.0
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_CTRL: Final = Qt.KeyboardModifier.ControlModifier


class _Press(NamedTuple):
    """A press of the left button: where, on which item, and what it would begin.

    ``again`` is a tap on what alone was selected before.
    """

    at: QPointF
    over: str
    on_ring: bool
    adding: bool
    only: bool
    again: bool


class Hand(QObject):
    """Follows the mouse over a ground; ``ranges`` lets Shift select from one item to another.

    ``turned`` tells that a gesture began or ended; ``tapped`` that a finger tapped what was
    selected already.
    """

    turned = Signal()
    tapped = Signal()

    def __init__(self, ground: Ground, work: Work, look: Look, *, ranges: bool) -> None:
        super().__init__(ground.viewport())
        self._ground, self._work, self._look, self._ranges = ground, work, look, ranges
        self.gesture: Gesture | None = None
        self._press: _Press | None = None
        self._at, self._told, self._anchor, self._shift = QPointF(), "", "", False
        self._scrolling = QTimer(self, interval=_TICK_MS)
        self._scrolling.timeout.connect(self._scroll)
        work.changed.connect(self.give_up)
        work.renewed.connect(self.give_up)

    @property
    def is_pressed(self) -> bool:
        """Whether the left button is held."""
        return self._press is not None

    def show_anew(self) -> None:
        """Let the ground be painted anew, with what is over it."""
        self._ground.viewport().update()

    def keys(self) -> tuple[str, ...]:
        """Name what helps while something is dragged."""
        return self.gesture.keys() if self.gesture else ()

    def press(self, event: QMouseEvent) -> None:
        """Select what is under the mouse, as the keys that are held ask."""
        at, held = event.position(), event.modifiers()
        over, on_ring = self._ground.item_at(at), self._is_on_ring(at)
        several, adding = self._work.ids_selected, bool(held & (_SHIFT | _CTRL))
        only = not adding and over in several and len(several) > 1
        again = _is_finger(event) and several == (over,)
        self._press = _Press(at, over, on_ring, adding, only, again)
        if on_ring or not over or only:
            return
        if held & _SHIFT:
            self._add(over)
            return
        self._anchor = over
        if held & _CTRL:
            others = tuple(it for it in several if it != over)
            self._work.select(*(others if over in several and others else (*others, over)))
        else:
            self._work.select(over)

    def _add(self, over: str) -> None:
        ids = [row.id for row in self._work.rows]
        start = self._anchor if self._anchor in ids else self._work.item_id
        if self._ranges and start in ids:
            one, two = sorted((ids.index(start), ids.index(over)))
            added = [it for it in ids[one : two + 1] if it != over]
            self._work.select(*added, over)
        else:
            self._work.select(*(it for it in self._work.ids_selected if it != over), over)

    def _is_on_ring(self, at: QPointF) -> bool:
        ring = self._ground.ring()
        if ring is None:
            return False
        way, px = (ring - at).manhattanLength(), self._look.px
        return way <= px(HANDLE + 3) or (way <= px(GRASP) and not self._ground.item_at(at))

    def move(self, event: QMouseEvent) -> bool:
        """Follow the mouse while the button is held; tells whether it is."""
        press, self._at = self._press, event.position()
        if press is None:
            return False
        far_enough = self._look.px(FAR_ENOUGH)
        if self.gesture is None and (self._at - press.at).manhattanLength() >= far_enough:
            self._begin(press)
        self._shift = bool(event.modifiers() & _SHIFT)
        self._follow()
        return True

    def hover(self, at: QPointF) -> None:
        """Show by the pointer what a press would take hold of."""
        work, page = self._work, self._work.page
        over = self._ground.item_at(at)
        if page is None or work.read_only:
            self._show(None)
        elif self._is_on_ring(at):
            self._show(Shape.CrossCursor)
        else:
            self._show(Shape.OpenHandCursor if over not in ("", page.id) else None)

    def _show(self, shape: Shape | None) -> None:
        view = self._ground.viewport()
        if shape is None:
            view.unsetCursor()
        elif view.cursor().shape() != shape:
            view.setCursor(shape)

    def _begin(self, press: _Press) -> None:
        page, work = self._work.page, self._work
        if page is None or (press.over == page.id and not press.on_ring):
            return
        if (press.on_ring or press.over) and work.refuses():
            self._press = None
        elif press.on_ring:
            self.gesture = LinkDrag(self._ground, work, press.at)
        elif press.over in work.ids_selected:
            self.gesture = BranchDrag(self._ground, work, self._look, press.over, press.at)
        elif not press.over:
            self.gesture = RubberBand(self._ground, work, press.at, adding=press.adding)
        if self.gesture:
            self.turned.emit()

    def _follow(self) -> None:
        if self.gesture is None:
            return
        self.gesture.move(self._at, shift=self._shift)
        self._show(self.gesture.shape)
        words = self.gesture.words()
        if words != self._told:
            self._told = words
            self._work.said.emit(words)
        if self._pull().isNull():
            self._scrolling.stop()
        elif not self._scrolling.isActive():
            self._scrolling.start()
        self.show_anew()

    def _pull(self) -> QPointF:
        """Return how far to scroll: toward the edge that the mouse is near to."""
        view, edge = self._ground.viewport().rect(), self._look.px(EDGE)
        x = (self._at.x() > view.width() - edge) - (self._at.x() < edge)
        y = (self._at.y() > view.height() - edge) - (self._at.y() < edge)
        return QPointF(x * _STEP, y * _STEP)

    def _scroll(self) -> None:
        self._ground.scroll_on(self._pull())
        self._follow()

    def release(self) -> bool:
        """Let go: do what the gesture shows; tells whether the button was held."""
        press, gesture = self._press, self.gesture
        self._end()
        if gesture:
            gesture.release()
        elif press and press.only:
            self._anchor = press.over
            self._work.select(press.over)
        elif press and press.again:
            self.tapped.emit()
        elif press and not (press.over or press.on_ring or press.adding):
            self._work.select(self._work.item_id)
        return press is not None

    def give_up(self) -> bool:
        """Put everything back; tells whether there was a gesture."""
        gesture = self.gesture
        self._end()
        if gesture and (words := gesture.give_up()):
            self._work.said.emit(words)
        return gesture is not None

    def _end(self) -> None:
        self._press, self._told = None, ""
        self._scrolling.stop()
        if self.gesture:
            self.gesture = None
            self._show(None)
            self.show_anew()
            self.turned.emit()

    def key(self, event: QKeyEvent, *, down: bool) -> bool:
        """Take every key while something is dragged: Escape puts it back, Shift makes it weak."""
        if self.gesture is None:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        elif event.key() == Qt.Key.Key_Shift:
            self._shift = down
            self._follow()
        return True


def _is_finger(event: QMouseEvent) -> bool:
    """Tell whether a finger made the press: Qt turns touches into presses of the mouse."""
    return event.pointerType() == QPointingDevice.PointerType.Finger

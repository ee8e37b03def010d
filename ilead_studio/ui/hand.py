"""The mouse in one view: a press selects, a press that moves becomes a gesture.

Pressing one of several selected items keeps them all for a drag; letting go without one selects
only that item.
"""

from typing import Final, NamedTuple

from PySide6.QtCore import QObject, QPointF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent

from ilead_studio.ui.gestures import (
    FAR_ENOUGH,
    GRASP,
    HANDLE,
    BranchDrag,
    Gesture,
    Ground,
    LinkDrag,
    RubberBand,
)
from ilead_studio.ui.work import Work

EDGE: Final = 24
"""Pixels at the edges of a view from which it scrolls while something is dragged."""
_TICK_MS: Final = 30
_STEP: Final = 12.0
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_CTRL: Final = Qt.KeyboardModifier.ControlModifier


class _Press(NamedTuple):
    """A press of the left button: where, on which item, and what it would begin."""

    at: QPointF
    over: str
    on_ring: bool
    adding: bool
    only: bool


class Hand(QObject):
    """Follows the mouse over a ground; ``ranges`` lets Shift select from one item to another."""

    def __init__(self, ground: Ground, work: Work, *, ranges: bool) -> None:
        super().__init__(ground.viewport())
        self._ground, self._work, self._ranges = ground, work, ranges
        self.gesture: Gesture | None = None
        self._press: _Press | None = None
        self._at, self._told, self._anchor = QPointF(), "", ""
        self._scrolling = QTimer(self, interval=_TICK_MS)
        self._scrolling.timeout.connect(self._scroll)
        work.changed.connect(self.give_up)
        work.renewed.connect(self.give_up)

    @property
    def is_pressed(self) -> bool:
        """Whether the left button is held."""
        return self._press is not None

    @property
    def faint(self) -> frozenset[str]:
        """What is painted pale now."""
        return self.gesture.faint if self.gesture else frozenset()

    def press(self, event: QMouseEvent) -> None:
        """Select what is under the mouse, as the keys that are held ask."""
        at, held = event.position(), event.modifiers()
        over, on_ring = self._ground.item_at(at), self._is_on_ring(at)
        several, adding = self._work.ids_selected, bool(held & (_SHIFT | _CTRL))
        only = not adding and over in several and len(several) > 1
        self._press = _Press(at, over, on_ring, adding, only)
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
        way = (ring - at).manhattanLength()
        return way <= HANDLE + 3 or (way <= GRASP and not self._ground.item_at(at))

    def move(self, event: QMouseEvent) -> bool:
        """Follow the mouse while the button is held; tells whether it is."""
        press, self._at = self._press, event.position()
        if press is None:
            return False
        if self.gesture is None and (self._at - press.at).manhattanLength() >= FAR_ENOUGH:
            self._begin(press)
        self._follow(shift=bool(event.modifiers() & _SHIFT))
        return True

    def _begin(self, press: _Press) -> None:
        page, work = self._work.page, self._work
        if page is None or (press.over == page.id and not press.on_ring):
            return
        if (press.on_ring or press.over) and work.refuses():
            self._press = None
        elif press.on_ring:
            self.gesture = LinkDrag(self._ground, work, press.at)
        elif press.over in work.ids_selected:
            self.gesture = BranchDrag(self._ground, work, press.over, press.at)
        elif not press.over:
            self.gesture = RubberBand(self._ground, work, press.at, adding=press.adding)

    def _follow(self, *, shift: bool) -> None:
        if self.gesture is None:
            return
        self.gesture.move(self._at, shift=shift)
        words = self.gesture.words()
        if words != self._told:
            self._told = words
            self._work.said.emit(words)
        if self._pull().isNull():
            self._scrolling.stop()
        elif not self._scrolling.isActive():
            self._scrolling.start()
        self._ground.viewport().update()

    def _pull(self) -> QPointF:
        """Return how far to scroll: toward the edge that the mouse is near to."""
        view = self._ground.viewport().rect()
        x = (self._at.x() > view.width() - EDGE) - (self._at.x() < EDGE)
        y = (self._at.y() > view.height() - EDGE) - (self._at.y() < EDGE)
        return QPointF(x * _STEP, y * _STEP)

    def _scroll(self) -> None:
        self._ground.scroll_on(self._pull())
        self._follow(shift=False)

    def release(self) -> bool:
        """Let go: do what the gesture shows; tells whether the button was held."""
        press, gesture = self._press, self.gesture
        self._end()
        if gesture:
            gesture.release()
        elif press and press.only:
            self._anchor = press.over
            self._work.select(press.over)
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
            self._ground.viewport().update()

    def key(self, event: QKeyEvent, *, down: bool) -> bool:
        """Take every key while something is dragged: Escape puts it back, Shift makes it weak."""
        if self.gesture is None:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.give_up()
        elif event.key() == Qt.Key.Key_Shift:
            self._follow(shift=down)
        return True

"""The change ideas in the square of effort and impact: dragged, or moved by arrow keys.

A place is a judgement of the group, not data; the words beside the pointer say what it means.
"""

from typing import Final

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QWidget

from ilead_studio.drawing.ops import Box
from ilead_studio.model import Idea
from ilead_studio.rules.ideas import IdeaRow, spoken_idea
from ilead_studio.rules.square import square_words
from ilead_studio.ui.canvas.nearest import nearest
from ilead_studio.ui.commands.keymap import KeyMap
from ilead_studio.ui.commands.keys import letter_of
from ilead_studio.ui.ideas.choice import IdeaChoice
from ilead_studio.ui.ideas.square_paint import SquarePainter
from ilead_studio.ui.ideas.square_places import STEPS, Grid, Place, places, waiting
from ilead_studio.ui.looks.look import Look
from ilead_studio.words import count, say

_DRAG: Final = 6
_LEAST: Final = (560, 500)
"""With less room than this it scrolls: a card in it has to show some words."""
_WAITS, _MORE = 160, 36
"""Least width of a card that waits, and the room for how many more there are."""
_ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1),
}  # fmt: skip
_STEPS: Final = {"move out": (-1, 0), "move in": (1, 0), "move up": (0, 1), "move down": (0, -1)}


class IdeaSquare(QWidget):
    """Shows every idea at its place, and those that have none in a strip below.

    ``placed`` brings an idea and its steps of effort and impact; ``words_asked`` an idea (empty for
    the next one) whose words are to be typed, and what was typed for them; ``sought`` is the part
    that is to be in sight.
    """

    placed = Signal(str, int, int)
    asked = Signal(str)
    words_asked = Signal(str, str)
    menu_asked = Signal(QPoint)
    sought = Signal(QRect)

    def __init__(self, choice: IdeaChoice, look: Look, keys: KeyMap) -> None:
        super().__init__()
        self._choice, self._look, self._keys = choice, look, keys
        self._rows: tuple[IdeaRow, ...] = ()
        self._painter = SquarePainter(look, choice.lit)
        choice.lit.show_in(self)
        self._in_sight = ""
        self._pressed: QPointF | None = None
        self._pointer: QPointF | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(say("Square of effort and impact"))
        self.setMinimumSize(look.px(_LEAST[0]), look.px(_LEAST[1]))

    # --- what is shown ---------------------------------------------------------------------------
    def show_rows(self) -> None:
        """Show the ideas as they are now."""
        self._rows = self._choice.rows
        self.show_chosen()

    def show_chosen(self) -> None:
        """Show which idea is chosen, and say it to a screen reader."""
        words = self._spoken()
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            if QAccessible.isActive() and self.hasFocus():
                changed = QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
                QAccessible.updateAccessibility(changed)
        self.update()
        there = next((it for it in self._all() if it.row.idea.id == self._choice.last), None)
        if there is not None and there.row.idea.id != self._in_sight:
            self._in_sight = there.row.idea.id
            box = there.box
            self.sought.emit(QRect(round(box.x), round(box.y), round(box.w), round(box.h)))

    def _spoken(self) -> str:
        row = next((it for it in self._rows if it.idea.id == self._choice.last), None)
        if row is None:
            return count(len(self._rows), "{number} idea", "{number} ideas")
        at = self._rows.index(row) + 1
        place = say("{position} of {siblings}", position=at, siblings=len(self._rows))
        meaning = square_words(row.idea.effort, row.idea.impact, self._choice.naming)
        return f"{row.idea.text}, {spoken_idea(row)}, {meaning}, {place}"

    def _grid(self) -> Grid:
        """Return where the square stands: its names at the left and below, then the strip."""
        px = self._look.px
        left, below, strip, air = px(44), px(44), px(36), px(12)
        wide = max(px(200), self.width() - left - air)
        tall = max(px(160), self.height() - below - strip - 2 * air)
        square = Box(left, air, wide, tall)
        named, more = px(100), px(_MORE)
        top, strip_wide = self.height() - strip - px(4), wide - named - more
        return Grid(square, Box(left + named, top, strip_wide, strip - px(4)))

    def _all(self) -> tuple[Place, ...]:
        grid, chosen, scale = self._grid(), self._choice.last, self._look.scale
        px = self._look.px
        rest = waiting(self._rows, grid.strip, px(_WAITS), px(8), chosen)
        return (*places(self._rows, grid, chosen, scale), *rest)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the square, its cards, and the one that is being dragged."""
        grid = self._grid()
        with QPainter(self) as painter:
            self._painter.naming = self._choice.naming
            self._painter.paint_ground(painter, QRect(self.rect()), grid)
            waits = sum(not (it.idea.effort and it.idea.impact) for it in self._rows)
            every = self._all()
            shown = sum(not (it.row.idea.effort and it.row.idea.impact) for it in every)
            self._painter.paint_strip_name(painter, grid, waits, waits - shown)
            for place in every:
                self._paint_place(painter, place)
            if self._pointer is not None:
                target = grid.step_at(self._pointer.x(), self._pointer.y())
                idea = self._choice.idea
                text = idea.text if idea else ""
                self._painter.paint_target(painter, grid, target, self._pointer, text)

    def _paint_place(self, painter: QPainter, place: Place) -> None:
        chosen = place.row.idea.id == self._choice.last
        focus, lifted = chosen and self.hasFocus(), chosen and self._pointer is not None
        self._painter.paint_card(painter, place, chosen=chosen, focus=focus, lifted=lifted)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show no ring."""
        super().focusOutEvent(event)
        self.update()

    def beside(self, _idea: Idea) -> tuple[IdeaRow, ...]:
        """Return the ideas that are shown."""
        return self._rows

    def box(self) -> QRect:
        """Return where the chosen card is on the screen."""
        there = next((it for it in self._all() if it.row.idea.id == self._choice.last), None)
        box = there.box if there else self._grid().cell(1, STEPS)
        corner = self.mapToGlobal(QPoint(round(box.x), round(box.y)))
        return QRect(corner.x(), corner.y(), round(box.w), round(box.h))

    # --- what is done ----------------------------------------------------------------------------
    def begin_next(self) -> None:
        """Ask for the next idea."""
        self.words_asked.emit("", "")

    def edit_words(self) -> None:
        """Ask for other words of the chosen idea."""
        self.words_asked.emit(self._choice.last, "")

    def shift(self, name: str) -> None:
        """Move the chosen idea one step; one without a place comes to the lowest steps."""
        idea = self._choice.idea
        if idea is not None:
            self.placed.emit(idea.id, *self._beside(idea, name))

    @staticmethod
    def _beside(idea: Idea, name: str) -> tuple[int, int]:
        if not (idea.effort and idea.impact):
            return idea.effort or 1, idea.impact or 1
        across, up = _STEPS[name]
        return (
            max(1, min(STEPS, idea.effort + across)), max(1, min(STEPS, idea.impact + up)),
        )  # fmt: skip

    def why_not_shift(self, name: str) -> str:
        """Say that an idea is at the edge."""
        idea = self._choice.idea
        if idea is None or self._beside(idea, name) != (idea.effort, idea.impact):
            return ""
        return say("It is at the edge of the square already.")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose, commands are asked for, letters begin the next idea."""
        key, name, letter = Qt.Key(event.key()), self._keys.asked_on_item(event), letter_of(event)
        if key == Qt.Key.Key_Escape and self._pointer is not None:
            self._end_drag()
        elif name and name not in ("in", "out", "clear", "home"):
            self.asked.emit(name)
        elif key in _ARROWS and not event.modifiers():
            self._choose_towards(_ARROWS[key])
        elif letter:
            self.words_asked.emit("", letter)
        else:
            super().keyPressEvent(event)

    def _choose_towards(self, step: tuple[int, int]) -> None:
        boxes = {it.row.idea.id: it.box for it in self._all()}
        there = nearest(boxes, self._choice.last, step)
        if there:
            self._choice.choose(there)

    # --- the mouse -------------------------------------------------------------------------------
    def _place_at(self, at: QPointF) -> Place | None:
        every = reversed(self._all())
        return next((it for it in every if _holds(it.box, at)), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the card under the pointer."""
        there = self._place_at(event.position())
        if there is not None:
            self._choice.choose(there.row.idea.id)
            if event.button() == Qt.MouseButton.LeftButton:
                self._pressed = event.position()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Let the chosen card follow the pointer."""
        if self._pressed is None:
            return
        way = event.position() - self._pressed
        if self._pointer is not None or way.manhattanLength() >= _DRAG:
            self._pointer = event.position()
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Put the card into the cell under the pointer."""
        dragged = self._pointer is not None
        self._end_drag()
        effort, impact = self._grid().step_at(event.position().x(), event.position().y())
        idea = self._choice.idea
        if dragged and effort and idea is not None:
            self.placed.emit(idea.id, effort, impact)

    def _end_drag(self) -> None:
        self._pressed = self._pointer = None
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit the words of a card."""
        if self._place_at(event.position()):
            self.asked.emit("edit")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the card under the pointer."""
        self.menu_asked.emit(event.globalPos())

    def event(self, event: QEvent) -> bool:
        """Say all the words of a card that has no room for them."""
        if event.type() == QEvent.Type.ToolTip:
            there = self._place_at(QPointF(self.mapFromGlobal(self.cursor().pos())))
            self.setToolTip(there.row.idea.text if there else "")
        return super().event(event)


def _holds(box: Box, at: QPointF) -> bool:
    return box.x <= at.x() < box.right and box.y <= at.y() < box.bottom

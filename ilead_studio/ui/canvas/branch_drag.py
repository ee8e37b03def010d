"""Dragging a branch to another place, on the page and in the outline."""

from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from ilead_studio import edits
from ilead_studio.rules.family import family
from ilead_studio.session.landing import Landing, Side, landing, move_label
from ilead_studio.ui.canvas.gestures import Ground, Shape
from ilead_studio.ui.canvas.over_page import paint_at_pointer, paint_dashed
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.work import Work
from ilead_studio.words import count, say, short

NEAR: Final = 40
"""Pixels from an item within which a drop still means it."""


class BranchDrag:
    """Takes what is selected, with all below it, to another place."""

    faded: frozenset[str] | None = None

    def __init__(self, ground: Ground, work: Work, look: Look, held: str, at: QPointF) -> None:
        self._ground, self._work, self._at = ground, work, at
        self._near = look.px(NEAR)
        page = work.page
        assert page is not None
        self._page, kin = page, family(work.workbook, page)
        self._ids = tuple(it for it in work.ids_selected if it in kin.items)
        self.faint = frozenset(below for it in self._ids for below in kin.branch(it))
        self._kin, self._heading = kin, kin.items[held].text
        self._from = kin.parents[held][0]
        self._over, self._side = "", "on"
        self._landing: Landing | None = None

    def move(self, at: QPointF, *, shift: bool) -> None:
        """Find the place under the mouse."""
        self._at = at
        over = self._ground.item_at(at) or self._nearest(at)
        side: Side = self._side_of(over, at) if over else "on"
        if (over, side) != (self._over, self._side):
            self._over, self._side = over, side
            book = self._work.workbook
            is_itself = not over or (over in self._ids and side == "on")
            self._landing = None if is_itself else landing(book, self._page, self._ids, over, side)

    def _nearest(self, at: QPointF) -> str:
        near = self._near
        around = QRectF(at, at).adjusted(-near, -near, near, near)
        seen = self._ground.within(around)
        ways = {it: _distance(self._ground.box_of(it), at) for it in seen}
        found = min(ways, key=lambda it: ways[it], default="")
        return found if found and ways[found] <= near else ""

    def _side_of(self, over: str, at: QPointF) -> Side:
        """Tell whether the mouse is on an item's words or beside them: the middle half is on."""
        box, way = self._ground.box_of(over), self._ground.runs(over)
        if way == "down":
            return _side((at.y() - box.top()) / max(1.0, box.height()))
        if all(self._ground.runs(it) == "down" for it in self._ids):
            return "on"
        share = (at.x() - box.left()) / max(1.0, box.width())
        return _side(share if way == "right" else 1 - share)

    def release(self) -> None:
        """Move the branch, or say why it cannot go there."""
        found, work, before = self._landing, self._work, self._work.workbook
        if found is None or found.refusal:
            work.said.emit(found.refusal if found else self.give_up())
            return
        place, ids, words = found.place, self._ids, short(self._heading)
        moves = work.step(
            move_label(self._heading, len(ids)),
            lambda book: edits.move_all(book, ids, place.parent_id, place.before),
            moves=True,
        )
        if moves and work.workbook is before:
            work.said.emit(self.give_up())
        elif moves:
            work.said.emit(say("Moved “{text}”: {place}.", text=words, place=found.words))

    def give_up(self) -> str:
        """Nothing has been moved."""
        return say("It stays where it was.")

    @property
    def shape(self) -> Shape:
        """A hand that holds something; another one where it cannot be let go."""
        refused = self._landing is not None and self._landing.refusal
        return Shape.ForbiddenCursor if refused else Shape.ClosedHandCursor

    def keys(self) -> tuple[str, ...]:
        """Name what helps now."""
        below = (
            say("On a cause  it becomes a why")
            if self._work.is_fishbone
            else say("On a driver  it goes below")
        )
        between = say("Between two  it stands there")
        return say("Let go  it lands there"), between, below, say("Esc  put it back")

    def words(self) -> str:
        """Say what would be moved, from where to where, and how to give up."""
        found = self._landing
        if found is None:
            return say("Drop it on an item, or between two. Esc puts it back.")
        if found.refusal:
            return found.refusal
        more = len(self.faint) - 1
        what = say("“{text}”", text=short(self._heading))
        if more:
            others = count(more, "{number} more", "{number} more")
            what = say("{item} and {others}", item=what, others=others)
        above, place = self._kin.items.get(self._from), found.words
        if above and found.place.parent_id != self._from:
            place = say("{place} (until now under {old})", place=place, old=short(above.text))
        return say("Moving {what}: {place}. Esc puts it back.", what=what, place=place)

    def paint(self, painter: QPainter, look: Look) -> None:
        """Show the target, and the heading with its words at the mouse."""
        found = self._landing
        if found and not found.refusal:
            self._paint_target(painter, look, found)
        more = len(self.faint) - 1
        heading = f"{self._heading}  +{more}" if more else self._heading
        told = found.words if found and not found.refusal else ""
        paint_at_pointer(painter, look, self._ground.viewport(), self._at, heading, told)

    def _paint_target(self, painter: QPainter, look: Look, found: Landing) -> None:
        paint_dashed(painter, look, self._ground.box_of(found.place.parent_id))
        if self._side == "on":
            return
        painter.setPen(QPen(QColor(look.theme.accent), 3))
        painter.drawLine(*self._bar(found))

    def _bar(self, found: Landing) -> tuple[QPointF, QPointF]:
        """Return the ends of the bar between siblings; it stands below all that hangs on one."""
        box, way = self._ground.box_of(self._over), self._ground.runs(self._over)
        if way != "down":
            x = box.left() - 4 if (self._side == "before") == (way == "right") else box.right() + 4
            return QPointF(x, box.top()), QPointF(x, box.bottom())
        following = self._ground.box_of(found.place.before) if found.place.before else QRectF()
        y = following.top() - 2
        if following.isEmpty():
            boxes = [self._ground.box_of(it) for it in self._kin.branch(self._over)]
            y = max(it.bottom() for it in boxes if not it.isEmpty()) + 2
        return QPointF(box.left(), y), QPointF(box.right(), y)


def _side(share: float) -> Side:
    return "before" if share < 0.25 else "after" if share > 0.75 else "on"


def _distance(box: QRectF, at: QPointF) -> float:
    across = max(box.left() - at.x(), at.x() - box.right(), 0.0)
    return across + max(box.top() - at.y(), at.y() - box.bottom(), 0.0)

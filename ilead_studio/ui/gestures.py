"""What the mouse does on the page while a button is held: one class for each gesture.

A gesture only previews; the document changes once, on release, and Escape leaves nothing behind.
"""

from collections.abc import Iterable
from typing import Final, Literal, Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QWidget

from ilead_studio import edits
from ilead_studio.drawing.theme import Theme
from ilead_studio.model import Fishbone, Page, Workbook
from ilead_studio.rules.family import family
from ilead_studio.session.landing import Landing, Side, landing
from ilead_studio.session.linking import linking, refusal, unfit
from ilead_studio.ui.look import TYPE
from ilead_studio.ui.typeface import widget_font
from ilead_studio.ui.work import Work
from ilead_studio.words import count, say

FAR_ENOUGH: Final = 6
"""Pixels that the mouse goes before a press becomes a drag."""
NEAR: Final = 40
"""Pixels from an item within which a drop still means it."""
HANDLE: Final = 5.0
"""Radius of the ring at an item's free end, from which a link is drawn."""
GRASP: Final = 12.0
"""Distance from the middle of a ring that still takes hold of it."""
_DASHES: Final = (5.0, 3.0)


Way = Literal["down", "right", "left"]


class Ground(Protocol):
    """What a gesture needs of the view under it: the page, or the outline."""

    def within(self, area: QRectF) -> Iterable[str]:
        """Every item that is seen in a part of the viewport."""

    def box_of(self, item_id: str) -> QRectF:
        """Where an item is seen in the viewport; empty when it is not."""

    def words_box_of(self, item_id: str) -> QRectF:
        """Where the words of an item are seen."""

    def item_at(self, point: QPointF) -> str:
        """The item under a point of the viewport; empty when there is none."""

    def runs(self, item_id: str) -> Way:
        """Which way the siblings of an item follow each other."""

    def corner(self) -> QPointF:
        """Where the content begins in the viewport; it goes along when the view is scrolled."""

    def scroll_on(self, by: QPointF) -> None:
        """Scroll, as far as there is anything."""

    def ring(self) -> QPointF | None:
        """The middle of the ring from which a link is drawn; None when there is none."""

    def viewport(self) -> QWidget:
        """What is painted on."""


class Gesture(Protocol):
    """One thing that is being done with the mouse; ``faint`` items are painted at ``FAINT``."""

    faint: frozenset[str]

    def move(self, at: QPointF, *, shift: bool) -> None:
        """Follow the mouse."""

    def release(self) -> None:
        """Do it."""

    def give_up(self) -> str:
        """Leave everything as it was before, and say so."""

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Show over the page what would happen."""

    def words(self) -> str:
        """Say what would happen, for the status line and a screen reader."""


def handle_of(box: QRectF, *, mirrored: bool) -> QPointF:
    """Return the middle of the ring at the free end of an item that is seen in a box."""
    return QPointF(box.right() + HANDLE if mirrored else box.left() - HANDLE, box.center().y())


class BranchDrag:
    """Takes what is selected, with all below it, to another place."""

    def __init__(self, ground: Ground, work: Work, held: str, at: QPointF) -> None:
        self._ground, self._work, self._at = ground, work, at
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
        around = QRectF(at, at).adjusted(-NEAR, -NEAR, NEAR, NEAR)
        seen = self._ground.within(around)
        ways = {it: _distance(self._ground.box_of(it), at) for it in seen}
        found = min(ways, key=lambda it: ways[it], default="")
        return found if found and ways[found] <= NEAR else ""

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
        found = self._landing
        if found is None:
            return
        if found.refusal:
            self._work.said.emit(found.refusal)
            return
        label = say("move “{text}”", text=self._heading[:40])
        place, ids = found.place, self._ids
        self._work.step(
            label,
            lambda book: edits.move_all(book, ids, place.parent_id, place.before),
            moves=True,
        )

    def give_up(self) -> str:
        """Nothing has been moved."""
        return say("It stays where it was.")

    def words(self) -> str:
        """Say where it would land."""
        if self._landing is None:
            return say("Drop it on an item, or between two.")
        if self._landing.refusal:
            return self._landing.refusal
        above = self._kin.items.get(self._from)
        if above is None or self._landing.place.parent_id == self._from:
            return self._landing.words
        return say("{place} (until now under {old})", place=self._landing.words, old=above.text)

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Show the target, and the heading with its words at the mouse."""
        found = self._landing
        if found and not found.refusal:
            self._paint_target(painter, theme, found)
        more = len(self.faint) - 1
        heading = f"{self._heading}  +{more}" if more else self._heading
        told = found.words if found and not found.refusal else ""
        _paint_at_pointer(painter, theme, self._ground.viewport(), self._at, heading, told)

    def _paint_target(self, painter: QPainter, theme: Theme, found: Landing) -> None:
        _paint_dashed(painter, theme, self._ground.box_of(found.place.parent_id))
        if self._side == "on":
            return
        painter.setPen(QPen(QColor(theme.accent), 3))
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


class LinkDrag:
    """Draws a link from an item's ring: one more driver it serves, or a linked copy of a cause."""

    def __init__(self, ground: Ground, work: Work, start: QPointF) -> None:
        self._ground, self._work = ground, work
        self._start, self._at = start, start
        page = work.page
        assert page is not None
        self._page, self._source = page, work.item_id
        self._target, self._refusal, self._weak = "", "", False
        self.faint = unfit(work.workbook, page, self._source) - {self._source}

    def move(self, at: QPointF, *, shift: bool) -> None:
        """Find the item under the mouse, and whether it can be linked."""
        self._at, self._weak = at, shift
        over = self._ground.item_at(at)
        if over == self._target:
            return
        self._target, self._refusal = over if over != self._source else "", ""
        if self._target:
            book = self._work.workbook
            self._refusal = refusal(book, self._page, self._source, self._target)

    def release(self) -> None:
        """Make the link, or say why there can be none."""
        if self._refusal:
            self._work.said.emit(self._refusal)
        elif self._target:
            make_link(self._work, self._page, self._source, self._target, weak=self._weak)

    def give_up(self) -> str:
        """Nothing has been linked."""
        return say("Nothing was linked.")

    def words(self) -> str:
        """Say what would be linked."""
        if not self._target:
            if isinstance(self._page, Fishbone):
                return say("Drop it where a linked copy shall hang.")
            return say("Drop it on what it serves. Shift makes the link weak.")
        if self._refusal:
            return self._refusal
        row = next(row for row in self._work.rows if row.id == self._target)
        text = row.text or say("the aim")
        if isinstance(self._page, Fishbone):
            return say("linked copy under {text}", text=text)
        return (
            say("serves {text}, weakly", text=text)
            if self._weak
            else say("serves {text}", text=text)
        )

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Show the line, the target, and the words."""
        pen = QPen(QColor(theme.accent), 2.5)
        if self._weak:
            pen.setStyle(Qt.PenStyle.DotLine)
        painter.setPen(pen)
        painter.drawLine(self._ground.ring() or self._start, self._at)
        if self._target:
            if not self._refusal:
                _paint_dashed(painter, theme, self._ground.box_of(self._target))
            _paint_at_pointer(painter, theme, self._ground.viewport(), self._at, "", self.words())


class RubberBand:
    """Selects what lies in a rectangle; with Shift or Ctrl, besides what is selected."""

    faint: frozenset[str] = frozenset()

    def __init__(self, ground: Ground, work: Work, start: QPointF, *, adding: bool) -> None:
        self._ground, self._work, self._start = ground, work, start - ground.corner()
        self._was, self._adding = work.ids_selected, adding
        self._band = QRectF(start, start)

    def move(self, at: QPointF, *, shift: bool) -> None:
        """Select what is inside now."""
        self._band = QRectF(self._start + self._ground.corner(), at).normalized()
        seen = self._ground.within(self._band)
        inside = [it for it in seen if self._band.intersects(self._ground.words_box_of(it))]
        ids = tuple(dict.fromkeys((*(self._was if self._adding else ()), *inside))) or self._was
        if ids != self._work.ids_selected:
            self._work.select(*ids)

    def release(self) -> None:
        """The selection stays as it is."""

    def give_up(self) -> str:
        """Select again what was selected before."""
        self._work.select(*self._was)
        return ""

    def words(self) -> str:
        """Say how many are selected."""
        number = len(self._work.ids_selected)
        return count(number, "{number} item is selected.", "{number} items are selected.")

    def paint(self, painter: QPainter, theme: Theme) -> None:
        """Show the rectangle."""
        ground = QColor(theme.accent_soft)
        ground.setAlphaF(0.4)
        painter.setBrush(ground)
        painter.setPen(QPen(QColor(theme.accent), 1))
        painter.drawRect(self._band)


def make_link(work: Work, page: Page, source: str, target: str, *, weak: bool) -> bool:
    """Make a link, or a linked copy, which is selected then; a refusal is said."""
    new_id, copies = work.ids(), isinstance(page, Fishbone)
    label = say("make a linked copy") if copies else say("link")

    def edit(book: Workbook) -> Workbook:
        return linking(page, source, target, new_id, weak=weak)(book)

    return work.step(label, edit, select=new_id if copies else "")


def _side(share: float) -> Side:
    return "before" if share < 0.25 else "after" if share > 0.75 else "on"


def _distance(box: QRectF, at: QPointF) -> float:
    across = max(box.left() - at.x(), at.x() - box.right(), 0.0)
    return across + max(box.top() - at.y(), at.y() - box.bottom(), 0.0)


def _paint_dashed(painter: QPainter, theme: Theme, box: QRectF) -> None:
    if box.isEmpty():
        return
    pen = QPen(QColor(theme.accent), 2)
    pen.setDashPattern(_DASHES)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box.adjusted(-4, -4, 4, 4), 5, 5)


def _paint_at_pointer(
    painter: QPainter, theme: Theme, over: QWidget, at: QPointF, heading: str, told: str
) -> None:
    """Paint words 8 pixels right of the mouse and below it; left of it near the right edge."""
    font = widget_font(TYPE["body"])
    metrics, most = QFontMetricsF(font), over.width() * 0.5
    lines = [it for it in (heading, told) if it]
    shown = [metrics.elidedText(it, Qt.TextElideMode.ElideRight, most) for it in lines]
    wide = max((metrics.horizontalAdvance(it) for it in shown), default=0.0) + 20
    x = at.x() + 8 if at.x() + 8 + wide < over.width() else at.x() - 8 - wide
    painter.setFont(font)
    y = at.y() + 8
    for words, line in zip(shown, lines, strict=True):
        box = QRectF(max(4.0, x), y, metrics.horizontalAdvance(words) + 20, metrics.height() + 10)
        is_told = line == told
        painter.setPen(Qt.PenStyle.NoPen if is_told else QPen(QColor(theme.edge), 1))
        painter.setBrush(QColor(theme.accent if is_told else theme.paper))
        painter.drawRoundedRect(box, 4, 4)
        painter.setPen(QColor(theme.on_accent if is_told else theme.ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter.value, words)
        y += box.height() + 4

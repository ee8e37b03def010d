"""Drawing a link from an item's ring to what it shall serve, or where its copy shall hang."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter

from ilead_studio.model import Fishbone, Page, Workbook
from ilead_studio.session.linking import linking, refusal, unfit
from ilead_studio.ui.canvas.gestures import Ground, Shape
from ilead_studio.ui.canvas.over_page import paint_at_pointer, paint_dashed, paint_link, swing
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.work import Work
from ilead_studio.words import count, say, short


class LinkDrag:
    """Draws a link from an item's ring: one more driver it serves, or a linked copy of a cause."""

    faint: frozenset[str] = frozenset()

    def __init__(self, ground: Ground, work: Work, start: QPointF) -> None:
        self._ground, self._work = ground, work
        self._start, self._at = start, start
        page = work.page
        assert page is not None
        self._page, self._source = page, work.item_id
        self._target, self._refusal, self._weak = "", "", False
        bad = unfit(work.workbook, page, (self._source,))
        self.faded: frozenset[str] | None = bad - {self._source}

    def move(self, at: QPointF, *, shift: bool) -> None:
        """Find the item under the mouse, and whether it can be linked."""
        self._at, self._weak = at, shift
        over = self._ground.item_at(at)
        if over == self._target:
            return
        self._target, self._refusal = over if over != self._source else "", ""
        if self._target:
            book = self._work.workbook
            self._refusal = refusal(book, self._page, (self._source,), self._target)

    def release(self) -> None:
        """Make the link, or say why there can be none."""
        if self._refusal or not self._target:
            self._work.said.emit(self._refusal or self.give_up())
        else:
            make_link(self._work, self._page, (self._source,), self._target, weak=self._weak)

    def give_up(self) -> str:
        """Nothing has been linked."""
        return say("Nothing was linked.")

    @property
    def shape(self) -> Shape:
        """A cross that begins a link; another one where there can be none."""
        return Shape.ForbiddenCursor if self._refusal else Shape.CrossCursor

    def keys(self) -> tuple[str, ...]:
        """Name what helps now."""
        give_up = say("Esc  give up")
        if isinstance(self._page, Fishbone):
            return say("Let go on a cause  its linked copy hangs there"), give_up
        return say("Let go on a driver  link"), say("Shift  weak link"), give_up

    def words(self) -> str:
        """Say what would be linked, and how to give up."""
        if self._refusal:
            return self._refusal
        if self._target:
            source = short(self._text_of(self._source))
            return say("“{source}”: {told}. Esc gives up.", source=source, told=self._told())
        if isinstance(self._page, Fishbone):
            return say("Drop it where a linked copy shall hang. Esc gives up.")
        return say("Drop it on what it serves; Shift makes the link weak. Esc gives up.")

    def _told(self) -> str:
        """Say what would be linked, in the words at the pointer."""
        text = self._text_of(self._target) or say("the aim")
        if isinstance(self._page, Fishbone):
            return say("linked copy under {text}", text=text)
        return (
            say("serves {text}, weakly", text=text)
            if self._weak
            else say("serves {text}", text=text)
        )

    def _text_of(self, item_id: str) -> str:
        return next((row.text for row in self._work.rows if row.id == item_id), "")

    def paint(self, painter: QPainter, look: Look) -> None:
        """Show the line, the target, and the words."""
        start = self._ground.ring() or self._start
        paint_link(painter, look, swing(start, self._at), weak=self._weak)
        if self._target:
            told = "" if self._refusal else self._told()
            if told:
                paint_dashed(painter, look, self._ground.box_of(self._target))
            view = self._ground.viewport()
            paint_at_pointer(painter, look, view, self._at, self._refusal, told)


def make_link(work: Work, page: Page, sources: Sequence[str], target: str, *, weak: bool) -> bool:
    """Make links, or linked copies, of which the last is selected then; a refusal is said."""
    number, copies = len(sources), isinstance(page, Fishbone)
    made = tuple(work.ids() for _ in sources)
    label = (
        count(number, "make a linked copy", "make {number} linked copies")
        if copies
        else count(number, "link", "link {number} items")
    )

    def edit(book: Workbook) -> Workbook:
        return linking(page, sources, target, made, weak=weak)(book)

    return work.step(label, edit, select=made[-1] if copies else "")

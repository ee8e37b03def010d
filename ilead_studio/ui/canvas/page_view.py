"""A page as a picture that follows the work: laid out once at a key, painted where it changed.

It paints the very drawing that is printed; what is only on the screen is added by the canvas.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRect, QRectF, QTimer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from ilead_studio.drawing.driver import heading_boxes
from ilead_studio.drawing.ops import Box, Drawing, Placed, words_of
from ilead_studio.drawing.page import Plan, draw_page, plan_page, steps_to_page
from ilead_studio.drawing.theme import Theme
from ilead_studio.model import Page, Theory, Workbook
from ilead_studio.planning import ROOM
from ilead_studio.ui.canvas.far import LETTERS, UNREAD
from ilead_studio.ui.canvas.motion import Motion
from ilead_studio.ui.canvas.moves import STILL, moves
from ilead_studio.ui.canvas.painter import DrawingPainter
from ilead_studio.ui.canvas.plan_search import PlanSearch
from ilead_studio.ui.canvas.sheet_view import EMPTY, FAR_SPARE, IN_SIGHT, SPARE, SheetView
from ilead_studio.ui.canvas.spread import Block, ink_around
from ilead_studio.ui.canvas.surface import Place
from ilead_studio.ui.frame.status_words import invitation
from ilead_studio.ui.meanwhile.once import Once, beside
from ilead_studio.ui.meanwhile.turns import Turns, slices
from ilead_studio.ui.work import SLOT_ID, Work

LEAST_EDITOR_PX: Final = 15
PAUSE_MS: Final = 800
MANY: Final = 40
"""When more blocks than this changed, all that lies between them is repainted too."""
RING: Final = 14
"""Pixels around an item that its ring takes, and the handle from which links are drawn."""


class Frame(NamedTuple):
    """How a drawing stands in the viewport: where its (0, 0) is, its zoom, and the sheet."""

    origin: QPointF
    zoom: float
    sheet: QRectF


class PageView(SheetView):
    """The page in view, drawn anew when the work changes."""

    def __init__(self, work: Work, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._work, self._theme = work, theme
        self._ink = DrawingPainter(theme, keeps_pictures=True, by_parts=True)
        self.text_scale = 1.0
        """How much larger than usual the words are that are not part of the drawing."""
        self._page_id, self._framed = "", ""
        self._to_show: tuple[str, ...] = ()
        self._edited, self._invited = "", ""
        self._chosen: tuple[str, ...] = ()
        self._faded: frozenset[str] = frozenset()
        self._typed: set[str] = set()
        self._may_move = False
        self._motion = Motion(theme, self)
        self._motion.stepped.connect(self.viewport().update)
        self._search = PlanSearch(self)
        self._search.found.connect(self._on_found)
        self._drawing = Turns(self)
        self._coming = Turns(self, first=True)
        self._is_other = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._reconsider_plan)
        self.waits: Callable[[], bool] = bool
        """Whether somebody works elsewhere, so that this view can wait for a frame."""
        self._picturing = Once(self._make_pictures, self, beside)
        self._more = Once(self.viewport().update, self, beside)
        self._drawn = Once(self._draw_anew, self, lambda: self.waits())
        self._listen_to(work)

    def _listen_to(self, work: Work) -> None:
        work.moving.connect(self._let_move)
        work.changed.connect(self.refresh)
        work.renewed.connect(self._renew)
        work.selected.connect(self._on_selected)
        work.came_back.connect(self.show_items)
        work.seen.connect(self.viewport().update)

    # --- drawing ---------------------------------------------------------------------------------
    @property
    def motion(self) -> int:
        """For how many milliseconds items move to their new places; 0 puts them there at once."""
        return self._motion.lasts

    @motion.setter
    def motion(self, lasts: int) -> None:
        self._motion.lasts = lasts

    @property
    def is_moving(self) -> bool:
        """Whether items are on their way to their places."""
        return self._motion.moves is not None

    @property
    def is_coming(self) -> bool:
        """Whether another page is being drawn; what was in view stays there until it is."""
        return self._coming.are_left

    @property
    def faint(self) -> frozenset[str]:
        """Items of which little is left."""
        return frozenset()

    @property
    def faded(self) -> frozenset[str]:
        """Items that are pale; their words can be read."""
        return self._work.faded

    @property
    def is_far(self) -> bool:
        """Whether the page is so small that no letter can be read."""
        return self._zoom * LETTERS < UNREAD

    def refresh(self) -> None:
        """Draw the page anew, with the plan in use: once, however much changes at one key.

        A page that nobody sees is drawn when it is seen or asked about.
        """
        if self.isVisible():
            self._drawn.ask()
        else:
            self._drawn.put_off()

    def found_anew(self) -> Iterator[object]:
        """Forget how items looked that are gone, and draw the page with nothing that was kept."""
        yield from self._drawn_in_parts()
        self._drawn.put_off()
        self._drawn.now()
        self._ink.let_go()
        yield None

    def _let_move(self) -> None:
        self._may_move = True

    def _renew(self) -> None:
        self._fits, self._page_id, self._framed = True, "", ""
        if self.isVisible():
            self._drawn.put_off()
            self._is_other = True
            self._coming.begin(self._drawn_in_parts())
        else:
            self.refresh()
        self.show_item(self._work.item_id)

    def _drawn_in_parts(self) -> Iterator[object]:
        """Draw another page; nobody works in it yet, and a key then waits for a part of it."""
        book, page, view = self._work.shown, self._work.shown_page, self._work.view
        if page and page.plan:
            for part in steps_to_page(book, page, view):
                yield from slices(self._ink.foresee(part, far=self.is_far))
            yield draw_page(book, page, ROOM, view)
        self._drawn.now()

    def _draw_anew(self) -> None:
        before, frame = self._places_now(), self._frame()
        changed = self._ink.take(self._draw())
        self._lay_out()
        self._bring_in_sight(self._to_show)
        self._move_from(before, frame)
        self._update_changed(changed, frame)
        self._to_show, self._typed, self._may_move = (), {self._edited}, False
        self._coming.end()
        self._is_other = False
        self._pause.start()

    def _draw(self) -> Drawing | None:
        page = self._work.shown_page
        if page is None:
            self.show_bounds(EMPTY, steady=False)
            return None
        self._keep_a_plan(page)
        page = self._work.shown_page or page
        drawing = draw_page(self._work.shown, page, ROOM, self._work.view)
        spare = FAR_SPARE if self.is_far else SPARE
        self.show_bounds(drawing.bounds, steady=page.id == self._framed, spare=spare)
        self._framed = page.id
        return drawing

    def foresee(self, workbook: Workbook, page: Page) -> Iterator[object]:
        """Prepare how a page will look in a workbook that may come next, turn by turn."""
        drawing = draw_page(workbook, page, ROOM, self._work.view_of(workbook))
        yield from slices(self._ink.foresee(drawing, far=self.is_far))

    def _keep_a_plan(self, page: Page) -> None:
        """Give a page its first plan; it is kept with the page from then on."""
        if page.plan is None or page.plan.room != ROOM:
            self._work.keep_plan(plan_page(self._work.shown, page, ROOM, self._work.view))

    def _reconsider_plan(self) -> None:
        """Look for a plan that gives clearly larger text when typing pauses."""
        page = self._work.page
        if page is not None and not self._edited:
            self._search.begin(self._work.workbook, page, self._work.view)

    def _on_found(self, page: Page, plan: Plan) -> None:
        """Draw by a better plan, and take it; a key that is pressed meanwhile waits for a part."""
        self._drawing.begin(self._drawn_by(page, plan))

    def _drawn_by(self, page: Page, plan: Plan) -> Iterator[object]:
        if page is self._work.page:
            planned = page.model_copy(update={"plan": plan})
            yield from steps_to_page(self._work.workbook, planned, self._work.view)
        self._take_plan(page, plan)

    def _take_plan(self, page: Page, plan: Plan) -> None:
        """Take a better plan, unless the page has changed since it was looked for."""
        if page is self._work.page and not self._edited:
            self._work.keep_plan(plan)
            self._let_move()
            self.refresh()
            self.show_item(self._work.item_id)

    def leave(self) -> None:
        """End what is still under way; for closing the window, or for another look."""
        self._pause.stop()
        self._drawing.end()
        self._coming.end()
        self._search.stop_now()

    @property
    def _items(self) -> Mapping[str, Placed]:
        """The items of the newest drawing by their ids."""
        self._drawn.now()
        return self._ink.spread.by_id

    def zoom_centre(self) -> QPointF:
        """Return the middle of the selected item, so that zooming keeps it in sight."""
        chosen = self._items.get(self._work.item_id)
        return self._to_view(chosen.box).center() if chosen else super().zoom_centre()

    # --- from one drawing to the next ------------------------------------------------------------
    def _frame(self) -> Frame:
        """How the drawing stands in the viewport."""
        return Frame(self._origin(), self._zoom, self._sheet())

    def _places_now(self) -> dict[str, QPointF]:
        """Where every item is seen in the viewport, if it may move from there.

        Typing, selecting and undo are there at once: nobody waits for them.
        """
        page = self._work.page
        page_id, known = page.id if page else "", self._page_id
        self._page_id = page_id
        if not (self._may_move and self.motion) or known != page_id or not self.isVisible():
            return {}
        at, zoom, moves = self._origin(), self._zoom, self._motion.moves
        places = {}
        for item_id, placed in self._ink.spread.by_id.items():
            across, down = moves.step(item_id) if moves else STILL
            places[item_id] = at + QPointF(placed.x + across, placed.y + down) * zoom
        return places

    def _move_from(self, before: dict[str, QPointF], frame: Frame) -> None:
        """Let items go to their new places; what is being typed is there at once."""
        if not before:
            self._motion.end()
            return
        old = {it: self._to_page(place).toTuple() for it, place in before.items()}
        now = {it: (placed.x, placed.y) for it, placed in self._ink.spread.by_id.items()}
        added = {self._work.item_id} - set(before)
        still = frozenset({SLOT_ID, self._edited, *self._typed, *added})
        self._motion.begin(moves(old, now, still, frame.zoom / self._zoom))

    def _update_changed(self, changed: tuple[Block, ...], frame: Frame) -> None:
        """Repaint what differs from before."""
        invited, self._invited = self._invited, invitation(self._work)
        whole = self._motion.moves or frame != self._frame() or invited != self._invited
        whole = whole or self._is_other or _are_new(changed)
        if self._fades_others() or whole:
            self.viewport().update()
        elif len(changed) > MANY:
            self._update_box(ink_around(changed, self._box_of(self.viewport().rect())))
        else:
            for block in changed:
                self._update_box(block.ink)

    def _fades_others(self) -> bool:
        """Tell whether other items are faded than when this was asked before."""
        before, self._faded = self._faded, self._work.faded
        return self._faded != before

    def _update_box(self, box: Box) -> None:
        """Repaint a part of the drawing, with the ring around it."""
        if self.has_whole_ratio:
            around = self._to_view(box).adjusted(-RING, -RING, RING, RING)
            self.viewport().update(around.toAlignedRect())
        else:
            self.viewport().update()

    def _update_items(self, *item_ids: str) -> None:
        """Repaint some items and the rings around them."""
        for item_id in item_ids:
            placed = self._ink.spread.by_id.get(item_id)
            if placed is not None:
                self._update_box(placed.box)
                self._update_box(placed.text_box)

    # --- where words stand ------------------------------------------------------------------------
    def place_of(self, item_id: str) -> Place | None:
        """Return where the words of an item stand, with type large enough to read."""
        placed = self._items.get(item_id)
        if placed is None:
            return None
        text = next(iter(words_of(placed.group)), None)
        size, face = (text.size, text.face) if text else (15.0, "SemiBold")
        pixels = max(LEAST_EDITOR_PX * self.text_scale, size * self._zoom)
        words, whole = placed.text_box, placed.box
        inside = whole.w - 2 * max(0.0, words.x - whole.x)
        rect = self._to_view(words._replace(w=max(words.w, inside)))
        wider = max(rect.width() * 1.02 * pixels / (size * self._zoom), 9 * pixels)
        rect.setWidth(wider)
        return Place(self.viewport(), rect.toAlignedRect(), pixels, face == "SemiBold")

    def headings(self) -> tuple[QRectF, ...]:
        """Return where the headings of the columns are seen; a fishbone has none."""
        page = self._work.shown_page
        aim = self._items.get(page.id) if isinstance(page, Theory) else None
        boxes = heading_boxes(aim.group) if aim else ()
        return tuple(self._to_view(box.moved(aim.x, aim.y)) for box in boxes if aim)

    def show_item(self, item_id: str) -> None:
        """Scroll just enough to see an item with some room around it."""
        self.show_items((item_id,))

    def show_items(self, item_ids: tuple[str, ...]) -> None:
        """Scroll just enough to see items; the last one is seen whatever the others need."""
        if self._drawn.is_due:
            self._to_show = item_ids
        else:
            self._bring_in_sight(item_ids)

    def _bring_in_sight(self, item_ids: tuple[str, ...]) -> None:
        for item_id in item_ids:
            if placed := self._ink.spread.by_id.get(item_id):
                self._scroll_to(placed.box)

    def _scroll_to(self, box: Box) -> None:
        seen = self._to_view(box).adjusted(-IN_SIGHT, -IN_SIGHT, IN_SIGHT, IN_SIGHT)
        view = QRectF(self.viewport().rect().adjusted(0, 0, 0, -self._covered))
        across = min(0.0, seen.left()) or max(0.0, seen.right() - view.right())
        down = min(0.0, seen.top()) or max(0.0, seen.bottom() - view.bottom())
        self._scroll_by(QPointF(across, down))

    def set_edited(self, item_id: str) -> None:
        """Leave out the words of an item while an editor stands over them."""
        if item_id == self._edited:
            return
        self._typed |= {self._edited, item_id}
        self._update_items(self._edited, item_id, *self._work.ids_selected)
        self._edited = item_id
        if self._invited:
            self.viewport().update()

    def _on_selected(self) -> None:
        self.show_item(self._work.item_id)
        if self._fades_others():
            self.viewport().update()
        self._update_items(*self._chosen, *self._work.ids_selected)
        self._chosen = self._work.ids_selected

    def _box_of(self, rect: QRect) -> Box:
        """The part of the drawing that lies under a rectangle of the viewport."""
        corner = self._to_page(QPointF(rect.topLeft()))
        return Box(corner.x(), corner.y(), rect.width() / self._zoom, rect.height() / self._zoom)

    def _make_pictures(self) -> None:
        if self._ink.make_pictures():
            self._picturing.ask()

    def _paint_drawing(self, painter: QPainter, view: Box) -> None:
        painter.save()
        painter.translate(self._origin())
        painter.scale(self._zoom, self._zoom)
        faded, moves, faint = self.faded, self._motion.moves, self.faint
        if self.is_far:
            self._ink.paint_far(painter, view, faded=faded | faint, moves=moves)
        else:
            hidden = (self._edited, SLOT_ID)
            self._ink.paint(painter, view, without=hidden, faded=faded, faint=faint, moves=moves)
        if self._ink.is_partial:
            self._more.ask()
        if self._ink.wants_pictures:
            self._picturing.ask()
        painter.restore()


def _are_new(blocks: Iterable[Block]) -> bool:
    """Tell whether many blocks were never looked at: to measure them takes longer than to paint."""
    return sum(not block.form.is_measured for block in blocks) > MANY

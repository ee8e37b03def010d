"""Paints a drawing with Qt: the window's canvas and the PNG use this one.

What can be prepared is prepared once for each tuple of operations, when it is first seen, and kept
as long as the drawing holds that tuple: an unchanged branch costs nothing after an edit.
"""

from collections.abc import Iterable, Iterator
from itertools import compress
from operator import not_
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPainter, QTransform

from ilead_studio.drawing.ops import Box, Drawing, Placed, without_words
from ilead_studio.drawing.theme import Theme
from ilead_studio.ui.canvas.far import Far, FarPainter, Inks, far_view, grain_of
from ilead_studio.ui.canvas.far_pictures import FarPictures
from ilead_studio.ui.canvas.moves import STILL, Moves
from ilead_studio.ui.canvas.near_pictures import NearPictures
from ilead_studio.ui.canvas.spread import Block, Form, Spread
from ilead_studio.ui.canvas.strokes import Stroke, strokes

AT_ONCE: Final = 125
"""Items that are looked at for the first time in one paint: some ms on a slow machine."""
_SOME: Final = 500
"""Blocks that are forgotten at once."""
FAINT: Final = 0.4
"""How much is left of what is being dragged away, or cannot be linked."""
_NOBODY: Final[frozenset[str]] = frozenset()
Flags = tuple[bool, ...]
"""Whether each item of a block is faded."""


class DrawingPainter:
    """Paints drawings in one theme; ``spread`` tells where everything lies.

    One that paints the same page again and again ``keeps_pictures`` of its blocks. One for the
    window paints a large page that it sees for the first time ``by_parts``, so that no key waits
    for all of it: ``is_partial`` tells that the next paint shows more.
    """

    def __init__(
        self, theme: Theme, *, keeps_pictures: bool = False, by_parts: bool = False
    ) -> None:
        self._theme, self._by_parts, self._left = theme, by_parts, 0
        self.is_partial = False
        self.spread = Spread()
        self._near: dict[tuple[Form, bool], tuple[tuple[Stroke, ...], ...]] = {}
        self._far: dict[Form, Far] = {}
        self._grain = 1.0
        self._foreseen: tuple[Form, ...] = ()
        self._gone = set[Form]()
        self._parted: dict[Form, tuple[Flags, Far, Far]] = {}
        self._pictures = FarPictures() if keeps_pictures else None
        self._near_pictures = NearPictures(theme) if keeps_pictures else None
        self._seen_near: Box | None = None

    def take(self, drawing: Drawing | None) -> tuple[Block, ...]:
        """Take another drawing; returns what went and came. ``make_pictures`` forgets what went."""
        gone, come = self.spread.take(drawing)
        self._gone |= {it.form for it in gone}.union(self._foreseen)
        self._gone -= {it.form for it in come}
        self._foreseen = ()
        return (*gone, *come)

    def foresee(self, drawing: Drawing, *, far: bool) -> Iterator[object]:
        """Prepare what another drawing will bring, before it is taken: a block in each step.

        What was prepared, stays.
        """
        before, self._foreseen = self._foreseen, self.spread.foresee(drawing)
        self._gone |= set(before).difference(self._foreseen)
        for form in self._foreseen:
            form.measure()
            if far:
                self._far_of(form)
            elif self._near_pictures:
                self._near_pictures.foresee(form)
            yield form

    def _forget_some(self) -> None:
        """Forget what was prepared of some of the forms that went."""
        for form in [self._gone.pop() for _ in range(min(_SOME, len(self._gone)))]:
            for faded in (False, True):  # another block that has it too prepares it again
                self._near.pop((form, faded), None)
            self._far.pop(form, None)
            if self._pictures and self._near_pictures:
                self._pictures.forget(form)
                self._near_pictures.forget(form)
            self._parted.pop(form, None)

    def paint(
        self,
        painter: QPainter,
        view: Box | None = None,
        *,
        without: Iterable[str] = (),
        faded: frozenset[str] = _NOBODY,
        moves: Moves | None = None,
        faint: frozenset[str] = _NOBODY,
    ) -> None:
        """Paint what was taken, in the drawing's own points; the painter carries the scale.

        Only what has ink in ``view`` (points) is painted; None is everything. The words of the
        items in ``without`` are left out: an editor stands in their place. Items that are ``faded``
        have pale lines, those that are ``faint`` are pale as a whole. ``moves`` are items on their
        way.
        """
        hidden, blocks = frozenset(without), self._seen(view, moves)
        self.is_partial, self._left = False, AT_ONCE
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._near_pictures and not (faded or faint or moves):
            self._near_pictures.paint(painter, blocks, hidden)
            self._seen_near = view
            return
        self._paint_items(painter, blocks, hidden, faded, moves, faint)
        painter.setOpacity(1.0)

    def _paint_items(
        self,
        painter: QPainter,
        blocks: Iterable[Block],
        hidden: frozenset[str],
        faded: frozenset[str],
        moves: Moves | None,
        faint: frozenset[str],
    ) -> None:
        """Paint blocks item by item: some look different, or the painter is not the screen's."""
        for block in blocks:
            if (block.form, False) not in self._near and self._waits(block.form):
                continue
            full = self._near_of(block.form, faded=False)
            pale = self._near_of(block.form, faded=True) if faded else full
            for item, inked, washed in zip(block.items, full, pale, strict=True):
                item_id = item.group.node_id
                seen = washed if item_id in faded else inked
                shown = self._bare(item) if item_id in hidden else seen
                if faint:
                    painter.setOpacity(FAINT if item_id in faint else 1.0)
                if moves is None:
                    painter.translate(item.x, item.y)
                    _paint(painter, shown)
                    painter.translate(-item.x, -item.y)
                else:
                    _paint_moving(painter, item, shown, moves)

    def paint_far(
        self,
        painter: QPainter,
        view: Box | None,
        *,
        faded: frozenset[str] = _NOBODY,
        moves: Moves | None = None,
    ) -> None:
        """Paint what was taken as it is seen where no letter can be read."""
        there = painter.worldTransform()
        inks = self._begin_far(painter, there.m11())
        painter.resetTransform()
        seen = FarPainter()
        for block in self._seen(view, moves):
            x, y = block.at(moves.step(block.group.node_id) if moves else STILL)
            flags = tuple(it in faded for it in block.ids) if faded else (False,)
            if any(flags) != all(flags):
                back, front = self._parted_by(block.form, flags)
                seen.add(back, x, y, inks[True])
                seen.add(front, x, y, inks[False])
            elif not self._put_down(painter, there, block.form, QPointF(x, y), pale=flags[0]):
                self._add_far(seen, block.form, QPointF(x, y), inks, pale=flags[0])
        painter.setWorldTransform(there)
        seen.paint(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _waits(self, form: Form) -> bool:
        """Tell whether a block that was never looked at has to wait for the next paint."""
        if self._by_parts and self._left <= 0:
            self.is_partial = True
            return True
        self._left -= len(form.items)
        return False

    def _begin_far(self, painter: QPainter, zoom: float) -> tuple[Inks, Inks]:
        """Get ready to paint from far away; returns full and pale inks."""
        self._seen_near, self.is_partial, self._left = None, False, AT_ONCE
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        self._grind(grain_of(zoom))
        if self._pictures:
            self._pictures.begin(zoom, painter.device().devicePixelRatio())
        return Inks(self._theme, zoom), Inks(self._theme.faded(), zoom)

    def _put_down(
        self, painter: QPainter, there: QTransform, form: Form, at: QPointF, *, pale: bool
    ) -> bool:
        """Put down the picture of a block; tells whether there is one."""
        pictures = self._pictures
        return pictures is not None and pictures.paint(painter, there, form, at, pale=pale)

    def _add_far(
        self, seen: FarPainter, form: Form, at: QPointF, inks: tuple[Inks, Inks], *, pale: bool
    ) -> None:
        """Add how a block looks, and have a picture of it made for the next paints."""
        if form not in self._far and self._waits(form):
            return
        far = self._far_of(form)
        if self._pictures:
            self._pictures.want(form, far, inks[pale], pale=pale)
        seen.add(far, at.x(), at.y(), inks[pale])

    def let_go(self) -> None:
        """Forget the pictures of items as they were: they would be the most in time."""
        if self._near_pictures:
            self._near_pictures.let_go(block.form for block in self.spread.blocks)

    def make_pictures(self) -> bool:
        """Make some of the pictures that the next paints would like; False at the end.

        Before that, what has left the page is forgotten.
        """
        if self._gone:
            self._forget_some()
        elif self._near_pictures and self._seen_near:
            if not self._near_pictures.make_some(self.spread.within(_wider(self._seen_near))):
                self._seen_near = None
        elif self._pictures and self._pictures.is_wanting:
            self._pictures.make_some()
        return self.wants_pictures

    @property
    def wants_pictures(self) -> bool:
        """Whether there is something to be made or to be forgotten before the next paint."""
        is_wanting = self._pictures is not None and self._pictures.is_wanting
        return is_wanting or self._seen_near is not None or bool(self._gone)

    def _grind(self, grain: float) -> None:
        """See what is far away with another grain, if it is another."""
        if grain != self._grain:
            self._grain = grain
            self._far.clear()
            self._parted.clear()

    def _parted_by(self, form: Form, flags: Flags) -> tuple[Far, Far]:
        """Return how the faded items of a block look from far away, and how the others look."""
        known = self._parted.get(form)
        if known is None or known[0] != flags:
            back = far_view(compress(form.items, flags), self._grain)
            front = far_view(compress(form.items, map(not_, flags)), self._grain)
            known = self._parted[form] = (flags, back, front)
        return known[1:]

    def _far_of(self, form: Form) -> Far:
        """Return how a block looks from far away; what only moved is not looked at again."""
        far = self._far.get(form)
        if far is None:
            far = self._far[form] = far_view(form.items, self._grain)
        return far

    def _seen(self, view: Box | None, moves: Moves | None) -> tuple[Block, ...]:
        """Return the blocks that may have ink in a view, those on their way through it too."""
        if view is None:
            return self.spread.blocks
        across, down = moves.reach if moves else STILL
        wider = Box(view.x - across, view.y - down, view.w + 2 * across, view.h + 2 * down)
        return self.spread.within(wider)

    def _near_of(self, form: Form, *, faded: bool) -> tuple[tuple[Stroke, ...], ...]:
        """Return the strokes of each group of a block, prepared when it is first seen."""
        near = self._near.get((form, faded))
        if near is None:
            theme = self._theme.faded() if faded else self._theme
            near = tuple(strokes(item.group.ops, theme) for item in form.items)
            self._near[form, faded] = near
        return near

    def _bare(self, item: Placed) -> tuple[Stroke, ...]:
        """Return the strokes of an item without its words."""
        return strokes(without_words(item.group), self._theme)


def _wider(view: Box) -> Box:
    """Return what may come into sight at the next key: half as much again on every side."""
    return Box(view.x - view.w / 2, view.y - view.h / 2, 2 * view.w, 2 * view.h)


def _paint(painter: QPainter, its: tuple[Stroke, ...]) -> None:
    for stroke in its:
        stroke(painter)


def _paint_moving(painter: QPainter, item: Placed, its: tuple[Stroke, ...], moves: Moves) -> None:
    item_id = item.group.node_id
    across, down = moves.step(item_id)
    painter.save()
    painter.translate(item.x + across, item.y + down)
    painter.scale(moves.size(item_id), moves.size(item_id))
    painter.setOpacity(painter.opacity() * moves.opacity(item_id))
    _paint(painter, its)
    painter.restore()

"""Paints a drawing with Qt: the window's canvas and the PNG use this one.

What can be prepared is prepared once for each tuple of operations, when it is first seen, and kept
as long as the drawing holds that tuple: an unchanged branch costs nothing after an edit.
"""

from collections.abc import Iterable
from typing import Final

from PySide6.QtGui import QPainter

from ilead_studio.drawing.ops import Box, Drawing, Placed, TextLine
from ilead_studio.drawing.theme import Theme
from ilead_studio.ui.far import Far, Inks, far_view
from ilead_studio.ui.moves import STILL, Moves
from ilead_studio.ui.spread import Block, Form, Spread
from ilead_studio.ui.strokes import Stroke, strokes

FAINT: Final = 0.4
"""How much is left of what is being dragged away, or cannot be linked."""


class DrawingPainter:
    """Paints drawings in one theme; ``spread`` tells where everything lies."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self.spread = Spread()
        self._near: dict[Form, tuple[tuple[Stroke, ...], ...]] = {}
        self._far: dict[Form, Far] = {}

    def take(self, drawing: Drawing | None) -> tuple[Block, ...]:
        """Take another drawing and forget what is no longer in it; returns what went and came."""
        gone, come = self.spread.take(drawing)
        for form in {it.form for it in gone}.difference(it.form for it in come):
            self._near.pop(form, None)  # another block that has it too prepares it again
            self._far.pop(form, None)
        return (*gone, *come)

    def paint(
        self,
        painter: QPainter,
        view: Box | None = None,
        *,
        without: Iterable[str] = (),
        moves: Moves | None = None,
        faint: frozenset[str] = frozenset(),
    ) -> None:
        """Paint what was taken, in the drawing's own points; the painter carries the scale.

        Only what has ink in ``view`` (points) is painted; None is everything. The words of the
        items in ``without`` are left out: an editor stands in their place. ``moves`` are items on
        their way, ``faint`` ones are painted pale.
        """
        hidden = frozenset(without)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for block in self._seen(view, moves):
            for item, near in zip(block.items, self._near_of(block.form), strict=True):
                shown = self._bare(item) if item.group.node_id in hidden else near
                painter.setOpacity(FAINT if item.group.node_id in faint else 1.0)
                if moves is None:
                    painter.translate(item.x, item.y)
                    _paint(painter, shown)
                    painter.translate(-item.x, -item.y)
                else:
                    _paint_moving(painter, item, shown, moves)
        painter.setOpacity(1.0)

    def paint_far(
        self,
        painter: QPainter,
        view: Box | None,
        moves: Moves | None = None,
        faint: frozenset[str] = frozenset(),
    ) -> None:
        """Paint what was taken as it is seen where no letter can be read."""
        inks = Inks(self._theme, painter.worldTransform().m11())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        for block in self._seen(view, moves):
            across, down = moves.step(block.group.node_id) if moves else STILL
            x, y = block.group.x + across, block.group.y + down
            painter.translate(x, y)
            if faint.isdisjoint(item.group.node_id for item in block.items):
                self._far_of(block.form).paint(painter, inks)
            else:
                _paint_far_apart(painter, block.form, inks, faint)
            painter.translate(-x, -y)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def _far_of(self, form: Form) -> Far:
        """Return how a block looks from far away; what only moved is not looked at again."""
        far = self._far.get(form)
        if far is None:
            far = self._far[form] = far_view(form.items)
        return far

    def _seen(self, view: Box | None, moves: Moves | None) -> tuple[Block, ...]:
        """Return the blocks that may have ink in a view, those on their way through it too."""
        if view is None:
            return self.spread.blocks
        across, down = moves.reach if moves else STILL
        wider = Box(view.x - across, view.y - down, view.w + 2 * across, view.h + 2 * down)
        return self.spread.within(wider)

    def _near_of(self, form: Form) -> tuple[tuple[Stroke, ...], ...]:
        """Return the strokes of each group of a block, prepared when it is first seen."""
        near = self._near.get(form)
        if near is None:
            near = self._near[form] = tuple(
                strokes(item.group.ops, self._theme) for item in form.items
            )
        return near

    def _bare(self, item: Placed) -> tuple[Stroke, ...]:
        """Return the strokes of an item without its words."""
        bare = tuple(op for op in item.group.ops if not isinstance(op, TextLine))
        return strokes(bare, self._theme)


def _paint(painter: QPainter, its: tuple[Stroke, ...]) -> None:
    for stroke in its:
        stroke(painter)


def _paint_far_apart(painter: QPainter, form: Form, inks: Inks, faint: frozenset[str]) -> None:
    """Paint a block from far away of which some items are pale."""
    for opacity, pale in ((1.0, False), (FAINT, True)):
        items = [item for item in form.items if (item.group.node_id in faint) == pale]
        painter.setOpacity(opacity)
        far_view(items).paint(painter, inks)
    painter.setOpacity(1.0)


def _paint_moving(painter: QPainter, item: Placed, its: tuple[Stroke, ...], moves: Moves) -> None:
    item_id = item.group.node_id
    across, down = moves.step(item_id)
    painter.save()
    painter.translate(item.x + across, item.y + down)
    painter.scale(moves.size(item_id), moves.size(item_id))
    painter.setOpacity(painter.opacity() * moves.opacity(item_id))
    _paint(painter, its)
    painter.restore()

"""The links in the line of sight of a box, lit over the picture of a driver diagram."""

from PySide6.QtGui import QPainter

from ilead_studio.drawing.driver_sight import lines_in_sight
from ilead_studio.drawing.theme import Theme
from ilead_studio.model import Page, Theory
from ilead_studio.ui.canvas.spread import Block
from ilead_studio.ui.canvas.strokes import Stroke, strokes
from ilead_studio.ui.work import Work


class LitLinks:
    """Prepares the links between lit boxes, anew only when the picture or the boxes differ."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._known: tuple[object, tuple[Stroke, ...]] = (None, ())

    def paint(
        self, painter: QPainter, work: Work, blocks: tuple[Block, ...], lit: frozenset[str]
    ) -> None:
        """Paint them in the drawing's own points; the painter carries the scale."""
        page = work.shown_page
        if self._known[0] != (blocks, lit):
            self._known = ((blocks, lit), self._made(work, page, lit))
        for stroke in self._known[1]:
            stroke(painter)

    def _made(self, work: Work, page: Page | None, lit: frozenset[str]) -> tuple[Stroke, ...]:
        if not isinstance(page, Theory) or page.plan is None:
            return ()
        return strokes(lines_in_sight(work.rows, page.plan, work.view, lit), self._theme)

"""What is shown over a page while something is being looked for to link: targets, and the line."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath

from ilead_studio.ui.canvas.gestures import Ground
from ilead_studio.ui.canvas.over_page import paint_dashed, paint_link, swing
from ilead_studio.ui.looks.look import Look

_AROUND: Final = 40
"""How far a line goes out that cannot go straight."""


@dataclass(frozen=True, slots=True)
class Pointed:
    """What a link could go to, and what it would go to now; empty where that is refused."""

    sources: tuple[str, ...]
    lit: frozenset[str]
    target: str = ""


class LinkPreview:
    """Lights the possible targets over one view, and shows the one that is chosen.

    With ``draws`` a line runs there from each of the items.
    """

    faint: frozenset[str] = frozenset()

    def __init__(
        self, ground: Ground, pointed: Pointed, every: frozenset[str], *, draws: bool
    ) -> None:
        self._ground, self._pointed, self._draws = ground, pointed, draws
        self.faded: frozenset[str] | None = every - pointed.lit - {*pointed.sources}

    def paint(self, painter: QPainter, look: Look) -> None:
        """Paint the lines, and the sign of a target around what they go to."""
        target = self._ground.box_of(self._pointed.target)
        if target.isEmpty():
            return
        boxes = map(self._ground.box_of, self._pointed.sources if self._draws else ())
        for source in boxes:
            if not source.isEmpty():
                paint_link(painter, look, way(source, target, look.px(_AROUND)))
        paint_dashed(painter, look, target)


def way(source: QRectF, target: QRectF, around: float) -> QPainterPath:
    """Return how a line leaves one box and meets another: at the sides that face each other.

    Boxes that stand over one another have none: there it goes ``around`` them, at the left if there
    is room.
    """
    one, other = source.center().y(), target.center().y()
    if source.left() < target.right() and target.left() < source.right():
        left = min(source.left(), target.left()) - around
        if left > 0:
            return swing(QPointF(source.left(), one), QPointF(target.left(), other), left)
        right = max(source.right(), target.right()) + around
        return swing(QPointF(source.right(), one), QPointF(target.right(), other), right)
    leftward = target.center().x() < source.center().x()
    start = QPointF(source.left() if leftward else source.right(), one)
    return swing(start, QPointF(target.right() if leftward else target.left(), other))

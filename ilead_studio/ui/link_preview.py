"""What is shown over a page while something is being looked for to link: targets, and the line."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from ilead_studio.ui.gestures import Ground
from ilead_studio.ui.look import Look
from ilead_studio.ui.over_page import paint_dashed, paint_link


@dataclass(frozen=True, slots=True)
class Pointed:
    """What a link could go to, and what it would go to now; empty where that is refused."""

    source: str
    lit: frozenset[str]
    target: str = ""


class LinkPreview:
    """Lights the possible targets over one view, and shows the one that is chosen.

    With ``draws`` a line runs there from the item.
    """

    faint: frozenset[str] = frozenset()

    def __init__(
        self, ground: Ground, pointed: Pointed, every: frozenset[str], *, draws: bool
    ) -> None:
        self._ground, self._pointed, self._draws = ground, pointed, draws
        self.faded: frozenset[str] | None = every - pointed.lit - {pointed.source}

    def paint(self, painter: QPainter, look: Look) -> None:
        """Paint the line, and the sign of a target around what it goes to."""
        source = self._ground.box_of(self._pointed.source)
        target = self._ground.box_of(self._pointed.target)
        if target.isEmpty() or source.isEmpty():
            return
        if self._draws:
            paint_link(painter, look, *_ends(source, target))
        paint_dashed(painter, look, target)


def _ends(source: QRectF, target: QRectF) -> tuple[QPointF, QPointF]:
    """Return where a line leaves one box and meets another: at the sides that face each other."""
    leftward = target.center().x() < source.center().x()
    start = QPointF(source.left() if leftward else source.right(), source.center().y())
    return start, QPointF(target.right() if leftward else target.left(), target.center().y())

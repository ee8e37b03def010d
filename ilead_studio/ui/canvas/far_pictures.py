"""Blocks of a page as small pictures, seen from far away: what only moves is not painted again.

At a key, half a page may move by a little; a picture is put down in a tenth of the time that its
lines and bars take.
"""

from math import ceil, floor
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform

from ilead_studio.drawing.ops import Box
from ilead_studio.ui.canvas.far import Far, FarPainter, Inks
from ilead_studio.ui.canvas.spread import Form

_FEW: Final = 12
"""What has fewer lines and areas is painted as fast without a picture."""
_LARGEST: Final = 256 * 256
"""Most pixels of a picture: what is larger, such as a rib, is mostly empty."""
_SOME: Final = 32
"""Pictures made at once: a key that is pressed meanwhile waits for them."""


_Name = tuple[Form, bool]
"""A block, and whether it is pale."""


class _Picture(NamedTuple):
    """A picture, and where its corner is from the origin of its block, in the screen's pixels."""

    pixmap: QPixmap
    left: int
    top: int


class FarPictures:
    """Keeps a picture of each block at one zoom, in the usual inks and in pale ones.

    They are made when nobody waits: ``make_some``.
    """

    def __init__(self) -> None:
        self._made: dict[_Name, _Picture] = {}
        self._before: tuple[tuple[float, float], dict[_Name, _Picture]] = (0.0, 0.0), {}
        self._wanted: dict[_Name, tuple[Far, Inks]] = {}
        self._zoom, self._ratio = 1.0, 1.0

    def begin(self, zoom: float, ratio: float) -> None:
        """Begin a paint at a zoom, on a screen with so many pixels to a logical one.

        The pictures of the last zoom are kept: an item that is given up leads back to it.
        """
        last = self._zoom, self._ratio
        if (zoom, ratio) == last:
            return
        known, there = self._before
        self._before = last, self._made
        self._made = there if known == (zoom, ratio) else {}
        self._wanted.clear()
        self._zoom, self._ratio = zoom, ratio

    def forget(self, form: Form) -> None:
        """Forget a block that has left the page."""
        for pale in (False, True):
            self._made.pop((form, pale), None)
            self._before[1].pop((form, pale), None)
            self._wanted.pop((form, pale), None)

    def paint(
        self, painter: QPainter, there: QTransform, form: Form, at: QPointF, *, pale: bool
    ) -> bool:
        """Put down the picture of a block at a place of the page; tells whether there is one.

        ``there`` leads from the page to the logical pixels of the painter, which has no other way.
        """
        picture = self._made.get((form, pale))
        if picture is None:
            return False
        ratio, origin = self._ratio, there.map(at)
        x = round(origin.x() * ratio) + picture.left
        y = round(origin.y() * ratio) + picture.top
        painter.drawPixmap(QPointF(x / ratio, y / ratio), picture.pixmap)
        return True

    def want(self, form: Form, far: Far, inks: Inks, *, pale: bool) -> None:
        """Have a picture of a block made for the next paints, if it is worth one."""
        if far.count >= _FEW:
            self._wanted[form, pale] = far, inks

    @property
    def is_wanting(self) -> bool:
        """Whether there are pictures to be made."""
        return bool(self._wanted)

    def make_some(self) -> None:
        """Make as many pictures as take some milliseconds."""
        scale = self._zoom * self._ratio
        for name in tuple(self._wanted)[:_SOME]:
            far, inks = self._wanted.pop(name)
            box = name[0].ink
            left, top = floor(box.x * scale) - 1, floor(box.y * scale) - 1
            across, down = ceil(box.right * scale) + 1 - left, ceil(box.bottom * scale) + 1 - top
            if across * down <= _LARGEST:
                pixmap = _painted(far, inks, scale, Box(left, top, across, down))
                pixmap.setDevicePixelRatio(self._ratio)
                self._made[name] = _Picture(pixmap, left, top)


def _painted(far: Far, inks: Inks, scale: float, area: Box) -> QPixmap:
    """Paint a block into a picture of an area in pixels."""
    pixmap = QPixmap(int(area.w), int(area.h))
    pixmap.fill(Qt.GlobalColor.transparent)
    with QPainter(pixmap) as painter:
        painter.translate(-area.x, -area.y)
        painter.scale(scale, scale)
        one = FarPainter()
        one.add(far, 0.0, 0.0, inks)
        one.paint(painter)
    return pixmap

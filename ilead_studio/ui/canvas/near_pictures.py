"""Paints blocks near by: connectors as lines, items as small pictures at whole pixels."""

from collections.abc import Iterable, Sequence, Set
from math import ceil, floor
from typing import Final

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPixmap, QTransform

from ilead_studio.drawing.ops import Group, words_of
from ilead_studio.drawing.theme import Theme
from ilead_studio.ui.canvas.near import Body, Near, near_view
from ilead_studio.ui.canvas.spread import Block, Form
from ilead_studio.ui.canvas.strokes import Stroke, strokes

_LARGEST: Final = 256 * 1024
"""Most pixels of a picture: what is larger is mostly empty."""
_ALL: Final = 12 * 1024 * 1024
"""Pixels of all pictures (48 MB): what three windows of the usual size show."""
_AT_ONCE: Final = 64
"""Pictures made in one paint; what is left is painted as it is, and has its turn next time."""

_BEFORE: Final = 16
"""Pictures made beforehand in one turn: a key that is pressed meanwhile waits for them."""

_Picture = tuple[QPixmap, int, int]
"""A picture, and where its corner is from the item's origin, in the screen's pixels."""


class NearPictures:
    """Paints blocks in one theme, and keeps a picture of each item at one zoom."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._near: dict[Form, Near] = {}
        self._made: dict[Body, _Picture | None] = {}
        self._pixels = self._left = 0
        self._zoom, self._ratio = 1.0, 1.0

    def foresee(self, form: Form) -> Near:
        """Return how a block looks near by, found out when it is first asked for."""
        near = self._near.get(form)
        if near is None:
            near = self._near[form] = near_view(form.items, self._theme)
        return near

    def forget(self, form: Form) -> None:
        """Forget a block that has left the page; its items may have stayed."""
        self._near.pop(form, None)

    def let_go(self, there_now: Iterable[Form]) -> None:
        """Forget the pictures of items that are on none of the blocks there are now."""
        known = (self._near.get(form) for form in there_now)
        there = {body for near in known if near for body in near.bodies}
        for body in self._made.keys() - there:
            picture = self._made.pop(body)
            self._pixels -= picture[0].width() * picture[0].height() if picture else 0

    def paint(self, painter: QPainter, blocks: Sequence[Block], bare: Set[str]) -> None:
        """Paint blocks; of the ``bare`` items, no words."""
        there = painter.worldTransform()
        self._begin(there.m11(), painter.device().devicePixelRatio())
        for block in blocks:
            _paint_connectors(painter, block, self.foresee(block.form))
        painter.resetTransform()
        for block in blocks:
            self._paint_bodies(painter, there, block, bare)
        painter.setWorldTransform(there)

    def make_some(self, blocks: Iterable[Block]) -> bool:
        """Make some pictures of blocks that may come into sight; False when there are all."""
        self._left = _BEFORE
        for block in blocks:
            for body in self.foresee(block.form).bodies:
                self._picture_of(body)
                if not self._left:
                    return True
        return False

    def _begin(self, zoom: float, ratio: float) -> None:
        if (zoom, ratio) != (self._zoom, self._ratio) or self._pixels > _ALL:
            self._made.clear()
            self._pixels, self._zoom, self._ratio = 0, zoom, ratio
        self._left = _AT_ONCE

    def _paint_bodies(
        self, painter: QPainter, there: QTransform, block: Block, bare: Set[str]
    ) -> None:
        """Put down each item of a block at the whole pixel next to its place."""
        ratio, scale = self._ratio, self._zoom * self._ratio
        left = there.dx() * ratio + block.group.x * scale
        top = there.dy() * ratio + block.group.y * scale
        near = self.foresee(block.form)
        for item_id, item, body in zip(block.ids, block.form.items, near.bodies, strict=True):
            across, down = round(left + item.x * scale), round(top + item.y * scale)
            picture = self._made.get(body) or self._picture_of(body)
            if item_id in bare:
                self._paint_as_it_is(painter, self._bare(item.group, body), across, down)
            elif picture:
                pixmap, right, below = picture
                at = QPointF((across + right) / ratio, (down + below) / ratio)
                painter.drawPixmap(at, pixmap)
            else:
                self._paint_as_it_is(painter, body.strokes, across, down)

    def _paint_as_it_is(
        self, painter: QPainter, seen: tuple[Stroke, ...], across: int, down: int
    ) -> None:
        """Paint what would be on a picture, just where it would be put down."""
        zoom, ratio = self._zoom, self._ratio
        painter.setTransform(QTransform(zoom, 0, 0, zoom, across / ratio, down / ratio))
        for stroke in seen:
            stroke(painter)
        painter.resetTransform()

    def _bare(self, group: Group, body: Body) -> tuple[Stroke, ...]:
        words = {id(line) for line in words_of(group)}
        return strokes(tuple(op for op in body.ops if id(op) not in words), self._theme)

    def _picture_of(self, body: Body) -> _Picture | None:
        """Return the picture of an item; None when it is too large, or enough have been made."""
        if body in self._made or not self._left:
            return self._made.get(body)
        scale, ink = self._zoom * self._ratio, body.ink
        left, top = floor(ink.x * scale), floor(ink.y * scale)
        across, down = ceil(ink.right * scale) - left, ceil(ink.bottom * scale) - top
        if across * down > _LARGEST:
            self._made[body] = None
            return None
        self._left -= 1
        self._pixels += across * down
        pixmap = QPixmap(across, down)
        pixmap.fill(Qt.GlobalColor.transparent)
        with QPainter(pixmap) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.translate(-left, -top)
            painter.scale(scale, scale)
            for stroke in body.strokes:
                stroke(painter)
        pixmap.setDevicePixelRatio(self._ratio)
        self._made[body] = made = pixmap, left, top
        return made


def _paint_connectors(painter: QPainter, block: Block, near: Near) -> None:
    """Paint the connectors of a block where they are, so that they meet others."""
    painter.translate(block.group.x, block.group.y)
    painter.setPen(Qt.PenStyle.NoPen)
    for colour, areas in near.straight:
        painter.setBrush(colour)
        painter.drawRects(areas)
    for x, y, bent in near.bent:
        painter.translate(x, y)
        bent(painter)
        painter.translate(-x, -y)
    painter.translate(-block.group.x, -block.group.y)

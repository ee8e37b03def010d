"""The mark of a party, its letter in an outline of its own, and its logo."""

from functools import lru_cache
from math import cos, pi, sin
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QWidget

from ilead_studio.drawing.theme import BONES
from ilead_studio.model.logo import logo_of, picture
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.looks.typeface import widget_font

SIDE: Final = 40
_CORNERS: Final = (0, 0, 4, 6, 3, 5)
"""Corners of the outlines in turn; the first two are a square with round corners, and a circle."""

_PRINTED: Final = QSize(1200, 1200)
"""Pixels within which a drawing becomes a picture: fine enough for a title page."""


class PartyMark(QWidget):
    """The letter of a party; its place in the list gives outline and colour."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look, self._letter, self._place = look, "", 0
        self.setFixedSize(look.px(SIDE), look.px(SIDE))

    def show_party(self, letter: str, place: int) -> None:
        """Show another letter, or another place."""
        if (letter, place) != (self._letter, self._place):
            self._letter, self._place = letter, place
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the outline, and the letter in it."""
        room = QRectF(self.rect()).adjusted(2, 2, -2, -2)
        theme = self._look.theme
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.colour(f"bone{self._place % BONES + 1}")), 2))
            painter.setBrush(QColor(theme.paper))
            self._outline(painter, room)
            painter.setPen(QColor(theme.ink))
            painter.setFont(widget_font(self._look.type("body"), strong=True))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter.value, self._letter)

    def _outline(self, painter: QPainter, room: QRectF) -> None:
        which = self._place % len(_CORNERS)
        if which == 0:
            painter.drawRoundedRect(room, 4, 4)
        elif which == 1:
            painter.drawEllipse(room)
        else:
            painter.drawPolygon(_polygon(_CORNERS[which], room))


def _polygon(corners: int, room: QRectF) -> QPolygonF:
    """Return an even polygon that stands on a corner."""
    middle, radius = room.center(), room.width() / 2
    turns = (2 * pi * at / corners - pi / 2 for at in range(corners))
    return QPolygonF([middle + QPointF(radius * cos(it), radius * sin(it)) for it in turns])


@lru_cache(32)
def logo_pixmap(logo: str, size: QSize, ratio: float = 2.0) -> QPixmap | None:
    """Return a logo as a picture that fits a size; None when there is none to be seen."""
    kept = picture(logo)
    if kept is None:
        return None
    room = size * ratio
    drawn = _svg(kept.data, room) if kept.kind == "svg" else _png(kept.data, room)
    if drawn is not None:
        drawn.setDevicePixelRatio(ratio)
    return drawn


def _png(data: bytes, room: QSize) -> QPixmap | None:
    made, modes = QPixmap(), Qt.TransformationMode
    if not made.loadFromData(QByteArray(data), "PNG"):
        return None
    return made.scaled(room, Qt.AspectRatioMode.KeepAspectRatio, modes.SmoothTransformation)


def printed_logo(data: bytes) -> bytes:
    """Return a picture from a file as one that is printed too: a drawing (SVG) as a PNG.

    What is no logo stays as it is; whoever keeps it says so.
    """
    try:
        kept = picture(logo_of(data))
    except ValueError:
        return data
    drawn = _svg(kept.data, _PRINTED) if kept and kept.kind == "svg" else None
    if drawn is None:
        return data
    made, room = QByteArray(), QBuffer()
    room.setBuffer(made)
    drawn.save(room, "PNG")
    return bytes(made.data())


def _svg(data: bytes, room: QSize) -> QPixmap | None:
    renders = QSvgRenderer(QByteArray(data))
    if not renders.isValid() or renders.defaultSize().isEmpty():
        return None
    made = QPixmap(renders.defaultSize().scaled(room, Qt.AspectRatioMode.KeepAspectRatio))
    made.fill(Qt.GlobalColor.transparent)
    with QPainter(made) as painter:
        renders.render(painter)
    return made

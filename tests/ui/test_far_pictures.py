"""Pictures of blocks seen from far away: made when nobody waits, kept while they can be of use."""

import pytest
from painting import drawing, group
from PySide6.QtGui import QImage, QPainter

from ilead_studio.drawing.ops import Line, Pen
from ilead_studio.drawing.theme import PRINT
from ilead_studio.ui.canvas.painter import DrawingPainter

pytestmark = pytest.mark.usefixtures("qapp")

LINES = tuple(Line((0, y), (9, y), Pen("ink", 1.0)) for y in range(0, 40, 2))


def paint(ink: DrawingPainter, zoom: float) -> None:
    """Paint at a zoom, and let the pictures be made that would have helped."""
    image = QImage(60, 60, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        painter.scale(zoom, zoom)
        ink.paint_far(painter, None)


def test_the_pictures_of_the_last_zoom_are_there_when_it_comes_back() -> None:
    ink = DrawingPainter(PRINT, keeps_pictures=True)
    ink.take(drawing(group("one", *LINES)))
    for zoom in (0.3, 0.25):
        paint(ink, zoom)
        assert ink.wants_pictures
        while ink.make_pictures():
            pass
    paint(ink, 0.3)
    assert not ink.wants_pictures
    paint(ink, 0.2)
    assert ink.wants_pictures


def test_a_block_that_goes_is_forgotten_at_both_zooms() -> None:
    ink = DrawingPainter(PRINT, keeps_pictures=True)
    one = group("one", *LINES)
    ink.take(drawing(one))
    for zoom in (0.3, 0.25):
        paint(ink, zoom)
        while ink.make_pictures():
            pass
    ink.take(drawing())
    ink.take(drawing(one))
    paint(ink, 0.3)
    assert ink.wants_pictures

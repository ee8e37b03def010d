"""A page near by: connectors as lines, items as pictures at whole pixels, and nothing is lost."""

import pytest
from painting import drawing, group, words
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from ilead_studio.drawing.ops import Box, Curve, Drawing, Group, Line, Pen, Polyline, Rect
from ilead_studio.drawing.theme import PRINT
from ilead_studio.ui.canvas.near import near_view
from ilead_studio.ui.canvas.painter import DrawingPainter
from ilead_studio.ui.canvas.spread import Form

pytestmark = pytest.mark.usefixtures("qapp")

SIDE = 200
PEN = Pen("bone1", 1.0)
LABEL = words("Bus", 1.0, 9.0)
BOX = Rect(Box(0, 0, 10, 10), 2, "bone3", PEN)
ELBOW = Polyline(((-20, -15), (-20, 5), (0, 5)), pen=PEN)
BENT = Curve((10, 5), (((20, 5), (25, 10), (25, 30)),), pen=PEN)
ITEM = group("one", ELBOW, BENT, BOX, LABEL, x=40.3, y=40.7)


def painted(
    ink: DrawingPainter, zoom: float = 2.0, ratio: float = 1.0, without: str = ""
) -> QImage:
    image = QImage(round(SIDE * ratio), round(SIDE * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor(PRINT.paper))
    with QPainter(image) as painter:
        painter.translate(3.2, 1.4)
        painter.scale(zoom, zoom)
        ink.paint(painter, without={without})
    return image


def painter_of(shown: Drawing, *, keeps: bool) -> DrawingPainter:
    ink = DrawingPainter(PRINT, keeps_pictures=keeps)
    ink.take(shown)
    return ink


def ink_box(image: QImage) -> QRect:
    """Return the pixels around all that is clearly dark."""
    box = QRect()
    for y in range(image.height()):
        for x in range(image.width()):
            if QColor(image.pixel(x, y)).lightness() < 160:
                box |= QRect(x, y, 1, 1)
    return box


@pytest.mark.parametrize(("zoom", "ratio"), [(1.0, 1.0), (1.7, 1.0), (2.0, 1.5), (1.3, 2.0)])
def test_a_picture_is_where_the_item_is_to_the_next_pixel(zoom: float, ratio: float) -> None:
    exact = ink_box(painted(painter_of(drawing(ITEM), keeps=False), zoom, ratio))
    kept = ink_box(painted(painter_of(drawing(ITEM), keeps=True), zoom, ratio))
    sides = zip(exact.getCoords(), kept.getCoords(), strict=True)
    assert all(abs(one - other) <= 1 for one, other in sides)


def test_the_second_paint_is_the_same_as_the_first() -> None:
    ink = painter_of(drawing(ITEM), keeps=True)
    assert painted(ink) == painted(ink)


def test_an_item_whose_words_are_being_typed_has_its_box_and_no_words() -> None:
    bare = group("one", ELBOW, BENT, BOX, x=ITEM.x, y=ITEM.y)
    without = painted(painter_of(drawing(ITEM), keeps=True), without="one")
    assert without == painted(painter_of(drawing(bare), keeps=True))
    assert without != painted(painter_of(drawing(ITEM), keeps=True))


def test_more_items_than_pictures_are_made_at_once_are_all_there() -> None:
    dots = [group(str(n), BOX, x=12.0 * (n % 8), y=12.0 * (n // 8)) for n in range(64)]
    more = [group(f"+{n}", words(str(n)), x=9.0 * n, y=96.0) for n in range(9)]
    ink = painter_of(drawing(*dots, *more), keeps=True)
    assert painted(ink, 1.0) == painted(ink, 1.0)


def test_an_item_too_large_for_a_picture_is_there() -> None:
    wall = Rect(Box(0, 0, 90, 90), 0, "bone1")
    ink = painter_of(drawing(group("wall", wall)), keeps=True)
    assert QColor(painted(ink, 20.0).pixel(150, 150)).name() == PRINT.colour("bone1")


def test_another_connector_makes_no_other_picture() -> None:
    longer = Polyline(((-20, -99), (-20, 5), (0, 5)), pen=PEN)
    one, other = (body_of(group("one", line, BOX, LABEL)) for line in (ELBOW, longer))
    assert one is other
    assert one is not body_of(group("one", ELBOW, BOX, words("Train", 1.0, 9.0)))


def body_of(it: Group) -> object:
    return near_view(Form(it).items, PRINT).bodies[0]


def test_what_stays_inside_its_item_is_no_connector() -> None:
    tick = Polyline(((2, 5), (4, 8), (8, 2)), pen=PEN)
    rib = Line((0, 10), (60, 10), PEN)
    near = near_view(Form(group("one", rib, tick, BOX)).items, PRINT)
    assert [len(areas) for _, areas in near.straight] == [1]
    assert not near.bent
    assert len(near.bodies[0].strokes) == 2


def test_the_corner_of_an_elbow_is_filled() -> None:
    thick = Polyline(((10, 10), (10, 40), (40, 40)), pen=Pen("bone1", 6.0))
    image = painted(painter_of(drawing(group("one", thick, x=20, y=20)), keeps=True), 1.0)
    corner = QColor(image.pixel(round(20 + 10 + 3.2 - 2), round(20 + 40 + 1.4 + 2)))
    assert corner.name() == PRINT.colour("bone1")


def test_pictures_are_made_for_what_may_come_into_sight() -> None:
    ink = painter_of(drawing(ITEM, group("below", BOX, LABEL, x=40.0, y=140.0)), keeps=True)
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    with QPainter(image) as painter:
        ink.paint(painter, Box(0, 0, 100, 100))
    assert ink.wants_pictures
    while ink.make_pictures():
        pass
    assert not ink.wants_pictures

"""The painter: all seven operations, in their colour and at their place."""

from io import BytesIO

import pytest
from painting import PAPER, Painted, drawing, group, red_square, rgb, words
from PIL import Image as Picture
from PySide6.QtGui import QColor, QImage, QPainter

from ilead_studio.drawing.ops import Box, Curve, Image, Line, Op, Pen, Polyline, Rect
from ilead_studio.drawing.theme import PRINT
from ilead_studio.ui.canvas.painter import DrawingPainter
from ilead_studio.ui.canvas.picture import png_bytes

pytestmark = pytest.mark.usefixtures("qapp")

INK, BLUE, GREEN = (rgb(PRINT.colour(role)) for role in ("ink", "bone1", "bone3"))
THICK = Pen("bone1", 4.0)


@pytest.mark.parametrize(
    ("op", "inside", "outside", "colour"),
    [
        (Rect(Box(10, 10, 20, 20), 0, "bone1"), (11, 11), (40, 20), BLUE),
        (Rect(Box(10, 10, 20, 20), 10, "bone1"), (20, 20), (11, 11), BLUE),
        (Rect(Box(10, 10, 60, 60), 0, None, THICK), (10, 40), (40, 40), BLUE),
        (Rect(Box(10, 10, 60, 60), 0, "bone3", THICK), (40, 40), (80, 40), GREEN),
        (Line((10, 10), (90, 90), THICK), (50, 50), (50, 70), BLUE),
        (Polyline(((0, 0), (60, 0), (0, 60)), True, "ink"), (10, 10), (50, 50), INK),
        (Polyline(((10, 10), (60, 10), (60, 60)), pen=THICK), (60, 40), (35, 35), BLUE),
        (Polyline(((10, 10), (60, 10), (60, 60)), True, None, THICK), (35, 35), (40, 20), BLUE),
        (Curve((10, 50), (((10, 0), (90, 0), (90, 50)),), pen=THICK), (50, 12.5), (50, 50), BLUE),
        (Curve((10, 50), (((10, 0), (90, 0), (90, 50)),), True, "ink"), (50, 30), (50, 60), INK),
        (Image(Box(10, 10, 30, 30), red_square(), "red"), (25, 25), (50, 25), (255, 0, 0)),
        (group("inner", Rect(Box(0, 0, 9, 9), 0, "ink"), x=30, y=40), (34, 44), (4, 4), INK),
    ],
)
def test_each_operation_has_ink_in_its_place_and_colour(
    op: Op, inside: tuple[float, float], outside: tuple[float, float], colour: tuple[int, int, int]
) -> None:
    painted = Painted(drawing(group("one", op)))
    assert painted.at(*inside) == colour
    assert painted.at(*outside) == PAPER


def test_a_line_that_bends_at_its_end_has_no_gap_and_no_other_ink() -> None:
    straight = ((20.0, 20.0), (40.0, 40.0), (50.0, 50.0))
    bend = ((60.0, 60.0), (70.0, 70.0), (90.0, 70.0))
    rib = Painted(drawing(group("one", Curve((10, 10), (straight, bend), pen=THICK))))
    assert all(rib.at(at, at) == BLUE for at in range(11, 54))
    whole = Curve((10, 10), (((12.0, 12.5), (40.0, 40.0), (50.0, 50.0)), bend), pen=THICK)
    curved = Painted(drawing(group("one", whole)))
    assert rib.dark_box() == pytest.approx(curved.dark_box(), abs=0.5)


def test_the_dashes_of_a_line_run_on_into_its_bend() -> None:
    broken = Pen("bone1", 4.0, (12.0, 8.0))
    arcs = ((20.0, 10.0), (30.0, 10.0), (46.0, 10.0)), ((60.0, 10.0), (80.0, 10.0), (90.0, 10.0))
    bent = Painted(drawing(group("one", Curve((10, 10), arcs, pen=broken))))
    straight = Painted(drawing(group("one", Polyline(((10, 10), (90, 10)), pen=broken))))
    assert [bent.at(x, 10) for x in range(8, 92)] == [straight.at(x, 10) for x in range(8, 92)]


def test_groups_inside_groups_stand_at_the_sum_of_their_places() -> None:
    dot = Rect(Box(0, 0, 4, 4), 0, "ink")
    deep = group("deep", dot, x=10, y=10)
    outer = group("outer", group("inner", deep, x=20, y=30), x=5, y=7)
    painted = Painted(drawing(outer, group("next", dot)))
    assert painted.at(37, 49) == INK
    assert painted.at(2, 2) == INK
    assert painted.at(12, 12) == PAPER


def test_words_stand_on_their_baseline_and_are_as_wide_as_they_say() -> None:
    line = words("HHHH", 10, 50, 20)
    left, top, right, bottom = Painted(drawing(group("one", line))).dark_box()
    assert bottom == pytest.approx(50, abs=0.5)
    assert top == pytest.approx(50 - 20 * 0.66, abs=0.5)
    assert left == pytest.approx(10 + 1.8, abs=0.5)
    assert right == pytest.approx(10 + line.width - 1.8, abs=0.5)


def test_dashes_are_as_long_as_they_say_and_cut_straight() -> None:
    line = Line((0, 50), (100, 50), Pen("ink", 4.0, (10.0, 10.0)))
    painted = Painted(drawing(group("one", line)))
    assert painted.runs(50, 0, 100) == 5
    assert painted.at(9, 51.5) == INK
    assert painted.at(11, 50) == PAPER


def test_dots_are_round_and_stand_apart() -> None:
    line = Line((0, 50), (100, 50), Pen("ink", 8.0, (0.1, 20.0)))
    painted = Painted(drawing(group("one", line)))
    assert 5 <= painted.runs(50, -5, 100) <= 6
    assert painted.at(20.1 + 3, 50) == INK
    assert painted.at(20.1 + 3.6, 53.6) == PAPER  # a square end would have ink here


def test_what_is_later_lies_above() -> None:
    one = group("one", Rect(Box(10, 10, 50, 50), 0, "ink"))
    two = group("two", Rect(Box(20, 20, 50, 50), 0, "bone1"))
    assert Painted(drawing(one, two)).at(30, 30) == BLUE
    assert Painted(drawing(two, one)).at(30, 30) == INK


def test_an_unknown_role_is_an_error_and_not_some_colour() -> None:
    with pytest.raises(AttributeError):
        Painted(drawing(group("one", Rect(Box(0, 0, 9, 9), 0, "no such role"))))


@pytest.mark.parametrize("dpi", [36, 144, 300, 600])
def test_letters_of_any_size_are_painted(dpi: float) -> None:
    """Qt leaves glyph runs out from 64 pixels on; see ``strokes.LARGEST_RUN``."""
    line = words("HHHH", 10, 50, 20)
    shares = []
    for it in (drawing(group("one", line)), drawing(group("one"))):
        picture = Picture.open(BytesIO(png_bytes(it, PRINT, dpi))).convert("L")
        dark = sum(picture.histogram()[:128])
        shares.append(dark / (picture.width * picture.height))
    assert shares[1] == 0
    assert 0.01 < shares[0] < 0.03


def test_what_is_faded_keeps_its_words_and_has_pale_lines() -> None:
    near, far = (faded_colours(zoomed_out=out) for out in (False, True))
    pale = rgb(PRINT.faded().colour("bone1"))
    assert near == far == {"here": BLUE, "inner": pale, "there": pale}


def faded_colours(*, zoomed_out: bool) -> dict[str, tuple[int, int, int]]:
    """Return the colours of three squares, of which one inside another and a third are faded."""
    square = Rect(Box(0, 0, 20, 20), 0, "bone1")
    inner = group("inner", square, x=30)
    ink = DrawingPainter(PRINT)
    ink.take(drawing(group("here", square, inner), group("there", square, y=40)))
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    faded = frozenset({"inner", "there"})
    with QPainter(image) as painter:
        if zoomed_out:
            ink.paint_far(painter, None, faded=faded)
        else:
            ink.paint(painter, None, faded=faded)
    places = {"here": (10, 10), "inner": (40, 10), "there": (10, 50)}
    return {name: image.pixelColor(*at).getRgb()[:3] for name, at in places.items()}

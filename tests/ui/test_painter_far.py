"""A drawing from far away: bars for words, the same lines and boxes, few calls."""

import pytest
from painting import drawing, group, rgb, words
from PySide6.QtGui import QColor, QImage, QPainter

from ilead_studio.drawing.ops import Box, Curve, Drawing, Image, Line, Pen, Polyline, Rect
from ilead_studio.drawing.theme import PRINT
from ilead_studio.ui.canvas import painter
from ilead_studio.ui.canvas.far import far_view, grain_of
from ilead_studio.ui.canvas.moves import Moves
from ilead_studio.ui.canvas.painter import DrawingPainter
from ilead_studio.ui.canvas.spread import Spread

pytestmark = pytest.mark.usefixtures("qapp")


def seen(it: Drawing, view: Box | None = None, moves: Moves | None = None) -> QImage:
    """Return a drawing from far away, a pixel to a point."""
    image = QImage(120, 120, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    ink = DrawingPainter(PRINT)
    ink.take(it)
    with QPainter(image) as painter:
        ink.paint_far(painter, view, moves=moves)
    return image


def colour(image: QImage, x: int, y: int) -> tuple[int, int, int]:
    found = image.pixelColor(x, y)
    return found.red(), found.green(), found.blue()


def test_every_operation_leaves_something_where_it_is() -> None:
    ops = (
        Rect(Box(0, 0, 20, 20), 3, "bone1"),
        Rect(Box(30, 0, 20, 20), 3, None, Pen("bone2", 3)),
        Line((0, 40), (50, 40), Pen("bone3", 3)),
        Polyline(((60, 0), (100, 0), (100, 20)), pen=Pen("bone4", 3)),
        Curve((0, 100), (((0, 60), (60, 60), (60, 100)),), pen=Pen("bone5", 3)),
        Polyline(((80, 80), (90, 85), (80, 90)), True, "ink"),
        Image(Box(100, 100, 15, 15), b"", ""),
    )
    image = seen(drawing(group("one", *ops)))
    spots = {(10, 10): "bone1", (30, 10): "bone2", (25, 40): "bone3", (80, 0): "bone4",
             (30, 73): "bone5", (85, 82): "ink", (107, 107): "rule"}  # fmt: skip
    found = {spot: colour(image, *spot) for spot in spots}
    assert found == {spot: rgb(PRINT.colour(role)) for spot, role in spots.items()}


def test_a_line_of_text_is_a_bar_as_long_as_the_words() -> None:
    line = words("Several", 10, 50, 20)
    image = seen(drawing(group("one", line)))
    inked = [x for x in range(120) if colour(image, x, 43) != (255, 255, 255)]
    assert (inked[0], inked[-1]) == (10, pytest.approx(9 + line.width, abs=1))
    assert colour(image, 30, 53) == (255, 255, 255)


def test_lines_of_a_block_are_collected_by_colour_and_width() -> None:
    pen, other = Pen("ink", 1.0), Pen("ink", 2.0)
    its = [group(f"g{at}", Line((0, at), (9, at), pen)) for at in range(5)]
    spread = Spread()
    spread.take(drawing(group("block", *its, group("last", Line((0, 0), (9, 9), other)))))
    far = far_view(spread.blocks[0].items)
    assert {key: len(lines) for key, lines in far.lines.items()} == {
        ("ink", 1.0): 5,
        ("ink", 2.0): 1,
    }


def test_only_what_is_in_view_is_painted() -> None:
    here = group("here", Rect(Box(0, 0, 10, 10), 0, "ink"))
    there = group("there", Rect(Box(0, 0, 10, 10), 0, "ink"), x=2000)
    ink = DrawingPainter(PRINT)
    ink.take(drawing(here, there, bounds=Box(0, 0, 2010, 10)))
    names = [block.group.node_id for block in ink.spread.within(Box(0, 0, 100, 100))]
    assert names == ["here"]
    image = seen(drawing(here, there), Box(0, 0, 100, 100))
    assert colour(image, 5, 5) == (0, 0, 0)


def test_what_is_on_its_way_is_seen_on_its_way() -> None:
    it = group("one", Rect(Box(0, 0, 10, 10), 0, "ink"), x=50, y=50)
    moves = Moves({"one": (-50.0, 0.0)}, frozenset(), 1.0, (50.0, 0.0))
    image = seen(drawing(it), Box(0, 0, 120, 120), moves)
    assert colour(image, 5, 55) == (0, 0, 0)
    assert colour(image, 55, 55) == (255, 255, 255)


def test_what_is_smaller_than_a_pixel_is_left_out_or_simpler() -> None:
    sign, box = Rect(Box(0, 0, 8, 8), 4, None, Pen("ink", 1)), Rect(Box(0, 0, 90, 12), 3, "paper")
    edged = Rect(Box(0, 20, 90, 12), 3, "paper", Pen("edge", 1))
    stub, way = Line((0, 0), (5, 0), Pen("ink", 1)), Line((0, 0), (0, 90), Pen("ink", 1))
    spread = Spread()
    spread.take(drawing(group("one", sign, box, edged, stub, way, words("Several", 10, 50, 10))))
    items = spread.blocks[0].items
    near, far = far_view(items, grain_of(0.6)), far_view(items, grain_of(0.03))
    counted = [
        [sum(map(len, it.values())) for it in (v.areas, v.lines, v.bars)] for v in (near, far)
    ]
    assert counted == [[3, 2, 1], [1, 1, 1]]
    assert list(far.bars) == ["edge"]


def test_a_bend_too_small_to_be_seen_is_straight() -> None:
    bend = Curve((0, 0), (((0, 4), (2, 8), (8, 8)),), pen=Pen("ink", 1))
    spread = Spread()
    spread.take(drawing(group("one", bend)))
    pieces = [
        len(far_view(spread.blocks[0].items, grain).lines["ink", 1.0]) for grain in (1.0, 4.0)
    ]
    assert pieces == [3, 1]


def test_a_large_page_comes_in_parts_and_is_then_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(painter, "AT_ONCE", 2)
    its = [group(f"g{at}", Line((0, 9 * at), (90, 9 * at), Pen("ink", 3))) for at in range(5)]
    ink, image = DrawingPainter(PRINT, by_parts=True), QImage(seen(drawing(*its)))
    ink.take(drawing(*its))
    paints = 0
    while not paints or ink.is_partial:
        image.fill(QColor("white"))
        with QPainter(image) as paints_on:
            ink.paint_far(paints_on, None)
        paints += 1
    assert paints == 3
    assert image == seen(drawing(*its))

"""Pictures for other programs: PNG of any size, whole or in part, and the clipboard."""

from io import BytesIO
from xml.etree import ElementTree as Xml

import pytest
from painting import PAPER, Painted, drawing, group, words
from PIL import Image as Picture
from workbooks import attendance, key

from ilead_studio.drawing.marks import marks_of
from ilead_studio.drawing.ops import Box, Drawing, Rect
from ilead_studio.drawing.page import draw_page
from ilead_studio.drawing.theme import LIGHT, PRINT
from ilead_studio.errors import ExportError
from ilead_studio.ui.canvas.picture import MARGIN, copy_picture, pictured, png_bytes

pytestmark = pytest.mark.usefixtures("qapp")

PAGE = drawing(group("one", Rect(Box(0, 0, 20, 20), 0, "ink")),
               group("two", Rect(Box(0, 0, 20, 20), 0, "bone1"), x=60, y=60))  # fmt: skip


def opened(png: bytes) -> Picture.Image:
    return Picture.open(BytesIO(png))


def whole_page() -> Drawing:
    book = attendance()
    return draw_page(book, book.fishbones[0], (696.0, 400.0))


@pytest.mark.parametrize("dpi", [72, 96, 150, 300])
def test_a_picture_has_its_dots_and_says_how_many_an_inch(dpi: int) -> None:
    picture = opened(png_bytes(PAGE, PRINT, dpi))
    assert picture.width == round((100 + 2 * MARGIN) * dpi / 72)
    assert picture.info["dpi"] == pytest.approx((dpi, dpi), abs=0.02)


def test_a_picture_is_on_paper_or_on_nothing() -> None:
    on_paper, on_nothing = Painted(PAGE), Painted(PAGE, white=False)
    assert (on_paper.at(50, 50), on_paper.alpha(50, 50)) == (PAPER, 255)
    assert (on_nothing.alpha(50, 50), on_nothing.alpha(10, 10)) == (0, 255)
    themed = opened(png_bytes(PAGE, LIGHT)).convert("RGB").getpixel((2, 2))
    assert themed == (0xFF, 0xFD, 0xF8)


def test_only_some_items_make_a_picture_as_large_as_they_are() -> None:
    picture = opened(png_bytes(PAGE, PRINT, 72, only=frozenset({"two"}))).convert("RGB")
    assert picture.size == (20 + 2 * MARGIN, 20 + 2 * MARGIN)
    assert picture.getpixel((22, 22)) == (0, 0x72, 0xB2)
    colours = {colour for _, colour in picture.getcolors(10_000)}
    assert (0, 0, 0) not in colours


def test_a_picture_too_large_or_too_small_is_refused_in_words() -> None:
    with pytest.raises(ExportError, match="too large"):
        png_bytes(PAGE, PRINT, 10_000)
    with pytest.raises(ExportError, match="no pixel"):
        png_bytes(PAGE, PRINT, 0.1)


def test_a_copied_page_comes_as_svg_png_and_outline() -> None:
    book = attendance()
    data = copy_picture(whole_page(), PRINT, pictured(book, book.fishbones[0], marks_of(book)))
    svg = Xml.fromstring(bytes(data.data("image/svg+xml").data()))
    assert svg.tag == "{http://www.w3.org/2000/svg}svg"
    assert opened(bytes(data.data("image/png").data())).size[0] > 300
    assert data.hasImage()
    assert data.text().splitlines()[:3] == ["Pupils miss school", "  Buses", "    Buses come late"]


def test_a_copied_part_says_only_its_own_words() -> None:
    book, only = attendance(), frozenset(map(key, ("late", "roads")))
    words_of_page = pictured(book, book.fishbones[0], marks_of(book))
    data = copy_picture(whole_page(), PRINT, words_of_page, only=only)
    assert data.text() == "Buses come late\n  Roads are mended\n"
    assert b"Parents work early" not in bytes(data.data("image/svg+xml").data())


def test_words_on_a_picture_are_searchable_in_the_svg() -> None:
    book = attendance()
    data = copy_picture(whole_page(), PRINT, pictured(book, book.fishbones[0], marks_of(book)))
    assert b"Roads are mended" in bytes(data.data("image/svg+xml").data())


def test_a_picture_of_nothing_is_paper() -> None:
    empty = Painted(drawing(group("one", words(""))))
    assert empty.image.getextrema()[:3] == ((255, 255),) * 3

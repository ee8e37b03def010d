"""The canvas: what is painted is tagged, and the file around it is PDF/UA-1."""

import struct
import zlib
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pdf_reading import Heard, read, ua_faults
from PIL import Image as Picture
from printing import extracted, needs_poppler

from ilead_studio.drawing.ops import Box, TextLine
from ilead_studio.drawing.paper import PAPERS, Paper
from ilead_studio.drawing.text import text_line
from ilead_studio.errors import ExportError
from ilead_studio.handouts import faces
from ilead_studio.handouts.ink import Stroke
from ilead_studio.handouts.sheet import Sheet
from ilead_studio.handouts.tagged import Place, TaggedCanvas


def line(text: str, face: str = "Regular") -> TextLine:
    return text_line(0, 0, text, face, 12, "ink")


def png(mode: str = "RGBA", colour: object = (200, 0, 0, 128)) -> bytes:
    buffer = BytesIO()
    Picture.new(mode, (4, 3), colour).save(buffer, "PNG")
    return buffer.getvalue()


def written(title: str = "A title", language: str = "en-US") -> tuple[TaggedCanvas, Sheet]:
    """Return a canvas with one sheet that has a heading."""
    canvas = TaggedCanvas(title, language)
    sheet = canvas.sheet(Paper("", 612, 792))
    with sheet.marked(canvas.top.add("H1")):
        sheet.text(line("Heading", "SemiBold"), (66, 80))
    canvas.bookmark("Heading", 0, Place(sheet, 60))
    return canvas, sheet


def test_a_sheet_with_text_lines_and_a_link_is_pdf_ua() -> None:
    canvas, sheet = written()
    with sheet.artifact():
        sheet.rectangle(Box(66, 100, 90, 30), 6, "#ffffff", Stroke(1, (2, 2), "#0072b2"))
        sheet.lines([(0, 0), (9, 9)], stroke=Stroke(1, (0.1, 3), dots=True))
        sheet.curve((9, 9), [((9, 20), (20, 20), (30, 9))], closed=True, fill="#000000")
    link = canvas.top.add("P").add("Link")
    with sheet.marked(link):
        sheet.text(line("next", "Italic"), (66, 200))
    other = canvas.sheet(Paper("", 792, 612))
    canvas.link(link, sheet, Box(66, 190, 30, 14), Place(other, 66), "to page 2")
    pdf = canvas.pdf()
    assert ua_faults(pdf) == []
    reading = read(pdf)
    assert reading.faults == []
    assert reading.links == [("to page 2", 2)]
    assert {name.split("-")[1] for name in reading.fonts} == {"SemiBold", "Italic"}


def test_a_paragraph_may_go_on_over_two_sheets_and_its_words_are_not_glued() -> None:
    canvas, first = written()
    second = canvas.sheet(Paper("", 612, 792))
    paragraph = canvas.top.add("P")
    with first.marked(paragraph):
        first.text(line("School"), (66, 700), goes_on=True)
    with second.marked(paragraph):
        second.text(line("absence"), (66, 60))
    reading = read(canvas.pdf())
    assert reading.faults == []
    assert reading.of("P") == ["School absence"]


def test_what_is_painted_first_may_be_read_last() -> None:
    canvas, sheet = written()
    early, late = canvas.top.add("P"), canvas.top.add("P")
    for element, words in ((late, "second"), (early, "first")):
        with sheet.marked(element):
            sheet.text(line(words), (66, 100))
    assert read(canvas.pdf()).of("P") == ["first", "second"]


def test_pages_that_share_a_sheet_stand_beside_each_other() -> None:
    canvas = TaggedCanvas("Four", "en-US")
    paper = PAPERS["letter"].shared(2)
    for words in ("one", "two", "three"):
        sheet = canvas.sheet(paper)
        with sheet.marked(canvas.top.add("P")):
            sheet.text(line(words), (paper.left, 100))
        canvas.bookmark(words, 0, Place(sheet, 0))
    pdf = canvas.pdf()
    reading = read(pdf)
    assert (reading.pages, reading.faults, ua_faults(pdf)) == (2, [], [])
    assert reading.of("P") == ["one", "two", "three"]
    with pikepdf.open(BytesIO(pdf)) as file:
        assert [float(it) for it in file.pages[0].MediaBox] == [0, 0, 792, 612]
        assert [page.label for page in file.pages] == ["1–2", "3"]


def test_a_grey_document_has_no_colour() -> None:
    canvas = TaggedCanvas("Grey", "en-US", gray=True)
    sheet = canvas.sheet(PAPERS["letter"])
    with sheet.artifact():
        sheet.rectangle(Box(0, 0, 9, 9), fill="#ff0000")
    with pikepdf.open(BytesIO(canvas.pdf())) as file:
        code = file.pages[0].Contents.read_bytes()
    assert b"rg" not in code
    assert b"0.213 g" in code


def test_bookmarks_stand_below_each_other_by_their_level() -> None:
    canvas, sheet = written()
    levels = [(0, "a"), (1, "b"), (2, "c"), (2, "d"), (1, "e"), (0, "f"), (2, "g")]
    for level, words in levels:
        canvas.bookmark(words, level, Place(sheet, 0))
    found = read(canvas.pdf()).bookmarks[1:]
    assert found == [*levels[:-1], (1, "g")], "a level that was left out counts as one step"


@pytest.mark.parametrize("title", ["þÿ Größe", "(open \\ <b> & 5", "Ωμέγα 🎉", "plain"])
def test_any_title_is_the_same_in_the_file_and_in_its_metadata(title: str) -> None:
    canvas, _ = written(title, "vi")
    pdf = canvas.pdf()
    reading = read(pdf)
    assert (reading.title, reading.language, reading.faults) == (title, "vi", [])
    assert ua_faults(pdf) == []


@needs_poppler
def test_characters_that_look_alike_stay_apart_when_they_are_copied() -> None:
    words = "co\u2011op co-op µm μm Ω Ω 10\u00a0% Việt Нет"
    canvas, sheet = written()
    with sheet.marked(canvas.top.add("P")):
        sheet.text(line(words), (66, 100))
    pdf = canvas.pdf()
    shown = line(words).text
    assert read(pdf).of("P") == [shown]
    assert " ".join(shown.split()) in extracted(pdf)


def test_more_characters_than_one_block_of_the_map_can_hold_are_all_readable() -> None:
    words = "".join(map(chr, [*range(0x21, 0x7F), *range(0xC0, 0x180), *range(0x391, 0x3A2)]))
    canvas, sheet = written()
    with sheet.marked(canvas.top.add("P")):
        sheet.text(line(words), (66, 100))
    assert read(canvas.pdf()).of("P") == [line(words).text]


def test_a_picture_is_a_figure_that_says_what_it_shows() -> None:
    canvas, sheet = written()
    for data in (png(), png("L", 90)):
        figure = canvas.top.add(
            "Figure", alternative="A red square", attributes=b"<</O/Layout/BBox[66 600 90 620]>>"
        )
        with sheet.marked(figure):
            sheet.picture(data, Box(66, 172, 24, 20))
    pdf = canvas.pdf()
    assert ua_faults(pdf) == []
    assert Heard(1, "Figure", "A red square") in read(pdf).heard
    with pikepdf.open(BytesIO(pdf)) as file:
        colours = {it.read_bytes()[:3] for it in file.pages[0].Resources.XObject.values()}
    assert colours == {bytes([227, 127, 127]), bytes([90, 90, 90])}, "half red lies on white paper"


def bomb(kind: bytes) -> bytes:
    """Return a picture with words beside it that unpack to more than anybody wants."""
    packed = kind + b"x\0\0" + zlib.compress(bytes(70_000_000))
    chunk = struct.pack(">I", len(packed) - 4) + packed + struct.pack(">I", zlib.crc32(packed))
    return png()[:33] + chunk + png()[33:]


@pytest.mark.parametrize(
    "data", [b"no picture", bomb(b"zTXt"), bomb(b"iCCP")], ids=["none", "words", "colours"]
)
def test_a_picture_that_cannot_be_read_is_refused_in_a_sentence(data: bytes) -> None:
    _, sheet = written()
    with pytest.raises(ExportError, match="A picture on the page cannot be read"), sheet.artifact():
        sheet.picture(data, Box(0, 0, 9, 9))


def test_letters_that_are_gone_are_missed_in_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(faces, "resource", tmp_path.joinpath)
    faces._font.cache_clear()
    sheet = TaggedCanvas("", "en").sheet(Paper("", 612, 792))
    with pytest.raises(ExportError, match="Install it again"), sheet.artifact():
        sheet.text(line("x"), (66, 100))


def test_nothing_can_be_painted_without_being_tagged() -> None:
    canvas, sheet = written()
    with pytest.raises(RuntimeError, match="outside marked content"):
        sheet.text(line("lost"), (66, 100))
    with (
        pytest.raises(RuntimeError, match="does not nest"),
        sheet.marked(canvas.top.add("P")),
        sheet.artifact(),
    ):
        pass


def test_the_same_sheets_give_the_same_bytes_and_no_clock_is_in_them() -> None:
    first, second = written()[0].pdf(), written()[0].pdf()
    assert first == second
    assert written("Another")[0].pdf() != first
    with pikepdf.open(BytesIO(first)) as file:
        assert set(file.docinfo.keys()) == {"/Title", "/Creator", "/Producer"}


def test_a_thousand_elements_are_packed_into_object_streams() -> None:
    canvas, sheet = written()
    for _ in range(1_000):
        with sheet.marked(canvas.top.add("P")):
            sheet.text(line("x"), (66, 100))
    pdf = canvas.pdf()
    assert len(pdf) < 30_000
    assert pdf.count(b"/Type/ObjStm") == 3
    reading = read(pdf)
    assert reading.faults == []
    assert len(reading.of("P")) == 1_000


def test_what_is_referred_to_must_be_there_in_the_end() -> None:
    canvas, sheet = written()
    elsewhere = TaggedCanvas("", "en").sheet(Paper("", 9, 9))
    elsewhere.side.name = "Page 99"
    canvas.link(canvas.top.add("Link"), sheet, Box(0, 0, 9, 9), Place(elsewhere, 0), "lost")
    with pytest.raises(KeyError, match="Page 99"):
        canvas.pdf()

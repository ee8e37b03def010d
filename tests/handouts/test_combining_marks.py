"""Marks over letters stand in a PDF where the drawing says, and are still read in order."""

from pathlib import Path

import pytest
from pdf_reading import read, ua_faults
from printing import extracted, inked, needs_poppler

from ilead_studio.drawing.paper import Paper
from ilead_studio.drawing.text import text_line
from ilead_studio.handouts.tagged import Place, TaggedCanvas


def sheet_with(*lines: str, goes_on: bool = False) -> bytes:
    canvas = TaggedCanvas("Marks", "en-US")
    sheet = canvas.sheet(Paper("", 612, 792))
    paragraph = canvas.top.add("H1")
    with sheet.marked(paragraph):
        for at, text in enumerate(lines, 1):
            line = text_line(0, 0, text, "Regular", 60, "ink")
            sheet.text(line, (66, 100.0 * at), goes_on=goes_on and at < len(lines))
    canvas.bookmark("Marks", 0, Place(sheet, 60))
    return canvas.pdf()


def columns(pdf: bytes, folder: Path) -> list[int]:
    """Return the columns, in points, that hold ink."""
    (rows,) = inked(pdf, folder, 72)
    return [x for x in range(len(rows[0])) if any(row[x] < 128 for row in rows)]


def test_a_line_with_marks_is_pdf_ua_and_is_read_in_order() -> None:
    pdf = sheet_with("Diné ą́", "G\u0303 m", goes_on=True)
    assert ua_faults(pdf) == []
    reading = read(pdf)
    assert reading.faults == []
    assert reading.of("H1") == ["Diné ą́ G\u0303 m"]


@needs_poppler
def test_a_mark_is_printed_over_its_letter(tmp_path: Path) -> None:
    plain, marked = (columns(sheet_with(text), tmp_path) for text in ("mm", "mm\u0303"))
    assert marked == plain
    assert "m\u0303" in extracted(sheet_with("mm\u0303"))


@needs_poppler
@pytest.mark.parametrize("text", ["g\u0303g", "G\u0303 ẹ\u0301 k"])
def test_what_follows_a_mark_stands_where_it_would_without(text: str, tmp_path: Path) -> None:
    plain = "".join(it for it in text if it not in "\u0303\u0301")
    one, other = (columns(sheet_with(it), tmp_path) for it in (text, plain))
    assert (one[0], one[-1]) == (other[0], other[-1])

"""Packets to make files of, and what the libraries read back from those files."""

from collections.abc import Iterator
from datetime import date
from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from docx import Document
from pptx import Presentation

from ilead_studio.handouts import make_packet
from ilead_studio.handouts.making import Made
from ilead_studio.model import Packet, Workbook, pages
from ilead_studio.packet.seen import seen_in
from ilead_studio.packet.wished import Printed, wished_packet
from ilead_studio.resources import resource
from ilead_studio.rules.outline import outline
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.store import open_workbook

TODAY = date(2026, 11, 22)


@cache
def example(name: str) -> Workbook:
    """Return an example."""
    return open_workbook(resource("examples", f"{name}.ilead"), Disk()).workbook


@cache
def packed(name: str, packet: str | None = None) -> Made:
    """Return all diagrams of an example with their outlines, or another packet, as printed."""
    workbook = example(name)
    wished = wished_packet(workbook, "abcdefghij", Printed(packet=packet))
    return make_packet(workbook, wished, TODAY)


def shown(name: str) -> Workbook:
    """Return an example as all of its parties see it."""
    return seen_in(example(name), Packet(id="abcdefghij", name="All")).workbook


def labels(workbook: Workbook) -> set[str]:
    """Return the words of everything that stands on a page."""
    return {plain_words(row.text) for page in pages(workbook) for row in outline(workbook, page)}


def plain_words(text: str) -> str:
    """Return text with every white space as one space."""
    return " ".join(text.split())


def shapes_of(held: Any) -> Iterator[Any]:
    """Give all shapes of a slide, those in groups too."""
    for shape in held.shapes:
        yield shape
        if shape.shape_type == 6:
            yield from shapes_of(shape)


def slide_words(data: bytes) -> str:
    """Return all words of the slides, without the notes."""
    found = []
    for slide in Presentation(BytesIO(data)).slides:
        for shape in shapes_of(slide):
            if shape.has_text_frame:
                found.append(shape.text_frame.text)
            elif getattr(shape, "has_table", False):
                found += [cell.text for row in shape.table.rows for cell in row.cells]
    return plain_words("\n".join(found))


def document_words(data: bytes) -> str:
    """Return all words of a document."""
    file = Document(BytesIO(data))
    found = [it.text for it in file.paragraphs]
    found += [cell.text for it in file.tables for row in it.rows for cell in row.cells]
    return plain_words("\n".join(found))


def assert_inside(data: bytes) -> None:
    """Nothing stands outside of its slide."""
    file = Presentation(BytesIO(data))
    most = {"left": file.slide_width, "top": file.slide_height}
    for slide in file.slides:
        for shape in shapes_of(slide):
            for start, size in (("left", "width"), ("top", "height")):
                begin = getattr(shape, start)
                assert begin >= -12_700
                assert begin + getattr(shape, size) <= most[start] + 12_700, shape.name


def assert_tells_of_nobody(data: bytes) -> None:
    """The same title and language are all that a file says about itself."""
    with ZipFile(BytesIO(data)) as file:
        assert {it.date_time for it in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = file.read("docProps/core.xml").decode()
        assert core.count("<dc:") == 2
        assert not [it for it in file.namelist() if "thumbnail" in it or "printer" in it]
        for name in file.namelist():
            part = file.read(name)
            for maker in (b"Canny", b"python-docx", b"openpyxl", b"python-pptx", b"Macintosh"):
                assert maker not in part, (name, maker)


HOSTILE = (
    "<b>&amp; </w:t>]]>",
    "=1+2",
    "@SUM(A1)",
    "w" * 20_000,
    "zero \0 bell \a escape \x1b broken \ud800 half",
    "שלום مرحبا",
    "👩‍🏫 🇫🇷 ①",
    "{title} %s \\n _x000D_",
    "line\nline\ttab",
)
"""Words that break careless painters."""

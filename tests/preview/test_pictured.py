"""Pictures of drawings, as they stand in documents of a word processor."""

from datetime import date
from io import BytesIO

from docx import Document
from docx.shared import Pt
from leaf_words import coming_to_school
from PIL import Image
from workbooks import key

from ilead_studio.handouts import make_packet
from ilead_studio.model import Packet, PrintedPage
from ilead_studio.office import made
from ilead_studio.preview.pictured import pictures


def document(*kinds: str, gray: bool = False) -> bytes:
    pages = tuple(PrintedPage(kind=it) for it in kinds)
    packet = Packet(id=key("packet"), name="Packet", pages=pages, gray=gray)
    printed = make_packet(coming_to_school(), packet, date(2026, 11, 24))
    return made(printed.leaves, printed.outfit, "docx", pictures(gray=gray))


def colours(data: bytes) -> set[tuple[int, ...]]:
    """Return the colours of the first picture of a document that are not grey."""
    part = Document(BytesIO(data)).part
    blob = next(it.blob for it in part.package.image_parts)
    found = Image.open(BytesIO(blob)).convert("RGB").getcolors(1 << 24) or []
    return {it for _, it in found if max(it) - min(it) > 24}


def test_a_diagram_is_a_picture_with_words_and_its_outline_follows_once() -> None:
    data = document("fishbone", "outline")
    file = Document(BytesIO(data))
    (picture,) = file.inline_shapes
    room = file.sections[0].page_width - Pt(96)
    assert room / 2 < picture.width <= room
    assert picture._inline.docPr.get("descr") == (
        "Why ninth graders miss school, drawn. Its outline says the same in words."
    )
    heads = [it.text for it in file.paragraphs if it.style.name == "Heading 1"]
    assert heads[:2] == ["Why ninth graders miss school  F1", "Fishbone as an outline  F1"]
    assert colours(data)
    assert document("fishbone", "outline") == data


def test_in_grey_its_picture_is_grey() -> None:
    assert colours(document("fishbone", gray=True)) == set()


def test_what_is_drawn_among_words_is_a_picture_too() -> None:
    file = Document(BytesIO(document("square")))
    (picture,) = file.inline_shapes
    assert picture._inline.docPr.get("descr")

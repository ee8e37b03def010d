"""Documents: headings, lists and tables are what a word processor calls so."""

from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn
from office_reading import (
    HOSTILE,
    TODAY,
    assert_tells_of_nobody,
    document_words,
    example,
    labels,
    packed,
    shapes_of,
    shown,
)
from pptx import Presentation

from ilead_studio.handouts import make_packet
from ilead_studio.office import made
from ilead_studio.packet.blocks import (
    Ask,
    Beside,
    Cell,
    Column,
    Facts,
    Frame,
    Heading,
    Item,
    Lines,
    Listing,
    Question,
    Table,
    Text,
    plain,
)
from ilead_studio.packet.leaf import Leaf
from ilead_studio.packet.wished import Printed, wished_packet

FORM = Leaf(
    name="Form",
    title="PDSA cycle P8",
    mark=("P8", "form"),
    blocks=(
        Facts((("Cycle", 1, Cell((plain("4"),))), ("Who", 2, Cell(ask=Ask("w", "Who"))))),
        Table("Predictions", (Column("No.", 1), Column("Question", 9)), (), write=3, numbered=True),
        Beside((Frame("Plan", "who", "P8 · Plan", (Lines(3),)),), (Text(plain("Seen.")),)),
        Question(plain("As planned?"), Ask("p", "P", options=(("y", "yes"), ("n", "no")))),
        Listing((Item(plain("One"), items=(Item(plain("Two")),)),), "box"),
    ),
    wide=True,
)


@pytest.fixture(scope="module")
def attendance() -> bytes:
    return made(packed("attendance").leaves, packed("attendance").outfit, "docx")


def test_every_label_stands_in_the_document_once(attendance: bytes) -> None:
    words = document_words(attendance)
    assert {it for it in labels(shown("attendance")) if it not in words} == set()
    assert words.count("Whoever misses the bus misses the day") == 1


def test_the_same_pages_give_the_same_bytes_which_tell_of_nobody(attendance: bytes) -> None:
    again = made(packed("attendance").leaves, packed("attendance").outfit, "docx")
    assert again == attendance
    assert_tells_of_nobody(attendance)


def test_headings_and_lists_are_really_such(attendance: bytes) -> None:
    paragraphs = Document(BytesIO(attendance)).paragraphs
    styles = {it.text: it.style.name for it in paragraphs}
    assert styles["Fishbone as an outline  F1"] == "Heading 1"
    assert styles["C1  Getting to school is hard"] == "Heading 2"
    levels = {
        it.text.split("  ")[0]: it._p.pPr.numPr.ilvl.val
        for it in paragraphs
        if it._p.pPr is not None and it._p.pPr.numPr is not None
    }
    assert (levels["C2"], levels["C3"]) == (0, 1)


@pytest.mark.parametrize("form", ["docx", "pptx"])
def test_at_the_foot_stands_for_whom_it_is(form: str) -> None:
    wished = wished_packet(
        example("attendance"), "abcdefghij", Printed(pages=("problem",), viewer="facilitator")
    )
    whole = make_packet(example("attendance"), wished, TODAY)
    file = made(whole.leaves, whole.outfit, form)
    if form == "docx":
        said = Document(BytesIO(file)).sections[0].footer.paragraphs[0].text
    else:
        (slide, *_) = Presentation(BytesIO(file)).slides
        said = "\n".join(it.text_frame.text for it in shapes_of(slide) if it.has_text_frame)
    assert "For the facilitator · Coming to school · 22 November 2026" in said


def test_pages_begin_on_new_sheets_with_numbers_at_their_foot(attendance: bytes) -> None:
    file = Document(BytesIO(attendance))
    first = [it for it in file.paragraphs if it.style.name == "Heading 1"]
    assert [bool(it.paragraph_format.page_break_before) for it in first] == [False, True, True]
    foot = file.sections[0].footer.paragraphs[0]._p
    fields = [it.get(qn("w:instr")) for it in foot.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


def test_a_form_has_boxes_and_lines_and_heads_that_are_repeated() -> None:
    data = made([FORM], packed("attendance").outfit, "docx")
    file = Document(BytesIO(data))
    assert file.sections[0].page_width > file.sections[0].page_height
    foot = file.sections[0].footer.paragraphs[0]._p
    assert [it.get(qn("w:instr")) for it in foot.iter(qn("w:fldSimple"))] == ["PAGE", "NUMPAGES"]
    words = document_words(data)
    assert words.startswith("PDSA cycle P8 Plan who")
    assert "☐ yes ☐ no" in words
    assert sum(it.text == "\t" for it in file.paragraphs) == 3
    head = file.tables[1].rows[0]._tr.trPr
    assert head.find(qn("w:tblHeader")) is not None
    assert [row.cells[0].text for row in file.tables[1].rows] == ["No.", "1", "2", "3"]


def test_hostile_words_are_only_words() -> None:
    cells = tuple((Cell((plain(it),)),) for it in HOSTILE)
    blocks = (
        *(Text(plain(it), "note") for it in HOSTILE),
        *(Heading(plain(it)) for it in HOSTILE),
        Listing(tuple(Item(plain(it)) for it in HOSTILE), "box"),
        Table(HOSTILE[0] + "\0", (Column(HOSTILE[0], 1),), cells),
    )
    data = made([Leaf("H", HOSTILE[4], blocks)], packed("attendance").outfit, "docx")
    words = document_words(data)
    for said in ("<b>&amp; </w:t>]]>", "w" * 20_000, "שלום مرحبا", "zero bell escape broken half"):
        assert words.count(said) == 4 + (said == HOSTILE[0]) + (said.startswith("zero"))

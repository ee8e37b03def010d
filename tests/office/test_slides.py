"""Slides: every diagram as shapes that can be edited, every page of words inside its slides."""

from io import BytesIO

import pytest
from office_reading import (
    HOSTILE,
    assert_inside,
    assert_tells_of_nobody,
    example,
    labels,
    packed,
    shapes_of,
    shown,
    slide_words,
)
from pptx import Presentation
from pptx.slide import Slide

from ilead_studio.model import pages
from ilead_studio.office import made
from ilead_studio.packet.blocks import (
    Ask,
    Cell,
    Column,
    Heading,
    Item,
    Lines,
    Listing,
    Question,
    Table,
    Text,
    plain,
)
from ilead_studio.packet.leaf import Diagram, Leaf
from ilead_studio.rules.outline import outline


@pytest.fixture(scope="module")
def attendance() -> bytes:
    return made(packed("attendance").leaves, packed("attendance").outfit, "pptx")


def titled(data: bytes, title: str) -> Slide:
    slides = Presentation(BytesIO(data)).slides
    return next(it for it in slides if it.shapes.title.text_frame.text == title)


def test_every_label_stands_on_a_slide(attendance: bytes) -> None:
    words = slide_words(attendance)
    assert {it for it in labels(shown("attendance")) if it not in words} == set()
    assert_inside(attendance)


def test_every_item_of_a_slide_carries_its_reference(attendance: bytes) -> None:
    words = set(slide_words(attendance).split())
    for page in pages(shown("attendance")):
        assert {row.ref for row in outline(shown("attendance"), page)} <= words


def test_the_same_pages_give_the_same_bytes_which_tell_of_nobody(attendance: bytes) -> None:
    again = made(packed("attendance").leaves, packed("attendance").outfit, "pptx")
    assert again == attendance
    assert_tells_of_nobody(attendance)


def test_an_item_is_a_shape_with_its_words_named_after_it(attendance: bytes) -> None:
    slide = titled(attendance, "Why ninth graders miss school")
    words = "C1 Getting to school is hard"
    named = [it for it in shapes_of(slide) if it.name == words and it.has_text_frame]
    box = next(it for it in named if "Getting" in it.text_frame.text)
    assert box.line.color.rgb is not None
    group = next(it for it in slide.shapes if it.name == words)
    assert "bone" in group._element.nvGrpSpPr.cNvPr.get("descr")


def test_numbers_of_shapes_are_given_once(attendance: bytes) -> None:
    for slide in Presentation(BytesIO(attendance)).slides:
        numbers = [it.shape_id for it in shapes_of(slide)]
        assert len(numbers) == len(set(numbers))


def test_the_notes_hold_the_outline(attendance: bytes) -> None:
    slide = titled(attendance, "Why ninth graders miss school")
    notes = slide.notes_slide.notes_text_frame.text
    assert "    C1  Getting to school is hard\n        C2  The first bus" in notes


def test_hostile_words_stay_inside_their_slides() -> None:
    cells = tuple((Cell((plain(it),)), Cell((plain(it[:30]),))) for it in HOSTILE)
    blocks = (
        *(Text(plain(it)) for it in HOSTILE),
        *(Heading(plain(it[:2_000])) for it in HOSTILE),
        Listing(tuple(Item(plain(it), "C1", items=(Item(plain("below")),)) for it in HOSTILE)),
        Table(HOSTILE[0], (Column(HOSTILE[0], 9), Column("Head", 1)), cells, write=3),
        Question(plain("Done?"), Ask("q", "Q", options=(("y", "yes"),), value="y")),
        Lines(0, "More"),
    )
    leaf = Leaf("Hostile", HOSTILE[3], blocks, ref="F1")
    data = made([leaf], packed("attendance").outfit, "pptx")
    assert_inside(data)
    words = slide_words(data)
    for said in ("<b>&amp; </w:t>]]>", "שלום مرحبا", "☒\u00a0yes".replace("\u00a0", " ")):
        assert said in words
    assert words.count("w") > 2 * 20_000


def test_items_with_hostile_words_are_drawn() -> None:
    workbook = example("new-teachers")
    page = workbook.fishbones[0]
    first = page.causes[0].model_copy(update={"text": "<a:t>&\"'"})
    page = page.model_copy(update={"causes": (first, *page.causes[1:]), "plan": None})
    workbook = workbook.model_copy(update={"fishbones": (page,)})
    data = made([Diagram(workbook, page)], packed("attendance").outfit, "pptx")
    assert "<a:t>&\"'" in slide_words(data)
    assert_inside(data)


@pytest.mark.parametrize("lines", range(1, 40, 3))
def test_room_for_notes_takes_what_is_left_and_begins_no_slide(lines: int) -> None:
    words = tuple(Text(plain("Families hear late")) for _ in range(lines))
    bare, noted = (
        made([Leaf("Notes", "Notes", blocks)], packed("attendance").outfit, "pptx")
        for blocks in (words, (*words, Lines(0, heading="My notes")))
    )
    assert len(Presentation(BytesIO(noted)).slides) == len(Presentation(BytesIO(bare)).slides)


def test_empty_rows_begin_no_slide_after_some() -> None:
    rows = tuple((Cell((plain("C1"),)), Cell((plain("Late"),))) for _ in range(8))
    table = Table("Ideas", (Column("Ref", 1), Column("Idea", 4)), rows, write=12)
    data = made([Leaf("Ideas", "Ideas", (table,))], packed("attendance").outfit, "pptx")
    assert len(Presentation(BytesIO(data)).slides) == 1

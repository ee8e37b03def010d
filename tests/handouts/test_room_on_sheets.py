"""What stays together, what shrinks, and what is left out where a sheet ends."""

from io import BytesIO

import pikepdf
import pytest
from pdf_reading import read, ua_faults
from printing import needs_poppler
from sheet_proof import pages_of

from ilead_studio.drawing.ops import Box, Drawing, Group, Rect
from ilead_studio.drawing.paper import PAPERS
from ilead_studio.handouts.packet_file import Outfit, packet_pdf
from ilead_studio.handouts.type import LARGE
from ilead_studio.packet.blocks import (
    Block,
    Cell,
    Column,
    Entry,
    Heading,
    Lines,
    Picture,
    Table,
    Text,
    plain,
)
from ilead_studio.packet.leaf import Leaf

WORDS = Text(plain("Words of a paragraph."))
COLUMNS = (Column("No.", 1), Column("What", 5))


def printed(*blocks: Block, wide: bool = False) -> bytes:
    leaf = Leaf("Page", "Page", blocks, wide=wide)
    return packet_pdf([leaf], Outfit(PAPERS["letter"], "Packet")).pdf


def drawing(wide: float, high: float) -> Drawing:
    box = Box(0.0, 0.0, wide, high)
    return Drawing(box, (Group("", "", 0.0, 0.0, box, box, (Rect(box, 0.0, "ink"),)),))


def test_lines_and_their_heading_are_there_if_there_is_room() -> None:
    reading = read(printed(WORDS, Lines(heading="My notes")))
    assert reading.of("H2") == ["My notes"]
    assert (1, "My notes") in reading.bookmarks


@needs_poppler
@pytest.mark.parametrize(("ref", "at"), [("", 0.0), ("M1", 31.0)])
def test_what_goes_on_is_named_where_it_stood(ref: str, at: float) -> None:
    long = tuple(Text(plain(f"Line {number}")) for number in range(60))
    second = pages_of(printed(Entry(plain("Attendance"), ref, long)))[1].words
    again = next(it for it in second if it.text == "Attendance,")
    assert again.left == pytest.approx(PAPERS["letter"].left + at, abs=0.5)


def test_lines_never_take_a_sheet_of_their_own() -> None:
    reading = read(printed(*[WORDS] * 29, Lines(heading="My notes")))
    assert reading.pages == 1
    assert reading.of("H2") == []


def test_a_short_table_stays_on_one_sheet_with_its_heading() -> None:
    table = Table("Room", COLUMNS, (), write=3, numbered=True)
    reading = read(printed(*[WORDS] * 25, Heading(plain("Chosen")), table))
    assert reading.pages == 2
    heads = [it for it in reading.artifacts if "What" in it]
    assert heads == []


def test_in_large_print_a_heading_stays_with_the_first_row_of_its_table() -> None:
    row = (Cell((plain("1"),)), Cell((plain("Words " * 70),)))
    columns = (Column("Who could find out more", 1), Column("What", 5))
    for before in range(8, 20):
        table = Table("Doubts", columns, (row,))
        blocks = (*[WORDS] * before, Heading(plain("Doubtful")), table)
        leaf = Leaf("Page", "Page", blocks)
        pdf = packet_pdf([leaf], Outfit(PAPERS["letter"], "Packet", type=LARGE)).pdf
        assert sheet_of(pdf, "H2") == sheet_of(pdf, "TH")


def sheet_of(pdf: bytes, tag: str) -> int:
    """Return the number of the page on which the first element of a kind stands."""
    with pikepdf.open(BytesIO(pdf)) as file:
        numbers = {page.objgen: at for at, page in enumerate(file.pages)}
        waiting = [file.Root.StructTreeRoot.K]
        while waiting:
            here = waiting.pop(0)
            if str(here.S) == f"/{tag}":
                return numbers[here.Pg.objgen]
            kids = here.get("/K", [])
            waiting += [it for it in kids if isinstance(it, pikepdf.Dictionary) and "/S" in it]
    raise AssertionError(tag)


def test_a_picture_that_nearly_fits_is_made_smaller_and_not_put_off() -> None:
    whole = Picture(drawing(696, 500), "A square")
    assert read(printed(WORDS, whole, wide=True)).pages == 1
    assert read(printed(*[WORDS] * 15, whole, wide=True)).pages == 2


def test_a_drawing_in_a_cell_is_a_figure_that_says_how_it_looks() -> None:
    sign = Cell(picture=Picture(drawing(10, 10), "Black square"))
    pdf = printed(Table("Signs", COLUMNS, ((sign, Cell((plain("It is full"),))),), head=1))
    assert ua_faults(pdf) == []
    assert read(pdf).of("Figure") == ["Black square"]
    assert read(pdf).faults == []


def test_no_column_is_narrower_than_its_longest_word() -> None:
    columns = (Column("No.", 1), Column("What", 30), Column("State", 1))
    cells = tuple(Cell((plain(it),)) for it in ("13:00", "Words " * 40, "supported"))
    assert columns_of(printed(Table("Narrow", columns, (cells,)))) == ["13:00", "supported"]


def test_a_word_wider_than_an_even_share_is_cut() -> None:
    cells = (Cell((plain("x" * 2_000),)), Cell((plain("supported"),)))
    reading = read(printed(Table("Wide", COLUMNS, (cells,))))
    assert reading.faults == []
    assert "supported" in reading.of("TD")


def columns_of(pdf: bytes) -> list[str]:
    """Return the first and the last cell as they are heard: a broken word has a space in it."""
    heard = read(pdf)
    return [heard.of("TH")[-1], heard.of("TD")[-1]]

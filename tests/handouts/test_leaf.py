"""A page made of blocks: every kind of block is set, tagged and heard."""

from typing import Literal

import pytest
from pdf_reading import read, ua_faults

from ilead_studio.drawing.paper import PAPERS
from ilead_studio.handouts.block import Manner
from ilead_studio.handouts.leaf import setter
from ilead_studio.handouts.packet_file import Outfit, packet_pdf
from ilead_studio.handouts.type import LARGE, USUAL, Type
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
    Run,
    Table,
    Text,
    plain,
    refs,
)
from ilead_studio.packet.leaf import Leaf

MATCHED = (("yes", "yes"), ("partly", "partly"), ("no", "no"))
MATCH = Cell(ask=Ask("m", "M", options=MATCHED))
LONG = "Families hear from the school before the third day of absence. " * 8


def cell(*texts: str) -> Cell:
    return Cell(tuple(map(plain, texts)))


EVERYTHING = Leaf(
    name="Everything",
    title="Everything that can stand on a page",
    ref="F1",
    about=((Run("See "), Run("C34", "ref"), Run(", and what is under it.")),),
    blocks=(
        Facts((
            ("Cycle", 1, cell("4")),
            ("Who tests", 2, Cell(ask=Ask("P8.who", "Cycle P8. Who tests."))),
        )),
        Table(
            "Predictions",
            (Column("No.", 1), Column("Question", 4, ruled=True), Column("Matched?", 2)),
            (
                (cell("1"), cell("How long?", "Minutes."), MATCH),
                (cell("2"), Cell((refs(["C1", "C2"]),)), Cell(ask=Ask("n", "N", value="ten"))),
            ),
            write=2,
            numbered=True,
        ),
        Beside(
            (Frame("Plan", "who does what", "P8 · Plan", (Lines(3),)),),
            (Frame("Do", "what we saw", "P8 · Do", (Text(plain("Seen.")),)),),
        ),
        Heading(plain("Questions")),
        Question(plain("As planned?"), Ask("p", "P", options=MATCHED, value="yes")),
        Listing((Item(plain("A cause"), "C12", items=(Item(plain("A why"), "C13"),)),), "ref"),
        Listing((Item(plain("To do")),), "box"),
        Text(plain(LONG), "note"),
        Lines(0, "More"),
    ),
)  # fmt: skip


@pytest.mark.parametrize("kind", [USUAL, LARGE], ids=["usual", "large"])
@pytest.mark.parametrize("paper", ["letter", "a4", "tabloid"])
def test_everything_is_set_tagged_and_heard(kind: Type, paper: str) -> None:
    outfit = Outfit(PAPERS[paper], "Packet", type=kind)
    made = packet_pdf([EVERYTHING], outfit)
    reading = read(made.pdf)
    assert ua_faults(made.pdf) == []
    assert reading.faults == []
    assert made.pdf == packet_pdf([EVERYTHING], outfit).pdf
    for words in ("How long?", "Minutes.", "C34", "yes, ticked", "A why", "C13", LONG.strip()):
        assert words in reading.all_words


@pytest.mark.parametrize("up", [2, 4])
def test_pages_that_share_a_sheet_are_laid_out_anew_for_it(up: Literal[2, 4]) -> None:
    outfit = Outfit(PAPERS["letter"], "Packet", up=up)
    made = packet_pdf([EVERYTHING, EVERYTHING, EVERYTHING], outfit)
    reading = read(made.pdf)
    assert ua_faults(made.pdf) == []
    assert reading.faults == []
    assert reading.pages == -(-made.pages // up)


def test_the_head_of_a_narrow_column_is_not_cut() -> None:
    table = Table("", (Column("No.", 0.1), Column("Reference", 0.1), Column("Words", 20)), ())
    reading = read(packet_pdf([Leaf("T", "T", (table,))], Outfit(PAPERS["letter"], "T")).pdf)
    assert reading.of("TH") == ["No.", "Reference", "Words"]


def test_a_table_longer_than_a_sheet_repeats_its_heads_as_decoration() -> None:
    rows = tuple((cell(str(at)), cell(LONG)) for at in range(20))
    table = Table("Many", (Column("No.", 1), Column("Words", 9)), rows)
    reading = read(packet_pdf([Leaf("T", "T", (table,))], Outfit(PAPERS["letter"], "T")).pdf)
    assert reading.pages > 1
    assert reading.of("TH").count("Words") == 1
    assert sum("Words" in it for it in reading.artifacts) == reading.pages - 1
    assert reading.of("TD") == [LONG.strip()] * 20


@pytest.mark.parametrize("above", range(1, 40))
def test_rows_to_write_in_fill_a_sheet_and_begin_no_further_one_for_the_last_of_them(
    above: int,
) -> None:
    lines = tuple(Text(plain(f"Line {at}")) for at in range(above))
    table = Table("New", (Column("Line", 1), Column("Idea", 9)), (), 8, numbered=True, fill=True)
    leaf = Leaf("T", "T", (*lines, table))
    reading = read(packet_pdf([leaf], Outfit(PAPERS["letter"], "T")).pdf)
    assert len(reading.of("TR")) > 3
    assert not any("Idea" in it for it in reading.artifacts)  # no head of a continued table


def test_a_row_higher_than_a_sheet_goes_on_over_several() -> None:
    table = Table("One", (Column("No.", 1), Column("Words", 9)), ((cell("1"), cell(LONG * 15)),))
    reading = read(packet_pdf([Leaf("T", "T", (table,))], Outfit(PAPERS["letter"], "T")).pdf)
    assert reading.pages > 1
    assert " ".join(reading.of("TD")).split() == (LONG * 15).split()
    assert reading.pages == 2


def test_a_column_that_goes_on_has_the_head_of_the_whole_sheet() -> None:
    facts = Facts((("Who tests", 1, cell(LONG * 6)), ("Cycle", 7, cell("4"))))
    title = "Everything that can stand on a page"
    reading = read(packet_pdf([Leaf("T", title, (facts,))], Outfit(PAPERS["letter"], "T")).pdf)
    assert reading.pages > 1
    assert sum(f"{title}, continued" in it for it in reading.artifacts) == reading.pages - 1


def test_boxes_that_go_on_over_a_line_beside_their_words_make_their_frame_higher() -> None:
    many = tuple((f"v{at}", f"answer {at}") for at in range(9))
    asked = Question(plain("What of these?"), Ask("a", "A", options=many), beside=True)
    manner = Manner(USUAL)
    heights = [setter(Frame("F", "", "", (asked,)), manner).height(room) for room in (900, 240)]
    assert heights[1] - heights[0] == pytest.approx(3 * 13.5)

"""Entries in the margin, cards to cut, sketches that fill a sheet, and copies beside each other."""

from typing import Final, Literal

import pytest
from pdf_reading import read, ua_faults

from ilead_studio.drawing.ops import Box, Drawing, Group, Line, Pen
from ilead_studio.drawing.paper import PAPERS
from ilead_studio.drawing.room import Room
from ilead_studio.handouts.handout import Handout
from ilead_studio.handouts.packet_file import Outfit, packet_pdf
from ilead_studio.handouts.type import LARGE, USUAL, Type
from ilead_studio.packet.blocks import (
    Ask,
    Block,
    Cards,
    Cell,
    Column,
    Entry,
    Sketch,
    Table,
    Text,
    plain,
    strong,
)
from ilead_studio.packet.leaf import Leaf

COLUMNS: Final = (Column("Ref", 1), Column("Cause", 4), Column("Votes", 2))


def cell(*texts: str) -> Cell:
    return Cell(tuple(map(plain, texts)))


def line(number: int) -> tuple[Cell, ...]:
    boxes = Ask(f"v{number}", f"C{number}, three boxes", boxes=3)
    return cell(f"C{number}"), cell(f"Cause {number}"), Cell(ask=boxes)


def made(*blocks: Block, kind: Type = USUAL, copies: int = 1, paper: str = "letter") -> Handout:
    leaf = Leaf("Page", "Page", blocks, wide=copies > 1, copies=copies)
    return packet_pdf([leaf], Outfit(PAPERS[paper], "Packet", type=kind))


@pytest.mark.parametrize("kind", [USUAL, LARGE], ids=["usual", "large"])
def test_entries_cards_and_boxes_are_tagged_and_heard(kind: Type) -> None:
    entry = Entry(plain("Teaching"), "D1", (
        Text(plain("What we mean.")),
        Table("Votes", COLUMNS, (line(1), line(2)), closed=False),
    ))  # fmt: skip
    cards = Cards(tuple((Text(plain(f"Card {at}")),) for at in range(5)))
    pdf = made(entry, cards, kind=kind).pdf
    reading = read(pdf)
    assert ua_faults(pdf) == []
    assert reading.faults == []
    assert [it for it in reading.of("Span") if it] == [
        "D1", "Teaching", "C1, three boxes", "C2, three boxes",
    ]  # fmt: skip
    assert "Card 0 Card 1 Card 2 Card 3 Card 4" in reading.all_words
    assert (1, "Teaching") in reading.bookmarks


def test_copies_stand_beside_each_other_and_go_on_over_the_same_sheets() -> None:
    table = Table("Votes", COLUMNS, tuple(map(line, range(1, 31))))
    reading = read(made(table, copies=2).pdf)
    assert reading.faults == []
    assert reading.pages == 2
    assert reading.of("H1") == ["Page", "Page"]
    assert reading.of("TD").count("Cause 30") == 2
    assert sum("cut here" in it for it in reading.artifacts) == 2
    large = read(made(table, copies=2, kind=LARGE).pdf)
    assert large.of("TD").count("Cause 30") == 1


@pytest.mark.parametrize("paper", ["letter", "tabloid"])
def test_a_sketch_is_made_for_what_is_left_of_the_sheet(paper: str) -> None:
    asked: list[Room] = []

    def sketch(room: Room) -> Drawing:
        asked.append(room)
        box = Box(0, 0, *room)
        ops = (Line((0, 0), room, Pen("ink", 1)),)
        return Drawing(box, (Group("a", "blank", 0, 0, box, box, ops),))

    reading = read(made(Sketch(sketch, (), "A line to write on."), paper=paper).pdf)
    assert reading.pages == 1
    assert reading.of("Figure") == ["A line to write on."]
    room, sheet = asked[0], PAPERS[paper].room
    assert room[0] == sheet[0]
    assert sheet[1] * 0.8 < room[1] < sheet[1]


@pytest.mark.parametrize("up", [1, 2])
def test_a_narrow_page_sets_rows_as_lines_where_columns_would_cut_words(up: Literal[1, 2]) -> None:
    heads = ("Ref", "Idea", "Kind", "Belongs to", "How it stands", "Cycles", "Measured")
    columns = tuple(Column(it, 1) for it in heads)
    table = Table("Ideas", columns, (tuple(cell("Partnership") for _ in heads),), write=1)
    leaf = Leaf("Page", "Page", (table,))
    reading = read(packet_pdf([leaf], Outfit(PAPERS["letter"], "Packet", up=up)).pdf)
    assert reading.faults == []
    assert ("Kind: Partnership" in reading.of("P")) == (up == 2)


def test_a_drawing_that_fills_a_sheet_shares_it_with_nothing() -> None:
    def sketch(room: Room) -> Drawing:
        assert room[0] > 600
        box = Box(0, 0, *room)
        return Drawing(box, (Group("a", "blank", 0, 0, box, box, ()),))

    leaf = Leaf("Page", "Page", (Sketch(sketch, (), "Empty."),), wide=True)
    made = packet_pdf([leaf], Outfit(PAPERS["letter"], "Packet", up=2))
    assert read(made.pdf).of("Figure") == ["Empty."]


def test_strong_words_are_not_cut_either() -> None:
    columns = (Column("No.", 1), Column("Words", 200))
    table = Table("Ideas", columns, ((Cell((strong("W100000"),)), cell("An idea")),))
    assert any("W100000" in it for it in shown_lines(made(table).pdf))
    assert any("W100000" in it for it in shown_lines(made(table, kind=LARGE).pdf))


def shown_lines(pdf: bytes) -> list[str]:
    """Return the lines that are set, each as it stands."""
    return [str(it) for it in read(pdf).of("TH", "P")]

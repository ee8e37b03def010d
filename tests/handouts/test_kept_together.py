"""What stays together at the end of a sheet, and how much room a pen has."""

from typing import Final

import pytest

from ilead_studio.drawing.paper import PAPERS
from ilead_studio.handouts.block import Manner, Setter
from ilead_studio.handouts.block_ask import SetAsk
from ilead_studio.handouts.block_rows import SetRows
from ilead_studio.handouts.flow import Flow
from ilead_studio.handouts.leaf import setter
from ilead_studio.handouts.structure import Element
from ilead_studio.handouts.tagged import TaggedCanvas
from ilead_studio.handouts.type import LARGE, USUAL, Type
from ilead_studio.packet.blocks import (
    Ask,
    Beside,
    Block,
    Cell,
    Column,
    Heading,
    Item,
    Listing,
    Question,
    Table,
    Text,
    plain,
)

LETTER: Final = PAPERS["letter"]
EIGHT_MM: Final = 22.67
KINDS: Final = pytest.mark.parametrize("kind", [USUAL, LARGE], ids=["usual", "large"])
TABLE: Final = Table("Questions", (Column("No.", 1), Column("What", 4)), (), write=3, numbered=True)


def flow(kind: Type) -> Flow:
    return Flow(TaggedCanvas("Text", "en-US"), LETTER, kind=kind)


def set_at_the_foot(left: float, kind: Type, *blocks: Block) -> tuple[Flow, list[float]]:
    """Write blocks where so much of a sheet is left; returns on which sheet each begins."""
    here, began = flow(kind), []
    here.y = here.bottom - left
    made: list[Setter] = []
    for block in reversed(blocks):
        made.insert(0, setter(block, Manner(kind), made[0] if made else None))
    for it in made:
        it.paint(here, here.canvas.top)
        began.append(len(here.canvas.sheets))
    return here, began


@KINDS
@pytest.mark.parametrize("left", [30.0, 60.0, 90.0, 120.0])
def test_a_sentence_between_a_heading_and_its_table_keeps_them_together(
    left: float, kind: Type
) -> None:
    blocks = Heading(plain("New questions")), Text(plain("They come back."), "small"), TABLE
    _, (heading, sentence, table) = set_at_the_foot(left, kind, *blocks)
    assert heading == sentence == table


@KINDS
@pytest.mark.parametrize("left", range(40, 200, 10))
def test_a_heading_of_headings_stands_on_the_sheet_of_the_first(left: int, kind: Type) -> None:
    first = Heading(plain("Question 1"), level=3), Text(plain("How many letters leave?"))
    _, (over, under, text) = set_at_the_foot(left, kind, Heading(plain("Predictions")), *first)
    assert over == under == text


@KINDS
@pytest.mark.parametrize("left", range(20, 330, 15))
def test_what_is_asked_in_a_row_stands_above_its_lines(
    left: int, kind: Type, monkeypatch: pytest.MonkeyPatch
) -> None:
    alone, paint = [], SetAsk.paint

    def watched(self: SetAsk, flow: Flow, element: Element, before: float = 0.0) -> None:
        alone.append(flow.is_fresh)
        paint(self, flow, element, before)

    monkeypatch.setattr(SetAsk, "paint", watched)
    heads = ("No.", "Plan: our question", "Plan: we predict, because", "Study: what happened")
    cells = (Cell((plain("1"),)), *(Cell(ask=Ask(f"P3.{it}", it, 2)) for it in heads[1:]))
    table = Table("Predictions", tuple(Column(it, 1) for it in heads), (cells,))
    here = flow(kind)
    here.y = here.bottom - left
    SetRows(table, Manner(kind, is_narrow=True)).paint(here, here.canvas.top)
    assert alone == [False] * 3


@KINDS
@pytest.mark.parametrize("left", [20.0, 40.0, 60.0, 80.0, 100.0, 120.0])
def test_an_entry_of_some_lines_is_never_parted(left: float, kind: Type) -> None:
    below = tuple(Text(plain(it), "note") for it in ("Supported: counted", "Seen", "Belongs to us"))
    listing = Listing((Item(plain("Buses come late"), "C2", below),), "ref")
    here, _ = set_at_the_foot(left, kind, listing)
    if len(here.canvas.sheets) > 1:
        whole = setter(listing, Manner(kind)).height(here.room)
        assert here.y - LETTER.top == pytest.approx(whole)


@KINDS
@pytest.mark.parametrize("left", range(40, 260, 10))
def test_a_long_entry_leaves_no_single_line_behind(left: int, kind: Type) -> None:
    long = Text(plain("Families hear from the school before the third day of absence. " * 6))
    listing = Listing((Item(plain("Letters"), "C3", (long, long, Text(plain("Ours")))),), "ref")
    here, _ = set_at_the_foot(left, kind, listing)
    if len(here.canvas.sheets) > 1:
        assert here.y - LETTER.top > 2 * kind.body.lead


@KINDS
def test_lines_to_write_on_are_eight_millimetres_apart_and_higher_than_their_words(
    kind: Type,
) -> None:
    assert kind.writing >= EIGHT_MM
    assert kind.writing > kind.body.lead
    asked = SetAsk(Ask("P1.seen", "Seen.", 3), Manner(kind), kind.table)
    assert asked.height(200) == pytest.approx(3 * kind.writing)


def test_empty_rows_begin_no_sheet_of_their_own() -> None:
    rows = ((Cell((plain("1"),)), Cell((plain("Ask"),))),)
    table = Table("Steps", (Column("No.", 1), Column("What", 4)), rows, write=5)
    here, _ = set_at_the_foot(160.0, USUAL, table)
    assert len(here.canvas.sheets) == 1


def test_a_paragraph_on_a_wide_sheet_is_no_wider_than_the_eye_finds_back() -> None:
    long = Text(plain("Families hear from the school before the third day of absence. " * 6))
    made = setter(long, Manner(USUAL))
    assert made.height(1_000) == made.height(504)
    assert made.height(498) <= made.height(400)


def test_halves_too_narrow_to_write_in_stand_one_under_the_other() -> None:
    asked = [Question(plain(it), Ask(f"P1.{it}", it), beside=True) for it in ("for", "against")]
    made = setter(Beside((asked[0],), (asked[1],)), Manner(USUAL, framed=True))
    assert made.height(130) == pytest.approx(2 * made.height(230))

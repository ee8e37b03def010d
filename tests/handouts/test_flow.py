"""Running text: where it breaks, and what stays together."""

import pytest
from pdf_reading import read

from ilead_studio.drawing.paper import PAPERS, Paper
from ilead_studio.handouts.flow import LEAST, Flow
from ilead_studio.handouts.style import BODY, REFERENCE, SMALL, TITLE, Style, fitting
from ilead_studio.handouts.tagged import TaggedCanvas

LETTER = PAPERS["letter"]
LONG = " ".join(["Families hear from the school before the third day of absence."] * 40)


def flow(paper: Paper = LETTER) -> Flow:
    return Flow(TaggedCanvas("Text", "en-US"), paper)


def test_a_text_moves_the_place_down_by_its_lines() -> None:
    here = flow()
    top = here.y
    here.write(here.canvas.top.add("P"), LONG, BODY)
    assert here.y - top == BODY.height(LONG, here.room)
    assert not here.is_fresh


@pytest.mark.parametrize("left", range(1, 10))
def test_a_paragraph_leaves_two_lines_on_each_side_of_a_break(left: int) -> None:
    text = "word " * 60
    lines = len(BODY.lines(text, 200))
    assert 2 * LEAST < lines < 9
    here = flow()
    here.y = here.bottom - left * BODY.lead
    here.write(here.canvas.top.add("P"), text, BODY, room=200)
    after = round((here.y - LETTER.top) / BODY.lead) if len(here.canvas.sheets) > 1 else 0
    assert lines - after <= left
    assert after == 0 or after >= LEAST
    assert after == lines or lines - after >= LEAST


def test_a_broken_paragraph_is_heard_as_one() -> None:
    here = flow()
    here.y = here.bottom - 3 * BODY.lead
    here.write(here.canvas.top.add("P"), LONG, BODY)
    reading = read(here.canvas.pdf())
    assert reading.pages == 2
    assert reading.faults == []
    assert reading.of("P") == [LONG]


def test_a_text_longer_than_a_sheet_goes_on_and_on() -> None:
    here = flow()
    here.write(here.canvas.top.add("P"), f"{LONG} " * 12, BODY)
    reading = read(here.canvas.pdf())
    assert reading.pages > 2
    assert reading.of("P")[0].split() == LONG.split() * 12


def test_what_must_stay_together_goes_to_a_new_sheet_but_never_leaves_a_fresh_one() -> None:
    here = flow()
    here.need(10_000)
    assert len(here.canvas.sheets) == 1
    here.write(here.canvas.top.add("P"), "one line", BODY)
    here.need(10_000)
    assert len(here.canvas.sheets) == 2
    here.gap(12)
    assert here.y == LETTER.top, "no gap at the top of a sheet"


def test_heads_are_repeated_on_further_sheets_and_a_sheet_with_nothing_else_is_fresh() -> None:
    canvas = TaggedCanvas("Text", "en-US")

    def again() -> None:
        here.y += 30

    here = Flow(canvas, LETTER, again)
    assert here.y == LETTER.top
    here.turn()
    assert here.y == LETTER.top + 30
    assert here.is_fresh


def test_text_beside_a_line_stays_on_its_baseline_and_has_a_space_behind_it() -> None:
    here = flow()
    paragraph = here.canvas.top.add("P")
    here.beside(paragraph.add("Span"), "C14", REFERENCE, 0, BODY)
    here.write(paragraph.add("Span"), "Buses come late", BODY, 31)
    reading = read(here.canvas.pdf())
    assert reading.of("Span") == ["C14", "Buses come late"]
    assert here.y == LETTER.top + BODY.lead


def test_a_cut_line_says_that_there_is_more() -> None:
    assert SMALL.shortened("short", 200) == "short"
    cut = SMALL.shortened("a line that is much too long for its room", 80)
    assert cut.endswith("…")
    assert SMALL.width(cut) <= 80


def test_a_long_title_is_set_smaller() -> None:
    small = Style(TITLE.face, 11, 14)
    assert fitting("Why?", 300, TITLE, small) is TITLE
    assert fitting("Why? " * 60, 300, TITLE, small) is small

"""Printed diagrams carry the references of their items, so that paper can come back."""

import pytest
from printing import extracted, needs_poppler, of_pages
from workbooks import both, wide_fishbone, wide_theory

from ilead_studio.drawing.levels import READABLE, view_of
from ilead_studio.drawing.paper import PAPERS
from ilead_studio.handouts.diagram import drawn, with_refs
from ilead_studio.model import Page, PrintedPage, Workbook, pages
from ilead_studio.packet.leaf import Diagram
from ilead_studio.rules.outline import outline

LETTER = PAPERS["letter"]
KINDS = tuple(PrintedPage(kind=it) for it in ("fishbone", "driver-diagram"))


def leaf(book: Workbook, page: Page) -> Diagram:
    return Diagram(book, page)


@needs_poppler
def test_each_item_of_a_diagram_carries_its_reference() -> None:
    book = both()
    words = extracted(of_pages(book, *KINDS).pdf).split()
    for page in pages(book):
        assert {row.ref for row in outline(book, page)} <= set(words)


def test_references_never_make_words_hard_to_read() -> None:
    book = wide_fishbone()
    bare = drawn(leaf(book, book.fishbones[0]), LETTER)
    assert 0 < bare.smallest < READABLE
    assert with_refs(bare) is bare


@pytest.mark.parametrize("paper", ["letter", "tabloid"])
def test_references_never_take_a_sheet_more(paper: str) -> None:
    """Neither does it lie as it needs more of them."""
    book = wide_theory(90, 30)
    it = drawn(leaf(book, book.theories[0]), PAPERS[paper])
    wide, tall = (drawn(it.leaf, PAPERS[paper], turned=way) for way in ("wide", "tall"))
    assert len(it.drawings) == min(len(wide.drawings), len(tall.drawings)) > 1
    found = with_refs(it)
    assert len(found.drawings) == len(it.drawings)
    assert found.smallest >= READABLE


@pytest.mark.parametrize("up", [1, 2])
def test_a_page_that_is_as_it_was_is_not_laid_out_again(up: int) -> None:
    book = wide_theory(90, 30)
    first, second = (
        with_refs(drawn(leaf(book, book.theories[0]), LETTER.shared(up))) for _ in range(2)
    )
    assert second.drawings is first.drawings


def test_the_head_says_its_reference_in_the_frame_of_the_page_alone() -> None:
    book = both()
    for page in pages(book):
        marks = view_of(book, page, has_refs=True).marks
        assert not (marks[page.id].ref if page.id in marks else "")
        assert {it.ref for it in marks.values()} - {""} == {
            row.ref for row in outline(book, page)[1:]
        }


def test_the_screen_shows_none() -> None:
    book = both()
    assert not any(it.ref for page in pages(book) for it in view_of(book, page).marks.values())

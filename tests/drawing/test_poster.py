"""Posters: a page over several sheets, cut between its words and glued together again."""

import pytest
from drawing_pages import fishbones, theories
from hypothesis import given, settings
from hypothesis import strategies as st
from poster_checks import cut_words, faults
from typical_fishbones import typical
from workbooks import attendance, reading, wide_theory

from ilead_studio.drawing.ops import Box, Drawing, Group
from ilead_studio.drawing.paper import PAPERS
from ilead_studio.drawing.poster import Grid, Poster, tile_name, tiled
from ilead_studio.drawing.poster_obstacles import obstacles
from ilead_studio.drawing.poster_search import Search
from ilead_studio.drawing.text import text_line
from ilead_studio.model import Page, Workbook, pages

LETTER = PAPERS["letter"]


def fewest(made: tuple[Workbook, Page], paper: str = "letter") -> Poster:
    poster = Search(*made, PAPERS[paper]).fewest()
    assert poster is not None
    return poster


def words_at(*boxes: Box, bounds: Box) -> Drawing:
    """Return a drawing with a line of text at the left bottom corner of each box."""
    ops = tuple(text_line(it.x, it.bottom, "words", "Regular", it.h, "ink") for it in boxes)
    return Drawing(bounds, (Group("id", "cause", 0.0, 0.0, bounds, bounds, ops),))


@pytest.mark.parametrize(("causes", "bones"), [(6, 2), (28, 6), (60, 6)])
def test_a_fishbone_is_read_from_two_metres_and_no_word_is_cut(causes: int, bones: int) -> None:
    poster = fewest(typical(causes, bones))
    assert poster.smallest >= 24
    assert faults(poster) == []


def test_a_theory_is_cut_between_its_boxes() -> None:
    book = wide_theory(40, 20)
    poster = fewest((book, book.theories[0]))
    assert poster.smallest >= 24
    assert faults(poster) == []


def test_a_small_page_is_a_poster_of_one_sheet_that_nobody_cuts() -> None:
    book = attendance()
    poster = fewest((book, book.fishbones[0]), "tabloid")
    assert [tile.name for tile in poster.tiles] == ["A1"]
    assert poster.window(poster.tiles[0]) == poster.tiles[0].cell


def test_larger_paper_takes_fewer_sheets() -> None:
    page = typical(28, 6)
    assert len(fewest(page, "tabloid").tiles) < len(fewest(page).tiles)


def test_sheets_are_named_by_row_and_column() -> None:
    poster = fewest(typical(28, 6))
    names = [tile.name for tile in poster.tiles]
    across, down = poster.grid.across, poster.grid.down
    every = [tile_name(row, column) for row in range(down) for column in range(across)]
    assert names == [it for it in every if it in names]
    assert names[:2] == ["A1", "A2"]
    assert names[-1][0] == "ABCDEFGH"[down - 1]


@pytest.mark.parametrize("grid", [(1, 1), (3, 2), (4, 3)])
def test_a_poster_over_a_given_number_of_sheets_fills_them(grid: tuple[int, int]) -> None:
    made = typical(20, 4)
    poster = Search(*made, LETTER).over(*grid)
    assert poster is not None
    assert poster.grid.across <= grid[0]
    assert poster.grid.down <= grid[1]
    assert faults(poster) == []
    assert min(poster.shares) > 0.01
    assert max(poster.shares) > 0.25, "one more would not fit"


def test_the_same_page_gives_the_same_poster() -> None:
    assert fewest(typical(28, 6)) == fewest(typical(28, 6))


def test_words_in_every_way_are_not_cut_but_refused() -> None:
    bounds = Box(0.0, 0.0, 400.0, 100.0)
    wall = words_at(*(Box(5.0 + 20 * at, 10.0, 30.0, 20.0) for at in range(18)), bounds=bounds)
    assert tiled(wall, Grid(LETTER.wide(), 2, 1), 2.4) is None
    gap = words_at(Box(20.0, 10.0, 30.0, 20.0), Box(210.0, 10.0, 30.0, 20.0), bounds=bounds)
    poster = tiled(gap, Grid(LETTER.wide(), 2, 1), 2.4)
    assert poster is not None
    assert list(cut_words(poster)) == []


def test_a_cut_keeps_clear_of_letters_with_marks_and_of_signs() -> None:
    flat, tall = (text_line(0.0, 0.0, it, "Regular", 10.0, "ink") for it in ("E", "Ế"))
    bounds = Box(0.0, -20.0, 100.0, 40.0)
    drawings = [
        Drawing(bounds, (Group("id", "why", 0, 0, bounds, bounds, (it,)),)) for it in (flat, tall)
    ]
    tops = [obstacles(it).solids[0].words[0].y for it in drawings]
    assert tops[1] < tops[0] - 1.5


def test_page_kinds_that_are_empty_have_a_poster_too() -> None:
    book = Workbook.model_validate(dict(reading()))
    for page in pages(book):
        assert faults(fewest((book, page))) == []


@settings(max_examples=12, deadline=None)
@given(fishbones(30), st.sampled_from([(2, 2), (3, 2), (4, 2), (2, 4), (3, 1)]))
def test_no_fishbone_loses_words_at_its_cuts(
    made: tuple[Workbook, Page], grid: tuple[int, int]
) -> None:
    poster = Search(*made, LETTER).over(*grid)
    if poster:
        assert faults(poster) == []


@settings(max_examples=12, deadline=None)
@given(theories(30), st.sampled_from([(2, 2), (3, 2), (2, 4), (1, 3)]))
def test_no_theory_loses_words_at_its_cuts(
    made: tuple[Workbook, Page], grid: tuple[int, int]
) -> None:
    poster = Search(*made, LETTER).over(*grid)
    if poster:
        assert faults(poster) == []

"""The sheets of a poster: few of them, none nearly empty, and no box on two."""

import pytest
from drawing_pages import fishbone, fishbones, lopsided, theories, theory
from hypothesis import given, settings
from hypothesis import strategies as st
from poster_checks import faults
from typical_fishbones import typical
from workbooks import attendance, reading, wide_theory

from ilead_studio.drawing.levels import view_of
from ilead_studio.drawing.marks import View
from ilead_studio.drawing.ops import Box, Drawing, Group, Line, Pen
from ilead_studio.drawing.paper import PAPERS
from ilead_studio.drawing.poster import Grid, Poster, tiled
from ilead_studio.drawing.poster_columns import Columns
from ilead_studio.drawing.poster_obstacles import obstacles
from ilead_studio.drawing.poster_search import Search
from ilead_studio.drawing.text import text_line
from ilead_studio.model import Page, Workbook
from ilead_studio.rules.outline import outline

LETTER = PAPERS["letter"]
WIDE = LETTER.wide()


def fewest(made: tuple[Workbook, Page], paper: str = "letter") -> Poster:
    poster = Search(*made, PAPERS[paper]).fewest()
    assert poster is not None
    return poster


def boxes_at(*boxes: Box, bounds: Box) -> Drawing:
    """Return a drawing with an empty box for each item, on a line from end to end."""
    middle = bounds.y + bounds.h / 2
    line = Line((bounds.x, middle), (bounds.right, middle), Pen("ink_line", 1.0))
    items = (Group(f"i{at}", "cause", 0, 0, it, it, ()) for at, it in enumerate(boxes))
    return Drawing(bounds, (Group("head", "head", 0, 0, boxes[0], boxes[0], (line,)), *items))


@pytest.mark.parametrize("paper", ["letter", "a4", "tabloid"])
@pytest.mark.parametrize(
    ("causes", "bones", "most"),
    [(12, 3, 4), (28, 6, 7), (36, 6, 7), (60, 6, 10)],
)
def test_sheets_are_few_and_each_has_its_share(
    causes: int, bones: int, most: int, paper: str
) -> None:
    poster = fewest(typical(causes, bones), paper)
    assert faults(poster) == []
    assert poster.smallest >= 24
    assert len(poster.tiles) <= most
    shares = poster.shares
    assert min(shares) > 0.08, "no sheet is nearly empty"
    assert sum(shares) / len(shares) > 0.2


@pytest.mark.parametrize("workbook", [attendance(), reading()], ids=["fishbone", "theory"])
@pytest.mark.parametrize("paper", PAPERS)
def test_small_pages_fill_their_sheets(workbook: Workbook, paper: str) -> None:
    for page in (*workbook.fishbones, *workbook.theories):
        poster = fewest((workbook, page), paper)
        assert len(poster.tiles) <= 2
        assert min(poster.shares) > 0.1


def test_words_grow_until_one_more_sheet_would_be_needed() -> None:
    made = typical(36, 6)
    poster = fewest(made)
    larger = Search(*made, LETTER).fewest(poster.smallest * 1.1)
    assert larger is None or len(larger.tiles) > len(poster.tiles)


def test_a_page_with_fewer_levels_takes_fewer_sheets() -> None:
    book, page = typical(60, 6)
    folded = Search(book, page, LETTER, view_of(book, page, 2)).fewest()
    assert folded is not None
    assert faults(folded) == []
    assert len(folded.tiles) < len(fewest((book, page)).tiles)


def test_a_sign_stays_with_its_words() -> None:
    poster = fewest(typical(28, 6))
    legend = [it for it in obstacles(poster.drawing).solids if len(it.words) == 2]
    assert legend, "an entry of the legend is its sign and its words"


def test_no_cut_runs_through_a_box_where_there_is_another_way() -> None:
    bounds = Box(0.0, 0.0, 500.0, 100.0)
    drawing = boxes_at(Box(20, 10, 200, 60), Box(250, 10, 200, 60), bounds=bounds)
    poster = tiled(drawing, Grid(WIDE, 2, 1), 2.0)
    assert poster is not None
    assert 440 < poster.tiles[0].cell.right < 500
    long = boxes_at(Box(20, 10, 200, 60), Box(210, 10, 200, 60), bounds=bounds)
    assert tiled(long, Grid(WIDE, 2, 1), 2.0) is None


def test_a_box_larger_than_a_sheet_is_cut_between_its_words() -> None:
    bounds = Box(0.0, 0.0, 500.0, 100.0)
    box = Box(0.0, 0.0, 500.0, 90.0)
    ops = tuple(text_line(x, 40.0, "words", "Regular", 10.0, "ink") for x in (20.0, 400.0))
    drawing = Drawing(bounds, (Group("id", "cause", 0, 0, box, box, ops),))
    poster = tiled(drawing, Grid(WIDE, 2, 1), 2.0)
    assert poster is not None
    assert faults(poster) == []


def test_a_column_with_little_in_it_has_fewer_sheets() -> None:
    bounds = Box(0.0, 0.0, 500.0, 400.0)
    full = [Box(20, y, 200, 60) for y in (10, 110, 250, 330)]
    drawing = boxes_at(*full, Box(300, 170, 150, 60), bounds=bounds)
    poster = tiled(drawing, Grid(WIDE, 8, 8), 2.0)
    assert poster is not None
    assert [poster.rows(column) for column in range(poster.grid.across)] == [2, 1]
    assert poster.beside(poster.tiles[-1], 1) == "A2"
    assert faults(poster) == []


def many_whys(bones: int, causes: int, whys: int) -> tuple[Workbook, Page]:
    """Return short causes on bones, each with so many short whys, three of them in a family."""
    levels = []
    for bone in range(bones):
        levels.append((1, f"Bone {bone + 1}"))
        for cause in range(causes):
            levels.append((2, f"Cause {cause + 1}"))
            levels += [(3 + (at % 3 > 0), f"Late bus {at + 1}") for at in range(whys)]
    return fishbone("Pupils miss school", levels)


@pytest.mark.parametrize(
    ("bones", "causes", "whys"), [(4, 1, 73), (4, 5, 14), (1, 2, 40), (30, 2, 1)]
)
def test_a_large_page_of_any_shape_is_never_refused(bones: int, causes: int, whys: int) -> None:
    poster = fewest(many_whys(bones, causes, whys))
    assert faults(poster) == []
    assert poster.smallest >= 24


@settings(max_examples=12, deadline=None)
@given(fishbones(24, deepest=12), st.sampled_from(("letter", "a4", "tabloid")))
def test_every_fishbone_has_a_sound_poster(made: tuple[Workbook, Page], paper: str) -> None:
    poster = fewest(made, paper)
    assert faults(poster) == []
    assert poster.smallest >= 24


@settings(max_examples=6, deadline=None)
@given(lopsided(), st.sampled_from(("letter", "a4", "tabloid")))
def test_few_bones_with_very_many_causes_have_one_too(
    made: tuple[Workbook, Page], paper: str
) -> None:
    poster = fewest(made, paper)
    assert faults(poster) == []
    assert poster.smallest >= 24


@settings(max_examples=12, deadline=None)
@given(theories(40), st.sampled_from(("letter", "a4", "tabloid")))
def test_every_theory_has_a_sound_poster(made: tuple[Workbook, Page], paper: str) -> None:
    poster = fewest(made, paper)
    assert faults(poster) == []
    assert poster.smallest >= 24


def test_a_theory_of_forty_levels_is_laid_out_without_trying_every_way() -> None:
    made = theory("Every pupil attends", [(at, f"Driver {at}") for at in range(1, 39)])
    ways = [*Columns(outline(*made), made[1], View()).ways()]
    assert len(ways) < 300
    assert faults(fewest(made)) == []


def test_a_wide_theory_has_no_box_on_two_sheets() -> None:
    book = wide_theory(20, 10)
    assert faults(fewest((book, book.theories[0]))) == []

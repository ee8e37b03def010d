"""The file of a poster: the map of its sheets, the sheets, and what they say as an outline."""

from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pdf_reading import Reading, read, ua_faults
from printing import extracted, inked, needs_poppler, of_pages
from workbooks import attendance, key, reading, wide_fishbone, wide_theory

from ilead_studio.drawing.ops import TextLine, placed_groups
from ilead_studio.drawing.paper import PAPERS
from ilead_studio.drawing.poster import Poster
from ilead_studio.errors import ExportError
from ilead_studio.handouts import Handout, laid_out, points, sheets_words
from ilead_studio.handouts.poster import poster_words
from ilead_studio.handouts.poster_map import how_to_glue
from ilead_studio.model import Cause, Counters, Fishbone, Page, PrintedPage, Workbook, pages
from ilead_studio.rules.outline import outline


def made(
    workbook: Workbook, paper: str = "letter", grid: tuple[int, int] | None = None
) -> tuple[Poster, Handout]:
    page = pages(workbook)[0]
    poster = laid_out(workbook, page, PAPERS[paper], grid)
    kind = "fishbone" if isinstance(page, Fishbone) else "driver-diagram"
    across, down = grid or (0, 0)
    asked = PrintedPage(kind=kind, is_poster=True, across=across, down=down)
    return poster, of_pages(workbook, asked, paper=paper)


def heard(workbook: Workbook, grid: tuple[int, int] | None = None) -> Reading:
    found = read(made(workbook, grid=grid)[1].pdf)
    assert found.faults == []
    return found


def labels(workbook: Workbook, page: Page) -> list[str]:
    return [row.text for row in outline(workbook, page)]


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("workbook", [attendance(), reading()], ids=["fishbone", "theory"])
def test_a_poster_is_pdf_ua_on_every_paper(paper: str, workbook: Workbook) -> None:
    poster, result = made(workbook, paper)
    assert ua_faults(result.pdf) == []
    found = read(result.pdf)
    assert found.faults == []
    assert found.pages == result.pages == len(poster.tiles) + 2
    assert result.smallest == poster.smallest >= 24


def test_each_sheet_is_a_figure_that_names_what_is_on_it_and_where_it_is_read() -> None:
    workbook = attendance()
    figures = heard(workbook, (2, 2)).of("Figure")
    assert figures[0] == "The whole of F1 in small, with the edges and the names of its sheets."
    for name, down, words in zip(("A1", "A2", "B1"), (2, 1, 2), figures[1:], strict=True):
        assert words.startswith(f"Sheet {name}, row {name[0]} of {down}, column {name[1]} of 2: ")
        assert words.endswith("The words are in the outline, page 5.")
    said = " ".join(figures)
    assert [ref for ref in ("F1", "C1", "C2", "C3", "C4", "C5", "C6") if f"{ref}" not in said] == []


def test_the_map_says_in_two_sentences_which_edge_to_cut_and_which_to_glue() -> None:
    words = heard(attendance(), (2, 2)).all_words
    assert "Cut off the right and lower margins at the cut marks" in words
    assert "Glue each sheet over the dotted line of the one" in words
    across = heard(attendance(), (2, 1)).all_words
    assert "Cut off the right margins at the cut marks" in across
    assert "Glue each sheet over the dotted line of the one at its right." in across
    alone = heard(attendance(), (1, 1)).all_words
    assert "Cut off" not in alone
    assert "Glue" not in alone


def test_columns_are_glued_first_and_one_with_fewer_sheets_is_explained() -> None:
    ways = [*how_to_glue(made(attendance(), grid=(2, 2))[0])]
    assert ways[1].endswith("below; then each column over that of the column at its right.")
    assert ways[2:] == [
        "A column with fewer sheets stands where the lines from its neighbours go on."
    ]


def test_the_words_of_a_poster_are_read_once_as_an_outline() -> None:
    workbook = attendance()
    found = heard(workbook, (2, 2))
    spoken = [
        text for text in found.of("P", "Span", "H3") if text in labels(workbook, pages(workbook)[0])
    ]
    assert sorted(spoken) == sorted(labels(workbook, pages(workbook)[0]))


def test_bookmarks_lead_to_the_map_the_sheets_and_the_outline() -> None:
    assert heard(attendance(), (2, 1)).bookmarks[:4] == [
        (0, "Why?"), (1, "Sheet A1"), (1, "Sheet A2"), (0, "Why?, as an outline"),
    ]  # fmt: skip


def test_sheets_tell_their_name_and_their_neighbours_where_nobody_cuts_first() -> None:
    artifacts = heard(attendance(), (2, 2)).artifacts
    sheets = [it for it in artifacts if "cut here" in it or "←" in it]
    first, second, below = sheets
    assert "A1\n" in first
    assert "A2 →" in first
    assert "↓ B1" in first
    assert "← A1" in second
    assert "cut here" not in second
    assert "A2 →" in below
    assert "↑ A1" in below


def test_a_poster_says_its_sheets_paper_and_text_before_it_is_made() -> None:
    workbook = wide_fishbone(20)
    poster = laid_out(workbook, workbook.fishbones[0], PAPERS["a3"])
    assert len(poster.tiles) == 1
    assert sheets_words(poster) == f"1 sheet, A3, text {points(poster.smallest)} points"


def test_a_poster_folds_what_is_below_its_levels() -> None:
    workbook = attendance()
    asked = PrintedPage(kind="fishbone", is_poster=True, levels=1)
    figures = read(of_pages(workbook, asked).pdf).of("Figure")
    said = " ".join(figures)
    bones = [row for row in outline(workbook, pages(workbook)[0]) if row.depth == 1]
    deeper = [row for row in outline(workbook, pages(workbook)[0]) if row.depth > 1]
    assert all(row.ref in said for row in bones)
    assert deeper
    assert not any(row.ref in said for row in deeper)


def test_a_page_too_large_for_any_wall_is_refused_in_a_sentence() -> None:
    workbook = wide_theory(700, 200)
    with pytest.raises(ExportError, match="26 × 26 sheets of letter"):
        laid_out(workbook, workbook.theories[0], PAPERS["letter"])


def test_whys_too_deep_for_a_paper_are_told_with_one_that_holds_them() -> None:
    ids = [key("head"), *(key(f"why{chr(97 + at % 26) * (1 + at // 26)}") for at in range(31))]
    causes = tuple(
        Cause(id=ids[at], ref=f"C{at}", parent_id=ids[at - 1], text=f"Why number {at} late trust")
        for at in range(1, 32)
    )
    page = Fishbone(id=ids[0], ref="F1", head="Head", causes=causes)
    book = Workbook(fishbones=(page,), counters=Counters(causes=31, fishbones=1))
    with pytest.raises(
        ExportError, match=r"Larger paper holds it: \d+ sheets, (Legal|Tabloid), text"
    ):
        laid_out(book, page, PAPERS["letter"])


def test_a_number_of_sheets_that_makes_words_too_small_is_refused_in_a_sentence() -> None:
    workbook = wide_fishbone(400)
    with pytest.raises(ExportError, match="words of F1 would be smaller than 8 points"):
        laid_out(workbook, workbook.fishbones[0], PAPERS["letter"], (1, 1))


def test_a_poster_that_is_larger_than_a_wall_says_so() -> None:
    workbook = wide_theory(100, 40)
    page = workbook.theories[0]
    *_, said = poster_words(page, laid_out(workbook, page, PAPERS["letter"]))
    assert said.startswith("It is larger than most walls")


@pytest.mark.parametrize("workbook", [attendance(), reading()], ids=["fishbone", "theory"])
@pytest.mark.parametrize("grid", [None, (2, 2)])
def test_each_item_on_a_sheet_carries_its_reference(
    workbook: Workbook, grid: tuple[int, int] | None
) -> None:
    page = pages(workbook)[0]
    poster = laid_out(workbook, page, PAPERS["letter"], grid)
    groups = (it.group for tile in poster.tiles for it in placed_groups(poster.part(tile)))
    sizes = {it.text: it.size for group in groups for it in group.ops if isinstance(it, TextLine)}
    for row in outline(workbook, page)[1:]:
        assert sizes[row.ref] * poster.scale >= 7


def test_the_same_page_gives_the_same_bytes() -> None:
    assert made(reading())[1].pdf == made(reading())[1].pdf


@needs_poppler
def test_every_label_is_printed_on_a_sheet_and_sheets_have_ink_where_they_meet(
    tmp_path: Path,
) -> None:
    workbook = attendance()
    poster, result = made(workbook, grid=(2, 1))
    text = extracted(result.pdf)
    assert [it for it in labels(workbook, pages(workbook)[0]) if text.count(it) < 2] == []
    sheets = inked(result.pdf, tmp_path)
    assert len(sheets) == result.pages
    tile = poster.tiles[0]
    edge = int((tile.cell.right + poster.place(tile)[0]) * 40 / 72)
    assert min(row[edge - 2] for row in sheets[1]) < 128, "the spine goes to the cut"


@needs_poppler
@pytest.mark.parametrize("workbook", [attendance(), reading()], ids=["fishbone", "theory"])
def test_each_sheet_is_named_on_the_small_picture_too(workbook: Workbook) -> None:
    result = made(workbook, grid=(2, 2))[1]
    with pikepdf.open(BytesIO(result.pdf)) as file:
        del file.pages[1:]
        first = BytesIO()
        file.save(first)
    words = extracted(first.getvalue()).split()
    poster = made(workbook, grid=(2, 2))[0]
    assert [words.count(tile.name) for tile in poster.tiles] == [2] * len(poster.tiles)

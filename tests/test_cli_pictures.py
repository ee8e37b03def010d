"""Pictures from the command line: some branches, any fineness, on paper or on nothing."""

import re
from pathlib import Path

import pytest
from commandline import CommandLine
from measures import voted_before
from workbooks import chained, key, wide_fishbone

from ilead_studio import edits
from ilead_studio.model import FACILITATOR, Workbook
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.format import encode
from ilead_studio.storage.store import save_workbook


def test_export_makes_a_picture_of_some_branches_on_nothing(
    run: CommandLine, tmp_path: Path
) -> None:
    book, whole, part = (tmp_path / name for name in ("it.ilead", "whole.svg", "part.svg"))
    run("new", book, "--example", "new-teachers")
    run("export", book, whole)
    assert run("export", book, part, "--items", "C6,c1", "--transparent").code == 0
    drawn = part.read_text("utf-8")
    assert "Inadequate feedback" in drawn
    assert "Feedback givers lack expertise" in drawn
    assert "Poor working conditions" not in drawn
    assert "Poor working conditions" in whole.read_text("utf-8")
    assert drawn.count("<rect") < whole.read_text("utf-8").count("<rect")


def test_a_picture_has_no_counts_while_a_vote_is_blind(run: CommandLine, tmp_path: Path) -> None:
    book, out = tmp_path / "it.ilead", tmp_path / "it.svg"
    save_workbook(voted_before(), book, Disk(), None, replace_existing=False)
    said = run("export", book, out, "--page", "F1")
    assert "Votes are still blind." in said.out
    assert not re.search(r"\d votes", out.read_text("utf-8"))


def private(book: Path, *ids: str, viewer: str = FACILITATOR) -> None:
    workbook = edits.show_only(chained(), [key(it) for it in ids], viewer)
    save_workbook(workbook, book, Disk(), None, replace_existing=False)


def test_a_picture_is_of_what_its_viewer_may_see(run: CommandLine, tmp_path: Path) -> None:
    book, out = tmp_path / "it.ilead", tmp_path / "it.svg"
    private(book, "late", viewer=key("uni"))
    for viewer, sees in (("all", False), ("Lakeside", True), ("facilitator", True)):
        assert run("export", book, out, "--page", "F1", "--for", viewer).code == 0
        assert ("Buses come late" in out.read_text("utf-8")) is sees
    run("export", book, out, "--for", "nobody").assert_refused("nobody")


def test_a_picture_for_all_is_of_the_first_page_that_all_may_see(
    run: CommandLine, tmp_path: Path
) -> None:
    book, out = tmp_path / "it.ilead", tmp_path / "it.svg"
    private(book, "head")
    assert "page T1." in run("export", book, out, "--for", "all").out
    out.unlink()
    run("export", book, out, "--for", "all", "--page", "F1").assert_refused("There are: T1.")
    assert not out.exists()


def test_where_no_page_is_for_a_viewer_there_is_no_picture(
    run: CommandLine, tmp_path: Path
) -> None:
    book, out = tmp_path / "it.ilead", tmp_path / "it.svg"
    private(book, "head", "aim")
    run("export", book, out, "--for", "all").assert_refused("No page of the workbook is for “all”")
    assert not out.exists()


@pytest.mark.parametrize(
    "words", [("--items", "Z9"), ("--dpi", "5"), ("--dpi", "9999"), ("--dpi", "many")]
)
def test_export_refuses_what_makes_no_picture(
    run: CommandLine, tmp_path: Path, words: tuple[str, str]
) -> None:
    book, out = tmp_path / "it.ilead", tmp_path / "it.png"
    run("new", book, "--example", "new-teachers")
    run("export", book, out, *words).assert_refused()
    assert not out.exists()


def test_export_makes_a_poster_of_the_fewest_sheets_that_are_read_from_afar(
    run: CommandLine, tmp_path: Path
) -> None:
    book, out = tmp_path / "it.ilead", tmp_path / "it.pdf"
    run("new", book, "--example", "new-teachers")
    said = run("export", book, out, "--poster")
    assert said.code == 0
    assert out.read_bytes().startswith(b"%PDF")
    assert re.search(r"F1: \d+ sheets, Letter, text 2[4-9]", said.out)
    assert "there are F1, T1" in said.out


def test_a_dry_run_tells_what_makes_small_words_larger(run: CommandLine, tmp_path: Path) -> None:
    crowded, out = tmp_path / "crowded.ilead", tmp_path / "it.pdf"
    crowded.write_bytes(encode(wide_fishbone(160)))
    said = run("export", crowded, out, "--dry-run").out
    assert "7 pt is small to read at arm's length. What helps: Print on Legal, 8.3 pt; " in said
    assert not out.exists()


def test_a_dry_run_tells_how_many_sheets_and_writes_nothing(
    run: CommandLine, tmp_path: Path
) -> None:
    book, out = tmp_path / "it.ilead", tmp_path / "it.pdf"
    run("new", book, "--example", "new-teachers")
    said = run("export", book, out, "--poster", "3x2", "--page", "F1", "--dry-run")
    assert said.code == 0
    assert re.search(r"F1: 6 sheets, Letter, text (1\d|2[0-3])", said.out)
    assert "24 points" in said.out
    assert run("export", book, out, "--dry-run").out.startswith("7 pages, smallest text ")
    assert not out.exists()


def test_a_poster_that_is_refused_takes_no_other_page_with_it(
    run: CommandLine, tmp_path: Path
) -> None:
    crowded, out = tmp_path / "crowded.ilead", tmp_path / "it.pdf"
    crowded.write_bytes(encode(wide_fishbone(400)))
    asked = "export", crowded, out, "--poster", "1x1"
    said = run(*asked, "--pages", "cover,fishbone,blank-form")
    assert said.code == 0
    assert "2 pages. The poster of F1 is left out. Over 1 × 1 sheets of letter" in said.out
    assert "Without a number the poster takes as many sheets as it needs." in said.out
    assert out.exists()
    run(*asked).assert_refused("would be smaller than 8 points")


@pytest.mark.parametrize(
    ("asked", "name", "why"),
    [
        ("9x2", "it.pdf", "at most 8x8"),
        ("0x2", "it.pdf", "at most 8x8"),
        ("wide", "it.pdf", "“wide”"),
        ("2x2", "it.svg", "A poster is a PDF"),
    ],
)
def test_export_refuses_what_makes_no_poster(
    run: CommandLine, tmp_path: Path, asked: str, name: str, why: str
) -> None:
    book, out = tmp_path / "it.ilead", tmp_path / name
    run("new", book, "--example", "new-teachers")
    run("export", book, out, "--poster", asked).assert_refused(why)
    assert not out.exists()


def test_a_workbook_without_pages_makes_no_poster(run: CommandLine, tmp_path: Path) -> None:
    book = tmp_path / "it.ilead"
    save_workbook(Workbook(), book, Disk(), None, replace_existing=False)
    run("export", book, tmp_path / "it.pdf", "--poster").assert_refused("no page to draw")

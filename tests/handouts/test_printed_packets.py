"""Packets from the command line: which pages, for whom, how; each refusal is one sentence."""

from pathlib import Path

import pytest
from commandline import CommandLine
from pdf_reading import Reading, read
from workbooks import chained, key

from ilead_studio import edits
from ilead_studio.model import Packet, PrintedPage, Workbook
from ilead_studio.storage.format import encode


def workbook() -> Workbook:
    """Return a workbook with a packet of its own, and a cause that one party sees."""
    made = edits.show_only(chained(), [key("full")], key("uni"))
    made = edits.note(made, key("late"), "Ms. Rivera said so")
    pages = (PrintedPage(kind="outline", of=key("head")), PrintedPage(kind="problem"))
    return edits.add_packet(made, Packet(id=key("ours"), name="Our évening", pages=pages))


@pytest.fixture
def book(tmp_path: Path) -> Path:
    file = tmp_path / "plan.ilead"
    file.write_bytes(encode(workbook()))
    return file


def printed(run: CommandLine, book: Path, *words: str) -> Reading:
    out = book.with_suffix(".pdf")
    assert run("export", book, out, *words).code == 0
    return read(out.read_bytes())


def test_pages_lists_what_can_be_printed(run: CommandLine, book: Path) -> None:
    said = run("pages", book)
    assert said.code == 0
    for words in ("cover", "fishbone:F1", "outline:T1", "“Our évening”", "table-kit"):
        assert words in said.out


def test_a_packet_that_is_kept_is_printed_by_its_name(run: CommandLine, book: Path) -> None:
    found = printed(run, book, "--packet", "our Évening")
    assert found.of("H1") == ["Fishbone as an outline", "Problem of practice"]


def test_pages_are_printed_in_the_order_in_which_they_are_named(
    run: CommandLine, book: Path
) -> None:
    found = printed(run, book, "--pages", "problem,outline:t1", "--paper", "a4")
    assert found.of("H1") == ["Problem of practice", "Driver diagram as an outline"]


def test_what_readers_may_not_see_is_not_there_and_counted(run: CommandLine, book: Path) -> None:
    together = printed(run, book, "--pages", "outline:F1").all_words
    assert "Buses are full" not in together
    assert "1 item not shown." in together
    for reader in ("lakeside", "IHE", "facilitator"):
        words = printed(run, book, "--pages", "outline:F1", "--for", reader).all_words
        assert "Buses are full" in words
        assert "not shown" not in words


def test_names_are_taken_out_if_wanted(run: CommandLine, book: Path) -> None:
    assert "Rivera" in printed(run, book).all_words
    out = book.with_suffix(".pdf")
    said = run("export", book, out, "--redact")
    assert "1 name was taken out" in said.out
    words = read(out.read_bytes()).all_words
    assert "Rivera" not in words
    assert "[name] said so" in words


def test_footers_say_whose_it_is_of_which_day_and_for_whom(run: CommandLine, book: Path) -> None:
    foot = printed(run, book, "--pages", "problem").artifacts[-1]
    for words in ("Attendance", "2 March 2026", "For Northfield Schools and Lakeside",
                  "page 1 of 1"):  # fmt: skip
        assert words in foot
    large = printed(run, book, "--pages", "problem", "--large-print")
    assert "For Northfield" in large.artifacts[-1]
    assert "page 2 of 2" in large.artifacts[-1]
    assert "2 March 2026. For Northfield Schools and Lakeside." in large.all_words


def test_diagrams_of_a_packet_become_posters(run: CommandLine, book: Path) -> None:
    said = run("export", book, book.with_suffix(".pdf"), "--packet", "diagrams", "--poster",
               "--dry-run")  # fmt: skip
    assert "F1: " in said.out
    assert "T1: " in said.out
    assert not book.with_suffix(".pdf").exists()


def test_pages_share_sheets_and_lose_their_colours(run: CommandLine, book: Path) -> None:
    assert printed(run, book, "--up", "2", "--grayscale").pages < printed(run, book).pages


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("--packet", "nobody's"), "“Our évening”"),
        (("--packet", "table-kit", "--pages", "poem"), "“poem”"),
        (("--pages", "outline:F9"), "“outline:F9”"),
        (("--pages", "problem:P1"), "“problem:P1”"),
        (("--for", "Nobody"), "Lakeside, facilitator, all"),
        (("--page", "F1", "--pages", "cover"), "--page"),
        (("--up", "3"), "--help"),
        (("--poster", "9x9"), "at most 8x8"),
    ],
)
def test_what_is_not_there_is_refused_and_nothing_is_written(
    run: CommandLine, book: Path, words: tuple[str, ...], why: str
) -> None:
    run("export", book, book.with_suffix(".pdf"), *words).assert_refused(why)
    assert not book.with_suffix(".pdf").exists()


def test_a_packet_without_anything_to_print_is_refused(run: CommandLine, tmp_path: Path) -> None:
    file = tmp_path / "new.ilead"
    file.write_bytes(encode(Workbook()))
    refused = run("export", file, file.with_suffix(".pdf"), "--pages", "fishbone,outline")
    refused.assert_refused("nothing to print")


def test_a_picture_has_no_packet(run: CommandLine, book: Path) -> None:
    run("export", book, book.with_suffix(".svg"), "--redact").assert_refused(".pdf")

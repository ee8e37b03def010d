"""``ilead-studio collect FILE RETURNED.pdf…``: forms that came back fill their cycles."""

from datetime import date
from pathlib import Path

import pytest
from commandline import CommandLine
from forms import came_back
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.model import Cycle
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.format import encode
from ilead_studio.storage.store import open_workbook
from ilead_studio.words import speaking

P1 = key("cycle")


@pytest.fixture
def book(tmp_path: Path) -> Path:
    path = tmp_path / "team.ilead"
    path.write_bytes(encode(both()))
    return path


@pytest.fixture
def form(tmp_path: Path) -> Path:
    path = tmp_path / "back.pdf"
    path.write_bytes(came_back(both(), P1, owner="Grade team", objective="Two classes"))
    return path


def cycle(book: Path) -> Cycle:
    return open_workbook(book, Disk()).workbook.cycles[0]


def test_a_form_fills_its_cycle_and_says_how(run: CommandLine, book: Path, form: Path) -> None:
    said = run("collect", book, form)
    assert (said.code, said.err) == (0, "")
    assert said.out.splitlines() == [
        "P1: “Talk about books”, cycle 1 (back.pdf)",
        "  Who tests (role): “Grade team”",
        "  What we want to find out: “Two classes”, in place of “Try one class”",
        "2 fields of 1 form are in “team.ilead” now.",
    ]
    assert (cycle(book).owner, cycle(book).objective) == ("Grade team", "Two classes")


def test_a_dry_run_only_tells(run: CommandLine, book: Path, form: Path) -> None:
    before = book.read_bytes()
    said = run("collect", book, form, "--dry-run")
    assert said.out.endswith("2 fields of 1 form can be taken. Nothing was written.\n")
    assert book.read_bytes() == before


def test_a_form_that_was_taken_already_brings_nothing(
    run: CommandLine, book: Path, form: Path
) -> None:
    run("collect", book, form)
    before = book.read_bytes()
    said = run("collect", book, form)
    assert said.code == 1
    assert "  All that it says is in the workbook already." in said.out
    assert said.out.endswith("Nothing is taken.\n")
    assert book.read_bytes() == before


def test_what_differs_from_words_that_are_there_is_told_and_left_out(
    run: CommandLine, book: Path, form: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.pdf"
    other.write_bytes(came_back(both(), P1, owner="Office"))
    run("collect", book, form)
    said = run("collect", book, other)
    assert said.code == 1
    left = "  Left out: Who tests (role): “Office”, but there is “Grade team” already"
    assert left in said.out
    assert cycle(book).owner == "Grade team"


def test_one_file_that_is_no_form_does_not_stop_the_others(
    run: CommandLine, book: Path, form: Path, tmp_path: Path
) -> None:
    said = run("collect", book, tmp_path / "none.pdf", form)
    assert said.code == 1
    assert said.out.startswith("There is no file “none.pdf”.")
    assert cycle(book).owner == "Grade team"


def test_without_any_form_it_is_refused(run: CommandLine, book: Path) -> None:
    run("collect", book, book).assert_refused("“team.ilead” is no PDF")


def test_a_decision_that_misses_its_words_is_left_out(
    run: CommandLine, book: Path, tmp_path: Path
) -> None:
    path = tmp_path / "back.pdf"
    path.write_bytes(came_back(both(), P1, decision="/abandon", owner="Grade team"))
    said = run("collect", book, path)
    assert said.code == 1
    assert "What did you learn? An idea is abandoned with what it taught." in said.out
    assert (cycle(book).owner, cycle(book).began) == ("Grade team", None)


def test_a_form_in_spanish_brings_what_was_written_and_nothing_else(
    run: CommandLine, tmp_path: Path
) -> None:
    book, back = tmp_path / "team.ilead", tmp_path / "back.pdf"
    planned = edits.put_cycle(both(), P1, planned_start=date(2026, 3, 2))
    planned = edits.add_line(planned, P1, "questions", key("asked"), "How long?")
    planned = edits.change_line(planned, P1, key("asked"), prediction="Ten", reason="it is short")
    book.write_bytes(encode(planned))
    with speaking("es"):
        back.write_bytes(came_back(planned, P1, end="5 ene 2027", prediction1="Nine porque so"))
    said = run("collect", book, back)
    assert "changed since" not in said.out
    assert said.out.splitlines()[-1] == "2 fields of 1 form are in “team.ilead” now."
    there = cycle(book)
    assert (there.planned_start, there.planned_end) == (date(2026, 3, 2), date(2027, 1, 5))
    assert (there.questions[0].prediction, there.questions[0].reason) == ("Nine", "so")

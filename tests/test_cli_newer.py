"""Workbooks of a newer program on the command line: read where that is allowed, never lessened."""

from pathlib import Path

import pytest
from commandline import CommandLine
from newer import newer_file
from workbooks import both

from ilead_studio.storage.disk import Disk
from ilead_studio.storage.store import save_workbook


@pytest.fixture
def newer(tmp_path: Path) -> Path:
    """A file of a newer program that has added something; this one may show the rest."""
    return newer_file(tmp_path / "newer.ilead", colours=["red"])


@pytest.fixture
def older(tmp_path: Path) -> Path:
    path = tmp_path / "older.ilead"
    save_workbook(both(), path, Disk(), None)
    return path


def test_it_can_be_checked_and_the_notice_is_told(run: CommandLine, newer: Path) -> None:
    said = run("check", newer)
    assert said.code == 1
    assert "made by a newer iLEAD Studio (0.9.0)" in said.out


def test_it_can_be_exported_and_compared(run: CommandLine, newer: Path, older: Path) -> None:
    assert run("export", newer, newer.with_suffix(".svg")).code == 0
    assert run("diff", older, newer).code == 0


def test_no_other_workbook_is_made_of_it(
    run: CommandLine, newer: Path, older: Path, tmp_path: Path
) -> None:
    out, before = tmp_path / "out.ilead", newer.read_bytes()
    (tmp_path / "notes.txt").write_text("Absence\n  Buses\n")
    for words in (
        ("merge", older, newer, older, out),
        ("merge", older, older, newer, out),
        ("merge", newer, older, older, out),
        ("remove-names", newer, out),
        ("hand-over", newer, out),
        ("import", tmp_path / "notes.txt", newer, "--as", "fishbone", "--add"),
    ):
        run(*words).assert_refused("newer iLEAD Studio", "Install the newer program")
        assert not out.exists()
    assert newer.read_bytes() == before


@pytest.mark.parametrize("words", [("check",), ("export",), ("remove-names",), ("diff",)])
def test_one_that_cannot_be_shown_says_which_program_it_needs(
    run: CommandLine, tmp_path: Path, older: Path, words: tuple[str, ...]
) -> None:
    path = newer_file(tmp_path / "newest.ilead", version=3, reads_as=2, program="2.0.0")
    further = {"export": (tmp_path / "a.svg",), "remove-names": (tmp_path / "b.ilead",),
               "diff": (older,)}  # fmt: skip
    run(*words, path, *further.get(words[0], ())).assert_refused("needs iLEAD Studio 2.0.0")

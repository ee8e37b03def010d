"""A workbook of a newer program in the window: read-only in words, kept from every edit."""

from pathlib import Path

import pytest
from hands import Desk
from newer import newer_file
from workbooks import key

from ilead_studio.storage.disk import Disk
from ilead_studio.storage.store import open_workbook


@pytest.fixture
def newer(desk: Desk, tmp_path: Path) -> Path:
    """The window with a file of a newer program, which this one may show."""
    path = newer_file(tmp_path / "newer.ilead", colours=["red"])
    desk.window.filing.open_file(path)
    desk.settle()
    return path


def test_the_window_says_in_words_that_it_can_only_be_read_and_why(desk: Desk, newer: Path) -> None:
    assert "made by a newer iLEAD Studio (0.9.0)" in desk.window.banner.words
    assert "leaves out what only that one knows" in desk.window.banner.words
    desk.window.status.end()
    assert "Can only be read here: a newer iLEAD Studio made it" in desk.window.status.words
    assert len(desk.tree) > 3


@pytest.mark.parametrize("pressed", ["F2", "Return", "Tab", "Delete", "Ctrl+R", "Ctrl+L"])
def test_no_key_changes_it_and_each_says_why(desk: Desk, newer: Path, pressed: str) -> None:
    desk.window.work.select(key("late"))
    before, data = desk.window.work.workbook, newer.read_bytes()
    desk.press(pressed)
    assert desk.window.work.workbook is before
    assert not desk.window.editing.is_open
    assert "A newer iLEAD Studio made this workbook" in desk.window.status.words
    assert newer.read_bytes() == data


def test_saving_makes_a_copy_and_leaves_the_file_alone(desk: Desk, newer: Path) -> None:
    data = newer.read_bytes()
    desk.answers.path = newer.with_stem("copy")
    desk.press("Ctrl+S")
    assert desk.answers.asked == ["save newer copy.ilead"]
    assert newer.read_bytes() == data
    assert not desk.window.work.read_only
    assert not open_workbook(desk.answers.path, Disk()).read_only


def test_a_file_that_needs_another_program_is_refused_with_its_version(
    desk: Desk, tmp_path: Path
) -> None:
    before = desk.window.work.workbook
    path = newer_file(tmp_path / "newest.ilead", version=3, reads_as=2, program="2.0.0")
    desk.window.filing.open_file(path)
    desk.settle()
    assert "needs iLEAD Studio 2.0.0 or later" in desk.window.banner.words
    assert desk.window.work.workbook is before

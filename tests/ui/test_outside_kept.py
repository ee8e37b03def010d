"""What somebody else saved is never overwritten unasked, and never without being kept."""

from pathlib import Path
from shutil import rmtree

import pytest
from hands import Desk
from other_programs import come_back, do, in_file, merging, reword, reworded, text
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.storage.backups import backup_folder, versions
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.format import encode


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "shared" / "plan.ilead"
    made.parent.mkdir()
    made.write_bytes(encode(both()))
    return made


@pytest.fixture
def at(desk: Desk, path: Path) -> Desk:
    assert desk.window.filing.open_file(path)
    desk.settle()
    return desk


def clash(at: Desk, path: Path) -> bytes:
    """Let both say it otherwise, and come back; returns what is in the file then."""
    theirs = encode(reworded("Theirs"))
    path.write_bytes(theirs)
    reword(at, "Mine")
    come_back(at)
    return theirs


def until_merged(at: Desk) -> None:
    while at.window.work.section:
        at.settle()
    at.settle()


def test_a_drive_that_went_away_says_why_and_overwrites_nothing_when_it_is_back(
    at: Desk, path: Path
) -> None:
    away = path.parent.with_name("away")
    reword(at, "Mine")
    path.parent.rename(away)
    come_back(at)
    at.window.banner.offers[0].click()
    at.settle()
    assert "Its folder is not there" in at.window.banner.words
    away.rename(path.parent)
    path.write_bytes(encode(reworded("Theirs")))
    do(at, "save")
    assert in_file(path) == "Theirs"
    assert at.window.banner.offers[0].text() == "Merge both…"


def test_what_is_merged_stays_as_it_was_among_the_earlier_versions(at: Desk, path: Path) -> None:
    theirs = clash(at, path)
    do(at, "merge outside")
    merging(at)
    at.press("1", "Return")
    until_merged(at)
    assert in_file(path) == "Mine"
    kept = versions(backup_folder(at.window.around.places.state, path), Disk())
    assert theirs in {it.file.read_bytes() for it in kept}


@pytest.mark.parametrize("way", ["take theirs", "merge outside"])
def test_mine_that_no_file_holds_stays_among_the_earlier_versions(
    at: Desk, path: Path, way: str
) -> None:
    clash(at, path)
    do(at, way)
    if way == "merge outside":
        merging(at)
        at.press("2", "Return")
        until_merged(at)
    at.settle()
    assert in_file(path) == "Theirs"
    kept = versions(backup_folder(at.window.around.places.state, path), Disk())
    (mine,) = (it for it in kept if it.was_typed)
    assert in_file(mine.file) == "Mine"


def test_who_takes_theirs_is_told_where_mine_cannot_be_kept(at: Desk, path: Path) -> None:
    clash(at, path)
    versions_of = backup_folder(at.window.around.places.state, path)
    rmtree(versions_of, ignore_errors=True)
    versions_of.parent.mkdir(parents=True, exist_ok=True)
    versions_of.write_bytes(b"")
    do(at, "take theirs")
    at.settle()
    assert "Undo brings it back as long as this window is open." in at.window.banner.words
    do(at, "undo")
    assert text(at.window.work.workbook) == "Mine"


def test_a_short_side_of_a_choice_stands_beside_the_beginning_of_a_long_one(
    at: Desk, path: Path
) -> None:
    path.write_bytes(encode(edits.delete(both(), [key("late")])))
    reword(at, "Mine")
    come_back(at)
    do(at, "merge outside")
    question = merging(at)._page.question
    question.show_sides((), (("Short", False),), (("Long\n" * 40, False),), ("", "", ""))
    at.settle()
    assert question.mine.y() == question.theirs.y()


def test_own_words_of_a_merge_go_to_the_tray_when_something_else_is_decided(
    at: Desk, path: Path
) -> None:
    clash(at, path)
    do(at, "merge outside")
    merging(at)
    at.press("3")
    at.type("What we both mean")
    do(at, "take theirs")
    (loose,) = at.window.work.workbook.tray[len(both().tray) :]
    assert loose.text == "What we both mean"
    assert loose.source == "was to stand there after a merge"


def test_own_words_that_were_merged_are_not_in_the_tray(at: Desk, path: Path) -> None:
    clash(at, path)
    do(at, "merge outside")
    merging(at)
    at.press("3")
    at.type("What we both mean")
    at.press("Return")
    until_merged(at)
    assert in_file(path) == "What we both mean"
    assert at.window.work.workbook.tray == both().tray

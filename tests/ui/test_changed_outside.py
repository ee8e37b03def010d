"""A file that somebody else changed, and another copy that is brought in: nothing is lost."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from hands import Desk
from PySide6.QtWidgets import QApplication
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.model import Workbook, find
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.format import encode
from ilead_studio.storage.store import open_workbook
from ilead_studio.ui.merge_card import MergeCard
from ilead_studio.ui.outside import Outside


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "plan.ilead"
    made.write_bytes(encode(both()))
    return made


@pytest.fixture
def at(desk: Desk, path: Path) -> Desk:
    assert desk.window.filing.open_file(path)
    desk.settle()
    return desk


def come_back(desk: Desk) -> None:
    """Go to another program and come back."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    app.focusWindowChanged.emit(desk.window.windowHandle())
    desk.settle()


def reworded(words: str, name: str = "late") -> Workbook:
    return edits.rename(both(), key(name), words)


def reword(desk: Desk, words: str, name: str = "late") -> None:
    desk.window.work.step("reword", lambda it: edits.rename(it, key(name), words))
    desk.settle()


def text(workbook: Workbook, name: str = "late") -> str:
    return str(getattr(find(workbook, key(name)), "text", ""))


def in_file(path: Path, name: str = "late") -> str:
    return text(open_workbook(path, Disk()).workbook, name)


def do(desk: Desk, name: str) -> None:
    desk.window.do(name)
    desk.settle()


def offers(desk: Desk) -> list[str]:
    return [it.text() for it in desk.window.banner.offers]


def card(desk: Desk) -> MergeCard:
    outside = next(it for it in desk.window.features if isinstance(it, Outside))
    assert outside._card is not None
    return outside._card


def test_a_file_as_it_was_is_not_spoken_of(at: Desk) -> None:
    come_back(at)
    assert at.window.banner.words == ""
    assert "Nobody else" in at.window.why_not("take theirs")


def test_a_changed_file_is_told_when_the_window_is_come_back_to(at: Desk, path: Path) -> None:
    path.write_bytes(encode(reworded("Theirs")))
    come_back(at)
    assert "plan.ilead” was changed by another program" in at.window.banner.words
    assert offers(at) == ["Merge both…", "Keep mine as a copy", "Take theirs"]
    at.window.work.open_page(key("aim"))
    assert at.window.banner.words


def test_a_file_that_was_only_written_anew_is_not_spoken_of(at: Desk, path: Path) -> None:
    path.write_bytes(encode(both()) + b" ")
    come_back(at)
    assert at.window.banner.words == ""
    reword(at, "Mine")
    do(at, "save")
    assert in_file(path) == "Mine"


def test_a_save_never_overwrites_it(at: Desk, path: Path) -> None:
    path.write_bytes(encode(reworded("Theirs")))
    reword(at, "Mine")
    do(at, "save")
    assert in_file(path) == "Theirs"
    assert offers(at)
    assert not at.window.work.session.is_saved


def test_mine_is_kept_as_a_copy(at: Desk, path: Path) -> None:
    path.write_bytes(encode(reworded("Theirs")))
    reword(at, "Mine")
    come_back(at)
    do(at, "keep mine")
    mine = at.window.work.path
    assert mine is not None
    assert mine != path
    assert (in_file(path), in_file(mine)) == ("Theirs", "Mine")
    assert at.window.work.session.is_saved
    assert at.window.banner.words == ""


def test_theirs_is_taken_and_undo_brings_mine_back(at: Desk, path: Path) -> None:
    path.write_bytes(encode(reworded("Theirs")))
    reword(at, "Mine")
    come_back(at)
    do(at, "take theirs")
    assert text(at.window.work.workbook) == "Theirs"
    assert at.window.work.session.is_saved
    do(at, "undo")
    assert text(at.window.work.workbook) == "Mine"


def test_both_are_merged_by_keys_in_one_step(at: Desk, path: Path) -> None:
    theirs = edits.rename(reworded("Theirs"), key("home"), "At home")
    path.write_bytes(encode(theirs))
    reword(at, "Mine")
    come_back(at)
    do(at, "merge outside")
    shown = card(at)
    assert shown.isVisible()
    assert "At home" in shown.comes.toPlainText()
    assert in_file(path) == "Theirs"
    at.press("2")
    assert "Theirs" in shown.comes.toPlainText()
    at.press("1", "2", "Return")
    merged = at.window.work.workbook
    assert (text(merged), text(merged, "home")) == ("Theirs", "At home")
    assert at.window.banner.words == ""
    do(at, "undo")
    assert text(at.window.work.workbook) == "Mine"
    do(at, "redo")
    do(at, "save")
    assert in_file(path, "home") == "At home"


def test_escape_leaves_everything_as_it_was(at: Desk, path: Path) -> None:
    path.write_bytes(encode(reworded("Theirs")))
    reword(at, "Mine")
    come_back(at)
    before = at.window.focusWidget()
    do(at, "merge outside")
    at.press("2", "Escape")
    assert not card(at).isVisible()
    assert at.window.focusWidget() is before
    assert text(at.window.work.workbook) == "Mine"
    assert at.window.banner.words


def test_a_renamed_file_is_followed(at: Desk, path: Path) -> None:
    new = path.with_name("renamed.ilead")
    path.rename(new)
    come_back(at)
    assert "is now called “renamed.ilead”" in at.window.banner.words
    at.window.banner.offers[0].click()
    at.settle()
    assert at.window.work.path == new
    reword(at, "Mine")
    do(at, "save")
    assert in_file(new) == "Mine"
    assert not path.exists()


def test_a_deleted_file_can_be_saved_again(at: Desk, path: Path) -> None:
    path.unlink()
    reword(at, "Mine")
    do(at, "save")
    assert not path.exists()
    assert "no longer where it was" in at.window.banner.words
    at.window.banner.offers[0].click()
    at.settle()
    assert in_file(path) == "Mine"
    assert at.window.banner.words == ""


def test_a_damaged_one_can_only_be_stepped_aside_from(at: Desk, path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-40])
    come_back(at)
    assert "cannot be read now" in at.window.banner.words
    assert offers(at) == ["Keep mine as a copy"]
    assert at.window.why_not("take theirs")


@pytest.fixture
def other(at: Desk, tmp_path: Path) -> Callable[[Workbook], None]:
    def bring(workbook: Workbook) -> None:
        path = tmp_path / "two.ilead"
        path.write_bytes(encode(workbook))
        at.answers.path = path
        do(at, "bring in copy")

    return bring


def test_another_copy_is_brought_in(at: Desk, other: Callable[[Workbook], None]) -> None:
    other(edits.add(both(), "cause", key("fog"), "Fog", key("late"), None))
    assert "Added: Fog" in card(at).comes.toPlainText()
    at.press("Return")
    assert text(at.window.work.workbook, "fog") == "Fog"
    do(at, "undo")
    assert find(at.window.work.workbook, key("fog")) is None


def test_new_numbers_are_told_but_not_each_of_many(
    at: Desk, other: Callable[[Workbook], None]
) -> None:
    said: list[str] = []
    at.window.work.said.connect(said.append)
    theirs = both()
    for ours, name in (("sun", "fog"), ("wind", "ice"), ("heat", "mud")):
        new = partial(edits.add, kind="cause", text=name, parent_id=key("late"), before=None)
        at.window.work.step("add", partial(new, new_id=key(ours)))
        theirs = new(theirs, new_id=key(name))
    other(theirs)
    at.press("Return")
    assert "3 references had been given twice: theirs have new numbers." in said[-1]


def test_a_copy_that_says_the_same_brings_nothing(
    at: Desk, other: Callable[[Workbook], None]
) -> None:
    other(both())
    at.press("Return")
    assert at.window.work.session.undo_label == ""
    assert at.window.work.session.is_saved


def test_the_card_goes_when_the_workbook_changes_under_it(
    at: Desk, other: Callable[[Workbook], None]
) -> None:
    other(reworded("Theirs"))
    reword(at, "Mine")
    assert not card(at).isVisible()


def test_what_is_no_workbook_is_not_brought_in(at: Desk, tmp_path: Path) -> None:
    at.answers.path = tmp_path / "no.ilead"
    at.answers.path.write_bytes(b"no")
    do(at, "bring in copy")
    assert "not an iLEAD Studio workbook" in at.window.banner.words

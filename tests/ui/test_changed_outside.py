"""A file that somebody else changed, and another copy that is brought in: nothing is lost."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from hands import WHEN, Desk, Listener
from other_programs import come_back, do, in_file, merging, reword, reworded, text
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.model import Workbook, find
from ilead_studio.rules.looking_back import WalkRow
from ilead_studio.storage.backups import backup_folder, keep
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.format import encode
from ilead_studio.ui.merging.view import MergeView


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


def offers(desk: Desk) -> list[str]:
    return [it.text() for it in desk.window.banner.offers]


def comes(desk: Desk) -> str:
    return merging(desk)._page.comes.toPlainText()


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


def test_both_are_merged_by_keys_in_one_step_and_saved(at: Desk, path: Path) -> None:
    theirs = edits.rename(reworded("Theirs"), key("home"), "At home")
    path.write_bytes(encode(theirs))
    reword(at, "Mine")
    come_back(at)
    do(at, "merge outside")
    assert "Reworded: 1" in [it.words for it in rows(merging(at))]
    assert in_file(path) == "Theirs"
    at.press("2", "1", "2", "Return")
    finish(at)
    merged = at.window.work.workbook
    assert (text(merged), text(merged, "home")) == ("Theirs", "At home")
    assert (in_file(path), in_file(path, "home")) == ("Theirs", "At home")
    assert at.window.banner.words == ""
    assert at.focus is at.window.canvas
    do(at, "undo")
    assert text(at.window.work.workbook) == "Mine"


def rows(view: MergeView) -> list[WalkRow]:
    return [view.panel.list.item(it).data(0x100) for it in range(view.panel.list.count())]


def finish(desk: Desk) -> None:
    while desk.window.work.section:
        desk.settle()
    desk.settle()


def test_escape_leaves_everything_as_it_was(at: Desk, path: Path) -> None:
    path.write_bytes(encode(reworded("Theirs")))
    reword(at, "Mine")
    come_back(at)
    do(at, "merge outside")
    merging(at)
    at.press("2", "Escape")
    assert at.window.work.section == ""
    assert at.focus is at.window.canvas
    assert text(at.window.work.workbook) == "Mine"
    assert at.window.banner.words
    assert in_file(path) == "Theirs"


def test_the_other_ways_out_are_beside_it(at: Desk, path: Path) -> None:
    path.write_bytes(encode(reworded("Theirs")))
    reword(at, "Mine")
    come_back(at)
    at.window.do("merge outside")
    page = merging(at)._page
    assert [*page.ways] == ["merge", "keep mine", "take theirs"]
    page.ways["take theirs"].click()
    assert page.next.text() == "Take theirs"
    at.press("Tab")
    page.next.click()
    finish(at)
    assert text(at.window.work.workbook) == "Theirs"


def test_what_is_asked_comes_back_when_something_else_was_read(at: Desk, path: Path) -> None:
    path.write_bytes(encode(reworded("Theirs")))
    reword(at, "Mine")
    come_back(at)
    asked, choices = at.window.banner.words, offers(at)
    at.window.work.warned.emit("No earlier version can be kept.")
    assert at.window.banner.words == "No earlier version can be kept."
    at.window.banner.read.click()
    assert (at.window.banner.words, offers(at)) == (asked, choices)
    at.window.work.warned.emit("No earlier version can be kept.")
    do(at, "take theirs")
    at.window.banner.read.click()
    assert at.window.banner.words == ""


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
    assert "Added: Fog" in comes(at)
    at.press("Return")
    finish(at)
    assert text(at.window.work.workbook, "fog") == "Fog"
    do(at, "undo")
    assert find(at.window.work.workbook, key("fog")) is None


def test_own_words_are_typed_and_enter_goes_on(at: Desk, other: Callable[[Workbook], None]) -> None:
    mine = edits.rename(edits.rename(both(), key("home"), "Houses"), key("late"), "Buses wait")
    at.window.work.begin(edits.take_snapshot(both(), key("one"), "One", WHEN.date()))
    for name, words in (("home", "Houses"), ("late", "Buses wait")):
        reword(at, words, name)
    theirs = edits.take_snapshot(both(), key("one"), "One", WHEN.date())
    theirs = edits.rename(edits.rename(theirs, key("home"), "Flats"), key("late"), "Buses queue")
    other(theirs)
    view = merging(at)
    assert [it.words for it in rows(view)][:2] == ["C2 Buses come late", "C5 Home"]
    at.press("3")
    at.type("Buses wait and queue")
    at.press("Return", "B")
    assert view.counts().endswith("2 of 2 chosen")
    at.press("Return")
    finish(at)
    texts = [it.text for it in at.window.work.workbook.fishbones[0].causes]
    assert "Buses wait and queue" in texts
    assert texts.index("Flats") == texts.index("Houses") + 1
    assert mine.title == at.window.work.workbook.title


def test_words_that_cannot_stand_are_told_and_mine_stays(
    at: Desk, other: Callable[[Workbook], None]
) -> None:
    at.window.work.begin(edits.take_snapshot(both(), key("one"), "One", WHEN.date()))
    reword(at, "Mine")
    other(
        edits.rename(edits.take_snapshot(both(), key("one"), "One", WHEN.date()), key("late"), "T")
    )
    view = merging(at)
    at.press("3", "Backspace")
    assert "cannot stand there" in view._page.question._says.text()
    at.press("Return")
    finish(at)
    assert text(at.window.work.workbook) == "Mine"


def test_the_list_walks_through_what_is_chosen_and_what_joins(
    at: Desk, other: Callable[[Workbook], None]
) -> None:
    theirs = edits.add(reworded("Theirs"), "cause", key("fog"), "Fog", key("late"), None)
    other(theirs)
    view = merging(at)
    view.panel.list.setFocus()
    at.press("2")
    assert at.focus is view.panel.list
    at.press("Down")
    assert "Added: Fog" in view._page.comes.toPlainText()
    at.press("Up", "Return")
    finish(at)
    assert text(at.window.work.workbook) == "Theirs"


def test_a_copy_is_compared_with_what_the_file_held_before(
    at: Desk, other: Callable[[Workbook], None], path: Path
) -> None:
    around = at.window.around
    keep(backup_folder(around.places.state, path), encode(both()), WHEN, Disk())
    reword(at, "Mine")
    other(edits.rename(both(), key("home"), "Flats"))
    assert merging(at).merging is not None
    assert not merging(at)._conflicts
    at.press("Return")
    finish(at)
    now = at.window.work.workbook
    assert (text(now), text(now, "home")) == ("Mine", "Flats")


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
    merging(at)
    at.press("Return")
    finish(at)
    assert "3 references had been given twice: theirs have new numbers." in said[-1]


def test_a_copy_that_says_the_same_brings_nothing(
    at: Desk, other: Callable[[Workbook], None]
) -> None:
    other(both())
    assert comes(at) == "Nothing comes that is not here already."
    at.press("Return")
    finish(at)
    assert at.window.work.session.undo_label == ""
    assert at.window.work.session.is_saved


def test_the_merge_ends_when_the_workbook_changes_under_it(
    at: Desk, other: Callable[[Workbook], None]
) -> None:
    other(reworded("Theirs"))
    merging(at)
    reword(at, "Mine")
    assert at.window.work.section == ""


def test_what_is_no_workbook_is_not_brought_in(at: Desk, tmp_path: Path) -> None:
    at.answers.path = tmp_path / "no.ilead"
    at.answers.path.write_bytes(b"no")
    do(at, "bring in copy")
    assert "not an iLEAD Studio workbook" in at.window.banner.words


def test_a_banner_that_came_is_heard_and_one_step_of_f6_away(
    at: Desk, path: Path, listener: Listener
) -> None:
    path.write_bytes(encode(reworded("Theirs")))
    come_back(at)
    assert any("was changed by another program" in it for it in listener.heard())
    at.press("F6")
    assert at.focus is at.window.banner.offers[0]
    at.press("F6")
    assert at.focus is at.window.canvas
    at.press("F6")
    assert not at.window.banner.isAncestorOf(at.focus), "it is an area as others from then on"


def test_mine_is_kept_beside_a_file_whose_name_is_long(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / f"{'Partnership of five schools ':x<60}.ilead"
    path.write_bytes(encode(both()))
    assert desk.window.filing.open_file(path)
    path.write_bytes(encode(reworded("Theirs")))
    come_back(desk)
    do(desk, "keep mine")
    assert desk.window.work.path != path
    assert len([*tmp_path.glob("*.ilead")]) == 2

"""Saving beside the window: it goes on meanwhile, nothing is called safe too early or lost."""

import errno
from collections.abc import Iterator
from pathlib import Path
from time import monotonic

import pytest
from disks import HeldDisk
from hands import Desk
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.model import FishbonePlan, Workbook, find
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.format import encode
from ilead_studio.storage.recovery import Found
from ilead_studio.storage.recovery import find as find_journals
from ilead_studio.storage.store import open_workbook
from ilead_studio.ui.files import saving
from ilead_studio.ui.files.keeping import Keeping, journal_folder

DISK = HeldDisk()
FAULTS = {
    errno.ENOSPC: "The disk is full", errno.EACCES: "may not write there",
    errno.EROFS: "can only be read", errno.EIO: "",
}  # fmt: skip


@pytest.fixture
def disk() -> HeldDisk:
    return DISK


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "plan.ilead"
    made.write_bytes(encode(both()))
    return made


@pytest.fixture
def at(desk: Desk, path: Path) -> Iterator[Desk]:
    assert desk.window.filing.open_file(path)
    desk.settle()
    yield desk
    DISK.trouble = None
    DISK.go.set()
    DISK.may_read.set()
    desk.waits = True
    desk.settle()


@pytest.fixture
def keeping(at: Desk) -> Iterator[Keeping]:
    made = Keeping(at.window)
    yield made
    made.end()


def hold(desk: Desk) -> None:
    """Let the disk take its time with the next saves."""
    DISK.go.clear()
    desk.waits = False


def let_go(desk: Desk, trouble: OSError | None = None) -> None:
    DISK.trouble = trouble
    DISK.go.set()
    desk.waits = True
    desk.settle()


def reword(desk: Desk, words: str, name: str = "late") -> None:
    desk.window.work.step("reword", lambda it: edits.rename(it, key(name), words))
    desk.settle()


def in_file(path: Path, name: str = "late") -> str:
    return text(open_workbook(path, Disk()).workbook, name)


def text(workbook: Workbook, name: str = "late") -> str:
    return str(getattr(find(workbook, key(name)), "text", ""))


def status(desk: Desk) -> str:
    desk.window.status.end()
    return desk.window.status.words.partition(" · ")[0]


def recovered(desk: Desk, keeping: Keeping) -> tuple[Found, ...]:
    """End without a word, and look as the next start does."""
    keeping.end()
    found = find_journals(journal_folder(desk.window.around), Disk()).found
    for it in found:
        it.release()
    return found


# --- meanwhile -----------------------------------------------------------------------------------
def test_while_it_is_saved_the_window_says_so_and_goes_on(at: Desk, path: Path) -> None:
    reword(at, "First")
    hold(at)
    focus = at.focus
    at.press("Ctrl+S")
    assert status(at) == "Saving…"
    assert at.focus is focus
    assert not at.window.work.session.is_saved
    at.press("Return")
    at.type("Snow")
    assert at.window.editing.words == "Snow"
    assert in_file(path) == text(both())
    let_go(at)
    assert at.window.editing.words == "Snow"
    assert in_file(path) == "First"
    assert status(at) == "Saved 10:42"


def test_what_is_done_meanwhile_is_not_called_saved_and_stays_in_recovery(
    at: Desk, keeping: Keeping, path: Path
) -> None:
    reword(at, "First")
    hold(at)
    at.press("Ctrl+S")
    reword(at, "Second")
    let_go(at)
    assert in_file(path) == "First"
    assert not at.window.work.session.is_saved
    assert "•" in at.window.windowTitle()
    (found,) = recovered(at, keeping)
    assert (text(found.saved), text(found.workbook)) == ("First", "Second")


def test_words_that_are_being_typed_meanwhile_stay_in_recovery(
    at: Desk, keeping: Keeping, path: Path
) -> None:
    reword(at, "First")
    hold(at)
    at.press("Ctrl+S", "Return")
    at.type("Snow")
    let_go(at)
    (found,) = recovered(at, keeping)
    assert text(found.saved) == "First"
    assert "Snow" in {it.text for page in found.workbook.fishbones for it in page.causes}


def test_undoing_meanwhile_leads_back_to_what_is_not_saved(at: Desk, path: Path) -> None:
    reword(at, "First")
    hold(at)
    at.press("Ctrl+S", "Ctrl+Z")
    let_go(at)
    assert (in_file(path), text(at.window.work.workbook)) == ("First", text(both()))
    assert not at.window.work.session.is_saved
    at.press("Ctrl+Shift+Z")
    assert at.window.work.session.is_saved


def test_how_a_page_is_laid_out_meanwhile_is_no_change(at: Desk) -> None:
    reword(at, "First")
    hold(at)
    at.press("Ctrl+S")
    at.window.work.open_page(both().fishbones[0].id)
    at.window.work.keep_plan(FishbonePlan(room=(700, 500), wrap=90, row_gap=4, spread=0, slope=0.5))
    let_go(at)
    assert at.window.work.session.is_saved


def test_saves_come_one_after_the_other_and_none_takes_another_for_a_stranger(
    at: Desk, path: Path
) -> None:
    hold(at)
    for number in range(3):
        reword(at, f"Number {number}")
        at.press("Ctrl+S")
    let_go(at)
    assert in_file(path) == "Number 2"
    assert at.window.work.session.is_saved
    assert at.window.banner.words == ""


def test_a_save_under_another_name_waits_for_the_one_before(at: Desk, path: Path) -> None:
    other = at.answers.path = path.with_name("other.ilead")
    reword(at, "First")
    hold(at)
    at.press("Ctrl+S")
    reword(at, "Second")
    at.press("Ctrl+Shift+S")
    let_go(at)
    assert (in_file(path), in_file(other)) == ("First", "Second")
    assert (at.window.work.path, at.window.work.session.is_saved) == (other, True)


# --- leaving -------------------------------------------------------------------------------------
def test_closing_waits_for_a_save_and_asks_nothing(at: Desk, path: Path) -> None:
    reword(at, "First")
    hold(at)
    at.press("Ctrl+S", "Ctrl+Q")
    assert at.window.isVisible()
    assert at.answers.asked == []
    let_go(at)
    assert not at.window.isVisible()
    assert in_file(path) == "First"


def test_closing_saves_first_also_what_is_typed_meanwhile(at: Desk, path: Path) -> None:
    at.answers.unsaved_answer = "save"
    reword(at, "First")
    hold(at)
    at.press("Ctrl+Q")
    assert at.window.isVisible()
    reword(at, "Second")
    let_go(at)
    assert not at.window.isVisible()
    assert in_file(path) == "Second"


def test_closing_is_stopped_by_a_save_that_fails(at: Desk, keeping: Keeping, path: Path) -> None:
    at.answers.unsaved_answer = "save"
    reword(at, "First")
    hold(at)
    at.press("Ctrl+Q")
    let_go(at, OSError(errno.ENOSPC, ""))
    assert at.window.isVisible()
    assert "The disk is full" in at.window.banner.words
    assert text(at.window.work.workbook) == "First"
    assert in_file(path) == text(both())
    (found,) = recovered(at, keeping)
    assert text(found.workbook) == "First"


def test_whoever_waits_to_close_stays_when_the_save_fails(at: Desk) -> None:
    reword(at, "First")
    hold(at)
    at.press("Ctrl+S", "Ctrl+Q")
    let_go(at, OSError(errno.EIO, ""))
    assert at.window.isVisible()
    assert at.answers.asked == []


def test_another_workbook_opens_once_the_first_is_safe(at: Desk, path: Path) -> None:
    other = path.with_name("other.ilead")
    other.write_bytes(encode(edits.rename_workbook(both(), "The other")))
    at.answers.path = other
    reword(at, "First")
    hold(at)
    at.press("Ctrl+S", "Ctrl+O")
    assert at.window.work.path == path
    let_go(at)
    assert at.window.work.path == other
    assert in_file(path) == "First"


# --- failing -------------------------------------------------------------------------------------
@pytest.mark.parametrize("code", FAULTS)
def test_a_save_that_fails_says_why_and_can_be_made_elsewhere(
    at: Desk, path: Path, code: int
) -> None:
    reword(at, "First")
    hold(at)
    focus = at.focus
    at.press("Ctrl+S")
    let_go(at, OSError(code, ""))
    assert FAULTS[code] in at.window.banner.words
    assert "plan.ilead" in at.window.banner.words
    assert at.focus is focus
    assert path.read_bytes() == encode(both())
    assert not at.window.work.session.is_saved
    DISK.trouble = None
    at.answers.path = path.with_name("elsewhere.ilead")
    at.press("Ctrl+Shift+S")
    assert in_file(at.answers.path) == "First"
    assert at.window.work.session.is_saved


def test_the_status_says_that_it_is_still_kept(at: Desk, keeping: Keeping) -> None:
    reword(at, "First")
    DISK.trouble = OSError(errno.EIO, "")
    at.press("Ctrl+S")
    limit = monotonic() + 20
    while at.window.kept != "kept":
        assert monotonic() < limit
        at.settle()
    at.settle()
    assert status(at) == "Cannot write to the drive: still kept here"


def test_a_drive_that_does_not_answer_is_told_and_left(
    at: Desk, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving, "SLOW", 0)
    at.window.filing.saving._slow.setInterval(0)
    reword(at, "First")
    hold(at)
    at.press("Ctrl+S")
    at.turn()
    assert status(at) == "The drive does not answer yet: still kept here"
    at.press("Ctrl+Q")
    assert at.answers.asked == ["unsaved Attendance"]
    assert at.window.isVisible()
    here = at.answers.path = path.with_name("here.ilead")
    at.window.filing.saving._slow.setInterval(20_000)
    at.press("Ctrl+Shift+S")
    let_go(at)
    assert in_file(here) == "First"
    assert (at.window.work.path, at.window.work.session.is_saved) == (here, True)


# --- opening -------------------------------------------------------------------------------------
def test_a_file_that_is_slow_to_read_holds_nobody_up_and_can_be_stopped(
    at: Desk, path: Path
) -> None:
    at.answers.path = path
    before = at.window.work.session
    DISK.may_read.clear()
    at.waits = False
    at.press("Ctrl+O")
    reword(at, "Meanwhile")
    assert at.window.why_not("stop") == ""
    at.press("Shift+Escape")
    DISK.may_read.set()
    at.waits = True
    at.settle()
    assert at.window.status.words == "It is stopped, and nothing was changed."
    assert at.window.work.session is before
    assert at.window.why_not("stop") == "Nothing is being worked out now."


def test_what_is_typed_while_a_file_is_read_is_asked_about(at: Desk, path: Path) -> None:
    other = path.with_name("other.ilead")
    other.write_bytes(encode(edits.rename_workbook(both(), "The other")))
    at.answers.path = other
    DISK.may_read.clear()
    at.waits = False
    at.press("Ctrl+O", "Return")
    at.type("Snow")
    DISK.may_read.set()
    at.waits = True
    at.settle()
    assert at.answers.asked == ["open", "unsaved Attendance"]
    assert at.window.work.path == path
    assert "Snow" in {it.text for page in at.window.work.workbook.fishbones for it in page.causes}


def test_what_takes_long_is_told_at_the_foot_with_a_way_to_stop_it(at: Desk, path: Path) -> None:
    at.answers.path = path
    DISK.may_read.clear()
    at.waits = False
    at.press("Ctrl+O")
    limit = monotonic() + 20
    while not at.window.status.stop.isVisible():
        assert monotonic() < limit
        at.turn()
    at.turn()
    assert at.window.status.words == "Opening “plan.ilead” …"
    assert at.window.status.stop.accessibleName() == "Stop (Shift+Esc): Opening “plan.ilead” …"
    at.window.status.stop.setFocus()
    at.window.status.stop.click()
    at.turn()
    at.turn()
    assert not at.window.status.stop.isVisible()
    assert at.focus.isVisible()


def test_a_window_that_closes_gives_up_what_is_read(at: Desk, path: Path) -> None:
    at.answers.path = path
    DISK.may_read.clear()
    at.waits = False
    at.press("Ctrl+O", "Ctrl+Q")
    assert not at.window.isVisible()
    assert at.window.filing.reading.under_way is None


def test_a_workbook_without_a_title_is_called_as_the_file_that_is_chosen_for_it(
    desk: Desk, tmp_path: Path
) -> None:
    desk.window.do("new")
    desk.type("Buses come late")
    desk.answers.path = tmp_path / "First hour.ilead"
    desk.press("Return", "Ctrl+S")
    desk.settle()
    assert desk.window.windowTitle() == "First hour – iLEAD Studio"
    assert open_workbook(desk.answers.path, Disk()).workbook.title == "First hour"
    assert desk.window.work.session.undo_label == "name the workbook after its file"
    desk.answers.path = tmp_path / "another.ilead"
    desk.press("Ctrl+Shift+S")
    desk.settle()
    assert desk.window.work.workbook.title == "First hour"

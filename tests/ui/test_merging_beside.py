"""A merge is found out beside the window: it can be stopped, and nothing comes of it too late."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from hands import Desk
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.storage.format import encode
from ilead_studio.ui.meanwhile.apart import Task
from ilead_studio.ui.meanwhile.working import Working
from ilead_studio.ui.merging import view as merge_view
from ilead_studio.ui.merging.view import MergeView
from ilead_studio.ui.merging.wish import Found, MergeWish, found_out

GO, AT_WORK, ENDED = Event(), Event(), Event()


def held(wish: MergeWish, task: Task[Found]) -> Found:
    """Find out as ever, but wait for a word first."""
    AT_WORK.set()
    assert GO.wait(20)
    try:
        return found_out(wish, task)
    finally:
        ENDED.set()


@pytest.fixture
def at(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A window that is finding out what another copy brings."""
    for event in (GO, AT_WORK, ENDED):
        event.clear()
    monkeypatch.setattr(merge_view, "found_out", held)
    desk.window.work.begin(both())
    desk.settle()
    copy = desk.answers.path = tmp_path / "theirs.ilead"
    copy.write_bytes(encode(edits.rename(both(), key("late"), "Theirs")))
    desk.waits = False
    desk.window.do("bring in copy")
    while not AT_WORK.is_set():
        desk.turn()
    yield desk
    GO.set()
    assert ENDED.wait(20)
    desk.waits = True


def go_on(desk: Desk) -> None:
    GO.set()
    desk.waits = True
    desk.settle()


def view(desk: Desk) -> MergeView:
    shown = desk.window.sections.view
    assert isinstance(shown, MergeView)
    return shown


def test_the_window_goes_on_meanwhile_and_asks_when_all_is_known(at: Desk) -> None:
    at.press("F6", "Shift+F6")
    assert view(at).merging is None
    go_on(at)
    assert view(at).merging is not None
    at.press("2", "Return")
    while at.window.work.section:
        at.settle()
    assert at.window.work.session.undo_label == "bring in another version"


def test_what_was_said_of_the_work_is_not_said_when_it_is_done(at: Desk) -> None:
    working = next(it for it in at.window.features if isinstance(it, Working))
    working._begin()
    assert at.window.status.words == "Comparing both versions …"
    go_on(at)
    assert "Comparing" not in at.window.status.words


def test_the_list_of_what_is_to_be_chosen_takes_the_place_of_what_was_found(at: Desk) -> None:
    go_on(at)
    at.press("Escape", "Ctrl+F")
    at.window.do("bring in copy")
    at.settle()
    assert view(at).panel.isVisible()


def test_only_keys_that_do_something_here_are_named(at: Desk) -> None:
    go_on(at)
    assert view(at).keys() == ("1  yours", "2  theirs", "Enter  go on", "Esc  later")


def test_it_can_be_stopped_by_a_key_and_nothing_comes_of_it(at: Desk) -> None:
    before = at.window.work.workbook
    at.press("Shift+Escape")
    assert at.window.work.section == ""
    go_on(at)
    assert ENDED.wait(20)
    assert at.window.work.section == ""
    assert at.window.work.workbook is before
    assert at.focus is at.window.canvas


def test_going_elsewhere_meanwhile_is_deciding_later(at: Desk) -> None:
    at.press("Ctrl+3")
    go_on(at)
    assert at.window.work.section == ""
    assert at.window.sections.view is None


def test_the_window_can_be_closed_meanwhile(at: Desk) -> None:
    at.window.work.session.mark_saved(at.window.work.workbook)
    at.press("Ctrl+Q")
    assert not at.window.isVisible()
    assert at.window.thinking.under_way is None

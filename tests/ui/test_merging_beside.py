"""Merging is worked out beside the window: it can be stopped, and nothing comes of it too late."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from hands import Desk
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.model import Workbook
from ilead_studio.rules.merging import Merging
from ilead_studio.storage.format import encode
from ilead_studio.ui import outside
from ilead_studio.ui.merge_card import MergeCard

GO, AT_WORK, ENDED = Event(), Event(), Event()


def held(base: Workbook, mine: Workbook, theirs: Workbook, on_try: object) -> Merging:
    """Merge as ever, but wait with the first try for a word."""

    def wait(number: int) -> None:
        AT_WORK.set()
        assert GO.wait(20)
        try:
            on_try(number)  # type: ignore[operator]  # a function of the window's
        finally:
            ENDED.set()

    return Merging(base, mine, theirs, wait)


@pytest.fixture
def at(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """A window that is working out what another copy brings."""
    for event in (GO, AT_WORK, ENDED):
        event.clear()
    monkeypatch.setattr(outside, "Merging", held)
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


def cards(desk: Desk) -> list[MergeCard]:
    return [it for it in desk.window.findChildren(MergeCard) if it.isVisible()]


def go_on(desk: Desk) -> None:
    GO.set()
    desk.waits = True
    desk.settle()


def test_the_window_goes_on_meanwhile_and_the_card_comes_when_all_is_known(at: Desk) -> None:
    at.press("Down")
    assert cards(at) == []
    go_on(at)
    (card,) = cards(at)
    at.press("2", "Return")
    assert not card.isVisible()
    assert at.window.work.session.undo_label.startswith("Bring in")


def test_it_can_be_stopped_by_a_key_and_nothing_comes_of_it(at: Desk) -> None:
    before, focus = at.window.work.workbook, at.focus
    at.press("Shift+Escape")
    go_on(at)
    assert ENDED.wait(20)
    assert cards(at) == []
    assert at.window.work.workbook is before
    assert at.focus is focus


def test_what_is_done_meanwhile_is_compared_too(at: Desk) -> None:
    at.window.work.step("reword", lambda it: edits.rename(it, key("home"), "At home"))
    go_on(at)
    (card,) = cards(at)
    assert card._mine is at.window.work.session.for_file


def test_the_window_can_be_closed_meanwhile(at: Desk) -> None:
    at.window.work.session.mark_saved(at.window.work.workbook)
    at.press("Ctrl+Q")
    assert not at.window.isVisible()
    assert at.window.thinking.under_way is None

"""What is kept for later is let go in a pause, and nobody sees a difference."""

import gc
from threading import Event

import pytest
from hands import Desk
from PySide6.QtGui import QPixmap
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.drawing import text
from ilead_studio.ui.meanwhile import apart, tidying
from ilead_studio.ui.meanwhile.tidying import Tidying


@pytest.fixture
def long_day(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Tidying:
    """A window in which much has been done."""
    monkeypatch.setattr(tidying, "AFTER", 3)
    made = Tidying(desk.window)
    desk.window.work.begin(both())
    for words in ("One", "Two", "Three"):
        desk.window.work.step("reword", lambda it, to=words: edits.rename(it, key("late"), to))
        desk.settle()
    return made


def kept() -> int:
    """Return how many answers are kept about words that are drawn."""
    return sum(it.cache_info().currsize for it in vars(text).values() if hasattr(it, "cache_info"))


def test_what_hours_left_is_let_go_and_the_page_stays_as_it_is(
    desk: Desk, long_day: Tidying
) -> None:
    picture = desk.window.canvas.grab().toImage()
    steps = long_day.in_pause()
    before = kept()
    assert min(kept() for _ in steps) < before
    desk.settle()
    assert desk.window.canvas.grab().toImage() == picture
    assert desk.focus is desk.window.canvas


def test_pictures_of_words_as_they_were_drawn_before_are_not_kept(
    desk: Desk, long_day: Tidying
) -> None:
    def pictures() -> int:
        gc.collect()
        return sum(isinstance(it, QPixmap) for it in gc.get_objects())

    desk.window.canvas.grab()
    before = pictures()
    for _ in long_day.in_pause():
        desk.settle()
    assert pictures() <= before


def test_nothing_is_let_go_before_its_time(desk: Desk, long_day: Tidying) -> None:
    assert [*long_day.in_pause()]
    assert not [*long_day.in_pause()]


def test_it_waits_for_what_is_found_out_beside_the_window(desk: Desk, long_day: Tidying) -> None:
    before, found = kept(), Event()
    desk.window.thinking.ask(lambda: lambda _: found.wait(), lambda _: None)
    steps = long_day.in_pause()
    for _ in range(20):
        next(steps)
    assert kept() == before
    found.set()
    desk.settle()
    assert min(kept() for _ in steps) < before


def test_it_does_not_wait_for_a_drive_that_hangs(
    desk: Desk, long_day: Tidying, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = Event()
    desk.window.thinking.ask(lambda: lambda _: answers.wait(), lambda _: None)
    monkeypatch.setattr(apart, "SLOW", 0.0)
    before = kept()
    assert min(kept() for _ in long_day.in_pause()) < before
    answers.set()
    desk.settle()


def test_the_key_after_it_draws_only_what_it_changes(desk: Desk, long_day: Tidying) -> None:
    assert [*long_day.in_pause()]
    desk.settle()
    before, written = desk.window.canvas._ink.spread.blocks, []
    desk.window.outline.model().dataChanged.connect(lambda it, *_: written.append(it.data()))
    desk.window.work.step("reword", lambda it: edits.rename(it, key("late"), "Four"))
    desk.settle()
    after = desk.window.canvas._ink.spread.blocks
    assert written == ["Four"]
    assert len({*after}.difference(before)) == 1

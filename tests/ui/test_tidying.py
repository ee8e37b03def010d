"""What is kept for later is let go in a pause, and nobody sees a difference."""

import pytest
from hands import Desk
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.drawing import text
from ilead_studio.ui.meanwhile import tidying
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
    before, picture = kept(), desk.window.canvas.grab().toImage()
    long_day.in_pause()
    assert kept() < before
    desk.settle()
    assert desk.window.canvas.grab().toImage() == picture
    assert desk.focus is desk.window.canvas


def test_nothing_is_let_go_before_its_time(desk: Desk, long_day: Tidying) -> None:
    long_day.in_pause()
    desk.settle()
    before = kept()
    long_day.in_pause()
    assert kept() == before


def test_nothing_is_let_go_while_something_is_found_out_beside_the_window(
    desk: Desk, long_day: Tidying
) -> None:
    before = kept()
    desk.window.thinking.ask(lambda: lambda _: None, lambda _: None)
    long_day.in_pause()
    assert kept() == before
    desk.settle()
    long_day.in_pause()
    assert kept() < before

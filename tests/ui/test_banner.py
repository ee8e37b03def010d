"""The banner above the page: what was not read or answered yet waits behind what came later."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from ilead_studio.drawing.theme import LIGHT
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.widgets.banner import Banner, Offer

CHOICES: tuple[Offer, ...] = (("Merge both…", bool), ("Take theirs", bool))


@pytest.fixture
def banner(qtbot: QtBot) -> Iterator[Banner]:
    made = Banner(Look(LIGHT))
    qtbot.addWidget(made)
    yield made
    made.put_away()


def read_all(banner: Banner) -> list[str]:
    """Put one sentence away after the other; returns what was said."""
    told = []
    while banner.isVisible():
        told.append(banner.words)
        banner.read.click()
    return told


def test_a_question_comes_back_when_what_came_later_was_read(banner: Banner, qtbot: QtBot) -> None:
    banner.ask("Somebody changed the file.", CHOICES, about="file")
    banner.warn("The picture is not written.")
    assert banner.words == "The picture is not written."
    assert banner.offers == []
    with qtbot.waitSignal(banner.asks) as heard:
        banner.read.click()
    assert banner.words == "Somebody changed the file."
    assert heard.args == [banner.words], "a screen reader tells it once more"
    assert [it.text() for it in banner.offers] == ["Merge both…", "Take theirs"]
    assert banner.read.text() == "Later"
    banner.read.click()
    assert not banner.isVisible()


def test_the_newest_is_read_first_and_nothing_is_lost_or_said_twice(banner: Banner) -> None:
    for words in ("One.", "Two.", "Three.", "Two."):
        banner.warn(words)
    assert read_all(banner) == ["Two.", "Three.", "One."]


def test_a_newer_question_about_the_same_stands_for_the_older_one(banner: Banner) -> None:
    banner.ask("Somebody changed the file.", CHOICES, about="file")
    banner.warn("The picture is not written.")
    banner.ask("The file is called otherwise now.", CHOICES, about="file")
    assert read_all(banner) == ["The file is called otherwise now.", "The picture is not written."]


@pytest.mark.parametrize("later", ["", "The picture is not written."])
def test_what_is_settled_goes_wherever_it_waits_and_nothing_else(
    banner: Banner, later: str
) -> None:
    banner.ask("Anna has it open.", CHOICES, about="lock")
    banner.ask("Somebody changed the file.", CHOICES, about="file")
    if later:
        banner.warn(later)
    banner.settle("file")
    assert read_all(banner) == [*filter(None, [later]), "Anna has it open."]


def with_the_page(banner: Banner) -> None:
    banner.leave()


def by_reading(banner: Banner) -> None:
    banner.read.click()


@pytest.mark.parametrize("goes", [with_the_page, by_reading])
def test_what_is_said_after_the_rest_waits_for_it(
    banner: Banner, goes: Callable[[Banner], None]
) -> None:
    banner.warn("There is no such file.")
    banner.warn_after("The settings are damaged.")
    assert banner.words == "There is no such file."
    goes(banner)
    assert read_all(banner) == ["The settings are damaged."]


def test_another_page_takes_only_what_belonged_to_the_page(banner: Banner) -> None:
    banner.warn("One.")
    banner.ask("Somebody changed the file.", CHOICES, about="file")
    banner.warn("Two.")
    banner.leave()
    assert read_all(banner) == ["Somebody changed the file."]

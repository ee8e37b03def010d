"""Words that count only when their field is left are kept meanwhile, and those sought are not."""

from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

import pytest
from hands import Desk
from workbooks import both

from ilead_studio.storage.disk import Disk
from ilead_studio.storage.recovery import Found, find
from ilead_studio.storage.store import save_workbook
from ilead_studio.ui.files.keeping import Keeping, journal_folder

Wait = Callable[[], None]


@pytest.fixture
def keeping(desk: Desk, tmp_path: Path) -> Iterator[Keeping]:
    made = Keeping(desk.window)
    plan = tmp_path / "plan.ilead"
    save_workbook(both(), plan, Disk(), None)
    desk.window.filing.open_file(plan)
    yield made
    made.end()


@pytest.fixture
def kept(desk: Desk, keeping: Keeping) -> Wait:
    """Look at what is typed, and wait until the disk holds it and the window tells so."""

    def wait() -> None:
        keeping._look_at_typing()
        limit = monotonic() + 20
        while not keeping.keeper.is_done or keeping._look.isActive():
            assert monotonic() < limit
            desk.settle()
        desk.settle()  # what stands beside the page tells it a turn later

    return wait


def after_a_crash(desk: Desk, keeping: Keeping) -> tuple[Found, ...]:
    keeping.end()
    found = find(journal_folder(desk.window.around), Disk()).found
    for it in found:
        it.release()
    return found


def status(desk: Desk) -> str:
    return desk.window.status.words.partition(" · ")[0]


def test_words_in_a_cell_are_kept_in_the_tray(desk: Desk, keeping: Keeping, kept: Wait) -> None:
    desk.window.do("ideas")
    desk.press("F2")
    desk.type("Call at home")
    kept()
    assert status(desk) == "Kept in recovery, not yet in the file"
    (found,) = after_a_crash(desk, keeping)
    assert found.workbook.tray[-1].text == "Call at home"
    assert found.workbook.tray[-1].source == "was being typed: Words of the idea"


def test_words_that_are_given_up_are_not_kept(desk: Desk, keeping: Keeping, kept: Wait) -> None:
    desk.window.do("ideas")
    desk.press("F2")
    desk.type("Call at home")
    kept()
    desk.press("Escape")
    kept()
    assert status(desk) == "Saved"
    assert not after_a_crash(desk, keeping)


def test_words_that_are_taken_are_kept_once(desk: Desk, keeping: Keeping, kept: Wait) -> None:
    desk.window.do("ideas")
    desk.press("F2")
    desk.type("Call at home")
    kept()
    desk.press("Tab")
    kept()
    (found,) = after_a_crash(desk, keeping)
    assert found.workbook.ideas[0].text == "Call at home"
    assert found.workbook.tray == both().tray


def test_words_in_a_card_that_asks_are_kept(desk: Desk, keeping: Keeping, kept: Wait) -> None:
    desk.window.do("note question")
    desk.type("Who comes late?")
    kept()
    (found,) = after_a_crash(desk, keeping)
    assert found.workbook.tray[-1].text == "Who comes late?"


@pytest.mark.parametrize("place", ["ideas", "note question", "tray"])
def test_who_closes_is_asked_about_words_that_are_being_typed(
    desk: Desk, keeping: Keeping, place: str
) -> None:
    desk.window.do(place)
    if place == "ideas":
        desk.press("F2")
    desk.type("Call at home")
    desk.window.close()
    desk.settle()
    (asked,) = desk.answers.asked
    assert asked.startswith("unsaved")
    assert desk.window.isVisible()
    book = desk.window.work.workbook
    there = {it.text for it in (*book.ideas, *book.tray)}
    assert "Call at home" in there
    assert status(desk).startswith(("Kept in recovery", "Changed since"))


def test_words_that_are_sought_are_not_kept(desk: Desk, keeping: Keeping, kept: Wait) -> None:
    desk.window.do("find")
    desk.type("Lopez")
    kept()
    assert status(desk) == "Saved"
    assert not after_a_crash(desk, keeping)

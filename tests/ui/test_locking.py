"""A second window on the same file says who has it, and offers to read or to copy."""

import os
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hands import WHEN, Desk
from other_programs import come_back, reworded
from PySide6.QtWidgets import QPushButton
from workbooks import both

from ilead_studio.storage.disk import Disk
from ilead_studio.storage.format import encode
from ilead_studio.storage.lock import Holder, Lock, lock_file, take
from ilead_studio.ui.files.locking import Locking

SINCE = datetime(2026, 11, 24, 9, 58, tzinfo=UTC)


@pytest.fixture
def locking(desk: Desk) -> Iterator[Locking]:
    made = Locking(desk.window, "laptop", "ben")
    yield made
    made.end()


def held(plan: Path, host: str) -> Lock:
    lock = take(plan, Holder(host, "anna", SINCE), Disk())
    assert isinstance(lock, Lock)
    return lock


def press(desk: Desk, words: str) -> None:
    buttons = desk.window.banner.findChildren(QPushButton)
    next(it for it in buttons if it.accessibleName() == words and it.isVisible()).click()
    desk.settle()


def test_an_open_file_is_locked_until_another_one_is_opened(
    desk: Desk, locking: Locking, plan: Path
) -> None:
    desk.window.filing.open_file(plan)
    desk.settle()
    assert not desk.window.work.read_only
    assert take(plan, Holder("pc", "anna", SINCE), Disk()) != Holder("pc", "anna", SINCE)
    assert lock_file(plan).exists()
    desk.window.do("new")
    desk.settle()
    assert not lock_file(plan).exists()


@pytest.mark.parametrize(
    ("host", "words"),
    [("laptop", "in another window on this computer"), ("office-pc", "on office-pc, by anna")],
)
def test_a_file_that_somebody_has_open_can_be_read(
    desk: Desk, locking: Locking, plan: Path, host: str, words: str
) -> None:
    lock = held(plan, host)
    desk.window.filing.open_file(plan)
    desk.settle()
    assert words in desk.window.banner.words
    assert f"{words} since 9:58. You can read it here" in desk.window.banner.words
    assert desk.window.status.words.startswith("Can only be read here")
    desk.window.do("new")
    desk.settle()
    assert lock_file(plan).exists()  # it is not ours to take away
    lock.give_back(Disk())


def test_what_is_asked_of_a_file_goes_with_it(desk: Desk, locking: Locking, plan: Path) -> None:
    lock = held(plan, "office-pc")
    desk.window.filing.open_file(plan)
    desk.settle()
    assert desk.window.banner.offers
    desk.window.do("new")
    desk.settle()
    assert desk.window.banner.words == ""
    lock.give_back(Disk())


def test_another_look_asks_the_same(desk: Desk, locking: Locking, plan: Path) -> None:
    lock = held(plan, "office-pc")
    desk.window.filing.open_file(plan)
    desk.settle()
    asked = desk.window.banner.words
    desk.window.wear(desk.window.look)
    assert desk.window.banner.words == asked != ""
    press(desk, "Open a copy")
    assert (desk.window.work.path, desk.window.work.read_only) == (None, False)
    lock.give_back(Disk())


def test_a_copy_can_be_worked_in(desk: Desk, locking: Locking, plan: Path) -> None:
    lock = held(plan, "office-pc")
    desk.window.filing.open_file(plan)
    desk.settle()
    press(desk, "Open a copy")
    assert (desk.window.work.path, desk.window.work.read_only) == (None, False)
    assert desk.window.work.workbook.title == both().title
    lock.give_back(Disk())


def open_left_locked(desk: Desk, plan: Path) -> None:
    """Open a file that another machine locked and never gave back."""
    os.close(held(plan, "office-pc").descriptor)
    desk.window.filing.open_file(plan)
    desk.settle()


def test_somebody_who_knows_better_works_here_all_the_same(
    desk: Desk, locking: Locking, plan: Path
) -> None:
    open_left_locked(desk, plan)
    press(desk, "Work here all the same")
    assert not desk.window.work.read_only
    assert not desk.window.banner.isVisible()
    assert desk.window.status.words.startswith("Saved")


def test_who_works_here_all_the_same_can_write_everywhere_and_hears_of_another_version(
    desk: Desk, locking: Locking, plan: Path
) -> None:
    open_left_locked(desk, plan)
    groups = [it.inner for it in desk.window.inspector.groups if it.isVisible() and it.is_open]
    assert groups
    assert not any(it.isEnabled() for it in groups)
    plan.write_bytes(encode(reworded("Theirs")))
    press(desk, "Work here all the same")
    desk.settle()
    assert all(it.isEnabled() for it in groups)
    assert "was changed by another program" in desk.window.banner.words


def test_a_file_that_was_saved_under_another_name_is_locked_there(
    desk: Desk, locking: Locking, plan: Path
) -> None:
    desk.window.filing.open_file(plan)
    desk.answers.path = plan.with_name("other.ilead")
    desk.window.do("save as")
    desk.settle()
    assert not lock_file(plan).exists()
    assert lock_file(desk.answers.path).exists()
    desk.window.do("close")
    desk.settle()
    assert not lock_file(desk.answers.path).exists()


def follow(desk: Desk, plan: Path) -> Path:
    """Open a file, rename it in another program, and come back."""
    desk.window.filing.open_file(plan)
    desk.settle()
    new = plan.with_name("renamed.ilead")
    plan.rename(new)
    come_back(desk)
    return new


def test_a_renamed_file_that_is_followed_is_locked_under_its_new_name(
    desk: Desk, locking: Locking, plan: Path
) -> None:
    new = follow(desk, plan)
    press(desk, "Go on with that file")
    assert not lock_file(plan).exists()
    assert take(new, Holder("pc", "anna", SINCE), Disk()) == Holder("laptop", "ben", WHEN)


def test_who_follows_a_renamed_file_is_told_that_somebody_has_it(
    desk: Desk, locking: Locking, plan: Path
) -> None:
    new = follow(desk, plan)
    lock = held(new, "office-pc")
    press(desk, "Go on with that file")
    assert "on office-pc, by anna" in desk.window.banner.words
    assert desk.window.work.read_only
    desk.window.do("new")
    desk.settle()
    assert lock_file(new).exists()  # it is not ours to take away
    lock.give_back(Disk())


def test_who_begins_before_the_lock_is_known_keeps_the_words(
    desk: Desk, locking: Locking, plan: Path
) -> None:
    lock = held(plan, "office-pc")
    desk.window.filing.open_file(plan)
    desk.strike("Return")
    desk.type("Buses")
    assert "save it under another name" in desk.window.banner.words
    desk.press("Return", "Escape")
    assert not desk.window.work.read_only
    assert any(it.text == "Buses" for it in desk.window.work.rows)
    lock.give_back(Disk())

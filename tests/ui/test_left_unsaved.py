"""Who does not save: it stays among the earlier versions, or nothing is left."""

import errno
from pathlib import Path

import pytest
from disks import RefusingDisk
from hands import Desk
from PySide6.QtWidgets import QPushButton
from workbooks import both

from ilead_studio.storage.backups import backup_folder, versions
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.format import encode


@pytest.fixture
def disk() -> RefusingDisk:
    return RefusingDisk("", OSError(errno.ENOSPC, ""))


@pytest.fixture
def begun(desk: Desk, tmp_path: Path) -> Path:
    """A file in which something was typed that is not to be saved."""
    path = tmp_path / "plan.ilead"
    path.write_bytes(encode(both()))
    desk.window.filing.open_file(path)
    desk.settle()
    desk.type("Snow")
    desk.press("Return", "Escape")
    assert not desk.window.work.session.is_saved
    desk.answers.unsaved_answer = "leave"
    return path


def test_it_stays_among_the_earlier_versions(desk: Desk, begun: Path) -> None:
    desk.press("Ctrl+Q")
    desk.settle()
    assert not desk.window.isVisible()
    (kept,) = versions(backup_folder(desk.window.around.places.state, begun), Disk())
    assert kept.was_typed


def test_where_it_cannot_stay_there_nothing_is_left_unasked(
    desk: Desk, begun: Path, disk: RefusingDisk
) -> None:
    disk.operation = "write"
    desk.press("Ctrl+Q")
    desk.settle()
    assert desk.window.isVisible()
    assert "cannot be kept among the earlier versions" in desk.window.banner.words
    assert not desk.window.work.session.is_saved
    desk.type("Ice")
    desk.press("Return", "Escape")
    leave_all_the_same(desk)
    assert len(desk.answers.asked) == 2  # there was more, so it asked once more
    leave_all_the_same(desk)
    assert not desk.window.isVisible()
    assert not versions(backup_folder(desk.window.around.places.state, begun), Disk())


def leave_all_the_same(desk: Desk) -> None:
    buttons = desk.window.banner.findChildren(QPushButton)
    next(it for it in buttons if it.accessibleName() == "Leave it all the same").click()
    desk.settle()

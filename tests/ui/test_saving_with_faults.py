"""The disk fails at any moment of a save: the window holds every edit, and saves the next time."""

import errno
from pathlib import Path

import pytest
from disks import FaultyDisk, in_use
from hands import Desk
from workbooks import both

from ilead_studio.edits import rename_workbook
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.store import open_workbook, save_workbook


@pytest.fixture
def disk() -> FaultyDisk:
    return FaultyDisk()


@pytest.fixture
def plan(desk: Desk, tmp_path: Path) -> Path:
    """The file that is open in the window."""
    path = tmp_path / "plan.ilead"
    save_workbook(both(), path, Disk(), None)
    desk.window.filing.open_file(path)
    return path


def rename(desk: Desk, title: str) -> None:
    desk.window.work.step("rename", lambda book: rename_workbook(book, title))


def save(desk: Desk, disk: FaultyDisk, fault: int) -> int:
    """Save with a fault at an operation, 0 for none; returns how many operations there were."""
    disk.calls.clear()
    disk.fault = fault
    desk.window.do("save")
    desk.settle()
    done, disk.fault = len(disk.calls), 0
    return done


@pytest.mark.parametrize("once", [False, True])
def test_every_edit_is_held_and_saved_the_next_time(
    desk: Desk, disk: FaultyDisk, plan: Path, once: bool
) -> None:
    rename(desk, "First")
    errors = (OSError(errno.ENOSPC, "full"), OSError(errno.EIO, "broken"), in_use(32))
    disk.once = once
    for fault in range(1, save(desk, disk, 0) + 1):
        before, disk.error = open_workbook(plan, Disk()).workbook, errors[fault % len(errors)]
        after = rename_workbook(before, f"Title {fault}")
        rename(desk, f"Title {fault}")
        save(desk, disk, fault)
        work = desk.window.work
        assert work.workbook.title == f"Title {fault}"
        assert open_workbook(plan, Disk()).workbook in (before, after)
        if not work.session.is_saved:
            assert desk.window.banner.isVisible()
            rename(desk, f"Title {fault} again")
            save(desk, disk, 0)
        assert work.session.is_saved, fault
        assert open_workbook(plan, Disk()).workbook.title == work.workbook.title


def test_what_could_not_be_saved_anywhere_is_still_there(
    desk: Desk, disk: FaultyDisk, tmp_path: Path
) -> None:
    desk.window.work.begin(both())
    rename(desk, "New")
    desk.answers.path = tmp_path / "new.ilead"
    save(desk, disk, 1)
    assert not desk.answers.path.exists()
    assert desk.window.work.workbook.title == "New"
    save(desk, disk, 0)
    assert open_workbook(desk.answers.path, Disk()).workbook.title == "New"


def test_what_could_not_be_saved_is_saved_elsewhere(
    desk: Desk, disk: FaultyDisk, plan: Path, tmp_path: Path
) -> None:
    rename(desk, "After")
    disk.error = OSError(errno.ENOSPC, "full")
    save(desk, disk, 1)
    desk.answers.path = tmp_path / "elsewhere.ilead"
    (offer,) = desk.window.banner.offers
    offer.click()
    desk.settle()
    assert desk.window.work.path == desk.answers.path
    assert open_workbook(desk.answers.path, Disk()).workbook.title == "After"
    assert open_workbook(plan, Disk()).workbook == both()

"""Each operation on the disk fails with each error: no file is ever half, none is left over."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from disks import ERRORS, FaultyDisk, each_fault, in_use
from journals import SAVED, grown, looked, state
from wholeness import assert_whole_whatever_fails, contents, done
from workbooks import both

from ilead_studio.edits import rename_workbook
from ilead_studio.errors import FileError
from ilead_studio.storage.backups import keep
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.format import encode
from ilead_studio.storage.journal import SETTLED, Journal, put_away
from ilead_studio.storage.sealed import Sealed
from ilead_studio.storage.store import save_workbook, write_whole

OLD, NEW = both(), rename_workbook(both(), "New")
WHEN = datetime(2026, 11, 24, 16, 42, tzinfo=UTC)


@pytest.fixture
def here(tmp_path: Path) -> Path:
    made = tmp_path / "here"
    made.mkdir()
    return made


def test_saving(here: Path) -> None:
    path = here / "plan.ilead"
    stamp = save_workbook(OLD, path, Disk(), None)

    def save(disk: Disk) -> bool:
        return done(lambda: save_workbook(NEW, path, disk, stamp))

    assert assert_whole_whatever_fails(here, save) > 90


def test_saving_under_a_new_name(here: Path) -> None:
    path = here / "plan.ilead"
    assert_whole_whatever_fails(
        here, lambda disk: done(lambda: save_workbook(NEW, path, disk, None))
    )


def test_exporting(here: Path) -> None:
    path = here / "plan.pdf"
    path.write_bytes(b"old" * 99)
    assert_whole_whatever_fails(
        here, lambda disk: done(lambda: write_whole(path, b"new" * 88, disk))
    )


def test_keeping_a_small_file(here: Path) -> None:
    small = Sealed(here / "settings.json", Disk())
    small.write(b"old")

    def write(disk: Disk) -> bool:
        return done(lambda: Sealed(here / "settings.json", disk).write(b"new" * 99))

    assert_whole_whatever_fails(here, write)


def test_keeping_an_earlier_version(here: Path) -> None:
    keep(here, encode(OLD), WHEN, Disk())
    watching = FaultyDisk()
    keep(here / "other", encode(OLD), WHEN, Disk())
    keep(here / "other", encode(NEW), WHEN.replace(hour=17), watching)
    for number, disk in enumerate(each_fault(len(watching.calls))):
        folder = here / f"{number}"
        keep(folder, encode(OLD), WHEN, Disk())
        said = done(lambda at=folder, it=disk: keep(at, encode(NEW), WHEN.replace(hour=17), it))
        kept = {*contents(folder).values()}
        assert kept in ({encode(OLD)}, {encode(OLD), encode(NEW)})
        assert len(kept) == 2 or not said


def test_keeping_what_is_typed(here: Path) -> None:
    """What was said to be kept is found, or what came after it."""
    watching = FaultyDisk()
    kept_steps(here / "watching", watching)
    for number, disk in enumerate(each_fault(len(watching.calls))):
        last = kept_steps(here / f"{number}", disk)
        found = looked(here / f"{number}").found
        newest = max((grown().index(it.workbook) for it in found), default=0)
        assert newest >= last, (disk.fault, disk.error, disk.once)


def kept_steps(folder: Path, disk: Disk) -> int:
    """Keep one step after the other, as well as it goes; returns the last that was kept."""
    journal, last = Journal(folder, disk), 0
    for number, workbook in enumerate(grown()):
        if workbook is not SAVED and done(lambda it=workbook: journal.keep(state(it))):
            last = number
    journal.let_go()
    return last


def test_putting_a_journal_away(here: Path) -> None:
    """It is where it was, or where it is put; never nowhere."""
    for number, disk in enumerate(each_fault(8)):
        file = here / f"{number}" / "a.journal"
        file.parent.mkdir()
        file.write_bytes(b"words")
        done(lambda it=file, on=disk: put_away(it, SETTLED, on))
        assert [*contents(file.parent).values()] == [b"words"]


@pytest.mark.parametrize("number", [5, 32, 33])
def test_a_file_that_is_in_use_for_a_moment_is_waited_for(here: Path, number: int) -> None:
    class Busy(FaultyDisk):
        paused = 0.0

        def move(self, old: Path, new: Path) -> None:
            if self.paused < 1.0:
                raise in_use(number)
            super().move(old, new)

        def pause(self, seconds: float) -> None:
            self.paused += seconds

    save_workbook(OLD, here / "plan.ilead", Busy(), None)
    assert contents(here) == {"plan.ilead": encode(OLD)}


@pytest.mark.parametrize("name", ERRORS)
def test_each_error_has_a_sentence_without_machinery(here: Path, name: str) -> None:
    watching = FaultyDisk()
    save_workbook(OLD, here / "plan.ilead", watching, None)
    fault = watching.calls.index("write") + 1
    with pytest.raises(FileError, match=r"“plan\.ilead” was not written") as error:
        save_workbook(OLD, here / "plan.ilead", FaultyDisk(fault, ERRORS[name]), None)
    assert not any(it in str(error.value) for it in ("machinery", "Errno", "Error", name))

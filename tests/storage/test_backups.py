"""Earlier versions: the newest, then one a day, whole or not there at all."""

import errno
import ntpath
import os
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from disks import FaultyDisk
from workbooks import attendance, both

from ilead_studio.storage import backups
from ilead_studio.storage.backups import (
    DAYS,
    NEWEST,
    Version,
    backup_folder,
    keep,
    keep_replaced,
    kept_of,
)
from ilead_studio.storage.backups import versions as found
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.format import encode
from ilead_studio.storage.store import open_workbook

NOW = datetime(2026, 11, 24, 16, 42, tzinfo=UTC)
ONE, OTHER = encode(both()), encode(attendance())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return backup_folder(tmp_path, Path("/work/plan.ilead"))


def some(hours: range, size: int = 1) -> list[Version]:
    """Return versions of so many hours ago."""
    return [Version(Path(f"{it}"), NOW - timedelta(hours=it), size) for it in hours]


def test_versions_are_listed_the_newest_first_and_open(folder: Path) -> None:
    keep(folder, ONE, NOW - timedelta(hours=1), Disk())
    keep(folder, OTHER, NOW, Disk())
    newest, older = found(folder, Disk())
    assert (newest.when, older.when) == (NOW, NOW - timedelta(hours=1))
    assert open_workbook(newest.file, Disk()).workbook == attendance()
    assert open_workbook(older.file, Disk()).workbook == both()


def test_the_same_bytes_are_not_kept_twice(folder: Path) -> None:
    for _ in range(3):
        keep(folder, ONE, NOW, Disk())
    assert len(found(folder, Disk())) == 1


def test_two_files_have_two_folders(tmp_path: Path) -> None:
    assert backup_folder(tmp_path, Path("/a/plan")) != backup_folder(tmp_path, Path("/b/plan"))


def test_the_newest_stay_and_the_last_of_each_day() -> None:
    kept = kept_of(some(range(24 * 60)))
    assert kept[:NEWEST] == some(range(NEWEST))
    days = [it.when.date() for it in kept[NEWEST:]]
    assert len(days) == len(set(days))
    assert len(kept) <= NEWEST + DAYS + 1
    assert kept[-1].when >= NOW - timedelta(days=DAYS)


def test_they_take_no_more_room_than_they_may_and_the_newest_always_stays() -> None:
    third = backups.ROOM // 3
    assert kept_of(some(range(5), third)) == some(range(3), third)
    assert kept_of(some(range(5), backups.ROOM * 2)) == some(range(1), backups.ROOM * 2)
    assert kept_of([]) == []


def test_what_goes_is_gone_from_the_disk(folder: Path) -> None:
    for number in range(NEWEST + 5):
        keep(folder, ONE + b" " * number, NOW + timedelta(minutes=number), Disk())
    assert len([*folder.iterdir()]) == NEWEST


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES])
def test_whatever_operation_fails_no_version_is_lost_or_half(folder: Path, code: int) -> None:
    keep(folder, ONE, NOW, Disk())
    watching = FaultyDisk()
    later = NOW + timedelta(hours=1)
    keep(folder, OTHER, later, watching)
    for fault in range(1, len(watching.calls) + 1):
        for it in found(folder, Disk())[:-1]:
            it.file.unlink()
        disk = FaultyDisk(fault, code)
        with suppress(OSError):
            keep(folder, OTHER, later, disk)
        datas = [it.file.read_bytes() for it in found(folder, Disk())]
        assert datas in ([ONE], [OTHER, ONE])
        assert not [*folder.glob("*.tmp")]


def test_other_files_in_the_folder_are_no_versions(folder: Path) -> None:
    keep(folder, ONE, NOW, Disk())
    (folder / "notes.ilead").write_bytes(b"x")
    (folder / "20261124T164200000000-abc.tmp").write_bytes(b"x")
    assert len(found(folder, Disk())) == 1


def test_what_was_only_typed_is_told_from_what_was_saved(folder: Path) -> None:
    keep(folder, ONE, NOW - timedelta(hours=1), Disk())
    keep(folder, OTHER, NOW, Disk(), was_typed=True)
    assert [it.was_typed for it in found(folder, Disk())] == [True, False]


def test_where_letters_are_alike_a_file_has_one_folder_however_it_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = tmp_path / "Plan.ilead", tmp_path / "plan.ILEAD"
    assert len({backup_folder(tmp_path, it) for it in names}) == 2
    monkeypatch.setattr(os.path, "normcase", ntpath.normcase)
    assert len({backup_folder(tmp_path, it) for it in names}) == 1


def test_a_clock_that_was_wrong_for_a_while_costs_no_later_version(folder: Path) -> None:
    for number in range(NEWEST + 5):
        keep(folder, ONE + b" " * number, NOW.replace(year=2036, minute=number), Disk())
    keep(folder, OTHER, NOW, Disk())
    keep(folder, ONE, NOW + timedelta(minutes=1), Disk())
    kept = [it.file.read_bytes() for it in found(folder, Disk()) if it.when.year == NOW.year]
    assert kept == [ONE, OTHER]


def test_what_was_typed_long_ago_and_left_out_now_is_there(folder: Path) -> None:
    for number in range(NEWEST + 5):
        keep(folder, ONE + b" " * number, NOW + timedelta(minutes=number), Disk())
    keep(folder, OTHER, NOW - timedelta(days=90), Disk(), was_typed=True)
    keep(folder, ONE, NOW + timedelta(hours=1), Disk())
    assert [it.when for it in found(folder, Disk()) if it.was_typed] == [NOW - timedelta(days=90)]


def test_versions_of_a_former_program_are_older_than_the_next(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "20261124T164200000000-typed-abc123.ilead").write_bytes(ONE)
    (folder / "20261124T164100000000-abc124.ilead").write_bytes(ONE)
    keep(folder, OTHER, NOW - timedelta(days=1), Disk())
    assert [(it.was_typed, it.turn) for it in found(folder, Disk())] == [
        (True, 0), (False, 0), (False, 1),
    ]  # fmt: skip


def test_what_a_file_holds_is_kept_before_another_takes_its_place(tmp_path: Path) -> None:
    plan = tmp_path / "plan.ilead"
    keep_replaced(tmp_path, plan, Disk())
    assert not found(backup_folder(tmp_path, plan), Disk())
    plan.write_bytes(ONE)
    keep_replaced(tmp_path, plan, Disk())
    (version,) = found(backup_folder(tmp_path, plan), Disk())
    assert version.file.read_bytes() == ONE
    assert version.when.timestamp() == pytest.approx(plan.stat().st_mtime)

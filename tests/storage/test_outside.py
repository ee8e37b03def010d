"""What somebody else did to an open file is found out, and nothing else is taken for it."""

import os
from pathlib import Path

import pytest
from disks import FaultyDisk
from workbooks import attendance, both

from ilead_studio.storage.disk import Disk
from ilead_studio.storage.format import encode
from ilead_studio.storage.outside import Watch
from ilead_studio.storage.store import Stamp, save_workbook


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "plan.ilead"


@pytest.fixture
def stamp(path: Path) -> Stamp:
    return save_workbook(both(), path, Disk(), None)


def test_a_file_as_it_was_is_read_once(path: Path, stamp: Stamp) -> None:
    disk = FaultyDisk()
    watch = Watch(disk)
    assert [watch.happened(path, stamp) for _ in range(3)] == ["nothing"] * 3
    assert disk.calls.count("read") == 1


def test_a_file_that_was_only_touched_is_as_it_was(path: Path, stamp: Stamp) -> None:
    os.utime(path, (1, 1))
    assert Watch(Disk()).happened(path, stamp) == "nothing"


def test_a_change_with_the_time_set_back_is_a_change(path: Path, stamp: Stamp) -> None:
    watch = Watch(Disk())
    assert watch.happened(path, stamp) == "nothing"
    known, theirs = path.stat(), bytearray(path.read_bytes())
    theirs[-20] ^= 1
    path.write_bytes(theirs)
    os.utime(path, ns=(known.st_atime_ns, known.st_mtime_ns))
    assert watch.happened(path, stamp) == "changed"


def test_another_file_in_its_place_is_a_change(path: Path, stamp: Stamp) -> None:
    other = path.with_name("other")
    other.write_bytes(encode(attendance()))
    other.replace(path)
    assert Watch(Disk()).happened(path, stamp) == "changed"


def test_a_file_that_was_renamed_is_found_again(path: Path, stamp: Stamp) -> None:
    watch, new = Watch(Disk()), path.with_name("renamed.ilead")
    path.rename(new)
    assert watch.happened(path, stamp) == "gone"
    assert watch.moved_to(path, stamp) == new
    new.write_bytes(encode(attendance()))
    assert watch.moved_to(path, stamp) is None


def test_a_copy_beside_it_is_not_taken_for_a_renamed_file(path: Path, stamp: Stamp) -> None:
    copy = path.with_name("a copy.ilead")
    copy.write_bytes(stamp.data)
    path.rename(path.with_name("renamed.ilead"))
    assert Watch(Disk()).moved_to(path, stamp) == path.with_name("renamed.ilead")


def test_of_two_copies_none_is_said_to_be_the_file(path: Path, stamp: Stamp) -> None:
    for name in ("a copy.ilead", "other copy.ilead"):
        path.with_name(name).write_bytes(stamp.data)
    path.unlink()
    assert Watch(Disk()).moved_to(path, stamp) is None


def test_a_folder_in_its_place_is_no_file(path: Path, stamp: Stamp) -> None:
    path.unlink()
    path.mkdir()
    assert Watch(Disk()).happened(path, stamp) == "gone"


def test_what_cannot_be_read_now_is_left_in_peace(path: Path, stamp: Stamp) -> None:
    assert Watch(FaultyDisk(1)).happened(path, stamp) == "nothing"


def test_what_cannot_be_read_beside_a_file_that_moved_hides_it_from_nobody(
    path: Path, stamp: Stamp
) -> None:
    new = path.with_name("renamed.ilead")
    path.rename(new)
    path.with_name("a link to nothing.ilead").symlink_to(path.with_name("nothing"))
    assert Watch(Disk()).moved_to(path, stamp) == new

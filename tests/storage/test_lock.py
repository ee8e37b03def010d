"""The lock: it says who has a workbook open, and never keeps anybody from working."""

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest
from disks import FaultyDisk

from ilead_studio.storage.disk import Disk
from ilead_studio.storage.lock import Holder, Lock, lock_file, take

SINCE = datetime(2026, 11, 24, 9, 58, tzinfo=UTC)
ANNA = Holder("office-pc", "anna", SINCE)
BEN = Holder("laptop", "ben", SINCE)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "plan.ilead"


def taken(path: Path, who: Holder, *, anyway: bool = False) -> Lock:
    lock = take(path, who, Disk(), anyway=anyway)
    assert isinstance(lock, Lock)
    return lock


def test_the_second_one_is_told_who_has_it(path: Path) -> None:
    lock = taken(path, ANNA)
    for second in (ANNA, BEN):
        assert take(path, second, Disk()) == ANNA
    lock.give_back(Disk())
    taken(path, BEN).give_back(Disk())
    assert not lock_file(path).exists()


def test_a_lock_whose_program_was_killed_is_taken_over_on_its_own_computer(path: Path) -> None:
    os.close(taken(path, ANNA).descriptor)
    assert take(path, BEN, Disk()) == ANNA  # on another computer nobody can know
    taken(path, ANNA).give_back(Disk())


def test_somebody_who_knows_better_takes_it(path: Path) -> None:
    os.close(taken(path, ANNA).descriptor)
    lock = taken(path, BEN, anyway=True)
    assert take(path, ANNA, Disk()) == BEN
    lock.give_back(Disk())


def test_who_gives_a_lock_back_leaves_that_of_somebody_who_took_it_over(path: Path) -> None:
    first = taken(path, ANNA)
    second = taken(path, BEN, anyway=True)
    first.give_back(Disk())
    assert take(path, ANNA, Disk()) == BEN
    second.give_back(Disk())
    assert not lock_file(path).exists()


def test_a_damaged_lock_is_told_and_names_nobody(path: Path) -> None:
    lock = taken(path, ANNA)
    data = lock.file.read_bytes()
    os.close(lock.descriptor)
    for bad in (b"", b"\0" * 40, data[:20], b"[1]", b"{}", b"x" * 9_000):
        lock.file.write_bytes(bad)
        assert take(path, BEN, Disk()) == Holder()
    for bit in range(len(data) * 8):
        flipped = bytearray(data)
        flipped[bit // 8] ^= 1 << bit % 8
        lock.file.write_bytes(flipped)
        assert isinstance(take(path, BEN, Disk()), Holder)


def test_where_no_lock_can_be_left_nobody_is_kept_from_working(path: Path) -> None:
    assert take(path.parent / "gone" / "plan.ilead", ANNA, Disk()) is None
    watching = FaultyDisk()
    lock = take(path, ANNA, watching)
    assert isinstance(lock, Lock)
    lock.give_back(Disk())
    for fault in range(1, len(watching.calls) + 1):
        assert take(path, ANNA, FaultyDisk(fault)) is None
        assert [it.name for it in path.parent.iterdir() if it.name != "home"] == []


def test_the_name_of_a_lock_is_short(tmp_path: Path) -> None:
    assert len(lock_file(tmp_path / ("x" * 250)).name) < 40

"""Hidden files of saves that were killed go; those of a save that is under way stay."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from disks import FaultyDisk

from ilead_studio.storage.disk import Disk
from ilead_studio.storage.leftovers import OLD, in_place_of, sweep


def hidden(target: Path) -> Path:
    """Return a name under which something was to take a file's place, and was not written."""
    with pytest.raises(KeyboardInterrupt), in_place_of(target, Disk()) as new:
        raise KeyboardInterrupt
    return new


def test_old_leftovers_go_and_everything_else_stays(tmp_path: Path) -> None:
    now = datetime.now(UTC)
    old, fresh = hidden(tmp_path / ("x" * 250)), hidden(tmp_path / "plan.ilead")
    others = [tmp_path / name for name in (".ilead-notes", "mine.tmp", "plan.ilead")]
    for it in (old, fresh, *others):
        it.write_bytes(b"x")
    long_ago = (now - timedelta(seconds=OLD + 1)).timestamp()
    for it in (old, *others):
        os.utime(it, (long_ago, long_ago))
    sweep(tmp_path, now, FaultyDisk(1))
    assert old.exists()
    sweep(tmp_path, now, Disk())
    assert not old.exists()
    assert all(it.exists() for it in (fresh, *others))


def test_a_folder_that_has_gone_is_no_trouble(tmp_path: Path) -> None:
    sweep(tmp_path / "gone", datetime.now(UTC), Disk())

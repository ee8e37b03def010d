"""Whatever fails while something is written: each file is the old one or the new one."""

from collections.abc import Callable, Iterable
from pathlib import Path

from disks import FaultyDisk, each_fault

from ilead_studio.errors import StudioError
from ilead_studio.storage.disk import Disk

Write = Callable[[Disk], bool]
"""Writes something; tells whether it said that it was done."""
Faults = Callable[[int], Iterable[FaultyDisk]]
"""Gives disks that fail, for so many operations."""


def done(write: Callable[[], object]) -> bool:
    """Write something; tells whether it was not refused."""
    try:
        write()
    except (StudioError, OSError):
        return False
    return True


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file in a folder and below."""
    files = (it for it in folder.rglob("*") if it.is_file())
    return {str(it.relative_to(folder)): it.read_bytes() for it in files}


def put_back(folder: Path, before: dict[str, bytes]) -> None:
    """Let a folder hold these files again, and no others."""
    for name, data in contents(folder).items():
        if data != before.get(name):
            (folder / name).unlink()
    for name, data in before.items():
        (folder / name).write_bytes(data)


def assert_whole_whatever_fails(folder: Path, write: Write, faults: Faults = each_fault) -> int:
    """Write with errors at each operation; returns how many times it was."""
    before, watching, number = contents(folder), FaultyDisk(), 0
    assert write(watching)
    after = contents(folder)
    assert after != before
    for number, disk in enumerate(faults(len(watching.calls)), 1):  # noqa: B007 - counted
        put_back(folder, before)
        said = write(disk)
        now = contents(folder)
        whole = [now.get(name) in (before.get(name), after.get(name)) for name in before | after]
        assert all(whole), (disk.fault, disk.error)
        assert now.keys() <= before.keys() | after.keys(), (disk.fault, disk.error)
        assert now == after or not said, (disk.fault, disk.error)
    return number

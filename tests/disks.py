"""Disks that fail where a test wants them to."""

import errno
import os
from collections.abc import Iterator
from itertools import cycle, product
from pathlib import Path
from threading import Event
from typing import Final

from ilead_studio.storage.disk import Disk


def in_use(number: int) -> OSError:
    """Return what Windows raises when a file is refused or somebody holds it (5, 32, 33)."""
    error = PermissionError(errno.EACCES, "machinery")
    error.winerror = number  # type: ignore[attr-defined]  # there on Windows only
    return error


CODES: Final = (
    errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EDQUOT, errno.EINTR,
)  # fmt: skip
ERRORS: Final = {
    **{errno.errorcode[code]: OSError(code, os.strerror(code)) for code in CODES},
    **{f"WinError {number}": in_use(number) for number in (5, 32, 33)},
}
"""What a system may raise, by name."""


class FaultyDisk(Disk):
    """The real disk, whose n-th operation (from 1) fails with a system error, and all after it.

    ``calls`` counts the operations; ``fault`` 0 never fails; ``once`` lets those after it work.
    Half of what is to be written then is written. Removing a file keeps working unless
    ``even_unlink``.
    """

    def __init__(
        self,
        fault: int = 0,
        error: int | OSError = errno.EIO,
        *,
        even_unlink: bool = False,
        once: bool = False,
    ) -> None:
        self.fault, self.even_unlink, self.once = fault, even_unlink, once
        self.error = error if isinstance(error, OSError) else OSError(error, os.strerror(error))
        self.calls: list[str] = []

    @property
    def fails(self) -> bool:
        """Whether the operation that was counted last fails."""
        count = len(self.calls)
        return 0 < self.fault <= count and not (self.once and count > self.fault)

    def _call(self, name: str) -> None:
        self.calls.append(name)
        if self.fails:
            raise self.error

    def real(self, path: Path) -> Path:
        self._call("real")
        return super().real(path)

    def stat(self, path: Path) -> os.stat_result:
        self._call("stat")
        return super().stat(path)

    def read(self, path: Path, limit: int) -> bytes:
        self._call("read")
        return super().read(path, limit)

    def read_start(self, path: Path, most: int) -> bytes:
        self._call("read_start")
        return super().read_start(path, most)

    def write(self, descriptor: int, data: memoryview) -> int:
        self.calls.append("write")
        if self.fails:
            super().write(descriptor, data[: len(data) // 2])
            raise self.error
        return super().write(descriptor, data)

    def sync(self, descriptor: int) -> None:
        self._call("sync")
        super().sync(descriptor)

    def move(self, old: Path, new: Path) -> None:
        self._call("replace")
        super().move(old, new)

    def pause(self, seconds: float) -> None:
        """Wait for nobody: a test has no time."""

    def unlink(self, path: Path) -> None:
        if self.even_unlink:
            self._call("unlink")
        super().unlink(path)

    def sync_folder(self, path: Path) -> None:
        self._call("sync_folder")
        super().sync_folder(path)

    def create(self, path: Path, mode: int = 0o600) -> int:
        self._call("create")
        return super().create(path, mode)

    def make_folder(self, path: Path) -> None:
        self._call("make_folder")
        super().make_folder(path)

    def names(self, folder: Path) -> list[str]:
        self._call("names")
        return super().names(folder)


def each_fault(calls: int) -> Iterator[FaultyDisk]:
    """Give a disk for every operation of so many and every error, by turns once and for good."""
    for fault, (at, error) in product(range(1, calls + 1), enumerate(ERRORS.values())):
        yield FaultyDisk(fault, error, once=(fault + at) % 2 == 0)


def each_operation(calls: int) -> Iterator[FaultyDisk]:
    """Give a disk for every operation of so many, with one error after the other."""
    for fault, error in zip(range(1, calls + 1), cycle(ERRORS.values()), strict=False):
        yield FaultyDisk(fault, error)


class RefusingDisk(Disk):
    """A disk on which one operation always fails with one error."""

    def __init__(self, operation: str, error: OSError) -> None:
        self.operation, self.error = operation, error

    def _refuse(self, operation: str) -> None:
        if operation == self.operation:
            raise self.error

    def read(self, path: Path, limit: int) -> bytes:
        self._refuse("read")
        return super().read(path, limit)

    def write(self, descriptor: int, data: memoryview) -> int:
        self._refuse("write")
        return super().write(descriptor, data)

    def replace(self, old: Path, new: Path) -> None:
        self._refuse("replace")
        super().replace(old, new)

    def sync_folder(self, path: Path) -> None:
        self._refuse("sync_folder")
        super().sync_folder(path)


class SlowDisk(Disk):
    """A disk that takes at most seven bytes at a time, as one that is nearly full does."""

    def write(self, descriptor: int, data: memoryview) -> int:
        return super().write(descriptor, data[:7])


class ForgetfulDisk(Disk):
    """A disk that says it wrote everything and loses the last byte."""

    def write(self, descriptor: int, data: memoryview) -> int:
        super().write(descriptor, data[:-1])
        return len(data)


class StubbornDisk(Disk):
    """A disk of Windows: what somebody has open can be neither moved nor removed."""

    def __init__(self) -> None:
        self._open: dict[int, Path] = {}

    def claim(self, path: Path) -> int | None:
        descriptor = super().claim(path)
        if descriptor is not None:
            self._open[descriptor] = path
        return descriptor

    def _refuse_open(self, path: Path) -> None:
        if any(file == path and is_open(descriptor) for descriptor, file in self._open.items()):
            raise in_use(32)

    def move(self, old: Path, new: Path) -> None:
        self._refuse_open(old)
        super().move(old, new)

    def unlink(self, path: Path) -> None:
        self._refuse_open(path)
        super().unlink(path)

    def pause(self, seconds: float) -> None:
        """Nobody lets go meanwhile."""


def is_open(descriptor: int) -> bool:
    """Tell whether a descriptor is open; one that was given anew counts too."""
    try:
        os.fstat(descriptor)
    except OSError:
        return False
    return True


class HeldDisk(Disk):
    """A disk on which saves wait until ``go`` is set, and reads of a file until ``may_read`` is.

    ``trouble`` is how a save fails after that; ``writes`` is set once one is about to wait.
    """

    def __init__(self) -> None:
        self.go, self.may_read, self.writes = Event(), Event(), Event()
        self.go.set()
        self.may_read.set()
        self.trouble: OSError | None = None

    def read(self, path: Path, limit: int) -> bytes:
        self.may_read.wait(20)
        return super().read(path, limit)

    def write_new(self, path: Path, data: bytes, mode: int | None) -> None:
        self.writes.set()
        self.go.wait(20)
        if self.trouble is not None:
            raise self.trouble
        super().write_new(path, data, mode)

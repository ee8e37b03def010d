"""The few operations on files that everything goes through, so that faults can be put in."""

import errno
import os
import stat
import sys
import time
from pathlib import Path
from typing import Final

from ilead_studio.storage.access import Access, give

_RETRIES: Final = 7
"""Tries again after 0.05, 0.1 … 0.8, 1 and 1 seconds: a virus scanner holds a file that long."""
_IN_USE: Final = frozenset({5, 32, 33})
"""Windows: access denied, sharing violation, lock violation."""
_BINARY: Final = getattr(os, "O_BINARY", 0)


if sys.platform == "win32":
    import msvcrt

    _FAR: Final = 0x7FFF_0000
    """Windows locks bytes against reading, so one is locked that no journal has."""

    def _hold(descriptor: int) -> None:
        at = os.lseek(descriptor, 0, os.SEEK_CUR)
        try:
            os.lseek(descriptor, _FAR, os.SEEK_SET)
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        finally:
            os.lseek(descriptor, at, os.SEEK_SET)

else:
    import fcntl

    def _hold(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


class Disk:
    """The real disk. A test hands in a subclass that fails where it wants to.

    Every method raises OSError as the system does.
    """

    def real(self, path: Path) -> Path:
        """Return the absolute path with every link followed; what it names need not be there."""
        return Path(os.path.realpath(path))

    def stat(self, path: Path) -> os.stat_result:
        """Return what the system says about a file."""
        return path.stat()

    def read(self, path: Path, limit: int) -> bytes:
        """Return all bytes of an ordinary file.

        Raises:
            OSError: EFBIG if it has more than ``limit`` bytes (found before reading them), EISDIR
                for a folder, EINVAL for a device or a pipe, which might never end.
        """
        known = self.stat(path)
        if stat.S_ISDIR(known.st_mode):
            raise OSError(errno.EISDIR, os.strerror(errno.EISDIR))
        if not stat.S_ISREG(known.st_mode):
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        if known.st_size > limit:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
        with path.open("rb") as file:
            data = file.read(known.st_size + 1)
            if len(data) > known.st_size:  # it has grown meanwhile
                data += file.read(limit)
        if len(data) > limit:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))
        return data

    def read_start(self, path: Path, most: int) -> bytes:
        """Return the first ``most`` bytes of an ordinary file; none of anything else."""
        if not stat.S_ISREG(self.stat(path).st_mode):
            return b""
        with path.open("rb") as file:
            return file.read(most)

    def write_new(self, path: Path, data: bytes, access: Access | None) -> None:
        """Write a file that must not be there yet, fully and down to the disk.

        ``access`` tells whose it is; None leaves that to the system's habit.
        """
        descriptor = self.create(path, 0o666 if access is None else 0o600)
        try:
            self.write_all(descriptor, data)
            if access is not None:
                give(descriptor, access)
            self.sync(descriptor)
        finally:
            os.close(descriptor)

    def create(self, path: Path, mode: int = 0o600) -> int:
        """Make a file that must not be there yet, and return its open descriptor."""
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, mode)

    def write_all(self, descriptor: int, data: bytes) -> None:
        """Write all bytes, however few the disk takes at a time."""
        rest = memoryview(data)
        while rest:
            rest = rest[self.write(descriptor, rest) :]

    def write(self, descriptor: int, data: memoryview) -> int:
        """Write some bytes and return how many; a nearly full disk takes fewer than given."""
        return os.write(descriptor, data)

    def sync(self, descriptor: int) -> None:
        """Wait until a file's bytes are on the disk itself."""
        os.fsync(descriptor)

    def replace(self, old: Path, new: Path) -> None:
        """Put one file in the place of another in a single step; one in use is waited for."""
        for pause in (0.05 * 2**turn for turn in range(_RETRIES)):
            try:
                self.move(old, new)
            except PermissionError as error:
                if getattr(error, "winerror", 0) not in _IN_USE:
                    raise
                self.pause(min(pause, 1.0))
            else:
                return
        self.move(old, new)

    def move(self, old: Path, new: Path) -> None:
        """Put one file in the place of another, once."""
        old.replace(new)

    def pause(self, seconds: float) -> None:
        """Wait for another program."""
        time.sleep(seconds)

    def unlink(self, path: Path) -> None:
        """Remove a file."""
        path.unlink()

    def make_folder(self, path: Path) -> None:
        """Make a folder of the user's own, with all above it, where there is none.

        They are on the disk then: a file is no safer than the folders that it is in.
        """
        missing = [it for it in (path, *path.parents) if not it.is_dir()]
        for folder in reversed(missing):
            self.make_one_folder(folder)
            self.sync_folder(folder.parent)

    def make_one_folder(self, path: Path) -> None:
        """Make a folder in one that is there."""
        path.mkdir(mode=0o700, exist_ok=True)

    def names(self, folder: Path) -> list[str]:
        """Name what lies in a folder, in order."""
        return sorted(os.listdir(folder))

    def claim(self, path: Path) -> int | None:
        """Open a file and hold it; None when somebody holds it who still lives.

        The system lets go when the descriptor is closed, or its process ends, however it ends.
        """
        descriptor = os.open(path, os.O_RDWR | _BINARY)
        if self.hold(descriptor):
            return descriptor
        os.close(descriptor)
        return None

    def hold(self, descriptor: int) -> bool:
        """Hold an open file against every other descriptor; tells whether nobody else has it."""
        try:
            _hold(descriptor)
        except OSError as error:
            return error.errno not in (errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK)
        return True

    def sync_folder(self, path: Path) -> None:
        """Wait until a folder's names are on the disk, where the system can do that."""
        if os.name == "nt":
            return
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        except OSError as error:
            if error.errno not in (errno.EINVAL, errno.ENOTSUP):
                raise
        finally:
            os.close(descriptor)

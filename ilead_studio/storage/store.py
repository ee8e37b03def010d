"""Opens and saves a workbook file; whatever happens, a whole one is on the disk.

Saving: the bytes are read back and compared before anything is written; a file that another
program changed is not overwritten; the new file is written beside the old one, brought down to the
disk, read again, and only then takes its place in one step.
"""

import errno
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from ilead_studio.errors import ChangedOutside, Damaged, FileError, TooNew
from ilead_studio.model import Workbook
from ilead_studio.storage import format as file_format
from ilead_studio.storage.access import Access, access_of
from ilead_studio.storage.backups import backup_folder, versions
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.leftovers import in_place_of
from ilead_studio.storage.refusals import (
    LARGEST,
    misread,
    protected,
    shown,
    unconfirmed,
    unreadable,
    unwritten,
)
from ilead_studio.words import say

SUFFIX: Final = ".ilead"
_WRITE: Final = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
_HEADER_ROOM: Final = 4096


@dataclass(frozen=True, slots=True)
class Stamp:
    """By what a file is known again: its time (ns), size (bytes), number, and all it says."""

    changed: int
    size: int
    number: int
    data: bytes = field(repr=False)


class Unconfirmed(FileError):
    """The new file is there, but may not outlast a power failure yet; ``stamp`` is its own."""

    def __init__(self, sentence: str, stamp: Stamp) -> None:
        super().__init__(sentence)
        self.stamp = stamp


@dataclass(frozen=True, slots=True)
class Opened:
    """A workbook with the file it came from, and what there is to say about that file.

    ``notice`` is empty when all is well. A ``read_only`` one was made by a newer program and is
    never saved over.
    """

    workbook: Workbook
    path: Path
    stamp: Stamp
    notice: str = ""
    read_only: bool = False


def open_workbook(path: Path, disk: Disk, state: Path | None = None) -> Opened:
    """Read and check a workbook file.

    A refusal names the newest earlier version that is whole, of those in the program's own folder,
    ``state``; not so where the file is only too new.

    Raises:
        FileError: if it cannot be read, is damaged, too new, or something else altogether.
    """
    try:
        return _opened(path, disk)
    except TooNew:
        raise
    except FileError as error:
        if advised := _with_advice(error, path, disk, state):
            raise advised from error
        raise


def _opened(path: Path, disk: Disk) -> Opened:
    try:
        known = disk.stat(path)
        data = disk.read(path, LARGEST)
    except (OSError, ValueError) as error:
        raise unreadable(error, path) from error
    decoded = file_format.decode(data, shown(path))
    return Opened(decoded.workbook, path, _stamp(known, data), decoded.notice, decoded.read_only)


def _with_advice(error: FileError, path: Path, disk: Disk, state: Path | None) -> FileError | None:
    """Return a refusal with what can be opened in the place of the file; None if nothing can."""
    for version in versions(backup_folder(state, path), disk) if state else ():
        with suppress(FileError):
            _opened(version.file, disk)
            when = f"{version.when.astimezone():%Y-%m-%d %H:%M}"
            words = say("{refusal} Its version of {when} is whole.", refusal=error, when=when)
            return type(error)(words, version.file)
    if not isinstance(error, Damaged):
        return None
    return Damaged(say("{damaged} Look for an older copy of it, in your mail or in your backups.",
                       damaged=error))  # fmt: skip


def read_bytes(path: Path, limit: int, disk: Disk) -> bytes:
    """Return all bytes of any other file.

    Raises:
        FileError: if it cannot be read, or has more than ``limit`` bytes.
    """
    try:
        return disk.read(path, limit)
    except (OSError, ValueError) as error:
        raise unreadable(error, path) from error


def save_workbook(
    workbook: Workbook,
    path: Path,
    disk: Disk,
    stamp: Stamp | None,
    replace_existing: bool = True,
) -> Stamp:
    """Write a workbook to its file and return the stamp to give with the next save.

    ``stamp`` is that of the last open or save; None writes over whatever is there, and is refused
    when something is there and ``replace_existing`` is false.

    Raises:
        ChangedOutside: if another program changed the file, or took it away.
        TooNew: if the file there belongs to a newer program.
        Unconfirmed: if it was written, but the disk did not confirm it.
        FileError: if it could not be written; what was there before is whole.
    """
    data = _checked_bytes(workbook, path)

    def refuse(target: Path) -> None:
        _refuse_newer(target, disk)
        if stamp is not None:
            _refuse_changed(target, stamp, disk)
        elif not replace_existing:
            _refuse_existing(target, disk)

    return _put(path, data, disk, refuse)


def write_whole(path: Path, data: bytes, disk: Disk, replace_existing: bool = True) -> None:
    """Write an exported file as safely as a workbook: wholly, or not at all.

    Raises:
        FileError: if it could not be written; what was there before is whole.
    """

    def refuse(target: Path) -> None:
        if not replace_existing:
            _refuse_existing(target, disk)

    _put(path, data, disk, refuse)


def refuse_existing(path: Path, disk: Disk) -> None:
    """Refuse a name that is taken, before any work is done for it.

    Raises:
        FileError: if something has that name already.
    """
    try:
        _refuse_existing(disk.real(path), disk)
    except (OSError, ValueError) as error:
        raise unwritten(error, path) from error


def is_same(path: Path, other: Path, disk: Disk) -> bool:
    """Tell whether two names lead to the same file.

    Raises:
        FileError: if the disk cannot tell.
    """
    try:
        return disk.real(path) == disk.real(other)
    except (OSError, ValueError) as error:
        raise unreadable(error, path) from error


def _checked_bytes(workbook: Workbook, path: Path) -> bytes:
    """Return the file's bytes after reading them back: what cannot be opened is not written."""
    try:
        return file_format.read_back(workbook, shown(path))
    except (FileError, ValueError) as error:
        raise _unsaved(path) from error


def _unsaved(path: Path) -> FileError:
    return FileError(
        say(
            "“{name}” was not saved, because it could not be opened again as it is now. What was"
            " there before is unchanged. Undo the last step, then save.",
            name=shown(path),
        )
    )


def _put(path: Path, data: bytes, disk: Disk, refuse: Callable[[Path], None]) -> Stamp:
    """Write bytes beside a file and let them take its place; links keep leading to it."""
    try:
        target = disk.real(path)
        refuse(target)
        access = _access(target, disk)
        with in_place_of(target, disk) as new:
            stamp = _written(new, data, access, disk, path)
            refuse(target)
    except (OSError, ValueError) as error:
        raise unwritten(error, path) from error
    try:
        disk.sync_folder(target.parent)
    except OSError as error:
        raise Unconfirmed(unconfirmed(path), stamp) from error
    return stamp


def _access(target: Path, disk: Disk) -> Access | None:
    """Return who may use the file that will be replaced; None when there is none.

    Raises:
        OSError: for a folder, a device or a pipe, whose place no file may take.
        FileError: for a file that somebody has protected: in one step another could take its
            place all the same, as for that the system asks only its folder.
    """
    try:
        known = disk.stat(target)
    except FileNotFoundError:
        return None
    if stat.S_ISDIR(known.st_mode):
        raise OSError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not stat.S_ISREG(known.st_mode):
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
    if not known.st_mode & _WRITE:
        raise protected(target)
    return access_of(target, known)


def _written(new: Path, data: bytes, access: Access | None, disk: Disk, path: Path) -> Stamp:
    disk.write_new(new, data, access)
    if disk.read(new, len(data)) != data:
        raise misread(path)
    return _stamp(disk.stat(new), data)


def _stamp(known: os.stat_result, data: bytes) -> Stamp:
    return Stamp(known.st_mtime_ns, known.st_size, known.st_ino, data)


def _refuse_existing(target: Path, disk: Disk) -> None:
    with suppress(FileNotFoundError):
        disk.stat(target)
        raise FileError(
            say(
                "There is a file “{name}” already. It was not changed. Choose another name.",
                name=shown(target),
            )
        )


def _refuse_changed(target: Path, stamp: Stamp, disk: Disk) -> None:
    """Compare what is on the disk with what was read or written last, by all that it says.

    Its time and size may be the same: some programs that synchronise files set the time back.
    """
    try:
        is_same = disk.read(target, LARGEST) == stamp.data
    except FileNotFoundError as error:
        raise ChangedOutside(
            say(
                "“{name}” is no longer where it was, and nothing was written. Save it under a name"
                " of your choice.",
                name=shown(target),
            )
        ) from error
    if not is_same:
        raise ChangedOutside(
            say(
                "Another program changed “{name}” meanwhile. That file was left as it is. Save"
                " yours under another name, then compare the two.",
                name=shown(target),
            )
        )


def _refuse_newer(target: Path, disk: Disk) -> None:
    """Refuse to replace a file of a newer program, which may hold what this one cannot keep."""
    try:
        beginning = disk.read_start(target, _HEADER_ROOM)
    except OSError:
        return  # nothing there that can be read; the later steps say what is wrong
    header = file_format.first_line(beginning)
    if header is not None and header.is_newer:
        raise TooNew(
            say(
                "“{name}” belongs to a newer iLEAD Studio and was left as it is. Save yours under"
                " another name.",
                name=shown(target),
            )
        )

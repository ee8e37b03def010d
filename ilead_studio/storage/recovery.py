"""Finds what was typed and never saved: journals that nobody alive is writing."""

import errno
import json
import os
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Final, NamedTuple
from urllib.parse import unquote_to_bytes

from ilead_studio.errors import Damaged, FileError, TooNew
from ilead_studio.model import Workbook, faults
from ilead_studio.storage import format as file_format
from ilead_studio.storage.chain import Chain, read_chain
from ilead_studio.storage.delta import apply
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.journal import SETTLED, SUFFIX, UNREAD, VERSION, put_away
from ilead_studio.storage.migrations import migrated
from ilead_studio.storage.refusals import LARGEST, shown
from ilead_studio.storage.strict_json import parsed
from ilead_studio.words import say

MOST: Final = 20
"""Workbooks that are offered at once, so that it takes no second, and few files are held open."""
_LARGEST: Final = 2 * LARGEST
_NO_JOURNAL: Final = (errno.EFBIG, errno.EINVAL, errno.EISDIR)
"""What tells of a file, not of the disk: too large, or none at all."""


class Beside(NamedTuple):
    """The file of what was found: whether it says the same as then, its time (s), its bytes."""

    is_same: bool
    changed: float
    size: int


@dataclass(slots=True)
class Found:
    """What was typed and never saved, beside what was saved; held until somebody has chosen.

    ``path`` is the file it belongs to, ``data`` what that file held, ``when`` the last change;
    ``is_cut`` tells that its end could not be read, ``replaces`` names the journals that it holds
    all of. ``beside`` tells of the file when it was last looked at; None when it was not there.
    """

    path: Path | None
    data: bytes = field(repr=False)
    saved: Workbook
    workbook: Workbook
    when: datetime
    is_cut: bool
    replaces: frozenset[str] = frozenset()
    files: tuple[Path, ...] = ()
    held: tuple[int, ...] = ()
    beside: Beside | None = None

    def look_beside(self, disk: Disk) -> Beside | None:
        """Return what its file is now; None when it is not there."""
        with suppress(OSError, ValueError):
            if self.path is not None:
                is_same = disk.read(self.path, LARGEST) == self.data
                stamp = disk.stat(self.path)
                return Beside(is_same, stamp.st_mtime, stamp.st_size)
        return None

    def release(self) -> None:
        """Let the journals go: they are offered again at the next start."""
        held, self.held = self.held, ()
        for descriptor in held:
            os.close(descriptor)

    def settle(self, disk: Disk) -> None:
        """Never offer it again; it is kept aside.

        Raises:
            OSError: as the disk does.
        """
        self.release()
        for file in self.files:
            with suppress(FileNotFoundError):
                put_away(file, UNREAD if self.is_cut else SETTLED, disk)


class Unread(NamedTuple):
    """A journal that could not be read, under the name it has now, and its workbook if known.

    One that ``may_be_whole`` the disk did not give this time.
    """

    file: Path
    path: Path | None
    may_be_whole: bool = False


@dataclass(frozen=True, slots=True)
class Findings:
    """What can be offered, the newest first, and the journals that could not be read.

    Those are kept as they are. Of what a newer program keeps only the refusals are told; its
    journals stay where that one finds them. ``later`` counts the workbooks whose turn comes at a
    later start.
    """

    found: tuple[Found, ...] = ()
    unread: tuple[Unread, ...] = ()
    newer: tuple[TooNew, ...] = ()
    later: int = 0


def find(folder: Path, disk: Disk) -> Findings:
    """Look for journals that nobody writes any more; what is broken is moved aside."""
    try:
        names = [name for name in disk.names(folder) if name.endswith(SUFFIX)]
    except OSError:
        return Findings()  # nothing was ever kept here, or nothing can be seen of it
    found: list[Found] = []
    unread: list[Unread] = []
    newer: list[TooNew] = []
    windows = deque(_newest_first(folder, _by_window(names), disk))
    while windows and len(found) < MOST:
        try:
            _look(windows.popleft(), disk, found, unread)
        except TooNew as error:
            newer.append(error)
    found = sorted(_without_replaced(found, disk), key=_when, reverse=True)
    later = sum(_is_left(files, disk) for files in windows)
    return Findings(tuple(found), tuple(unread), tuple(newer), later)


def _without_replaced(found: list[Found], disk: Disk) -> Iterator[Found]:
    """Settle what others hold all of: the program ended after it was opened and kept anew."""
    replaced = {name for it in found for name in it.replaces}
    for it in found:
        if replaced.isdisjoint(file.name for file in it.files):
            yield it
        else:
            with suppress(OSError):
                it.settle(disk)


def _newest_first(folder: Path, windows: list[list[str]], disk: Disk) -> list[list[Path]]:
    """Return the files of each window, those first that were written last."""

    def written(files: list[Path]) -> int:
        with suppress(OSError):
            return disk.stat(files[-1]).st_mtime_ns
        return 0

    return sorted(([folder / it for it in names] for names in windows), key=written, reverse=True)


def _is_left(files: list[Path], disk: Disk) -> bool:
    """Tell whether nobody alive writes these."""
    held = _held(files, disk)
    _let_go((held or {}).values())
    return held is not None


def _by_window(names: list[str]) -> list[list[str]]:
    """Put together what one window wrote, one turn after the other."""
    windows: dict[str, list[str]] = {}
    for name in names:
        windows.setdefault(name.partition("-")[0], []).append(name)
    return [*windows.values()]


def _look(files: list[Path], disk: Disk, found: list[Found], unread: list[Unread]) -> None:
    """Look at the journals of one window: the newest that can be read counts.

    Raises:
        TooNew: if a newer program wrote them.
    """
    held = _held(files, disk)
    if held is None:
        return
    try:
        here, broken = _newest(files, disk)
    except TooNew:
        _let_go(held.values())
        raise
    _let_go(held.pop(it.file) for it in broken if it.file in held)  # Windows moves no open file
    unread += (it if it.may_be_whole else _aside(it, disk) for it in broken)
    if here is not None:
        aside = {it.file for it in broken}
        here.files = tuple(it for it in files if it not in aside)
        here.held = tuple(held.values())
        if not _is_saved(here, disk):
            found.append(here)


def _newest(files: list[Path], disk: Disk) -> tuple[Found | None, list[Unread]]:
    """Return what the newest journal says that can be read, and the broken ones after it."""
    broken: list[Unread] = []
    for file in reversed(files):
        data = b""
        try:
            data = disk.read(file, _LARGEST)
            return read_journal(data), broken
        except TooNew:
            raise
        except FileNotFoundError:
            continue  # another window took it meanwhile
        except (OSError, FileError) as error:
            may_be_whole = isinstance(error, OSError) and error.errno not in _NO_JOURNAL
            broken.append(Unread(file, _path_in(data), may_be_whole))
    return None, broken


def _path_in(data: bytes) -> Path | None:
    """Return to which file a broken journal belongs, as far as its head can be read."""
    with suppress(ValueError, KeyError, TypeError, IndexError, AttributeError):
        return _path(_object(read_chain(data).records[0]))
    return None


def _path(head: dict[str, Any]) -> Path | None:
    named = head["path"]
    return Path(os.fsdecode(unquote_to_bytes(named))) if named else None


def _let_go(held: Iterable[int]) -> None:
    for descriptor in held:
        os.close(descriptor)


def _is_saved(here: Found, disk: Disk) -> bool:
    """Settle what its file holds already: the program ended between a save and its journal."""
    if here.path is None:
        return False
    try:
        is_there = disk.read(here.path, LARGEST) == file_format.encode(here.workbook)
        if is_there:
            here.settle(disk)
    except (OSError, ValueError):
        return False
    return is_there


def _held(files: list[Path], disk: Disk) -> dict[Path, int] | None:
    """Hold every file; None when one of them is somebody's who lives."""
    held: dict[Path, int] = {}
    for file in files:
        try:
            descriptor = disk.claim(file)
        except OSError:
            continue  # reading it will tell
        if descriptor is None:
            _let_go(held.values())
            return None
        held[file] = descriptor
    return held


def _aside(broken: Unread, disk: Disk) -> Unread:
    with suppress(OSError):
        return broken._replace(file=put_away(broken.file, UNREAD, disk))
    return broken


def _when(found: Found) -> datetime:
    return found.when


def read_journal(data: bytes) -> Found:
    """Return what a journal's bytes say, up to where they are whole.

    Raises:
        TooNew: if a newer program wrote it.
        FileError: if not one state of a workbook can be read in it.
    """
    chain = read_chain(data)
    if len(chain.records) < 3:
        raise _broken()
    try:
        return _read(chain)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise _broken() from error


def _read(chain: Chain) -> Found:
    head, base, *steps = chain.records
    named = _object(head)
    where = _path(named)
    version = _version(named, where)
    saved = file_format.decode(base, say("Recovery")).workbook
    document = _document(base, saved, version)
    last: dict[str, Any] = {}
    for step in steps:
        last = _object(step)
        apply(document, last["delta"])
    when = datetime.fromisoformat(last["when"])
    if when.tzinfo is None:
        raise ValueError
    workbook = _sound(migrated(document, version, file_format.VERSION))
    return Found(where, base, saved, workbook, when, chain.is_cut, _replaced(named))


def _replaced(head: dict[str, Any]) -> frozenset[str]:
    named = head.get("replaces", [])
    if not isinstance(named, list) or not all(isinstance(it, str) for it in named):
        raise ValueError
    return frozenset(named)


def _version(named: dict[str, Any], path: Path | None) -> int:
    """Return of which version of the file's format the steps speak; older heads do not tell.

    Raises:
        TooNew: if it is to come yet.
    """
    journal, version = named["journal"], named.get("format", 1)
    if type(journal) is not int or type(version) is not int or min(journal, version) < 1:
        raise ValueError
    if journal > VERSION or version > file_format.VERSION:
        raise _newer(path)
    return version


def _newer(path: Path | None) -> TooNew:
    whose = say("“{name}”", name=shown(path)) if path else say("A workbook without a file")
    return TooNew(say(
        "{whose} was worked on in a newer iLEAD Studio, which keeps words that no file holds yet."
        " Open that one to have them back.", whose=whose
    ))  # fmt: skip


def _document(base: bytes, saved: Workbook, version: int) -> dict[str, Any]:
    """Return what the steps begin with, as it was said in their version."""
    if version == file_format.VERSION:
        return saved.model_dump(mode="json", exclude_defaults=True)
    whole = _object(base)
    return migrated(whole["workbook"], whole["version"], version)


def _object(record: bytes) -> dict[str, Any]:
    value = parsed(record)
    if not isinstance(value, dict):
        raise ValueError
    return value


def _sound(document: dict[str, Any]) -> Workbook:
    workbook = Workbook.model_validate_json(json.dumps(document))
    if faults(workbook):
        raise ValueError
    return workbook


def _broken() -> Damaged:
    return Damaged(say("This recovery file could not be read. It is kept as it is."))

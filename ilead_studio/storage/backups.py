"""Earlier versions of a workbook's file, on this computer and outside of synced folders.

Each is a workbook file that any version of the program opens. Kept are the newest, then the last
one of each day; the oldest go first where they take too much room, the newest never.
"""

import hashlib
import os
import re
import secrets
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Final, NamedTuple

from ilead_studio.storage.access import Access
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.leftovers import in_place_of, sweep
from ilead_studio.storage.moments import moment_of
from ilead_studio.storage.refusals import LARGEST

NEWEST: Final = 20
DAYS: Final = 30
ROOM: Final = 200 << 20
"""Most bytes of all versions of one workbook."""
_SUFFIX: Final = ".ilead"
_STAMP: Final = "%Y%m%dT%H%M%S%f"
_TYPED: Final = "typed-"
"""In the name of a version that no file ever held."""
_TURN: Final = re.compile(r"n(\d{1,9})-")
"""In the name of a version: which one it is of those that were kept, whatever the clock said."""


class Version(NamedTuple):
    """An earlier version: its file, when it was saved, and its size in bytes.

    One that ``was_typed`` no file ever held: it was found after a crash, or something else was
    taken for it.
    ``turn`` counts what was kept, 0 where that is not known: clocks go wrong, and what is kept now
    may be from long ago.
    """

    file: Path
    when: datetime
    size: int
    was_typed: bool = False
    turn: int = 0


def backup_folder(state: Path, path: Path) -> Path:
    """Return the folder of the earlier versions of a file; the file need not be there.

    On Windows one file can be written in large and small letters.
    """
    named = hashlib.sha256(os.fsencode(os.path.normcase(from_root(path)))).hexdigest()[:24]
    return state / "backups" / named


def from_root(path: Path) -> Path:
    """Return a path from the root; as it is where the folder one works in has gone."""
    try:
        return path.absolute()
    except OSError:
        return path


def versions(folder: Path, disk: Disk) -> tuple[Version, ...]:
    """Return the earlier versions in a folder, the newest first."""
    try:
        names = disk.names(folder)
    except OSError:
        return ()
    return tuple(sorted(_known(folder, names, disk), key=lambda it: it.when, reverse=True))


def _known(folder: Path, names: Sequence[str], disk: Disk) -> Iterator[Version]:
    for name in names:
        with suppress(ValueError, OSError):
            if name.endswith(_SUFFIX):
                stamp, _, rest = name.partition("-")
                when = datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC)
                size = disk.stat(folder / name).st_size
                turn = _TURN.match(rest.removeprefix(_TYPED))
                is_typed = rest.startswith(_TYPED)
                yield Version(folder / name, when, size, is_typed, int(turn[1]) if turn else 0)


def keep_replaced(state: Path, path: Path, disk: Disk) -> bytes | None:
    """Keep what a file holds before something else takes its place; None where there is none.

    Where it cannot be kept, that is no reason not to save.
    """
    try:
        data, changed = disk.read(path, LARGEST), disk.stat(path).st_mtime
    except (OSError, ValueError):
        return None
    could_keep(backup_folder(state, path), data, moment_of(changed), disk)
    return data


def keep_typed(state: Path, path: Path, data: bytes, when: datetime, disk: Disk) -> bool:
    """Keep what no file ever held among the versions of a file; tells whether that worked."""
    try:
        keep(backup_folder(state, path), data, when, disk, was_typed=True)
    except OSError:
        return False
    return True


def follow(state: Path, old: Path, new: Path, disk: Disk) -> None:
    """Let the versions of a file that got another name go with it; what cannot go stays."""
    there = backup_folder(state, new)
    with suppress(OSError):
        for it in versions(backup_folder(state, old), disk):
            disk.make_folder(there)
            disk.replace(it.file, there / it.file.name)
        disk.sync_folder(there)


def could_keep(folder: Path, data: bytes, when: datetime, disk: Disk) -> bool:
    """Keep a version, and tell whether that worked: if not, that is no reason not to save."""
    try:
        keep(folder, data, when, disk)
    except OSError:
        return False
    return True


def keep(folder: Path, data: bytes, when: datetime, disk: Disk, *, was_typed: bool = False) -> None:
    """Keep the bytes of a file as the version of a moment, and let the oldest go.

    Bytes that the version before holds already are not kept twice.

    Raises:
        OSError: as the disk does; the versions that were there are still there.
    """
    disk.make_folder(folder)
    last = max(versions(folder, disk), key=_order, default=None)
    if last and last.size == len(data) and disk.read(last.file, len(data)) == data:
        return
    mark = f"{_TYPED if was_typed else ''}n{last.turn + 1 if last else 1:06}"
    file = folder / f"{when.astimezone(UTC):{_STAMP}}-{mark}-{secrets.token_hex(3)}{_SUFFIX}"
    with in_place_of(file, disk) as new:
        disk.write_new(new, data, Access(0o600))
    disk.sync_folder(folder)
    sweep(folder, when, disk)
    now = versions(folder, disk)
    kept = set(kept_of(now))
    for old in now:
        if old not in kept:
            disk.unlink(old.file)


def kept_of(known: Sequence[Version]) -> list[Version]:
    """Return which versions are kept; ``known`` has the newest first."""
    if not known:
        return []
    in_turn = sorted(known, key=_order, reverse=True)
    least = in_turn[0].when - timedelta(days=DAYS)
    daily: dict[object, Version] = {}
    for it in known:
        if it.when >= least:
            daily.setdefault(it.when.date(), it)
    wanted = {*in_turn[:NEWEST], *daily.values()}
    kept: list[Version] = []
    room = ROOM
    for it in in_turn:
        room -= it.size if it in wanted else 0
        if it in wanted and (room >= 0 or not kept):
            kept.append(it)
    return kept


def _order(version: Version) -> tuple[int, datetime]:
    """Return what puts versions in the order in which they were kept."""
    return version.turn, version.when

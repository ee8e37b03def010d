"""Who has a workbook open: a small hidden file beside it. Advice to people, never the guard.

In a synced folder it tells other computers too. On this computer it is held by the system, so one
whose program was killed is known to be stale; a lock of another computer is told with its age, and
a person decides.
"""

import hashlib
import json
import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from ilead_studio.model.text import tidy
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.strict_json import Flaw, parsed

SUFFIX: Final = ".ilead-lock"
_LARGEST: Final = 4_096
_LONGEST: Final = 60


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a workbook open: on which computer, who, and since when; empty what is unknown."""

    host: str = ""
    user: str = ""
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Lock:
    """A lock of ours, until ``give_back``."""

    file: Path
    descriptor: int

    def give_back(self, disk: Disk) -> None:
        """Let others have the workbook; a lock that somebody took over meanwhile stays."""
        is_ours = False
        with suppress(OSError):
            is_ours = os.path.samestat(os.fstat(self.descriptor), disk.stat(self.file))
        os.close(self.descriptor)
        if is_ours:
            with suppress(OSError):
                disk.unlink(self.file)


def lock_file(path: Path) -> Path:
    """Return the file that tells who has a workbook open: a short name, however long its own."""
    named = hashlib.sha256(os.fsencode(path.name)).hexdigest()[:16]
    return path.with_name(f".{named}{SUFFIX}")


def take(path: Path, me: Holder, disk: Disk, *, anyway: bool = False) -> Lock | Holder | None:
    """Lock a workbook; returns who has it already, or None where no lock can be left.

    A stale lock is taken over; that of somebody else only ``anyway``.
    """
    try:
        file = lock_file(disk.real(path))
        held = _held(file, me, disk)
        if isinstance(held, Holder):
            if not anyway:
                return held
            held = None
        if held is not None:
            os.close(held)
        with suppress(FileNotFoundError):
            disk.unlink(file)
        return _written(file, me, disk)
    except (OSError, ValueError):
        return None  # a folder that can only be read has no lock, and needs none


def _held(file: Path, me: Holder, disk: Disk) -> Holder | int | None:
    """Return who has it, or a stale lock that is ours now, or None when there is none."""
    try:
        descriptor = disk.claim(file)
    except FileNotFoundError:
        return None
    holder = _read(file, disk)
    if descriptor is None:
        return holder
    if holder.host == me.host:
        return descriptor  # its program has gone
    os.close(descriptor)
    return holder


def _read(file: Path, disk: Disk) -> Holder:
    """Return who a lock names; what is damaged names nobody, and is told all the same."""
    try:
        said = parsed(disk.read(file, _LARGEST))
    except (OSError, Flaw):
        return Holder()
    if not isinstance(said, dict):
        return Holder()
    host, user = (tidy(str(said.get(it, "")))[:_LONGEST] for it in ("host", "user"))
    try:
        since = datetime.fromisoformat(str(said.get("since")))
    except ValueError:
        return Holder(host, user)
    return Holder(host, user, since if since.tzinfo else None)


def _written(file: Path, me: Holder, disk: Disk) -> Lock:
    since = me.since.isoformat() if me.since else ""
    data = json.dumps({"host": me.host, "user": me.user, "since": since}).encode()
    descriptor = disk.create(file, 0o644)
    try:
        disk.hold(descriptor)
        disk.write_all(descriptor, data)
    except BaseException:
        os.close(descriptor)
        with suppress(OSError):
            disk.unlink(file)
        raise
    return Lock(file, descriptor)

"""What a save leaves behind that was killed: hidden files that nobody will ever finish."""

import secrets
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from ilead_studio.storage.disk import Disk

OLD: Final = 600.0
"""Seconds after which nobody is writing a file any more."""
_BEGIN, _END = ".ilead-", ".tmp"


def beside(target: Path) -> Path:
    """Return a new hidden name beside a file, short, however long its own."""
    return target.with_name(f"{_BEGIN}{secrets.token_hex(6)}{_END}")


def sweep(folder: Path, now: datetime, disk: Disk) -> None:
    """Remove leftovers that are old enough; what cannot be removed stays."""
    with suppress(OSError):
        for name in disk.names(folder):
            if name.startswith(_BEGIN) and name.endswith(_END):
                _remove_old(folder / name, now, disk)


def _remove_old(file: Path, now: datetime, disk: Disk) -> None:
    with suppress(OSError):
        if now.timestamp() - disk.stat(file).st_mtime > OLD:
            disk.unlink(file)

"""Files that take the place of others in one step, and what is left of one that was killed.

Until then it is hidden beside the other; of a killed program nobody will ever finish it.
"""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import Final

from ilead_studio.storage.disk import Disk

OLD: Final = 600.0
"""Seconds after which nobody is writing a file any more."""
_BEGIN, _END = ".ilead-", ".tmp"


@contextmanager
def in_place_of(target: Path, disk: Disk) -> Iterator[Path]:
    """Give a new hidden name beside a file; what is written there takes the file's place.

    The name is short, however long the file's own. Where anything fails nothing is left of it, and
    what was there before is still there.
    """
    new = target.with_name(f"{_BEGIN}{secrets.token_hex(6)}{_END}")
    try:
        yield new
        disk.replace(new, target)
    except BaseException:
        with suppress(OSError):
            disk.unlink(new)
        raise


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

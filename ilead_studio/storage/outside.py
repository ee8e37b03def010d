"""What happened to an open file since it was read or written here: nothing, or somebody else."""

import stat
from contextlib import suppress
from pathlib import Path
from typing import Literal

from ilead_studio.storage.disk import Disk
from ilead_studio.storage.refusals import LARGEST
from ilead_studio.storage.store import SUFFIX, Stamp

Happened = Literal["nothing", "changed", "gone"]


def happened_to(path: Path, stamp: Stamp, disk: Disk) -> Happened:
    """Tell what happened to a file: the cheap signs first, then all that it says.

    A file that cannot be read just now is left in peace until it can.
    """
    try:
        known = disk.stat(disk.real(path))
        if not stat.S_ISREG(known.st_mode):
            return "gone"
        if known.st_size != stamp.size:
            return "changed"
        return "nothing" if disk.read(path, LARGEST) == stamp.data else "changed"
    except FileNotFoundError:
        return "gone"
    except (OSError, ValueError):
        return "nothing"


def moved_to(path: Path, stamp: Stamp, disk: Disk) -> Path | None:
    """Return where a file went that is gone: in its folder, the one of its number and words."""
    with suppress(OSError):
        for it in sorted(path.parent.glob(f"*{SUFFIX}")):
            if disk.stat(it).st_ino == stamp.number and happened_to(it, stamp, disk) == "nothing":
                return it
    return None

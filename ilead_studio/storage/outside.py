"""What happened to an open file since it was read or written here: nothing, or somebody else."""

import stat
from contextlib import suppress
from pathlib import Path
from typing import Literal

from ilead_studio.storage.disk import Disk
from ilead_studio.storage.refusals import LARGEST
from ilead_studio.storage.store import SUFFIX, Stamp

Happened = Literal["nothing", "changed", "gone"]


class Watch:
    """Looks at a file as cheaply as it can: what the system says first, then all bytes.

    A file whose time was set back after a change is found out too: the system keeps another time
    for that, and where it does not, a file is read whole at every save.
    """

    def __init__(self, disk: Disk) -> None:
        self._disk = disk
        self._seen: tuple[Stamp, tuple[int, ...]] | None = None

    def happened(self, path: Path, stamp: Stamp) -> Happened:
        """Tell what happened; a file that cannot be read just now is left in peace until it can."""
        try:
            known = self._disk.stat(self._disk.real(path))
            if not stat.S_ISREG(known.st_mode):
                return "gone"
            now = stamp, (known.st_mtime_ns, known.st_ctime_ns, known.st_size, known.st_ino)
            if self._seen and self._seen[0] is stamp and self._seen[1] == now[1]:
                return "nothing"
            if known.st_size != stamp.size or self._disk.read(path, LARGEST) != stamp.data:
                return "changed"
            self._seen = now
        except FileNotFoundError:
            return "gone"
        except (OSError, ValueError):
            return "nothing"
        return "nothing"

    def moved_to(self, path: Path, stamp: Stamp) -> Path | None:
        """Return where a file is that has gone: in its folder, the one that says the same."""
        with suppress(OSError):
            for it in sorted(path.parent.glob(f"*{SUFFIX}")):
                same = self._disk.stat(it).st_size == stamp.size
                if same and self._disk.read(it, LARGEST) == stamp.data:
                    return it
        return None

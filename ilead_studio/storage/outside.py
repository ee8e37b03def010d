"""What happened to an open file since it was read or written here: nothing, or somebody else."""

import stat
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from ilead_studio.errors import FileError, TooNew
from ilead_studio.model import Workbook
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.format import decode
from ilead_studio.storage.refusals import LARGEST, shown
from ilead_studio.storage.store import SUFFIX, Opened, Stamp, open_workbook

Happened = Literal["nothing", "changed", "gone"]


@dataclass(frozen=True, slots=True)
class Seen:
    """What was found at the place of an open file.

    ``theirs`` is the other version, if it can be read, or ``why`` it cannot; ``is_same`` tells
    that it says nothing else, ``base`` what was read or written here last; ``moved`` where a file
    is now that has gone.
    """

    happened: Happened
    theirs: Opened | None = None
    why: FileError | None = None
    base: Workbook | None = None
    is_same: bool = False
    moved: Path | None = None


class Watch:
    """Looks at a file as cheaply as it can: what the system says first, then all bytes.

    A file whose time was set back after a change is found out too: the system keeps another time
    for that, and where it does not, a file is read whole at every save. ``state`` is the program's
    own folder, with the earlier versions.
    """

    def __init__(self, disk: Disk, state: Path | None = None) -> None:
        self._disk, self._state = disk, state
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

    def seen(self, path: Path, stamp: Stamp) -> Seen:
        """Tell what happened, with all that somebody has to know to choose."""
        happened = self.happened(path, stamp)
        if happened == "gone":
            return Seen(happened, moved=self.moved_to(path, stamp))
        if happened == "nothing":
            return Seen(happened)
        try:
            theirs = open_workbook(path, self._disk, self._state)
        except FileError as error:
            return Seen(happened, why=error)
        if theirs.read_only:
            return Seen(happened, why=TooNew(theirs.notice))
        base = decode(stamp.data, shown(path)).workbook
        return Seen(happened, theirs, base=base, is_same=theirs.workbook == base)

    def moved_to(self, path: Path, stamp: Stamp) -> Path | None:
        """Return where a file is that has gone: in its folder, the one that says the same.

        The system keeps its number in a rename, which tells it from copies of it; without that,
        of several nobody can say which it is.
        """
        same: list[Path] = []
        for it in self._beside(path):
            with suppress(OSError):
                known, size = self._disk.stat(it), len(stamp.data)
                if known.st_size == size and self._disk.read(it, LARGEST) == stamp.data:
                    if known.st_ino == stamp.number:
                        return it
                    same.append(it)
        return same[0] if len(same) == 1 else None

    def _beside(self, path: Path) -> list[Path]:
        with suppress(OSError):
            return [path.with_name(it) for it in self._disk.names(path.parent)
                    if it.endswith(SUFFIX)]  # fmt: skip
        return []

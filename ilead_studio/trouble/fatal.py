"""What ended the program from below: the places in the code, for the log of the next start.

While a program runs, a file of its own waits for that; it is empty, and held by the program. One
that nobody holds and that is not empty is from a program that was stopped by a fault.
"""

import faulthandler
import os
import re
import secrets
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from ilead_studio.storage.disk import Disk

WINDOW: Final = "window"
"""The name of a program that is no command."""
_SUFFIX: Final = ".fatal"
_MOST_BYTES: Final = 1 << 20
_MOST_LINES: Final = 200
_PLACE: Final = re.compile(r'^  File "(.*)", line (\d+) in (\S+)$')
_HEADS: Final = re.compile(
    r"^(Fatal Python error: [\w ]{1,60}|Windows fatal exception: [\w ]{1,60}"
    r"|Current thread|Thread|  <no Python frame>)"
)
_HOMES: Final = ("ilead_studio", "site-packages", "dist-packages")
_PYTHON: Final = re.compile(r"^python3[.\d]*$")


class LastWords:
    """Takes down where the program is when it is stopped by a fault from below.

    ``name`` is ``WINDOW`` or that of a command.
    """

    def __init__(self, name: str, folder: Path, disk: Disk) -> None:
        self._name, self._folder, self._disk = name, folder, disk
        self._file: Path | None = None
        self._descriptor = -1

    def begin(self) -> None:
        """Be ready; without a place for it nothing will be known."""
        file = self._folder / f"{self._name}-{secrets.token_hex(8)}{_SUFFIX}"
        with suppress(OSError, ValueError):
            self._disk.make_folder(self._folder)
            self._descriptor = self._disk.create(file)
            self._file = file
            self._disk.hold(self._descriptor)
            faulthandler.enable(self._descriptor)

    def end(self) -> None:
        """Go: the program ends as it should."""
        file, self._file = self._file, None
        if file is not None:
            faulthandler.disable()
            with suppress(OSError):
                os.close(self._descriptor)
                self._disk.unlink(file)


class Stopped(NamedTuple):
    """A program that was stopped: its name, and lines that name nobody's folders."""

    name: str
    lines: tuple[str, ...]


def taken(folder: Path, disk: Disk, *, with_windows: bool) -> list[Stopped]:
    """Return what stopped programs left, and clear it away."""
    try:
        files = [name for name in disk.names(folder) if name.endswith(_SUFFIX)]
    except OSError:
        return []
    named = [(file.rpartition("-")[0], folder / file) for file in files]
    found = (Stopped(name, tuple(lines_of(_take(file, disk))))
             for name, file in named if with_windows or name != WINDOW)  # fmt: skip
    return [it for it in found if it.lines]


def _take(file: Path, disk: Disk) -> str:
    """Return what a file holds, if nobody waits with it any more; it is gone then."""
    with suppress(OSError):
        descriptor = disk.claim(file)
        if descriptor is None:
            return ""
        try:
            words = disk.read(file, _MOST_BYTES).decode("utf-8", "replace")
        finally:
            os.close(descriptor)
            disk.unlink(file)
        return words
    return ""


def lines_of(words: str) -> Iterator[str]:
    """Give the lines that say what happened and where; paths from where Python's packages begin."""
    for line in words.splitlines()[:_MOST_LINES]:
        if place := _PLACE.match(line):
            path, number, name = place.groups()
            yield f"  {_from_package(path)}:{number} {name}"
        elif head := _HEADS.match(line):
            yield head.group()


def _from_package(path: str) -> str:
    parts = path.replace("\\", "/").split("/")
    homes = [at for at, part in enumerate(parts) if part in _HOMES or _PYTHON.match(part)]
    return "/".join(parts[homes[-1] :] if homes else parts[-1:])

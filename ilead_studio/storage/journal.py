"""What no file holds yet: the workbook since it was saved, in the user's own folder.

A journal begins with the bytes of the saved file, so that it needs no other file; then follow
changes, each synced. Too long a one is begun anew beside itself. What was read back is checked as
a file is. Written by one thread (``keeper``); who is on the key path only hands over values.
"""

import json
import os
import re
import secrets
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final
from urllib.parse import quote_from_bytes

from ilead_studio.model import Workbook
from ilead_studio.storage import format as file_format
from ilead_studio.storage.chain import chained
from ilead_studio.storage.delta import delta
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.format import encode

SUFFIX: Final = ".journal"
VERSION: Final = 1
"""Of what a journal is made of; what its steps speak of is of a version of the file's format."""
MOST: Final = 8 << 20
"""Bytes of changes after which a journal is begun anew: they are read again in half a second."""
SETTLED, UNREAD = "settled", "unread"
"""Folders beside the journals: of those somebody has chosen about, and of those that are broken."""
MOST_SETTLED: Final = 20
_TURN: Final = re.compile(r"n(\d{1,9})-")
"""In the name of a file that was put away: when its turn was, whatever the clock said."""


@dataclass(frozen=True, slots=True)
class Base:
    """What was saved last, its bytes and its file; without a file it is what was begun with."""

    workbook: Workbook
    data: bytes = b""
    path: Path | None = None


@dataclass(frozen=True, slots=True)
class State:
    """A workbook as it is now, since what, and when.

    ``replaces`` are journals that may be put away once this one is on the disk.
    """

    base: Base
    workbook: Workbook
    when: datetime
    replaces: tuple[Path, ...] = ()


class Journal:
    """The journal of one window; made and settled file by file, never two writers for one."""

    def __init__(self, folder: Path, disk: Disk, most: int = MOST) -> None:
        self._folder, self._disk, self._most = folder, disk, most
        self._name = secrets.token_hex(8)
        self._turn = self._link = self._room = 0
        self._descriptor: int | None = None
        self._file: Path | None = None
        self._older: list[Path] = []
        self._last: State | None = None

    def keep(self, state: State) -> None:
        """Bring a state down to the disk.

        Raises:
            OSError: as the disk does; what was kept before is still there.
            ValueError: if the workbook cannot be written as JSON.
        """
        last = self._last
        if last is None or last.base is not state.base or self._room < 0:
            self._begin(state)
        elif last.workbook is not state.workbook:
            if self._is_gone():
                self._begin(state)
            else:
                self._append(last, state)
        self._last = state

    def settle(self) -> None:
        """Take the journal away: a file holds the very same, or somebody chose to let it go.

        Raises:
            OSError: as the disk does.
        """
        self.let_go()
        self._remove_older()

    # --- writing ---------------------------------------------------------------------------------
    def _begin(self, state: State) -> None:
        """Write a new file, whole, before the one before goes.

        That one is held until then: who looks at any moment finds that somebody lives here.
        """
        disk, base = self._disk, state.base
        step = _step(base.workbook, state)
        data, link = chained((_head(state), base.data or encode(base.workbook), step))
        disk.make_folder(self._folder)
        self._turn += 1
        file = self._folder / f"{self._name}-{self._turn:06}{SUFFIX}"
        descriptor = disk.create(file)
        try:
            disk.hold(descriptor)
            disk.write_all(descriptor, data)
            disk.sync(descriptor)
            disk.sync_folder(self._folder)
        except BaseException:
            os.close(descriptor)
            self._older.append(file)
            with suppress(OSError):
                disk.unlink(file)
                self._older.pop()
            raise
        self.let_go()
        self._descriptor, self._file, self._link = descriptor, file, link
        self._room = self._most
        self._tidy(state)

    def _tidy(self, state: State) -> None:
        """Take away what the new file replaces; what cannot go now goes the next time."""
        with suppress(OSError):
            self._remove_older()
        for file in state.replaces:
            with suppress(OSError):
                put_away(file, SETTLED, self._disk)

    def _is_gone(self) -> bool:
        """Tell whether somebody took the file away: the system writes on into what nobody finds."""
        assert self._file is not None
        try:
            self._disk.stat(self._file)
        except FileNotFoundError:
            return True
        return False

    def _append(self, last: State, state: State) -> None:
        assert self._descriptor is not None
        data, link = chained((_step(last.workbook, state),), self._link)
        try:
            self._disk.write_all(self._descriptor, data)
            self._disk.sync(self._descriptor)
        except BaseException:
            self.let_go()  # it may end in half a record now; the next state begins anew
            raise
        self._link = link
        self._room -= len(data)

    def let_go(self) -> None:
        """Close the file; it stays until something newer is on the disk, or is offered."""
        descriptor, file = self._descriptor, self._file
        self._descriptor = self._file = self._last = None
        if descriptor is not None and file is not None:
            self._older.append(file)
            os.close(descriptor)

    def _remove_older(self) -> None:
        while self._older:  # the newest last: what is left behind may be offered
            with suppress(FileNotFoundError):
                self._disk.unlink(self._older[0])
            self._older.pop(0)


def _head(state: State) -> bytes:
    path = state.base.path
    named = quote_from_bytes(os.fsencode(path)) if path else ""
    replaces = [it.name for it in state.replaces]
    also = {"replaces": replaces} if replaces else {}
    return _bytes({"journal": VERSION, "format": file_format.VERSION, "path": named, **also})


def _step(old: Workbook, state: State) -> bytes:
    return _bytes({"when": state.when.isoformat(), "delta": delta(old, state.workbook)})


def _bytes(value: dict[str, object]) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def put_away(file: Path, folder: str, disk: Disk) -> Path:
    """Move a journal into a folder beside the others, where it is not offered again.

    Of the settled ones those go after a while that came first, however old the words in the others
    are; of the broken ones none.

    Raises:
        OSError: as the disk does.
    """
    there = file.parent / folder
    disk.make_folder(there)
    before = sorted(disk.names(there), key=_turn)
    turn = _turn(before[-1])[0] + 1 if before else 1
    kept = there / f"n{turn:06}-{secrets.token_hex(4)}-{file.name}"
    disk.replace(file, kept)
    disk.sync_folder(file.parent)
    if folder == SETTLED:
        for old in before[: -(MOST_SETTLED - 1)]:
            disk.unlink(there / old)
    return kept


def _turn(name: str) -> tuple[int, str]:
    """Return what puts names in the order in which they came; former ones tell none."""
    found = _TURN.match(name)
    return int(found[1]) if found else 0, name

"""What the power may leave on a disk when it fails: every state that a file system allows.

Bytes that were not synced may be there, or not, or in part, with zeros where they are not. Names
that were made, moved or removed since their folder was synced may be as before or after, in any
combination. A rename is one step, and nothing else is.
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, product
from pathlib import Path
from typing import Final, NamedTuple

from ilead_studio.storage.disk import Disk

FOLDER: Final = -1
"""What a name stands for that is a folder."""
Files = dict[Path, bytes]


class Done(NamedTuple):
    """One operation: what, on which path; the bytes that were written, or the new name."""

    what: str
    path: Path
    data: bytes = b""
    to: Path = Path()


class RecordingDisk(Disk):
    """The real disk, at most ``most`` bytes at a time, which remembers what was done on it."""

    def __init__(self, most: int = 1 << 30) -> None:
        self.done: list[Done] = []
        self._most, self._open = most, dict[int, Path]()

    def note(self, what: str) -> None:
        """Put a mark of the test's own between the operations."""
        self.done.append(Done(what, Path()))

    def create(self, path: Path, mode: int = 0o600) -> int:
        descriptor = super().create(path, mode)
        self._open[descriptor] = path
        self.done.append(Done("create", path))
        return descriptor

    def write(self, descriptor: int, data: memoryview) -> int:
        taken = super().write(descriptor, data[: self._most])
        self.done.append(Done("write", self._open[descriptor], bytes(data[:taken])))
        return taken

    def sync(self, descriptor: int) -> None:
        super().sync(descriptor)
        self.done.append(Done("sync", self._open[descriptor]))

    def replace(self, old: Path, new: Path) -> None:
        super().replace(old, new)
        self.done.append(Done("replace", old, to=new))

    def unlink(self, path: Path) -> None:
        super().unlink(path)
        self.done.append(Done("unlink", path))

    def make_one_folder(self, path: Path) -> None:
        super().make_one_folder(path)
        self.done.append(Done("folder", path))

    def sync_folder(self, path: Path) -> None:
        super().sync_folder(path)
        self.done.append(Done("sync folder", path))


@dataclass(slots=True)
class _Bytes:
    """A file's bytes: those that outlast a power failure, and all that were written."""

    sure: bytes
    now: bytes

    def may_be(self) -> Sequence[bytes]:
        """Return what may be found of them; files of ours are only ever written on."""
        sure, now = self.sure, self.now
        if sure == now:
            return (now,)
        half = (len(sure) + len(now)) // 2
        gap = bytes(half - len(sure))
        zeros = bytes(len(now) - len(sure))
        return sure, now, now[:half], sure + zeros, sure + gap + now[half:], now[:half] + zeros


_Change = tuple[tuple[Path, int | None], ...]
"""Names and what they stand for from now on; None for a name that has gone."""


class Power:
    """Goes through operations one by one; ``states`` is what a cut after them may leave."""

    def __init__(self, root: Path, before: Files) -> None:
        self._root = root
        self._bytes = [_Bytes(data, data) for data in before.values()]
        self._now: dict[Path, int] = {path: at for at, path in enumerate(before)}
        self._now |= {folder: FOLDER for path in before for folder in path.parents}
        self._sure = dict(self._now)
        self._open: list[_Change] = []

    def do(self, it: Done) -> None:
        """Do one more operation."""
        match it.what:
            case "create":
                self._bytes.append(_Bytes(b"", b""))
                self._change((it.path, len(self._bytes) - 1))
            case "write":
                self._bytes[self._now[it.path]].now += it.data
            case "sync":
                synced = self._bytes[self._now[it.path]]
                synced.sure = synced.now
            case "replace":
                self._change((it.to, self._now[it.path]), (it.path, None))
            case "unlink":
                self._change((it.path, None))
            case "folder":
                self._change((it.path, FOLDER))
            case "sync folder":
                self._sync(it.path)

    def _change(self, *change: tuple[Path, int | None]) -> None:
        _apply(self._now, [change])
        self._open.append(change)

    def _sync(self, folder: Path) -> None:
        """Let the names in a folder be sure; one that was moved there comes with its going."""
        due = [it for it in self._open if any(path.parent == folder for path, _ in it)]
        _apply(self._sure, due)
        self._open = [it for it in self._open if it not in due]

    def states(self) -> Iterator[Files]:
        """Return what may be found when the power comes back."""
        sizes = range(len(self._open) + 1)
        for done in chain.from_iterable(combinations(self._open, size) for size in sizes):
            names = dict(self._sure)
            _apply(names, done)
            files = [it for it, at in names.items() if at != FOLDER and self._is_seen(it, names)]
            for found in product(*(self._bytes[names[it]].may_be() for it in files)):
                yield dict(zip(files, found, strict=True))

    def _is_seen(self, path: Path, names: dict[Path, int]) -> bool:
        above = (it for it in path.parents if it.is_relative_to(self._root))
        return all(it == self._root or it in names for it in above)


def _apply(names: dict[Path, int], changes: Sequence[_Change]) -> None:
    for path, now in chain.from_iterable(changes):
        if now is None:
            names.pop(path, None)
        else:
            names[path] = now


def cuts(root: Path, before: Files, done: Sequence[Done]) -> Iterator[tuple[int, Files]]:
    """Return each state that a power failure may leave, with how many operations were done."""
    power = Power(root, before)
    for number, one in enumerate((None, *done)):
        if one is not None:
            power.do(one)
        seen: set[frozenset[tuple[Path, bytes]]] = set()
        for files in power.states():
            if (state := frozenset(files.items())) not in seen:
                seen.add(state)
                yield number, files


def lay_out(folder: Path, root: Path, files: Files) -> None:
    """Write a state into another folder, as it would be found."""
    for path, data in files.items():
        there = folder / path.relative_to(root)
        os.makedirs(there.parent, exist_ok=True)
        there.write_bytes(data)

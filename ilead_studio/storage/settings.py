"""How somebody likes the program: words by name, in one small file that its windows share.

It is sealed JSON. As long as there is none, ``settings.ini`` beside it counts, and stays as it is:
one of a program of before, or what somebody who prepares many computers has put there by hand, in
sections: ``[window]``, then ``theme=dark``.
"""

import configparser
import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Any, Final

from ilead_studio.errors import Damaged
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.refusals import shown
from ilead_studio.storage.sealed import Sealed
from ilead_studio.storage.strict_json import Flaw, parsed
from ilead_studio.words import say

YES, NO = "yes", "no"
_FORMER: Final = ".ini"
_SECTION: Final = b"["
"""With this a file begins that was written by hand."""
_LONGEST: Final = 4_000
"""Most letters of one setting; the place of a window takes 200."""


Beside = Callable[[Callable[[], Any], Callable[[Any], object]], object]
"""Does something that waits for the disk, and tells then what came of it."""


def at_once(work: Callable[[], Any], then: Callable[[Any], object]) -> None:
    """Wait for it here."""
    then(work())


class Settings:
    """Words by name; each change counts at once, and what another window changed is kept.

    What waits for the disk is done ``beside``, one thing after the other. ``notice`` tells what was
    wrong with the file; empty when all is well. Where nothing can be written, a setting counts for
    as long as the window is open.
    """

    def __init__(self, file: Path, disk: Disk, beside: Beside = at_once) -> None:
        self.disk, self.beside, self.notice = disk, beside, ""
        self._sealed = Sealed(file, disk)
        self._former = Former(file.with_suffix(_FORMER), disk)
        self._values = self._read()
        self._changes = 0

    def _read(self) -> dict[str, str]:
        """Return what the file holds; nothing where it is damaged, which is told."""
        try:
            body = self._sealed.read()
            return _words(body) if body else self._former.read()
        except Damaged as error:
            self.notice = str(error)
            return {}

    def sync(self, then: Callable[[], object] = bool) -> None:
        """Hear what another window changed."""
        self._do(self._read, then)

    def _do(self, work: Callable[[], dict[str, str]], then: Callable[[], object] = bool) -> None:
        """Let the values be what the file holds then, unless they were changed meanwhile."""
        changes = self._changes

        def hear(values: dict[str, str]) -> None:
            if changes == self._changes:
                self._values = values or self._values
            then()

        self.beside(work, hear)

    def value(self, name: str, usual: str = "") -> str:
        """Return a setting, or what is usual."""
        return self._values.get(name, usual)

    def has(self, name: str) -> bool:
        """Tell whether somebody chose something."""
        return name in self._values

    def is_on(self, name: str) -> bool:
        """Tell whether something was switched on."""
        return self.value(name) == YES

    def switch(self, name: str, *, on: bool) -> None:
        """Keep whether something is on."""
        self.keep({name: YES if on else NO})

    def keep(self, changes: Mapping[str, str | None]) -> None:
        """Keep settings by name; one that is None is forgotten, and as it came."""
        if all(self._values.get(name) == words for name, words in changes.items()):
            return
        self._changes += 1
        self._values = _with(self._values, changes)
        self._do(partial(self._write, self._values, changes))

    def _write(self, usual: dict[str, str], changes: Mapping[str, str | None]) -> dict[str, str]:
        """Write changes into what the file holds now, and return that."""
        values = _with(self._read() or usual, changes)
        with suppress(OSError):
            self._sealed.write(json.dumps(values, indent=1, sort_keys=True).encode())
        return values


def _with(values: Mapping[str, str], changes: Mapping[str, str | None]) -> dict[str, str]:
    return {name: words for name, words in {**values, **changes}.items() if words is not None}


class Former:
    """A file of before, or one that was written by hand; it is only read."""

    def __init__(self, file: Path, disk: Disk) -> None:
        self._file, self._sealed = file, Sealed(file, disk, by_hand=_SECTION)

    def read(self) -> dict[str, str]:
        """Return the words in it by name; nothing when there is none.

        Raises:
            Damaged: if it makes no sense.
        """
        try:
            body = self._sealed.read()
            return _sections(body) if body.startswith(_SECTION) else _words(body)
        except (Damaged, ValueError) as error:
            raise Damaged(say("“{name}” is damaged, so the program begins without it. It was not"
                              " changed.", name=shown(self._file))) from error  # fmt: skip


class _AsWritten(configparser.RawConfigParser):
    """Reads names with the large and small letters that they are written in."""

    def optionxform(self, optionstr: str) -> str:
        return optionstr


def _sections(body: bytes) -> dict[str, str]:
    """Return the words of a file in sections, each by the name of both: ``window/theme``.

    Raises:
        ValueError: if there are none in it.
    """
    read = _AsWritten(strict=False)
    try:
        read.read_string(body.decode())
    except configparser.Error as error:
        raise ValueError from error
    found = {
        f"{part}/{name}": words[:_LONGEST]
        for part in read.sections()
        for name, words in read[part].items()
    }
    if not found:
        raise ValueError
    return found


def _words(body: bytes) -> dict[str, str]:
    """Return words by name; what is none of ours is left out."""
    try:
        said = parsed(body) if body else {}
    except Flaw:
        return {}
    if not isinstance(said, dict):
        return {}
    return {name: words for name, words in said.items()
            if isinstance(words, str) and len(words) <= _LONGEST}  # fmt: skip

"""Small files of the program's own: settings, and what was open last. Never a workbook.

Their first line seals the rest, so that a damaged one is found out, and never believed in part.
They are not worth waiting for the disk: what a power failure leaves of one is found out too.
"""

import hashlib
import os
from contextlib import suppress
from pathlib import Path
from typing import Final

from ilead_studio.errors import Damaged
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.leftovers import in_place_of
from ilead_studio.storage.refusals import shown
from ilead_studio.words import say

MOST: Final = 256 << 10
"""Most bytes of such a file."""
_SEAL: Final = b"ilead-studio "
_ASIDE: Final = ".damaged"


class Sealed:
    """One small file; one that begins with ``by_hand`` was written by somebody, and has no seal."""

    def __init__(self, file: Path, disk: Disk, by_hand: bytes = b"") -> None:
        self._file, self._disk, self._by_hand = file, disk, by_hand
        self._is_damaged = False

    def read(self) -> bytes:
        """Return what it holds; nothing when there is none.

        Raises:
            Damaged: if it is not as it was written, or cannot be read.
        """
        try:
            data = self._disk.read(self._file, MOST)
        except FileNotFoundError:
            return b""
        except (OSError, ValueError) as error:
            raise self.damaged() from error
        if self._by_hand and data.startswith(self._by_hand):
            return data
        seal, _, body = data.partition(b"\n")
        if seal != _sealing(body):
            raise self.damaged()
        self._is_damaged = False
        return body

    def damaged(self) -> Damaged:
        """Return what is to be said of one that makes no sense; it is put aside before another."""
        self._is_damaged = True
        words = say("“{name}” is damaged, so the program begins without it. The next one takes its"
                    " place, and it is kept as “{aside}”.",
                    name=shown(self._file), aside=shown(self._aside))  # fmt: skip
        return Damaged(words)

    @property
    def _aside(self) -> Path:
        return self._file.with_name(f"{self._file.name}{_ASIDE}")

    def write(self, body: bytes) -> None:
        """Write it anew, in one step; a damaged one stays beside it.

        Raises:
            OSError: as the disk does; what was there before is still there.
        """
        self._disk.make_folder(self._file.parent)
        with in_place_of(self._file, self._disk) as new:
            descriptor = self._disk.create(new)
            try:
                self._disk.write_all(descriptor, b"\n".join((_sealing(body), body)))
            finally:
                os.close(descriptor)
            if self._is_damaged:
                self._disk.replace(self._file, self._aside)
        self._is_damaged = False

    def forget(self) -> None:
        """Let nothing be left of it, nor of a damaged one; what cannot go stays."""
        for file in (self._file, self._aside):
            with suppress(OSError):
                self._disk.unlink(file)


def _sealing(body: bytes) -> bytes:
    return _SEAL + hashlib.sha256(body).hexdigest().encode()

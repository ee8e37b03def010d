"""How far a long export is, on a terminal: one line that is written over, and gone at the end.

Ctrl+C ends the program then; a file is written at once when all of it is made, so none is half.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from time import monotonic
from typing import Final, TextIO

from ilead_studio.words import say

_PATIENCE: Final = 1.0
"""Seconds after which somebody wants to know."""


@contextmanager
def page_by_page(
    terminal: TextIO | None = None, clock: Callable[[], float] = monotonic
) -> Iterator[Callable[[int], None]]:
    """Give what is told the number of each page that is made; only a terminal shows it."""
    line = _Line(terminal or sys.stderr, clock)
    try:
        yield line.tell
    finally:
        line.wipe()


class _Line:
    def __init__(self, terminal: TextIO | None, clock: Callable[[], float]) -> None:
        self._terminal = terminal if terminal and terminal.isatty() else None
        self._clock, self._begin, self._shown = clock, clock(), ""

    def tell(self, number: int) -> None:
        """Show which page is being made, unless it goes quickly."""
        if self._terminal and self._clock() - self._begin >= _PATIENCE:
            self._write(say("Making page {number} …", number=number))

    def wipe(self) -> None:
        """Leave the line as it was."""
        if self._shown:
            self._write("")

    def _write(self, words: str) -> None:
        over = words.ljust(len(self._shown))
        self._shown = words
        with suppress(OSError, ValueError):
            assert self._terminal
            self._terminal.write(f"\r{over}" if words else f"\r{over}\r")
            self._terminal.flush()

"""One thing after the other, each when all events are done: a key that is pressed waits for one."""

from collections.abc import Iterator
from time import perf_counter
from typing import Final

from PySide6.QtCore import QObject

from ilead_studio.ui.meanwhile.queue import queue

SLICE_S: Final = 0.004
"""What small steps take together in one turn, whatever the machine: a quarter of a frame."""


def slices(steps: Iterator[object]) -> Iterator[object]:
    """Give a turn back whenever small steps have taken a slice of time, and at their end."""
    begun = perf_counter()
    for _ in steps:
        if perf_counter() - begun > SLICE_S:
            yield None
            begun = perf_counter()
    yield None


class Turns(QObject):
    """Does steps turn by turn; ``first`` before whatever else waits for a turn."""

    def __init__(self, parent: QObject, *, first: bool = False) -> None:
        super().__init__(parent)
        self._first = first
        self._steps: Iterator[object] = iter(())
        self._queue = queue()

    @property
    def are_left(self) -> bool:
        """Whether a step waits for its turn."""
        return self._queue.has(self)

    def begin(self, steps: Iterator[object]) -> None:
        """Do these from now on; what is left of others is given up."""
        self._steps = steps
        self._queue.ask(self, self._go_on, first=self._first)

    def end(self) -> None:
        """Give up what is left."""
        self._steps = iter(())
        self._queue.leave(self)

    def _go_on(self) -> None:
        steps = self._steps
        if next(steps, self) is not self and steps is self._steps:
            self._queue.ask(self, self._go_on, first=self._first)

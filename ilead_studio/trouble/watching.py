"""Watches over a run of the program, be it a window, a command, or what makes pages for a window.

Whatever goes wrong is written down, and nothing of it is printed.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from ilead_studio.surroundings import Surroundings
from ilead_studio.trouble.fatal import WINDOW, LastWords, taken
from ilead_studio.trouble.hooks import Hooks
from ilead_studio.trouble.log import FaultLog


class Watched(NamedTuple):
    """What hears of faults, and whether one from below had stopped a window before."""

    hooks: Hooks
    was_stopped: bool


@contextmanager
def watching(name: str, around: Surroundings) -> Iterator[Watched]:
    """Watch over what is done inside; ``name`` is ``WINDOW`` or that of a command.

    What was stopped before is logged. A command leaves to the window what stopped a window, so that
    it can be told there. The hooks stay: Python may fail even while it ends.
    """
    log, folder = FaultLog(around.places.log, around.clock), around.places.state / "running"
    hooks, last_words = Hooks(log), LastWords(name, folder, around.disk)
    hooks.install()
    found = taken(folder, around.disk, with_windows=name == WINDOW)
    logged = [it.name for it in found if log.add((f"Stopped: {it.name}", *it.lines))]
    last_words.begin()
    try:
        yield Watched(hooks, WINDOW in logged)
    finally:
        last_words.end()

"""Brings states of a workbook down to the disk on a thread of its own; the newest one counts.

The window hands over an immutable value and goes on at once. The thread knows nothing of Qt.
"""

from threading import Event, Thread
from typing import Final, NamedTuple

from ilead_studio.storage.journal import Journal, State

PAUSE: Final = 0.25
"""Seconds between two writings: a word less than that old may be lost in a crash."""
AGAIN: Final = 2.0
"""Seconds after which a disk that refused is asked once more."""


class Kept(NamedTuple):
    """What the disk holds: the last state, None for nothing; and why a newer one is not there."""

    state: State | None = None
    trouble: Exception | None = None


class Keeper:
    """Writes what it was handed last; ``kept`` tells how far it is."""

    def __init__(self, journal: Journal, pause: float = PAUSE) -> None:
        self._journal, self._pause = journal, pause
        self.kept = Kept()
        self._wanted: State | None = None
        self._stir, self._ending = Event(), Event()
        self._thread: Thread | None = None

    def hand(self, state: State | None) -> None:
        """Hand over a state; None when the file holds all there is."""
        self._wanted = state
        self._stir.set()
        if self._thread is None and state is not None:
            self._thread = Thread(target=self._run, name="recovery", daemon=True)
            self._thread.start()

    def end(self) -> None:
        """Bring the last state down and end; waits for that."""
        self._ending.set()
        self._stir.set()
        if self._thread is not None:
            self._thread.join(AGAIN)
            self._thread = None

    @property
    def is_done(self) -> bool:
        """Whether the disk holds what was handed over last."""
        return self.kept.state is self._wanted

    def _run(self) -> None:
        while not self._ending.is_set():
            self._stir.wait(AGAIN if self.kept.trouble else None)
            self._stir.clear()
            self._write(self._wanted)
            self._ending.wait(self._pause)
        self._write(self._wanted)
        self._journal.let_go()

    def _write(self, state: State | None) -> None:
        try:
            if state is None:
                self._journal.settle()
            else:
                self._journal.keep(state)
        except Exception as error:  # a thread that ends would keep nothing any more
            self.kept = Kept(self.kept.state, error)
        else:
            self.kept = Kept(state)

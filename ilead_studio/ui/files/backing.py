"""Keeps an earlier version at each save, beside the window, which never waits for it.

The same line of tasks clears away what a save left that was killed.
"""

from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from ilead_studio.storage.backups import backup_folder, could_keep, follow
from ilead_studio.storage.leftovers import sweep
from ilead_studio.storage.moments import moment_of
from ilead_studio.storage.store import Stamp
from ilead_studio.ui.meanwhile.apart import Apart
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.window import MainWindow

BETWEEN: Final = timedelta(minutes=10)
"""Least time between two versions of which nobody asked for the later one."""
_WAIT = 5.0
"""Seconds that closing waits for the last version."""


class Backing(QObject):
    """Goes with a window; what was opened is kept before the first save over it, then each save."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._work, self._around = window.work, window.around
        self._line = Apart("backing", self)
        self._opened: tuple[Path, Stamp] | None = None
        self._last: datetime | None = None
        self._is_told = False
        self._path: Path | None = None
        self._work.opened.connect(self._on_opened)
        self._work.followed.connect(self._on_followed)
        self._work.saved.connect(self._on_saved)
        self._work.saved_by_itself.connect(self._on_saved_by_itself)

    def _on_opened(self) -> None:
        path, stamp = self._work.path, self._work.stamp
        self._opened = (path, stamp) if path is not None and stamp is not None else None
        self._last, self._path = None, path
        if path is not None:
            self._line.do(partial(sweep, path.parent, self._around.clock(), self._around.disk))

    def _on_followed(self) -> None:
        """Let the earlier versions go with a file that got another name."""
        old, self._path = self._path, self._work.path
        if old is None or self._path is None:
            return
        if self._opened is not None:
            self._opened = self._path, self._opened[1]
        state, disk = self._around.places.state, self._around.disk
        self._line.do(partial(follow, state, old, self._path, disk))

    def _on_saved_by_itself(self) -> None:
        """Keep one now and then, or those of a meeting would push out all that were before it."""
        now = self._around.clock()
        if self._opened is not None or self._last is None or now - self._last >= BETWEEN:
            self._on_saved()

    def _on_saved(self) -> None:
        path, stamp = self._work.path, self._work.stamp
        self._path = path
        if path is None or stamp is None:
            return
        before, self._opened = self._opened, None
        if before is not None and before[0] == path:
            self._keep(path, before[1].data, moment_of(before[1].changed / 1e9))
        self._last = self._around.clock()
        self._keep(path, stamp.data, self._last)

    def _keep(self, path: Path, data: bytes, when: datetime) -> None:
        folder = backup_folder(self._around.places.state, path)
        self._line.do(partial(could_keep, folder, data, when, self._around.disk), self._tell)

    def _tell(self, is_kept: bool) -> None:
        """Say once that there are no earlier versions; what was saved is saved."""
        if not (is_kept or self._is_told):
            self._is_told = True
            told = say("It is saved, but no earlier version of it can be kept on this computer: its"
                       " disk is full, or refuses.")  # fmt: skip
            self._work.warned.emit(told)

    def end(self) -> None:
        """Wait until all is kept; for closing the window."""
        self._line.wait(_WAIT)

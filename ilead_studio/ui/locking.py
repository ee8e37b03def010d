"""Says who has the workbook open in another window or on another computer; one can read or copy."""

import os
import platform
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ilead_studio.storage.lock import Holder, Lock, take
from ilead_studio.storage.refusals import shown
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.window import MainWindow


class Locking(QObject):
    """Locks the file of a window while it is open there."""

    def __init__(self, window: "MainWindow", host: str = "", user: str = "") -> None:
        super().__init__(window)
        self._window, self._work = window, window.work
        self._host, self._user = host or platform.node(), user or _user()
        self._lock: Lock | None = None
        self._path: Path | None = None
        self._work.opened.connect(self._on_opened)
        self._work.saved.connect(self._on_saved)
        window.ended.connect(self.give_back)

    def _me(self) -> Holder:
        return Holder(self._host, self._user, self._window.around.clock())

    def _on_opened(self) -> None:
        """Lock the file; if somebody has it, it can be read here, or copied."""
        self.give_back()
        path = self._path = self._work.path
        if path is None or self._work.read_only:
            return
        taken = take(path, self._me(), self._window.around.disk)
        if isinstance(taken, Holder):
            self._work.read_only = True
            self._tell(path, taken)
        else:
            self._lock = taken

    def _on_saved(self) -> None:
        """Lock the file that was saved now, if it is another one."""
        if self._work.path != self._path:
            self.give_back()
            self._take_anyway()

    def _take_anyway(self) -> None:
        path = self._path = self._work.path
        if path is not None:
            taken = take(path, self._me(), self._window.around.disk, anyway=True)
            self._lock = taken if isinstance(taken, Lock) else None

    def give_back(self) -> None:
        """Let others have the file."""
        lock, self._lock, self._path = self._lock, None, None
        if lock is not None:
            lock.give_back(self._window.around.disk)

    # --- telling ---------------------------------------------------------------------------------
    def _tell(self, path: Path, holder: Holder) -> None:
        copy = (say("Open a copy"), lambda: self._window.filing.begin_with_copy_of(path))
        here = (say("Work here all the same"), self._work_here)
        self._window.banner.ask(self._words(path, holder), (copy, here))

    def _words(self, path: Path, holder: Holder) -> str:
        """Say who has it, where, and since when, as far as it is known."""
        from ilead_studio.ui.recents import when_words  # no window opens later for it

        since = when_words(holder.since, self._window.around.clock()) if holder.since else ""
        known = {"name": shown(path), "host": holder.host, "user": holder.user, "since": since}
        if not holder.host:
            who = say("“{name}” may be open elsewhere.", **known)
        elif holder.host == self._host:
            who = say("“{name}” is open in another window on this computer ({since}).", **known)
        else:
            who = say("“{name}” is open on {host}, by {user} ({since}).", **known)
        return say("{who} You can read it here, or work in a copy.", who=who)

    def _work_here(self) -> None:
        """Somebody knows better: the other one has gone."""
        self._work.read_only = False
        self._take_anyway()
        self._window.banner.hide()
        self._work.filed.emit()


def _user() -> str:
    return os.environ.get("USER") or os.environ.get("USERNAME") or say("somebody")

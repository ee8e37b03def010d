"""Says who has the workbook open in another window or on another computer; one can read or copy."""

import os
import platform
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from ilead_studio.storage.disk import Disk
from ilead_studio.storage.lock import Holder, Lock, take
from ilead_studio.storage.refusals import shown
from ilead_studio.ui.commands.feature import feature
from ilead_studio.ui.files.outside import Outside
from ilead_studio.ui.meanwhile.apart import SLOW, Apart
from ilead_studio.ui.widgets.banner import elsewhere
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.window import MainWindow


_ABOUT: Final = "lock"
"""What the banner asks about here."""
_AT_THE_END: Final = 2.0
"""Seconds that the end of the program waits for a lock to go."""


class _Hand:
    """Holds the lock of one file; used by one task after the other."""

    def __init__(self, disk: Disk) -> None:
        self._disk = disk
        self._lock: Lock | None = None

    def take(self, path: Path, me: Holder, *, anyway: bool) -> Holder | None:
        """Lock a file; returns who has it already."""
        self.give_back()
        taken = take(path, me, self._disk, anyway=anyway)
        if isinstance(taken, Holder):
            return taken
        self._lock = taken
        return None

    def give_back(self) -> None:
        """Let others have it."""
        lock, self._lock = self._lock, None
        if lock is not None:
            lock.give_back(self._disk)


class Locking(QObject):
    """Locks the file of a window while it is open there; beside it, for a drive may not answer."""

    def __init__(self, window: "MainWindow", host: str = "", user: str = "") -> None:
        super().__init__(window)
        self._window, self._work = window, window.work
        self._host, self._user = host or platform.node(), user or _user()
        self._path: Path | None = None
        self._slow = QTimer(self, singleShot=True, interval=round(SLOW * 1e3))
        self._slow.timeout.connect(self._on_slow)
        self._begin_line()
        for signal in (self._work.opened, self._work.followed):
            signal.connect(self._begin)
        self._work.saved.connect(self._on_saved)
        window.ended.connect(self.give_back)

    def _begin_line(self) -> None:
        self._line, self._hand = Apart("locking", self), _Hand(self._window.around.disk)

    def _me(self) -> Holder:
        return Holder(self._host, self._user, self._window.around.clock())

    def _begin(self) -> None:
        """Lock the file under its name now; if somebody has it, it can be read here, or copied."""
        self.give_back()
        self._window.banner.settle(_ABOUT)
        path, session = self._work.path, self._work.session
        if path is None or self._work.read_only:
            return

        def on_taken(holder: Holder | None) -> None:
            if holder is not None and session is self._work.session and path == self._work.path:
                self._on_held(path, holder)

        self._take(path, on_taken)

    def _on_saved(self) -> None:
        """Lock the file that was saved now, if it is another one."""
        path = self._work.path
        if path is not None and path != self._path:
            self.give_back()
            self._take(path, anyway=True)

    def _take(
        self, path: Path, then: Callable[[Holder | None], object] = bool, *, anyway: bool = False
    ) -> None:
        self._path = path
        self._slow.start()

        def on_taken(holder: Holder | None) -> None:
            if path == self._path:
                self._slow.stop()
            then(holder)

        self._line.do(partial(self._hand.take, path, self._me(), anyway=anyway), on_taken)

    def _on_slow(self) -> None:
        """Say what is not known; who works on is told as soon as it is."""
        told = say("The drive does not answer: whether somebody else has this workbook open is not"
                   " known yet.")  # fmt: skip
        self._work.said.emit(told)

    def give_back(self) -> None:
        """Let others have the file; what hangs on a dead drive is left to itself."""
        self._slow.stop()
        if self._path is not None:
            self._path = None
            self._line.do(self._hand.give_back)
        if self._line.is_slow:
            self._begin_line()

    def end(self) -> None:
        """Let others have the file; for the end of the program."""
        self.give_back()
        self._line.wait(_AT_THE_END)

    def _on_held(self, path: Path, holder: Holder) -> None:
        """Let it be read only, unless somebody has begun to work in it meanwhile."""
        has_begun = self._window.editing.is_open or not self._work.session.is_saved
        self._tell(path, holder, has_begun=has_begun)
        self._let(read_only=not has_begun)

    def _let(self, *, read_only: bool) -> None:
        """Let the workbook be only read, or worked in; every field shows which."""
        self._work.read_only = read_only
        self._work.filed.emit()
        self._work.changed.emit()

    # --- telling ---------------------------------------------------------------------------------
    def _tell(self, path: Path, holder: Holder, *, has_begun: bool) -> None:
        who, here = self._who(path, holder), (say("Work here all the same"), self._work_here)
        if has_begun:
            words = say("{who} What you have begun is here: save it under another name.", who=who)
            there = elsewhere(lambda: self._window.do("save as"))
            self._window.banner.ask(words, (there, here), _ABOUT)
            return
        copy = (say("Open a copy"), lambda: self._window.filing.begin_with_copy_of(path))
        words = say("{who} You can read it here, or work in a copy.", who=who)
        self._window.banner.ask(words, (copy, here), _ABOUT)

    def _who(self, path: Path, holder: Holder) -> str:
        """Say who has it, where, and since when, as far as it is known."""
        from ilead_studio.ui.files.recents import since_words  # no window opens later for it

        since = since_words(holder.since, self._window.around.clock()) if holder.since else ""
        known = {"name": shown(path), "host": holder.host, "user": holder.user, "since": since}
        if not holder.host:
            return say("“{name}” may be open elsewhere.", **known)
        if holder.host == self._host:
            told = say("“{name}” is open in another window on this computer {since}", **known)
        else:
            told = say("“{name}” is open on {host}, by {user} {since}", **known)
        return f"{told.strip()}."

    def _work_here(self) -> None:
        """Somebody knows better: the other one has gone; it may have saved before."""
        if self._work.path is not None:
            self._take(self._work.path, anyway=True)
        self._window.banner.settle(_ABOUT)
        self._let(read_only=False)
        feature(self._window, Outside).look()


def _user() -> str:
    return os.environ.get("USER") or os.environ.get("USERNAME") or say("somebody")

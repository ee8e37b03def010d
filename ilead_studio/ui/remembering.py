"""Notes what is opened and saved, for the list of recent workbooks, a moment after it happened.

The list itself is loaded only then, so that no window opens later for it.
"""

import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QProcess, QTimer

from ilead_studio.storage.settings import Settings
from ilead_studio.surroundings import Surroundings
from ilead_studio.ui.work import Work

if TYPE_CHECKING:
    from ilead_studio.ui.recents import RecentList

PAUSE_MS: Final = 700
PICTURE_DPI: Final = 36


class Remembering(QObject):
    """Puts the open workbook on the list; a child process draws its picture."""

    def __init__(self, work: Work, around: Surroundings, settings: Settings) -> None:
        super().__init__(work)
        self._work, self._around, self._settings = work, around, settings
        self._noted: Path | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._note_then_draw)
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._draw)
        work.filed.connect(self._hear)
        for signal in (work.opened, work.saved):
            signal.connect(self._wait)

    def _hear(self) -> None:
        """Hear of a file that got another name; what is saved by itself is not drawn each time."""
        if self._work.path != self._noted:
            self._wait()

    def _wait(self) -> None:
        """Wait a moment after a workbook was opened or saved."""
        self._noted = self._work.path
        if self._noted is not None:
            self._pause.start()

    def note_now(self) -> None:
        """Note what waits to be noted; for closing the window."""
        if self._pause.isActive():
            self._pause.stop()
            self._note()

    def _note_then_draw(self) -> None:
        self._note()
        self._next.start()  # so that a key has its turn in between

    def _note(self) -> None:
        if self._work.path is not None:
            workbook, now = self._work.workbook, self._around.clock()
            self._recents().note(self._work.path, workbook, now)

    def _draw(self) -> None:
        recents, path = self._recents(), self._work.path
        if path is None or not recents.is_pictured:
            return
        with suppress(OSError):
            out = recents.picture_of(path)
            self._around.disk.make_folder(out.parent)
            draw_apart(path, out)

    def _recents(self) -> "RecentList":
        from ilead_studio.ui.recents import RecentList

        return RecentList(self._around.places, self._settings)


def draw_apart(file: Path, out: Path) -> None:
    """Let a process of its own draw the first page; it may outlive the window."""
    child = QProcess()
    child.setStandardOutputFile(QProcess.nullDevice())
    child.setStandardErrorFile(QProcess.nullDevice())
    child.setProgram(sys.executable)
    words = ["export", str(file), str(out), "--dpi", str(PICTURE_DPI)]
    child.setArguments(["-m", "ilead_studio", *words])
    child.startDetached()

"""Notes what is opened and saved, for the list of recent workbooks, a moment after it happened.

The list itself is loaded only then, so that no window opens later for it.
"""

import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QProcess, QTimer

from ilead_studio.model import Workbook
from ilead_studio.storage.settings import Settings
from ilead_studio.surroundings import Surroundings
from ilead_studio.ui.work import Work

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
        work.filed.connect(self._hear)
        for signal in (work.opened, work.saved):
            signal.connect(self._wait)
        work.saved_by_itself.connect(self._look_for_private)
        self._private: frozenset[str] = frozenset()

    def _hear(self) -> None:
        """Hear of a file that got another name; what is saved by itself is not drawn each time."""
        if self._work.path != self._noted:
            self._wait()

    def _look_for_private(self, written: Workbook) -> None:
        """Draw what was saved by itself once something of it is no longer for everybody."""
        path = self._work.path

        def on_found(private: frozenset[str]) -> None:
            is_more, self._private = not private <= self._private, private
            if is_more and path == self._work.path:
                self._wait()

        self._settings.beside(partial(_private_in, written), on_found)

    def _wait(self) -> None:
        """Wait a moment after a workbook was opened or saved."""
        self._noted = self._work.path
        if self._noted is not None:
            self._pause.start()

    def note_now(self) -> None:
        """Note what waits to be noted; for closing the window."""
        if self._pause.isActive():
            self._pause.stop()
            self._note(bool)

    def _note_then_draw(self) -> None:
        path = self._work.path

        def draw(out: Path | None) -> None:
            if out is not None and path is not None:
                draw_apart(path, out)

        self._note(draw)

    def _note(self, then: Callable[[Path | None], object]) -> None:
        path, around = self._work.path, self._around
        if path is not None:
            noted = partial(_noted, path, self._work.workbook, around.clock(), around)
            self._settings.beside(noted, then)


def _noted(path: Path, workbook: Workbook, when: datetime, around: Surroundings) -> Path | None:
    """Note a workbook; returns where its picture is to be drawn, if one is wished for."""
    from ilead_studio.ui.files.recents import recents_in

    recents = recents_in(around.places, around.disk)
    recents.note(path, workbook, when)
    if recents.is_pictured:
        with suppress(OSError):
            out = recents.picture_of(path)
            around.disk.make_folder(out.parent)
            if _private_in(workbook):  # the last picture may show what is private by now
                with suppress(FileNotFoundError):
                    around.disk.unlink(out)
            return out
    return None


def _private_in(workbook: Workbook) -> frozenset[str]:
    from ilead_studio.rules.visibility import EVERYBODY, hidden

    return hidden(workbook, EVERYBODY)


def draw_apart(file: Path, out: Path) -> None:
    """Let a process of its own draw the first page that everybody may see; it may outlive us.

    The page to begin with is often projected, so the picture shows nothing that is private.
    """
    child = QProcess()
    child.setStandardOutputFile(QProcess.nullDevice())
    child.setStandardErrorFile(QProcess.nullDevice())
    child.setProgram(sys.executable)
    words = ["export", str(file), str(out), "--dpi", str(PICTURE_DPI), "--for", "all"]
    child.setArguments(["-m", "ilead_studio", *words])
    child.startDetached()

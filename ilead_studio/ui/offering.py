"""Offers at the start what was typed and never saved, until somebody has chosen."""

import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QProcess, QUrl
from PySide6.QtGui import QDesktopServices

from ilead_studio.rules.names import workbook_name
from ilead_studio.storage.backups import backup_folder, keep
from ilead_studio.storage.format import encode
from ilead_studio.ui.keeping import Keeping, journal_folder
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.storage.recovery import Findings, Found
    from ilead_studio.ui.look import Look
    from ilead_studio.ui.offer_list import OfferList
    from ilead_studio.ui.window import MainWindow

Deed = Callable[["Found"], object]
_SUFFIX: Final = ".journal"


def offer_found(window: "MainWindow", keeping: Keeping) -> None:
    """Look for what was typed and never saved; the start page offers it."""
    folder = journal_folder(window.around)
    try:
        if not any(name.endswith(_SUFFIX) for name in window.around.disk.names(folder)):
            return
    except OSError:
        return
    from ilead_studio.storage.recovery import find  # only where there is something to read

    findings = find(folder, window.around.disk)
    if findings.found or findings.unread or findings.newer:
        window.offers = Offers(window, keeping, findings)
        window.do("start page")


class Offers(QObject):
    """What was found and is not chosen about yet."""

    def __init__(self, window: "MainWindow", keeping: Keeping, findings: "Findings") -> None:
        super().__init__(window)
        self._window, self._keeping = window, keeping
        self.found, self.unread = [*findings.found], [*findings.unread]
        self.newer = [str(it) for it in findings.newer]

    def shown(self, look: "Look") -> "OfferList | None":
        """Return what offers it in a look; None when everything is chosen about."""
        from ilead_studio.ui.offer_list import OfferList

        if not self.found and not self.unread and not self.newer:
            return None
        return OfferList(self, look, self._window.around)

    def deeds(self) -> dict[str, Deed]:
        """Return what can be done about something that was found."""
        return {
            "typed": self.open_typed,
            "both": self.open_both,
            "saved": self.keep_saved,
            "later": self.later,
        }

    def open_typed(self, found: "Found") -> None:
        """Work on what was typed; saving writes it into its file."""
        self._window.filing.when_safe(lambda: self._take(found))

    def open_both(self, found: "Found") -> None:
        """Work on what was typed as a workbook of its own, with the saved file beside it."""

        def take() -> None:
            open_beside(found.path)
            self._take(found, with_file=False)

        self._window.filing.when_safe(take)

    def _take(self, found: "Found", *, with_file: bool = True) -> None:
        self._done(found)
        found.release()
        self._keeping.take_over(found.files)
        self._window.work.recover(found if with_file else replace(found, path=None))
        name = workbook_name(found.workbook)
        self._window.work.said.emit(say("“{name}” is as it was typed. Save it now.", name=name))

    def keep_saved(self, found: "Found") -> None:
        """Leave out what was typed; it stays under the earlier versions of its file."""
        around = self._window.around
        told = say("What was typed is kept aside. It is not offered again.")
        with suppress(OSError):
            if found.path is not None:
                folder = backup_folder(around.places.state, found.path)
                keep(folder, encode(found.workbook), found.when, around.disk, was_typed=True)
                told = say("What was typed stays under “Earlier versions…”, and is not offered"
                           " again.")  # fmt: skip
            found.settle(around.disk)
        self._done(found)
        self._window.do("start page")
        self._window.work.said.emit(told)

    def later(self, found: "Found") -> None:
        """Offer it again at the next start."""
        found.release()
        self._done(found)
        self._window.do("start page")
        self._window.work.said.emit(say("It will be offered again at the next start."))

    def _done(self, found: "Found") -> None:
        self.found = [it for it in self.found if it is not found]

    def show_unread(self) -> None:
        """Show the folder of what could not be read."""
        folder: Path = self.unread[0].file.parent
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))

    def open_saved(self, path: Path) -> None:
        """Open the saved file of what could not be read."""
        self._window.filing.open_soon(path)

    def forget_unread(self) -> None:
        """Say no more of what could not be read; it stays where it is."""
        self.unread = []
        self._window.do("start page")

    def forget_newer(self, sentence: str) -> None:
        """Say no more, until the next start, of what a newer program keeps."""
        self.newer.remove(sentence)
        self._window.do("start page")


def open_beside(path: Path | None) -> None:
    """Open a file in another window: a process of its own."""
    QProcess.startDetached(sys.executable, ["-m", "ilead_studio", str(path)])

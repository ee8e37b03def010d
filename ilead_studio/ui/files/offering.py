"""Offers at the start what was typed and never saved, until somebody has chosen."""

import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QProcess

from ilead_studio.rules.changed import compared, sections
from ilead_studio.rules.names import workbook_name
from ilead_studio.storage.backups import keep_typed
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.format import encode
from ilead_studio.ui.canvas.first_picture import with_picture
from ilead_studio.ui.files.keeping import Keeping, journal_folder
from ilead_studio.ui.files.whereabouts import opened
from ilead_studio.ui.meanwhile.apart import Apart
from ilead_studio.ui.meanwhile.turns import Turns
from ilead_studio.ui.start.beginnings import Beginnings
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.storage.recovery import Beside, Findings, Found
    from ilead_studio.ui.files.offer_list import OfferList
    from ilead_studio.ui.looks.look import Look
    from ilead_studio.ui.window import MainWindow

Deed = Callable[["Found"], object]
_SUFFIX: Final = ".journal"
_READ: Final = "recovery/read"
"""Where it is kept what somebody has read: marks of sentences, which name nobody's file."""


def offer_found(window: "MainWindow", keeping: Keeping, then: Callable[[], object] = bool) -> None:
    """Look beside the window for what was typed and never saved; the start page offers it.

    ``then`` is called when that is known.
    """
    line = Apart("recovery", window)

    def on_found(found: "Findings | None") -> None:
        offers = found and Offers(window, keeping, found, line)
        if offers and offers.has_any:
            window.offers = offers
            Turns(line).begin(_offered(window, then))
        else:
            then()

    line.do(partial(_found, journal_folder(window.around), window.around.disk), on_found)


def _found(folder: Path, disk: Disk) -> "Findings | None":
    """Look for journals, and find out what their card will say; None where there are none."""
    try:
        if not any(name.endswith(_SUFFIX) for name in disk.names(folder)):
            return None
    except OSError:
        return None
    from ilead_studio.storage.recovery import find  # only where there is something to read

    findings = find(folder, disk)
    for it in findings.found:
        it.beside = it.look_beside(disk)
    for it in findings.found[:1]:
        sections(compared(it.saved, "file"), compared(it.workbook, "file"))
        with_picture(it.workbook)
    return findings


def _offered(window: "MainWindow", then: Callable[[], object]) -> Iterator[object]:
    """Show what is offered, turn by turn; somebody who has begun to work is told of it."""
    for it in window.features:
        if isinstance(it, Beginnings):
            yield from it.made_ahead()
    work = window.work
    if window.at_start or (work.session.is_saved and not window.editing.is_open):
        window.do("start page")
    else:
        words = say(
            "Something was typed and never saved. It is kept, and offered on the start page."
        )
        look = (say("Look at it"), lambda: window.do("start page"))
        window.banner.ask(words, (look,), about="recovery")
    then()


class Offers(QObject):
    """What was found and is not chosen about yet."""

    def __init__(
        self, window: "MainWindow", keeping: Keeping, findings: "Findings", line: Apart
    ) -> None:
        super().__init__(window)
        self._window, self._keeping, self._line = window, keeping, line
        self.found, self.unread = [*findings.found], [*findings.unread]
        self.later_count = findings.later
        every = [str(it) for it in findings.newer]
        self.newer = [it for it in every if _mark(it) not in self._read()]

    def _read(self) -> list[str]:
        """Return the marks of what somebody has read."""
        return self._window.settings.value(_READ).split()

    def shown(self, look: "Look") -> "OfferList | None":
        """Return what offers it in a look; None when everything is chosen about."""
        from ilead_studio.ui.files.offer_list import OfferList

        if not self.has_any:
            return None
        if self.found:
            self._look_again(self.found[0])
        return OfferList(self, look, self._window.around)

    def _look_again(self, found: "Found") -> None:
        """Show it anew if its file is not as it was when it was looked at."""

        def on_looked(beside: "Beside | None") -> None:
            if beside != found.beside and found in self.found:
                found.beside = beside
                if self._window.at_start:
                    self._window.do("start page")

        self._line.do(partial(found.look_beside, self._window.around.disk), on_looked)

    @property
    def has_any(self) -> bool:
        """Whether there is something to choose about."""
        return bool(self.found or self.unread or self.newer)

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
        if found.path is not None:
            told = say("What was typed stays under “Earlier versions…”, and is not offered again.")
        self._done(found)
        self._window.do("start page")
        self._line.do(
            partial(_leave_out, found, around.places.state, around.disk),
            lambda is_kept: self._window.work.said.emit(told if is_kept else _not_kept()),
        )

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
        opened(self.unread[0].file.parent)

    def open_saved(self, path: Path) -> None:
        """Open the saved file of what could not be read."""
        self._window.filing.open_soon(path)

    def forget_unread(self) -> None:
        """Say no more of what could not be read; it stays where it is."""
        self.unread = []
        self._window.do("start page")

    def forget_newer(self, sentence: str) -> None:
        """Say no more of what a newer program keeps; that one offers it."""
        self.newer.remove(sentence)
        self._window.settings.keep({_READ: " ".join((*self._read(), _mark(sentence)))})
        self._window.do("start page")


def _leave_out(found: "Found", state: Path, disk: Disk) -> bool:
    """Keep it among the versions of its file, and offer it no more; tells whether that worked."""
    path, data = found.path, encode(found.workbook)
    is_kept = path is None or keep_typed(state, path, data, found.when, disk)
    with suppress(OSError):
        if is_kept:
            found.settle(disk)
            return True
    found.release()
    return False


def _mark(sentence: str) -> str:
    return sha256(sentence.encode()).hexdigest()[:16]


def _not_kept() -> str:
    return say("The disk refuses to keep it aside. It will be offered again at the next start.")


def open_beside(path: Path | None) -> None:
    """Open a file in another window: a process of its own."""
    QProcess.startDetached(sys.executable, ["-m", "ilead_studio", str(path)])

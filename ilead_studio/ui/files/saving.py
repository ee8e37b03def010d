"""Saves beside the window, one save after the other, and tells what is safe.

A workbook is a value, so it is written as it was when its turn came; what is done meanwhile stays
unsaved, and in recovery.
"""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from ilead_studio.errors import ChangedOutside, StudioError
from ilead_studio.model import Workbook
from ilead_studio.session import Session
from ilead_studio.storage.backups import keep_replaced
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.store import Stamp, Unconfirmed, save_workbook
from ilead_studio.surroundings import Surroundings
from ilead_studio.ui.meanwhile.apart import SLOW, Apart, Get
from ilead_studio.ui.work import Work

AT_THE_END: Final = 10.0
"""Seconds that the end of the program waits for a save."""


@dataclass(frozen=True, slots=True)
class Save:
    """A save that is wanted: into which file, and what follows once it holds the workbook.

    A file of a name that was ``chosen`` just now may come back if it was taken away; one that
    ``is_new`` must not be there; a save ``by_itself`` was not asked for, and warns of nothing.
    """

    path: Path
    then: Callable[[], object] | None = None
    chosen: bool = False
    is_new: bool = False
    by_itself: bool = False


class Saving(QObject):
    """What is being saved.

    ``turned`` tells that something is being saved, or nothing any more, which ``ended`` tells too;
    ``refused`` that a file had been changed outside, ``failed`` why a save came to nothing, and
    which.
    """

    turned = Signal()
    refused = Signal(str)
    failed = Signal(str, object)
    ended = Signal()

    def __init__(self, work: Work, around: Surroundings) -> None:
        super().__init__(work)
        self._work, self._around = work, around
        self._apart = Apart("saving", self)
        self._apart.turned.connect(self._on_turned)
        self._slow = QTimer(self, singleShot=True, interval=round(SLOW * 1e3))
        self._slow.timeout.connect(self._on_slow)
        self._path: Path | None = None
        self._refused: Workbook | None = None
        self.saved_at: datetime | None = None
        """When the file was last written from this window."""
        self.is_slow = False
        """Whether the drive takes so long that it may never answer."""
        self.has_failed = False
        """Whether what was tried to be saved last is in no file."""
        work.opened.connect(self._on_opened)

    @property
    def is_under_way(self) -> bool:
        """Whether something is being saved."""
        return self._apart.under_way is not None

    @property
    def was_refused(self) -> bool:
        """Whether the last try to save failed, and nothing was saved or opened since."""
        return self._refused is self._work.session.saved

    def ask(self, save: Save) -> None:
        """Save when all that was asked for before is saved.

        A drive that does not answer is not waited for by a save that goes elsewhere.
        """
        if self.is_slow and save.path != self._path:
            self.give_up()
        given: list[tuple[Session, Workbook]] = []

        def begin() -> Callable[[object], Stamp]:
            session = self._work.session
            given.append((session, session.begin_save()))
            self._path, self.is_slow = save.path, False
            self._slow.start()
            return self._written(given[0][1], save)

        self._apart.ask(begin, lambda get: self._on_done(save, *given[0], get))

    def give_up(self) -> None:
        """Wait for no save any more; what hangs on a dead drive is left hanging."""
        self._apart.give_up()

    def wait(self) -> None:
        """Wait for what is being saved; for the end of the program."""
        self._apart.wait(AT_THE_END)

    def _written(self, workbook: Workbook, save: Save) -> Callable[[object], Stamp]:
        """Return what writes a workbook, with what is known of its file now."""
        same = save.path == self._work.path and not self._work.read_only
        stamp = self._work.stamp if same else None
        return partial(_write, workbook, save, self._around, stamp)

    # --- what came of it -------------------------------------------------------------------------
    def _on_done(self, save: Save, session: Session, workbook: Workbook, get: Get[Stamp]) -> None:
        """Only here a workbook becomes a saved one: the disk has said so."""
        self.has_failed = True
        try:
            stamp = get()
        except ChangedOutside as error:
            if save.path == self._work.path:
                self.refused.emit(str(error))
            else:
                self._on_refused(str(error), save)
        except StudioError as error:
            if isinstance(error, Unconfirmed):
                self._on_unconfirmed(save, session, error.stamp)
            self._on_refused(str(error), save)
        else:
            self.has_failed = False
            self._on_saved(save, session, workbook, stamp)

    def _on_unconfirmed(self, save: Save, session: Session, stamp: Stamp) -> None:
        """Know the file again: what it holds is ours, though the disk may still lose it."""
        if session is self._work.session and save.path == self._work.path:
            self._work.stamp = stamp

    def _on_refused(self, why: str, save: Save) -> None:
        self._refused = self._work.session.saved
        if not save.by_itself:
            self.failed.emit(why, save)
        self._work.filed.emit()

    def _on_saved(self, save: Save, session: Session, workbook: Workbook, stamp: Stamp) -> None:
        if session is not self._work.session:
            return  # another workbook is open by now; this one is safe in its file
        self.saved_at = self._around.clock()
        self._work.saved_as(workbook, save.path, stamp)
        (self._work.saved_by_itself if save.by_itself else self._work.saved).emit(workbook)
        if save.then:
            save.then()

    def _on_opened(self) -> None:
        self.saved_at = None

    def _on_slow(self) -> None:
        self.is_slow = True
        self.turned.emit()

    def _on_turned(self) -> None:
        if not self.is_under_way:
            self._slow.stop()
            self.is_slow = False
            self.ended.emit()
        self.turned.emit()


def _write(
    workbook: Workbook, save: Save, around: Surroundings, stamp: Stamp | None, _: object
) -> Stamp:
    """Write a workbook; another one whose place it takes stays among the earlier versions.

    What comes there after somebody chose the name, or meanwhile, is not overwritten.
    """
    disk = around.disk
    if stamp is not None and save.chosen and not _is_there(save.path, disk):
        stamp = None
    may_replace = not save.is_new
    if stamp is None and may_replace:
        may_replace = _is_there(save.path, disk)
        there = keep_replaced(around.places.state, save.path, disk)
        stamp = None if there is None else Stamp(0, len(there), 0, there)
    return save_workbook(workbook, save.path, disk, stamp, may_replace)


def _is_there(path: Path, disk: Disk) -> bool:
    with suppress(OSError, ValueError):
        disk.stat(disk.real(path))
        return True
    return False

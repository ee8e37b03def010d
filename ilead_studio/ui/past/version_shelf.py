"""The earlier versions of the open workbook: which there are, and each as it was once it is read.

All are read one after the other, to be counted and sought in; only the last few are kept whole.
"""

from collections import OrderedDict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from ilead_studio.model import Workbook
from ilead_studio.rules.changed import Against, compared, count_words, sections
from ilead_studio.rules.earlier import Kept, Read, named, saved
from ilead_studio.rules.find import all_words
from ilead_studio.storage.backups import Version, backup_folder, versions
from ilead_studio.ui.meanwhile.apart import Apart
from ilead_studio.ui.past.version_reader import Answer, VersionReader

if TYPE_CHECKING:
    from ilead_studio.ui.window import MainWindow

_WHOLE: Final = 4
"""Versions that are kept as they were read."""


class Shelf(QObject):
    """``ready`` tells that a version that was asked for is there, ``counted`` that more is known.

    ``filled`` tells that it is known which there are. ``known`` says what is known of each, by its
    key.
    """

    filled = Signal()
    ready = Signal(str)
    counted = Signal()

    def __init__(self, window: "MainWindow", parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._work = window, window.work
        self.kept: tuple[Kept, ...] = ()
        self.known: dict[str, Read] = {}
        self.room = 0
        """Bytes that all versions take."""
        self._whole: OrderedDict[str, Answer] = OrderedDict()
        self._files: dict[str, Path] = {}
        self._now: Workbook | None = None
        self._wanted = ""
        self._is_open = False
        self._listing = Apart("versions", self)
        self._reader = VersionReader(window.around.disk, self)
        self._reader.known.connect(self._on_read)
        self._counting = Apart("counting", self)

    # --- which there are -------------------------------------------------------------------------
    def fill(self) -> None:
        """Find out beside the window what there is now; ``filled`` tells."""
        path, around = self._work.path, self._window.around
        self._is_open = True
        if path is None:
            self._take(())
        else:
            self._listing.do(
                lambda: versions(backup_folder(around.places.state, path), around.disk),
                lambda found: self._take(found) if self._work.path == path else None,
            )

    def _take(self, found: tuple[Version, ...]) -> None:
        """List versions, and find out about each in turn."""
        now = self._window.around.clock()
        self._files = {it.file.name: it.file for it in found}
        self.room = sum(it.size for it in found)
        files = (saved(it.file.name, it.when, now, was_typed=it.was_typed) for it in found)
        self.kept = (*named(self._work.workbook), *files)
        if self._now is not self._work.workbook:
            self._now, self.known = self._work.workbook, {}
        if self._is_open:
            self.filled.emit()
            self._count_next()

    def close(self) -> None:
        """Find out no more."""
        self._is_open = False

    def of(self, key: str) -> Kept | None:
        """Return the version of a key; None if it is gone."""
        return next((it for it in self.kept if it.key == key), None)

    # --- each as it was --------------------------------------------------------------------------
    def book(self, key: str) -> Answer | None:
        """Return a version as it was, or why it cannot be read; None while it is being read."""
        there = self._there(key)
        if there is None and key in self._files and key != self._wanted:
            self._wanted = key
            self._reader.ask(self._files[key], first=True)
        return there

    def _there(self, key: str) -> Answer | None:
        if key in self._whole:
            self._whole.move_to_end(key)
            return self._whole[key]
        return next((it.was for it in self._work.workbook.snapshots if it.id == key), None)

    def _on_read(self, file: Path, answer: Answer) -> None:
        self._whole[file.name] = answer
        while len(self._whole) > _WHOLE:
            self._whole.popitem(last=False)
        if file.name == self._wanted:
            self._wanted = ""
            self.ready.emit(file.name)
        self._count(file.name, answer)

    # --- what is known of it ---------------------------------------------------------------------
    def _count_next(self) -> None:
        """Find out about the next one that nothing is known of."""
        key = next((it.key for it in self.kept if it.key not in self.known), "")
        if not key or not self._is_open:
            return
        known = self._there(key)
        if known is not None:
            self._count(key, known)
        elif key in self._files and key != self._wanted:
            self._reader.ask(self._files[key])

    def _count(self, key: str, answer: Answer) -> None:
        if key in self.known or not self._is_open:
            self._count_next()
        elif isinstance(answer, str):
            self._note(key, Read(trouble=answer))
        else:
            now = self._work.workbook
            self._counting.do(
                partial(_told, answer, now, is_file=key in self._files),
                lambda read: self._note(key, read) if now is self._now else self._count_next(),
            )

    def _note(self, key: str, read: Read) -> None:
        self.known[key] = read
        self.counted.emit()
        self._count_next()


def _told(book: Workbook, now: Workbook, *, is_file: bool) -> Read:
    """Find out how much was changed since, and which words were there."""
    against: Against = "file" if is_file else "snapshot"
    told = sections(compared(book, against), compared(now, against))
    return Read(count_words(told), all_words(book))

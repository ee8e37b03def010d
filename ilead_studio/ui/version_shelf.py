"""The earlier versions of the open workbook: which there are, and each as it was once it is read.

All are read one after the other, to be counted and sought in; only the last few are kept whole.
"""

from collections import OrderedDict
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from ilead_studio.model import Workbook
from ilead_studio.rules.changed import compared, count_words, sections, steps_to_sections
from ilead_studio.rules.earlier import Kept, Read, named, saved
from ilead_studio.rules.find import all_words
from ilead_studio.storage.backups import backup_folder, versions
from ilead_studio.ui.turns import Turns
from ilead_studio.ui.version_reader import Answer, VersionReader

if TYPE_CHECKING:
    from ilead_studio.ui.window import MainWindow

_WHOLE: Final = 4
"""Versions that are kept as they were read."""


class Shelf(QObject):
    """``ready`` tells that a version that was asked for is there, ``counted`` that more is known.

    ``known`` says what, by the key of a version.
    """

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
        self._reader = VersionReader(window.around.disk, self)
        self._reader.known.connect(self._on_read)
        self._turns = Turns(self)

    # --- which there are -------------------------------------------------------------------------
    def fill(self) -> None:
        """List what there is now, and find out about each in turn."""
        path, around = self._work.path, self._window.around
        folder = backup_folder(around.places.state, path) if path else None
        found = versions(folder, around.disk) if folder else ()
        now = around.clock()
        self._files = {it.file.name: it.file for it in found}
        self.room = sum(it.size for it in found)
        files = (saved(it.file.name, it.when, now, was_typed=it.was_typed) for it in found)
        self.kept = (*named(self._work.workbook), *files)
        if self._now is not self._work.workbook:
            self._now, self.known = self._work.workbook, {}
        self._is_open = True
        self._count_next()

    def close(self) -> None:
        """Find out no more."""
        self._is_open = False
        self._turns.end()

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
            self._turns.begin(self._counting(key, answer))

    def _counting(self, key: str, book: Workbook) -> Iterator[object]:
        old, new = compared(book), compared(self._work.workbook)
        yield from steps_to_sections(old, new)
        words = all_words(book)
        yield words
        self._note(key, Read(count_words(sections(old, new)), words))

    def _note(self, key: str, read: Read) -> None:
        self.known[key] = read
        self.counted.emit()
        self._count_next()

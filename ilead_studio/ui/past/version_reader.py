"""Reads earlier versions beside the window, so that a large one holds up nobody."""

from collections import deque
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from ilead_studio.errors import StudioError
from ilead_studio.model import Workbook
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.store import open_workbook
from ilead_studio.ui.meanwhile.apart import Apart

Answer = Workbook | str
"""A workbook, or why it could not be read."""


class VersionReader(QObject):
    """``known`` brings a file that was asked for, and the workbook in it or why there is none."""

    known = Signal(object, object)

    def __init__(self, disk: Disk, parent: QObject) -> None:
        super().__init__(parent)
        self._disk, self._wishes = disk, deque[Path]()
        self._apart = Apart("earlier", self)

    def ask(self, file: Path, *, first: bool = False) -> None:
        """Ask for a file, before all others if it is waited for."""
        (self._wishes.appendleft if first else self._wishes.append)(file)
        self._go_on()

    def _go_on(self) -> None:
        if self._wishes and not self._apart.under_way:
            file = self._wishes.popleft()
            self._apart.do(partial(_read, file, self._disk), partial(self._tell, file))

    def _tell(self, file: Path, answer: Answer) -> None:
        self._go_on()
        self.known.emit(file, answer)


def _read(file: Path, disk: Disk) -> Answer:
    try:
        return open_workbook(file, disk).workbook
    except StudioError as error:
        return str(error)

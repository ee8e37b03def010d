"""A command of the command line, done with the open workbook in a process of its own."""

import sys
from collections.abc import Sequence
from contextlib import suppress
from typing import Final

from PySide6.QtCore import QObject, QProcess, Signal

from ilead_studio.errors import StudioError
from ilead_studio.model import Workbook
from ilead_studio.storage.format import read_back
from ilead_studio.ui.meanwhile.apart import Apart
from ilead_studio.words import say

_PATIENCE_MS: Final = 30_000


class CommandChild(QObject):
    """``done`` brings what the command said, ``refused`` why it did nothing; one of them, once."""

    done = Signal(str)
    refused = Signal(str)

    def __init__(
        self, command: str, words: Sequence[str], workbook: Workbook, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._has_ended = False
        self._words = ["-m", "ilead_studio", command, "-", *words]
        self._child = QProcess(self)
        self._child.finished.connect(lambda code, _status: self._on_ended(code))
        self._child.errorOccurred.connect(lambda _error: self._on_ended(2))
        self._apart = Apart("writing", self)
        self._apart.do(lambda: _bytes_of(workbook), self._start)

    def _start(self, data: bytes) -> None:
        self._child.start(sys.executable, self._words)
        self._child.write(data)
        self._child.closeWriteChannel()

    def wait(self) -> None:
        """Wait until it is done, but not for ever; for closing the window."""
        self._apart.wait(_PATIENCE_MS / 1e3)
        self._child.waitForFinished(_PATIENCE_MS)

    def _on_ended(self, code: int) -> None:
        if self._has_ended:
            return
        self._has_ended = True
        said, why = (
            bytes(it.data()).decode("utf-8", "replace").strip()
            for it in (self._child.readAllStandardOutput(), self._child.readAllStandardError())
        )
        if code == 0:
            self.done.emit(said)
        else:
            self.refused.emit(why or say("It could not be done. Nothing was written."))
        self.deleteLater()


def _bytes_of(workbook: Workbook) -> bytes:
    """Return the file of a workbook; none of one that could not be opened again, which is told."""
    with suppress(StudioError, ValueError):
        return read_back(workbook, "")
    return b""

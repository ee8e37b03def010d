"""A command of the command line, done with the open workbook in a process of its own."""

import sys
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QObject, QProcess, Signal

from ilead_studio.model import Workbook
from ilead_studio.storage.format import encode
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
        self._child = QProcess(self)
        self._child.finished.connect(lambda code, _status: self._on_ended(code))
        self._child.errorOccurred.connect(lambda _error: self._on_ended(2))
        self._child.start(sys.executable, ["-m", "ilead_studio", command, "-", *words])
        self._child.write(encode(workbook))
        self._child.closeWriteChannel()

    def wait(self) -> None:
        """Wait until it is done, but not for ever; for closing the window."""
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

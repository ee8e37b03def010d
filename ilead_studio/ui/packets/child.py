"""The process that makes PDFs for the window: it loads what that takes, and no key waits for it."""

import sys
from typing import Final

from PySide6.QtCore import QObject, QProcess, Signal

from ilead_studio.preview.frames import Frame, Frames

_AT_ONCE_MS: Final = 1_000


class PacketChild(QObject):
    """``told`` brings a frame that it answers, ``ended`` tells that it has gone by itself."""

    told = Signal(object)
    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._frames = Frames()
        self._process = QProcess(self)
        self._process.setStandardErrorFile(QProcess.nullDevice())
        self._process.readyReadStandardOutput.connect(self._read)
        self._process.finished.connect(self._on_end)
        self._process.errorOccurred.connect(self._on_end)
        self._process.start(sys.executable, ["-m", "ilead_studio", "preview"])

    def ask(self, frame: Frame) -> None:
        """Ask something; the answers come later."""
        self._process.write(frame.packed())

    def _read(self) -> None:
        data = bytes(self._process.readAllStandardOutput().data())
        for frame in self._frames.take(data):
            self.told.emit(frame)

    def _on_end(self) -> None:
        self.ended.emit()

    def wait(self, milliseconds: int) -> bool:
        """Wait for further bytes; tells whether some came."""
        return self._process.waitForReadyRead(milliseconds)

    def end(self) -> None:
        """Stop it, whatever it is doing; a file that it writes is whole or not there."""
        self.blockSignals(True)
        self._process.kill()
        self._process.waitForFinished(_AT_ONCE_MS)
        self.deleteLater()

"""What makes PDFs for the window in tests: nothing at all, or the real thing in this process."""

import pytest
from hands import Desk
from PySide6.QtCore import QObject, QTimer, Signal

from ilead_studio.preview.frames import Frame
from ilead_studio.preview.printing import Printing
from ilead_studio.resources import resource
from ilead_studio.storage.disk import Disk
from ilead_studio.ui.packets import child as packet_child


class QuietChild(QObject):
    """Never answers; it remembers what it was asked."""

    told = Signal(object)
    ended = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.asked: list[Frame] = []

    def ask(self, frame: Frame) -> None:
        self.asked.append(frame)

    def wait(self, milliseconds: int) -> bool:
        return False

    def end(self) -> None:
        self.blockSignals(True)


class HereChild(QuietChild):
    """Answers in this process, when the window has its turn."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._printing = Printing(Disk(), self.told.emit)

    def ask(self, frame: Frame) -> None:
        super().ask(frame)
        QTimer.singleShot(0, self, lambda: self._answer(frame))

    def _answer(self, frame: Frame) -> None:
        self._printing.answer(frame)
        if frame.head["do"] == "make":
            QTimer.singleShot(0, self, self._go_on)

    def _go_on(self) -> None:
        if self._printing.is_due:
            self._printing.go_on()


def at_handouts(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Go to the handouts of the example, which are made in this process."""
    monkeypatch.setattr(packet_child, "PacketChild", HereChild)
    desk.window.filing.open_file(resource("examples", "new-teachers.ilead"))
    desk.press("Ctrl+9")
    return desk

"""The real program in which something goes wrong; run as a process of its own.

The first word tells what: ``faults`` everywhere, a fault from below (``segv``), or nothing, to see
how the next start ``looks``. What can be read then is printed, and the program ends by itself.
"""

import os
import signal
import sys
from threading import Thread

from PySide6.QtCore import QTimer, qWarning
from PySide6.QtGui import QPaintEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from ilead_studio import app
from ilead_studio.surroundings import real_surroundings
from ilead_studio.ui.files.keeping import Keeping
from ilead_studio.ui.files.offer_list import OfferCard
from ilead_studio.ui.trouble.fault_card import FaultCard
from ilead_studio.ui.trouble.faults import Faults
from ilead_studio.ui.widgets.banner import Banner
from ilead_studio.ui.window import MainWindow

SECRET = "Absences of Maria"
PULSE_MS, MOST = 50, 400


def fail() -> None:
    """Fail as code does that met a value nobody thought of; the message quotes it."""
    raise ValueError(SECRET)


class Picture(QLabel):
    """Cannot be painted."""

    def paintEvent(self, event: QPaintEvent) -> None:
        fail()


class Failing(MainWindow):
    """A window with something in it that fails."""

    began = 0

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self.began:
            self.began = 1
            QTimer.singleShot(0, self, self._begin)

    def _begin(self) -> None:
        self._pulse = QTimer(self, interval=PULSE_MS)
        self._pulse.timeout.connect(self._look)
        self._pulse.start()
        if sys.argv[1] != "looks":
            self.do("new")
            self.editing.begin_with("Buses")
        if sys.argv[1] == "faults":
            self._fail_everywhere()

    def _fail_everywhere(self) -> None:
        qWarning(f"QFile::open: {SECRET}")
        for _ in range(10):
            QTimer.singleShot(0, self, fail)
        thread = Thread(target=fail, name="own")
        thread.start()
        thread.join()
        Picture("Fail", self).show()
        made = QPushButton("Fail", self)
        made.clicked.connect(lambda: fail())
        made.click()

    def _look(self) -> None:
        """Wait until what is typed is kept, or offered; then tell, or be stopped."""
        self.began += 1
        if self.began > MOST:
            QApplication.exit(1)
        elif sys.argv[1] == "looks":
            if self._seen(OfferCard):
                self._tell()
        elif self._is_kept and sys.argv[1] == "segv":
            os.kill(os.getpid(), signal.SIGSEGV)
        elif self._is_kept and "paintEvent" in self.around.places.log.read_text():
            self._tell()

    @property
    def _is_kept(self) -> bool:
        """Whether recovery holds the word that is being typed."""
        keeping = self.findChild(Keeping)
        state = keeping.keeper.kept.state if keeping else None
        return state is not None and state.workbook.fishbones[0].head == "Buses"

    def _tell(self) -> None:
        self._pulse.stop()
        for faults in self.findChildren(Faults):
            faults.look()  # now, not at its next turn
        lines = [f"typing {self.editing.words}"]
        for card in self._seen(FaultCard):
            buttons = (it for it in card.findChildren(QPushButton) if it.isVisible())
            words = (it for it in card.findChildren(QLabel) if it.text())
            lines += [f"card {it.text()}" for it in (*words, *buttons)]
        lines += [f"banner {it.words}" for it in self._seen(Banner)]
        lines += [f"offer {it.accessibleName()}" for it in self._seen(OfferCard)]
        sys.stdout.write("\n".join(lines) + "\n")
        sys.stdout.flush()
        QApplication.exit(0)

    def _seen(self, kind: type) -> list:  # type: ignore[type-arg]  # widgets of that kind
        return [it for it in self.findChildren(kind) if it.isVisible()]


if __name__ == "__main__":
    app.MainWindow = Failing  # type: ignore[misc]  # the program opens this window instead
    sys.exit(app.run(None, real_surroundings()))

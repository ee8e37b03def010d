"""How much changed since each snapshot, found out one by one while nothing else is waited for."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from ilead_studio.rules.snapshots import since_words
from ilead_studio.ui.work import Work


class SinceCounts(QObject):
    """``counted`` tells that one more is ``known``, by the snapshot's id.

    ``is_wanted`` says whether somebody still looks at the list.
    """

    counted = Signal()

    def __init__(self, work: Work, is_wanted: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._work, self._is_wanted = work, is_wanted
        self.known: dict[str, str] = {}
        self._turn = QTimer(self, singleShot=True)  # its turn comes when all events are done
        self._turn.timeout.connect(self._count_one)

    def begin(self) -> None:
        """Find out what is not known yet."""
        if self._is_wanted():
            self._turn.start()

    def begin_anew(self) -> None:
        """Find out everything again: the workbook is another one."""
        self.known.clear()
        self.begin()

    def _count_one(self) -> None:
        workbook = self._work.workbook
        left = (it for it in workbook.snapshots[::-1] if it.id not in self.known)
        one = next(left, None)
        if one is not None and self._is_wanted():
            self.known[one.id] = since_words(workbook, one)
            self.counted.emit()
            self._turn.start()

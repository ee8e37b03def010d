"""How much changed since each snapshot, found out one by one while nothing else is waited for."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, Signal

from ilead_studio.rules.changed import compared, steps_to_sections
from ilead_studio.rules.snapshots import since_words
from ilead_studio.ui.meanwhile.turns import Turns
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
        self._turns = Turns(self)

    def begin(self) -> None:
        """Find out what is not known yet."""
        if self._is_wanted():
            self._turns.begin(self._counting())

    def begin_anew(self) -> None:
        """Find out everything again: the workbook is another one."""
        self.known.clear()
        self.begin()

    def _counting(self) -> Iterator[object]:
        """Count for one snapshot after the other, the newest first."""
        workbook = self._work.workbook
        now = compared(workbook, "snapshot")
        for one in workbook.snapshots[::-1]:
            if one.id in self.known:
                continue
            for step in steps_to_sections(compared(one.was, "snapshot"), now):
                yield step
                if not self._is_wanted():
                    return
            self.known[one.id] = since_words(workbook, one)
            self.counted.emit()
            yield one

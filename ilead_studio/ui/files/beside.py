"""Words that somebody wrote for what is not made yet: a driver, what a merge will say.

They are in no document. Recovery keeps them in the tray, and so does whoever gives up what they
were for, closes the window or opens another workbook.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from ilead_studio.model import Workbook
from ilead_studio.ui.files.typed_late import caught
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.work import Work


class Beside(QObject):
    """Knows the words by whence they are, as the tray says it; ``changed`` tells of others."""

    changed = Signal()

    def __init__(self, work: "Work") -> None:
        super().__init__(work)
        self._work = work
        self._written: dict[str, tuple[str, ...]] = {}

    def put(self, whence: str, words: Iterable[str]) -> None:
        """Remember what is written in one place now, instead of what was."""
        before, now = self._written.get(whence, ()), tuple(words)
        self._written[whence] = now
        if now != before:
            self.changed.emit()

    def forget(self) -> None:
        """Remember nothing more: it is another workbook."""
        self._written.clear()

    @property
    def words(self) -> str:
        """All of them, line by line."""
        return "\n".join(it for words in self._written.values() for it in words)

    def in_tray(self, workbook: Workbook) -> Workbook:
        """Return a workbook with them in its tray; as it is when they are there already."""
        for whence, words in self._written.items():
            workbook = caught(workbook, "\n".join(words), whence, self._work.ids)
        return workbook

    def catch(self) -> bool:
        """Put them into the tray, as one step; tells whether any came."""
        before = self._work.workbook
        if self.words and not self._work.read_only:
            self._work.step(say("keep in the tray what was written"), self.in_tray)
        return self._work.workbook is not before

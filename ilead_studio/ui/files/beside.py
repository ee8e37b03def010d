"""Words that somebody wrote for what is not made yet: a driver, what a merge will say.

They are in no document. Recovery keeps them in the tray, and so does whoever gives up what they
were for, closes the window or opens another workbook.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ilead_studio.ui.files.typed_late import Waiting, caught, typed_in
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.work import Work


class Beside(QObject):
    """Knows the words by what they are for; ``changed`` tells of others."""

    changed = Signal()

    def __init__(self, work: "Work") -> None:
        super().__init__(work)
        self._work = work
        self._by_use: dict[str, tuple[Waiting, ...]] = {}

    def put(self, use: str, waiting: Iterable[Waiting] = ()) -> None:
        """Remember what is written now for one use, instead of what was."""
        before, now = self._by_use.get(use, ()), tuple(waiting)
        self._by_use[use] = now
        if now != before:
            self.changed.emit()

    def forget(self) -> None:
        """Remember nothing more: it is another workbook."""
        self._by_use.clear()

    @property
    def waiting(self) -> tuple[Waiting, ...]:
        """All of them."""
        return tuple(it for every in self._by_use.values() for it in every)

    def catch(self, use: str) -> bool:
        """Put those for one use into the tray, as one step; tells whether any came."""
        return self._catch(self._by_use.get(use, ()))

    def leave(self, fields: Iterable[QWidget]) -> None:
        """Put what waits in fields into the tray: they will be those of another record."""
        if waiting := typed_in(fields):
            QTimer.singleShot(0, self, lambda: self._catch(waiting))  # not while views are filled

    def _catch(self, waiting: tuple[Waiting, ...]) -> bool:
        before, ids = self._work.workbook, self._work.ids
        if waiting and not self._work.read_only:
            label = say("keep in the tray what was written")
            self._work.step(label, lambda book: caught(book, waiting, ids))
        return self._work.workbook is not before

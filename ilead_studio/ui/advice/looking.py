"""Looks for what is worth a second look while nobody works: a slice at a time.

Nothing is looked at on the way of a key. A key that is pressed meanwhile waits for one slice.
"""

from collections.abc import Iterator
from importlib import import_module
from time import perf_counter
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from ilead_studio.model import Workbook
from ilead_studio.ui.work import Work

if TYPE_CHECKING:
    from ilead_studio.rules.advice import Advice

REST_MS: Final = 100
"""So long nothing was done before the first slice."""
SLICE_MS: Final = 2.0
"""After so long whoever waits goes on; what was begun is done first."""
_NEEDED: Final = ("theory_words", "cause_words", "cycle_advice", "cause_advice", "advice")
"""The modules that look, loaded one after the other."""


class Looking(QObject):
    """Looks anew after every change; ``told`` when it has ended, or something was dismissed."""

    told = Signal()

    def __init__(self, work: Work) -> None:
        super().__init__(work)
        self._work = work
        self.found: Advice | None = None
        """What was found last; None before the workbook was looked at."""
        self._seen: Workbook | None = None
        self._left: Iterator[Advice | None] | None = None
        self._pause = QTimer(self, singleShot=True)
        self._pause.timeout.connect(self._go_on)
        work.changed.connect(self._on_changed)
        work.renewed.connect(self._on_changed)
        work.opened.connect(self._on_opened)

    @property
    def is_done(self) -> bool:
        """Whether all was looked at since the last change."""
        return self._left is None

    def wait(self) -> None:
        """Leave the time to somebody who works."""
        if self._pause.isActive():
            self._pause.start(REST_MS)

    def _on_changed(self) -> None:
        """Begin anew soon; what is dismissed now is known at once."""
        now, before = self._work.workbook, self._seen
        if now is before:
            return
        if self.found and before and now.dismissed is not before.dismissed:
            from ilead_studio.rules.advice import sorted_out

            self.found = sorted_out(now, self.found.every)
            self.told.emit()
        self._seen, self._left = now, self._looks(now)
        self._pause.start(REST_MS)

    def _on_opened(self) -> None:
        """Tell nothing of a workbook that is no longer there."""
        self.found = None
        self.told.emit()

    @staticmethod
    def _looks(workbook: Workbook) -> "Iterator[Advice | None]":
        for name in _NEEDED:
            import_module(f"ilead_studio.rules.{name}")
            yield None
        from ilead_studio.rules.advice import advice_in_slices

        yield from advice_in_slices(workbook)

    def _go_on(self) -> None:
        """Do a slice."""
        until = perf_counter() + SLICE_MS / 1e3
        while self._left is not None and perf_counter() < until:
            found = next(self._left)
            if found is not None:
                self.found, self._left = found, None
                self.told.emit()
                return
        self._pause.start(0)

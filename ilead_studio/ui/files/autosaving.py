"""Saves into the file by itself, for somebody who wishes so: when nobody does anything for a while.

Whatever is undecided about the file waits for a person, and what cannot be saved stops nobody: it
is in recovery, and the status line says so.
"""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from ilead_studio.model import Workbook
from ilead_studio.ui.commands.feature import feature
from ilead_studio.ui.files.outside import Outside
from ilead_studio.ui.files.saving import Save
from ilead_studio.ui.settings.remembered import remembered

if TYPE_CHECKING:
    from ilead_studio.ui.window import MainWindow

PAUSE_MS: Final = 5_000
"""Milliseconds after the last change, and the last letter."""


class Autosaving(QObject):
    """Goes with a window."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window, self._work = window, window.work
        self._tried: Workbook | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._save)
        self._work.filed.connect(self._wait)
        window.dressed.connect(self._follow)
        self._follow()

    def _follow(self) -> None:
        """Hear of the editors of these views."""
        self._window.editing.typed.connect(self._on_typed)

    def _wait(self) -> None:
        if not self._work.session.is_saved:
            self._pause.start()

    def _on_typed(self) -> None:
        if self._pause.isActive():
            self._pause.start()

    def _save(self) -> None:
        """Save what was not tried yet, if it is wished for, and if nothing has to be decided."""
        work = self._work
        path, workbook = work.path, work.session.workbook
        if path is None or work.session.is_saved or workbook is self._tried:
            return
        if not remembered(self._window.settings).saves or self._is_undecided():
            return
        self._tried = workbook
        self._window.filing.saving.ask(Save(path, by_itself=True))

    def _is_undecided(self) -> bool:
        """Tell whether a person has to choose first, or is being waited for already."""
        window = self._window
        return (
            self._work.read_only
            or feature(window, Outside).is_undecided
            or window.at_start
            or window.filing.saving.is_under_way
        )

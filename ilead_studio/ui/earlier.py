"""The command for earlier versions of the open file."""

from functools import cached_property
from typing import TYPE_CHECKING

from ilead_studio.storage.backups import Version, backup_folder, versions
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.features import Deeds
    from ilead_studio.ui.versions_card import VersionsCard
    from ilead_studio.ui.window import MainWindow

COMMAND = "earlier versions"


class Earlier:
    """Opens the card; what is restored is a workbook of its own."""

    def __init__(self, window: "MainWindow") -> None:
        self._window, self._work = window, window.work

    def deeds(self) -> "Deeds":
        """Return what the command does."""
        return {COMMAND: self._open}

    def why_not(self, name: str) -> str:
        """Say that there is no file yet."""
        if name == COMMAND and self._work.path is None:
            return say("This workbook has no file yet. Each save of it will be kept from then on.")
        return ""

    @cached_property
    def _card(self) -> "VersionsCard":
        from ilead_studio.ui.versions_card import VersionsCard

        window = self._window
        made = VersionsCard(window.look, window.whole, window.around.disk)
        made.made.connect(self._restore)
        return made

    def _known(self) -> tuple[Version, ...]:
        path, around = self._work.path, self._window.around
        if path is None:
            return ()
        return versions(backup_folder(around.places.state, path), around.disk)

    def _open(self) -> None:
        known, page = self._known(), self._work.page
        if not known:
            self._work.said.emit(say("No earlier version yet: each save from here keeps one."))
            return
        now = self._window.around.clock()
        self._card.open_for(known, self._work.workbook, page.id if page else "", now)

    def _restore(self, _goal: str) -> None:
        said = say("This is the earlier version, as a copy. The file is untouched.")
        self._window.filing.begin(self._card.chosen, lambda: self._work.said.emit(said))

"""The command for earlier versions of what is open: snapshots, and what its file held."""

from typing import TYPE_CHECKING

from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.commands.features import Deeds
    from ilead_studio.ui.window import MainWindow

COMMAND = "earlier versions"


class Earlier:
    """Opens the view of them."""

    def __init__(self, window: "MainWindow") -> None:
        self._window, self._work = window, window.work

    def deeds(self) -> "Deeds":
        """Return what the command does."""
        return {COMMAND: self._open}

    def why_not(self, name: str) -> str:
        """Say that there is nothing yet to go back to."""
        if name == COMMAND and self._work.path is None and not self._work.workbook.snapshots:
            return say("This workbook has no file yet. Each save of it will be kept from then on.")
        return ""

    def _open(self) -> None:
        from ilead_studio.ui.past.earlier_view import NAME, EarlierView

        page = self._work.page if self._work.section != NAME else None
        self._window.sections.show(NAME)
        view = self._window.sections.view
        if isinstance(view, EarlierView):
            view.begin(page.id if page else "")

"""The command that notes an open question about what is selected, wherever that is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint

from ilead_studio.ui.files.only_read import why_only_read
from ilead_studio.ui.frame.sections import Chooses

if TYPE_CHECKING:
    from ilead_studio.ui.commands.features import Deeds
    from ilead_studio.ui.window import MainWindow

NOTE = "note question"


class Asking:
    """Opens the card of open questions over the page."""

    def __init__(self, window: "MainWindow") -> None:
        self._window, self._work = window, window.work

    def deeds(self) -> "Deeds":
        """Return what the command does."""
        return {NOTE: lambda: ask_about(self._window, self._about)}

    def why_not(self, name: str) -> str:
        """Say that nothing is noted in a workbook that can only be read."""
        return why_only_read(self._work) if name == NOTE and self._work.read_only else ""

    @property
    def _about(self) -> str:
        """Return what is selected on the page, or shown in the section in view."""
        view, section = self._window.sections.view, self._work.section
        if not section:
            return self._work.item_id
        if isinstance(view, Chooses):
            return view.thing()
        return self._work.in_section.get(section, "")


def ask_about(window: "MainWindow", item_id: str) -> None:
    """Open the card for a question about an item, in the middle of the page."""
    look, whole = window.look, window.whole
    at = QPoint(whole.width() // 2 - look.px(190), whole.height() // 4)
    window.cards.question.ask(item_id, at)

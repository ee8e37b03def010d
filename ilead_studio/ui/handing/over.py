"""The work is handed over: a copy without private notes, and a page about it."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ilead_studio.rules.names import workbook_name
from ilead_studio.storage.store import SUFFIX
from ilead_studio.ui.commands.child import CommandChild
from ilead_studio.ui.files.proposed import proposed_name
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.commands.features import Deeds
    from ilead_studio.ui.handing.hand_over_card import HandOverCard, HandOverWish
    from ilead_studio.ui.window import MainWindow


class Handing(QObject):
    """Opens the card, and writes beside the window. The open workbook is never changed."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window.whole)
        self._window, self._work = window, window.work

    def deeds(self) -> "Deeds":
        """Return what the command does."""
        return {"hand over": lambda: self._card.ask(self._work.session.for_file)}

    def why_not(self, _name: str) -> str:
        """A copy can always be made."""
        return ""

    @cached_property
    def _card(self) -> "HandOverCard":
        from ilead_studio.ui.handing.hand_over_card import HandOverCard

        made = HandOverCard(self._window.look, self._window.whole)
        made.wished.connect(self._ask_where)
        return made

    def _ask_where(self, wish: "HandOverWish") -> None:
        title = proposed_name(workbook_name(self._work.workbook))
        name = say("{title} handed over", title=title)
        self._window.filing.ask_copy(
            name, SUFFIX, ".pdf", then=lambda path: self._write(path, wish)
        )

    def _write(self, path: Path, wish: "HandOverWish") -> None:
        self._card.go()
        words = [str(path.absolute()), *wish.words]
        child = CommandChild("hand-over", words, self._work.session.for_file, self._window.filing)
        child.done.connect(self._work.said)
        child.refused.connect(self._work.warned)
        self._work.said.emit(say("Writing {name} …", name=path.name))

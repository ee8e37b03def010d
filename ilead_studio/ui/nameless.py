"""A copy without names of people: looked at hit by hit, written as a new file."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ilead_studio.errors import StudioError
from ilead_studio.model import Workbook
from ilead_studio.rules.approving import Approval
from ilead_studio.rules.name_hits import removed_words, without_names
from ilead_studio.rules.names import workbook_name
from ilead_studio.storage.refusals import shown
from ilead_studio.storage.store import SUFFIX, save_workbook
from ilead_studio.ui.proposed import free_path, proposed_name
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.features import Deeds
    from ilead_studio.ui.names_card import NamesCard
    from ilead_studio.ui.window import MainWindow


class Nameless:
    """Opens the card, and writes what was approved. The open workbook is never changed."""

    def __init__(self, window: "MainWindow") -> None:
        self._window, self._work = window, window.work

    def deeds(self) -> "Deeds":
        """Return what the command does."""
        return {"remove names": lambda: self._card.ask(self._work.session.for_file)}

    def why_not(self, _name: str) -> str:
        """A copy can always be made."""
        return ""

    @cached_property
    def _card(self) -> "NamesCard":
        from ilead_studio.ui.names_card import NamesCard

        made = NamesCard(self._window.look, self._window.whole)
        made.approved.connect(self._ask_where)
        return made

    def _ask_where(self) -> None:
        approval = self._card.approval
        made = without_names(self._card.workbook, approval.chosen)
        folder = self._work.path.parent if self._work.path else Path.home()
        name = say("{title} without names", title=proposed_name(workbook_name(made)))
        kinds = say("Workbooks (*{suffix})", suffix=SUFFIX)
        self._window.dialogs.save_path(
            free_path(folder, name, SUFFIX), kinds, lambda path: self._write(path, made, approval)
        )

    def _write(self, path: Path, made: Workbook, approval: Approval) -> None:
        """Write a file that was not there: an older one of its name may have earlier versions."""
        try:
            save_workbook(made, path, self._window.around.disk, None, replace_existing=False)
        except StudioError as error:
            self._work.warned.emit(str(error))
            return
        self._card.go()
        words = {"name": shown(path), "folder": path.parent.name or str(path.parent)}
        done = removed_words(approval.replaced, approval.left)
        self._work.said.emit(say("“{name}” is written in {folder}. {done}", done=done, **words))

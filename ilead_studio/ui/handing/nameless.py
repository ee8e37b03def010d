"""A copy without names of people: looked at hit by hit, written as a new file."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ilead_studio.model import Workbook
from ilead_studio.rules.approving import Approval
from ilead_studio.rules.name_hits import Hit, name_hits, removed_words, without_names
from ilead_studio.rules.names import workbook_name
from ilead_studio.storage.refusals import shown
from ilead_studio.storage.store import SUFFIX, save_workbook
from ilead_studio.ui.files.proposed import proposed_name
from ilead_studio.ui.meanwhile.apart import Get
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.commands.features import Deeds
    from ilead_studio.ui.handing.names_card import NamesCard
    from ilead_studio.ui.window import MainWindow


_Found = Callable[[tuple[Hit, ...]], object]


class Nameless(QObject):
    """Opens the card, and writes what was approved. The open workbook is never changed."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window.whole)
        self._window, self._work, self._waits = window, window.work, False
        window.thinking.turned.connect(self._on_thinking)

    def deeds(self) -> "Deeds":
        """Return what the command does."""
        return {"remove names": lambda: self._card.ask(self._work.session.for_file)}

    def why_not(self, _name: str) -> str:
        """A copy can always be made."""
        return ""

    @cached_property
    def _card(self) -> "NamesCard":
        from ilead_studio.ui.handing.names_card import NamesCard

        made = NamesCard(self._window.look, self._window.whole, self._find)
        made.approved.connect(self._ask_where)
        return made

    def _find(self, workbook: Workbook, also: tuple[str, ...], then: _Found) -> None:
        """Find out beside the window who is named; whoever stops that leaves the card."""
        self._waits = True

        def hear(get: Get[tuple[Hit, ...]]) -> None:
            self._waits = False
            then(get())

        words = say("Looking for names …")
        self._window.thinking.ask(lambda: lambda _: name_hits(workbook, also), hear, words)

    def _on_thinking(self) -> None:
        if self._waits and self._window.thinking.under_way is None:
            self._waits = False
            self._card.go()

    def _ask_where(self) -> None:
        """Ask for a file; its name is proposed from what is left, for a title can name somebody."""
        approval, filing = self._card.approval, self._window.filing

        def ask(made: Workbook) -> None:
            title = proposed_name(workbook_name(made))
            name = say("{title} without names", title=title)
            filing.ask_copy(name, SUFFIX, then=lambda path: self._write(path, made, approval))

        workbook, chosen = self._card.workbook, approval.chosen

        def remove(_: object) -> Workbook:
            return without_names(workbook, chosen)

        filing.copying.ask(lambda: remove, lambda get: filing.tell(get, ask))

    def _write(self, path: Path, made: Workbook, approval: Approval) -> None:
        """Write a file that was not there: an older one of its name may have earlier versions."""
        disk, filing = self._window.around.disk, self._window.filing

        def write(_: object) -> None:
            save_workbook(made, path, disk, None, replace_existing=False)

        def on_written(_: None) -> None:
            self._card.go()
            words = {"name": shown(path), "folder": path.parent.name or str(path.parent)}
            done = removed_words(approval.replaced, approval.left)
            self._work.said.emit(say("“{name}” is written in {folder}. {done}", done=done, **words))

        self._work.said.emit(say("Writing {name} …", name=path.name))
        filing.copying.ask(lambda: write, lambda get: filing.tell(get, on_written))

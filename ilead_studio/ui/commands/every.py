"""The list of all commands and the sheet of their keys, and why one cannot be done now."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ilead_studio.ui.commands.feature import feature
from ilead_studio.ui.commands.reasons import why_not_on_item
from ilead_studio.ui.commands.table import commands
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.commands.features import Deeds
    from ilead_studio.ui.commands.key_sheet import KeySheet
    from ilead_studio.ui.commands.search import CommandList, Entry
    from ilead_studio.ui.window import MainWindow


class AllCommands(QObject):
    """Offers every command of the table, as it is available now."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window.whole)
        self._window, self._work, self._keys = window, window.work, window.keys
        self._keys.changed.connect(self._show_keys)

    def deeds(self) -> "Deeds":
        """Return what the commands do."""
        return {"command list": self._list_them, "key sheet": self._show_sheet}

    def _list_them(self) -> None:
        work, listing = self._work, self.list
        if listing.isVisible():
            listing.go()
        else:
            chosen = next((row.text for row in work.rows if row.id == work.item_id), "")
            listing.open_for(self.entries(), self._window.sections.words or chosen)

    def why_not(self, name: str) -> str:
        """Say why one of the commands of the window, or of an item, cannot be done now."""
        session = self._work.session
        if name == "undo" and not session.undo_label:
            return say("There is nothing to undo.")
        if name == "redo" and not session.redo_label:
            return say("Nothing was undone that could be done again.")
        return why_not_on_item(self._work, name)

    @cached_property
    def list(self) -> "CommandList":
        """The list; made when it is first asked for."""
        from ilead_studio.ui.commands.search import CommandList

        window = self._window
        return CommandList(window.look, window.whole, window.do, self._seek)

    @cached_property
    def sheet(self) -> "KeySheet":
        """The sheet of keys; made when it is first asked for."""
        from ilead_studio.ui.commands.key_sheet import KeySheet

        window = self._window
        made = KeySheet(window.look, window.whole, self._keys)
        made.change_asked.connect(lambda: window.do("settings keys"))
        return made

    def _show_sheet(self) -> None:
        if self.sheet.isVisible():
            self.sheet.go()
        else:
            self.sheet.open()

    def entries(self) -> "tuple[Entry, ...]":
        """Return every command but the list's own, as it is available now."""
        from ilead_studio.ui.commands.search import Entry

        window, words = self._window, self._keys.words
        return tuple(
            Entry(
                it.name,
                it.words,
                it.group,
                words(it.name),
                it.icon,
                window.why_not(it.name),
                it.also,
            )
            for it in commands()
            if it.name != "command list"
        )

    def _seek(self, words: str) -> None:
        """Find in the workbook what no command is called."""
        from ilead_studio.ui.finding.finding import Finding

        feature(self._window, Finding).open_for(words)

    def _show_keys(self) -> None:
        """Let every menu, button and hint name the keys as they are now."""
        self._window.actions_by_name.show_keys()
        self._window.show_state()

"""Earlier versions of the open file: when, what is different now, how it looked; as a copy."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtWidgets import QWidget

from ilead_studio.errors import StudioError
from ilead_studio.model import Workbook, pages
from ilead_studio.rules.changed import compared, lines_of, sections
from ilead_studio.storage.backups import Version
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.store import open_workbook
from ilead_studio.ui.look import Look
from ilead_studio.ui.preview_card import SIDE, PreviewCard
from ilead_studio.ui.recents import when_words
from ilead_studio.ui.row_list import ListRow, RowList
from ilead_studio.words import count, say

_LINES: Final = 6


class VersionsCard(PreviewCard):
    """Arrows look at a version, Enter opens it as a workbook of its own. Looking changes nothing.

    ``chosen`` is the version that is looked at.
    """

    def __init__(self, look: Look, over: QWidget, disk: Disk) -> None:
        super().__init__(look, over, say("Earlier versions"))
        self._disk, self.chosen = disk, Workbook()
        self._versions: dict[str, Version] = {}
        self._now, self._page_id = Workbook(), ""
        self._list = RowList(look, say("Earlier versions"))
        self._list.setFixedWidth(look.px(SIDE))
        self._list.chosen.connect(self._show)
        self._list.asked.connect(self._on_asked)
        self.said.setMinimumHeight((_LINES + 2) * look.type("small") * 3 // 2)
        self.side.addWidget(self._list)
        restores = self._buttons["new"]
        restores.setText(say("Restore as a copy"))
        restores.setAccessibleName(restores.text())

    def open_for(
        self, known: Sequence[Version], workbook: Workbook, page_id: str, now: datetime
    ) -> None:
        """Show the versions, the newest first, beside the workbook as it is now."""
        self._versions = {it.file.name: it for it in known}
        self._now, self._page_id = workbook, page_id
        rows = [
            ListRow(it.file.name, when_words(it.when, now), _size(it), "history") for it in known
        ]
        self._list.show_rows(rows, rows[0].key)
        self._show(rows[0].key)
        self.offer(self._list, ("new",), (say("Up, Down  look at it"),))

    def _on_asked(self, what: str) -> None:
        if what == "open":
            self._make("new")
        elif what == "leave":
            self.go()

    def _show(self, key: str) -> None:
        """Look at a version: its page and what is different now."""
        if key not in self._versions:
            return
        file = self._versions[key].file
        try:
            self.chosen = open_workbook(file, self._disk).workbook
        except StudioError as error:
            self.refuse(str(error))
            return
        every = pages(self.chosen)
        page = next((it for it in every if it.id == self._page_id), next(iter(every), None))
        self.show_made(self.chosen, page.id if page else "")
        self.tell(_differences(self.chosen, self._now))


def _size(version: Version) -> str:
    return say("{number} kB", number=max(1, version.size // 1000))


def _differences(old: Workbook, new: Workbook) -> str:
    """Say what is different now."""
    lines = [it.sentence for it in lines_of(sections(compared(old), compared(new)))]
    if not lines:
        return say("Nothing is different now.")
    many = count(len(lines), "{number} change since then:", "{number} changes since then:")
    rest = len(lines) - _LINES
    more = (count(rest, "and {number} more", "and {number} more"),) if rest > 0 else ()
    return "\n".join((many, *lines[:_LINES], *more))

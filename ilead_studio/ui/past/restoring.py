"""What is done with snapshots: kept, renamed, deleted; an item brought back, a page restored."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint

from ilead_studio import edits
from ilead_studio.model import Snapshot, Workbook, pages
from ilead_studio.rules.looking_back import found_snapshot
from ilead_studio.rules.names import page_name
from ilead_studio.ui.past.snapshot_card import SnapshotCard
from ilead_studio.words import count, say, short

if TYPE_CHECKING:
    from ilead_studio.ui.past.looking_back import LookingBack
    from ilead_studio.ui.window import MainWindow


class Restoring(QObject):
    """Each is one step; the view that looks back refreshes itself after it."""

    def __init__(self, window: "MainWindow", view: "LookingBack") -> None:
        super().__init__(view)
        self._window, self._work, self._view = window, window.work, view
        self._card: SnapshotCard | None = None

    def ask(self, asked: str) -> None:
        """Do what a button or a key asks for."""
        deeds: dict[str, Callable[[], object]] = {
            "keep": lambda: self._window.do("keep snapshot"),
            "rename": self._rename,
            "delete": self._delete,
            "restore page": lambda: self._restore([self._view.looking.page_id]),
            "restore pages": lambda: self._restore(self._every_page()),
            "bring back": self._bring_back,
        }
        deeds[asked]()

    @property
    def _snapshot(self) -> Snapshot | None:
        """The snapshot that is looked at."""
        return found_snapshot(self._work.workbook, self._view.looking.old_id)

    def _rename(self) -> None:
        snapshot = self._snapshot
        if snapshot is None or self._work.refuses():
            return
        self._card = self._card or SnapshotCard(self._window.look, self._window.whole)

        def keep(name: str, why: str) -> bool:
            label = say("rename the snapshot “{name}”", name=short(snapshot.name))
            edit = edits.rename_snapshot
            return self._work.step(label, lambda book: edit(book, snapshot.id, name, why))

        self._card.ask_again(snapshot.name, snapshot.why, self._corner(), keep)

    def _corner(self) -> QPoint:
        """Return where a card opens: beside the panel, at its top."""
        panel = self._view.panel
        return panel.mapTo(self._window.whole, QPoint(panel.width() + 4, 4))

    def _delete(self) -> None:
        snapshot = self._snapshot
        if snapshot is not None:
            label = say("delete the snapshot “{name}”", name=short(snapshot.name))
            self._work.step(label, lambda book: edits.delete_snapshot(book, snapshot.id))

    def _bring_back(self) -> None:
        line, old_id = self._view.line, self._view.looking.old_id
        if line is None:
            return
        label = say("bring back “{words}”", words=short(line.words))
        edit = edits.bring_back
        if self._work.step(label, lambda book: edit(book, old_id, line.item_id)):
            self._work.said.emit(say("“{words}” is back.", words=short(line.words)))

    def _every_page(self) -> list[str]:
        snapshot = self._snapshot
        return [it.id for it in pages(snapshot.was)] if snapshot else []

    def _restore(self, page_ids: Sequence[str]) -> None:
        """Put copies of pages as they were beside the present ones, and go to the first."""
        snapshot = self._snapshot
        found = [it for it in pages(snapshot.was) if it.id in page_ids] if snapshot else []
        if snapshot is None or not found:
            self._work.said.emit(say("This page was not there yet: there is nothing to restore."))
            return
        made: list[str] = []

        def edit(book: Workbook) -> Workbook:
            book, made[:] = edits.restore_pages(book, snapshot.id, page_ids, self._work.ids)
            return book

        what = (say("“{page}”", page=short(page_name(found[0]))) if len(found) == 1
                else count(len(found), "{number} page", "{number} pages"))  # fmt: skip
        label = say("restore {what} as a copy", what=what)
        if self._work.step(label, edit) and made:
            self._work.open_page(made[0])
            self._window.arranged.back_to_page(self._window.canvas)
            words = count(len(made), "A copy of the page as it was stands beside the present one.",
                          "{number} pages as they were stand beside the present ones.")  # fmt: skip
            self._work.said.emit(words)

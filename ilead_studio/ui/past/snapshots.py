"""The commands about snapshots: keep one, see what changed since one, see them all."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPoint

from ilead_studio import edits
from ilead_studio.rules.snapshots import proposed_name
from ilead_studio.ui.commands.groups import ON_SNAPSHOT
from ilead_studio.ui.files.only_read import why_only_read
from ilead_studio.words import say, short

if TYPE_CHECKING:
    from ilead_studio.ui.commands.features import Deeds
    from ilead_studio.ui.past.snapshot_card import SnapshotCard
    from ilead_studio.ui.window import MainWindow

_BACK: Final = ("what changed", "snapshots")


class Snapshots:
    """Opens the card for a new snapshot, and the view that looks back."""

    def __init__(self, window: "MainWindow") -> None:
        self._window, self._work = window, window.work
        self._card: SnapshotCard | None = None

    def deeds(self) -> "Deeds":
        """Return what the commands do."""
        return {
            "keep snapshot": self._ask_keep,
            "what changed": lambda: self._look_back("changes"),
            "snapshots": lambda: self._look_back("snapshots"),
        }

    def why_not(self, name: str) -> str:
        """Say that there is nothing to look back to, or that nothing can be kept."""
        if name in (*_BACK, *ON_SNAPSHOT) and not self._work.workbook.snapshots:
            return say("No snapshot is kept yet. “Keep a snapshot” (Ctrl+K finds it) keeps one.")
        if name in ON_SNAPSHOT:
            return say("Look at a snapshot first: “Snapshots” (Ctrl+K finds it) shows them.")
        return why_only_read(self._work) if name == "keep snapshot" and self._work.read_only else ""

    def _ask_keep(self) -> None:
        from ilead_studio.ui.past.snapshot_card import SnapshotCard

        window = self._window
        self._card = self._card or SnapshotCard(window.look, window.whole)
        name = proposed_name(self._work.workbook, window.around.clock().date())
        self._card.ask_new(name, QPoint(8, window.bar.height() + 4), self._keep)

    def _keep(self, name: str, why: str) -> bool:
        day, new_id = self._window.around.clock().date(), self._work.ids()
        label = say("keep the snapshot “{name}”", name=short(name))
        kept = self._work.step(
            label, lambda book: edits.take_snapshot(book, new_id, name, day, why)
        )
        if kept:
            self._work.said.emit(say("Kept: “{name}”.", name=short(name)))
        return kept

    def _look_back(self, which: str) -> None:
        from ilead_studio.ui.past.looking_back import NAME, LookingBack

        page = self._work.page if self._work.section != NAME else None
        self._window.sections.show(NAME)
        view = self._window.sections.view
        if isinstance(view, LookingBack):
            view.begin(which, page.id if page else "")

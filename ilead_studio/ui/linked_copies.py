"""Commands for causes that stand in several places, and for ending a link."""

from typing import TYPE_CHECKING

from ilead_studio import edits
from ilead_studio.model import Cause, Fishbone, find, page_of
from ilead_studio.rules.family import family
from ilead_studio.rules.places import place_of
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.features import Deeds
    from ilead_studio.ui.window import MainWindow


class LinkedCopies:
    """Makes linked copies, walks through them, and lets them stand for themselves."""

    def __init__(self, window: "MainWindow") -> None:
        self._work = window.work

    def deeds(self) -> "Deeds":
        """Return what the commands do."""
        return {
            "duplicate": self._duplicate,
            "unlink": self._unlink,
            "next copy": self._go_to_next,
        }

    def why_not(self, name: str) -> str:
        """Say what has to be selected for a command."""
        if name in ("duplicate", "next copy") and not self._is_cause():
            return say("That is for a cause on a fishbone.")
        return ""

    def _is_cause(self) -> bool:
        return isinstance(find(self._work.workbook, self._work.item_id), Cause)

    def _duplicate(self) -> None:
        """Put a linked copy of the cause right after it."""
        work, page = self._work, self._work.page
        if page is None or not self._is_cause():
            work.said.emit(self.why_not("duplicate"))
            return
        here, source = place_of(work.workbook, page, work.item_id), work.item_id
        new_id = work.ids()
        work.step(
            say("make a linked copy"),
            lambda book: edits.copy_linked(book, source, new_id, here.parent_id, here.before),
            select=new_id,
        )

    def _unlink(self) -> None:
        """Let a copy stand for itself; on a theory take the last of several links away."""
        work, page, source = self._work, self._work.page, self._work.item_id
        if page is None or source == page.id:
            work.said.emit(say("Select what is to be unlinked first."))
        elif isinstance(page, Fishbone):
            work.step(say("unlink"), lambda book: edits.part_copy(book, source))
        else:
            target = family(work.workbook, page).parents[source][-1]
            work.step(say("unlink"), lambda book: edits.unlink(book, source, target))

    def _go_to_next(self) -> None:
        """Go to the next place of the cause, on whichever page it is."""
        work = self._work
        same = edits.same_causes(work.workbook, work.item_id) if self._is_cause() else ()
        if len(same) < 2:
            work.said.emit(say("This has no linked copy."))
            return
        there = same[(same.index(work.item_id) + 1) % len(same)]
        page = page_of(work.workbook, there)
        if page and work.page and page.id != work.page.id:
            work.open_page(page.id)
        work.select(there)

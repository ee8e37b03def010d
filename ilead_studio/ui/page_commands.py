"""The commands about pages: adding one, going from section to section, what is done with one."""

from typing import TYPE_CHECKING

from ilead_studio import edits
from ilead_studio.ui.frame import sections
from ilead_studio.ui.page_steps import copy_page, mirror, untangle
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.features import Deeds
    from ilead_studio.ui.window import MainWindow


class PageCommands:
    """Does what is asked with the page in view, or with the pages of the workbook."""

    def __init__(self, window: "MainWindow") -> None:
        self._window, self._work = window, window.work

    def deeds(self) -> "Deeds":
        """Return what the commands do."""
        work = self._work
        return {
            "add page": lambda: self._add("fishbone" if work.is_fishbone else "theory"),
            "fishbone": lambda: self._go_to_section("fishbone"),
            "theory": lambda: self._go_to_section("theory"),
            "rename page": self._window.head.edit,
            "mirror": lambda: mirror(work),
            "fold": work.fold,
            "untangle": lambda: untangle(work),
            "copy picture": lambda: copy_page(work),
        }

    def why_not(self, name: str) -> str:
        """Say which commands are for the other kind of page."""
        if name == "mirror" and not self._work.is_fishbone:
            return say("Only a fishbone has a head that can change sides.")
        if name in ("untangle", "name columns") and self._work.is_fishbone:
            return say("That is for driver diagrams.")
        return ""

    def _add(self, section: str) -> None:
        new_id = self._work.ids()
        add = edits.add_fishbone if section == "fishbone" else edits.add_theory
        label = say("add a fishbone") if section == "fishbone" else say("add a driver diagram")
        if self._work.step(label, lambda book: add(book, new_id)):
            self._work.open_page(new_id)
            self._window.canvas.setFocus()

    def _go_to_section(self, section: str) -> None:
        here = "fishbone" if self._work.is_fishbone else "theory"
        first = sections(self._work).get(section)
        if first is None:
            self._add(section)
        elif section != here:
            self._work.open_page(self._work.last_in(section) or first)
        self._window.bar.refresh()
        self._window.canvas.setFocus()

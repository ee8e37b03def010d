"""Looking back: what changed since a snapshot, walked through on the marked page.

Nothing is changed by looking; what is brought back or restored is a step like any other.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from ilead_studio.model import pages
from ilead_studio.rules.change_lines import Line
from ilead_studio.rules.changed import Section, lines_of, steps_to_sections
from ilead_studio.rules.looking_back import (
    Looking,
    Sides,
    can_come_back,
    change_rows,
    changes,
    kept_rows,
    page_words,
    pages_of,
    refusal,
    sides,
    sight_words,
    span_words,
)
from ilead_studio.rules.snapshots import snapshot_rows
from ilead_studio.ui.commands.groups import ON_CHANGE, ON_SNAPSHOT
from ilead_studio.ui.files.only_read import why_only_read
from ilead_studio.ui.meanwhile.turns import Turns
from ilead_studio.ui.past.changes_panel import CHANGES, SNAPSHOTS, ChangesPanel
from ilead_studio.ui.past.compared_page import ComparedPage
from ilead_studio.ui.past.looked_keys import follow
from ilead_studio.ui.past.looked_page import LookedPage
from ilead_studio.ui.past.restoring import Restoring
from ilead_studio.ui.past.since_counts import SinceCounts
from ilead_studio.ui.sight.page import section_of
from ilead_studio.words import count, say

if TYPE_CHECKING:
    from ilead_studio.ui.commands.features import Deeds
    from ilead_studio.ui.window import MainWindow

NAME: Final = "looking back"


class LookingBack(QObject):
    """The view: the panel at the left, the page in the middle, nothing at the right."""

    def __init__(self, window: "MainWindow") -> None:
        self.panel, self._page = ChangesPanel(window.look), ComparedPage(window.look)
        super().__init__(self._page)
        self._window, self._work = window, window.work
        self.page: QWidget = self._page
        self.left: QWidget = self.panel
        self.right: QWidget | None = None
        self.looking = Looking(old_id=self._work.in_section.get(NAME, ""))
        self._both: Sides | None = None
        self._told: tuple[Section, ...] = ()
        self._looked = LookedPage(self._work, self._page, self._show_line)
        self._restoring = Restoring(window, self)
        self._turns = Turns(self)
        self._since = SinceCounts(self._work, self._lists_snapshots, self)
        self._since.counted.connect(self._show_kept)
        self._connect()
        self.panel.show_list(CHANGES)
        self._ask()

    def _connect(self) -> None:
        panel, page = self.panel, self._page
        panel.turned.connect(self.turn)
        panel.since_chosen.connect(lambda it: self._look(replace(self.looking, old_id=it)))
        panel.until_chosen.connect(lambda it: self._look(replace(self.looking, new_id=it)))
        panel.asked.connect(self._restoring.ask)
        panel.closed.connect(self.leave)
        panel.changes.walked.connect(self._walk_to)
        panel.snapshots.walked.connect(self._look_at)
        for part in (panel.changes, panel.snapshots):
            part.opened.connect(lambda _key: self._enter())
            part.pressed.connect(self._on_key)
        page.sight_chosen.connect(lambda it: self._look(replace(self.looking, sight=it)))
        page.page_chosen.connect(lambda it: self._look(replace(self.looking, page_id=it)))
        page.sheet.chosen.connect(self._on_item)
        page.sheet.opened.connect(self._open_item)
        page.sheet.pressed.connect(self._on_key)
        for signal in (self._work.changed, self._work.renewed):
            signal.connect(self._ask)
        self._work.turned.connect(self._ask)

    # --- what the frame asks ---------------------------------------------------------------------
    def counts(self) -> str:
        """Say how much changed since when."""
        return span_words(self._both, self._told) if self._both else ""

    def keys(self) -> tuple[str, ...]:
        """Name the keys that help."""
        both = (say("Left, Right  marked, then, now"), say("Esc  back"))
        if self._shows_changes:
            return (say("Up, Down  next change"), say("Enter  go there"), *both)
        return (say("Up, Down  look at it"), say("Enter  what changed since"), say("F2  rename"),
                say("Del  delete"), *both)  # fmt: skip

    def deeds(self) -> "Deeds":
        """Return zooming and copying; whatever would change an item is refused."""
        sheet = self._page.sheet
        zooms: Deeds = {"zoom in": sheet.zoom_in, "zoom out": sheet.zoom_out,
                        "zoom fit": sheet.zoom_to_fit}  # fmt: skip
        restores = {name: partial(self._restoring.ask, name) for name in ON_SNAPSHOT}
        refused = dict.fromkeys(ON_CHANGE, self.refuse)
        return zooms | {"copy picture": self._copy} | restores | refused

    def why_not(self, name: str) -> str:
        """Say why nothing is changed here, or nothing can be brought back."""
        if name in ON_SNAPSHOT and self._work.read_only:
            return why_only_read(self._work)
        line = self.line
        if name == "bring back" and not (line and can_come_back(self.looking, line)):
            return say("Choose something that was removed first.")
        return refusal(self._both, self.looking) if self._both and name in ON_CHANGE else ""

    def show_item(self, item_id: str) -> None:
        """Look back to a snapshot."""
        if any(it.id == item_id for it in self._work.workbook.snapshots):
            self._look(replace(self.looking, old_id=item_id, new_id="", sight="marked"))

    # --- coming and going ------------------------------------------------------------------------
    def begin(self, which: str, page_id: str) -> None:
        """Show one of the lists, with the keyboard on it, and a page unless the id is empty."""
        if page_id:
            self.looking = replace(self.looking, page_id=page_id, sight="marked")
            self._begin_at(page_id)
        self.turn(which)
        self._window.left.bring(self.panel.list)

    def _begin_at(self, page_id: str) -> None:
        """Let a change of a page be the current one, if any is known."""
        here = [it for it in lines_of(self._told) if it.page_id == page_id]
        if here and self.line not in here:
            self.panel.changes.choose(here[0])

    def turn(self, which: object) -> None:
        """Show the changes or the snapshots; looking at a snapshot is looking at it as it was."""
        is_list = which == SNAPSHOTS
        self.panel.show_list(SNAPSHOTS if is_list else CHANGES)
        if is_list:
            self._look(replace(self.looking, new_id="", sight="then"))
            self._since.begin()
        elif self.looking.sight == "then":
            self._look(replace(self.looking, sight="marked"))
        self._window.show_state()

    def leave(self) -> None:
        """Go back to where somebody came from."""
        self._work.turn_to(self._work.section_before)
        self._window.arranged.back_to_page()

    # --- showing ---------------------------------------------------------------------------------
    @property
    def _shows_changes(self) -> bool:
        return self.panel.list is self.panel.changes

    def _lists_snapshots(self) -> bool:
        return not self._shows_changes and self._work.section == NAME

    def _ask(self) -> None:
        """Let what changed be told once nothing else is waited for: it may take a while."""
        if self._work.section == NAME:
            if self._both is None:
                self.panel.show_changes((), say("Looking for what changed…"))
            self._turns.begin(self._showing())
        else:
            self._turns.end()

    def _look(self, looking: Looking) -> None:
        """Look at something else."""
        self.looking = looking
        self._ask()

    def _showing(self) -> Iterator[object]:
        """Show the list, then the picture."""
        both = sides(self._work.workbook, self.looking)
        if both is not None:
            yield from steps_to_sections(both.old, both.new)
        self._refresh()
        if self._both is not None:
            yield "of a large page the list is there before its picture"
            yield from self._looked.steps(self._both, self.looking)
            yield from self._looked.steps_to_others(self._both, self.looking)

    def _refresh(self) -> None:
        """Compare, and show everything as it is now."""
        before, line = self._both, self.panel.changes.current()
        self._both = both = sides(self._work.workbook, self.looking)
        self._told = changes(both) if both else ()
        if both is None:
            self.leave()
            self._work.said.emit(say("No snapshot is kept any more."))
            return
        self._work.in_section[NAME] = both.snapshot.id
        self.looking = replace(self.looking, old_id=both.snapshot.id, page_id=self._page_in(both))
        self._show_panel(both)
        is_new = before is None or before.new is not both.new
        if is_new or before is None or before.old is not both.old:
            self._show_changes(both, line)
        if is_new:
            self._since.begin_anew()
        self._show_page(both)
        self._window.show_state()

    def _page_in(self, both: Sides) -> str:
        """Return the page that is seen; if it is gone, the first on which something changed."""
        there = [it.id for it in pages_of(both)]
        told = [it.page_id for it in self._told if it.page_id]
        wanted = self.looking.page_id
        return wanted if wanted in there else next(iter((*told, *there)), "")

    def _show_panel(self, both: Sides) -> None:
        rows = snapshot_rows(self._work.workbook)
        named = [(it.id, it.name) for it in rows]
        self.panel.show_compared(named, both.snapshot.id, self.looking.new_id)
        self._show_kept()

    def _show_kept(self) -> None:
        rows = kept_rows(self._work.workbook, self._since.known)
        words = count(len(rows), "{number} snapshot, kept for good",
                      "{number} snapshots, kept for good")  # fmt: skip
        self.panel.show_snapshots(rows, words, self.looking.old_id)

    def _show_changes(self, both: Sides, line: object) -> None:
        """Show what changed, at the same line as before, else at the first one of the page."""
        lines = [*lines_of(self._told)]
        same = next((it for it in lines if it == line), None)
        here = next((it for it in lines if it.page_id == self.looking.page_id), None)
        chosen = same or here or next(iter(lines), None)
        words = span_words(both, self._told)
        self.panel.show_changes(change_rows(self._told), words, chosen)

    def _show_page(self, both: Sides) -> None:
        page, looking = self._page, self.looking
        page.show_pages(page_words(both, self._told), looking.page_id)
        words = sight_words(both, looking)
        page.show_sight(looking.sight, words, is_now=not looking.new_id)
        self._show_line()

    def _copy(self) -> None:
        """Put the page as it is seen on the clipboard."""
        if self._both:
            self._looked.copy(self._both, self.looking)

    def _show_line(self) -> None:
        line = self.line
        here = line is not None and line.page_id == self.looking.page_id
        seen = line if here and self._shows_changes else None
        self._page.sheet.choose(seen.item_id if seen else "")
        self._page.show_change(seen.sentence if seen else "")
        self.panel.offer_back(on=line is not None and can_come_back(self.looking, line))

    @property
    def line(self) -> Line | None:
        """What changed, where the keyboard is in the list."""
        line = self.panel.changes.current()
        return line if isinstance(line, Line) else None

    # --- walking ---------------------------------------------------------------------------------
    def _walk_to(self, line: Line) -> None:
        """Show a change on its page; one that stands on no page is only told."""
        if line.page_id and line.page_id != self.looking.page_id:
            self._look(replace(self.looking, page_id=line.page_id))
        self._show_line()

    def _look_at(self, snapshot_id: str) -> None:
        """Look at a snapshot as it was."""
        self._look(replace(self.looking, old_id=snapshot_id, new_id="", sight="then"))

    def _on_item(self, item_id: str) -> None:
        """Choose the change of an item that was clicked; any other has none."""
        found = self._line_of(item_id)
        if found is not None and self._shows_changes:
            self.panel.changes.choose(found)

    def _line_of(self, item_id: str) -> Line | None:
        here = (it for it in lines_of(self._told) if it.page_id == self.looking.page_id)
        return next((it for it in here if it.item_id == item_id), None)

    def _open_item(self, item_id: str) -> None:
        if any(it.id == self.looking.page_id for it in pages(self._work.workbook)):
            self._go(self.looking.page_id, item_id)

    def _enter(self) -> None:
        """Go to the current change; from a snapshot, to what changed since."""
        line = self.line
        if not self._shows_changes:
            self.turn(CHANGES)
            self.panel.changes.setFocus()
        elif line is not None:
            self._go_to(line)

    def _go_to(self, line: Line) -> None:
        """Go where a change stands to work there; what is gone can be brought back."""
        section = section_of(self._work.workbook, line.item_id)
        if can_come_back(self.looking, line):
            self.panel.back.setFocus()
            self._work.said.emit(say("It is gone. Enter brings it back to its old place."))
        elif any(it.id == line.page_id for it in pages(self._work.workbook)):
            self._go(line.page_id, line.item_id)
        elif self._window.sections.knows(section):
            self._window.sections.go(section, line.item_id)
        else:
            self._work.said.emit(say("That stands on no page of today."))

    def _go(self, page_id: str, item_id: str) -> None:
        self._work.open_page(page_id)
        if any(row.id == item_id for row in self._work.rows):
            self._work.select(item_id)
        self._window.arranged.back_to_page(self._window.canvas)

    # --- keys ------------------------------------------------------------------------------------
    def refuse(self) -> None:
        """Say why nothing is changed here."""
        if self._both:
            self._work.said.emit(refusal(self._both, self.looking))

    def _on_key(self, event: QKeyEvent | QInputMethodEvent) -> None:
        follow(event, self._walks(), self._window.keys, self.refuse)

    def _walks(self) -> dict[str, Callable[[], object]]:
        deeds: dict[str, Callable[[], object]] = {
            "up": lambda: self.panel.list.step(-1),
            "down": lambda: self.panel.list.step(1),
            "left": lambda: self._look(self.looking.seen_otherwise(-1)),
            "right": lambda: self._look(self.looking.seen_otherwise(1)),
            "enter": self._enter,
            "escape": self.leave,
        }
        if self.panel.snapshots.hasFocus():  # on the page a key is about what stands there
            deeds |= {"edit": lambda: self._restoring.ask("rename"),
                      "delete": lambda: self._restoring.ask("delete")}  # fmt: skip
        return deeds

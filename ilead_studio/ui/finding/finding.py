"""Find and replace: what is typed is sought in the whole workbook, and walked through by arrows."""

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from ilead_studio import edits
from ilead_studio.model import Problem, page_of
from ilead_studio.rules.find import NOTHING, Place, search
from ilead_studio.ui.finding.found_words import Wanted, announced, found_rows, told
from ilead_studio.ui.meanwhile.once import has_keyboard
from ilead_studio.words import count, say

if TYPE_CHECKING:
    from ilead_studio.ui.commands.features import Deeds
    from ilead_studio.ui.finding.panel import FindPanel
    from ilead_studio.ui.window import MainWindow

PAUSE_MS: Final = 400
"""How long nobody types before the count is said."""

_SECTIONS: Final = {
    "problem": "problem", "idea": "ideas", "cycle": "pdsa", "measure": "measures",
    "question": "open questions", "meeting": "meetings", "decided": "meetings", "step": "meetings",
}  # fmt: skip
"""The sections that show what is found on no page, by the name of what holds it."""


class Finding(QObject):
    """Keeps the panel of Find and the page together."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window.whole)
        self._window, self._work = window, window.work
        self._finds, self._wanted = NOTHING, Wanted("")
        self._page_id = ""
        self._current: Place | None = None
        self._opened: frozenset[str] = frozenset()
        self._is_made = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._announce)
        self._stale = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._stale.timeout.connect(self._seek_again)
        for signal in (self._work.changed, self._work.renewed):
            signal.connect(self._on_changed)
        if self._work.sight.sought:
            self._show_sought(self._work.sight.sought)

    def deeds(self) -> "Deeds":
        """Return what the commands do."""
        return {"find": self.open, "replace": self.open_replacing}

    def why_not(self, name: str) -> str:
        """Say why nothing can be replaced."""
        if name == "replace" and self._work.read_only:
            return say("This workbook can only be read here. Save it under another name.")
        return ""

    @cached_property
    def panel(self) -> "FindPanel":
        """The panel, made when it is first asked for."""
        from ilead_studio.ui.finding.panel import FindPanel

        made = FindPanel(self._window.look)
        made.typed.connect(self._on_typed)
        made.stepped.connect(self._step)
        made.chosen.connect(self._on_chosen)
        made.gone_to.connect(self._go)
        made.ticked.connect(self._tick)
        made.switched.connect(self._switch)
        made.replacing_asked.connect(self._replace)
        made.closed.connect(self.close)
        self._is_made = True
        return made

    # --- opening and closing ---------------------------------------------------------------------
    @property
    def is_open(self) -> bool:
        """Whether the panel is shown."""
        return self._is_made and not self.panel.isHidden()

    def open(self) -> None:
        """Show the panel and begin to type."""
        self._show()
        self.panel.field.selectAll()
        self.panel.field.setFocus()

    def open_for(self, words: str) -> None:
        """Show the panel with what is found for some words, and the keyboard after them."""
        self._show()
        self.panel.field.setText(words)
        self.panel.field.setFocus()

    def open_replacing(self) -> None:
        """Show the panel with a field for new words."""
        if self._work.refuses():
            return
        self._show()
        self.panel.show_replacing(on=True)
        self._seek()
        (self.panel.instead if self.panel.field.text() else self.panel.field).setFocus()

    def _show(self) -> None:
        if not self.is_open:
            self._page_id = self._here
        self._window.left.put(self.panel)

    def _show_sought(self, words: str) -> None:
        """Show what was sought before the window got another look."""
        self._show()
        self.panel.field.setText(words)

    def close(self) -> None:
        """Take the panel away and give the keyboard back to the item."""
        self._opened, self._current = frozenset(), None
        self.panel.show_replacing(on=False)
        self.panel.instead.clear()
        self.panel.field.clear()
        arranged = self._window.arranged
        view = arranged.last_view  # Qt gives the outline the keyboard as it appears
        self._window.left.put_usual()
        arranged.back_to_page(view)

    def _switch(self) -> None:
        if self.panel.replaces:
            self.panel.show_replacing(on=False)
            self._seek()
            self.panel.field.setFocus()
        else:
            self.open_replacing()

    # --- seeking ---------------------------------------------------------------------------------
    @property
    def _here(self) -> str:
        page = self._work.page
        return page.id if page else ""

    def _on_typed(self) -> None:
        words = self.panel.field.text()
        if words != self._wanted.words:
            self._fold_again()
            self._current, self._page_id = None, self._here
        self._wanted = replace(self._wanted, left_out=frozenset())
        self._seek()
        self._pause.start()

    def _on_changed(self) -> None:
        if self.is_open and self._wanted.words:
            self._stale.start()

    def _seek_again(self) -> None:
        if self.is_open:
            self._seek()

    def _seek(self) -> None:
        """Show what is found now; the place that was current stays so."""
        panel, words = self.panel, self.panel.field.text()
        new = panel.instead.text() if panel.replaces else None
        self._wanted = replace(self._wanted, words=words, new=new)
        self._finds = search(self._work.workbook, words, self._page_id)
        self._work.look(sought=words)
        self._fill()

    def _fill(self) -> None:
        rows = found_rows(self._work.workbook, self._finds, self._wanted, self._page_id)
        self.panel.show_found(rows, told(self._finds, self._wanted.words))
        self._current = next((it for it in self._finds.places if self._is_current(it)), None)
        self.panel.list.choose(self._current)

    def _is_current(self, place: Place) -> bool:
        now = self._current
        return now is not None and (now.item_id, now.field) == (place.item_id, place.field)

    def _announce(self) -> None:
        """Say how many places there are, while somebody is still seeking."""
        if self._wanted.words.strip() and has_keyboard(self.panel):
            work = self._work
            words = announced(self._finds) if self._finds.total else self.panel.told
            page = work.page
            full = page and work.sight.words(work.workbook, page, work.faded)
            work.said.emit(f"{words} · {full}" if full else words)

    # --- going from place to place ---------------------------------------------------------------
    def _step(self, step: int) -> None:
        """Show the next place, or the one before."""
        places = self._finds.places
        if places:
            at = places.index(self._current) + step if self._current else min(0, step)
            last = len(places) - 1
            self._go_to(places[max(0, min(last, at if at >= 0 or self._current else last))])

    def _on_chosen(self, place: Place) -> None:
        if self.panel.replaces and place == self._current:
            self._tick(place)
        self._go_to(place)

    def _go(self) -> None:
        """Go to the current place, or the first one, and work there; the panel stays."""
        place = self._current or next(iter(self._finds.places), None)
        if place is None:
            return
        if place == self._current:
            self._opened = frozenset()  # it stays open around the item
        self._go_to(place)
        self._opened = frozenset()
        self._window.arranged.back_to_page(self._window.canvas)

    def _go_to(self, place: Place) -> None:
        """Select what holds the words, on its page; a folded branch opens while it is shown."""
        self._pause.stop()
        self._fold_again()
        self._current = place
        if place.section == "evidence":
            place = self._cited(place)
        there = "" if place.page_id else _SECTIONS.get(place.section, "")
        if there:
            self._window.sections.show(there, place.item_id)
        elif not place.page_id:
            self._work.said.emit(say("This is not on a page: {words}", words=place.text))
        elif place.page_id != self._here:
            self._work.open_page(place.page_id)
        if place.page_id:
            before = self._work.folded
            self._work.select(place.item_id)
            self._opened = before - self._work.folded
        self.panel.list.choose(self._current)

    def _cited(self, place: Place) -> Place:
        """Return where evidence is read: with a problem that cites it, else a cause or a driver."""
        book = self._work.workbook
        citing = edits.citing(book, place.item_id)
        if any(isinstance(it, Problem) for it in citing):
            return place._replace(section="problem")
        for it in citing:
            if page := page_of(book, it.id):
                return place._replace(item_id=it.id, page_id=page.id)
        return place

    def _fold_again(self) -> None:
        """Fold the branches that were opened to show a place."""
        if self._opened:
            self._work.folded |= self._opened
            self._opened = frozenset()
            self._work.changed.emit()

    # --- replacing -------------------------------------------------------------------------------
    def _tick(self, place: Place | None) -> None:
        """Leave a place out of what is replaced, or take it in again."""
        if place is not None:
            self._wanted = replace(self._wanted, left_out=self._wanted.left_out ^ {place})
            self._fill()
            self.panel.list.choose(place)

    def _replace(self) -> None:
        """Replace the words in all places that are ticked, as one step."""
        self._pause.stop()  # nobody seeks any more: the answer is not talked over
        rows = self.panel.list.rows()
        places = [row.place for row in rows if row.place is not None and row.ticked]
        words, new = self._wanted.words, self.panel.instead.text()
        if not places or not self.panel.replaces:
            self._work.said.emit(say("Nothing is ticked to be replaced."))
            return
        number = count(len(places), "{number} place", "{number} places")
        label = say("replace “{words}” in {number}", words=words, number=number)
        edit = edits.replace_words
        if self._work.step(label, lambda book: edit(book, places, words, new)):
            self._work.said.emit(say("Replaced in {number}.", number=number))
            self._seek()
            self.panel.field.setFocus()

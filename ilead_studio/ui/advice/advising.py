"""Advice in the window: how much there is stands in the status line, the list beside the page.

Whoever walks through the list is shown what it tells of; nothing that comes or goes by itself turns
a page, or says a word.
"""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from ilead_studio import edits
from ilead_studio.model import page_of
from ilead_studio.rules.votes import blind_on
from ilead_studio.ui.meanwhile.once import Once, beside
from ilead_studio.words import count, say

if TYPE_CHECKING:
    from ilead_studio.rules.advice_panel import Told
    from ilead_studio.ui.advice.list_view import Asked
    from ilead_studio.ui.advice.side import AdviceSide
    from ilead_studio.ui.commands.features import Deeds
    from ilead_studio.ui.window import MainWindow


class Advising(QObject):
    """Keeps the list of advice, the page and the status line together."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window.whole)
        self._window, self._work, self._looking = window, window.work, window.looking
        self._is_made, self._is_silent = False, False
        self._opened: frozenset[str] = frozenset()
        self._filling = Once(self._fill, self, beside)
        self._looking.told.connect(self._tell)
        for signal in (self._work.changed, self._work.renewed, self._work.seen):
            signal.connect(self._on_seen)
        window.editing.typed.connect(self._looking.wait)
        window.status.advice.clicked.connect(lambda: window.do("advice"))
        window.right.turned.connect(self._on_turned)
        window.helps.insert(0, self._keys)
        self._on_seen()
        self._tell()
        if self._work.sight.listed is not None:
            window.right.put(self.side)
            self._fill()

    def deeds(self) -> "Deeds":
        """Return what the command does."""
        return {"advice": self.turn}

    def why_not(self, name: str) -> str:
        """Say when advice is silent."""
        if name == "advice" and self._is_silent:
            return say("Advice waits until the votes are revealed.")
        return ""

    @cached_property
    def side(self) -> "AdviceSide":
        """The panel, made when it is first asked for."""
        from ilead_studio.ui.advice.side import AdviceSide

        made = AdviceSide(self._window.look)
        made.list.asked.connect(self._on_asked)
        made.list.turned.connect(self._window.show_state)
        made.closed.connect(self.close)
        self._is_made = True
        return made

    @property
    def is_open(self) -> bool:
        """Whether the panel stands at the right."""
        return self._is_made and not self.side.isHidden()

    # --- opening and closing ---------------------------------------------------------------------
    def turn(self) -> None:
        """Show the list with the keyboard in it; from there, go back to the page."""
        if self.is_open and self.side.isAncestorOf(self._window.focusWidget()):
            self.close()
            return
        was_open = self.is_open
        self._window.right.put(self.side)
        self._fill()
        if not was_open:
            self._begin()
        self.side.take_keyboard()

    def _begin(self) -> None:
        """Begin with what is told of the page in view, without turning it."""
        work = self._work
        here = frozenset() if work.section else frozenset(row.id for row in work.rows)
        if first := self.side.list.choose_first(work.item_id if here else "", here):
            work.select(first)

    def close(self) -> None:
        """Take the list away and give the keyboard back to the page."""
        self._window.right.put_usual()
        self._window.arranged.back_to_page()

    def _on_turned(self) -> None:
        """Ring what is listed only while the list stands there."""
        if not self.is_open:
            self._work.look(listed=None)
            self._window.show_state()

    def _keys(self) -> tuple[str, ...]:
        """Name the keys that help in the list."""
        focus = self._window.focusWidget()
        if not self.is_open or focus is None or not self.side.isAncestorOf(focus):
            return ()
        return self.side.list.keys()

    # --- showing ---------------------------------------------------------------------------------
    def _on_seen(self) -> None:
        """Be silent while people vote blind, wherever: nothing tells them where to look."""
        silent = bool(blind_on(self._work.workbook))
        if silent != self._is_silent:
            self._is_silent = silent
            if silent and self.is_open:
                self.close()
            self._tell()

    def _tell(self) -> None:
        """Say how much there is to look at."""
        words, found = "", self._looking.found
        if found is not None and not self._is_silent:
            from ilead_studio.rules.advice_panel import things_to_look_at

            words = things_to_look_at(len(found.open))
        self._window.status.tell_advice(words)
        self._filling.ask()

    def _fill(self) -> None:
        """Show the list as it is now, if it is open."""
        if not self.is_open:
            return
        from ilead_studio.rules.advice import Advice
        from ilead_studio.rules.advice_panel import advice_panel
        from ilead_studio.ui.advice.rows import advice_rows, listed_items

        panel = advice_panel(self._work.workbook, self._looking.found or Advice())
        rows = advice_rows(panel, self._opened)
        self.side.show_rows(panel.title, rows)
        self._work.look(listed=listed_items(rows))

    # --- what is asked in the list ---------------------------------------------------------------
    def _on_asked(self, asked: "Asked", fold: str, told: "Told | None") -> None:
        if asked == "fold":
            self._opened ^= {fold}
            self._fill()
        elif asked == "restore all":
            self._restore_all()
        elif told is not None:
            deeds = {
                "show": self._show, "go": self._go, "dismiss": self._dismiss,
                "restore": self._restore,
            }  # fmt: skip
            deeds[asked](told)

    def _show(self, told: "Told") -> None:
        """Show on the page, or in its section, what is told of; the keyboard stays here."""
        from ilead_studio.ui.sight.page import section_of

        work, sections = self._work, self._window.sections
        page, section = page_of(work.workbook, told.item), section_of(work.workbook, told.item)
        if page is not None:
            here = any(row.id == told.item for row in work.rows)
            if not here:
                work.open_page(page.id)
            work.select(told.item)
        elif sections.knows(section):
            sections.show(section, told.item)
        else:
            work.said.emit(say("That stands on no page."))
        self._window.show_state()

    def _go(self, told: "Told") -> None:
        """Go there to work on it; the list stays."""
        self._show(told)
        self._window.arranged.back_to_page(self._window.canvas)

    def _dismiss(self, told: "Told") -> None:
        """Say nothing more of it, in one step; what comes next in the list is shown."""
        work, listing = self._work, self.side.list
        label = say("dismiss “{heading}”", heading=told.heading)
        if work.step(label, lambda book: edits.dismiss(book, told.rule, told.item)):
            self._filling.now()
            what = ", ".join(filter(None, (told.heading, told.ref)))
            work.said.emit(say("Dismissed: {what}", what=what))
            if (now := listing.current) and now.kind == "thing" and now.told:
                self._show(now.told)

    def _restore(self, told: "Told") -> None:
        label = say("bring back “{heading}”", heading=told.heading)
        if self._work.step(label, lambda book: edits.restore(book, told.rule, told.item)):
            what = ", ".join(filter(None, (told.heading, told.ref)))
            self._work.said.emit(say("Brought back: {what}", what=what))

    def _restore_all(self) -> None:
        number = len(self._work.workbook.dismissed)
        what = count(number, "{number} dismissed thing", "{number} dismissed things")
        if self._work.step(say("bring back {what}", what=what), edits.restore_all):
            self._work.said.emit(say("Brought back: {what}", what=what))

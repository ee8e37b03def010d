"""Earlier versions of the open workbook, looked at one by one: nothing is changed by looking.

A version is restored as a workbook of its own; a single item or its words are taken back in a step.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from ilead_studio.model import pages
from ilead_studio.rules.change_lines import Line
from ilead_studio.rules.changed import Section, count_words
from ilead_studio.rules.earlier import (
    Kept,
    first_item,
    first_page,
    found_words,
    kept_words,
    rows_of,
    way_back,
)
from ilead_studio.rules.looking_back import (
    Looking,
    Past,
    Sides,
    change_rows,
    changes,
    page_words,
    pages_of,
    refusal,
    sight_words,
    told_of,
)
from ilead_studio.ui.commands.groups import ON_CHANGE
from ilead_studio.ui.meanwhile.apart import Newest
from ilead_studio.ui.meanwhile.once import Once, beside, has_keyboard
from ilead_studio.ui.past.compared_page import ComparedPage
from ilead_studio.ui.past.earlier_panel import EarlierPanel
from ilead_studio.ui.past.earlier_side import EarlierSide
from ilead_studio.ui.past.looked_keys import follow
from ilead_studio.ui.past.looked_page import DrawnApart, LookedPage
from ilead_studio.ui.past.taken_back import TakenBack
from ilead_studio.ui.past.version_shelf import Shelf
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.commands.features import Deeds
    from ilead_studio.ui.window import MainWindow

NAME: Final = "earlier"


class EarlierView(QObject):
    """The view: versions at the left, the page of one in the middle, what differs at the right."""

    def __init__(self, window: "MainWindow") -> None:
        look = window.look
        self.panel, self.side, self._page = (
            EarlierPanel(look),
            EarlierSide(look),
            ComparedPage(look),
        )
        super().__init__(self._page)
        self._window, self._work = window, window.work
        self.page: QWidget = self._page
        self.left: QWidget = self.panel
        self.right: QWidget | None = self.side
        self._looked = LookedPage(self._work, self._page, self._show_ring)
        self._shelf = Shelf(window, self)
        self._finding = Newest("comparing", self)
        self._drawing = DrawnApart(self._looked, self._finding, self)
        self._listing = Once(self._show_list, self, beside)
        self._back = TakenBack(window)
        self.looking = Looking(old_id=self._work.in_section.get(NAME, ""), sight="then")
        self._both: Sides | None = None
        self._told: tuple[Section, ...] = ()
        self._connect()
        self._fill()

    def _connect(self) -> None:
        panel, side, page, work = self.panel, self.side, self._page, self._work
        panel.typed.connect(self._seek)
        panel.closed.connect(self.leave)
        panel.list.walked.connect(self._look_at)
        panel.list.opened.connect(lambda _key: self._restore())
        side.list.walked.connect(self._walk_to)
        side.list.opened.connect(lambda _key: self._enter_change())
        side.until_chosen.connect(lambda key: self._look(replace(self.looking, new_id=key)))
        side.restored.connect(self._restore)
        side.taken.connect(self._take_back)
        page.sight_chosen.connect(lambda it: self._look(replace(self.looking, sight=it)))
        page.page_chosen.connect(lambda it: self._look(replace(self.looking, page_id=it)))
        for part in (panel.list, side.list, page.sheet):
            part.pressed.connect(self._on_key)
        self._shelf.filled.connect(self._on_filled)
        self._shelf.ready.connect(lambda _key: self._ask())
        self._shelf.counted.connect(self._listing.ask)
        for signal in (work.changed, work.renewed, work.turned, work.saved):
            signal.connect(self._fill)

    # --- what the frame asks ---------------------------------------------------------------------
    def counts(self) -> str:
        """Say which version is looked at."""
        if self._both is None:
            return say("Earlier versions")
        return say("looking at {name}", name=self._both.snapshot.name)

    def keys(self) -> tuple[str, ...]:
        """Name the keys that help."""
        if has_keyboard(self.side.list):
            return (say("Up, Down  what is different"), say("Enter  take it back"),
                    say("Left, Right  marked, then, now"), say("Esc  back"))  # fmt: skip
        return (
            say("Up, Down  look at it"), say("Enter  restore as a copy"),
            say("Left, Right  marked, then, now"), say("Ctrl+F  find"), say("Esc  back"),
        )  # fmt: skip

    def deeds(self) -> "Deeds":
        """Return zooming, copying and seeking; whatever would change an item is refused."""
        sheet = self._page.sheet
        zooms: Deeds = {"zoom in": sheet.zoom_in, "zoom out": sheet.zoom_out,
                        "zoom fit": sheet.zoom_to_fit}  # fmt: skip
        seeks: Deeds = {"find": lambda: self._window.left.bring(self.panel.field)}
        return zooms | seeks | {"copy picture": self._copy} | dict.fromkeys(ON_CHANGE, self.refuse)

    def why_not(self, name: str) -> str:
        """Say why nothing is changed here."""
        if name in ON_CHANGE:
            return self._refusal()
        if name == "copy picture" and self._both is None:
            return _nothing()
        return ""

    def _refusal(self) -> str:
        return refusal(self._both, self.looking) if self._both else _nothing()

    def show_item(self, item_id: str) -> None:
        """Look at a version, by its key, once it is known that it is there."""
        self.looking = replace(self.looking, old_id=item_id)
        if self._shelf.of(item_id) is not None:
            self._ask()

    # --- coming and going ------------------------------------------------------------------------
    def begin(self, page_id: str) -> None:
        """Put the keyboard on the list, with a page in view unless the id is empty."""
        page_id = page_id or self.looking.page_id
        self.looking = replace(self.looking, page_id=page_id, sight="then", new_id="")
        self._fill()
        self._window.left.bring(self.panel.list)

    def leave(self) -> None:
        """Go back to where somebody came from."""
        self._work.turn_to(self._work.section_before)
        self._window.arranged.back_to_page()

    # --- what there is ---------------------------------------------------------------------------
    def _fill(self) -> None:
        """Find out which versions there are now."""
        if self._work.section != NAME:
            self._drawing.end()
            self._shelf.close()
            return
        self._shelf.fill()

    def _on_filled(self) -> None:
        """List the versions, and look at one."""
        if self._shelf.of(self.looking.old_id) is None:
            first = next((it.key for it in self._shelf.kept), "")
            self.looking = replace(self.looking, old_id=first)
        if self._shelf.of(self.looking.new_id) is None:
            self.looking = replace(self.looking, new_id="")
        self.panel.show_kept(kept_words(self._shelf.kept, self._shelf.room))
        self._show_list()
        self._ask()

    def _show_list(self) -> None:
        words, shelf = self.panel.field.text(), self._shelf
        today = self._window.around.clock().date()
        rows = rows_of(shelf.kept, shelf.known, words, today)
        self.panel.show_rows(rows, self.looking.old_id)
        self.panel.show_found(found_words(rows, shelf.kept, shelf.known, words))

    def _seek(self, _words: str) -> None:
        """Show the versions that hold the words, and where they stand in the one in view."""
        self._show_list()
        keys = self.panel.list.keys()
        if keys and self.looking.old_id not in keys:
            self.panel.list.choose(keys[0])
        else:
            self._turn_to_found()
            self._show_ring()

    # --- looking ---------------------------------------------------------------------------------
    def _look_at(self, key: str) -> None:
        self._look(replace(self.looking, old_id=key))

    def _look(self, looking: Looking) -> None:
        """Look at something else."""
        self.looking = looking
        self._ask()

    def _ask(self) -> None:
        """Show it once what differs is found out: it may take a while."""
        if self._work.section != NAME:
            return
        self._work.in_section[NAME] = self.looking.old_id
        self._drawing.end()
        sides = self._sides()
        if isinstance(sides, str):
            self._show_nothing(sides)
        else:
            self._finding.wish(partial(told_of, *sides, self._work.workbook), self._on_told)

    def _on_told(self, both: Sides) -> None:
        """Show what differs; the words are there before the picture."""
        if self._work.section != NAME:
            return
        self._both, self._told = both, changes(both)
        self.looking = replace(self.looking, page_id=self._page_in(both))
        self._turn_to_found()
        if not self._finding.is_busy:
            self._show(both)
            self._drawing.begin(self._work.workbook, both, self.looking)

    def _sides(self) -> tuple[Past, Past | None] | str:
        """Return what is compared, with now if it is one, or why nothing is."""
        old = self._past(self.looking.old_id)
        new = self._past(self.looking.new_id) if self.looking.new_id else None
        if isinstance(old, str):
            return old
        return new if isinstance(new, str) else (old, new)

    def _past(self, key: str) -> Past | str:
        kept, book = self._shelf.of(key), self._shelf.book(key)
        if kept is None:
            return _nothing()
        if book is None:
            return say("Reading this version…")
        if isinstance(book, str):
            return book
        return Past(key, kept.name, kept.day, book, is_whole=kept.is_file)

    def _page_in(self, both: Sides) -> str:
        """Return the page that is seen; if it was not there, the first one that was."""
        there = [it.id for it in (*pages(both.old), *pages_of(both))]
        return self.looking.page_id if self.looking.page_id in there else next(iter(there), "")

    # --- showing ---------------------------------------------------------------------------------
    def _show_nothing(self, why: str) -> None:
        """Say why nothing is seen."""
        self._both, self._told = None, ()
        self._page.show_title("", "")
        self._page.show_pages((), "")
        self._page.show_sight(self.looking.sight, why, is_now=True)
        self._page.sheet.show_drawing(None, "", None, why)
        self.side.show_until((), "")
        self.side.show_changes((), why)
        self.side.show_restoring("")
        self.side.offer("")
        self._window.show_state()

    def _show(self, both: Sides) -> None:
        kept, line = self._shelf.of(self.looking.old_id), self.line
        self._page.show_title(both.snapshot.name, _moment(kept) if kept else "")
        others = [(it.key, it.name) for it in self._shelf.kept if it.key != self.looking.old_id]
        self.side.show_until(others, self.looking.new_id)
        since = say("Since {name}: {changes}", name=both.snapshot.name,
                    changes=count_words(self._told))  # fmt: skip
        self.side.show_changes(change_rows(self._told), since, line)
        self.side.show_restoring(
            say("Restoring opens “{name}” as a workbook of its own. Nothing is overwritten.",
                name=self._back.copy_name(both))
        )  # fmt: skip
        self._offer()
        self._show_page(both)
        self._window.show_state()

    def _show_page(self, both: Sides) -> None:
        looking = self.looking
        self._page.show_pages(page_words(both, self._told), looking.page_id)
        words = sight_words(both, looking)
        self._page.show_sight(looking.sight, words, is_now=not looking.new_id)

    def _show_ring(self) -> None:
        """Let the change in hand have the ring, or what is sought."""
        line, both, page_id = self.line, self._both, self.looking.page_id
        ringed = line.item_id if line and line.page_id == page_id else ""
        words = self.panel.field.text()
        if not ringed and words and both is not None:
            page = next((it for it in pages(both.old) if it.id == page_id), None)
            ringed = first_item(both.old, page, words) if page else ""
        self._page.sheet.choose(ringed)
        self._page.show_change(line.sentence if line and line.page_id == page_id else "")

    def _turn_to_found(self) -> None:
        """Go to a page that holds what is sought."""
        words, both = self.panel.field.text(), self._both
        there = first_page(both.old, words, self.looking.page_id) if words and both else ""
        if there and there != self.looking.page_id:
            self._look(replace(self.looking, page_id=there))

    def _offer(self) -> None:
        self.side.offer("" if self.looking.new_id else way_back(self.line))

    def _enter_change(self) -> None:
        if self.side.take.isEnabled():
            self.side.take.setFocus()
            self._work.said.emit(say("Enter takes it back into the workbook of now."))
        else:
            self.refuse()

    def _take_back(self) -> None:
        if self._both and self.line:
            self._back.take(self._both, self.line)

    def _restore(self) -> None:
        if self._both:
            self._back.restore(self._both)
        else:
            self.refuse()

    @property
    def line(self) -> Line | None:
        """What differs, where the keyboard is in that list."""
        line = self.side.list.current()
        return line if isinstance(line, Line) else None

    def _walk_to(self, line: Line) -> None:
        """Show a change on its page."""
        self._offer()
        if line.page_id and line.page_id != self.looking.page_id:
            self._look(replace(self.looking, page_id=line.page_id))
        self._show_ring()

    def _copy(self) -> None:
        if self._both:
            self._looked.copy(self._both, self.looking)

    # --- keys ------------------------------------------------------------------------------------
    def refuse(self) -> None:
        """Say why nothing is changed here."""
        self._work.said.emit(self._refusal())

    def _on_key(self, event: QKeyEvent | QInputMethodEvent) -> None:
        follow(event, self._walks(), self._window.keys, self.refuse)

    def _walks(self) -> dict[str, Callable[[], object]]:
        in_changes = self.side.list.hasFocus()
        here = self.side.list if in_changes else self.panel.list
        return {
            "up": lambda: here.step(-1),
            "down": lambda: here.step(1),
            "left": lambda: self._look(self.looking.seen_otherwise(-1)),
            "right": lambda: self._look(self.looking.seen_otherwise(1)),
            "enter": self._enter_change if in_changes else self._restore,
            "escape": self.leave,
        }


def _nothing() -> str:
    return say("No earlier version yet: each save from here keeps one.")


def _moment(kept: Kept) -> str:
    return (
        say("read only") if kept.when is None else say("{detail} · read only", detail=kept.detail)
    )

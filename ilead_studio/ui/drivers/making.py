"""The page that makes drivers from root causes: a draft, and nothing is changed until it is made.

The draft is the window's (``Work.draft``); this page shows it and changes it.
"""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from ilead_studio.model import Cause, Workbook, find, page_of
from ilead_studio.session.draft_preview import outcome
from ilead_studio.session.drafting import (
    Choice,
    Draft,
    also,
    begin,
    choose,
    current,
    draft_rows,
    links,
    made,
    own_words,
    put,
)
from ilead_studio.ui.drivers.form import DraftForm
from ilead_studio.ui.drivers.side import DraftSide, RootTree
from ilead_studio.ui.files.typed_late import Waiting
from ilead_studio.ui.meanwhile.once import Once
from ilead_studio.ui.questions.asking import NOTE, ask_about
from ilead_studio.words import count, say

if TYPE_CHECKING:
    from ilead_studio.ui.commands.features import Deeds
    from ilead_studio.ui.window import MainWindow

NAME: Final = "make drivers"
PAUSE_MS: Final = 200
"""After so long a pause in typing the preview follows."""


class MakeDrivers(QObject):
    """The view: lines in the middle, root causes left, preview and root test right."""

    def __init__(self, window: "MainWindow") -> None:
        self.form = DraftForm(window.work, window.look)
        super().__init__(self.form)
        self._window, self._work = window, window.work
        self.page: QWidget = self.form
        self.roots = RootTree(window.look)
        self.left: QWidget = self.roots
        self.side = DraftSide(window.work, window.look)
        self.right: QWidget | None = self.side
        self._draft, self._at = Draft("", ""), ""
        self._later = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._later.timeout.connect(self._preview)
        self._refreshing = Once(self.refresh, self)
        for signal in (self._work.changed, self._work.renewed):
            signal.connect(self._refreshing.ask)
        self._work.turned.connect(self._begin)
        self._connect()
        self._begin()

    def _connect(self) -> None:
        form, side = self.form, self.side
        form.ticked.connect(self._tick)
        form.changed.connect(self._change)
        form.turned.connect(self._turn)
        form.made.connect(self.make)
        form.given_up.connect(self.give_up)
        form.at_cause.connect(side.test.show_cause)
        form.at_cause.connect(self._come_to)
        form.asked.connect(lambda it: ask_about(self._window, it))
        self.roots.chosen.connect(self.show_item)
        side.line_asked.connect(self.show_item)
        side.driver_asked.connect(self._go_to_driver)

    # --- what the frame asks ---------------------------------------------------------------------
    def counts(self) -> str:
        """Say that nothing is changed yet, and how much is chosen."""
        roots = [it for page in self._work.workbook.fishbones for it in page.causes
                 if it.root and not it.same_as]  # fmt: skip
        number = sum(self._draft.of(it.id).way != "none" for it in roots)
        every = count(len(roots), "{number} root cause", "{number} root causes")
        told = say("{number} of {every} chosen", number=number, every=every)
        words = make_words(self._work.workbook, self._draft)
        return say("Nothing is changed until you press “{words}” · {told}", words=words, told=told)

    def keys(self) -> tuple[str, ...]:
        """Name the keys that help."""
        return (say("Enter  next field"), say("Ctrl+Enter  make them"), say("Space  tick"),
                say("Esc  give up"))  # fmt: skip

    def deeds(self) -> "Deeds":
        """Return what is asked about the cause that the keyboard is at; the rest has its button."""
        return {NOTE: lambda: ask_about(self._window, self._at)}

    def why_not(self, _name: str) -> str:
        """Refuse nothing."""
        return ""

    def show_item(self, item_id: str) -> None:
        """Go to the line of a cause, or to a fishbone."""
        page = page_of(self._work.workbook, item_id)
        if page is None or page not in self._work.workbook.fishbones:
            return
        cause = find(self._work.workbook, item_id)
        hidden = isinstance(cause, Cause) and not cause.root
        shows_all = self._draft.shows_all or hidden
        self._show(replace(self._draft, fishbone_id=page.id, shows_all=shows_all))
        self.form.go_to(item_id)

    def _come_to(self, cause_id: str) -> None:
        self._at = cause_id

    # --- the draft -------------------------------------------------------------------------------
    def _begin(self) -> None:
        """Begin with what is selected, or go on with what was chosen before."""
        work = self._work
        if work.section == NAME:
            selected = self._selected()
            if work.draft is None:
                draft = Draft(self._theory(), self._fishbone())
                self._show(begin(work.workbook, draft, selected))
            else:
                self._show(also(work.workbook, work.draft, selected))
            self.form.go_to(next(iter(selected), ""))

    def _selected(self) -> tuple[str, ...]:
        """Return the causes that are selected on the page in view."""
        found = (find(self._work.workbook, it) for it in self._work.ids_selected)
        return tuple(it.id for it in found if isinstance(it, Cause))

    def _theory(self) -> str:
        """Return the driver diagram in view, or the last one, or the id of one to be made."""
        work = self._work
        if work.page and not work.is_fishbone:
            return work.page.id
        first = next((it.id for it in work.workbook.theories), "")
        return work.last_in("theory") or first or work.ids()

    def _fishbone(self) -> str:
        work = self._work
        if work.page and work.is_fishbone:
            return work.page.id
        first = next((it.id for it in work.workbook.fishbones), "")
        return work.last_in("fishbone") or first

    def _take(self, draft: Draft | None) -> None:
        self._work.draft = draft
        written = own_words(self._work.workbook, draft) if draft else ()
        self._work.beside.put(NAME, (_waiting(*it) for it in written))

    def _show(self, draft: Draft) -> None:
        self._take(draft)
        self.refresh()

    def refresh(self) -> None:
        """Show the draft as it is now; the preview follows when typing pauses."""
        work = self._work
        if work.draft is None or work.section != NAME:
            return
        draft = self._draft = work.draft = current(work.workbook, work.draft)
        self.form.show_draft(draft, draft_rows(work.workbook, draft))
        self.form.say_what(make_words(work.workbook, draft))
        self.side.test.refresh()
        self._later.start()
        self._window.show_state()

    def _preview(self) -> None:
        if self._work.draft is not None:
            self.side.show_outcome(outcome(self._work.workbook, self._work.draft))
            self.roots.show_roots(self._work.workbook)

    def _tick(self, cause_id: str, on: bool) -> None:
        book = self._work.workbook
        if on:
            self._show(choose(book, self._draft, cause_id))
            self.form.go_to(cause_id)
        else:
            self._show(put(book, self._draft, cause_id, Choice()))

    def _change(self, cause_id: str, choice: Choice) -> None:
        """Change what becomes of a cause; other words alone change nothing else on the page."""
        before = self._draft.of(cause_id)
        draft = put(self._work.workbook, self._draft, cause_id, choice)
        if replace(before, words=choice.words) == choice:
            self._draft = draft
            self._take(draft)
            self.form.show_choice(cause_id, choice)
            self._later.start()
        else:
            self._show(draft)

    def _turn(self, theory_id: str, fishbone_id: str, shows_all: bool) -> None:
        """Look at another fishbone, at all causes, or make drivers of another theory."""
        choices = self._draft.choices
        if theory_id != self._draft.theory_id:
            choices = {it: choice for it, choice in choices.items() if choice.is_new}
        self._show(Draft(theory_id, fishbone_id, choices, shows_all))

    # --- the end of it ---------------------------------------------------------------------------
    def make(self) -> None:
        """Make what is chosen as one step, and show it on the driver diagram."""
        work, draft, ids = self._work, self._draft, list[str]()
        if not draft.new and not links(work.workbook, draft):
            work.said.emit(say("Tick a cause first: it becomes a driver."))
            return

        def edit(book: Workbook) -> Workbook:
            book, ids[:] = made(book, draft, work.ids)
            return book

        words = make_words(work.workbook, draft)
        if work.step(say("make drivers"), edit, page_id=draft.theory_id):
            self._take(None)
            work.turn_to("")
            work.select(*ids)
            self._window.arranged.back_to_page(self._window.canvas)
            work.said.emit(say("Done: {words}. Each keeps the cause that it answers.", words=words))

    def give_up(self) -> None:
        """Go back; no driver is made, and what somebody wrote for one is caught in the tray."""
        work, said = self._work, say("No driver was made.")
        if work.beside.catch(NAME):
            said = say("No driver was made. What you wrote for them is in the tray.")
        self._take(None)
        work.turn_to("")
        self._window.arranged.back_to_page()
        work.said.emit(said)

    def _go_to_driver(self, driver_id: str) -> None:
        """Show a driver on its page; the draft waits."""
        page = page_of(self._work.workbook, driver_id)
        if page is not None:
            self._work.open_page(page.id)
            self._work.select(driver_id)
            self._window.arranged.back_to_page()


def _waiting(cause: Cause, words: str) -> Waiting:
    whence = say("was to be a driver, for the cause “{text}”", text=cause.text)
    return Waiting(words, whence)


def make_words(workbook: Workbook, draft: Draft) -> str:
    """Say what the button will do: "Make 4 drivers, link 1"."""
    new, linked = draft.new, links(workbook, draft)
    makes = count(new, "Make {number} driver", "Make {number} drivers")
    if new and linked:
        return say("{makes}, link {number}", makes=makes, number=linked)
    if linked:
        return count(linked, "Link {number} cause", "Link {number} causes")
    return makes if new else say("Make drivers")

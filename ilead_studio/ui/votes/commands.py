"""Votes in the window: the panel of a vote stands at the right of the page that is voted on."""

from functools import cached_property
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import QObject

from ilead_studio.drawing.voting import folds_for_vote
from ilead_studio.model import Fishbone, Vote
from ilead_studio.rules.family import Family, family
from ilead_studio.rules.votes import (
    blind_on,
    open_vote_on,
    vote_with_id,
    votes_on,
)
from ilead_studio.ui.meanwhile.once import Once
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.commands.features import Deeds
    from ilead_studio.ui.votes.panel import VotePanel
    from ilead_studio.ui.votes.parts import VotePart
    from ilead_studio.ui.window import MainWindow

_IDEAS: Final = "ideas"
_BESIDE: Final = ("note", "tray")
"""Commands that show something else at the right."""
_TELLING: Final = ("make drivers", "sight in words", "what changed", "snapshots")
"""Commands that show on the screen what is known of causes; what is printed leaves counts out."""


class Here(NamedTuple):
    """Where votes are: the causes of a fishbone, or without a page change ideas."""

    page: Fishbone | None

    @property
    def page_id(self) -> str | None:
        """What a vote names as its page."""
        return self.page.id if self.page else None


class Votes(QObject):
    """Does the command, and shows the panel where a vote is open, is begun or was revealed."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window.whole)
        self._window, self._work = window, window.work
        self._begins = False
        self._folded: dict[str, frozenset[str]] = {}
        self._showing = Once(self.refresh, self, lambda: not self._has_keyboard)
        work = window.work
        for signal in (work.changed, work.renewed, work.selected, work.seen, work.turned):
            signal.connect(self._showing.ask)
        for signal in (work.renewed, work.turned):
            signal.connect(self._stop_beginning)
        work.opened.connect(self._forget)
        window.about_to_do.connect(self._make_way)
        window.editing.note_asked.connect(lambda: self._make_way("note"))
        window.helps.insert(0, self.keys)
        self._showing.ask()

    @cached_property
    def panel(self) -> "VotePanel":
        """The panel, made when a vote is first seen."""
        from ilead_studio.ui.votes.deeds import VoteDeeds
        from ilead_studio.ui.votes.panel import VotePanel

        made = VotePanel(self._window.look)
        result, clock = made.result, self._window.around.clock
        deeds = VoteDeeds(self._work, made, clock, lambda: self._open_vote)
        deeds.opened.connect(self._show_opened)
        deeds.revealed.connect(self._show_result)
        made.form.left.connect(self._cancel)
        result.anew.connect(self._ask)
        result.closed.connect(self._close)
        result.list.chosen.connect(self._show_item)
        result.list.opened.connect(self._go_to)
        for part in (made.blind, result):
            part.left.connect(self._window.arranged.back_to_page)
        return made

    # --- what the window asks --------------------------------------------------------------------
    def deeds(self) -> "Deeds":
        """Return what the command does."""
        return {"vote": self.open}

    def why_not(self, name: str) -> str:
        """Say where votes are, and that nothing is sifted while one is blind."""
        if name == "vote" and self._here is None:
            return say("Votes are on the causes of a fishbone, or on change ideas.")
        if name in _TELLING and blind_on(self._work.workbook):
            return say("A blind vote is open: this would tell what is known. Reveal it first, or"
                       " give it up.")  # fmt: skip
        if self._open_vote is None:
            return ""
        if name == "filter" and not self._work.section:
            return say("A blind vote is open: nothing is sifted before the reveal.")
        return _why_hidden() if name in _BESIDE else ""

    def keys(self) -> tuple[str, ...]:
        """Name the keys that help while the keyboard is in the panel."""
        if not self._has_keyboard:
            return ()
        part = self.panel.currentWidget()
        if part is self.panel.blind:
            return (
                say("4 7 7 12 Enter  type a ballot"), say("Ctrl+Z  take back the last ballot"),
                say("Ctrl+Enter  reveal"), say("F6  to the page"),
            )  # fmt: skip
        if part is self.panel.result:
            return say("Space  keep it"), say("Enter  go there"), say("Arrows  next one")
        return say("Enter  begin the vote"), say("Esc  no vote")

    @property
    def _has_keyboard(self) -> bool:
        focus = self._window.focusWidget()
        made = self.__dict__.get("panel")
        return made is not None and focus is not None and made.isAncestorOf(focus)

    # --- where -----------------------------------------------------------------------------------
    @property
    def _here(self) -> Here | None:
        work = self._work
        if work.section == _IDEAS:
            return Here(None)
        page = work.page
        return Here(page) if not work.section and isinstance(page, Fishbone) else None

    @property
    def _open_vote(self) -> Vote | None:
        here, book = self._here, self._work.workbook
        return open_vote_on(book, here.page_id) if here and book.votes else None

    def _selected(self) -> tuple[str, ...]:
        """Return what is selected here."""
        if self._work.section != _IDEAS:
            return self._work.ids_selected
        from ilead_studio.ui.inspector.idea import chosen_ideas

        return tuple(it.id for it in chosen_ideas(self._work).items)

    # --- showing ---------------------------------------------------------------------------------
    def refresh(self) -> None:
        """Show the panel where there is something to show, and nothing of it elsewhere."""
        here, had = self._here, self._has_keyboard
        part = self._part(here) if here else None
        self._fold()
        window = self._window
        if part is None:
            window.arranged.put_beside(None)
            if had:
                window.arranged.back_to_page()
            return
        self.panel.show_part(part)
        window.arranged.put_beside(self.panel)

    def _part(self, here: Here) -> "VotePart | None":
        """Return the part of the panel that belongs here now, with what it shows."""
        work, vote = self._work, self._open_vote
        if vote is not None:
            self.panel.blind.tell(vote)
            return self.panel.blind
        if self._begins:
            self.panel.form.tell(work.workbook, here.page, self._selected())
            return self.panel.form
        result = work.sight.result_on(work.workbook, here.page_id)
        if result is None:
            return None
        self.panel.result.tell(result)
        return self.panel.result

    def _fold(self) -> None:
        """Fold the whys while a vote is blind, once; afterwards open them again."""
        work, vote = self._work, self._open_vote
        page = work.page
        for vote_id in [it for it in self._folded if vote is None or it != vote.id]:
            if not _is_open(vote_with_id(work.workbook, vote_id)):
                work.fold_all(self._folded.pop(vote_id), folded=False)
        if vote and vote.id not in self._folded and isinstance(page, Fishbone):
            folds = folds_for_vote(page, vote) if vote.page_id else frozenset[str]()
            self._folded[vote.id] = folds
            seen = _seen_above(family(work.workbook, page), work.item_id, folds)
            if seen != work.item_id:
                work.select(seen)
            work.fold_all(folds)

    def _forget(self) -> None:
        """Begin with another workbook: nothing is folded in it for a vote."""
        self._folded.clear()

    def _stop_beginning(self) -> None:
        self._begins = False

    def open(self) -> None:
        """Go to the vote that is open here, to the last result, or ask how a new one is to be."""
        here, work = self._here, self._work
        if here is None:
            return
        last = next(reversed(votes_on(work.workbook, here.page_id)), None)
        if last is None or self._begins:
            self._ask()
            return
        if last.revealed is not None:
            work.look(result=last.id)
        self._bring()

    def _ask(self) -> None:
        here, work = self._here, self._work
        if here is None or work.refuses():
            return
        self._begins = True
        work.look(result="")
        self.panel.form.start(work.workbook, here.page, self._selected())
        self._bring()

    def _bring(self) -> None:
        """Show the panel, with the keyboard in it."""
        self.refresh()
        self._window.right.show_usual()
        self.panel.begin()
        self._window.show_state()

    def _show_opened(self, _vote_id: str) -> None:
        self._begins = False
        self._bring()

    def _show_result(self, vote_id: str) -> None:
        self._work.look(result=vote_id)
        self._bring()

    def _make_way(self, name: str) -> None:
        """Give the place to what a command shows there; not while a vote is blind."""
        if name in _BESIDE and self._open_vote:
            self._work.said.emit(_why_hidden())
        elif name in _BESIDE and self._here:
            self._begins = False
            self._work.look(result="")
            self.refresh()

    def _cancel(self) -> None:
        self._begins = False
        self.refresh()

    def _close(self) -> None:
        self._work.look(result="")
        self.refresh()
        self._window.arranged.back_to_page()

    def _show_item(self, item_id: str) -> None:
        """Let the page follow the list."""
        work = self._work
        if not work.section and any(row.id == item_id for row in work.rows):
            work.select(item_id)

    def _go_to(self, item_id: str) -> None:
        if self._work.section:
            self._window.sections.show(self._work.section, item_id)
        else:
            self._show_item(item_id)
        self._window.arranged.back_to_page()


def _why_hidden() -> str:
    return say("A blind vote is open: what is known comes back with the reveal.")


def _seen_above(kin: Family, item_id: str, folded: frozenset[str]) -> str:
    """Return the item, or what hides it when branches are folded."""
    here: str | None = item_id
    seen = item_id
    while here is not None:
        parents = kin.parents.get(here, ())
        here = parents[0] if parents else None
        seen = here if here in folded and here is not None else seen
    return seen


def _is_open(vote: Vote | None) -> bool:
    return vote is not None and vote.revealed is None

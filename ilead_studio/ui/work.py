"""What the window works on: the session, the page in view, and a slot that is being filled.

All views read from here and hear of every change from here; none of them keeps a document.
"""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QObject, Signal

from ilead_studio.drawing.marks import UNFOLDED, View, marks_of
from ilead_studio.errors import StudioError, TooLong
from ilead_studio.model import (
    Change,
    Fishbone,
    FishbonePlan,
    Ids,
    Page,
    TheoryPlan,
    Workbook,
    difference,
    pages,
)
from ilead_studio.rules.family import family
from ilead_studio.rules.kept import kept_by_identity
from ilead_studio.rules.outline import Row, outline
from ilead_studio.session import Selection, Session
from ilead_studio.session.capture import Slot, asks, filled
from ilead_studio.session.session import Edit
from ilead_studio.storage.store import Opened, Stamp
from ilead_studio.ui.files.beside import Beside
from ilead_studio.ui.files.only_read import why_only_read
from ilead_studio.ui.frame.last_places import LastPlaces
from ilead_studio.ui.sight.state import Sight
from ilead_studio.words import count, say

if TYPE_CHECKING:
    from ilead_studio.session.drafting import Draft
    from ilead_studio.storage.recovery import Found

SLOT_ID: Final = "aaaaaaaaaa"
"""The id that an item has while its words are still being typed; never in the document."""
MOST_SHOWN: Final = 20
"""How many of the items that an undo touched are brought in sight; the most important is, last."""

marks_in = kept_by_identity(marks_of)


class Work(QObject):
    """One open workbook as the views see it.

    Signals: ``changed`` the page or its items differ; ``selected`` another item is selected;
    ``renewed`` another workbook or page is in view; ``opened`` it is another workbook; ``said`` a
    sentence for the status line, ``overflowed`` that words are too many where they are typed;
    ``warned`` one that must not be missed, ``helped`` with what helps; ``filed`` file or saved
    state changed, ``followed`` its name; ``saved`` what was written,
    ``saved_by_itself`` unasked; ``moving`` next comes a move that the eye may follow; ``seen`` the
    page is looked at otherwise; ``turned`` another section; ``came_back`` undo touched these items.
    """

    changed = Signal()
    selected = Signal()
    renewed = Signal()
    opened = Signal()
    said = Signal(str)
    overflowed = Signal()
    warned = Signal(str)
    helped = Signal(str, object)
    filed = Signal()
    followed = Signal()
    saved = Signal(object)
    saved_by_itself = Signal(object)
    moving = Signal()
    came_back = Signal(object)
    seen = Signal()
    turned = Signal()

    def __init__(self, workbook: Workbook, ids: Ids) -> None:
        super().__init__()
        self.ids = ids
        self.path: Path | None = None
        self.stamp: Stamp | None = None
        self.read_only = False
        self.slot: Slot | None = None
        self.folded: frozenset[str] = UNFOLDED
        self.sight = Sight()
        self.section = self.section_before = ""
        """What is in view instead of a diagram, such as "ideas", and before that; else empty."""
        self.in_section: dict[str, str] = {}
        """What was last shown in each section, by its name: kept while the look changes."""
        self.draft: Draft | None = None
        """Drivers that somebody is about to make; nothing of them is in the document yet."""
        self.beside = Beside(self)
        self._last = LastPlaces()
        self._in_view = ""
        self._listen(Session(workbook))

    def _listen(self, session: Session) -> None:
        self.session = session
        session.on_change.append(self._on_change)
        session.on_select.append(self._on_select)
        if first := next(iter(pages(session.workbook)), None):
            session.select(Selection(first.id, (first.id,)))
        self._in_view = self._page_id

    # --- what is shown ---------------------------------------------------------------------------
    @property
    def workbook(self) -> Workbook:
        """The document, without the slot."""
        return self.session.workbook

    @property
    def shown(self) -> Workbook:
        """The document with the slot as an item of its own, as the views draw it."""
        return self._with(self.slot)

    def _with(self, slot: Slot | None) -> Workbook:
        """Return the document with a slot as an item.

        Raises:
            EditError: if there can be no item at that place.
        """
        page = self.page
        if slot is None or page is None:
            return self.workbook
        return filled(self.workbook, slot, SLOT_ID, asks(slot, page, self.workbook))

    @property
    def page(self) -> Page | None:
        """The page in view; None when the workbook has no page."""
        chosen, every = self.session.selection, pages(self.workbook)
        here = (it for it in every if chosen and it.id == chosen.page_id)
        return next(here, next(iter(every), None))

    @property
    def _page_id(self) -> str:
        return self.page.id if self.page else ""

    @property
    def shown_page(self) -> Page | None:
        """The page in view, with the slot on it."""
        return next((it for it in pages(self.shown) if it.id == self._page_id), None)

    @property
    def rows(self) -> tuple[Row, ...]:
        """The outline of the page in view, with the slot in it."""
        return outline(self.shown, page) if (page := self.shown_page) else ()

    @property
    def view(self) -> View:
        """How the page is looked at: what is folded, what is marked, what colours mean."""
        return self.view_of(self.shown)

    def view_of(self, workbook: Workbook) -> View:
        """Return how pages of a workbook are looked at, be it one that is still to come."""
        seen = View(self.folded, marks_in(workbook), self.sight.colour_by)
        here = (it for it in workbook.fishbones if workbook.votes and it.id == self._page_id)
        return self.sight.view(workbook, next(here, None), seen)

    @property
    def faded(self) -> frozenset[str]:
        """The items of the page in view that are not looked for; a slot is always in full."""
        page = self.shown_page
        pale = self.sight.faded(self.shown, page) if page else frozenset[str]()
        return pale - {SLOT_ID} if SLOT_ID in pale else pale

    def look(self, **changes: Any) -> None:  # noqa: ANN401 - the fields' own types are checked
        """Look at pages in another way: with other fields of ``sight``."""
        before, self.sight = self.sight, replace(self.sight, **changes)
        if (self.sight.colour_by, self.sight.result) != (before.colour_by, before.result):
            self.changed.emit()
        if self.sight != before:
            self.seen.emit()

    @property
    def item_id(self) -> str:
        """The item that keys act on: the last selected one."""
        chosen = self.session.selection
        return chosen.last if chosen else ""

    @property
    def ids_selected(self) -> tuple[str, ...]:
        """Everything that is selected, the last one at the end."""
        chosen = self.session.selection
        return chosen.ids if chosen else ()

    @property
    def is_fishbone(self) -> bool:
        """Whether a fishbone is in view (or a theory)."""
        return isinstance(self.page, Fishbone)

    # --- what is done ----------------------------------------------------------------------------
    def step(
        self,
        label: str,
        edit: Edit,
        *,
        select: str = "",
        page_id: str = "",
        merge_key: object = None,
        moves: bool = False,
    ) -> bool:
        """Make one edit as one undo step; a refusal becomes a sentence. Tells whether it was made.

        ``select`` is the item selected afterwards; empty leaves the selection. ``page_id`` is the
        page in view then, its root selected unless ``select`` says more; ``moves``: items move.
        """
        if self.refuses():
            return False
        before, chosen = self.workbook, self._place(select, page_id)
        if page_id:
            self._last.remember(self.page, self.item_id)
        try:
            self.session.apply(label, edit, merge_key=merge_key, select=chosen)
        except StudioError as error:
            self.said.emit(str(error))
            if isinstance(error, TooLong):
                self.overflowed.emit()
            return False
        if moves and self.workbook is not before:
            self.moving.emit()
        return True

    def _place(self, item_id: str, page_id: str) -> Selection | None:
        """Return an item of a page as a selection: of the page in view, or its root, if empty."""
        there = page_id or (self._page_id if item_id else "")
        return Selection(there, (item_id or there,)) if there else None

    def refuses(self) -> bool:
        """Say so when the workbook can only be read here; tells whether that is so."""
        if self.read_only:
            self.said.emit(why_only_read(self))
        return self.read_only

    def keep_plan(self, plan: FishbonePlan | TheoryPlan) -> None:
        """Keep how the page in view is laid out; a file that can only be read keeps its own."""
        if page := self.page:
            self.session.keep_plan(page.id, plan)

    def select(self, *item_ids: str) -> None:
        """Select items of the page in view; the last one is the one that keys act on."""
        self.turn_to("")
        if page := self.page:
            self.session.select(Selection(page.id, item_ids))

    def turn_to(self, section: str) -> None:
        """Show a section that is no diagram, or with an empty name the diagram again."""
        if section != self.section:
            self.section_before, self.section = self.section, section
            self.turned.emit()

    def open_page(self, page_id: str) -> None:
        """Show a page, with what was last selected on it."""
        self.turn_to("")
        self._last.remember(self.page, self.item_id)
        there = self._last.on(self.workbook, page_id)
        self.session.select(Selection(page_id, (there,)))
        self._renew()

    def _renew(self) -> None:
        """Tell that another page is in view; a slot was for the one before."""
        self._in_view, self.slot = self._page_id, None
        self.renewed.emit()

    def last_in(self, section: str) -> str:
        """Return the page of a section that was last in view; empty when none was."""
        book = self.workbook
        return self._last.last_of(book.fishbones if section == "fishbone" else book.theories)

    def fold(self) -> None:
        """Fold the branch of the selected item on the picture, or open it again."""
        page, item_id = self.page, self.item_id
        if page is None or item_id == page.id:
            return
        if item_id not in self.folded and not family(self.workbook, page).stands.get(item_id):
            self.said.emit(say("There is nothing below it to fold."))
            return
        self.folded ^= {item_id}
        self.moving.emit()
        self.changed.emit()

    def fold_all(self, item_ids: frozenset[str], *, folded: bool = True) -> None:
        """Fold several branches at once, or open them again."""
        before = self.folded
        self.folded = before | item_ids if folded else before - item_ids
        if self.folded != before:
            self.changed.emit()

    def _open_around(self, *item_ids: str) -> None:
        """Open every folded branch in which one of the items stands."""
        page = self.page
        if not self.folded or page is None:
            return
        above = family(self.workbook, page).around(item_ids)
        if above & self.folded:
            self.folded -= above
            self.changed.emit()

    def set_slot(self, slot: Slot | None) -> bool:
        """Open a slot, move it, or close it; the document stays as it is.

        A place where nothing can be is refused with a sentence; tells whether it was not.
        """
        try:
            self._with(slot)
        except StudioError as error:
            self.said.emit(str(error))
            return False
        if slot:
            if slot.parent_id in self.folded:
                self.folded -= {slot.parent_id}
            self._open_around(slot.parent_id)
        if slot != self.slot:
            self.slot = slot
            self.changed.emit()
        return True

    def take(self, opened: Opened) -> None:
        """Work on a workbook from a file."""
        self.path, self.stamp, self.read_only = opened.path, opened.stamp, opened.read_only
        self._start(opened.workbook)

    def begin(self, workbook: Workbook) -> None:
        """Work on a new workbook that has no file yet."""
        self.path, self.stamp, self.read_only = None, None, False
        self._start(workbook)

    def recover(self, found: "Found") -> None:
        """Work on what was typed and never saved; its file is changed only by saving."""
        then = round(found.when.timestamp() * 1e9)  # the file was as it was when that was typed
        stamp = Stamp(then, 0, 0, found.data) if found.path else None
        self.path, self.stamp, self.read_only = found.path, stamp, False
        self._start(found.workbook, found.saved)

    def _start(self, workbook: Workbook, saved: Workbook | None = None) -> None:
        """Begin unfolded and unfiltered; what is sought and what colours mean is the window's."""
        self.slot, self.draft, self.folded = None, None, UNFOLDED
        self.beside.forget()
        self.sight = replace(self.sight, sieve=None, holding="", pinned="")
        self.turn_to("")
        self._last.forget()
        self.in_section.clear()
        self._listen(Session(workbook, saved=saved))
        self._renew()
        self.opened.emit()
        self.filed.emit()

    def saved_as(self, written: Workbook, path: Path, stamp: Stamp) -> None:
        """Remember that a file holds what ``session.begin_save`` gave; ``saved`` comes next."""
        self.path, self.stamp, self.read_only = path, stamp, False
        self.session.end_save(written)
        self.filed.emit()

    def saved_to(self, path: Path, stamp: Stamp) -> None:
        """Remember that the same file has another name now; what it holds is as it was."""
        self.path, self.stamp = path, stamp
        self.followed.emit()
        self.filed.emit()

    def undo(self, steps: int = 1) -> None:
        """Take the last steps back and say which they were."""
        before = self.workbook
        labels = [label for _ in range(steps) if (label := self.session.undo())]
        if len(labels) > 1:
            many, step = count(len(labels), "{number} step", "{number} steps"), labels[-1]
            self.said.emit(say("Undone: {many}, back to before “{step}”", many=many, step=step))
        elif labels:
            self.said.emit(say("Undone: {step}", step=labels[0]))
        self._show_what_differs(before)

    def redo(self) -> None:
        """Do the last undone step again and say which one it was."""
        before, label = self.workbook, self.session.redo()
        if label:
            self.said.emit(say("Done again: {step}", step=label))
        self._show_what_differs(before)

    def _show_what_differs(self, before: Workbook) -> None:
        """Let the views show what came back or changed on the page; the selected item above all."""
        change = difference(before, self.workbook)
        touched = (change.added | change.updated) - {self._page_id}
        ids = [row.id for row in self.rows if row.id in touched]
        if ids:
            self._open_around(*ids)
            last = self.item_id if self.item_id in ids else ids[0]
            self.came_back.emit((*ids[:MOST_SHOWN], last))

    # --- hearing from the session ----------------------------------------------------------------
    def _on_change(self, change: Change) -> None:
        if self._in_view != self._page_id:  # a page came or went, or came back
            self._renew()
        self.changed.emit()
        self.selected.emit()
        self.filed.emit()

    def _on_select(self, _selection: Selection | None) -> None:
        self._open_around(*self.ids_selected)
        self.selected.emit()

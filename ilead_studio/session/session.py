"""The open workbook: undo is a list of (label, before, after), nothing is ever un-computed."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from typing import Final

from ilead_studio.edits import with_counters, with_plan
from ilead_studio.edits.cycle import kept_frozen
from ilead_studio.edits.parts import highest
from ilead_studio.model import Change, FishbonePlan, TheoryPlan, Workbook, difference, pages
from ilead_studio.rules.family import family
from ilead_studio.rules.kept import kept_by_identity

Edit = Callable[[Workbook], Workbook]
MOST_STEPS: Final = 500
"""Steps that can be undone: each holds what was changed, and a long day is not to fill memory."""

_with_counters = kept_by_identity(with_counters)


@dataclass(frozen=True, slots=True)
class Selection:
    """What is selected on which page; the last id is the one that keys act on."""

    page_id: str
    ids: tuple[str, ...]

    @property
    def last(self) -> str:
        """The item that keys act on; the page's root when nothing is selected."""
        return self.ids[-1] if self.ids else self.page_id


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that can be undone, with the selection on both sides of it."""

    label: str
    before: Workbook
    after: Workbook
    selected_before: Selection | None
    selected_after: Selection | None
    merge_key: Hashable = None


class Session:
    """One open workbook; ``saved`` is what its file holds, where that is something older.

    ``on_change`` hears of each apply, undo and redo exactly once; ``on_select`` hears when only
    the selection changed.
    """

    def __init__(
        self,
        workbook: Workbook,
        selection: Selection | None = None,
        *,
        saved: Workbook | None = None,
    ) -> None:
        self._workbook = workbook
        self._selection = selection
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._saved = workbook if saved is None else saved
        self._being_saved: Workbook | None = None
        self._highest = workbook.counters
        self.on_change: list[Callable[[Change], None]] = []
        self.on_select: list[Callable[[Selection | None], None]] = []

    @property
    def workbook(self) -> Workbook:
        """The document as it is now."""
        return self._workbook

    @property
    def for_file(self) -> Workbook:
        """The document as a file keeps it: it remembers references that an undo took back.

        They may be on paper already, so they must not mean something else on another day.
        """
        return _with_counters(self._workbook, self._highest)

    @property
    def selection(self) -> Selection | None:
        """What is selected now."""
        return self._selection

    @property
    def saved(self) -> Workbook:
        """The document that the file holds."""
        return self._saved

    @property
    def is_saved(self) -> bool:
        """Whether the file holds exactly this document."""
        return self._workbook is self._saved

    @property
    def undo_label(self) -> str:
        """What undo would take back; empty when there is nothing."""
        return self._done[-1].label if self._done else ""

    @property
    def undo_labels(self) -> tuple[str, ...]:
        """What undo would take back, step by step: the newest first."""
        return tuple(step.label for step in reversed(self._done))

    @property
    def redo_label(self) -> str:
        """What redo would do again; empty when there is nothing."""
        return self._undone[-1].label if self._undone else ""

    def apply(
        self,
        label: str,
        edit: Edit,
        *,
        merge_key: Hashable = None,
        select: Selection | None = None,
    ) -> Workbook:
        """Make one edit as one undo step and return the document after it.

        Steps with the same ``merge_key`` in a row become one, and none if they lead back to where
        they began. An edit that changes nothing leaves no step. ``select`` is the selection
        afterwards; without it the selection stays.

        Raises:
            EditError: from the edit, or if it would change a prediction that was frozen when Do
                began; nothing has changed then.
        """
        before, start = self._workbook, self.for_file
        after = kept_frozen(start, edit(start))
        chosen = select or self._selection
        if after == start:
            self.select(chosen)
            return before
        self._highest = highest(self._highest, after.counters)
        step = self._merged(Step(label, before, after, self._selection, chosen, merge_key))
        after = self._note(step)
        self._become(after, chosen, before, label)
        return after

    def _note(self, step: Step) -> Workbook:
        """Note a step, unless it leads back to where it began; returns what it led to."""
        self._undone.clear()
        if step.after == step.before:
            return step.before
        self._done.append(step)
        del self._done[:-MOST_STEPS]
        return step.after

    def _merged(self, step: Step) -> Step:
        """Take the last step off and join it with the next, if both have the same merge key."""
        if not self._done or step.merge_key is None or self._done[-1].merge_key != step.merge_key:
            return step
        first = self._done.pop()
        return replace(step, before=first.before, selected_before=first.selected_before)

    def keep_plan(self, page_id: str, plan: FishbonePlan | TheoryPlan) -> None:
        """Keep how a page is laid out: no undo step, no message, and a saved document stays so.

        It is written with the next save, and an undo brings the former one back.
        """
        before = self._workbook
        after = with_plan(before, page_id, plan)
        self._workbook = after
        if self._saved is before:
            self._saved = after
        if self._being_saved is before:
            self._being_saved = after
        if self._done and self._done[-1].after is before:
            self._done[-1] = replace(self._done[-1], after=after)

    def undo(self) -> str:
        """Take the last step back, its selection too; returns its label, empty if there is none."""
        if not self._done:
            return ""
        step = self._done.pop()
        self._undone.append(step)
        self.break_merge()
        self._become(step.before, step.selected_before, step.after, step.label)
        return step.label

    def redo(self) -> str:
        """Do the last undone step again; returns its label, empty if there is none."""
        if not self._undone:
            return ""
        step = self._undone.pop()
        self._done.append(step)
        self.break_merge()
        self._become(step.after, step.selected_after, step.before, step.label)
        return step.label

    def break_merge(self) -> None:
        """Begin a new undo step with the next edit, whatever its merge key."""
        if self._done:
            self._done[-1] = replace(self._done[-1], merge_key=None)

    def select(self, selection: Selection | None) -> None:
        """Select something, without an undo step."""
        if selection != self._selection:
            self._selection = selection
            self.break_merge()
            for hear in tuple(self.on_select):
                hear(selection)

    def begin_save(self) -> Workbook:
        """Return what a file shall hold now; what is done from now on will not be in it."""
        self._being_saved = self._workbook
        return self.for_file

    def end_save(self, written: Workbook) -> None:
        """Remember that a file holds what ``begin_save`` gave."""
        self.mark_saved(self._being_saved or written)
        self._being_saved = None

    def mark_saved(self, workbook: Workbook) -> None:
        """Remember that the file holds this document, which may be older than the present one."""
        self._saved = workbook
        self.break_merge()

    def _become(
        self, after: Workbook, selection: Selection | None, before: Workbook, label: str
    ) -> None:
        self._workbook = after
        self._selection = _still_there(after, selection)
        change = difference(before, after, label)
        for hear in tuple(self.on_change):
            hear(change)


def _still_there(workbook: Workbook, selection: Selection | None) -> Selection | None:
    """Return the selection without what has left its page; nothing left selects the page's root."""
    page = next((it for it in pages(workbook) if selection and it.id == selection.page_id), None)
    if selection is None or page is None:
        return None
    items = family(workbook, page).items
    ids = tuple(it for it in selection.ids if it == page.id or it in items)
    return selection if ids == selection.ids else Selection(page.id, ids or (page.id,))

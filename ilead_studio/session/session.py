"""The open workbook: undo is a list of (label, before, after), nothing is ever un-computed."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace

from ilead_studio.edits import with_counters
from ilead_studio.edits.parts import highest
from ilead_studio.model import Change, Workbook, difference, find

Edit = Callable[[Workbook], Workbook]


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
    """One open workbook.

    ``on_change`` hears of each apply, undo and redo exactly once; ``on_select`` hears when only
    the selection changed.
    """

    def __init__(self, workbook: Workbook, selection: Selection | None = None) -> None:
        self._workbook = workbook
        self._selection = selection
        self._done: list[Step] = []
        self._undone: list[Step] = []
        self._saved = workbook
        self._highest = workbook.counters
        self.on_change: list[Callable[[Change], None]] = []
        self.on_select: list[Callable[[Selection | None], None]] = []

    @property
    def workbook(self) -> Workbook:
        """The document as it is now."""
        return self._workbook

    @property
    def selection(self) -> Selection | None:
        """What is selected now."""
        return self._selection

    @property
    def is_saved(self) -> bool:
        """Whether the file holds exactly this document."""
        return self._workbook is self._saved

    @property
    def undo_label(self) -> str:
        """What undo would take back; empty when there is nothing."""
        return self._done[-1].label if self._done else ""

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

        Steps with the same ``merge_key`` in a row become one. An edit that changes nothing leaves
        no step. ``select`` is the selection afterwards; without it the selection stays.

        Raises:
            EditError: from the edit; nothing has changed then.
        """
        before = self._workbook
        start = with_counters(before, self._highest)
        after = edit(start)
        if after == start:
            return before
        self._highest = highest(self._highest, after.counters)
        step = Step(label, before, after, self._selection, select or self._selection, merge_key)
        if self._done and merge_key is not None and self._done[-1].merge_key == merge_key:
            first = self._done.pop()
            step = replace(step, before=first.before, selected_before=first.selected_before)
        self._done.append(step)
        self._undone.clear()
        self._become(after, step.selected_after, before, label)
        return after

    def undo(self) -> str:
        """Take the last step back, its selection too; returns its label, empty if there is none."""
        if not self._done:
            return ""
        step = self._done.pop()
        self._undone.append(step)
        self._become(step.before, step.selected_before, step.after, step.label)
        return step.label

    def redo(self) -> str:
        """Do the last undone step again; returns its label, empty if there is none."""
        if not self._undone:
            return ""
        step = self._undone.pop()
        self._done.append(step)
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

    def mark_saved(self, workbook: Workbook) -> None:
        """Remember that the file holds this document, which may be older than the present one."""
        self._saved = workbook

    def _become(
        self, after: Workbook, selection: Selection | None, before: Workbook, label: str
    ) -> None:
        self._workbook = after
        self._selection = _still_there(after, selection)
        change = difference(before, after, label)
        for hear in tuple(self.on_change):
            hear(change)


def _still_there(workbook: Workbook, selection: Selection | None) -> Selection | None:
    """Return the selection without what is gone; nothing left selects the page's root."""
    if selection is None or find(workbook, selection.page_id) is None:
        return None
    ids = tuple(it for it in selection.ids if find(workbook, it) is not None)
    return Selection(selection.page_id, ids or (selection.page_id,))

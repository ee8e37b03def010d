"""The measure in view: what its page shows and writes, each as one undo step."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Final

from PySide6.QtCore import QObject, Signal

from ilead_studio import edits
from ilead_studio.model import Measure, MeasureKind, Workbook
from ilead_studio.rules.measures import measure_rows, measure_with_id
from ilead_studio.ui.work import Work
from ilead_studio.words import say, short

SECTION: Final = "measures"


def go_to_measure(work: Work, measure_id: str) -> None:
    """Show a measure on its page, wherever somebody comes from."""
    work.in_section[SECTION] = measure_id
    work.turn_to(SECTION)


class MeasureInView(QObject):
    """Which measure is shown; ``moved`` tells that it is another one, or a name that is none yet.

    ``loose`` is a name that somebody uses and that is no measure yet; empty while a measure is
    shown.
    """

    moved = Signal()

    def __init__(self, work: Work, clock: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self.work, self._clock, self.loose, self._at = work, clock, "", 0

    @property
    def measure(self) -> Measure | None:
        """The measure; where it is no longer there, the one that has its place in the list."""
        if self.loose:
            return None
        every = [row.id for kind in measure_rows(self.work.workbook) for row in kind.measures]
        wanted = self.work.in_section.get(SECTION, "")
        if wanted not in every:
            wanted = every[min(self._at, len(every) - 1)] if every else ""
        self._at = every.index(wanted) if every else 0
        return measure_with_id(self.work.workbook, wanted)

    def today(self) -> date:
        """Return the day of the clock."""
        return self._clock().date()

    def show(self, measure_id: str) -> None:
        """Show a measure."""
        if measure_id != self.work.in_section.get(SECTION) or self.loose:
            self.loose, self.work.in_section[SECTION] = "", measure_id
            self.moved.emit()

    def show_loose(self, name: str) -> None:
        """Show a name that is no measure yet."""
        if name != self.loose:
            self.loose = name
            self.moved.emit()

    # --- writing ---------------------------------------------------------------------------------
    def put(self, field: str, value: object, *, burst: bool = False) -> bool:
        """Give the measure another value in a field; a ``burst`` of typing is one step."""
        measure = self.measure
        if measure is None or getattr(measure, field) == value:
            return False
        key = (measure.id, field) if burst else None
        words = say("change the measure “{name}”", name=short(measure.name))
        return self.work.step(
            words, lambda book: edits.put_measure(book, measure.id, **{field: value}),
            merge_key=key,
        )  # fmt: skip

    def step(self, words: str, edit: Callable[[Workbook, str], Workbook]) -> bool:
        """Do something with the measure as one step."""
        measure = self.measure
        return measure is not None and self.work.step(words, lambda book: edit(book, measure.id))

    def add(self, name: str, kind: MeasureKind) -> bool:
        """Add a measure, and show it; whatever is named so is measured by it."""
        new_id = self.work.ids()
        words = say("add the measure “{name}”", name=short(name))
        made = self.work.step(words, lambda book: edits.add_measure(book, new_id, name, kind))
        if made:
            self.show(new_id)
        return made

    def move(self, step: int) -> None:
        """Move the measure among those of its kind."""
        measure, book = self.measure, self.work.workbook
        kin = [it.id for it in book.measures if measure and it.kind == measure.kind]
        if measure is None:
            return
        at = kin.index(measure.id) + step
        if not 0 <= at < len(kin):
            self.work.said.emit(say("It stands at the end already."))
            return
        to = at + (step > 0)
        before = kin[to] if to < len(kin) else None
        words = say("move the measure “{name}”", name=short(measure.name))
        self.work.step(words, lambda book: edits.move_measure(book, measure.id, before))

    def delete(self) -> None:
        """Delete the measure with its numbers."""
        measure = self.measure
        if measure is not None:
            words = say("delete the measure “{name}”", name=short(measure.name))
            self.step(words, edits.delete_measure)

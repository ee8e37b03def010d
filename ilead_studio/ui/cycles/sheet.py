"""The cycle in view: what its page writes, each as one undo step."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Literal

from PySide6.QtCore import QObject, Signal

from ilead_studio import edits
from ilead_studio.edits.cycle_lines import ListName
from ilead_studio.model import Cycle, Decision, Speaks, Workbook
from ilead_studio.rules.cycles import cycle_with_id
from ilead_studio.rules.field_names import field_words
from ilead_studio.rules.ramps import last_open
from ilead_studio.session.session import Edit
from ilead_studio.ui.looks.look import Look
from ilead_studio.ui.work import Work
from ilead_studio.words import say


class CycleSheet(QObject):
    """Writes into the cycle that is shown; refusals become sentences.

    ``decision`` is what somebody is about to decide; it is no part of the workbook yet. ``turned``
    tells that this differs, or which cycle is shown.
    """

    turned = Signal()

    def __init__(self, work: Work, look: Look, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.work, self.look, self.clock = work, look, clock
        self.cycle_id = ""
        self.decision: Decision = ""

    @property
    def cycle(self) -> Cycle | None:
        """The cycle that is shown; None when there is none."""
        return cycle_with_id(self.work.workbook, self.cycle_id)

    def today(self) -> date:
        """Return the day of the clock."""
        return self.clock().date()

    def show(self, cycle_id: str) -> None:
        """Show another cycle."""
        self.cycle_id, self.decision = cycle_id, ""
        self.turned.emit()

    def intend(self, decision: Decision) -> None:
        """Be about to decide."""
        self.decision = decision
        self.turned.emit()

    # --- writing ---------------------------------------------------------------------------------
    def put(self, field: str, value: object, *, burst: bool = False) -> bool:
        """Give the cycle another value in a field; a ``burst`` of typing is one step."""
        cycle = self.cycle
        if cycle is None or getattr(cycle, field) == value:
            return False
        key = (cycle.id, field) if burst else None
        return self._step(_changing(field), lambda book: edits.put_cycle(
            book, cycle.id, **{field: value}), key)  # fmt: skip

    def add_line(self, name: ListName, fields: dict[str, str]) -> str:
        """Add a line to a list; its id, empty when it was refused. More typing joins the step."""
        cycle_id, new_id = self.cycle_id, self.work.ids()
        rest = {field: words for field, words in fields.items() if field != "text" and words}

        def edit(book: Workbook) -> Workbook:
            book = edits.add_line(book, cycle_id, name, new_id, fields["text"])
            return edits.change_line(book, cycle_id, new_id, **rest) if rest else book

        made = self._step(_adding(name), edit, (new_id, "text"))
        return new_id if made else ""

    def change_line(self, line_id: str, field: str, value: object, *, burst: bool = False) -> bool:
        """Change a line of a list."""
        cycle_id, key = self.cycle_id, (line_id, field) if burst else None
        return self._step(_changing(field), lambda book: edits.change_line(
            book, cycle_id, line_id, **{field: value}), key)  # fmt: skip

    def delete_line(self, line_id: str) -> bool:
        """Delete a line of a list."""
        cycle_id = self.cycle_id
        return self._step(
            say("delete a line"), lambda book: edits.delete_line(book, cycle_id, line_id)
        )

    def move_line(self, line_id: str, before: str | None) -> bool:
        """Put a line before another one, or last."""
        cycle_id = self.cycle_id
        return self._step(
            say("move a line"), lambda book: edits.move_line(book, cycle_id, line_id, before)
        )

    def amend(self, question_id: str, prediction: str, reason: str) -> bool:
        """Add to a frozen prediction what is thought now."""
        cycle_id, now = self.cycle_id, self.clock()
        return self._step(say("add an amendment"), lambda book: edits.amend(
            book, cycle_id, question_id, now, prediction, reason))  # fmt: skip

    def say_about(
        self, item_id: str, speaks: Speaks | Literal[""], note: str, *, burst: bool = False
    ) -> bool:
        """Let the cycle speak about a driver or a cause; empty for no longer."""
        cycle_id, new_id = self.cycle_id, self.work.ids()

        def edit(book: Workbook) -> Workbook:
            if not speaks:
                return edits.say_nothing_about(book, cycle_id, item_id)
            return edits.say_about(book, cycle_id, item_id, new_id, speaks, note)

        key = (cycle_id, item_id) if burst else None
        return self._step(say("say what this cycle shows"), edit, key)

    def end_burst(self) -> None:
        """Begin another step with the next letter."""
        self.work.session.break_merge()

    # --- commands --------------------------------------------------------------------------------
    def begin(self, on_paper: date | None = None) -> bool:
        """Begin Do now, or tell on which day it was written on paper."""
        cycle_id, now = self.cycle_id, self.clock()
        words = say("begin Do, from paper") if on_paper else say("begin Do")
        return self._step(
            words, lambda book: edits.begin_do(book, cycle_id, now, on_paper=on_paper)
        )

    def study(self) -> bool:
        """Go on to Study."""
        cycle_id, today = self.cycle_id, self.today()
        return self._step(say("go on to Study"), lambda book: edits.to_study(book, cycle_id, today))

    def decide(self) -> bool:
        """Decide what somebody is about to decide."""
        cycle_id, today, decision = self.cycle_id, self.today(), self.decision
        made = self._step(say("decide the cycle"), lambda book: edits.decide(
            book, cycle_id, decision, today))  # fmt: skip
        if made:
            self.intend("")
        return made

    def cancel(self, why: str) -> bool:
        """Cancel the cycle."""
        cycle_id = self.cycle_id
        return self._step(
            say("cancel the cycle"), lambda book: edits.cancel_cycle(book, cycle_id, why)
        )

    def plan_next(self) -> bool:
        """Plan the next cycle of the ramp, and show it."""
        cycle_id, new_id = self.cycle_id, self.work.ids()
        made = self._step(say("plan the next cycle"), lambda book: edits.next_cycle(
            book, cycle_id, new_id, self.work.ids))  # fmt: skip
        if made:
            self.show(new_id)
        return made

    def plan_for(self, idea_id: str) -> bool:
        """Plan a cycle for an idea, and show it: the next one of an open ramp, else a new ramp."""
        last = last_open(self.work.workbook, idea_id)
        if last is not None:
            self.cycle_id = last.id
            return self.plan_next()
        new_id = self.work.ids()
        made = self._step(say("plan a cycle"), lambda book: edits.plan_cycle(book, idea_id, new_id))
        if made:
            self.show(new_id)
        return made

    def delete(self) -> bool:
        """Delete the cycle."""
        cycle_id = self.cycle_id
        return self._step(
            say("delete the cycle"), lambda book: edits.delete_cycles(book, [cycle_id])
        )

    def _step(self, words: str, edit: Edit, key: object = None) -> bool:
        return self.work.step(words, edit, merge_key=key)


def _changing(field: str) -> str:
    if field == "parties":
        return say("change to whom it belongs")
    words = field_words(field)
    return say("change {what}", what=words) if words else say("change the cycle")


def _adding(name: ListName) -> str:
    return {
        "questions": say("add a question"), "tasks": say("add a task"),
        "data": say("add a line of the data plan"),
    }[name]  # fmt: skip

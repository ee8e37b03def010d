"""The quarter Act: adapt, expand, adopt or abandon, with the words that each needs."""

from typing import Final

from PySide6.QtCore import Qt, Signal

from ilead_studio.model import Cycle, Decision
from ilead_studio.rules.cycle_steps import why_not_decide, why_not_write
from ilead_studio.rules.cycles import decision_words
from ilead_studio.rules.days import day_words
from ilead_studio.ui.cycles.quarter import Entry, Quarter
from ilead_studio.ui.cycles.sheet import CycleSheet
from ilead_studio.ui.widgets.parts import Wrapped, button
from ilead_studio.ui.widgets.segments import Choice, Segments
from ilead_studio.words import say

_NEEDS: Final = {
    "adapt": "changes", "expand": "changes", "adopt": "kept_up", "abandon": "learned",
}  # fmt: skip
"""The words that go with a decision; only for expand they may stay away."""


class ActQuarter(Quarter):
    """Choosing a segment asks for its words in place; ``asked`` wants it decided."""

    asked = Signal(str)

    def __init__(self, sheet: CycleSheet) -> None:
        super().__init__(sheet, say("Act"))
        self.decisions = Segments(self.look, say("Decide"), [
            Choice(it, decision_words(it).capitalize()) for it in _NEEDS
        ])  # fmt: skip
        self.decisions.chosen.connect(self._choose)
        self.why = Wrapped("", "status")
        self.decide = button(say("Decide"), "plain", self.look,
                             does=lambda: self.asked.emit("cycle step"))  # fmt: skip

    def fill(self) -> None:
        """Make the fields."""
        self.add_wide(self.decisions)
        self.add_wide(self.why)
        self.add_cell(Entry("changes", say("What changes in the next cycle?")))
        self.add_cell(Entry("kept_up", say("Who keeps it up, and how?"), words=say("Kept up")))
        self.add_cell(Entry("learned", say("What did it teach?"), words=say("Learned")))
        self.add_cell(Entry("next_plan", words=say("Next cycle")))
        self.add_wide(self.decide, at_left=True)

    def _choose(self, decision: Decision) -> None:
        """Be about to decide; the keyboard goes where words are missing."""
        cycle = self.sheet.cycle
        if cycle is None or self.sheet.work.refuses():
            return
        if cycle.state == "decided":
            self.sheet.work.said.emit(why_not_decide(cycle, cycle.decision))
            return
        self.sheet.intend(decision)
        self.ask_words()

    def ask_words(self) -> None:
        """Give the keyboard to the words that a decision needs, or to the button that decides."""
        cycle, needs = self.sheet.cycle, _NEEDS.get(self.sheet.decision, "")
        if cycle is not None and needs and not getattr(cycle, needs):
            self.cells[needs].setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self, cycle: Cycle) -> None:
        """Show the decision, or what somebody is about to decide."""
        waits = bool(why_not_write(cycle))
        self.wait_for(say("Adapt, expand, adopt or abandon, when the results are in.")
                      if waits else "")  # fmt: skip
        self.note.setText("" if waits else _by_when(cycle))
        if waits:
            return
        super().tell(cycle)
        decision = cycle.decision or self.sheet.decision
        self.decisions.show_value(decision)
        needs = _NEEDS.get(decision, "changes")
        self.show_row("changes", is_shown=needs == "changes" or bool(cycle.changes))
        self.show_row("kept_up", is_shown=needs == "kept_up" or bool(cycle.kept_up))
        self.show_row("learned", is_shown=needs == "learned")
        why = why_not_decide(cycle, self.sheet.decision or "expand")
        is_open = cycle.state in ("doing", "studying")
        self.why.setText(why if is_open else "")
        self.why.setVisible(is_open and bool(why))
        self.decide.setVisible(is_open and bool(self.sheet.decision))
        words = decision_words(self.sheet.decision)
        self.decide.setText(say("Decide: {decision}", decision=words))
        self.decide.setToolTip(why)


def _by_when(cycle: Cycle) -> str:
    if cycle.decided:
        return say("decided on {day}", day=day_words(cycle.decided))
    return say("decide by {day}", day=day_words(cycle.decide_by)) if cycle.decide_by else ""

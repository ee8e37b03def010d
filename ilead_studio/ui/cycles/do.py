"""The quarter Do: what was done, what was seen, and what changed on the way."""

from ilead_studio.model import Cycle
from ilead_studio.rules.cycle_steps import why_not_write
from ilead_studio.ui.cycles.quarter import Choose, Entry, Quarter
from ilead_studio.ui.cycles.sheet import CycleSheet
from ilead_studio.words import say


class DoQuarter(Quarter):
    """Before Do begins it says how to begin."""

    def __init__(self, sheet: CycleSheet) -> None:
        super().__init__(sheet, say("Do"))

    def fill(self) -> None:
        """Make the fields."""
        self.add_days(say("From"), (
            ("started", say("Do began on"), ""), ("ended", say("Do ended on"), say("until")),
        ))  # fmt: skip
        self.add_pick(Choose("as_planned", say("As planned"), (
            ("", say("Not said yet")), ("yes", say("Yes")), ("no", say("No")),
        )))  # fmt: skip
        self.add_cell(Entry("as_planned_why", words=say("Why")))
        self.add_cell(Entry("observations", words=say("Seen")))
        self.add_cell(Entry("surprises", words=say("Surprises")))
        self.add_cell(Entry("adjustments", words=say("Changed")))
        self.add_cell(Entry("data_points", words=say("Data points")))

    def tell(self, cycle: Cycle) -> None:
        """Show what was done, or how to begin."""
        self.wait_for(_waits(cycle))
        super().tell(cycle)


def _waits(cycle: Cycle) -> str:
    """Say why nothing is written here yet; empty when something can be."""
    if cycle.state == "planned":
        return say("Begin Do freezes the questions and predictions with the time. A form that was"
                   " filled in by hand says the day on the paper.")  # fmt: skip
    return say("This cycle was cancelled before Do.") if why_not_write(cycle) else ""

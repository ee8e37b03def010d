"""To whom a cycle belongs: a tick for each party; without any it is as its idea."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ilead_studio.model import Cycle, Workbook
from ilead_studio.rules.cycle_page import as_its_idea
from ilead_studio.ui.inspector.fields import Tick
from ilead_studio.ui.partnership.ticks import PartyTicks, belongs_to
from ilead_studio.ui.widgets.parts import Wrapped

_ACROSS = 2


class CycleParties(QWidget):
    """The ticks of a cycle, and a line that says to whom its idea belongs."""

    def __init__(self) -> None:
        super().__init__()
        self.ticks, self.usual = PartyTicks(_ACROSS, belongs_to), Wrapped("", "status")
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.addWidget(self.ticks)
        stack.addWidget(self.usual)

    @property
    def rows(self) -> list[Tick]:
        """The ticks, one for each party."""
        return self.ticks.every

    def tell(self, workbook: Workbook, cycle: Cycle, *, off: bool) -> None:
        """Show to whom a cycle belongs, and while to none of its own, to whom its idea does."""
        self.ticks.tell(workbook.parties, cycle.parties, off=off)
        words = as_its_idea(workbook, cycle)
        self.usual.setText(words)
        self.usual.setVisible(bool(words))

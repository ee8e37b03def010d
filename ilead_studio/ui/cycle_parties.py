"""To whom a cycle belongs: a tick for each party; without any it is as its idea."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ilead_studio.model import Cycle, Party, Workbook
from ilead_studio.rules.cycle_page import as_its_idea
from ilead_studio.ui.inspector_fields import Tick
from ilead_studio.ui.parts import Wrapped
from ilead_studio.words import say

_ACROSS = 2


class CycleParties(QWidget):
    """Ticks for the parties of the workbook; ``put`` brings the ticked ones, in their order."""

    put = Signal(tuple)

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Tick] = []
        self._parties: tuple[Party, ...] = ()
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, 0, 0, 0)
        self._grid = QGridLayout()
        self.usual = Wrapped("", "status")
        stack.addLayout(self._grid)
        stack.addWidget(self.usual)

    def tell(self, workbook: Workbook, cycle: Cycle, *, off: bool) -> None:
        """Show to whom a cycle belongs, and while to none of its own, to whom its idea does."""
        self._parties = workbook.parties
        while len(self.rows) < len(self._parties):
            self.rows.append(self._make(len(self.rows)))
        for at, tick in enumerate(self.rows):
            tick.setVisible(at < len(self._parties))
            tick.setEnabled(not off)
            if at < len(self._parties):
                self._fill(tick, self._parties[at], cycle)
        words = as_its_idea(workbook, cycle)
        self.usual.setText(words)
        self.usual.setVisible(bool(words))

    @staticmethod
    def _fill(tick: Tick, party: Party, cycle: Cycle) -> None:
        tick.setText((party.short or party.name).replace("&", "&&"))
        tick.setAccessibleName(say("Belongs to {party}", party=party.name))
        tick.setToolTip(party.name)
        tick.show_ticks([party.id in cycle.parties])

    def _make(self, at: int) -> Tick:
        tick = Tick("")
        tick.clicked.connect(self._put)
        self._grid.addWidget(tick, at // _ACROSS, at % _ACROSS)
        return tick

    def _put(self) -> None:
        pairs = zip(self._parties, self.rows, strict=False)  # a removed party leaves its tick
        self.put.emit(tuple(party.id for party, tick in pairs if tick.isChecked()))

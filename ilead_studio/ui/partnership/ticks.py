"""A tick for each party of a workbook: whose something is, or who is expected."""

from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ilead_studio.model import Party
from ilead_studio.ui.frame.tab_order import tab_through
from ilead_studio.ui.inspector.fields import Tick
from ilead_studio.words import say


def belongs_to(name: str) -> str:
    """Say what a tick means that gives something to a party."""
    return say("Belongs to {party}", party=name)


class PartyTicks(QWidget):
    """Ticks in rows of so many; ``named`` says what a tick means for a party's name.

    ``put`` brings the ids of the ticked parties, in their order.
    """

    put = Signal(tuple)

    def __init__(self, across: int, named: Callable[[str], str]) -> None:
        super().__init__()
        self._across, self._named = across, named
        self._parties: tuple[Party, ...] = ()
        self.every: list[Tick] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)

    def tell(self, parties: Sequence[Party], ticked: Collection[str], *, off: bool) -> None:
        """Show which parties are ticked; a removed one leaves a tick that nobody sees."""
        self._parties = tuple(parties)
        while len(self.every) < len(parties):
            self.every.append(self._make(len(self.every)))
            tab_through((self,))
        for at, tick in enumerate(self.every):
            tick.setVisible(at < len(parties))
            tick.setEnabled(not off)
            if at < len(parties):
                self._fill(tick, parties[at], is_ticked=parties[at].id in ticked)

    def _fill(self, tick: Tick, party: Party, *, is_ticked: bool) -> None:
        tick.setText((party.short or party.name).replace("&", "&&"))
        tick.setAccessibleName(self._named(party.name))
        tick.setToolTip(party.name)
        tick.show_ticks([is_ticked])

    def _make(self, at: int) -> Tick:
        tick = Tick("")
        tick.clicked.connect(self._put)
        self._grid.addWidget(tick, at // self._across, at % self._across)
        return tick

    def _put(self) -> None:
        pairs = zip(self._parties, self.every, strict=False)
        self.put.emit(tuple(party.id for party, tick in pairs if tick.isChecked()))

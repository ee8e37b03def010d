"""Who a meeting is for: a tick for each party; a weekly huddle seldom is for all of them."""

from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ilead_studio import edits
from ilead_studio.model import Meeting, Party
from ilead_studio.rules.meeting_attendance import expected
from ilead_studio.ui.inspector_fields import Tick
from ilead_studio.ui.meeting_sheet import MeetingSheet
from ilead_studio.ui.parts import label
from ilead_studio.ui.tab_order import tab_through
from ilead_studio.words import say

_ACROSS = 3


class Expected(QWidget):
    """Shows and changes the parties that are expected; with one party there is nothing to ask."""

    def __init__(self, sheet: MeetingSheet) -> None:
        super().__init__()
        self._sheet = sheet
        self._parties: tuple[Party, ...] = ()
        self.ticks: list[Tick] = []
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, sheet.look.px(4), 0, 0)
        stack.setSpacing(0)
        stack.addWidget(label(say("Who is expected"), "status"))
        self._grid = QGridLayout()
        stack.addLayout(self._grid)

    def tell(self, meeting: Meeting) -> None:
        """Show who is expected at a meeting."""
        work = self._sheet.work
        self._parties = work.workbook.parties
        there = expected(work.workbook, meeting)
        self.setVisible(len(self._parties) > 1)
        while len(self.ticks) < len(self._parties):
            self.ticks.append(self._make(len(self.ticks)))
            tab_through((self,))
        for at, tick in enumerate(self.ticks):
            tick.setVisible(at < len(self._parties))
            tick.setEnabled(not work.read_only)
            if at < len(self._parties):
                self._fill(tick, self._parties[at], is_there=self._parties[at] in there)

    @staticmethod
    def _fill(tick: Tick, party: Party, *, is_there: bool) -> None:
        tick.setText((party.short or party.name).replace("&", "&&"))
        tick.setAccessibleName(say("{party} is expected", party=party.name))
        tick.setToolTip(party.name)
        tick.show_ticks([is_there])

    def _make(self, at: int) -> Tick:
        tick = Tick("")
        tick.clicked.connect(self._put)
        self._grid.addWidget(tick, at // _ACROSS, at % _ACROSS)
        return tick

    def _put(self) -> None:
        """Say who is expected; all is the same as nobody named, and nobody cannot be."""
        meeting = self._sheet.meeting
        if meeting is None:
            return
        pairs = zip(self._parties, self.ticks, strict=False)  # a removed party leaves its tick
        named = [party.id for party, tick in pairs if tick.isChecked()]
        if not named:
            self._sheet.work.said.emit(say("A meeting is for one party at least."))
        else:
            ids = named if len(named) < len(self._parties) else []
            self._sheet.work.step(
                say("change who is expected"), lambda book: edits.belong(book, [meeting.id], ids)
            )
        if self._sheet.meeting:
            self.tell(self._sheet.meeting)

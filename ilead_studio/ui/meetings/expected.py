"""Who a meeting is for: a tick for each party; a weekly huddle seldom is for all of them."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ilead_studio import edits
from ilead_studio.model import Meeting
from ilead_studio.rules.meeting_attendance import expected
from ilead_studio.ui.meetings.sheet import MeetingSheet
from ilead_studio.ui.partnership.ticks import PartyTicks
from ilead_studio.ui.widgets.parts import label
from ilead_studio.words import say

_ACROSS = 3


class Expected(QWidget):
    """Shows and changes the parties that are expected; with one party there is nothing to ask."""

    def __init__(self, sheet: MeetingSheet) -> None:
        super().__init__()
        self._sheet = sheet
        self.ticks = PartyTicks(_ACROSS, lambda name: say("{party} is expected", party=name))
        self.ticks.put.connect(self._put)
        stack = QVBoxLayout(self)
        stack.setContentsMargins(0, sheet.look.px(4), 0, 0)
        stack.setSpacing(0)
        stack.addWidget(label(say("Who is expected"), "status"))
        stack.addWidget(self.ticks)

    def tell(self, meeting: Meeting) -> None:
        """Show who is expected at a meeting."""
        work = self._sheet.work
        parties = work.workbook.parties
        there = {it.id for it in expected(work.workbook, meeting)}
        self.setVisible(len(parties) > 1)
        self.ticks.tell(parties, there, off=work.read_only)

    def _put(self, named: tuple[str, ...]) -> None:
        """Say who is expected; all is the same as nobody named, and nobody cannot be."""
        meeting, work = self._sheet.meeting, self._sheet.work
        if meeting is None:
            return
        if not named:
            work.said.emit(say("A meeting is for one party at least."))
        else:
            ids = named if len(named) < len(work.workbook.parties) else ()
            work.step(
                say("change who is expected"), lambda book: edits.belong(book, [meeting.id], ids)
            )
        if self._sheet.meeting:
            self.tell(self._sheet.meeting)

"""What stands at the left of a meeting: the list of meetings, or the timeline."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ilead_studio.ui.lists.row_list import RowList
from ilead_studio.ui.meetings.sentences import meeting_rows, timeline_rows
from ilead_studio.ui.meetings.sheet import MeetingSheet
from ilead_studio.ui.widgets.parts import button
from ilead_studio.ui.widgets.segments import Choice, Segments
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.window import MainWindow

MEETINGS, TIMELINE = "meetings", "timeline"
_KEPT: Final = "list of meetings"
"""What remembers which of the two is shown while the window gets another look."""


class MeetingLeft(QWidget):
    """``asked`` brings a command, ``gone_to`` a row of the timeline: its kind and its id."""

    asked = Signal(str)
    gone_to = Signal(str, str)

    def __init__(self, window: "MainWindow", sheet: MeetingSheet) -> None:
        super().__init__()
        self._window, self._sheet, look = window, sheet, window.look
        self.list = RowList(look, say("Meetings"))
        self.list.setParent(self)  # first, so that F6 comes to it
        self.shown = Segments(look, say("Show"), [
            Choice(MEETINGS, say("Meetings")), Choice(TIMELINE, say("Timeline")),
        ])  # fmt: skip
        self.add = button("", "", look, sign="plus", does=lambda: self.asked.emit("new meeting"))
        self.add.setAccessibleName(say("Plan a meeting"))
        self.add.setToolTip(say("Plan a meeting (Insert)"))
        head, stack = QHBoxLayout(), QVBoxLayout(self)
        head.setSpacing(look.px(4))
        head.addWidget(self.shown, 1)
        head.addWidget(self.add)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(look.px(4))
        stack.addLayout(head)
        stack.addWidget(self.list, 1)
        self.list.chosen.connect(self._choose)
        self.list.asked.connect(self._ask)
        self.shown.chosen.connect(self._turn)

    @property
    def is_timeline(self) -> bool:
        """Whether the timeline is shown instead of the list."""
        return self._window.work.in_section.get(_KEPT, MEETINGS) == TIMELINE

    def _turn(self, which: object) -> None:
        self._window.work.in_section[_KEPT] = str(which)
        self.refresh()

    def refresh(self) -> None:
        """Show the list anew; the keyboard stays on what the page shows."""
        book, here = self._sheet.work.workbook, self._sheet.meeting_id
        self.shown.show_value(TIMELINE if self.is_timeline else MEETINGS)
        self.list.setAccessibleName(say("Timeline") if self.is_timeline else say("Meetings"))
        if not self.is_timeline:
            self.list.show_rows(meeting_rows(book.meetings, self._sheet.today()), here)
            return
        rows = timeline_rows(book)
        keys = [it.key for it in rows]
        mine = next((key for key in keys if key.startswith(f"meeting {here} ")), "")
        self.list.show_rows(rows, self.list.key if self.list.key in keys else mine)

    def _choose(self, key: str) -> None:
        """Show the meeting that is current in the list; the timeline waits for Enter."""
        if key and not self.is_timeline:
            self._sheet.show(key)

    def _ask(self, asked: str) -> None:
        """Do what a key asks for: in the list Enter plans the next meeting, as in every list."""
        if self.is_timeline and asked in ("open", "edit"):
            kind, item_id, *_ = [*self.list.key.split(), "", ""]
            self.gone_to.emit(kind, item_id)
        else:
            deeds = {"open": "new meeting", "new": "new meeting", "leave": "page"}
            self.asked.emit(deeds.get(asked, asked))

    def take(self, meeting_id: str) -> None:
        """Let the row of a meeting be the current one."""
        if not self.is_timeline:
            with QSignalBlocker(self.list):
                self.list.choose(meeting_id)

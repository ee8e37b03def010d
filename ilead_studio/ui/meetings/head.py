"""The head of the page of a meeting: its name, where it is, how far it is, and what comes next."""

from PySide6.QtCore import Signal

from ilead_studio.rules.meetings import (
    made_words,
    meeting_name,
    meeting_state,
    meeting_state_words,
    where_words,
)
from ilead_studio.ui.frame.page_head import PageHead
from ilead_studio.ui.meetings.sheet import MeetingSheet
from ilead_studio.ui.widgets.parts import button
from ilead_studio.words import capital, say


class MeetingHead(PageHead):
    """``asked`` brings a command; the next one stands out."""

    asked = Signal(str)

    def __init__(self, sheet: MeetingSheet) -> None:
        look = sheet.look
        super().__init__(look)
        self._sheet = sheet
        self.late = button(
            say("Catch-up for latecomers"), "plain", look, sign="clipboard-text",
            does=lambda: self.asked.emit("catch up"),
        )  # fmt: skip
        self.open_it = button(
            say("Open the meeting"), "main", look, sign="calendar-event", role="on_accent",
            does=lambda: self.asked.emit("meeting step"),
        )  # fmt: skip
        self.offer(self.late, self.open_it)

    def refresh(self) -> None:
        """Show the meeting in view."""
        meeting = self._sheet.meeting
        if meeting is None:
            return
        state = meeting_state(meeting)
        self.title.setText(meeting_name(meeting))
        told = made_words(meeting) if state == "open" else meeting_state_words(meeting)
        about = (where_words(meeting), say("{year}", year=meeting.day.year), told)
        self.about.setText(" · ".join(filter(None, about)))
        self.late.setVisible(state == "open")
        self.open_it.setVisible(state == "planned" and not self._sheet.work.read_only)
        self.title.setAccessibleName(capital(meeting_name(meeting)))

"""The head of the page of a meeting: its name, where it is, how far it is, and what comes next."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ilead_studio.rules.meetings import (
    made_words,
    meeting_name,
    meeting_state,
    meeting_state_words,
    where_words,
)
from ilead_studio.ui.look import HEAD
from ilead_studio.ui.meeting_sheet import MeetingSheet
from ilead_studio.ui.parts import OneLine, button
from ilead_studio.words import capital, say


class MeetingHead(QWidget):
    """``asked`` brings a command; the next one stands out."""

    asked = Signal(str)

    def __init__(self, sheet: MeetingSheet) -> None:
        super().__init__()
        self._sheet, look = sheet, sheet.look
        self.setMinimumHeight(look.px(HEAD))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(look.px(8))
        words = QVBoxLayout()
        words.setSpacing(0)
        self.title, self.about = OneLine("title"), OneLine("status")
        words.addStretch(1)
        words.addWidget(self.title)
        words.addWidget(self.about)
        words.addStretch(1)
        line.addLayout(words, 1)
        self.late = button(
            say("Catch-up for latecomers"), "plain", look, sign="clipboard-text",
            does=lambda: self.asked.emit("catch up"),
        )  # fmt: skip
        self.open_it = button(
            say("Open the meeting"), "main", look, sign="calendar-event", role="on_accent",
            does=lambda: self.asked.emit("meeting step"),
        )  # fmt: skip
        line.addWidget(self.late)
        line.addWidget(self.open_it)

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

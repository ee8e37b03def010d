"""The cards of a meeting that hold lists: its agenda, what it decided, and next steps."""

from ilead_studio.rules.meetings import agenda_words
from ilead_studio.ui.meetings.card import MeetingCard
from ilead_studio.ui.meetings.lines import Lines, Shape
from ilead_studio.ui.meetings.sheet import MeetingSheet
from ilead_studio.words import count, say


class AgendaCard(MeetingCard):
    """What is talked about, for how many minutes, and what of it is done."""

    def __init__(self, sheet: MeetingSheet) -> None:
        super().__init__(sheet.look, say("Agenda"))
        self._sheet = sheet
        self.lines = Lines(sheet, Shape(
            "agenda", say("Agenda"), say("What to talk about"), say("done"), ("minutes", "led_by"),
        ))  # fmt: skip
        self.stack.addWidget(self.lines)

    def refresh(self) -> None:
        """Show the agenda of the meeting in view."""
        if self._sheet.meeting:
            self.note.setText(agenda_words(self._sheet.meeting))
            self.lines.refresh()


class DecidedCard(MeetingCard):
    """What the meeting decided."""

    def __init__(self, sheet: MeetingSheet) -> None:
        super().__init__(sheet.look, say("Decided"))
        self.lines = Lines(sheet, Shape(
            "decided", say("Decision"), say("What was decided"), links=True,
        ))  # fmt: skip
        self.stack.addWidget(self.lines)

    def refresh(self) -> None:
        """Show what the meeting in view decided."""
        self.lines.refresh()


class StepsCard(MeetingCard):
    """Who does what by when."""

    def __init__(self, sheet: MeetingSheet) -> None:
        super().__init__(sheet.look, say("Next steps"))
        self._sheet = sheet
        self.lines = Lines(sheet, Shape(
            "steps", say("Next step"), say("Next step"), say("done"), below=("owner", "due"),
            links=True,
        ))  # fmt: skip
        self.stack.addWidget(self.lines)

    def refresh(self) -> None:
        """Show the next steps of the meeting in view."""
        number = len(self._sheet.lines("steps"))
        self.note.setText(count(number, "{number} promised", "{number} promised") if number else "")
        self.lines.refresh()

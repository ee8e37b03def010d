"""The section Meetings: the meetings with their timeline, and everything that was promised."""

from typing import TYPE_CHECKING

from ilead_studio.rules.meeting_steps import open_steps_words
from ilead_studio.ui.frame.section_parts import Part, SectionParts
from ilead_studio.ui.meanwhile.once import Once, beside
from ilead_studio.ui.meetings.all_meetings import MeetingsPage
from ilead_studio.ui.meetings.steps_page import StepsPage
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.frame.sections import View
    from ilead_studio.ui.window import MainWindow

STEPS = "steps"


def parts() -> "tuple[Part[View], ...]":
    """Return the pages of the section, the first one first."""
    return (
        Part("meetings", say("Meetings"), "calendar-event", MeetingsPage),
        Part(STEPS, say("Promised steps"), "circle-check", StepsPage),
    )


class Meetings(SectionParts["View"]):
    """Meetings, and next to them how much is promised."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window, "page of meetings", parts())
        self._counting = Once(self._count, self.page, beside)
        for signal in (window.work.changed, window.work.renewed, window.work.turned):
            signal.connect(self._counting.ask)
        self._count()

    def _count(self) -> None:
        self.name_part(STEPS, open_steps_words(self._window.work.workbook))

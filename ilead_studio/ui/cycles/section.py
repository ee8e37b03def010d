"""The section PDSA: its pages at the left, and below them what the page in view brings."""

from typing import TYPE_CHECKING

from ilead_studio.ui.cycles.ramps_page import RampsPage
from ilead_studio.ui.frame.section_parts import Part, SectionParts
from ilead_studio.words import say

if TYPE_CHECKING:
    from ilead_studio.ui.frame.sections import InSight
    from ilead_studio.ui.sight.state import Things
    from ilead_studio.ui.window import MainWindow


def parts() -> "tuple[Part[InSight], ...]":
    """Return the pages of the section, the first one first."""
    return (
        Part("ramps", say("By change idea"), "stairs-up", RampsPage),
        Part("calendar", say("Calendar"), "calendar-event", _calendar),
        Part("learning", say("Learning log"), "notebook", _learning),
    )


def _calendar(window: "MainWindow") -> "InSight":
    """Make the calendar, which is loaded when somebody first goes there."""
    from ilead_studio.ui.calendar.page import CalendarPage

    return CalendarPage(window)


def _learning(window: "MainWindow") -> "InSight":
    """Make the learning log, which is loaded when somebody first goes there."""
    from ilead_studio.ui.learning.page import LearningPage

    return LearningPage(window)


class Pdsa(SectionParts["InSight"]):
    """Cycles by change idea, their calendar, and what they taught."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window, "page of pdsa", parts())

    def thing(self) -> str:
        """Return what is chosen on the page in view."""
        return self._view.thing()

    def shown(self) -> "Things":
        """Return what the page in view shows."""
        return self._view.shown()

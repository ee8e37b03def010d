"""What brings commands of its own to the window, each in a module of its own.

A feature is made with the window and may put widgets into its places; it never keeps a document.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from ilead_studio.ui.advice.advising import Advising
from ilead_studio.ui.advice.judging import Judging
from ilead_studio.ui.capture.parking import Parking
from ilead_studio.ui.commands.every import AllCommands
from ilead_studio.ui.commands.menus import Menus
from ilead_studio.ui.drivers.empty_theory import EmptyTheory
from ilead_studio.ui.files.outside import Outside
from ilead_studio.ui.finding.finding import Finding
from ilead_studio.ui.frame.page_commands import PageCommands
from ilead_studio.ui.handing.nameless import Nameless
from ilead_studio.ui.handing.over import Handing
from ilead_studio.ui.links.commands import Links
from ilead_studio.ui.meanwhile.working import Working
from ilead_studio.ui.packets.returning import Returning
from ilead_studio.ui.past.earlier import Earlier
from ilead_studio.ui.past.snapshots import Snapshots
from ilead_studio.ui.pasting.clipboard import Clipboard
from ilead_studio.ui.questions.asking import Asking
from ilead_studio.ui.settings.commands import Settings
from ilead_studio.ui.sight.filtering import Filtering
from ilead_studio.ui.start.beginnings import Beginnings
from ilead_studio.ui.votes.commands import Votes

if TYPE_CHECKING:
    from ilead_studio.ui.window import MainWindow

Deeds = dict[str, Callable[[], object]]
"""What commands do, by their names in the table (``ui/commands/table``)."""


class Feature(Protocol):
    """A part of the program that does some of the commands."""

    def deeds(self) -> Deeds:
        """Return what its commands do."""

    def why_not(self, name: str) -> str:
        """Say why one of its commands cannot be done now; empty when it can, or is not its own."""


def features(window: "MainWindow") -> tuple[Feature, ...]:
    """Make every feature of a window that has its views."""
    return (
        Beginnings(window),
        window.arranged,
        AllCommands(window),
        PageCommands(window),
        Judging(window),
        Links(window),
        Menus(window),
        Clipboard(window),
        Parking(window),
        Filtering(window),
        Finding(window),
        EmptyTheory(window),
        Advising(window),
        Settings(window),
        Asking(window),
        Snapshots(window),
        Outside(window),
        Earlier(window),
        Returning(window),
        Nameless(window),
        Handing(window),
        window.sections,
        Votes(window),
        Working(window),
    )

"""What brings commands of its own to the window, each in a module of its own.

A feature is made with the window and may put widgets into its places; it never keeps a document.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from ilead_studio.ui.advising import Advising
from ilead_studio.ui.all_commands import AllCommands
from ilead_studio.ui.asking import Asking
from ilead_studio.ui.beginnings import Beginnings
from ilead_studio.ui.clipboard import Clipboard
from ilead_studio.ui.earlier import Earlier
from ilead_studio.ui.empty_theory import EmptyTheory
from ilead_studio.ui.filtering import Filtering
from ilead_studio.ui.finding import Finding
from ilead_studio.ui.handing import Handing
from ilead_studio.ui.judging import Judging
from ilead_studio.ui.links import Links
from ilead_studio.ui.menus import Menus
from ilead_studio.ui.nameless import Nameless
from ilead_studio.ui.outside import Outside
from ilead_studio.ui.page_commands import PageCommands
from ilead_studio.ui.parking import Parking
from ilead_studio.ui.returning import Returning
from ilead_studio.ui.settings import Settings
from ilead_studio.ui.snapshots import Snapshots
from ilead_studio.ui.votes import Votes
from ilead_studio.ui.working import Working

if TYPE_CHECKING:
    from ilead_studio.ui.window import MainWindow

Deeds = dict[str, Callable[[], object]]
"""What commands do, by their names in the table (``ui/actions``)."""


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

"""Every kind of page that can be printed, in the order in which a packet usually has them."""

from collections.abc import Callable
from typing import Literal, NamedTuple

from ilead_studio.packet.cover_page import cover_page
from ilead_studio.packet.diagram_page import driver_page, fishbone_page
from ilead_studio.packet.given import Given
from ilead_studio.packet.leaf import AnyLeaf
from ilead_studio.packet.outline_page import outline_page
from ilead_studio.packet.problem_page import problem_page
from ilead_studio.words import say

Of = Literal["", "page", "fishbone", "theory", "idea", "cycle", "meeting", "snapshot", "vote"]
"""Of what a page can be one: empty for the whole workbook, "page" for any diagram."""


class Kind(NamedTuple):
    """A kind of page: its name in files and on the command line, its words, and what makes it.

    ``make`` returns its leaves, none when there is nothing to print; ``of`` is what it is printed
    of, once for each unless one is named; ``is_form`` says that it can be filled in by pen or in
    the file.
    """

    name: str
    words: str
    make: Callable[[Given], tuple[AnyLeaf, ...]]
    of: Of = ""
    is_form: bool = False


def kinds() -> tuple[Kind, ...]:
    """Return every kind of page."""
    return (
        Kind("cover", say("Title page"), cover_page, "meeting"),
        Kind("problem", say("Problem of practice"), problem_page),
        Kind("fishbone", say("Fishbone"), fishbone_page, "fishbone"),
        Kind("outline", say("Fishbones and driver diagrams as outlines"), outline_page, "page"),
        Kind("driver-diagram", say("Driver diagram"), driver_page, "theory"),
    )

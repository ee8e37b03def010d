"""Every kind of page that can be printed, in the order in which a packet usually has them."""

from collections.abc import Callable
from typing import Literal, NamedTuple

from ilead_studio.packet.agenda_page import agenda_page
from ilead_studio.packet.catch_up_page import catch_up_page
from ilead_studio.packet.causes_page import causes_page
from ilead_studio.packet.cover_page import cover_page
from ilead_studio.packet.diagram_page import driver_page, fishbone_page
from ilead_studio.packet.given import Given
from ilead_studio.packet.leaf import AnyLeaf
from ilead_studio.packet.legend_page import legend_page
from ilead_studio.packet.line_of_sight_page import line_of_sight_page
from ilead_studio.packet.next_steps_page import next_steps_page
from ilead_studio.packet.open_questions_page import open_questions_page
from ilead_studio.packet.outline_page import outline_page
from ilead_studio.packet.problem_page import problem_page
from ilead_studio.packet.sign_up_page import sign_up_page
from ilead_studio.packet.what_changed_page import what_changed_page
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
        Kind("agenda", say("Agenda"), agenda_page, "meeting"),
        Kind("catch-up", say("Catch up in two minutes"), catch_up_page, "meeting"),
        Kind("problem", say("Problem of practice"), problem_page),
        Kind("fishbone", say("Fishbone"), fishbone_page, "fishbone"),
        Kind("outline", say("Fishbones and driver diagrams as outlines"), outline_page, "page"),
        Kind("causes", say("Prioritised causes"), causes_page, "fishbone"),
        Kind("line-of-sight", say("Line of sight"), line_of_sight_page),
        Kind("driver-diagram", say("Driver diagram"), driver_page, "theory"),
        Kind("next-steps", say("Next steps"), next_steps_page, "meeting"),
        Kind("open-questions", say("Open questions and hunches"), open_questions_page),
        Kind("what-changed", say("What changed"), what_changed_page, "snapshot"),
        Kind("legend", say("Signs and method in plain words"), legend_page),
        Kind("sign-up", say("Sign-up and commitment"), sign_up_page, "meeting"),
    )

"""Every kind of page that can be printed, in the order in which a packet usually has them."""

from collections.abc import Callable
from typing import Literal, NamedTuple

from ilead_studio.packet.agenda_page import agenda_page
from ilead_studio.packet.ballots_page import ballots_page
from ilead_studio.packet.blank_page import blank_drivers_page, blank_fishbone_page
from ilead_studio.packet.calendar_page import calendar_page
from ilead_studio.packet.catch_up_page import catch_up_page
from ilead_studio.packet.causes_page import causes_page
from ilead_studio.packet.cover_page import cover_page
from ilead_studio.packet.cycle_page import cycle_page
from ilead_studio.packet.diagram_page import driver_page, fishbone_page
from ilead_studio.packet.drivers_page import drivers_page
from ilead_studio.packet.form_page import blank_form_page, form_page
from ilead_studio.packet.given import Given
from ilead_studio.packet.hand_over_page import hand_over_page
from ilead_studio.packet.ideas_page import ideas_page
from ilead_studio.packet.inquiry_page import inquiry_page
from ilead_studio.packet.leaf import AnyLeaf
from ilead_studio.packet.learning_log_page import learning_log_page
from ilead_studio.packet.legend_page import legend_page
from ilead_studio.packet.line_of_sight_page import line_of_sight_page
from ilead_studio.packet.measures_page import measures_page
from ilead_studio.packet.next_steps_page import next_steps_page
from ilead_studio.packet.open_questions_page import open_questions_page
from ilead_studio.packet.outline_page import outline_page
from ilead_studio.packet.problem_page import problem_page
from ilead_studio.packet.prompts_page import prompts_page
from ilead_studio.packet.ramps_page import ramps_page
from ilead_studio.packet.sign_up_page import sign_up_page
from ilead_studio.packet.square_page import square_page
from ilead_studio.packet.votes_page import votes_page
from ilead_studio.packet.what_changed_page import what_changed_page
from ilead_studio.words import say

Of = Literal["", "page", "fishbone", "theory", "idea", "cycle", "meeting", "snapshot", "vote"]
"""Of what a page can be one: empty for the whole workbook, "page" for any diagram."""


class Kind(NamedTuple):
    """A kind of page: its name in files and on the command line, its words, and what makes it.

    ``make`` returns its leaves, none when there is nothing to print; ``of`` is what it is printed
    of, once for each unless one is named; ``is_form`` says that it can be filled in by pen or in
    the file, ``has_bones`` that it can have the bones of a set of ``rules/templates``. One that
    ``is_diagram`` can be a poster, go over pages, and be drawn to some levels.
    """

    name: str
    words: str
    make: Callable[[Given], tuple[AnyLeaf, ...]]
    of: Of = ""
    is_form: bool = False
    has_bones: bool = False
    is_diagram: bool = False


def kinds() -> tuple[Kind, ...]:
    """Return every kind of page."""
    return (
        Kind("cover", say("Title page"), cover_page, "meeting"),
        Kind("agenda", say("Agenda"), agenda_page, "meeting"),
        Kind("catch-up", say("Catch up in two minutes"), catch_up_page, "meeting"),
        Kind("problem", say("Problem of practice"), problem_page),
        Kind("fishbone", say("Fishbone"), fishbone_page, "fishbone", is_diagram=True),
        Kind("outline", say("Fishbones and driver diagrams as outlines"), outline_page, "page"),
        Kind("causes", say("Prioritised causes"), causes_page, "fishbone"),
        Kind("votes", say("What votes said"), votes_page, "vote"),
        Kind("line-of-sight", say("Line of sight"), line_of_sight_page),
        Kind("driver-diagram", say("Driver diagram"), driver_page, "theory", is_diagram=True),
        Kind("drivers", say("Drivers with definitions"), drivers_page, "theory"),
        Kind("ideas", say("Change ideas"), ideas_page),
        Kind("square", say("Effort and impact"), square_page),
        Kind("cycle", say("PDSA cycles, filled in"), cycle_page, "cycle"),
        Kind("form", say("PDSA forms to fill in"), form_page, "cycle", is_form=True),
        Kind("ramps", say("Ramps of cycles"), ramps_page, "idea"),
        Kind("calendar", say("Calendar of cycles"), calendar_page),
        Kind("measures", say("Measures"), measures_page),
        Kind("learning-log", say("Learning log"), learning_log_page),
        Kind("inquiry", say("Record of the inquiry"), inquiry_page),
        Kind("next-steps", say("Next steps"), next_steps_page, "meeting"),
        Kind("open-questions", say("Open questions and hunches"), open_questions_page),
        Kind("what-changed", say("What changed"), what_changed_page, "snapshot"),
        Kind("hand-over", say("Hand over in one page"), hand_over_page),
        Kind("legend", say("Signs and method in plain words"), legend_page),
        Kind("sign-up", say("Sign-up and commitment"), sign_up_page, "meeting"),
        Kind("ballots", say("Ballots"), ballots_page, "vote"),
        Kind("prompts", say("Questions for the table"), prompts_page),
        Kind("blank-fishbone", say("Empty fishbone"), blank_fishbone_page, has_bones=True),
        Kind("blank-drivers", say("Empty driver diagram"), blank_drivers_page),
        Kind("blank-form", say("Empty PDSA form"), blank_form_page, "idea", is_form=True),
    )

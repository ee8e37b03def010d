"""WHAT a workbook is: frozen values, flat tuples, references by id.

Imports the standard library and pydantic, and nothing of ours but the sentences and the errors.
"""

from ilead_studio.model.change import Change, difference
from ilead_studio.model.cycle import (
    Amendment,
    Began,
    Cycle,
    CycleState,
    DataLine,
    Decision,
    Line,
    Match,
    Question,
    Task,
    lines_of,
)
from ilead_studio.model.days import Break, SchoolCalendar
from ilead_studio.model.driver import Driver, DriverState, Link, Strength, Theory
from ilead_studio.model.evidence import (
    Citation,
    Evidence,
    EvidenceKind,
    EvidenceState,
    Loose,
    Speaks,
)
from ilead_studio.model.fishbone import Cause, Fishbone, Reach
from ilead_studio.model.idea import Consequence, Idea, IdeaState
from ilead_studio.model.ids import Ids, new_ids
from ilead_studio.model.partnership import Party, PartyKind
from ilead_studio.model.plan import FishbonePlan, TheoryPlan
from ilead_studio.model.problem import Problem
from ilead_studio.model.record import Record, replace
from ilead_studio.model.soundness import Fault, faults
from ilead_studio.model.workbook import Counters, Item, Page, Workbook, find, page_of, pages

__all__ = [
    "Amendment",
    "Began",
    "Break",
    "Cause",
    "Change",
    "Citation",
    "Consequence",
    "Counters",
    "Cycle",
    "CycleState",
    "DataLine",
    "Decision",
    "Driver",
    "DriverState",
    "Evidence",
    "EvidenceKind",
    "EvidenceState",
    "Fault",
    "Fishbone",
    "FishbonePlan",
    "Idea",
    "IdeaState",
    "Ids",
    "Item",
    "Line",
    "Link",
    "Loose",
    "Match",
    "Page",
    "Party",
    "PartyKind",
    "Problem",
    "Question",
    "Reach",
    "Record",
    "SchoolCalendar",
    "Speaks",
    "Strength",
    "Task",
    "Theory",
    "TheoryPlan",
    "Workbook",
    "difference",
    "faults",
    "find",
    "lines_of",
    "new_ids",
    "page_of",
    "pages",
    "replace",
]

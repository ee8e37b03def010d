"""WHAT a workbook is: frozen values, flat tuples, references by id.

Imports the standard library and pydantic, and nothing of ours but the sentences and the errors.
"""

from ilead_studio.model.change import Change, difference
from ilead_studio.model.cycle import Cycle
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
from ilead_studio.model.idea import Idea, IdeaState
from ilead_studio.model.ids import Ids, new_ids
from ilead_studio.model.partnership import Party, PartyKind
from ilead_studio.model.plan import FishbonePlan, TheoryPlan
from ilead_studio.model.problem import Problem
from ilead_studio.model.record import Record, replace
from ilead_studio.model.soundness import Fault, faults
from ilead_studio.model.workbook import Counters, Item, Page, Workbook, find, page_of, pages

__all__ = [
    "Cause",
    "Change",
    "Citation",
    "Counters",
    "Cycle",
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
    "Link",
    "Loose",
    "Page",
    "Party",
    "PartyKind",
    "Problem",
    "Reach",
    "Record",
    "Speaks",
    "Strength",
    "Theory",
    "TheoryPlan",
    "Workbook",
    "difference",
    "faults",
    "find",
    "new_ids",
    "page_of",
    "pages",
    "replace",
]

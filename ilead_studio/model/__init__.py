"""WHAT a workbook is: frozen values, flat tuples, references by id.

Imports the standard library and pydantic, and nothing of ours but the sentences and the errors.
"""

from ilead_studio.model.aim import AimParts, Gain
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
from ilead_studio.model.dismissed import Dismissed
from ilead_studio.model.driver import Driver, DriverState, Link, MeasureName, Strength, Theory
from ilead_studio.model.evidence import (
    Citation,
    Evidence,
    EvidenceKind,
    EvidenceState,
    Loose,
    Speaks,
)
from ilead_studio.model.fault import Fault
from ilead_studio.model.fishbone import Cause, Fishbone, Reach, RootAnswer
from ilead_studio.model.idea import Consequence, Idea, IdeaState
from ilead_studio.model.ids import Ids, new_ids
from ilead_studio.model.measure import Measure, MeasureKind, Reading
from ilead_studio.model.meeting import (
    AgendaItem,
    Attendance,
    Decided,
    Meeting,
    MeetingKind,
    NextStep,
)
from ilead_studio.model.open_question import OpenQuestion
from ilead_studio.model.packet import FormKind, Packet, PaperName, PrintedPage, Turned
from ilead_studio.model.partnership import FACILITATOR, OnlyFor, Party, PartyKind, TeamRole
from ilead_studio.model.plan import FishbonePlan, TheoryPlan
from ilead_studio.model.problem import Problem, ProblemTie, ReadinessPoint
from ilead_studio.model.record import Record, replace
from ilead_studio.model.snapshot import kept_of
from ilead_studio.model.soundness import faults
from ilead_studio.model.vote import Ballot, Candidate, Vote
from ilead_studio.model.workbook import (
    AnyRecord,
    Counters,
    Item,
    Page,
    Snapshot,
    Workbook,
    advised,
    find,
    groups,
    page_of,
    pages,
)

__all__ = [
    "FACILITATOR",
    "AgendaItem",
    "AimParts",
    "Amendment",
    "AnyRecord",
    "Attendance",
    "Ballot",
    "Began",
    "Break",
    "Candidate",
    "Cause",
    "Change",
    "Citation",
    "Consequence",
    "Counters",
    "Cycle",
    "CycleState",
    "DataLine",
    "Decided",
    "Decision",
    "Dismissed",
    "Driver",
    "DriverState",
    "Evidence",
    "EvidenceKind",
    "EvidenceState",
    "Fault",
    "Fishbone",
    "FishbonePlan",
    "FormKind",
    "Gain",
    "Idea",
    "IdeaState",
    "Ids",
    "Item",
    "Line",
    "Link",
    "Loose",
    "Match",
    "Measure",
    "MeasureKind",
    "MeasureName",
    "Meeting",
    "MeetingKind",
    "NextStep",
    "OnlyFor",
    "OpenQuestion",
    "Packet",
    "Page",
    "PaperName",
    "Party",
    "PartyKind",
    "PrintedPage",
    "Problem",
    "ProblemTie",
    "Question",
    "Reach",
    "ReadinessPoint",
    "Reading",
    "Record",
    "RootAnswer",
    "SchoolCalendar",
    "Snapshot",
    "Speaks",
    "Strength",
    "Task",
    "TeamRole",
    "Theory",
    "TheoryPlan",
    "Turned",
    "Vote",
    "Workbook",
    "advised",
    "difference",
    "faults",
    "find",
    "groups",
    "kept_of",
    "lines_of",
    "new_ids",
    "page_of",
    "pages",
    "replace",
]

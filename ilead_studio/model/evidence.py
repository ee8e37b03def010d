"""What speaks for or against, and the words that have no home yet."""

from typing import Literal

from ilead_studio.model.ids import Id
from ilead_studio.model.partnership import OnlyFor
from ilead_studio.model.record import Record
from ilead_studio.model.text import Heading, Label

EvidenceState = Literal["hunch", "supported", "disputed", "refuted"]
"""What a team knows about a cause; everything that is said first is a hunch (method, section 3)."""
EvidenceKind = Literal["data", "interview", "observation", "research", "cycle"]
"""Data, empathy interview, observation or process map, research, PDSA cycle."""
Speaks = Literal["for", "against", "mixed"]


class Evidence(Record):
    """One thing that was found out; problems, causes and drivers cite it.

    Never holds a student's name. What a PDSA cycle says names that cycle in ``cycle_id``: it is
    changed and withdrawn with it.
    """

    id: Id
    text: Label
    kind: EvidenceKind = "data"
    source: Heading = ""
    date: Heading = ""
    parties: tuple[Id, ...] = ()
    only_for: OnlyFor = None
    cycle_id: Id | None = None


class Citation(Record):
    """How one piece of evidence speaks about a problem, a cause or a driver, and what it says."""

    evidence_id: Id
    speaks: Speaks = "for"
    note: Heading = ""


class Loose(Record):
    """Words that somebody said and that have no place on a page yet; ``source`` says whence."""

    id: Id
    text: Label
    source: Heading = ""

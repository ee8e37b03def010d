"""Change ideas: what we could try."""

from typing import Literal

from ilead_studio.model.fishbone import Step, Votes
from ilead_studio.model.ids import Id, Ref
from ilead_studio.model.partnership import OnlyFor
from ilead_studio.model.record import Record
from ilead_studio.model.text import Heading, Label, Notes

IdeaState = Literal["proposed", "testing", "adapting", "adopted", "abandoned", "parked"]
IdeaKind = Literal["", "new process", "changed process", "new tool", "new norm"]
"""What kind of change it is (Carnegie); empty: not asked yet."""
Breadth = Literal["", "concept", "specific"]
"""A change concept is broad, a specific change can be tested; empty: not asked yet."""
Origin = Literal["", "brainstorm", "parking lot", "research", "another site"]


class Consequence(Record):
    """Something that may happen besides; ``measure`` names a balancing measure for it.

    ``measure_id`` is the measure of that name, if there is one.
    """

    text: Label
    measure: Heading = ""
    measure_id: Id | None = None


class Idea(Record):
    """Something concrete to test; the links of a theory say which drivers it serves.

    A parked one is an early solution: it waits in the parking lot with the role of who raised it.
    Its state follows from its cycles and from commands; ``state_reason`` are the words that a
    command asked for where no cycle says them: what changes, how it is kept up, or what was
    learned. ``traces`` are the causes that it answers, ``owner`` a party or a role (method, 6).
    """

    id: Id
    ref: Ref
    text: Label
    notes: Notes = ""
    state: IdeaState = "proposed"
    state_reason: Notes = ""
    raised_by: Heading = ""
    parties: tuple[Id, ...] = ()
    only_for: OnlyFor = None
    kind: IdeaKind = ""
    breadth: Breadth = ""
    goal: Heading = ""
    rationale: Notes = ""
    traces: tuple[Id, ...] = ()
    origin: Origin = ""
    owner: Heading = ""
    votes: Votes = 0
    effort: Step = 0
    impact: Step = 0
    consequences: tuple[Consequence, ...] = ()

"""Change ideas: what we could try."""

from typing import Literal

from ilead_studio.model.ids import Id, Ref
from ilead_studio.model.partnership import OnlyFor
from ilead_studio.model.record import Record
from ilead_studio.model.text import Heading, Label, Notes

IdeaState = Literal["proposed", "testing", "adapting", "adopted", "abandoned", "parked"]


class Idea(Record):
    """Something concrete to test; the links of a theory say which drivers it serves.

    A parked one is an early solution: it waits in the parking lot with the role of who raised it.
    """

    id: Id
    ref: Ref
    text: Label
    notes: Notes = ""
    state: IdeaState = "proposed"
    raised_by: Heading = ""
    parties: tuple[Id, ...] = ()
    only_for: OnlyFor = None

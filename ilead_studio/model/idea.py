"""Change ideas: what we could try."""

from ilead_studio.model.ids import Id, Ref
from ilead_studio.model.record import Record
from ilead_studio.model.text import Label, Notes


class Idea(Record):
    """Something concrete to test; the links of a theory say which drivers it serves."""

    id: Id
    ref: Ref
    text: Label
    notes: Notes = ""

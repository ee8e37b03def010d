"""PDSA cycles: what we tried."""

from ilead_studio.model.ids import Id, Ref
from ilead_studio.model.record import Record
from ilead_studio.model.text import Label


class Cycle(Record):
    """One turn of plan, do, study, act for an idea; order in the tuple is the ramp's order."""

    id: Id
    ref: Ref
    idea_id: Id
    objective: Label

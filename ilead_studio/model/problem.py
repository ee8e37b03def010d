"""The problem of practice that the fishbones explain."""

from ilead_studio.model.ids import Id
from ilead_studio.model.record import Record
from ilead_studio.model.text import Heading, Label, Notes


class Problem(Record):
    """A persistent problem in the work of professionals, stated without cause or solution.

    The fields are those of a good statement (CPED): who is affected, where, when, how much it is
    today and by which source, what is wanted instead, and the gap between groups.
    """

    id: Id
    text: Label
    population: Heading = ""
    setting: Heading = ""
    period: Heading = ""
    baseline: Heading = ""
    baseline_source: Heading = ""
    desired: Heading = ""
    gap: Heading = ""
    notes: Notes = ""

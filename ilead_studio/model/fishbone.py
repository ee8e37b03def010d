"""The fishbone (Ishikawa): why do we get these results?"""

from ilead_studio.model.ids import Id, IdOf, Ref
from ilead_studio.model.plan import FishbonePlan
from ilead_studio.model.record import Record
from ilead_studio.model.text import Heading, Label, Notes


class Cause(Record):
    """A bone, a cause on it, or a why below a cause; ``parent_id`` tells which.

    The parent of a bone is the fishbone itself. Order among siblings is order in the tuple.
    """

    id: Id
    ref: Ref
    parent_id: IdOf
    text: Label
    notes: Notes = ""


class Fishbone(Record):
    """One cause-and-effect diagram; its own id stands for the head (the effect).

    The head stands at the right, or at the left when the page is ``mirrored``.
    """

    id: Id
    ref: Ref
    title: Heading = ""
    head: Heading = ""
    notes: Notes = ""
    problem_id: Id | None = None
    mirrored: bool = False
    plan: FishbonePlan | None = None
    causes: tuple[Cause, ...] = ()

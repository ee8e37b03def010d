"""The fishbone (Ishikawa): why do we get these results?"""

from typing import Annotated, Literal

from pydantic import Field

from ilead_studio.model.evidence import Citation, EvidenceState
from ilead_studio.model.ids import Id, IdOf, Ref
from ilead_studio.model.partnership import OnlyFor
from ilead_studio.model.plan import FishbonePlan
from ilead_studio.model.record import Record
from ilead_studio.model.text import Heading, Label, Notes

Reach = Literal["", "control", "influence", "outside"]
"""Whether a cause is in our control, can be influenced, or lies outside; empty: not asked yet."""
Step = Annotated[int, Field(ge=0, le=4)]
"""Effort or impact in four steps, 1 and 2 are low; 0: not judged yet."""
RootAnswer = Literal["", "yes", "no", "unsure"]
"""An answer to one of the two questions of the root test; empty: not asked yet."""
Votes = Annotated[int, Field(ge=0, le=9_999)]


class Cause(Record):
    """A bone, a cause on it, or a why below a cause; ``parent_id`` tells which.

    The parent of a bone is the fishbone itself. Order among siblings is order in the tuple. A
    linked copy names its original in ``same_as`` and holds the same words and judgements; only its
    place is its own. ``raised_by`` is a role, ``parties`` are ids (method, section 3). The root
    test asks whether the problem ``exists_without`` it, and whether it ``comes_back`` once mended;
    the answers advise, ``root`` is what people marked.
    """

    id: Id
    ref: Ref
    parent_id: IdOf
    text: Label
    notes: Notes = ""
    same_as: Id | None = None
    evidence: EvidenceState = "hunch"
    cites: tuple[Citation, ...] = ()
    root: bool = False
    exists_without: RootAnswer = ""
    comes_back: RootAnswer = ""
    reach: Reach = ""
    parties: tuple[Id, ...] = ()
    only_for: OnlyFor = None
    raised_by: Heading = ""
    lenses: tuple[Label, ...] = ()
    votes: Votes = 0
    effort: Step = 0
    impact: Step = 0


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
    parties: tuple[Id, ...] = ()
    only_for: OnlyFor = None
    mirrored: bool = False
    plan: FishbonePlan | None = None
    causes: tuple[Cause, ...] = ()

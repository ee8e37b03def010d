"""The driver diagram, or theory of improvement: what must change to reach the aim?"""

from typing import Literal

from ilead_studio.model.aim import AimParts, Gain
from ilead_studio.model.evidence import Citation
from ilead_studio.model.ids import Id, IdOf, Ref
from ilead_studio.model.partnership import OnlyFor
from ilead_studio.model.plan import TheoryPlan
from ilead_studio.model.record import Record
from ilead_studio.model.text import Heading, Label, Notes

Strength = Literal["strong", "weak"]
"""Strong is drawn solid, weak is drawn dotted."""
DriverState = Literal["hypothesis", "testing", "supported", "doubtful", "dropped"]
"""What the team believes of a driver (method, section 5)."""


class MeasureName(Record):
    """What tells whether a driver changes: a name, and the measure of that name if there is one."""

    name: Heading
    measure_id: Id | None = None


class Driver(Record):
    """Something that must change; what it serves is said by links.

    ``definition`` is what the team means by it, ``owner`` a party or a role, ``answers`` the ids of
    the causes that it answers, ``cites`` what was found out about it, ``measures`` by what one sees
    that it changes; a state that is more than a hypothesis has a reason.
    """

    id: Id
    ref: Ref
    text: Label
    notes: Notes = ""
    definition: Notes = ""
    owner: Heading = ""
    state: DriverState = "hypothesis"
    state_reason: Heading = ""
    parties: tuple[Id, ...] = ()
    answers: tuple[Id, ...] = ()
    measures: tuple[MeasureName, ...] = ()
    cites: tuple[Citation, ...] = ()
    only_for: OnlyFor = None


class Link(Record):
    """``source`` (a driver or a change idea) serves ``target`` (a driver, or the aim)."""

    source: IdOf
    target: IdOf
    strength: Strength = "strong"


class Theory(Record):
    """One driver diagram; its own id stands for the aim.

    Order among siblings is order in ``drivers``. The first link of a source names the parent under
    which it stands in the outline. ``headings`` are the columns' own names, from the aim to the
    right; an empty or missing one has the usual words. ``aim`` is what everybody reads;
    ``aim_parts`` are the parts from which it may have been made, ``measure_id`` the measure that
    shows how much, and ``gains`` what each party gets from reaching it.
    """

    id: Id
    ref: Ref
    title: Heading = ""
    aim: Heading = ""
    notes: Notes = ""
    aim_parts: AimParts = AimParts()
    measure_id: Id | None = None
    gains: tuple[Gain, ...] = ()
    problem_id: Id | None = None
    parties: tuple[Id, ...] = ()
    only_for: OnlyFor = None
    headings: tuple[Heading, ...] = ()
    plan: TheoryPlan | None = None
    drivers: tuple[Driver, ...] = ()
    links: tuple[Link, ...] = ()

"""The problem of practice that the fishbones explain and the theories answer."""

from typing import Literal

from ilead_studio.model.evidence import Citation
from ilead_studio.model.ids import Id
from ilead_studio.model.partnership import OnlyFor
from ilead_studio.model.record import Record
from ilead_studio.model.text import Heading, Label, Notes

ReadinessPoint = Literal["known", "measurable", "no-cause", "no-solution", "voices"]
"""What a good statement is asked for (method, section 2): what, where and when are known; it can be
measured; no cause inside; no solution inside; the voices of users were heard."""
ProblemTie = Literal["part_of", "depends_on"]
"""How a problem hangs together with another one; the fields of ``Problem`` that say so."""


class Problem(Record):
    """A persistent problem in the work of professionals, stated without cause or solution.

    The fields are those of a good statement (CPED): who is affected, where, when, how much it is
    today and by which source, what is wanted instead, and the gap between groups. ``part_of`` and
    ``depends_on`` are ids of other problems; neither leads round in a circle. ``confirmed`` are the
    points of the readiness check to which the team itself says yes.
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
    part_of: tuple[Id, ...] = ()
    depends_on: tuple[Id, ...] = ()
    cites: tuple[Citation, ...] = ()
    confirmed: tuple[ReadinessPoint, ...] = ()
    parties: tuple[Id, ...] = ()
    only_for: OnlyFor = None

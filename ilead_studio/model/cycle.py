"""PDSA cycles: what we tried, what we expected, and what we learned (method, section 7)."""

from collections.abc import Iterator, Sequence
from typing import Annotated, Literal

from pydantic import Field

from ilead_studio.model.days import Day, Moment
from ilead_studio.model.ids import Id, Ref
from ilead_studio.model.record import Record
from ilead_studio.model.text import Heading, Label, Notes

CycleState = Literal["planned", "doing", "studying", "decided", "cancelled"]
Purpose = Literal["information", "develop", "test", "implement"]
"""To collect information, to develop, test or implement a change."""
Match = Literal["", "matched", "partly", "not"]
"""How a prediction met its result."""
Decision = Literal["", "adapt", "expand", "adopt", "abandon"]
"""What is done with the change next; only adopt and abandon close a ramp."""
AsPlanned = Literal["", "yes", "no"]
Improved = Literal["", "yes", "partly", "no"]
Value = Literal["immediate", "potential", "applied", "realised", "reframing"]
"""What a learning is worth (Wenger, Trayner, De Laat 2011)."""
Changed = Literal["", "action", "assumption", "value"]
"""What a learning changed: single-, double- or triple-loop learning (method, section 9)."""
Number = Annotated[int, Field(ge=1, le=9_999)]


class Question(Record):
    """A question of the plan, its prediction with the reason, and what happened.

    The words, the prediction and the reason never change once Do began; what was thought later is
    said by amendments. ``repeats`` is the question of an earlier cycle that is asked again.
    """

    id: Id
    text: Label
    prediction: Heading = ""
    reason: Heading = ""
    result: Heading = ""
    match: Match = ""
    repeats: Id | None = None


class Task(Record):
    """Who does what, where and when; ``when`` is in the team's own words."""

    id: Id
    text: Label
    who: Heading = ""
    where: Heading = ""
    when: Heading = ""
    done: bool = False


class DataLine(Record):
    """One line of the data plan: which measure, who collects it, when and where."""

    id: Id
    text: Label
    who: Heading = ""
    when: Heading = ""
    where: Heading = ""
    measure_id: Id | None = None


class Began(Record):
    """That Do began: the moment of the command, which froze the predictions.

    A cycle that was first written by hand says the day ``on_paper`` instead of claiming a false
    time: "written on paper 3 Nov, typed 24 Nov".
    """

    at: Moment
    on_paper: Day | None = None


class Amendment(Record):
    """What somebody thought about a frozen prediction later; the frozen words stay as they are."""

    question_id: Id
    at: Moment
    prediction: Heading = ""
    reason: Heading = ""


Line = Question | Task | DataLine
"""What stands in one of the lists of a cycle."""


class Cycle(Record):
    """One turn of plan, do, study, act for an idea.

    ``ramp`` tells the series of cycles of the same idea, ``number`` its place in that series: given
    once, because it is printed. ``owner`` is a role. ``began`` is there from Begin Do on. Evidence
    that names this cycle holds what it says about drivers and causes.
    """

    id: Id
    ref: Ref
    idea_id: Id
    ramp: Number = 1
    number: Number = 1
    state: CycleState = "planned"
    purpose: Purpose = "test"
    owner: Heading = ""
    site: Heading = ""
    parties: tuple[Id, ...] = ()
    planned_start: Day | None = None
    planned_end: Day | None = None
    decide_by: Day | None = None
    started: Day | None = None
    ended: Day | None = None

    objective: Heading = ""
    questions: tuple[Question, ...] = ()
    tasks: tuple[Task, ...] = ()
    scale: Heading = ""
    conditions: Notes = ""
    data: tuple[DataLine, ...] = ()
    how_known: Notes = ""
    began: Began | None = None
    amendments: tuple[Amendment, ...] = ()

    as_planned: AsPlanned = ""
    as_planned_why: Notes = ""
    observations: Notes = ""
    surprises: Notes = ""
    adjustments: Notes = ""
    data_points: Notes = ""

    comparison: Notes = ""
    learned: Notes = ""
    improved: Improved = ""
    improved_why: Notes = ""

    decision: Decision = ""
    decided: Day | None = None
    changes: Notes = ""
    next_plan: Notes = ""
    kept_up: Notes = ""
    cancelled_why: Notes = ""

    values: tuple[Value, ...] = ()
    changed: Changed = ""


def lines_of(cycle: Cycle) -> tuple[Line, ...]:
    """Return everything in the lists of a cycle."""
    return (*cycle.questions, *cycle.tasks, *cycle.data)


def line_ids(cycles: Sequence[Cycle]) -> Iterator[str]:
    """Give the ids of everything in the lists of cycles."""
    for cycle in cycles:
        for line in lines_of(cycle):
            yield line.id

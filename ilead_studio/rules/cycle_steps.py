"""The commands of a cycle: what can be done next, and why something cannot be done now.

planned → Begin Do → doing → studying → decided; each is a command, never a date that passes
(method, section 7). Every refusal is a sentence.
"""

from collections.abc import Mapping
from typing import Literal, NamedTuple

from ilead_studio.model import Cycle, Decision, Idea, Workbook
from ilead_studio.rules.cycles import cycle_name
from ilead_studio.rules.ramps import UNDER_WAY, cycles_of, last_open, planned_one, ramp_of
from ilead_studio.words import say, short

StepName = Literal[
    "begin", "study", "adapt", "expand", "adopt", "abandon", "next", "cancel", "amend"
]


class CycleStep(NamedTuple):
    """A command of a cycle: its name, its words, and why it cannot be done now (empty: it can)."""

    name: StepName
    words: str
    why_not: str


def steps(workbook: Workbook, cycle: Cycle) -> tuple[CycleStep, ...]:
    """Return every command of a cycle in the order in which people need them."""
    return (
        CycleStep("begin", say("Begin Do"), why_not_begin(workbook, cycle)),
        CycleStep("study", say("Go on to Study"), why_not_study(cycle)),
        CycleStep("adapt", say("Adapt"), why_not_decide(cycle, "adapt")),
        CycleStep("expand", say("Expand"), why_not_decide(cycle, "expand")),
        CycleStep("adopt", say("Adopt"), why_not_decide(cycle, "adopt")),
        CycleStep("abandon", say("Abandon"), why_not_decide(cycle, "abandon")),
        CycleStep("next", say("Next cycle"), why_not_next(workbook, cycle)),
        CycleStep("cancel", say("Cancel this cycle"), why_not_cancel(cycle)),
        CycleStep("amend", say("Add an amendment"), why_not_amend(cycle)),
    )


def why_not_plan(idea: Idea) -> str:
    """Say why no cycle can be planned for an idea; empty when one can.

    Early solutions wait until the problem is understood (method, section 1).
    """
    if idea.state == "parked":
        return _parked(idea)
    return ""


def _parked(idea: Idea) -> str:
    return say("“{idea}” waits in the parking lot. Bring it back first.", idea=short(idea.text))


def why_not_begin(workbook: Workbook, cycle: Cycle, *, on_paper: bool = False) -> str:
    """Say why Do cannot begin; empty when it can.

    Each question needs a prediction first, because it is frozen then. A cycle that only collects
    information needs none, and what was not written on paper cannot be made up any more.
    """
    if cycle.began is not None:
        return say("Do began already; its predictions are frozen.")
    if cycle.state == "cancelled":
        return _cancelled()
    idea = next((it for it in workbook.ideas if it.id == cycle.idea_id), None)
    if idea is not None and idea.state == "parked":
        return _parked(idea)
    return "" if on_paper else _why_not_frozen(cycle)


def _why_not_frozen(cycle: Cycle) -> str:
    if cycle.purpose == "information":
        return ""
    if not cycle.questions:
        return say("Write a question and what you expect first: that is what the test is about.")
    open_one = next((it.text for it in cycle.questions if not it.prediction), "")
    if open_one:
        return say(
            "“{question}” has no prediction yet. Say what you expect; it is frozen when Do begins.",
            question=short(open_one),
        )
    return ""


def _cancelled() -> str:
    return say("This cycle was cancelled.")


def _not_begun() -> str:
    return say("Do has not begun. Begin Do first, so that the predictions are kept as they are.")


def why_not_write(cycle: Cycle) -> str:
    """Say why results cannot be written: they come after the predictions are frozen."""
    return "" if cycle.began is not None else _not_begun()


def why_not_study(cycle: Cycle) -> str:
    """Say why Study cannot begin; empty when it can."""
    match cycle.state:
        case "doing":
            return ""
        case "planned":
            return _not_begun()
        case "studying":
            return say("This cycle is in Study already.")
        case "decided":
            return _decided()
        case "cancelled":
            return _cancelled()


def _decided() -> str:
    return say("This cycle is decided. Undo takes the decision back.")


def why_not_decide(cycle: Cycle, decision: Decision) -> str:
    """Say why a cycle cannot be decided so; empty when it can.

    Abandon carries a learning, adopt says how the change is kept up (method, section 7); adapt says
    what changes.
    """
    match cycle.state:
        case "planned":
            return _not_begun()
        case "doing":
            return say("Go on to Study first: put the results beside the predictions.")
        case "decided":
            return _decided()
        case "cancelled":
            return _cancelled()
        case "studying":
            said = {name: getattr(cycle, name) for name in ("learned", "kept_up", "changes")}
            return missing_words(decision, said)


def missing_words(decision: str, said: Mapping[str, str]) -> str:
    """Say what a decision needs that is not said, by the names of a cycle's fields."""
    if decision == "abandon" and not said.get("learned"):
        return say("What did you learn? An idea is abandoned with what it taught.")
    if decision == "adopt" and not said.get("kept_up"):
        return say("How is it kept up? A change is adopted with how it will last.")
    if decision == "adapt" and not said.get("changes"):
        return say("What changes? Say it before you adapt.")
    return ""


def why_not_cancel(cycle: Cycle) -> str:
    """Say why a cycle cannot be cancelled; empty when it can."""
    if cycle.state == "decided":
        return _decided()
    return _cancelled() if cycle.state == "cancelled" else ""


def why_not_amend(cycle: Cycle) -> str:
    """Say why a prediction cannot be amended; empty when it can."""
    if cycle.began is None:
        return say("Nothing is frozen yet: change the prediction itself.")
    return _cancelled() if cycle.state == "cancelled" else ""


def why_not_next(workbook: Workbook, cycle: Cycle) -> str:
    """Say why a cycle has no next one; empty when it can have one.

    Only adopt and abandon close a ramp (method, section 7).
    """
    if cycle.state == "planned":
        return say("This cycle has not begun. Change its plan instead.")
    ramp = ramp_of(workbook, cycle)
    if ramp.closed:
        ended = say("adopted") if ramp.closed == "adopt" else say("abandoned")
        return say("This ramp is closed: the idea was {ended}. A new cycle of the idea begins"
                   " another ramp.", ended=ended)  # fmt: skip
    last = ramp.cycles[-1]
    if last.state == "planned":
        name = cycle_name(workbook, last)
        return say("{cycle}, is planned already. Change its plan.", cycle=name)
    idea = next((it for it in workbook.ideas if it.id == cycle.idea_id), None)
    return why_not_plan(idea) if idea is not None else ""


def why_not_plan_for(workbook: Workbook, idea_id: str) -> str:
    """Say why no cycle can be planned for an idea: the next of its open ramp, or a new ramp."""
    if there := planned_one(workbook, idea_id):
        name = cycle_name(workbook, there)
        return say("{cycle}, is planned already. Change its plan.", cycle=name)
    last = last_open(workbook, idea_id)
    return why_not_next(workbook, last) if last else ""


def why_not_park(workbook: Workbook, idea: Idea) -> str:
    """Say why an idea cannot go to the parking lot; empty when it can."""
    return _under_way(workbook, idea)


def _under_way(workbook: Workbook, idea: Idea) -> str:
    cycle = next((it for it in cycles_of(workbook, idea.id) if it.state in UNDER_WAY), None)
    if cycle is None:
        return ""
    name = cycle_name(workbook, cycle)
    return say("{cycle}, is under way. Decide or cancel it first.", cycle=name)


def why_not_mark(workbook: Workbook, idea: Idea, state: str, reason: str) -> str:
    """Say why an idea cannot be put into a state by hand; empty when it can.

    Its state follows from its cycles; without one under way the team can still adapt, adopt or
    abandon it, with the words that a cycle would ask for.
    """
    if idea.state == "parked":
        return "" if state == "proposed" else _parked(idea)
    if under_way := _under_way(workbook, idea):
        return under_way
    if state == "testing":
        return say("It is being tested from the moment when Do begins in one of its cycles.")
    if state == "proposed" and any(it.began for it in cycles_of(workbook, idea.id)):
        return say("It was tested already, so it is no longer only proposed.")
    asks = {
        "adapting": say("What changes? Say it before you adapt."),
        "adopted": say("How is it kept up? A change is adopted with how it will last."),
        "abandoned": say("What did you learn? An idea is abandoned with what it taught."),
    }
    return "" if reason.strip() else asks.get(state, "")

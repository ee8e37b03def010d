"""What is worth a second look in change ideas and their cycles (method, sections 5 to 7 and 9)."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final, NamedTuple

from ilead_studio.model import Cycle, Fault, Idea, Workbook
from ilead_studio.rules.advice_ground import Check, Ground, checked
from ilead_studio.rules.cycles import cycle_name
from ilead_studio.rules.learning import carried_up
from ilead_studio.rules.ramps import CLOSING, ramp_of
from ilead_studio.rules.theory_words import is_goal
from ilead_studio.words import say, short


class AmongIdeas(NamedTuple):
    """What checks ask of all ideas; ``alone`` is the idea that stands for all of one party."""

    ground: Ground
    alone: str


def idea_advice(ground: Ground) -> Iterator[Iterable[Fault]]:
    """Look at each change idea; what is parked is asked nothing."""
    here = AmongIdeas(ground, _one_party(ground.workbook))
    for idea in ground.workbook.ideas:
        if idea.state != "parked":
            yield checked(_OF_IDEAS, here, idea)


def cycle_advice(ground: Ground) -> Iterator[Iterable[Fault]]:
    """Look at each cycle."""
    for cycle in ground.workbook.cycles:
        yield checked(_OF_CYCLES, ground.workbook, cycle)


def _one_party(workbook: Workbook) -> str:
    """Return the first idea if all belong to one party: partnerships are we-centred (method, 9)."""
    live = [idea for idea in workbook.ideas if idea.state != "parked"]
    owners = {party for idea in live for party in idea.parties}
    if len(workbook.parties) < 2 or len(live) < 2 or len(owners) != 1:
        return ""
    return live[0].id if all(idea.parties for idea in live) else ""


def _without_driver(here: AmongIdeas, idea: Idea) -> str:
    if idea.id in here.ground.linked:
        return ""
    return say("The change idea “{text}” serves no driver.", text=idea.text)


def _goal(here: AmongIdeas, idea: Idea) -> str:
    if not here.ground.english or not is_goal(idea.text):
        return ""
    return say("“{text}” sounds like a goal: what will be done?", text=idea.text)


def _unmeasured(_here: AmongIdeas, idea: Idea) -> str:
    bare = next((it for it in idea.consequences if not it.measure), None)
    return say("Nothing measures yet whether “{text}” happens.", text=bare.text) if bare else ""


def _all_of_one(here: AmongIdeas, idea: Idea) -> str:
    if idea.id != here.alone:
        return ""
    name = next(it.name for it in here.ground.workbook.parties if it.id in idea.parties)
    return say("All change ideas belong to {party}.", party=name)


def _stopped(workbook: Workbook, cycle: Cycle) -> str:
    """Only adopt and abandon close a ramp, so any other decision asks for a next cycle."""
    if cycle.state != "decided" or cycle.decision in CLOSING:
        return ""
    ramp = ramp_of(workbook, cycle)
    idea = next(it for it in workbook.ideas if it.id == cycle.idea_id)
    if ramp.closed or ramp.cycles[-1] is not cycle:
        return ""
    if idea.state in ("parked", "adopted", "abandoned"):
        return ""
    return say("After {cycle}, nothing is planned yet.", cycle=cycle_name(workbook, cycle))


def _without_result(workbook: Workbook, cycle: Cycle) -> str:
    if cycle.state not in ("studying", "decided") or cycle.purpose == "information":
        return ""
    bare = next((it for it in cycle.questions if it.prediction and not it.match), None)
    if bare is None:
        return ""
    return say(
        "{cycle}: “{question}” has no answer beside its prediction.",
        cycle=cycle_name(workbook, cycle),
        question=short(bare.text),
    )


def _without_reason(workbook: Workbook, cycle: Cycle) -> str:
    """A cycle asks for a prediction with its reason for each question (method, section 7)."""
    if cycle.state not in ("planned", "doing"):
        return ""
    bare = next((it for it in cycle.questions if it.prediction and not it.reason), None)
    if bare is None:
        return ""
    return say(
        "{cycle}: say why you expect “{prediction}”.",
        cycle=cycle_name(workbook, cycle),
        prediction=short(bare.prediction),
    )


def _without_task(workbook: Workbook, cycle: Cycle) -> str:
    if cycle.state != "doing" or cycle.tasks:
        return ""
    name = cycle_name(workbook, cycle)
    return say("{cycle}: nobody is named for any task.", cycle=name)


def _not_carried_up(workbook: Workbook, cycle: Cycle) -> str:
    if cycle.state != "decided" or not cycle.learned or cycle.id in carried_up(workbook):
        return ""
    return say(
        "What {cycle}, taught is not kept as evidence by any driver or cause.",
        cycle=cycle_name(workbook, cycle),
    )


def _without_learning(workbook: Workbook, cycle: Cycle) -> str:
    if cycle.state != "decided" or cycle.learned:
        return ""
    return say("{cycle}: nobody wrote what was learned.", cycle=cycle_name(workbook, cycle))


_OF_IDEAS: Final[Mapping[str, Check[AmongIdeas, Idea]]] = {
    "idea-without-driver": _without_driver,
    "idea-is-goal": _goal,
    "consequence-without-measure": _unmeasured,
    "ideas-one-sided": _all_of_one,
}
_OF_CYCLES: Final[Mapping[str, Check[Workbook, Cycle]]] = {
    "prediction-without-reason": _without_reason,
    "cycle-without-task": _without_task,
    "prediction-without-result": _without_result,
    "learning-not-carried-up": _not_carried_up,
    "cycle-without-learning": _without_learning,
    "ramp-without-next": _stopped,
}

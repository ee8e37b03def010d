"""What cycles are called, the words for their states, and each prediction beside its result."""

from typing import NamedTuple

from ilead_studio.model import Amendment, Cycle, Idea, Question, Workbook
from ilead_studio.rules.days import moment_words, short_day, span_words
from ilead_studio.rules.kept import kept_by_identity
from ilead_studio.words import say, short


class Beside(NamedTuple):
    """A question with its frozen prediction, what was thought later, and what happened.

    ``last`` is the result of the same question in the cycle that it repeats.
    """

    question: Question
    amended: tuple[Amendment, ...]
    last: str


def cycle_with_id(workbook: Workbook, cycle_id: str) -> Cycle | None:
    """Return the cycle with an id; None when there is none."""
    return _cycles_by_id(workbook.cycles).get(cycle_id)


@kept_by_identity
def _cycles_by_id(cycles: tuple[Cycle, ...]) -> dict[str, Cycle]:
    return {cycle.id: cycle for cycle in cycles}


def cycle_name(workbook: Workbook, cycle: Cycle) -> str:
    """Return what a cycle is called anywhere: "“Text each Monday”, cycle 4"."""
    idea = tested(workbook, cycle)
    words = short(idea.text if idea else cycle.ref)
    return say("“{idea}”, {cycle}", idea=words, cycle=number_name(cycle))


def tested(workbook: Workbook, cycle: Cycle) -> Idea | None:
    """Return the idea that a cycle tests; None in a workbook that is not sound."""
    return _by_id(workbook.ideas).get(cycle.idea_id)


def parties_of(workbook: Workbook, cycle: Cycle) -> tuple[str, ...]:
    """Return whose a cycle is: its own parties, else those of its idea."""
    idea = tested(workbook, cycle)
    return cycle.parties or (idea.parties if idea else ())


@kept_by_identity
def _by_id(ideas: tuple[Idea, ...]) -> dict[str, Idea]:
    return {idea.id: idea for idea in ideas}


def number_name(cycle: Cycle) -> str:
    """Return what a cycle is called among those of its idea: "cycle 4", "ramp 2, cycle 1"."""
    if cycle.ramp == 1:
        return say("cycle {number}", number=cycle.number)
    return say("ramp {ramp}, cycle {number}", ramp=cycle.ramp, number=cycle.number)


def state_words(cycle: Cycle) -> str:
    """Say how far a cycle is: "planned", "doing", "in Study", "decided: adapt", "cancelled"."""
    match cycle.state:
        case "planned":
            return say("planned")
        case "doing":
            return say("doing")
        case "studying":
            return say("in Study")
        case "decided":
            return say("decided: {decision}", decision=decision_words(cycle.decision))
        case "cancelled":
            return say("cancelled")


def decision_words(decision: str) -> str:
    """Say a decision; empty for none."""
    return {
        "adapt": say("adapt"), "expand": say("expand"),
        "adopt": say("adopt"), "abandon": say("abandon"),
    }.get(decision, "")  # fmt: skip


def purpose_words(purpose: str) -> str:
    """Say what a cycle is for."""
    return {
        "information": say("Collect information"), "develop": say("Develop"),
        "test": say("Test"), "implement": say("Implement"),
    }[purpose]  # fmt: skip


def match_words(match: str) -> str:
    """Say how a prediction met its result; empty when nobody has judged it."""
    return {"matched": say("matched"), "partly": say("partly"), "not": say("not")}.get(match, "")


def frozen_words(cycle: Cycle) -> str:
    """Say when the predictions were frozen, and honestly so for a cycle that was on paper first."""
    if cycle.began is None:
        return ""
    if cycle.began.on_paper is not None:
        return say(
            "Written on paper {paper}, typed {typed}",
            paper=short_day(cycle.began.on_paper),
            typed=short_day(cycle.began.at),
        )
    return say("Predictions frozen {moment}", moment=moment_words(cycle.began.at))


def when_words(cycle: Cycle) -> str:
    """Say when a cycle was, or is planned to be: "2–20 Nov"."""
    return span_words(cycle.started or cycle.planned_start, cycle.ended or cycle.planned_end)


def beside(workbook: Workbook, cycle: Cycle) -> tuple[Beside, ...]:
    """Return each question of a cycle with its prediction beside its result."""
    repeated = {it.repeats for it in cycle.questions if it.repeats}
    asked = (it for other in workbook.cycles for it in other.questions) if repeated else ()
    last = {it.id: it.result for it in asked if it.id in repeated}
    return tuple(
        Beside(
            it,
            tuple(later for later in cycle.amendments if later.question_id == it.id),
            last.get(it.repeats or "", ""),
        )
        for it in cycle.questions
    )

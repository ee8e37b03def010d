"""What must hold of change ideas, PDSA cycles and the school calendar: a part of soundness."""

from collections.abc import Iterator

from ilead_studio.model.cycle import Cycle
from ilead_studio.model.workbook import Workbook
from ilead_studio.words import say

Said = tuple[str, str, str]
"""A rule's name, the id of an item, and a sentence."""


def said_of_cycles(workbook: Workbook) -> Iterator[Said]:
    """Find what does not hold between ideas, cycles, evidence and the calendar."""
    yield from _ideas(workbook)
    ideas = {idea.id for idea in workbook.ideas}
    asked = {question.id for cycle in workbook.cycles for question in cycle.questions}
    for cycle in workbook.cycles:
        if cycle.idea_id not in ideas:
            message = say("Cycle {ref} tests a change idea that is not there.", ref=cycle.ref)
            yield "idea-missing", cycle.id, message
        if any(it.repeats is not None and it.repeats not in asked for it in cycle.questions):
            message = say("Cycle {ref} repeats a question that is not there.", ref=cycle.ref)
            yield "question-missing", cycle.id, message
        yield from said_of_cycle(cycle)
    yield from _evidence(workbook)
    yield from _calendar(workbook)


def said_of_cycle(cycle: Cycle) -> Iterator[Said]:
    """Find what does not hold within one cycle.

    Predictions are frozen from Begin Do on; abandon carries a learning, adopt how the change is
    kept up (method, section 7).
    """
    if not _is_in_order(cycle):
        message = say("The state of cycle {ref} does not follow from its steps.", ref=cycle.ref)
        yield "cycle-state", cycle.id, message
    if cycle.decision == "abandon" and not cycle.learned:
        message = say("Cycle {ref} was abandoned: say what you learned from it.", ref=cycle.ref)
        yield "abandon-without-learning", cycle.id, message
    if cycle.decision == "adopt" and not cycle.kept_up:
        message = say("Cycle {ref} was adopted: say how the change is kept up.", ref=cycle.ref)
        yield "adopt-without-keeping", cycle.id, message
    own = {question.id for question in cycle.questions}
    if any(it.question_id not in own for it in cycle.amendments):
        message = say("Cycle {ref} amends a question that is not there.", ref=cycle.ref)
        yield "question-missing", cycle.id, message


def _is_in_order(cycle: Cycle) -> bool:
    """Tell whether what the commands leave behind fits to the state."""
    is_decided = cycle.state == "decided"
    if is_decided != bool(cycle.decision) or is_decided != (cycle.decided is not None):
        return False
    if cycle.began is None:
        answered = any(it.result or it.match for it in cycle.questions)
        return cycle.state in ("planned", "cancelled") and not (cycle.amendments or answered)
    return cycle.state != "planned"


def _ideas(workbook: Workbook) -> Iterator[Said]:
    if not any(idea.traces for idea in workbook.ideas):
        return
    causes = {cause.id for page in workbook.fishbones for cause in page.causes}
    for idea in workbook.ideas:
        if not causes.issuperset(idea.traces):
            message = say("{ref} answers a cause that is not there.", ref=idea.ref)
            yield "cause-missing", idea.id, message


def _evidence(workbook: Workbook) -> Iterator[Said]:
    """Find evidence of cycles that are not there."""
    cycles = {cycle.id for cycle in workbook.cycles}
    for it in workbook.evidence:
        if it.cycle_id is not None and it.cycle_id not in cycles:
            message = say("“{text}” comes from a cycle that is not there.", text=it.text)
            yield "cycle-missing", it.id, message


def _calendar(workbook: Workbook) -> Iterator[Said]:
    year = workbook.calendar
    if year.first and year.last and year.last < year.first:
        yield "calendar-turned", "", say("The school year ends before it begins.")
    for it in year.breaks:
        if it.last < it.first:
            message = say("“{name}” ends before it begins.", name=it.name)
            yield "break-turned", it.id, message

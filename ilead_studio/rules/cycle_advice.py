"""What is worth a second look in change ideas and their cycles (method, sections 5 to 7 and 9).

Advice never stops anybody; rule names are stable.
"""

import re
from collections.abc import Iterator
from typing import Final

from ilead_studio.model import Cycle, Fault, Idea, Workbook
from ilead_studio.rules.cycles import cycle_name
from ilead_studio.rules.learning import carried_up
from ilead_studio.rules.ramps import CLOSING, ramps
from ilead_studio.words import say, short

_GOAL: Final = re.compile(
    r"^(improve|increase|raise|reduce|decrease|achieve|reach|boost|ensure)\b"
    r"|\bby \d+ ?%|\d+ ?% of\b",
    re.IGNORECASE,
)
"""How goals begin; a change idea says what is done, so it begins with another verb."""


def cycle_advice(workbook: Workbook) -> Iterator[Fault]:
    """Find what is worth a look, idea by idea and then cycle by cycle."""
    linked = {link.source for theory in workbook.theories for link in theory.links}
    for idea in workbook.ideas:
        yield from _idea(workbook, idea, is_linked=idea.id in linked)
    yield from _one_party(workbook)
    taught = carried_up(workbook)
    for cycle in workbook.cycles:
        yield from _cycle(workbook, cycle, is_kept=cycle.id in taught)


def _idea(workbook: Workbook, idea: Idea, *, is_linked: bool) -> Iterator[Fault]:
    if not is_linked and idea.state != "parked":
        words = say("The change idea “{text}” serves no driver.", text=idea.text)
        yield Fault("idea-without-driver", idea.id, words)
    if _GOAL.search(idea.text) and idea.state != "parked":
        words = say("“{text}” sounds like a goal: what will be done?", text=idea.text)
        yield Fault("idea-is-goal", idea.id, words)
    for it in idea.consequences:
        if not it.measure and idea.state != "parked":
            words = say("Nothing measures yet whether “{text}” happens.", text=it.text)
            yield Fault("consequence-without-measure", idea.id, words)
    yield from _stopped(workbook, idea)


def _stopped(workbook: Workbook, idea: Idea) -> Iterator[Fault]:
    """Only adopt and abandon close a ramp, so any other decision asks for a next cycle."""
    if idea.state in ("parked", "adopted", "abandoned"):
        return
    for ramp in ramps(workbook, idea.id):
        last = ramp.cycles[-1]
        if last.state == "decided" and last.decision not in CLOSING and not ramp.closed:
            name = cycle_name(workbook, last)
            words = say("After {cycle}, nothing is planned yet.", cycle=name)
            yield Fault("ramp-without-next", last.id, words)


def _one_party(workbook: Workbook) -> Iterator[Fault]:
    """Partnerships are we-centred: tell when all ideas belong to one party (method, 9)."""
    if len(workbook.parties) < 2:
        return
    live = [idea for idea in workbook.ideas if idea.state != "parked"]
    owners = {party for idea in live for party in idea.parties}
    if len(live) > 1 and len(owners) == 1 and all(idea.parties for idea in live):
        name = next(it.name for it in workbook.parties if it.id in owners)
        words = say("All change ideas belong to {party}.", party=name)
        yield Fault("ideas-one-sided", live[0].id, words)


def _cycle(workbook: Workbook, cycle: Cycle, *, is_kept: bool) -> Iterator[Fault]:
    if cycle.state in ("planned", "doing"):
        yield from _plan(workbook, cycle)
    if cycle.state in ("studying", "decided") and cycle.purpose != "information":
        open_one = next((it for it in cycle.questions if it.prediction and not it.match), None)
        if open_one:
            words = say(
                "{cycle}: “{question}” has no answer beside its prediction.",
                cycle=cycle_name(workbook, cycle),
                question=short(open_one.text),
            )
            yield Fault("prediction-without-result", cycle.id, words)
    if cycle.state == "decided" and cycle.learned and not is_kept:
        words = say(
            "What {cycle}, taught is not kept as evidence by any driver or cause.",
            cycle=cycle_name(workbook, cycle),
        )
        yield Fault("learning-not-carried-up", cycle.id, words)
    if cycle.state == "decided" and not cycle.learned:
        words = say("{cycle}: nobody wrote what was learned.", cycle=cycle_name(workbook, cycle))
        yield Fault("cycle-without-learning", cycle.id, words)


def _plan(workbook: Workbook, cycle: Cycle) -> Iterator[Fault]:
    """A cycle asks for a prediction with its reason for each question (method, section 7)."""
    name = cycle_name(workbook, cycle)
    bare = next((it for it in cycle.questions if it.prediction and not it.reason), None)
    if bare:
        words = say(
            "{cycle}: say why you expect “{prediction}”.",
            cycle=name,
            prediction=short(bare.prediction),
        )
        yield Fault("prediction-without-reason", cycle.id, words)
    if cycle.state == "doing" and not cycle.tasks:
        words = say("{cycle}: nobody is named for any task.", cycle=name)
        yield Fault("cycle-without-task", cycle.id, words)

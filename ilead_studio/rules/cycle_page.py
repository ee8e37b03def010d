"""What the page of a cycle says besides its fields, and which cycle somebody comes for."""

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from ilead_studio.model import Amendment, Cause, Cycle, Driver, Idea, Question, Speaks, Workbook
from ilead_studio.rules.cycles import (
    decision_words,
    number_name,
    parties_of,
    purpose_words,
    state_words,
    tested,
    when_words,
)
from ilead_studio.rules.days import moment_words, short_day
from ilead_studio.rules.ideas import party_words
from ilead_studio.rules.kept import keeping
from ilead_studio.rules.learning import findings
from ilead_studio.rules.overdue import overdue
from ilead_studio.rules.ramps import UNDER_WAY, cycles_of, ramps
from ilead_studio.rules.trace import original
from ilead_studio.words import count, say


class About(NamedTuple):
    """A driver or a cause about which a cycle may speak; ``speaks`` is empty while it does not."""

    item_id: str
    ref: str
    text: str
    is_driver: bool
    speaks: Speaks | Literal[""]
    note: str


class Stair(NamedTuple):
    """A cycle as a step of its ramp: its name, its scale, and when it was with how it ended."""

    cycle_id: str
    name: str
    scale: str
    words: str


def page_title(cycle: Cycle) -> str:
    """Return the title of a cycle's page: "Cycle 4: does a text get the step done?"."""
    name = capital(number_name(cycle))
    return say("{cycle}: {objective}", cycle=name, objective=cycle.objective) if (
        cycle.objective
    ) else name  # fmt: skip


def page_about(cycle: Cycle) -> str:
    """Say what a cycle is for, its reference, how far it is, and whose: "Test · P11 · doing"."""
    owner = say("owner: {role}", role=cycle.owner) if cycle.owner else ""
    parts = (purpose_words(cycle.purpose), cycle.ref, state_words(cycle), owner, cycle.site)
    return " · ".join(filter(None, parts))


def stair(cycle: Cycle) -> Stair:
    """Return a cycle as a step of its ramp: "Cycle 1", "1 family", "28 Sep – 2 Oct · adapt"."""
    ended = ended_words(cycle)
    if cycle.state == "studying" and cycle.decide_by:
        ended = say("decide by {day}", day=short_day(cycle.decide_by))
    words = " · ".join(filter(None, (when_words(cycle), ended)))
    return Stair(cycle.id, say("Cycle {number}", number=cycle.number), cycle.scale, words)


def amended_words(amendment: Amendment, question: Question) -> str:
    """Say what was thought later beside the frozen words: "24 Nov, 10:42: half · frozen: all"."""
    because = say("because {reason}", reason=amendment.reason) if amendment.reason else ""
    now = ", ".join(filter(None, (amendment.prediction, because)))
    old = question.prediction or say("no prediction")
    at = moment_words(amendment.at)
    return say("Amended {at}: {now} · frozen words: {old}", at=at, now=now, old=old)


def idea_about(workbook: Workbook, idea: Idea) -> str:
    """Say how far an idea is: "I4 · testing · 3 cycles"."""
    number = len(cycles_of(workbook, idea.id))
    many = count(number, "{number} cycle", "{number} cycles") if number else say("no cycle yet")
    return " · ".join((idea.ref, idea_state_words(idea), many))


def idea_state_words(idea: Idea) -> str:
    """Say the state of an idea."""
    return {
        "proposed": say("proposed"), "testing": say("testing"), "adapting": say("adapting"),
        "adopted": say("adopted"), "abandoned": say("abandoned"), "parked": say("parked"),
    }[idea.state]  # fmt: skip


def capital(words: str) -> str:
    """Return words that begin with a capital."""
    return words[:1].upper() + words[1:]


def asked_about(workbook: Workbook, cycle: Cycle) -> tuple[About, ...]:
    """Return the drivers and causes about which a cycle can speak.

    They are what its idea serves and traces, the causes that those drivers answer, and whatever
    else it speaks about already. Drivers come before causes; a linked copy is its original.
    """
    said = {it.item_id: it for it in findings(workbook, cycle.id)}
    near = {it.id: it for it in _near(workbook, cycle)}
    found = [
        About(
            it.id, it.ref, it.text, isinstance(it, Driver),
            said[it.id].speaks if it.id in said else "",
            said[it.id].note if it.id in said else "",
        )
        for it in near.values()
    ]  # fmt: skip
    found += [About(*it) for it in said.values() if it.item_id not in near]
    return tuple(sorted(found, key=lambda it: not it.is_driver))


def _near(workbook: Workbook, cycle: Cycle) -> Iterator[Driver | Cause]:
    idea = tested(workbook, cycle)
    served = {
        link.target for page in workbook.theories for link in page.links
        if link.source == cycle.idea_id
    }  # fmt: skip
    drivers = [it for page in workbook.theories for it in page.drivers if it.id in served]
    yield from drivers
    named = {it for driver in drivers for it in driver.answers} | {*(idea.traces if idea else ())}
    causes = {it.id: it for page in workbook.fishbones for it in page.causes} if named else {}
    for it in causes.values():
        if it.id in named:
            yield causes[original(it)]


def as_its_idea(workbook: Workbook, cycle: Cycle) -> str:
    """Say whose a cycle is that has no party of its own: "As its idea: Riverbend"; else nothing."""
    whose = party_words(parties_of(workbook, cycle), workbook.parties)
    if cycle.parties or not workbook.parties:
        return ""
    return say("As its idea: {parties}", parties=whose) if whose else say("As its idea: nobody yet")


def wanted(workbook: Workbook, today: date) -> str:
    """Return the cycle for which somebody comes: the latest overdue one, else what is under way.

    Else it is the next planned one, or the last of all; empty when there is none.
    """
    if late := overdue(workbook, today):
        return late[0].cycle_id
    for states in (UNDER_WAY, ("planned",)):
        if found := [it for it in workbook.cycles if it.state in states]:
            return found[0].id
    return workbook.cycles[-1].id if workbook.cycles else ""


class CycleRow(NamedTuple):
    """A cycle in the list of ramps: "P3 · Cycle 3 · planned", and a sign for its state."""

    id: str
    words: str
    sign: str


class IdeaRow(NamedTuple):
    """A change idea in the list of ramps, with its cycles."""

    id: str
    words: str
    cycles: tuple[CycleRow, ...]


def ramp_rows(workbook: Workbook) -> tuple[IdeaRow, ...]:
    """Return the list of ramps: ideas with their cycles; a parked idea only if it was tested."""
    rows = (
        IdeaRow(idea.id, idea.text, tuple(
            _row(cycle) for ramp in ramps(workbook, idea.id) for cycle in ramp.cycles))
        for idea in workbook.ideas
    )  # fmt: skip
    parked = {idea.id for idea in workbook.ideas if idea.state == "parked"}
    return tuple(row for row in rows if row.cycles or row.id not in parked)


@keeping(1_000)
def _row(cycle: Cycle) -> CycleRow:
    parts = (cycle.ref, capital(number_name(cycle)), ended_words(cycle))
    return CycleRow(cycle.id, " · ".join(parts), _sign(cycle))


def ended_words(cycle: Cycle) -> str:
    """Say what was decided, else how far a cycle is: "adapt", "planned"."""
    return decision_words(cycle.decision) or state_words(cycle)


def _sign(cycle: Cycle) -> str:
    if cycle.decision == "abandon":
        return "archive"
    return {
        "planned": "clipboard-text", "doing": "refresh", "studying": "refresh",
        "decided": "check", "cancelled": "x",
    }[cycle.state]  # fmt: skip

"""The change ideas as a table in the order of the theory, and lines to write new ones on."""

from typing import Final

from ilead_studio.model import Driver, Idea, Workbook
from ilead_studio.packet.blocks import Block, Cell, Column, Heading, Table, Text, plain
from ilead_studio.packet.cells import said
from ilead_studio.packet.given import Given
from ilead_studio.packet.leaf import Leaf
from ilead_studio.packet.references import (
    cause_refs,
    named_in,
    own_ref,
    refs_cell,
    served_refs,
)
from ilead_studio.rules.calendar_rows import party_words
from ilead_studio.rules.ideas import kind_words, state_words
from ilead_studio.rules.ideas_by_driver import ideas_by_driver
from ilead_studio.rules.kept import kept_by_identity
from ilead_studio.rules.learning import served
from ilead_studio.rules.ramps import cycles_of
from ilead_studio.words import count, say

_NEW: Final = 4
"""Lines for new ideas, at least."""


def ideas_page(given: Given) -> tuple[Leaf, ...]:
    """Return the table and the lines; the lines alone while there are no ideas."""
    workbook, title = given.workbook, say("Change ideas")
    ideas = {it.id: it for it in workbook.ideas}
    shown = [ideas[it.id] for it in ideas_by_driver(workbook) if it.is_idea]
    shown = [it for it in dict.fromkeys(shown) if it.state != "parked"]
    table: tuple[Block, ...] = (_table(workbook, shown),) if shown else ()
    theories = workbook.theories
    ref = theories[0].ref if len(theories) == 1 else ""
    return (Leaf(title, title, (*table, *_new()), (plain(_about(workbook, len(shown))),), ref),)


def _about(workbook: Workbook, shown: int) -> str:
    """Say how many there are, and how many wait in the parking lot."""
    told = count(shown, "{number} idea, in the order of the theory.",
                 "{number} ideas, in the order of the theory.")  # fmt: skip
    parked = sum(it.state == "parked" for it in workbook.ideas)
    if not shown:
        told = say("There are no change ideas yet.")
    if not parked:
        return told
    waits = count(
        parked,
        "{number} early solution waits in the parking lot and is not printed.",
        "{number} early solutions wait in the parking lot and are not printed.",
    )
    return f"{told} {waits}"


def _table(workbook: Workbook, ideas: list[Idea]) -> Table:
    columns = (
        Column(say("Ref"), 26),
        Column(say("Change idea"), 138),
        Column(say("Kind"), 60),
        Column(say("Serves"), 52),
        Column(say("Answers"), 56),
        Column(say("Belongs to"), 60),
        Column(say("State"), 54),
        Column(say("Cycles"), 52),
    )
    summary = say("Change ideas with what they serve and answer, whose they are, and their cycles")
    return Table(summary, columns, tuple(_row(workbook, it) for it in ideas), head=1)


def _row(workbook: Workbook, idea: Idea) -> tuple[Cell, ...]:
    return (
        own_ref(idea.ref),
        said(idea.text, say("no words yet")),
        said(kind_words(idea.kind).lower()) if idea.kind else said("", say("not said yet")),
        refs_cell(served_refs(workbook).get(idea.id, ())),
        refs_cell(answered(workbook, idea)),
        said(party_words(workbook, idea.parties), say("nobody yet")),
        said(state_words(idea.state)),
        refs_cell([it.ref for it in cycles_of(workbook, idea.id)]),
    )


def answered(workbook: Workbook, idea: Idea) -> tuple[str, ...]:
    """Return the causes that an idea traces itself, else those that its drivers answer."""
    known = cause_refs(workbook)
    if idea.traces:
        return named_in(known, idea.traces)
    answers = _answers(workbook)
    return named_in(known, (cause for it in answers.get(idea.id, ()) for cause in it.answers))


@kept_by_identity
def _answers(workbook: Workbook) -> dict[str, tuple[Driver, ...]]:
    """Return the drivers that each idea serves directly."""
    drivers = {it.id: it for page in workbook.theories for it in page.drivers}
    return {idea: tuple(drivers[it] for it in above) for idea, above in served(workbook).items()}


def _new() -> tuple[Block, ...]:
    columns = (
        Column(say("Line"), 26),
        Column(say("Change idea"), 262),
        Column(say("Which driver"), 84),
        Column(say("Who could try it"), 126),
    )
    asked = say(
        "One idea a line, as something one person could do next week. "
        "References are given when the page comes back."
    )
    return (
        Heading(plain(say("Write new ideas here"))),
        Text(plain(asked)),
        Table(say("Empty lines for new ideas"), columns, (), write=_NEW, numbered=True, fill=True),
    )

"""A PDSA cycle as it is written: predictions beside results, four quarters, and room for more."""

from ilead_studio.model import Cycle, Workbook
from ilead_studio.packet.blocks import Block, Lines, Run, Text, Words, plain
from ilead_studio.packet.form_parts import Paper, about_idea, band, facts, quarters
from ilead_studio.packet.given import Given
from ilead_studio.packet.leaf import Leaf
from ilead_studio.rules.cycle_page import amended_words
from ilead_studio.rules.cycles import (
    beside,
    frozen_words,
    purpose_words,
    state_words,
    tested,
)
from ilead_studio.rules.days import year_day
from ilead_studio.rules.form_fields import said_in_form
from ilead_studio.words import capital, say


def cycle_page(given: Given) -> tuple[Leaf, ...]:
    """Return a page for a cycle, or for every one that was not cancelled."""
    cycles = given.workbook.cycles
    if given.of:
        return tuple(_leaf(given, it) for it in cycles if it.id == given.of)
    return tuple(_leaf(given, it) for it in cycles if it.state != "cancelled")


def _leaf(given: Given, cycle: Cycle) -> Leaf:
    book = given.workbook
    paper = Paper(cycle.ref, cycle.ref, said_in_form(book, cycle), asks=False)
    title = say("PDSA cycle {ref}", ref=cycle.ref)
    first, second = quarters(paper)
    asked: tuple[Block, ...] = (
        (*band(paper, large=given.large), *_later(book, cycle)) if cycle.questions else ()
    )
    return Leaf(
        name=title, title=title,
        about=tuple(filter(None, (
            plain(_state(cycle)), about_idea(book, tested(book, cycle), cycle),
        ))),
        blocks=(
            facts(paper, str(cycle.number)), Text(_purpose(cycle)), *asked, first, second,
            Lines(0, say("Written by hand at the meeting")),
        ),
        mark=(cycle.ref, year_day(given.today)),
    )  # fmt: skip


def _state(cycle: Cycle) -> str:
    """Say how far it is: "Decided: expand, on 20 Nov 2026."."""
    state = capital(state_words(cycle))
    if cycle.decided is None:
        return say("{state}.", state=state)
    return say("{state}, on {day}.", state=state, day=year_day(cycle.decided))


def _purpose(cycle: Cycle) -> Words:
    """Say what it is for, what it is to find out, and when its predictions were frozen."""
    words: Words = (
        Run(say("Purpose: "), "strong"), Run(purpose_words(cycle.purpose).lower()), Run(". ")
    )  # fmt: skip
    if cycle.objective:
        words += (Run(say("We want to find out: "), "strong"), Run(f"{cycle.objective} "))
    if cycle.cancelled_why:
        words += (Run(say("Cancelled: "), "strong"), Run(f"{cycle.cancelled_why} "))
    frozen = frozen_words(cycle)
    return (*words, Run(say("{words}.", words=frozen))) if frozen else words


def _later(workbook: Workbook, cycle: Cycle) -> tuple[Text, ...]:
    """Return what was thought later about frozen predictions."""
    said = (
        (number, later, it.question)
        for number, it in enumerate(beside(workbook, cycle), 1)
        for later in it.amended
    )
    return tuple(
        Text(plain(say("{number}: {words}", number=number,
                       words=amended_words(later, question))), "note")
        for number, later, question in said
    )  # fmt: skip

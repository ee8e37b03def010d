"""The ramps of ideas: their cycles as steps that rise, the next one open for writing."""

from collections.abc import Iterator
from typing import Final

from ilead_studio.drawing.ramp import LONGEST, MOST, Stair, draw_ramp
from ilead_studio.model import Cycle, Idea
from ilead_studio.packet.blocks import (
    Block,
    Heading,
    Item,
    Lines,
    Listing,
    Run,
    Sketch,
    Text,
    Words,
    plain,
    refs,
)
from ilead_studio.packet.given import Given
from ilead_studio.packet.leaf import Leaf
from ilead_studio.packet.page_words import cut
from ilead_studio.packet.references import after, served_refs
from ilead_studio.rules.cycle_page import ended_words
from ilead_studio.rules.cycles import decision_words, number_name, when_words
from ilead_studio.rules.outline import Role, Row
from ilead_studio.rules.ramps import Ramp, ramps
from ilead_studio.words import count, say

_LEAST: Final = 300.0
"""Points of a sheet in which steps have room for their words."""
_NEXT: Final = "next"
"""Stands for the id of a cycle that is not planned yet."""


def ramps_page(given: Given) -> tuple[Leaf, ...]:
    """Return a page for each idea that has cycles, or for the one that is asked for."""
    found = (
        (idea, ramps(given.workbook, idea.id))
        for idea in given.workbook.ideas if given.of in ("", idea.id)
    )  # fmt: skip
    return tuple(_leaf(given, idea, its) for idea, its in found if its)


def _leaf(given: Given, idea: Idea, its: tuple[Ramp, ...]) -> Leaf:
    workbook = given.workbook
    served = refs(served_refs(workbook).get(idea.id, ()))
    number = sum(len(it.cycles) for it in its)
    told = count(number, "{number} cycle.", "{number} cycles, each with more people or others.")
    about = (
        *after(say("Change idea"), (Run(idea.ref, "ref"),)),
        *((Run(" "), *after(say("serves"), served)) if served else ()),
        Run(f". {told} "), Run(say("Only adopt or abandon ends a ramp.")),
    )  # fmt: skip
    blocks = tuple(block for it in its for block in _ramp(it, len(its) > 1, large=given.large))
    if its[-1].closed and not given.large:  # its steps leave room, and nobody writes on them
        blocks += (Lines(0, say("Written by hand at the meeting")),)
    name, title = (say("Ramp: {idea}", idea=it) for it in (cut(idea.text, 38), idea.text))
    return Leaf(name, title, blocks, (about,), idea.ref, wide=not given.large)


def _ramp(ramp: Ramp, is_one_of: bool, *, large: bool) -> Iterator[Block]:
    if is_one_of:
        yield Heading(plain(say("Ramp {number}", number=ramp.number)))
    steps = [_stair(it) for it in ramp.cycles]
    if not ramp.closed and not steps[-1].is_open:
        steps.append(_next())
    if large:
        yield from _in_words(ramp.cycles)
        return
    for at in range(0, len(steps), MOST):
        part = tuple(steps[at : at + MOST])
        yield Sketch(draw_ramp, (part,), _told(part), tuple(map(_row, part)), _LEAST)
    long = [it for it in ramp.cycles if any(len(text) > LONGEST for _, text in _what(it))]
    if long:
        yield Heading(plain(say("In full")))
        yield from _in_words(tuple(long))


def _what(cycle: Cycle) -> tuple[tuple[str, str], ...]:
    """Return what a cycle taught and what was decided, under their labels."""
    decided = decision_words(cycle.decision)
    more = cycle.changes or cycle.kept_up
    act = ": ".join(filter(None, (decided, more)))
    return ((say("Learned"), cycle.learned), (say("Act"), act))


def _stair(cycle: Cycle) -> Stair:
    state = ", ".join((number_name(cycle), ended_words(cycle)))
    is_open = cycle.state in ("planned", "doing", "studying")
    told = tuple(it for it in _what(cycle) if it[1] or is_open)
    scale = cycle.scale or say("no scale yet")
    is_planned = cycle.state == "planned"
    return Stair(cycle.id, cycle.ref, state, scale, when_words(cycle), told, is_open, is_planned)


def _next() -> Stair:
    told = ((say("How large, when, where"), ""), (say("Learned"), ""), (say("Act"), ""))
    return Stair(_NEXT, "", say("next cycle, not planned yet"), "", "", told, True, True)


def _row(step: Stair) -> Row:
    """Return a step as it is read out: all its words in order."""
    said = [step.ref, step.state, step.scale, step.when]
    said += [f"{label}: {text or say('to be written')}" for label, text in step.told]
    words = ". ".join(it for it in said if it)
    return Row(step.id, step.ref, words, "", Role.IDEA, 0, None, 1, 1, 0)


def _told(steps: tuple[Stair, ...]) -> str:
    return say("Steps that rise: {refs}", refs=", ".join(it.ref or it.state for it in steps))


def _in_words(cycles: tuple[Cycle, ...]) -> Iterator[Block]:
    yield Listing(tuple(map(_item, cycles)), "ref")
    if cycles[-1].state == "planned":
        yield Lines(3, say("What the planned cycle taught"))


def _item(cycle: Cycle) -> Item:
    step = _stair(cycle)
    head: Words = (Run(step.scale, "strong"), Run(f" · {step.state}"))
    when = (Text(plain(step.when), "small"),) if step.when else ()
    told = tuple(
        Text((Run(f"{label}. ", "strong"), Run(text)), "small") for label, text in step.told if text
    )
    return Item(head, step.ref, (*when, *told))

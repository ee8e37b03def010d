"""What is worth a second look: advice, never a verdict, and it never stops anybody.

``advice_rules`` says why each rule asks; the checks stand with what they look at. Nothing is asked
while somebody types: the window looks in slices when it is idle.
"""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from ilead_studio.model import Fault, Workbook
from ilead_studio.rules.advice_ground import ground_of
from ilead_studio.rules.advice_rules import SECTIONS, Section, rules
from ilead_studio.rules.cause_advice import fishbone_advice
from ilead_studio.rules.cycle_advice import cycle_advice, idea_advice
from ilead_studio.rules.measure_advice import measure_advice
from ilead_studio.rules.theory_advice import theory_advice


class Advice(NamedTuple):
    """What is worth a look, and what would be but was dismissed; each in the order of telling.

    ``every`` is both together.
    """

    open: tuple[Fault, ...] = ()
    dismissed: tuple[Fault, ...] = ()
    every: tuple[Fault, ...] = ()


def advice(workbook: Workbook) -> tuple[Fault, ...]:
    """Return what is worth a look: roots, then wording, then gaps, each in reading order."""
    return looked_at(workbook).open


def looked_at(workbook: Workbook) -> Advice:
    """Return what is worth a look, and what was dismissed."""
    found = _Found()
    found.take(chain.from_iterable(_rounds(workbook)))
    return sorted_out(workbook, found.in_order())


def advice_in_slices(workbook: Workbook) -> Iterator[Advice | None]:
    """Look at one thing after the other: None after each, and at last what was found."""
    found = _Found()
    for some in _rounds(workbook):
        found.take(some)
        yield None
    yield sorted_out(workbook, found.in_order())


def sorted_out(workbook: Workbook, every: tuple[Fault, ...]) -> Advice:
    """Tell what was found anew, without and with what is dismissed now."""
    if not workbook.dismissed:
        return Advice(every, (), every)
    said = {(it.rule, it.item_id) for it in workbook.dismissed}
    left = tuple(it for it in every if (it.rule, it.item) not in said)
    return Advice(left, tuple(it for it in every if (it.rule, it.item) in said), every)


def _rounds(workbook: Workbook) -> Iterator[Iterable[Fault]]:
    """Go through everything that is looked at; what comes is looked at when it is read."""
    ground = ground_of(workbook)
    yield ()
    for look in (fishbone_advice, theory_advice, idea_advice, cycle_advice, measure_advice):
        yield from look(ground)


class _Found:
    """What was found so far, by its section: sorting thousands at the end would take too long."""

    def __init__(self) -> None:
        self._sections: dict[Section, list[Fault]] = {section: [] for section in SECTIONS}
        self._table = rules()

    def take(self, some: Iterable[Fault]) -> None:
        """Keep what was found next."""
        for it in some:
            self._sections[self._table[it.rule].section].append(it)

    def in_order(self) -> tuple[Fault, ...]:
        """Return all in the order of telling."""
        return tuple(chain.from_iterable(self._sections.values()))

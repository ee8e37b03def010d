"""What is worth a second look: advice, never a verdict, and it never stops anybody.

``advice_rules`` says why each rule asks; the checks stand with what they look at. Nothing is asked
while somebody types: the window looks in slices when it is idle.
"""

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Final, NamedTuple

from ilead_studio.model import Fault, Workbook
from ilead_studio.rules.advice_ground import ground_of
from ilead_studio.rules.advice_rules import SECTIONS, Section, rules
from ilead_studio.rules.cause_advice import fishbone_advice
from ilead_studio.rules.cycle_advice import cycle_advice, idea_advice
from ilead_studio.rules.theory_advice import theory_advice

_SLICE: Final = 50
"""Records that are looked at before whoever waits may go on."""


class Advice(NamedTuple):
    """What is worth a look, and what would be but was dismissed; each in the order of telling."""

    open: tuple[Fault, ...] = ()
    dismissed: tuple[Fault, ...] = ()


def advice(workbook: Workbook) -> tuple[Fault, ...]:
    """Return what is worth a look: roots, then wording, then gaps, each in reading order."""
    return looked_at(workbook).open


def looked_at(workbook: Workbook) -> Advice:
    """Return what is worth a look, and what was dismissed."""
    found = _Found()
    found.take(chain.from_iterable(_rounds(workbook)))
    return found.sorted_out(workbook)


def advice_in_slices(workbook: Workbook) -> Iterator[Advice | None]:
    """Look at a workbook in short slices: None after each, and at last what was found."""
    found, rounds = _Found(), _rounds(workbook)
    while some := tuple(islice(rounds, _SLICE)):
        found.take(chain.from_iterable(some))
        yield None
    yield found.sorted_out(workbook)


def _rounds(workbook: Workbook) -> Iterator[Iterable[Fault]]:
    """Go through everything that is looked at; what comes is looked at when it is read."""
    ground = ground_of(workbook)
    return chain(
        fishbone_advice(ground), theory_advice(ground), idea_advice(ground), cycle_advice(ground)
    )


class _Found:
    """What was found so far, by its section: sorting thousands at the end would take too long."""

    def __init__(self) -> None:
        self._sections: dict[Section, list[Fault]] = {section: [] for section in SECTIONS}
        self._table = rules()

    def take(self, some: Iterable[Fault]) -> None:
        """Keep what was found next."""
        for it in some:
            self._sections[self._table[it.rule].section].append(it)

    def sorted_out(self, workbook: Workbook) -> Advice:
        """Return all in the order of telling, without and with what was dismissed."""
        every = tuple(chain.from_iterable(self._sections.values()))
        if not workbook.dismissed:
            return Advice(every)
        said = {(it.rule, it.item_id) for it in workbook.dismissed}
        left = tuple(it for it in every if (it.rule, it.item) not in said)
        return Advice(left, tuple(it for it in every if (it.rule, it.item) in said))

"""Ties between records: parties, evidence, causes and problems that are named must be there.

A part of ``soundness.faults``.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from graphlib import CycleError, TopologicalSorter
from itertools import chain
from typing import Final

from ilead_studio.model.dismissed import Dismissed
from ilead_studio.model.driver import Driver
from ilead_studio.model.fault import Fault
from ilead_studio.model.fishbone import Cause
from ilead_studio.model.partnership import FACILITATOR
from ilead_studio.model.problem import Problem, ProblemTie
from ilead_studio.model.workbook import AnyRecord, Workbook, advised, groups, pages
from ilead_studio.words import say, short

PROBLEM_TIES: Final[tuple[ProblemTie, ...]] = ("part_of", "depends_on")
"""The fields in which a problem names other problems."""


def loose_ties(workbook: Workbook) -> Iterator[Fault]:
    """Find names of parties, evidence, causes and problems that are not there."""
    parties = {party.id for party in workbook.parties}
    for group in groups(workbook):
        yield from _parties(group, parties | {FACILITATOR})
    yield from _gains(workbook, parties)
    yield from _evidence(workbook)
    yield from _answers(workbook)
    yield from _problems(workbook)
    yield from _dismissed(workbook)
    yield from _printed(workbook)
    for tie in PROBLEM_TIES:
        yield from _round(workbook, tie)


def _parties(group: Sequence[AnyRecord], known: set[str]) -> Iterator[Fault]:
    """Look at a group of one kind: to whom its records belong, and who may see them."""
    fields = type(group[0]).model_fields.keys() if group else set[str]()
    for field in ("parties", "only_for", "party_id", "viewer"):
        for it in group if field in fields else ():
            value: str | tuple[str, ...] | None = getattr(it, field)
            if value and not known.issuperset((value,) if isinstance(value, str) else value):
                message = say("{name} belongs to a party that is not there.", name=_name(it))
                yield Fault("party-missing", it.id, message)


def _gains(workbook: Workbook, known: set[str]) -> Iterator[Fault]:
    for theory in workbook.theories:
        named = [gain.party_id for gain in theory.gains]
        if not known.issuperset(named) or len(set(named)) < len(named):
            message = say("What a party gains in {ref} is said of a party that is not there, or"
                          " twice.", ref=theory.ref)  # fmt: skip
            yield Fault("gain-misplaced", theory.id, message)


def _evidence(workbook: Workbook) -> Iterator[Fault]:
    known = {it.id for it in workbook.evidence}
    for it in citing(workbook):
        if not known.issuperset(cited.evidence_id for cited in it.cites):
            message = say("{name} cites evidence that is not there.", name=_name(it))
            yield Fault("evidence-missing", it.id, message)


def citing(workbook: Workbook) -> Iterator[Problem | Cause | Driver]:
    """Return everything that cites evidence."""
    causes = (page.causes for page in workbook.fishbones)
    drivers = (page.drivers for page in workbook.theories)
    every: Iterable[Problem | Cause | Driver]
    every = chain(workbook.problems, chain.from_iterable(causes), chain.from_iterable(drivers))
    return (it for it in every if it.cites)


def _answers(workbook: Workbook) -> Iterator[Fault]:
    known = {cause.id for page in workbook.fishbones for cause in page.causes}
    for page in workbook.theories:
        for driver in page.drivers:
            if driver.answers and not known.issuperset(driver.answers):
                message = say("{ref} answers a cause that is not there.", ref=driver.ref)
                yield Fault("cause-missing", driver.id, message)


def _problems(workbook: Workbook) -> Iterator[Fault]:
    known = {problem.id for problem in workbook.problems}
    for page in pages(workbook):
        if page.problem_id is not None and page.problem_id not in known:
            message = say("{ref} belongs to a problem that is not there.", ref=page.ref)
            yield Fault("problem-missing", page.id, message)
    for problem in workbook.problems:
        for named in (problem.part_of, problem.depends_on):
            if not known.issuperset(named) or any(it > 1 for it in Counter(named).values()):
                message = say("{name} names a problem that is not there, or one twice.",
                              name=_name(problem))  # fmt: skip
                yield Fault("problem-missing", problem.id, message)


def _dismissed(workbook: Workbook) -> Iterator[Fault]:
    """Find advice that was dismissed of something that is not there, or twice."""
    known, seen = advised(workbook) if workbook.dismissed else frozenset(), set[Dismissed]()
    for it in workbook.dismissed:
        if it.item_id not in known or it in seen:
            message = say("Advice was dismissed twice, or of something that is not there.")
            yield Fault("dismissal-misplaced", it.item_id, message)
        seen.add(it)


def _printed(workbook: Workbook) -> Iterator[Fault]:
    """Find packets that print a page of something that is not there."""
    named = {page.of for packet in workbook.packets for page in packet.pages} - {None}
    lost = named.difference(it.id for group in groups(workbook) for it in group) if named else named
    for packet in workbook.packets:
        if any(page.of in lost for page in packet.pages):
            message = say("{name} prints something that is not there.", name=_name(packet))
            yield Fault("printed-missing", packet.id, message)


def _round(workbook: Workbook, tie: ProblemTie) -> Iterator[Fault]:
    """Find problems that are part of themselves, or depend on themselves."""
    named = {it.id: getattr(it, tie) for it in workbook.problems if getattr(it, tie)}
    try:
        TopologicalSorter(named).prepare()
    except CycleError as error:
        message = say("Problems of practice lead round in a circle.")
        yield Fault("problem-circle", error.args[1][0], message)


def _name(record: AnyRecord) -> str:
    """Return the reference of a record, or else its first words."""
    words = getattr(record, "text", "") or getattr(record, "name", "")
    return getattr(record, "ref", "") or say("“{words}”", words=short(words))

"""Lists of several things that both sides of a merge changed: only what clashes in them is chosen.

A list is one value of its record. Where one entry of it clashes, the other entries of both sides
come all the same, whichever side is chosen for that one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ilead_studio.model import Measure, Record
from ilead_studio.model.measure import Reading as Figure
from ilead_studio.rules.days import year_day
from ilead_studio.rules.difference import Change
from ilead_studio.rules.measures import reading_words
from ilead_studio.rules.merge_lists import United, united
from ilead_studio.rules.merge_units import Unit
from ilead_studio.rules.records import Reading
from ilead_studio.words import say


@dataclass(frozen=True, eq=False)
class Parted:
    """A list of theirs in two: what comes beside mine anyway, and what has to be chosen.

    Either can be missing. ``mine`` and ``theirs`` tell what clashes; readings in ``said``.
    """

    comes: Unit | None
    chosen: Unit | None
    mine: Change
    theirs: Change
    said: tuple[tuple[str, ...], tuple[str, ...]] | None = None


def parted(unit: Unit, against: Sequence[Unit], mine: Reading, *, contested: bool) -> Parted | None:
    """Return a unit of theirs in two; None if it is no list, or belongs together with more.

    What a ``contested`` one began with is not known: what only one side has was put there.
    """
    change, record = unit.changes[0], mine.records.get(unit.changes[0].key)
    alone = (unit, *against) if not contested else (unit,)
    if record is None or not all(_is_only(it, change) for it in alone):
        return None
    here = getattr(record, change.field)
    found = united(change.field, () if contested else change.was, here, change.now)
    return _parted(change, record, here, found) if found else None


def _is_only(unit: Unit, change: Change) -> bool:
    """Tell whether a unit changes nothing but that field."""
    one = unit.changes[0]
    return len(unit.changes) == 1 and bool(one.field) and _at(one) == _at(change)


def _at(change: Change) -> tuple[object, str]:
    return change.key, change.field


def _parted(change: Change, record: Record, here: object, found: United) -> Parted:
    def other(was: object, now: object) -> Change:
        return Change("changed", change.key, change.field, was, now)

    comes = Unit((other(here, found.mine),)) if found.mine != here else None
    chosen = Unit((other(change.was, found.theirs),)) if found.clashes else None
    was, own, their = (tuple(it for it in side if it) for side in zip(*found.clashes, strict=True)
                       ) if found.clashes else ((), (), ())  # fmt: skip
    said = _figures(record, found) if isinstance(record, Measure) else None
    return Parted(comes, chosen, other(was, own), other(was, their), said)


def _figures(measure: Measure, found: United) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Say of each reading that clashes what either side has."""

    def told(side: int) -> Iterator[str]:
        for clash in found.clashes:
            known = next(it for it in clash if isinstance(it, Figure))
            day = ", ".join(filter(None, (year_day(known.day), known.subgroup)))
            here = clash[side]
            words = reading_words(measure, here) if isinstance(here, Figure) else say("taken out")
            yield say("{name}, {day}: {words}", name=measure.name, day=day, words=words)

    return tuple(told(1)), tuple(told(2))

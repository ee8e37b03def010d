"""Which items of a page are looked for, and which are out of sight: those that views may fade."""

from dataclasses import dataclass
from typing import Final, NamedTuple

from ilead_studio.model import Cause, Fishbone, Idea, Page, Workbook
from ilead_studio.model.stretch import stretch
from ilead_studio.rules.family import Below, Family, family, family_of
from ilead_studio.rules.find import holds
from ilead_studio.rules.kept import Newest, kept_by_identity
from ilead_studio.rules.line_of_sight import line_of_sight

_NOBODY: Final[frozenset[str]] = frozenset()


@dataclass(frozen=True, slots=True)
class Sieve:
    """What an item has to be, to pass; an empty field lets every item pass.

    ``evidence`` is a state, ``party`` an id, ``votes`` the least number; each of ``needles`` has to
    stand in one of its texts (``find.needle_of``). Only causes are asked for evidence, lens and
    votes: nothing else has any.
    """

    evidence: str = ""
    party: str = ""
    lens: str = ""
    votes: int = 0
    needles: tuple[str, ...] = ()

    @property
    def judges(self) -> bool:
        """Whether it asks for more than words."""
        return bool(self.evidence or self.party or self.lens or self.votes)


ALL: Final = Sieve()
"""Lets everything pass."""


def faded(workbook: Workbook, page: Page, sieve: Sieve) -> frozenset[str]:
    """Return the items of a page that do not pass a sieve.

    A bone is a heading: it stays in full over a cause that does. So does the head or the aim,
    unless words are looked for that it does not hold.
    """
    return _faded(page, workbook.ideas, sieve) if sieve != ALL else _NOBODY


@kept_by_identity
def _faded(page: Page, ideas: tuple[Idea, ...], sieve: Sieve) -> frozenset[str]:
    kin = family_of(page, ideas)
    passing = _passing(page, ideas, sieve)
    full = passing
    if isinstance(page, Fishbone):
        bones = kin.stands.get(page.id, ())
        full = passing.difference(bones if sieve.judges else ()) | _over(kin, passing, bones)
    root = all(holds(page, needle) for needle in sieve.needles)
    return frozenset(kin.items.keys() - full) | (_NOBODY if root else {page.id})


def _over(kin: Family, passing: frozenset[str], bones: tuple[str, ...]) -> set[str]:
    """Return the bones over items that pass; a bone that is judged does not pass by itself."""
    known, heads = set[str](), set(bones)
    for item_id in passing:
        if item_id not in heads:
            while item_id in kin.parents and item_id not in known:
                known.add(item_id)
                item_id = kin.parents[item_id][0]
    return known & heads


class _Sifted(NamedTuple):
    """Records, and which of them pass a sieve."""

    sieve: Sieve
    records: tuple[Below, ...]
    passing: frozenset[str]


_newest: Final = Newest[_Sifted]()


def _passing(page: Page, ideas: tuple[Idea, ...], sieve: Sieve) -> frozenset[str]:
    """Return the items that pass by themselves; what is as before is not asked again."""
    records = _records(page, ideas)
    last = _newest.about(page.id)
    if last is None or last.sieve != sieve:
        passing = frozenset(it.id for it in records if passes(it, sieve))
    else:
        at = stretch(last.records, records)
        gone = {it.id for it in last.records[at.start : at.old]}
        come = {it.id for it in records[at.start : at.new] if passes(it, sieve)}
        passing = last.passing - gone | come
    return _newest.keep(page.id, _Sifted(sieve, records, passing)).passing


def _records(page: Page, ideas: tuple[Idea, ...]) -> tuple[Below, ...]:
    return page.causes if isinstance(page, Fishbone) else (*page.drivers, *ideas)


def passes(item: Below, sieve: Sieve) -> bool:
    """Tell whether an item is what a sieve asks for."""
    if sieve.party and sieve.party not in item.parties:
        return False
    if isinstance(item, Cause) and not (
        sieve.evidence in ("", item.evidence)
        and sieve.votes <= item.votes
        and (not sieve.lens or sieve.lens in item.lenses)
    ):
        return False
    return all(holds(item, needle) for needle in sieve.needles)


def out_of_sight(workbook: Workbook, page: Page, item_id: str) -> frozenset[str]:
    """Return all of a page, its head or aim too, that is not in the line of sight of something."""
    return _out_of_sight(family(workbook, page), line_of_sight(workbook, item_id))


@kept_by_identity
def _out_of_sight(kin: Family, line: frozenset[str]) -> frozenset[str]:
    return frozenset({kin.root, *kin.items} - line)

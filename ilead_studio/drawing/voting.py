"""How a fishbone is seen while a vote on it is blind, and once that is revealed.

Blind, a number stands before each cause that can be chosen and nothing else is marked; revealed,
each has its votes beside its evidence, and what is left out is pale.
"""

from collections.abc import Mapping
from typing import Final, NamedTuple

from ilead_studio.drawing.marks import OFF_BALLOT, PLAIN, Marks, Tally
from ilead_studio.model import Cause, Fishbone, Vote
from ilead_studio.model.stretch import stretch
from ilead_studio.rules.kept import Newest, kept_by_identity
from ilead_studio.rules.votes import counted


class _Read(NamedTuple):
    """What a vote needs to know of a cause; ``shared`` is one id for all linked copies of it.

    A bone has none: nobody votes on headings.
    """

    id: str
    shared: str
    is_refuted: bool


class _Reading(NamedTuple):
    """The causes of a page, read one after the other."""

    causes: tuple[Cause, ...]
    found: tuple[_Read, ...]


_newest: Final = Newest[_Reading]()


@kept_by_identity
def _causes(page: Fishbone) -> tuple[_Read, ...]:
    """Read the causes of a page; after a step only those that it touched."""
    last = _newest.about(page.id) or _Reading((), ())
    differ = stretch(last.causes, page.causes)
    new = [_read(page, it) for it in page.causes[differ.start : differ.new]]
    found = (*last.found[: differ.start], *new, *last.found[differ.old :])
    return _newest.keep(page.id, _Reading(page.causes, found)).found


def _read(page: Fishbone, it: Cause) -> _Read:
    shared = "" if it.parent_id == page.id else it.same_as or it.id
    return _Read(it.id, shared, it.evidence == "refuted")


@kept_by_identity
def _numbers(page: Fishbone, vote: Vote) -> dict[str, int]:
    """Return the number on the ballot of each cause that has one, linked copies too."""
    named = {it.item_id: it.number for it in vote.candidates}
    causes = _causes(page)
    shared = {it.shared: named[it.id] for it in causes if it.id in named and it.shared}
    return {it.id: shared[it.shared] for it in causes if it.shared in shared}


def marks_in_vote(page: Fishbone, vote: Vote, marks: Mapping[str, Marks]) -> Mapping[str, Marks]:
    """Return the marks of a page with its vote: while that is blind, the numbers and no others."""
    return _numbered(page, vote) if vote.revealed is None else _told(page, vote, marks)


@kept_by_identity
def _numbered(page: Fishbone, vote: Vote) -> Mapping[str, Marks]:
    numbers = _numbers(page, vote)
    struck = (it.id for it in _causes(page) if it.is_refuted and it.shared)
    found = dict.fromkeys(struck, Marks(ballot=OFF_BALLOT))
    return found | {item_id: Marks(ballot=str(number)) for item_id, number in numbers.items()}


@kept_by_identity
def _told(page: Fishbone, vote: Vote, marks: Mapping[str, Marks]) -> Mapping[str, Marks]:
    numbers, rows = _numbers(page, vote), {it.number: it for it in counted(vote)}
    found = dict(marks)
    for item_id in (it.id for it in _causes(page) if it.shared and it.id in marks):
        known = marks[item_id]
        found[item_id] = Marks(evidence=known.evidence, root=known.root, alias=known.alias)
    for item_id, number in numbers.items():
        tally: Tally = "kept" if rows[number].is_kept else "left"
        known = found.get(item_id, PLAIN)
        found[item_id] = known._replace(votes=rows[number].votes, tally=tally)
    return found


@kept_by_identity
def pale_in_vote(page: Fishbone, vote: Vote) -> frozenset[str]:
    """Return the causes that are not on the ballot; after the reveal, those that are left out."""
    numbers = _numbers(page, vote)
    if vote.revealed is None:
        return frozenset(it.id for it in _causes(page) if it.shared and it.id not in numbers)
    left = {row.number for row in counted(vote) if not row.is_kept}
    return frozenset(item_id for item_id, number in numbers.items() if number in left)


def folds_for_vote(page: Fishbone, vote: Vote) -> frozenset[str]:
    """Return the causes whose whys are folded for a vote: those with no why on the ballot."""
    parents = {it.id: it.parent_id for it in page.causes}
    above = set(parents.values())
    for item_id in _numbers(page, vote):
        here = parents.get(item_id)
        while here is not None:
            above.discard(here)
            here = parents.get(here)
    return frozenset(it.id for it in _causes(page) if it.shared and it.id in above)

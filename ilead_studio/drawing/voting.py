"""How a fishbone is seen while a vote on it is blind, and once that is revealed.

Blind, a number stands before each cause that can be chosen and nothing else is marked; revealed,
each has its votes beside its evidence, and what is left out is pale.
"""

from collections.abc import Iterator, Mapping

from ilead_studio.drawing.marks import OFF_BALLOT, PLAIN, Marks, Tally
from ilead_studio.model import Cause, Fishbone, Vote
from ilead_studio.rules.kept import kept_by_identity
from ilead_studio.rules.votes import counted


def marks_in_vote(page: Fishbone, vote: Vote, marks: Mapping[str, Marks]) -> Mapping[str, Marks]:
    """Return the marks of a page with its vote: while that is blind, the numbers and no others."""
    return _numbered(page, vote) if vote.revealed is None else _told(page, vote, marks)


@kept_by_identity
def _numbered(page: Fishbone, vote: Vote) -> Mapping[str, Marks]:
    numbers = _numbers(page, vote)
    found = {it.id: Marks(ballot=str(numbers[key])) for key, it in _causes(page) if key in numbers}
    struck = (it for _, it in _causes(page) if it.evidence == "refuted" and it.id not in found)
    return found | {it.id: Marks(ballot=OFF_BALLOT) for it in struck}


@kept_by_identity
def _told(page: Fishbone, vote: Vote, marks: Mapping[str, Marks]) -> Mapping[str, Marks]:
    numbers, rows = _numbers(page, vote), {it.number: it for it in counted(vote)}
    found = dict(marks)
    for key, it in _causes(page):
        known = marks.get(it.id, PLAIN)
        found[it.id] = Marks(evidence=known.evidence, root=known.root, alias=known.alias)
        if key in numbers:
            row = rows[numbers[key]]
            tally: Tally = "kept" if row.is_kept else "left"
            found[it.id] = found[it.id]._replace(votes=row.votes, tally=tally)
    return found


@kept_by_identity
def pale_in_vote(page: Fishbone, vote: Vote) -> frozenset[str]:
    """Return the causes that are not on the ballot; after the reveal, those that are left out."""
    numbers = _numbers(page, vote)
    if vote.revealed is None:
        return frozenset(it.id for key, it in _causes(page) if key not in numbers)
    left = {row.number for row in counted(vote) if not row.is_kept}
    return frozenset(it.id for key, it in _causes(page) if numbers.get(key) in left)


def folds_for_vote(page: Fishbone, vote: Vote) -> frozenset[str]:
    """Return the causes whose whys are folded for a vote: those with no why on the ballot."""
    numbers, parents = _numbers(page, vote), {it.id: it.parent_id for it in page.causes}
    above = {parent for it in page.causes if (parent := it.parent_id) is not None}
    for key, it in _causes(page):
        here = parents.get(it.id) if key in numbers else None
        while here is not None:
            above.discard(here)
            here = parents.get(here)
    return frozenset(it.id for _, it in _causes(page) if it.id in above)


def _causes(page: Fishbone) -> Iterator[tuple[str, Cause]]:
    """Give the causes of a page, no bones, each with the id that all its linked copies share."""
    return ((it.same_as or it.id, it) for it in page.causes if it.parent_id != page.id)


def _numbers(page: Fishbone, vote: Vote) -> dict[str, int]:
    """Return the numbers on the ballot by what all linked copies share."""
    shared = {it.id: key for key, it in _causes(page)}
    return {shared[it.item_id]: it.number for it in vote.candidates if it.item_id in shared}

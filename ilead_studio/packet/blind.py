"""The workbook as it is printed while a vote is blind: it holds no vote that is open, and no count.

What people were given before would lead those who still vote, so it comes back with the reveal.
"""

from collections.abc import Mapping
from typing import TypeVar

from ilead_studio.model import Cause, Fishbone, Idea, Vote, Workbook, groups, replace
from ilead_studio.rules.votes import blind_on
from ilead_studio.words import say

Counted = TypeVar("Counted", Cause, Idea)
Blind = Mapping[str | None, Vote | None]
"""Votes without their ballots, by the page that is voted on, None for change ideas.

There is None for a vote of which readers may not see everything that can be chosen.
"""


def before_reveal(workbook: Workbook) -> Workbook:
    """Return a workbook without votes that are open and counts of what is voted on.

    The very same one if no vote is open. Snapshots lose the same counts, or what changed since
    then would tell them.
    """
    blind = blind_on(workbook)
    if not blind:
        return workbook
    shared = frozenset(
        it.same_as or it.id for page in workbook.fishbones if page.id in blind for it in page.causes
    )
    return replace(
        _uncounted(workbook, shared, of_ideas=None in blind),
        votes=tuple(it for it in workbook.votes if it.revealed is not None),
        snapshots=tuple(
            replace(it, was=_uncounted(it.was, shared, of_ideas=None in blind))
            for it in workbook.snapshots
        ),
    )


def _uncounted(workbook: Workbook, shared: frozenset[str], *, of_ideas: bool) -> Workbook:
    """Take the counts from causes that are voted on, linked copies too, and from change ideas."""
    return replace(
        workbook,
        fishbones=tuple(_page(it, shared) for it in workbook.fishbones),
        ideas=tuple(map(_nobodys, workbook.ideas)) if of_ideas else workbook.ideas,
    )


def _page(page: Fishbone, shared: frozenset[str]) -> Fishbone:
    causes = tuple(_nobodys(it) if (it.same_as or it.id) in shared else it for it in page.causes)
    same = all(one is it for one, it in zip(causes, page.causes, strict=True))
    return page if same else replace(page, causes=causes)


def _nobodys(item: Counted) -> Counted:
    return replace(item, votes=0) if item.votes else item


def blind_votes(workbook: Workbook, seen: Workbook) -> Blind:
    """Return the open votes of a workbook as they may be told to who sees only a part of it."""
    there = {it.id for group in groups(seen) for it in group} | {None}
    return {
        it.page_id: _told(it) if there.issuperset(one.item_id for one in it.candidates) else None
        for it in workbook.votes
        if it.revealed is None and it.page_id in there
    }


def _told(vote: Vote) -> Vote:
    return replace(vote, ballots=()) if vote.ballots else vote


def still_blind_words() -> str:
    """Say why a page has no counts."""
    return say("Votes are still blind.")

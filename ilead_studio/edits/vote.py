"""Edits of votes: opening one, ballots without names, the reveal, and another round."""

from collections.abc import Collection
from datetime import datetime
from typing import Final

from ilead_studio.edits.everywhere import without
from ilead_studio.edits.fields import with_items
from ilead_studio.edits.pages import page_with_id
from ilead_studio.edits.parts import changed, fitting, gone, short_enough, swapped, there
from ilead_studio.errors import EditError
from ilead_studio.model import (
    Ballot,
    Candidate,
    Cause,
    Idea,
    Theory,
    Vote,
    Workbook,
    find,
    replace,
)
from ilead_studio.model.sound_votes import said_of_vote
from ilead_studio.model.text import tidy
from ilead_studio.rules.ballots import Sheet, read_ballot, why_not_cast
from ilead_studio.rules.votes import (
    counted,
    may_be_chosen,
    open_vote_on,
    totals,
    vote_with_id,
    votes_each,
)
from ilead_studio.words import count, say

_RULE: Final = frozenset({"people", "each", "most"})


def open_vote(
    workbook: Workbook,
    new_id: str,
    page_id: str | None,
    people: int,
    question: str = "",
    item_ids: Collection[str] | None = None,
) -> Workbook:
    """Open a blind vote on the causes of a fishbone, or on change ideas if no page is named.

    ``item_ids`` says which of those that may be chosen are on the ballot, whys too; if it is not
    said, all are but whys.

    Raises:
        EditError: if a vote is open there, fewer than two can be chosen from, or it does not fit.
    """
    if open_vote_on(workbook, page_id):
        raise EditError(say("A vote is open here already. Reveal it, or delete it, first."))
    page = page_with_id(workbook, page_id) if page_id else None
    if isinstance(page, Theory):
        raise EditError(say("Votes are on the causes of a fishbone, or on change ideas."))
    items = may_be_chosen(workbook, page, with_whys=item_ids is not None)
    named = tuple(it for it in items if item_ids is None or it.id in item_ids)
    candidates = tuple(
        Candidate(number=at, text=it.text, item_id=it.id) for at, it in enumerate(named, 1)
    )
    made = _opened(Vote(id=new_id, page_id=page_id), candidates, people, question)
    return replace(workbook, votes=(*workbook.votes, made))


def _opened(vote: Vote, candidates: tuple[Candidate, ...], people: int, question: str) -> Vote:
    if len(candidates) < 2:
        raise EditError(say("A vote needs at least two to choose from."))
    return changed(
        vote, candidates=candidates, people=people, question=_heading(question),
        each=votes_each(len(candidates)),
    )  # fmt: skip


def the_vote(workbook: Workbook, vote_id: str) -> Vote:
    """Return the vote with an id.

    Raises:
        EditError: if there is none.
    """
    return there(vote_with_id(workbook, vote_id))


def _with_vote(workbook: Workbook, vote: Vote) -> Workbook:
    for _, _, message in said_of_vote(vote):
        raise EditError(message)
    return replace(workbook, votes=swapped(workbook.votes, vote))


def put_vote(workbook: Workbook, vote_id: str, **fields: object) -> Workbook:
    """Change the question of a vote, or the number of people and the votes ``each`` or at ``most``.

    Raises:
        EditError: if it was revealed, a ballot does not follow the new rule, or it does not fit.
    """
    vote = the_vote(workbook, vote_id)
    checked = fitting(fields, _RULE | {"question"}, question=_heading)
    if fields.keys() & _RULE and vote.revealed is not None:
        raise _over()
    now = changed(vote, **checked)
    if any(said_of_vote(now)):
        raise EditError(say("Ballots that were cast already would not count then."))
    return _with_vote(workbook, now)


def _heading(words: str) -> str:
    return short_enough(tidy(words))


def _over() -> EditError:
    return EditError(say("This vote is over. Vote again for a new round."))


def cast(workbook: Workbook, vote_id: str, words: str) -> Workbook:
    """Add a ballot as it is typed: "4 7 7 12". It keeps no name.

    Raises:
        EditError: if it does not follow the rule, or everybody has voted.
    """
    vote = the_vote(workbook, vote_id)
    typed = read_ballot(vote, words)
    if why := why_not_cast(vote) or typed.refusal:
        raise EditError(why)
    return _with_vote(workbook, _having(vote, (typed.numbers,)))


def cast_sheet(workbook: Workbook, vote_id: str, sheet: Sheet) -> Workbook:
    """Add the ballots that could be read of a pasted sheet.

    Raises:
        EditError: if there is none.
    """
    vote = the_vote(workbook, vote_id)
    if why := why_not_cast(vote):
        raise EditError(why)
    if not sheet.ballots:
        raise EditError(sheet.unread[0] if sheet.unread else say("There is nothing to paste."))
    return _with_vote(workbook, _having(vote, sheet.ballots))


def _having(vote: Vote, new: tuple[Ballot, ...]) -> Vote:
    return changed(vote, ballots=(*vote.ballots, *new))


def take_back(workbook: Workbook, vote_id: str) -> Workbook:
    """Take the last ballot back.

    Raises:
        EditError: if there is none, or the vote was revealed.
    """
    vote = the_vote(workbook, vote_id)
    if vote.revealed is not None:
        raise _over()
    if not vote.ballots:
        raise EditError(say("Nobody has voted yet."))
    return _with_vote(workbook, changed(vote, ballots=vote.ballots[:-1]))


def reveal(workbook: Workbook, vote_id: str, at: datetime) -> Workbook:
    """End a vote, once for all: what was on the ballot has its total as its votes from now on.

    Raises:
        EditError: if it was revealed already, or nobody has voted.
    """
    vote = the_vote(workbook, vote_id)
    if vote.revealed is not None:
        raise _over()
    if not vote.ballots:
        raise EditError(say("Nobody has voted yet."))
    given = totals(vote)
    found = ((find(workbook, it.item_id or ""), given[it.number]) for it in vote.candidates)
    items = [replace(it, votes=total) for it, total in found if isinstance(it, Cause | Idea)]
    return _with_vote(with_items(workbook, items), changed(vote, revealed=at))


def keep_anyway(workbook: Workbook, vote_id: str, number: int, *, kept: bool = True) -> Workbook:
    """Keep something that has too few votes, or leave it out again.

    Raises:
        EditError: if the vote is not revealed, or it is not on the ballot or has votes enough.
    """
    vote = the_vote(workbook, vote_id)
    row = next((it for it in counted(vote) if it.number == number), None)
    if row is None:
        raise gone()
    if row.is_kept and not row.by_hand:
        raise EditError(
            say("{votes} are enough to stay.", votes=count(
                row.votes, "{number} vote", "{number} votes"))
        )  # fmt: skip
    numbers = {*vote.kept, number} if kept else {*vote.kept} - {number}
    return _with_vote(workbook, changed(vote, kept=tuple(sorted(numbers))))


def another_round(workbook: Workbook, vote_id: str, new_id: str) -> Workbook:
    """Vote again on what was kept; it has the same numbers on the new ballot.

    Raises:
        EditError: if the vote is not revealed, another one is open, or fewer than two are left.
    """
    vote = the_vote(workbook, vote_id)
    if vote.revealed is None:
        raise EditError(say("Reveal this vote first."))
    if open_vote_on(workbook, vote.page_id):
        raise EditError(say("A vote is open here already. Reveal it, or delete it, first."))
    kept = {it.number for it in counted(vote) if it.is_kept and it.item_id}
    candidates = tuple(it for it in vote.candidates if it.number in kept)
    made = Vote(id=new_id, page_id=vote.page_id, most=vote.most, after_id=vote.id)
    made = _opened(made, candidates, vote.people, vote.question)
    return replace(workbook, votes=(*workbook.votes, made))


def delete_vote(workbook: Workbook, vote_id: str) -> Workbook:
    """Delete a vote with its ballots; totals that it gave stay with their items.

    Raises:
        EditError: if it is not there.
    """
    the_vote(workbook, vote_id)
    return without(workbook, {vote_id})

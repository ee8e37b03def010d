"""Votes: the N/3 rule, what may be told before the reveal, and what is left out after it.

Votes say where to look, not what is true (method, section 4).
"""

from collections import Counter
from collections.abc import Iterable
from operator import attrgetter
from typing import Final, NamedTuple

from ilead_studio.model import Cause, Fishbone, Idea, Vote, Workbook
from ilead_studio.rules.days import moment_words, number_words
from ilead_studio.rules.outline import Role, outline
from ilead_studio.rules.visibility import EVERYBODY, hidden
from ilead_studio.words import capital, count, say

MOST_EACH: Final = 20
"""About as many votes as one person can still weigh."""
SMALL, MIDDLE = 5, 15
"""Largest small and largest middle group of the dropping rule.

The method names fewer than 5 and 6 to 15, and so says nothing of 5. Five count as a small group:
two of five people are many, and leaving out too much is the worse mistake.
"""


class PaperRow(NamedTuple):
    """A line of a paper ballot: the number and the words."""

    number: int
    words: str


class Counted(NamedTuple):
    """A candidate after the reveal; ``by_hand``: it stays although it has few votes."""

    number: int
    words: str
    item_id: str | None
    votes: int
    is_kept: bool
    by_hand: bool


def votes_each(candidates: int) -> int:
    """Return how many votes each person has: a third of the candidates, 20 at most, at least 1."""
    return max(1, min(MOST_EACH, candidates // 3))


def least_votes(people: int) -> int:
    """Return how many votes keep a candidate, by how many people voted."""
    if people <= SMALL:
        return 2
    return 3 if people <= MIDDLE else 4


def may_be_chosen(
    workbook: Workbook, page: Fishbone | None, *, with_whys: bool = False
) -> tuple[Cause | Idea, ...]:
    """Return what goes on a ballot: causes right on the bones of a page, or live change ideas.

    Refuted causes are left out, linked copies too, and what not everybody may see. The whys below
    causes are on it only if they are asked for.
    """
    unseen = hidden(workbook, EVERYBODY)
    if page is None:
        ended = ("parked", "adopted", "abandoned")
        return tuple(
            it for it in workbook.ideas if it.state not in ended and it.id not in unseen
        )  # fmt: skip
    causes = {it.id: it for it in page.causes}
    roles = (Role.CAUSE, Role.WHY) if with_whys else (Role.CAUSE,)
    rows = (row for row in outline(workbook, page) if row.role in roles)
    found = [causes[row.id] for row in rows if row.id not in unseen]
    first = {it.same_as or it.id: it for it in reversed(found)}
    return tuple(
        it for it in found if it.evidence != "refuted" and first[it.same_as or it.id] is it
    )


def vote_with_id(workbook: Workbook, vote_id: str) -> Vote | None:
    """Return the vote with an id; None when there is none."""
    return next((it for it in workbook.votes if it.id == vote_id), None)


def votes_on(workbook: Workbook, page_id: str | None) -> tuple[Vote, ...]:
    """Return the votes on the causes of a fishbone, or those on change ideas, the last one last."""
    return tuple(it for it in workbook.votes if it.page_id == page_id)


def open_vote_on(workbook: Workbook, page_id: str | None) -> Vote | None:
    """Return the vote that is not revealed yet; None when there is none."""
    return next((it for it in votes_on(workbook, page_id) if it.revealed is None), None)


def blind_on(workbook: Workbook) -> frozenset[str | None]:
    """Return where a vote is not revealed yet: on which pages, and None for change ideas."""
    return frozenset(it.page_id for it in workbook.votes if it.revealed is None)


def round_of(workbook: Workbook, vote: Vote) -> int:
    """Return which round a vote is, counting from 1."""
    number, before = 1, vote_with_id(workbook, vote.after_id or "")
    while before and number <= len(workbook.votes):
        number, before = number + 1, vote_with_id(workbook, before.after_id or "")
    return number


def standing_words(vote: Vote) -> str:
    """Say all that may be told before the reveal: "4 of 9 have voted"."""
    return say("{number} of {people} have voted", number=len(vote.ballots), people=vote.people)


def voter_words(vote: Vote) -> str:
    """Say whose turn it is: "Voter 5"; empty when all have voted."""
    turn = len(vote.ballots) + 1
    return say("Voter {number}", number=turn) if turn <= vote.people else ""


def rule_rows(vote: Vote) -> tuple[str, ...]:
    """Say the rule line by line: "17 causes on the ballot ÷ 3 = 5 votes each"."""
    many, each = len(vote.candidates), count(vote.each, "{number} vote", "{number} votes")
    on_it = count(many, "{number} cause", "{number} causes") if vote.page_id else (
        count(many, "{number} change idea", "{number} change ideas")
    )  # fmt: skip
    rule = say("{many} on the ballot: {each} each", many=on_it, each=each)
    if vote.each == many // 3:
        rule = say("{many} on the ballot ÷ 3 = {each} each", many=on_it, each=each)
    what = say("one cause") if vote.page_id else say("one change idea")
    rows = (rule, say("At most {most} on {what}", most=vote.most, what=what))
    return (*rows, say("Refuted ones are left out")) if vote.page_id else rows


def paper_rows(vote: Vote) -> tuple[PaperRow, ...]:
    """Return the lines of a paper ballot."""
    return tuple(PaperRow(it.number, it.text) for it in vote.candidates)


def reveal_question(vote: Vote) -> str:
    """Ask before a reveal if somebody is missing: "Nine people, four have not voted. …"."""
    missing, people = vote.people - len(vote.ballots), capital(number_words(vote.people))
    if missing == 0:
        return ""
    if missing == 1:
        return say("{people} people, one has not voted. Reveal anyway?", people=people)
    return say("{people} people, {missing} have not voted. Reveal anyway?",
               people=people, missing=number_words(missing))  # fmt: skip


def totals(vote: Vote) -> dict[int, int]:
    """Return the votes by ballot number; for the reveal alone, pages ask ``counted``."""
    given = Counter(number for ballot in vote.ballots for number in ballot)
    return {it.number: given[it.number] for it in vote.candidates}


def counted(vote: Vote) -> tuple[Counted, ...]:
    """Return what came out, in the order of the ballot; nothing before the reveal."""
    if vote.revealed is None:
        return ()
    enough, given = least_votes(len(vote.ballots)), totals(vote)
    return tuple(
        Counted(
            it.number, it.text, it.item_id, given[it.number],
            given[it.number] >= enough or it.number in vote.kept,
            given[it.number] < enough and it.number in vote.kept,
        )
        for it in vote.candidates
    )  # fmt: skip


def by_votes(rows: Iterable[Counted]) -> tuple[Counted, ...]:
    """Return rows with the most votes first; those with as many stay in order."""
    return tuple(sorted(rows, key=attrgetter("votes"), reverse=True))


def votes_words(number: int) -> str:
    """Say votes: "7 votes", "no votes"."""
    return count(number, "{number} vote", "{number} votes") if number else say("no votes")


def result_words(vote: Vote) -> str:
    """Say who voted and what the dropping rule is, once revealed; empty before."""
    if vote.revealed is None:
        return ""
    voted = count(len(vote.ballots), "{number} person", "{number} people")
    given = votes_words(sum(map(len, vote.ballots)))
    least = least_votes(len(vote.ballots))
    return say("{voted}, {given}. {rule}", voted=voted, given=given, rule=(
        say("With up to {most} people, what has under {least} votes is left out.",
            most=SMALL, least=least) if least == 2 else
        say("With {first} to {last} people, what has under {least} votes is left out.",
            first=SMALL + 1, last=MIDDLE, least=least) if least == 3 else
        say("With more than {most} people, what has under {least} votes is left out.",
            most=MIDDLE, least=least)
    ))  # fmt: skip


def revealed_words(vote: Vote) -> str:
    """Say when a vote was revealed: "revealed 2 Nov, 14:38, once for all"; empty before."""
    if vote.revealed is None:
        return ""
    return say("revealed {moment}, once for all", moment=moment_words(vote.revealed))


def kept_words(vote: Vote) -> str:
    """Say how many stay: "10 kept, 7 left out"; empty before the reveal."""
    rows = counted(vote)
    if not rows:
        return ""
    kept = sum(it.is_kept for it in rows)
    by_hand = sum(it.by_hand for it in rows)
    words = say("{kept} kept, {left} left out", kept=kept, left=len(rows) - kept)
    hand = count(by_hand, "{number} of them by hand", "{number} of them by hand")
    return say("{words} · {hand}", words=words, hand=hand) if by_hand else words

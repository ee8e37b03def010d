"""What stands in the list of a revealed vote, row by row; pure, for the list and for its tests."""

from typing import NamedTuple

from ilead_studio.model import Vote
from ilead_studio.rules.votes import Counted, by_votes, counted, least_votes, votes_words
from ilead_studio.words import count, say


class ResultRow(NamedTuple):
    """A line of the list: something that was voted on, or the line below which things are left out.

    ``place`` is "2 of 8"; ``counted`` is None for the dropping line.
    """

    words: str
    told: str
    counted: Counted | None = None


def result_rows(vote: Vote, *, sorts: bool) -> tuple[ResultRow, ...]:
    """Return the rows of a vote in the order of its page, or with the most votes first."""
    rows = by_votes(counted(vote)) if sorts else counted(vote)
    made = [ResultRow(it.words, _told(it, at, len(rows)), it) for at, it in enumerate(rows, 1)]
    least = least_votes(len(vote.ballots))
    few = next((at for at, it in enumerate(rows) if it.votes < least), len(rows))
    if sorts and few < len(rows):
        line = say("under {least} votes: left out", least=least)
        made.insert(few, ResultRow(line, line))
    return tuple(made)


def _told(row: Counted, at: int, of: int) -> str:
    state = say("kept by hand") if row.by_hand else say("kept") if row.is_kept else say("left out")
    return say("{words}, {votes}, {state}, {at} of {of}", words=row.words,
               votes=votes_words(row.votes), state=state, at=at, of=of)  # fmt: skip


def left_words(vote: Vote) -> str:
    """Say what can be done with what is left out: "The 7 left out stay, pale. Space keeps one."."""
    left = sum(not it.is_kept for it in counted(vote))
    if not left:
        return say("Nothing is left out.")
    return count(left, "The one left out stays, pale. Space keeps it.",
                 "The {number} left out stay, pale. Space keeps one.")  # fmt: skip

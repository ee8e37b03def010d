"""Votes: nameless ballots on causes or change ideas, blind until they are revealed (method, 4)."""

from typing import Annotated

from pydantic import Field

from ilead_studio.model.days import Moment
from ilead_studio.model.ids import Id
from ilead_studio.model.record import Record
from ilead_studio.model.text import Heading, Label

BallotNumber = Annotated[int, Field(ge=1, le=9_999)]
"""What stands before a candidate on the ballot; it stays the same whatever happens to others."""
People = Annotated[int, Field(ge=1, le=999)]
Each = Annotated[int, Field(ge=1, le=99)]
OnOne = Annotated[int, Field(ge=1, le=9)]
Ballot = tuple[BallotNumber, ...]
"""What one person chose: numbers of candidates, one as often as it got a vote. It has no name."""


class Candidate(Record):
    """A cause or a change idea on the ballot, in the words that were printed there.

    ``item_id`` is None when the item has been deleted meanwhile: the ballots stay as they are.
    """

    number: BallotNumber
    text: Label
    item_id: Id | None = None


class Vote(Record):
    """One round of voting: by ``people``, with ``each`` votes, at most ``most`` on one candidate.

    ``page_id`` is the fishbone whose causes are chosen from, None for change ideas. ``kept`` are
    the numbers that stay although they have few votes, ``after_id`` the round before.
    """

    id: Id
    question: Heading = ""
    page_id: Id | None = None
    candidates: tuple[Candidate, ...] = ()
    people: People = 1
    each: Each = 1
    most: OnOne = 3
    ballots: tuple[Ballot, ...] = ()
    revealed: Moment | None = None
    kept: tuple[BallotNumber, ...] = ()
    after_id: Id | None = None

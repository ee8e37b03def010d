"""Reading ballots: typed off the wall as "4 7 7 12", or pasted, one on a line. None has a name."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final, NamedTuple

from ilead_studio.model import Ballot, Vote
from ilead_studio.words import count, say, short

_PARTS: Final = re.compile(r"[\s,;+]+")


class Typed(NamedTuple):
    """A ballot as it was typed; ``refusal`` says why it does not count, ``fewer`` asks once."""

    numbers: Ballot = ()
    refusal: str = ""
    fewer: str = ""


class Sheet(NamedTuple):
    """Several ballots, and a sentence for each line that is none."""

    ballots: tuple[Ballot, ...]
    unread: tuple[str, ...]


def read_ballot(vote: Vote, words: str) -> Typed:
    """Read one ballot; one with fewer votes than allowed is as good, after one sentence."""
    typed = _read(vote, words)
    if typed.refusal or len(typed.numbers) == vote.each:
        return typed
    given = count(len(typed.numbers), "Only {number} vote", "Only {number} votes")
    fewer = say("{given} of {each} given. That is allowed.", given=given, each=vote.each)
    return typed._replace(fewer=fewer)


def why_not_cast(vote: Vote) -> str:
    """Say why no ballot can be added; empty when one can."""
    if vote.revealed is not None:
        return say("This vote is over. Vote again for a new round.")
    if len(vote.ballots) >= vote.people:
        return count(
            vote.people,
            "The one person has voted. Change the number of people first.",
            "All {number} people have voted. Change the number of people first.",
        )
    return ""


def _read(vote: Vote, words: str) -> Typed:
    parts = [it for it in _PARTS.split(words.strip()) if it]
    strange = next((it for it in parts if not (it.isascii() and it.isdecimal())), "")
    if strange or not parts:
        example = say("Type numbers from the ballot, such as 4 7 7 12.")
        no = say("“{words}” is no number.", words=short(strange))
        return Typed(refusal=say("{no} {example}", no=no, example=example) if strange else example)
    if large := next((it for it in parts if len(it.lstrip("0")) > 4), ""):
        return Typed(refusal=say("There is no {number} on this ballot.", number=short(large)))
    numbers = tuple(sorted(map(int, parts)))
    refusal = _refusal(vote, numbers)
    return Typed(refusal=refusal) if refusal else Typed(numbers)


def _refusal(vote: Vote, numbers: Ballot) -> str:
    known = {it.number for it in vote.candidates}
    unknown = next((it for it in numbers if it not in known), None)
    if unknown is not None:
        return say("There is no {number} on this ballot.", number=unknown)
    number, times = Counter(numbers).most_common(1)[0]
    if times > vote.most:
        return say("At most {most} votes go to one; number {number} has {times}.",
                   most=vote.most, number=number, times=times)  # fmt: skip
    if len(numbers) > vote.each:
        each = count(vote.each, "Each has {number} vote", "Each has {number} votes")
        return say("{each}; this ballot has {many}.", each=each, many=len(numbers))
    return ""


def read_sheet(vote: Vote, text: str) -> Sheet:
    """Read pasted ballots, one on a line, as many as people are still to vote."""
    ballots, unread = list[Ballot](), list[str]()
    for at, line in enumerate(text.splitlines(), 1):
        if not line.strip():
            continue
        now = vote.model_copy(update={"ballots": (*vote.ballots, *ballots)})
        typed = _read(vote, line)
        why = why_not_cast(now) or typed.refusal
        if why:
            unread.append(say("Line {number}: {words}", number=at, words=why))
        else:
            ballots.append(typed.numbers)
    return Sheet(tuple(ballots), tuple(unread))


def typed_words(vote: Vote, numbers: Sequence[int]) -> str:
    """Say what is typed so far: "3 of 5 given: 1 twice, 10 once"."""
    given = say("{number} of {each} given", number=len(numbers), each=vote.each)
    times = (
        say("{number} {times}", number=number, times=_times(it))
        for number, it in sorted(Counter(numbers).items())
    )
    return say("{given}: {times}", given=given, times=", ".join(times)) if numbers else given


def _times(number: int) -> str:
    return {1: say("once"), 2: say("twice")}.get(
        number, count(number, "{number} time", "{number} times")
    )

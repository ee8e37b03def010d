"""What must hold of votes and open questions: a part of soundness."""

from collections import Counter
from collections.abc import Iterator

from ilead_studio.model.fishbone import Fishbone
from ilead_studio.model.sound_cycles import Said
from ilead_studio.model.vote import Ballot, Vote
from ilead_studio.model.workbook import Workbook, pages
from ilead_studio.words import say


def said_of_votes(workbook: Workbook) -> Iterator[Said]:
    """Find votes that do not hold, and votes and questions about what is not there."""
    if not (workbook.votes or workbook.questions):
        return
    known = {None, *askable(workbook)}
    fishbones = {None, *(page.id for page in workbook.fishbones)}
    rounds = {None, *(vote.id for vote in workbook.votes)}
    for vote in workbook.votes:
        yield from said_of_vote(vote)
        named = {it.item_id for it in vote.candidates}
        if vote.page_id not in fishbones or vote.after_id not in rounds or not named <= known:
            yield "vote-misplaced", vote.id, say("A vote is about something that is not there.")
    for question in workbook.questions:
        if question.item_id not in known:
            message = say("“{text}” asks about something that is not there.", text=question.text)
            yield "question-misplaced", question.id, message


def askable(workbook: Workbook) -> Iterator[str]:
    """Give the ids of what votes and questions can be about."""
    for page in pages(workbook):
        yield page.id
        yield from (it.id for it in (page.causes if isinstance(page, Fishbone) else page.drivers))
    for group in (workbook.ideas, workbook.problems, workbook.cycles, workbook.measures):
        yield from (it.id for it in group)


def said_of_vote(vote: Vote) -> Iterator[Said]:
    """Find what does not hold within one vote."""
    numbers = [it.number for it in vote.candidates]
    items = [it.item_id for it in vote.candidates if it.item_id]
    if len(set(numbers)) < len(numbers) or len(set(items)) < len(items):
        yield "candidate-doubled", vote.id, say("Something stands on a ballot twice.")
    if len(vote.ballots) > vote.people:
        yield "ballots-too-many", vote.id, say("A vote has more ballots than people.")
    if not {*vote.kept} <= {*numbers} or not all(_is_valid(vote, it) for it in vote.ballots):
        yield "ballot-invalid", vote.id, say("A ballot does not follow the rule of its vote.")


def _is_valid(vote: Vote, ballot: Ballot) -> bool:
    times = Counter(ballot)
    return (
        0 < len(ballot) <= vote.each
        and max(times.values()) <= vote.most
        and times.keys() <= {it.number for it in vote.candidates}
    )

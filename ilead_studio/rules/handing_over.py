"""What who takes the work over has to know: what is tested, who does what, what is next."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from ilead_studio.model import Cycle, Idea, TeamRole, Vote, Workbook
from ilead_studio.rules.cycles import cycle_name
from ilead_studio.rules.days import dated_words
from ilead_studio.rules.meeting_steps import open_steps
from ilead_studio.rules.meetings import in_order, meeting_name
from ilead_studio.rules.overdue import due, overdue
from ilead_studio.rules.ramps import last_open
from ilead_studio.words import count, named_all, say


class UnderTest(NamedTuple):
    """An idea that is tested or adapted, or has a cycle planned: its open cycle, and the next day.

    ``cycle`` is None when the next one is not planned yet.
    """

    idea: Idea
    cycle: Cycle | None
    day: date | None


class Held(NamedTuple):
    """A role, for which party it speaks, and how much is in its hands."""

    role: TeamRole
    party: str
    cycles: int
    steps: int


def left_out_words(private: int, notes: int) -> str:
    """Say what a copy that is handed over does not hold."""
    parts = []
    if private:
        parts.append(count(private, "{number} item that its reader may not see",
                           "{number} items that their reader may not see"))  # fmt: skip
    if notes:
        parts.append(count(notes, "{number} note", "{number} notes"))
    return (
        say("Left out: {parts}.", parts=named_all(parts)) if parts else say("All of it is there.")
    )


def under_test(workbook: Workbook) -> tuple[UnderTest, ...]:
    """Return what is tested, by the day on which the next command is due; the rest comes last."""
    found = (_tested(workbook, it) for it in workbook.ideas)
    return tuple(sorted(filter(None, found), key=lambda it: it.day or date.max))


def _tested(workbook: Workbook, idea: Idea) -> UnderTest | None:
    cycle = last_open(workbook, idea.id)
    if cycle is not None and cycle.state in ("planned", "doing", "studying"):
        return UnderTest(idea, cycle, due(workbook, cycle))
    return UnderTest(idea, None, None) if idea.state in ("testing", "adapting") else None


def roles_held(workbook: Workbook) -> tuple[Held, ...]:
    """Return every role with what it owns of what is open; who owns most comes first."""
    named = {it.id: it.short or it.name for it in workbook.parties}
    cycles = [it.cycle.owner for it in under_test(workbook) if it.cycle]
    steps = [it.owner for it in workbook.next_steps if it.done is None]
    found = [
        Held(it, named.get(it.party_id or "", ""), cycles.count(it.name), steps.count(it.name))
        for it in workbook.roles
    ]
    return tuple(sorted(found, key=lambda it: -it.cycles - it.steps))


def held_words(held: Held) -> str:
    """Say what a role holds: "1 cycle and 2 next steps"; empty for nothing that is open."""
    parts = []
    if held.cycles:
        parts.append(count(held.cycles, "{number} cycle", "{number} cycles"))
    if held.steps:
        parts.append(count(held.steps, "{number} next step", "{number} next steps"))
    return named_all(parts)


def to_do(workbook: Workbook, today: date, votes: Iterable[Vote] = ()) -> Iterator[str]:
    """Give what is to be done next in sentences: what is late, the next meeting, what is due.

    ``votes`` are those that are still blind.
    """
    yield from (it.sentence for it in overdue(workbook, today))
    coming = (it for it in in_order(workbook.meetings) if it.closed is None and it.day >= today)
    for meeting in list(coming)[:1]:
        yield say("Prepare the next meeting: {meeting}.", meeting=meeting_name(meeting))
    for vote in votes:
        question = say("Reveal the vote “{question}”.", question=vote.question)
        yield question if vote.question else say("Reveal the vote that is open.")
    for step in open_steps(workbook, today):
        yield say("{step} ({details})", step=step.words, details=step.small)
    for it in under_test(workbook):
        yield from _due_words(workbook, it, today)


def _due_words(workbook: Workbook, it: UnderTest, today: date) -> Iterator[str]:
    if it.cycle is None:
        yield say("Plan the next cycle of {ref}.", ref=it.idea.ref)
    elif it.day is not None and it.day >= today:
        words = {"cycle": cycle_name(workbook, it.cycle), "day": dated_words(it.day)}
        yield {
            "planned": say("Begin Do on {day}: {cycle}.", **words),
            "doing": say("End Do on {day}: {cycle}.", **words),
            "studying": say("Decide by {day}: {cycle}.", **words),
        }[it.cycle.state]

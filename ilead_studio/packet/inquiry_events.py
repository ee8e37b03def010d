"""What a record of an inquiry tells, one thing after the other: each with its day and reference."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ilead_studio.model import (
    Amendment,
    Cycle,
    Question,
    Snapshot,
    Vote,
    Workbook,
    find,
    pages,
)
from ilead_studio.packet.blocks import Run, Words, plain, refs
from ilead_studio.packet.cells import with_ref
from ilead_studio.packet.references import after, item_refs, met_words, speaks, stopped
from ilead_studio.rules.cause_count import causes_in
from ilead_studio.rules.cycles import decision_words, frozen_words, number_name, tested
from ilead_studio.rules.days import moment_words
from ilead_studio.rules.learning import findings
from ilead_studio.rules.meetings import kind_words, meeting_with_id
from ilead_studio.rules.votes import counted, kept_words, result_words
from ilead_studio.words import capital, count, say


class Event(NamedTuple):
    """What happened on a day; ``place`` orders what happened on one day."""

    day: date | None
    place: int
    ref: str
    what: str
    words: tuple[Words, ...]


def events(workbook: Workbook) -> list[Event]:
    """Return all that happened, the first day first; what has no day comes last."""
    return sorted(_events(workbook), key=lambda it: (it.day or date.max, it.place))


def _events(workbook: Workbook) -> Iterator[Event]:
    yield from map(_snapshot, workbook.snapshots)
    for cycle in workbook.cycles:
        yield from _cycle(workbook, cycle)
    yield from (_vote(workbook, it) for it in workbook.votes if it.revealed is not None)
    yield from _meetings(workbook)


# --- snapshots, votes, meetings ------------------------------------------------------------------
def _snapshot(it: Snapshot) -> Event:
    kept = say("Kept: {what}.", what=_held(it.was))
    what = say("Snapshot “{name}”", name=it.name)
    return Event(it.day, 5, "", what, (plain(it.why), plain(kept)))


def _held(was: Workbook) -> str:
    """Count what a snapshot holds."""
    drivers = sum(len(it.drivers) for it in was.theories)
    causes = causes_in(was)
    parts = (
        count(causes, "{number} cause", "{number} causes"),
        count(drivers, "{number} driver", "{number} drivers"),
        count(len(was.ideas), "{number} change idea", "{number} change ideas"),
        count(len(was.cycles), "{number} cycle", "{number} cycles"),
    )
    return ", ".join(parts)


def _vote(workbook: Workbook, it: Vote) -> Event:
    page, known = find(workbook, it.page_id) if it.page_id else None, item_refs(workbook)
    kept = refs(known.get(row.item_id or "", row.words) for row in counted(it) if row.is_kept)
    words = (
        plain(it.question), plain(result_words(it)),
        after(say("{kept}:", kept=capital(kept_words(it))), kept),
    )  # fmt: skip
    day = it.revealed.date() if it.revealed else None
    return Event(day, 3, page.ref if page else "", say("Vote revealed"), words)


def _meetings(workbook: Workbook) -> Iterator[Event]:
    """Give what meetings decided."""
    known = item_refs(workbook) | {it.id: it.ref for it in pages(workbook)}
    for it in workbook.decided:
        meeting = meeting_with_id(workbook, it.meeting_id)
        if meeting:
            what = say("Decided: {meeting}", meeting=kind_words(meeting.kind).lower())
            yield Event(meeting.day, 4, known.get(it.item_id or "", ""), what, (plain(it.text),))


# --- cycles --------------------------------------------------------------------------------------
def _cycle(workbook: Workbook, it: Cycle) -> Iterator[Event]:
    name = _name(workbook, it)
    if it.began is not None:
        day = it.began.on_paper or it.began.at.date()
        words = (name, plain(f"{frozen_words(it)}."), *map(_predicted, it.questions))
        yield Event(day, 0, it.ref, say("Predicted"), words)
    asked = {question.id: question for question in it.questions}
    for later in it.amendments:
        words = _amended(later, asked.get(later.question_id))
        yield Event(later.at.date(), 1, it.ref, say("Amended"), words)
    yield from _ended(workbook, it, name)


def _ended(workbook: Workbook, it: Cycle, name: Words) -> Iterator[Event]:
    """Give what was found, and what came of it."""
    found = (
        *map(_result, it.questions),
        after(say("Compared:"), plain(it.comparison)),
        after(say("Data:"), plain(it.data_points)),
    )
    if any(found):
        yield Event(it.ended or it.decided, 2, it.ref, say("Result"), (name, *found))
    if it.state == "cancelled":
        why = after(say("Why:"), plain(it.cancelled_why))
        yield Event(it.ended, 4, it.ref, say("Cancelled"), (name, why))
    elif it.decision or it.learned:
        decided = say("Decided: {decision}", decision=decision_words(it.decision))
        what = decided if it.decision else say("Learned")
        yield Event(it.decided or it.ended, 4, it.ref, what, (name, *_learned(workbook, it)))


def _name(workbook: Workbook, it: Cycle) -> Words:
    idea = tested(workbook, it)
    called = with_ref(idea.text, idea.ref) if idea else ()
    return (Run(capital(number_name(it))), Run(": "), *called)


def _predicted(it: Question) -> Words:
    words = stopped(it.prediction or say("no prediction"))
    because = say(" Because: {reason}", reason=stopped(it.reason)) if it.reason else ""
    return (Run(it.text, "italic"), Run(f" {words}"), Run(because))


def _amended(later: Amendment, asked: Question | None) -> tuple[Words, ...]:
    because = say("Because: {reason}", reason=later.reason) if later.reason else ""
    frozen = (asked.prediction if asked else "") or say("no prediction")
    return (
        (Run(asked.text if asked else "", "italic"), Run(f" {later.prediction}")),
        plain(because),
        plain(say("Written {moment}. The frozen words: {words}", moment=moment_words(later.at),
                  words=frozen)),
    )  # fmt: skip


def _result(it: Question) -> Words:
    if not it.result:
        return ()
    met = met_words(it.match)
    return (Run(it.text, "italic"), Run(f" {it.result}"), Run(f" ({met})" if met else ""))


def _learned(workbook: Workbook, it: Cycle) -> tuple[Words, ...]:
    return (
        after(say("Learned:"), plain(it.learned)),
        *speaks(findings(workbook, it.id)),
        after(say("What changes:"), plain(it.changes)),
        after(say("How it is kept up:"), plain(it.kept_up)),
    )

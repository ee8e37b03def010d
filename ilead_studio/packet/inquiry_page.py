"""The record of an inquiry, for a dissertation: what was predicted, found and decided, by date."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ilead_studio.model import Amendment, Cycle, Idea, Question, Snapshot, Workbook
from ilead_studio.packet.blocks import Cell, Column, Lines, Run, Table, Text, Words, plain, strong
from ilead_studio.packet.cells import cell, with_ref
from ilead_studio.packet.given import Given
from ilead_studio.packet.leaf import Leaf
from ilead_studio.packet.references import after, met_words, own_ref, speaks, stopped
from ilead_studio.rules.cycles import decision_words, frozen_words, number_name, tested
from ilead_studio.rules.days import moment_words, year_day
from ilead_studio.rules.learning import findings
from ilead_studio.words import capital, count, say


class _Event(NamedTuple):
    """What happened on a day; ``place`` orders what happened on one day."""

    day: date | None
    place: int
    ref: str
    what: str
    words: tuple[Words, ...]


def inquiry_page(given: Given) -> tuple[Leaf, ...]:
    """Return the record from the first day on; a sentence and room to write while it is empty."""
    workbook, title = given.workbook, say("Record of the inquiry")
    events = sorted(_events(workbook), key=lambda it: (it.day or date.max, it.place))
    if not events:
        words = say("Nothing is recorded yet: no snapshot was kept, and no cycle has begun.")
        return (Leaf(title, title, (Text(plain(words)), Lines())),)
    about = say(
        "Predictions stand as they were frozen when Do began. What was thought later is an "
        "amendment with its day; the frozen words stay as they are."
    )
    columns = (
        Column(say("Day"), 62),
        Column(say("Ref"), 30),
        Column(say("What"), 104),
        Column(say("In the words of that day"), 300),
    )
    rows = tuple(_row(it) for it in events)
    table = Table(say("What happened by date"), columns, rows, head=2)
    return (Leaf(title, title, (table,), (plain(about), plain(_counts(workbook)))),)


def _counts(workbook: Workbook) -> str:
    begun = sum(it.began is not None for it in workbook.cycles)
    amended = sum(len(it.amendments) for it in workbook.cycles)
    parts = (
        count(len(workbook.snapshots), "{number} snapshot", "{number} snapshots"),
        count(begun, "{number} cycle with frozen predictions",
              "{number} cycles with frozen predictions"),
        count(amended, "{number} amendment", "{number} amendments"),
    )  # fmt: skip
    return " · ".join(parts)


def _row(event: _Event) -> tuple[Cell, ...]:
    day = year_day(event.day) if event.day else say("day not known")
    ref = own_ref(event.ref) if event.ref else cell("–")
    words = tuple(filter(None, event.words)) or (plain(say("nothing was written")),)
    return (cell(day), ref, Cell((strong(event.what),)), Cell(words))


def _events(workbook: Workbook) -> Iterator[_Event]:
    yield from map(_snapshot, workbook.snapshots)
    for cycle in workbook.cycles:
        yield from _cycle(workbook, cycle)


def _snapshot(it: Snapshot) -> _Event:
    kept = say("Kept: {pages}.", pages=_pages(it.was))
    return _Event(it.day, 0, "", say("Snapshot “{name}”", name=it.name),
                  (plain(it.why), plain(kept)))  # fmt: skip


def _pages(was: Workbook) -> str:
    drivers = sum(len(it.drivers) for it in was.theories)
    causes = sum(len(it.causes) for it in was.fishbones)
    parts = (
        count(causes, "{number} cause and bone", "{number} causes and bones"),
        count(drivers, "{number} driver", "{number} drivers"),
        count(len(was.ideas), "{number} change idea", "{number} change ideas"),
        count(len(was.cycles), "{number} cycle", "{number} cycles"),
    )
    return ", ".join(parts)


def _cycle(workbook: Workbook, it: Cycle) -> Iterator[_Event]:
    idea = tested(workbook, it)
    name = (Run(capital(number_name(it))), Run(": "), *with_ref(*_called(idea)))
    if it.began is not None:
        day = it.began.on_paper or it.began.at.date()
        words = (name, plain(f"{frozen_words(it)}."), *map(_predicted, it.questions))
        yield _Event(day, 1, it.ref, say("Predicted"), words)
    asked = {question.id: question for question in it.questions}
    for later in it.amendments:
        yield _Event(later.at.date(), 2, it.ref, say("Amended"),
                     _amended(later, asked.get(later.question_id)))  # fmt: skip
    results = tuple(filter(None, map(_result, it.questions)))
    if results:
        yield _Event(it.ended or it.decided, 3, it.ref, say("Result"), (name, *results))
    if it.decision or it.learned:
        what = say("Decided: {decision}", decision=decision_words(it.decision))
        yield _Event(it.decided or it.ended, 4, it.ref,
                     what if it.decision else say("Learned"), _decided(workbook, it))  # fmt: skip


def _called(idea: Idea | None) -> tuple[str, str]:
    return (idea.text, idea.ref) if idea else ("", "")


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


def _decided(workbook: Workbook, it: Cycle) -> tuple[Words, ...]:
    return (
        after(say("Learned:"), plain(it.learned)),
        *speaks(findings(workbook, it.id)),
        after(say("What changes:"), plain(it.changes)),
        after(say("How it is kept up:"), plain(it.kept_up)),
    )

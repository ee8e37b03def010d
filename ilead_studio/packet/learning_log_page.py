"""The learning log: by cycle what we predicted, what happened, what we learned and decided."""

from collections.abc import Iterator

from ilead_studio.model import Cycle, Workbook
from ilead_studio.packet.blocks import Cell, Column, Lines, Run, Table, Text, Words, plain
from ilead_studio.packet.cells import said
from ilead_studio.packet.given import Given
from ilead_studio.packet.leaf import Leaf
from ilead_studio.packet.references import met_words, speaks
from ilead_studio.rules.cycles import beside, decision_words, number_name, when_words
from ilead_studio.rules.learning import Learning, changed_words, learnings
from ilead_studio.rules.learning_log import log_counts
from ilead_studio.words import say


def learning_log_page(given: Given) -> tuple[Leaf, ...]:
    """Return the log, the newest first, or a sentence and room to write while it is empty."""
    workbook, title = given.workbook, say("Learning log")
    entries = learnings(workbook)
    if not entries:
        words = say("No cycle has taught anything yet. What have we learned so far, and how?")
        return (Leaf(title, title, (Text(plain(words)), Lines())),)
    columns = (
        Column(say("Cycle"), 106),
        Column(say("We predicted"), 150),
        Column(say("What happened"), 150),
        Column(say("What we learned"), 190),
        Column(say("Decision"), 100),
    )
    summary = say("By cycle: prediction, result, learning and decision")
    rows = tuple(_row(workbook, it) for it in entries)
    table = Table(summary, columns, rows)
    return (Leaf(title, title, (table,), (plain(log_counts(workbook)),), wide=True),)


def _row(workbook: Workbook, entry: Learning) -> tuple[Cell, ...]:
    cycle = entry.cycle
    return (
        Cell((
            (Run(cycle.ref, "strong"), Run(f" {number_name(cycle)}")),
            (Run(entry.idea.text), Run(" "), Run(entry.idea.ref, "ref")),
            *filter(None, (plain(when_words(cycle)), plain(cycle.scale))),
        )),
        _lined(list(_predicted(workbook, cycle)), say("nothing was predicted")),
        _lined(list(_happened(workbook, cycle)), say("no result written")),
        Cell((plain(entry.text), *speaks(entry.findings))),
        _lined(list(_decided(cycle)), say("not decided yet")),
    )  # fmt: skip


def _lined(paragraphs: list[Words], instead: str) -> Cell:
    kept = tuple(it for it in paragraphs if it)
    return Cell(kept) if kept else said(instead)


def _predicted(workbook: Workbook, cycle: Cycle) -> Iterator[Words]:
    for it in beside(workbook, cycle):
        asked = it.question
        words = asked.prediction or say("no prediction")
        yield (Run(asked.text, "italic"), Run(" "), Run(words))
        yield plain(say("Because: {reason}", reason=asked.reason)) if asked.reason else ()


def _happened(workbook: Workbook, cycle: Cycle) -> Iterator[Words]:
    for it in beside(workbook, cycle):
        judged = met_words(it.question.match)
        said_so = it.question.result or say("no result written")
        yield (Run(said_so), Run(f" ({judged})", "italic")) if judged else plain(said_so)


def _decided(cycle: Cycle) -> Iterator[Words]:
    if decision := decision_words(cycle.decision):
        more = cycle.changes or cycle.kept_up
        yield (Run(decision, "strong"), Run(f": {more}")) if more else (Run(decision, "strong"),)
    if cycle.changed:
        yield (Run(say("changed: {what}", what=changed_words(cycle.changed).lower()), "italic"),)

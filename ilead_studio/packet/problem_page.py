"""The problem of practice on paper: the sentence, what stands behind it, and room for doubts."""

from collections.abc import Iterator
from typing import Final

from ilead_studio.model import Problem, Workbook, pages
from ilead_studio.packet.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Item,
    Lines,
    Listing,
    Run,
    Table,
    Text,
    Words,
    plain,
    refs,
    strong,
)
from ilead_studio.packet.cells import TO_WRITE, cell, party_names, with_more, words_cell
from ilead_studio.packet.given import Given
from ilead_studio.packet.leaf import Leaf
from ilead_studio.packet.page_words import cut
from ilead_studio.rules.evidence_words import kinds, speaks
from ilead_studio.rules.line_of_sight import line_of_sight
from ilead_studio.rules.open_list import asked
from ilead_studio.rules.problem_words import (
    FIELDS,
    EvidenceRow,
    answer_words,
    evidence_rows,
    field_words,
    point_words,
    readiness_words,
    tie_words,
)
from ilead_studio.rules.problems import Readiness, readiness, ties_of
from ilead_studio.words import count, say

_SOURCE: Final = "baseline_source"
"""Where the number of today comes from, which stands beside that number."""


def problem_page(given: Given) -> tuple[Leaf, ...]:
    """Return a page for each problem of practice; without any, one to write it on."""
    found = given.workbook.problems
    if not found:
        return (_leaf((), tuple(_unwritten()), say("Problem of practice")),)
    return tuple(_of(given.workbook, it, is_alone=len(found) == 1) for it in found)


def _of(workbook: Workbook, problem: Problem, *, is_alone: bool) -> Leaf:
    name = say("Problem of practice")
    if not is_alone:
        name = say("Problem: {problem}", problem=cut(problem.text, 38))
    return _leaf(_about(workbook, problem), tuple(_blocks(workbook, problem)), name)


def _leaf(about: tuple[Words, ...], blocks: tuple[Block, ...], name: str) -> Leaf:
    return Leaf(name, say("Problem of practice"), blocks, about)


def _about(workbook: Workbook, problem: Problem) -> tuple[Words, ...]:
    """Say whose problem it is, and which pages work on it."""
    names = party_names(workbook, problem.parties)
    whose = plain(say("It belongs to {parties}.", parties=names)) if names else ()
    work = refs(it.ref for it in pages(workbook) if it.problem_id == problem.id)
    worked = (Run(say("Worked on in")), Run(" "), *work, Run(".")) if work else ()
    between = (Run(" "),) if whose and worked else ()
    found = readiness(workbook, problem)
    met = say("Readiness check of the statement: {met}", met=readiness_words(found))
    lines = ((*whose, *between, *worked), plain(met) if _is_ready(found) else ())
    return tuple(filter(None, lines))


def _is_ready(found: tuple[Readiness, ...]) -> bool:
    return all(it.answer == "yes" for it in found)


def _blocks(workbook: Workbook, problem: Problem) -> Iterator[Block]:
    yield Text(plain(problem.text), "statement")
    yield _known(problem)
    if ties := ties_of(workbook, problem):
        yield Heading(plain(say("Other problems that hang together with it")))
        yield Listing(tuple(Item(plain(tie_words(tied, it))) for tied, it in ties))
    yield from _evidence(workbook, problem)
    yield from _readiness(workbook, problem)
    yield from _questions(workbook, problem)
    yield Lines(heading=say("What we still doubt about it"))


def _unwritten() -> Iterator[Block]:
    """Give room to write a problem down."""
    yield Text(plain(say("The problem is not written down yet. What happens that should not?")))
    yield Lines(4)
    yield _known(None)
    yield Lines(heading=say("Who lives with it, and what would they say?"))


def _known(problem: Problem | None) -> Table:
    """Return who, where, when and how much; what is not known is room to write."""
    names = field_words()
    rows = [
        (cell(names[field][0]), _value(problem, field))
        for line in FIELDS
        for field in line
        if problem is None or field != _SOURCE or not problem.baseline
    ]
    columns = (Column(say("What is asked"), 1.0), Column(say("What we know"), 3.2))
    return Table(say("What we know of the problem"), columns, tuple(rows))


def _value(problem: Problem | None, field: str) -> Cell:
    text = str(getattr(problem, field, ""))
    if problem and field == "baseline" and text:
        source = problem.baseline_source or say("source not said yet")
        return words_cell(with_more(text, source))
    return cell(text) if text else TO_WRITE


def _evidence(workbook: Workbook, problem: Problem) -> Iterator[Block]:
    rows = evidence_rows(workbook, problem)
    yield Heading(plain(say("What we found out")))
    if not rows:
        yield Text(plain(say("Nothing yet. Who could tell us, and which numbers are there?")))
        yield Lines(2)
        return
    columns = (
        Column(say("What it says, and its source"), 6.6),
        Column(say("Kind"), 2.0),
        Column(say("About the problem"), 1.9),
    )
    yield Table(say("Evidence about the problem"), columns, tuple(map(_found, rows)))
    heard = sum(it.kind == "interview" for it in rows)
    words = count(heard, "{number} of these is an empathy interview.",
                  "{number} of these are empathy interviews.")  # fmt: skip
    none = say("No empathy interview speaks about it yet. Whose story most needs hearing?")
    yield Text(plain(words if heard else none), "small")


def _found(it: EvidenceRow) -> tuple[Cell, ...]:
    source = ", ".join(filter(None, (it.source, it.date))) or say("source not said yet")
    words = (plain(it.text), (Run(source, "italic"),))
    return (Cell(words), cell(kinds()[it.kind]), cell(speaks()[it.speaks]))


def _readiness(workbook: Workbook, problem: Problem) -> Iterator[Block]:
    """Give the check that asks if the statement is a good one, as far as it is not met."""
    found, points, answers = readiness(workbook, problem), point_words(), answer_words()
    if _is_ready(found):
        return
    yield Heading(plain(say("Is it well stated?")))
    yield Text(plain(readiness_words(found)))
    items = tuple(
        Item((*plain(f"{points[it.point]}: "), *strong(answers[it.answer]), *plain(". "),
              Run(it.words, "italic")))
        for it in found
        if it.answer != "yes"
    )  # fmt: skip
    yield Listing(items)


def _questions(workbook: Workbook, problem: Problem) -> Iterator[Block]:
    line = line_of_sight(workbook, problem.id)
    every = [it for it in asked(workbook, "question") if not it.item_id or it.item_id in line]
    if every:
        yield Heading(plain(say("Questions still open")))
        yield Listing(tuple(Item((*plain(it.text), *_who(it.who))) for it in every))


def _who(who: str) -> Words:
    asks = say("could find out: {who}", who=who) if who else say("nobody asks yet")
    return (Run(" "), Run(asks, "italic"))

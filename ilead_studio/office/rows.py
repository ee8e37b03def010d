"""The tables of a workbook: what can be counted, sorted and filtered in a spreadsheet."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from ilead_studio.drawing.signs import meaning
from ilead_studio.model import Cause, Cycle, Driver, Idea, Measure, Page, Workbook, pages
from ilead_studio.rules.cycles import decision_words, purpose_words, state_words
from ilead_studio.rules.family import family
from ilead_studio.rules.learning import changed_words, learnings
from ilead_studio.rules.measures import direction_words, figure
from ilead_studio.rules.measures import kind_words as measure_words
from ilead_studio.rules.open_list import asked
from ilead_studio.rules.open_list import kind_words as question_words
from ilead_studio.rules.outline import Row, outline, role_words
from ilead_studio.words import capital, say

Value = str | float | int | date | None
Line = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Records:
    """A table: its name to type, its words, the heads of its columns and its rows."""

    name: str
    words: str
    heads: tuple[str, ...]
    rows: tuple[Line, ...]


def tables(workbook: Workbook) -> tuple[Records, ...]:
    """Return the tables that have something in them."""
    every = (make(_Known(workbook)) for make in _MAKERS)
    return tuple(it for it in every if it.rows)


class _Known:
    """A workbook, and what its records are called by their ids."""

    def __init__(self, workbook: Workbook) -> None:
        self.workbook = workbook
        self.refs = _refs(workbook)
        self._parties = {it.id: it.short or it.name for it in workbook.parties}

    def names(self, ids: Sequence[str]) -> str:
        """Name parties."""
        return ", ".join(self._parties[it] for it in ids if it in self._parties)

    def those(self, ids: Sequence[str]) -> str:
        """Name items by their references."""
        return ", ".join(self.refs[it] for it in ids if it in self.refs)


def _refs(workbook: Workbook) -> Mapping[str, str]:
    """Return the reference of everything that has one, by its id."""
    found = {it.id: it.ref for it in (*workbook.ideas, *pages(workbook))}
    found |= {it.id: it.ref for it in workbook.cycles}
    found |= {it.id: it.ref for page in workbook.fishbones for it in page.causes}
    return found | {it.id: it.ref for page in workbook.theories for it in page.drivers}


def _below(known: _Known, drawn: Sequence[Page]) -> Iterator[tuple[Page, Row]]:
    """Give the rows of pages without the heads and the aims."""
    for page in drawn:
        yield from ((page, row) for row in outline(known.workbook, page)[1:])


def _causes(known: _Known) -> Records:
    heads = (say("Reference"), say("Fishbone"), say("What it is"), say("Cause"), say("Under"),
             say("Evidence"), say("Root cause"), say("Votes"), say("Effort"), say("Impact"),
             say("Belongs to"), say("Notes"))  # fmt: skip
    rows = []
    for page, row in _below(known, known.workbook.fishbones):
        it = family(known.workbook, page).items[row.id]
        if isinstance(it, Cause):
            rows.append(_cause(known, page, row, it))
    return Records("causes", say("Causes"), heads, tuple(rows))


def _cause(known: _Known, page: Page, row: Row, it: Cause) -> Line:
    return (
        row.ref, page.ref, role_words(row), row.text, known.refs.get(row.parent_id or ""),
        meaning(it.evidence) if row.depth > 1 else None, say("yes") if it.root else None,
        it.votes or None, it.effort or None, it.impact or None, known.names(it.parties), it.notes,
    )  # fmt: skip


def _drivers(known: _Known) -> Records:
    heads = (say("Reference"), say("Driver diagram"), say("What it is"), say("Driver"),
             say("Serves"), say("Definition"), say("Measures"), say("Answers"), say("Owner"),
             say("Belongs to"), say("Notes"))  # fmt: skip
    rows = []
    for page, row in _below(known, known.workbook.theories):
        it = family(known.workbook, page).items[row.id]
        if isinstance(it, Driver):
            rows.append(_driver(known, page, row, it))
    return Records("drivers", say("Drivers"), heads, tuple(rows))


def _driver(known: _Known, page: Page, row: Row, it: Driver) -> Line:
    serves = known.those((row.parent_id or "", *row.also))
    measured = ", ".join(measure.name for measure in it.measures)
    return (
        row.ref, page.ref, role_words(row), row.text, serves, it.definition, measured,
        known.those(it.answers), it.owner, known.names(it.parties), it.notes,
    )  # fmt: skip


def _ideas(known: _Known) -> Records:
    heads = (say("Reference"), say("Change idea"), say("State"), say("Serves"), say("Cycles"),
             say("Votes"), say("Effort"), say("Impact"), say("Owner"), say("Belongs to"),
             say("Why"), say("Notes"))  # fmt: skip
    serves: dict[str, list[str]] = {}
    for page in known.workbook.theories:
        for link in page.links:
            serves.setdefault(link.source, []).append(link.target)
    rows = tuple(_idea(known, it, serves.get(it.id, ())) for it in known.workbook.ideas)
    return Records("ideas", say("Change ideas"), heads, rows)


def _idea(known: _Known, it: Idea, serves: Sequence[str]) -> Line:
    cycles = [cycle.id for cycle in known.workbook.cycles if cycle.idea_id == it.id]
    return (
        it.ref, it.text, meaning(it.state), known.those(serves), known.those(cycles),
        it.votes or None, it.effort or None, it.impact or None, it.owner, known.names(it.parties),
        it.rationale, it.notes,
    )  # fmt: skip


def _cycles(known: _Known) -> Records:
    heads = (say("Reference"), say("Change idea"), say("Ramp"), say("Cycle"), say("State"),
             say("Purpose"), say("Objective"), say("Who tests"), say("Where"), say("Begin"),
             say("End"), say("Decision"), say("Decided"), say("Learned"))  # fmt: skip
    rows = tuple(_cycle(known, it) for it in known.workbook.cycles)
    return Records("cycles", say("PDSA cycles"), heads, rows)


def _cycle(known: _Known, it: Cycle) -> Line:
    return (
        it.ref, known.refs.get(it.idea_id), it.ramp, it.number, state_words(it),
        purpose_words(it.purpose), it.objective, it.owner, it.site,
        it.started or it.planned_start, it.ended or it.planned_end, decision_words(it.decision),
        it.decided, it.learned,
    )  # fmt: skip


def _measures(known: _Known) -> Records:
    heads = (say("Measure"), say("For"), say("Definition"), say("Unit"), say("Wanted"),
             say("Target"), say("How often"), say("Source"), say("Who collects"),
             say("Belongs to"), say("Notes"))  # fmt: skip
    rows = tuple(
        (it.name, measure_words(it.kind), it.definition, it.unit, direction_words(it), it.target,
         it.often, it.source, it.collects, known.names(it.parties), it.notes)
        for it in known.workbook.measures
    )  # fmt: skip
    return Records("measures", say("Measures"), heads, rows)


def _numbers(known: _Known) -> Records:
    heads = (say("Measure"), say("Day"), say("Group"), say("Number"), say("Of"), say("Value"),
             say("Unit"), say("Note"))  # fmt: skip
    rows = [line for it in known.workbook.measures for line in _readings(it)]
    return Records("numbers", say("Numbers of measures"), heads, tuple(rows))


def _readings(it: Measure) -> Iterator[Line]:
    """Give the numbers of a measure; a count of so many has its percentage as the value."""
    for read in it.readings:
        unit, value = "%" if read.of else it.unit, figure(read)
        exact = None if value is None else round(value, 3)
        yield (it.name, read.day, read.subgroup, read.value, read.of, exact, unit, read.note)


def _next_steps(known: _Known) -> Records:
    heads = (say("Next step"), say("Owner"), say("Due"), say("Done"), say("Promised on"),
             say("About"))  # fmt: skip
    days = {it.id: it.day for it in known.workbook.meetings}
    rows = tuple(
        (it.text, it.owner, it.due, it.done, days.get(it.meeting_id),
         known.refs.get(it.item_id or ""))
        for it in known.workbook.next_steps
    )  # fmt: skip
    return Records("next-steps", say("Next steps"), heads, rows)


def _questions(known: _Known) -> Records:
    heads = (say("Question"), say("What asks it"), say("Who could find out"), say("About"),
             say("Answered"))  # fmt: skip
    every = (*asked(known.workbook, "every"), *asked(known.workbook, "answered"))
    rows = tuple((it.text, question_words(it.kind), it.who, it.about, it.answered) for it in every)
    return Records("open-questions", say("Open questions"), heads, rows)


def _learning(known: _Known) -> Records:
    heads = (say("Day"), say("Cycle"), say("Change idea"), say("Learning"), say("Speaks about"),
             say("Decision"), say("What changed"))  # fmt: skip
    rows = tuple(
        (it.day, it.cycle.ref, f"{it.idea.ref} {it.idea.text}", it.text,
         ", ".join(found.ref for found in it.findings), decision_words(it.cycle.decision),
         capital(changed_words(it.cycle.changed)) if it.cycle.changed else None)
        for it in learnings(known.workbook)
    )  # fmt: skip
    return Records("learning-log", say("Learning log"), heads, rows)


_MAKERS: Final[tuple[Callable[[_Known], Records], ...]] = (
    _causes, _drivers, _ideas, _cycles, _measures, _numbers, _next_steps, _questions, _learning,
)  # fmt: skip

"""What is written about each row of an outline, before any of it is set."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ilead_studio.drawing.signs import meaning
from ilead_studio.handouts.facts import serving
from ilead_studio.handouts.style import BELOW, BODY, BONE, NOTES, NUMBER, Style
from ilead_studio.model import Cause, Cycle, Driver, Page, Theory, Workbook
from ilead_studio.model.evidence import Citation, Evidence
from ilead_studio.rules.cycles import state_words
from ilead_studio.rules.family import Below as Record
from ilead_studio.rules.family import family
from ilead_studio.rules.outline import Row, outline, role_words
from ilead_studio.words import capital, count, say

COLUMN: Final = 31.0
"""From the left side to the words; references stand before it."""
ASIDE: Final = 92.0
"""The column at the right that says what a driver is, or how sure one is of a cause."""
_STEPS: Final = (0.0, 0.0, 0.0, *[17.0] * 7, *[4.0] * 40)
"""Indent added at each depth: lists begin at depth 2, and deep levels add less."""

Below = tuple[tuple[str, Style], ...]
"""Lines under an item's words, each with its style."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row with what is written under its words, and a word about it at the right."""

    row: Row
    below: Below
    aside: str
    is_root: bool = False

    @property
    def style(self) -> Style:
        """How its words are set: semibold for a bone and for a root cause."""
        if self.row.depth == 1:
            return BONE
        return NUMBER if self.is_root else BODY

    @property
    def indent(self) -> float:
        """Where its words begin, from the left."""
        return COLUMN + sum(_STEPS[: self.row.depth + 1])

    def room(self, whole: float) -> float:
        """Return how long its lines may be when the whole room is so long."""
        return whole - self.indent - (ASIDE if self.aside else 0.0)

    def height(self, whole: float) -> float:
        """Return how high it begins: its words, and two lines of what stands under them."""
        room = self.room(whole)
        under = (min(style.height(text, room), 2 * style.lead) for text, style in self.below[:1])
        return self.style.height(self.row.text, room) + sum(under)


def entries(workbook: Workbook, page: Page) -> tuple[Entry, ...]:
    """Return the entries of a page's outline in reading order, without the head or the aim."""
    rows = outline(workbook, page)
    serves, records = serving(rows), family(workbook, page).items
    cycles: dict[str, list[Cycle]] = {}
    for cycle in workbook.cycles:
        cycles.setdefault(cycle.idea_id, []).append(cycle)
    known = _Known.of(workbook)
    made = []
    for row in rows[1:]:
        record = records[row.id]
        below = (
            *known.about(record),
            *_below(row, serves.get(row.id, ""), cycles.get(row.id, ())),
        )
        is_root = isinstance(record, Cause) and record.root
        made.append(Entry(row, below, _aside(row, record, page), is_root))
    return tuple(made)


def _aside(row: Row, record: Record, page: Page) -> str:
    """Return a word at the right: what a driver is, how sure one is of a cause; none of a bone."""
    if isinstance(page, Theory):
        return capital(role_words(row))
    return meaning(record.evidence) if isinstance(record, Cause) and row.depth > 1 else ""


@dataclass(frozen=True, slots=True)
class _Known:
    """What items name by id: parties, evidence, causes."""

    parties: Mapping[str, str]
    evidence: Mapping[str, Evidence]
    refs: Mapping[str, str]

    @classmethod
    def of(cls, workbook: Workbook) -> "_Known":
        causes = (cause for page in workbook.fishbones for cause in page.causes)
        return cls(
            {party.id: party.name for party in workbook.parties},
            {found.id: found for found in workbook.evidence},
            {cause.id: cause.ref for cause in causes},
        )

    def about(self, record: Record) -> Iterator[tuple[str, Style]]:
        """Return in lines what is known of an item besides its state and its notes."""
        if isinstance(record, Driver):
            for line in paragraphs_of(record.definition):
                yield line, BELOW
        if facts := " · ".join(filter(None, self._facts(record))):
            yield facts, BELOW
        if isinstance(record, Cause | Driver):
            for cited in record.cites:
                yield self._evidence(cited), NOTES

    def _facts(self, record: Record) -> Iterator[str]:
        if isinstance(record, Cause):
            yield say("Root cause") if record.root else ""
            yield count(record.votes, "{number} vote", "{number} votes") if record.votes else ""
            if record.same_as:
                yield say("Linked copy of {ref}", ref=self.refs[record.same_as])
        if isinstance(record, Driver) and record.answers:
            causes = ", ".join(self.refs[it] for it in record.answers)
            yield say("Answers {causes}", causes=causes)
        if isinstance(record, Driver) and record.measures:
            names = ", ".join(measure.name for measure in record.measures)
            yield say("Measured by {names}", names=names)
        if record.parties:
            names = ", ".join(self.parties[it] for it in record.parties)
            yield say("Belongs to {parties}", parties=names)

    def _evidence(self, cited: Citation) -> str:
        """Say what was found out and how it speaks: "Nine interviews, March (speaks for)"."""
        found = self.evidence[cited.evidence_id]
        words = ", ".join(filter(None, (found.text, found.source, found.date)))
        speaks = {
            "for": say("speaks for"), "against": say("speaks against"), "mixed": say("mixed"),
        }  # fmt: skip
        return say("{evidence} ({speaks})", evidence=words, speaks=speaks[cited.speaks])


def paragraphs_of(notes: str) -> Sequence[str]:
    """Return the paragraphs of notes, which are divided by line breaks."""
    return [line.strip() for line in notes.split("\n") if line.strip()]


def _below(row: Row, serves: str, cycles: Sequence[Cycle]) -> Iterator[tuple[str, Style]]:
    if serves:
        yield serves, BELOW
    for line in paragraphs_of(row.notes):
        yield line, NOTES
    for cycle in cycles:
        words = cycle.objective or state_words(cycle)
        yield say("Cycle {ref}: {objective}", ref=cycle.ref, objective=words), BELOW

"""What is written about each row of an outline, before any of it is set."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ilead_studio.handouts.facts import serving
from ilead_studio.handouts.style import BELOW, BODY, BONE, NOTES, Style
from ilead_studio.model import Cycle, Page, Theory, Workbook
from ilead_studio.rules.outline import Row, outline, role_words
from ilead_studio.words import say

COLUMN: Final = 31.0
"""From the left side to the words; references stand before it."""
ASIDE: Final = 92.0
"""The column at the right that says what a driver is."""
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

    @property
    def style(self) -> Style:
        """How its words are set."""
        return BONE if self.row.depth == 1 else BODY

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
    serves = serving(rows)
    cycles: dict[str, list[Cycle]] = {}
    for cycle in workbook.cycles:
        cycles.setdefault(cycle.idea_id, []).append(cycle)
    is_theory = isinstance(page, Theory)
    return tuple(
        Entry(
            row,
            tuple(_below(row, serves.get(row.id, ""), cycles.get(row.id, ()))),
            _capital(role_words(row)) if is_theory else "",
        )
        for row in rows[1:]
    )


def paragraphs_of(notes: str) -> Sequence[str]:
    """Return the paragraphs of notes, which are divided by line breaks."""
    return [line.strip() for line in notes.split("\n") if line.strip()]


def _below(row: Row, serves: str, cycles: Sequence[Cycle]) -> Iterator[tuple[str, Style]]:
    if serves:
        yield serves, BELOW
    for line in paragraphs_of(row.notes):
        yield line, NOTES
    for cycle in cycles:
        yield say("Cycle {ref}: {objective}", ref=cycle.ref, objective=cycle.objective), BELOW


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]

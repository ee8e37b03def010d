"""What cells and paragraphs of many pages have alike: words with a reference, and none yet."""

from collections.abc import Iterable
from datetime import date

from ilead_studio.model import Workbook
from ilead_studio.packet.blocks import Cell, Column, Run, Table, Words, plain
from ilead_studio.rules.days import short_day
from ilead_studio.words import named_all, say

TO_WRITE = Cell()
"""Room to write in."""


def cell(*texts: str) -> Cell:
    """Return a cell of paragraphs; empty ones are left out."""
    return Cell(tuple(plain(it) for it in texts if it))


def said(text: str, instead: str = "") -> Cell:
    """Return a cell that is never empty: what is not known is said so."""
    return cell(text or instead or say("none yet"))


def words_cell(words: Words) -> Cell:
    """Return a cell of one paragraph."""
    return Cell((words,))


def ref_cell(ref: str) -> Cell:
    """Return the cell of a reference; what has none says so."""
    return cell(ref or say("none"))


def day_cell(day: date | None) -> Cell:
    """Return the cell of a day."""
    return cell(short_day(day) if day else say("no day yet"))


def with_ref(text: str, ref: str) -> Words:
    """Return words with their reference in brackets: "Talk about books (I1)"."""
    return (Run(f"{text} ("), Run(ref, "ref"), Run(")")) if ref else plain(text)


def with_more(text: str, more: str) -> Words:
    """Return words, and what is said of them in italics."""
    return (Run(f"{text} "), Run(more, "italic")) if more else plain(text)


def joined(parts: Iterable[Words], between: str = "; ") -> Words:
    """Return several words as one paragraph."""
    every = [it for it in parts if it]
    runs = [(*it, Run(between)) if at < len(every) else it for at, it in enumerate(every, 1)]
    return tuple(run for it in runs for run in it)


def rows_to_write(number: int, *columns: Column, summary: str, numbered: bool = False) -> Table:
    """Return a table of empty rows."""
    return Table(summary, columns, (), write=number, numbered=numbered)


def party_names(workbook: Workbook, ids: Iterable[str]) -> str:
    """Return the names of parties in the middle of a sentence; empty when none is named."""
    named = set(ids)
    return named_all([it.short or it.name for it in workbook.parties if it.id in named])

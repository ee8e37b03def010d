"""The measures: what is counted and how, who collects it and how often, and the numbers so far."""

import re
from collections.abc import Iterator
from typing import Final

from ilead_studio.model import Measure, Workbook
from ilead_studio.packet.blocks import (
    Block,
    Cell,
    Column,
    Entry,
    Facts,
    Lines,
    Run,
    Table,
    Text,
    Words,
    plain,
)
from ilead_studio.packet.cells import cell, said
from ilead_studio.packet.given import Given
from ilead_studio.packet.leaf import Leaf
from ilead_studio.packet.references import after, parts_of
from ilead_studio.rules import measure_cells
from ilead_studio.rules.calendar_rows import party_words
from ilead_studio.rules.days import span_words
from ilead_studio.rules.measure_cells import cell_words
from ilead_studio.rules.measure_ties import ties
from ilead_studio.rules.measures import (
    KINDS,
    direction_words,
    kind_words,
    provisional_words,
    table_rows,
)
from ilead_studio.rules.numbers import with_unit
from ilead_studio.words import count, say

_EMPTY: Final = 5
"""Rows for the first numbers, at least."""
_FEW: Final = 4
"""Columns of numbers beside which there is room for notes."""
_WHOLE: Final = re.compile(r"-?[\d,]+")
_ONE_PLACE: Final = re.compile(r"-?[\d,]+\.\d")


def measures_page(given: Given) -> tuple[Leaf, ...]:
    """Return the measures in the order of what they are for; none while there are none."""
    workbook, title = given.workbook, say("Measures")
    measures = [it for kind in KINDS for it in workbook.measures if it.kind == kind]
    if not measures:
        return ()
    about = count(len(measures), "{number} measure. A number says that something changed, not why.",
                  "{number} measures. A number says that something changed, not why.")  # fmt: skip
    blocks = tuple(
        Entry(plain(it.name), "", tuple(_measure(workbook, it))) for it in measures
    )  # fmt: skip
    return (Leaf(title, title, blocks, (plain(about),)),)


def _measure(workbook: Workbook, measure: Measure) -> Iterator[Block]:
    if measure.definition:
        yield Text(plain(measure.definition))
    else:
        yield Lines(2, say("What exactly is counted? Write it so that two people count alike."))
    yield _facts(measure)
    counted = _counted(measure)
    if counted:
        yield Text(counted, "small")
    yield Text(_belongs(workbook, measure), "small")
    if measure.notes:
        yield Text(plain(measure.notes), "note")
    yield _numbers(measure)


def _facts(measure: Measure) -> Facts:
    target = "" if measure.target is None else with_unit(measure.target, measure.unit)
    baseline = span_words(measure.baseline_first, measure.baseline_last)
    rest = provisional_words(measure) if baseline else ""
    return Facts((
        (say("Kind"), 1.0, said(kind_words(measure.kind))),
        (say("Wanted"), 1.3, said(direction_words(measure), say("not said yet"))),
        (say("Target"), 0.9, said(target)),
        (say("Baseline"), 1.6, cell(baseline, rest) if baseline else said("")),
        (say("Who collects it"), 1.5, said(measure.collects, say("nobody yet"))),
        (say("How often"), 1.3, said(measure.often, say("not said yet"))),
    ))  # fmt: skip


def _counted(measure: Measure) -> Words:
    return parts_of(
        after(say("Counted:"), plain(measure.numerator)),
        after(say("of:"), plain(measure.denominator)),
        after(say("from:"), plain(measure.source)),
    )


def _belongs(workbook: Workbook, measure: Measure) -> Words:
    """Say what names it, and whose it is."""
    tied = "; ".join(it.words for it in ties(workbook, measure.id))
    return parts_of(
        after(say("Belongs to:"), plain(tied)) or plain(say("Belongs to no driver or cycle yet")),
        plain(party_words(workbook, measure.parties)),
    )


def _columns(measure: Measure) -> tuple[measure_cells.Column, ...]:
    """Return the columns in which something stands; all of them before the first number.

    Where there are few, one for notes is there to write in.
    """
    found = measure_cells.columns(measure)
    if not measure.readings:
        return found
    there = {it.subgroup for it in measure.readings}
    named = sum(it.kind != "note" and it.subgroup in there for it in found)
    noted = any(it.note for it in measure.readings) or named < _FEW
    return tuple(
        it for it in found
        if it.kind == "day" or (noted if it.kind == "note" else it.subgroup in there)
    )  # fmt: skip


def _numbers(measure: Measure) -> Table:
    """Return the numbers by day, and rows to write the next ones."""
    rows, known = table_rows(measure), _columns(measure)
    columns = tuple(
        Column(it.heading, 2.2 if it.kind == "note" else 1.0, end=it.kind not in ("day", "note"))
        for it in known
    )
    each = [_alike([cell_words(measure, row, it) for row in rows], it.kind) for it in known]
    cells = tuple(
        tuple(_cell(words, kind=it.kind) for words, it in zip(row, known, strict=True))
        for row in zip(*each, strict=True)
    )
    return Table(say("Numbers of “{measure}” by day", measure=measure.name), columns,
                 cells, write=0 if rows else _EMPTY, closed=False, fill=True)  # fmt: skip


def _cell(words: str, kind: str) -> Cell:
    return cell(words) if words else Cell(((Run("–" if kind != "note" else " "),),))


def _alike(words: list[str], kind: str) -> list[str]:
    """Give whole numbers a place after the point where others of their column have one."""
    if kind in ("day", "note") or not any(_ONE_PLACE.fullmatch(it) for it in words):
        return words
    return [f"{it}.0" if _WHOLE.fullmatch(it) else it for it in words]

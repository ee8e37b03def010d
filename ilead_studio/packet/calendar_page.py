"""The school calendar with the cycles as bars over its weeks, and the same in words."""

from collections.abc import Iterator
from typing import Final

from ilead_studio.drawing.cycle_weeks import IdeaLine, Span, Weeks, draw_calendar
from ilead_studio.model import Idea, Workbook
from ilead_studio.packet.blocks import Block, Cell, Column, Heading, Sketch, Table, plain
from ilead_studio.packet.cells import cell, said, with_ref
from ilead_studio.packet.given import Given
from ilead_studio.packet.leaf import Leaf
from ilead_studio.packet.references import own_ref
from ilead_studio.rules import cycle_calendar
from ilead_studio.rules.calendar_rows import CalendarRow, calendar_rows
from ilead_studio.rules.calendar_words import calendar_counts, short_words
from ilead_studio.rules.cycle_calendar import Bar, closed, closed_for
from ilead_studio.rules.cycles import cycle_with_id
from ilead_studio.rules.days import span_words, year_day
from ilead_studio.words import say

_ROWS: Final = 10
"""Ideas on one picture."""
_LEAST: Final = 150.0


def calendar_page(given: Given) -> tuple[Leaf, ...]:
    """Return the calendar; nothing while no cycle has a day."""
    workbook, title = given.workbook, say("Calendar of cycles")
    page = cycle_calendar.calendar_page(workbook, given.today)
    rows = calendar_rows(workbook, page.bars)
    if not rows:
        return ()
    pictures: list[Block] = []
    if not given.large:
        over = Weeks(page.weeks, closed(workbook.calendar, page.weeks), given.today)
        lines = [_line(workbook, it) for it in rows]
        for at in range(0, len(lines), _ROWS):
            part = tuple(lines[at : at + _ROWS])
            least = _LEAST + 12.0 * len(part)
            pictures.append(Sketch(draw_calendar, (part, over), _told(rows), least=least))
    blocks = (*pictures, *_in_words(workbook, rows))
    about = (plain(_about(given)), plain(_without_school(workbook)))
    return (Leaf(title, title, blocks, tuple(filter(None, about)), wide=True),)


def _about(given: Given) -> str:
    known = given.workbook.calendar
    counts = calendar_counts(given.workbook, given.today)
    if not (known.first and known.last):
        return say("{counts}. Nobody has said yet when the school year is.", counts=counts)
    return say("{counts}. School from {first} to {last}.", counts=counts,
               first=year_day(known.first), last=year_day(known.last))  # fmt: skip


def _without_school(workbook: Workbook) -> str:
    """Name the breaks with their days; empty when none is known."""
    named = [
        say("{name} {days}", name=it.name, days=span_words(it.first, it.last))
        for it in workbook.calendar.breaks
    ]
    return say("No school: {breaks}.", breaks=", ".join(named)) if named else ""


def _line(workbook: Workbook, row: CalendarRow) -> IdeaLine:
    bars = tuple(_span(workbook, it) for it in row.bars)
    own = closed_for(workbook.calendar, row.parties)
    return IdeaLine(row.idea_id, _idea(workbook, row).ref, row.words, bars, own)


def _idea(workbook: Workbook, row: CalendarRow) -> Idea:
    return next(it for it in workbook.ideas if it.id == row.idea_id)


def _span(workbook: Workbook, bar: Bar) -> Span:
    cycle = cycle_with_id(workbook, bar.cycle_id)
    words = " ".join(filter(None, (cycle.ref if cycle else "", short_words(workbook, bar))))
    return Span(bar.cycle_id, words, bar.first, bar.last, bar.kind)


def _told(rows: tuple[CalendarRow, ...]) -> str:
    number = sum(len(it.bars) for it in rows)
    return say("The cycles of {ideas} ideas as {bars} bars over the weeks of the school year. "
               "The table below says the same in words.", ideas=len(rows), bars=number)  # fmt: skip


def _in_words(workbook: Workbook, rows: tuple[CalendarRow, ...]) -> Iterator[Block]:
    yield Heading(plain(say("The same in words")))
    columns = (
        Column(say("Ref"), 30),
        Column(say("Change idea"), 250),
        Column(say("From – to"), 110),
        Column(say("How large"), 150),
        Column(say("How it stands"), 150),
    )
    cells = tuple(
        it for row in rows for it in _rows(workbook, row)
    )  # fmt: skip
    yield Table(say("Cycles by change idea"), columns, cells, head=1)


def _rows(workbook: Workbook, row: CalendarRow) -> Iterator[tuple[Cell, ...]]:
    for bar in row.bars:
        cycle = cycle_with_id(workbook, bar.cycle_id)
        yield (
            own_ref(cycle.ref if cycle else ""),
            Cell((with_ref(row.words, _idea(workbook, row).ref),)),
            cell(span_words(bar.first, bar.last)),
            said(cycle.scale if cycle else "", say("not said yet")),
            cell(short_words(workbook, bar)),
        )

"""The agenda of a meeting on paper: what, how long, what was promised last time, and notes."""

from collections.abc import Iterator

from ilead_studio.model import AgendaItem, Meeting
from ilead_studio.packet.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Item,
    Lines,
    Listing,
    Table,
    Text,
    plain,
)
from ilead_studio.packet.cells import TO_WRITE, cell, day_cell, with_more, words_cell
from ilead_studio.packet.given import Given
from ilead_studio.packet.leaf import Leaf
from ilead_studio.packet.meeting_head import day_frame, meeting_of, meeting_words
from ilead_studio.packet.steps_table import owner_words, step_with_id, step_words
from ilead_studio.rules.agenda_times import agenda_times
from ilead_studio.rules.meeting_attendance import expected
from ilead_studio.rules.meeting_steps import StepRow, promised, promised_words
from ilead_studio.rules.meetings import ago_words, ground_rules
from ilead_studio.words import capital, count, named_all, say

_NEW_POINTS = 2
"""Rows for what comes up in the room."""


def agenda_page(given: Given) -> tuple[Leaf, ...]:
    """Return the agenda of a meeting; nothing in a workbook without meetings."""
    meeting = meeting_of(given)
    if meeting is None:
        return ()
    blocks = (
        _points(meeting),
        *_since(given, meeting),
        Heading(plain(say("Ground rules"))),
        Listing(tuple(Item(plain(it)) for it in ground_rules(meeting))),
        Lines(heading=say("My notes")),
    )
    title = say("Agenda")
    led = say("Led by: {role}.", role=meeting.led_by) if meeting.led_by else ""
    told = meeting_words(meeting), led, _who(given, meeting)
    about = tuple(plain(it) for it in told if it)
    return (Leaf(title, title, blocks, about, day_frame(meeting)),)


def _who(given: Given, meeting: Meeting) -> str:
    names = [it.short or it.name for it in expected(given.workbook, meeting)]
    return say("Together: {parties}.", parties=named_all(names)) if names else ""


def _points(meeting: Meeting) -> Table:
    times = agenda_times(meeting)
    columns = (
        *([Column(say("Time"), 1.0)] if times else []),
        Column(say("What"), 6.6),
        Column(say("Minutes"), 1.4),
        Column(say("Led by (role)"), 3.0),
    )
    clocks = [cell(it) for it in times]
    rows = [_point(it, tuple(clocks[at : at + 1])) for at, it in enumerate(meeting.agenda)]
    return Table(
        say("Agenda: what, how many minutes, and who leads it"), columns, tuple(rows),
        write=_NEW_POINTS if rows else 3 * _NEW_POINTS, head=len(times[:1]),
    )  # fmt: skip


def _point(it: AgendaItem, time: tuple[Cell, ...]) -> tuple[Cell, ...]:
    minutes = count(it.minutes, "{number} min", "{number} min") if it.minutes else say("open")
    what = words_cell(with_more(it.text, say("done") if it.done else ""))
    return (*time, what, cell(minutes), cell(it.led_by) if it.led_by else TO_WRITE)


def _since(given: Given, meeting: Meeting) -> Iterator[Block]:
    """Give what was promised before, and how it stands."""
    steps = promised(given.workbook, meeting, given.today)
    ago = ago_words(given.workbook, meeting)
    if not steps and not ago:
        return
    yield Heading(plain(say("Since last time")))
    yield Text(plain(_promised_words(ago, steps)))
    if steps:
        yield Table(
            say("Next steps from earlier meetings, and how each of them stands"),
            (
                Column(say("Next step"), 4.6),
                Column(say("Owner"), 2.3),
                Column(say("Due"), 1.2),
                Column(say("How it stands"), 2.1),
                Column(say("Today: done, or moved to"), 2.0),
            ),
            tuple(_step(given, it) for it in steps),
        )


def _promised_words(ago: str, steps: tuple[StepRow, ...]) -> str:
    last = say("We last met on {ago}.", ago=ago) if ago else ""
    if not steps:
        return say("{last} Nothing is promised from then.", last=last).strip()
    told = say("Promised steps: {steps}.", steps=promised_words(steps))
    return " ".join(filter(None, (last, told)))


def _step(given: Given, row: StepRow) -> tuple[Cell, ...]:
    step = step_with_id(given.workbook, row.id)
    return (
        words_cell(step_words(given.workbook, step)),
        cell(owner_words(step)),
        day_cell(step.due),
        cell(_stands(row)),
        cell(say("done")) if row.is_done else TO_WRITE,
    )


def _stands(row: StepRow) -> str:
    return capital(row.when) if row.is_done or row.is_late else say("Open")

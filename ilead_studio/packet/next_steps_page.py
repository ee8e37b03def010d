"""Who does what by when: what is promised and open, rows for what is decided today, a promise."""

from collections.abc import Iterator

from ilead_studio.model import NextStep
from ilead_studio.packet.blocks import Ask, Block, Cell, Column, Heading, Lines, Table, Text, plain
from ilead_studio.packet.cells import TO_WRITE, cell, day_cell, ref_cell
from ilead_studio.packet.given import Given
from ilead_studio.packet.leaf import Leaf
from ilead_studio.packet.meeting_head import day_frame, meeting_of, next_words
from ilead_studio.packet.steps_table import owner_words, step_ref
from ilead_studio.rules.days import dated_words
from ilead_studio.rules.meeting_steps import by_due
from ilead_studio.words import count, say

_NEW_STEPS = 5


def next_steps_page(given: Given) -> tuple[Leaf, ...]:
    """Return the page of what was promised; of one meeting what was promised there or before."""
    meeting = meeting_of(given)
    title = say("Who does what by when")
    steps = _steps(given)
    blocks = (_table(given, steps), *_promise(next_words(given, meeting)))
    frame = day_frame(meeting)
    return (Leaf(say("Next steps"), title, blocks, (plain(_about(given, steps)),), frame),)


def _about(given: Given, steps: tuple[NextStep, ...]) -> str:
    day = dated_words(given.today)
    number = sum(it.done is None for it in steps)
    told = count(number, "{number} step is open", "{number} steps are open")
    told = told if number else say("No step is open")
    return say(
        "{told} on {day}. Owners are roles. Empty rows are for what is decided today.",
        day=day, told=told,
    )  # fmt: skip


def _steps(given: Given) -> tuple[NextStep, ...]:
    """Return what is open, and what of the page's own meeting is done."""
    meeting = meeting_of(given)
    own = meeting.id if meeting else ""
    some = (it for it in given.workbook.next_steps if it.done is None or it.meeting_id == own)
    return tuple(by_due(some))


def _table(given: Given, steps: tuple[NextStep, ...]) -> Table:
    columns = (
        Column(say("Ref"), 1.0),
        Column(say("Next step"), 6.6),
        Column(say("Owner"), 3.0),
        Column(say("By"), 1.6),
        Column(say("Done"), 1.0),
    )
    rows = tuple(_row(given, it) for it in steps)
    empty = tuple(_empty(at) for at in range(1, _NEW_STEPS + 1))
    summary = say("Next steps with the reference of what they are about, owner and day")
    return Table(summary, columns, (*rows, *empty), head=1)


def _row(given: Given, step: NextStep) -> tuple[Cell, ...]:
    return (
        ref_cell(step_ref(given.workbook, step)),
        cell(step.text),
        cell(owner_words(step)),
        day_cell(step.due),
        _box(step.id, say("Tick when done: {step}", step=step.text), is_done=step.done is not None),
    )


def _empty(at: int) -> tuple[Cell, ...]:
    label = say("Tick when done: new step {number}", number=at)
    return (TO_WRITE, TO_WRITE, TO_WRITE, TO_WRITE, _box(f"new{at}", label))


def _box(name: str, label: str, *, is_done: bool = False) -> Cell:
    value = "done" if is_done else ""
    return Cell(ask=Ask(f"step.{name}.done", label, options=(("done", ""),), value=value))


def _promise(coming: str) -> Iterator[Block]:
    """Give what somebody promises today, and when all meet again."""
    yield Heading(plain(say("I commit to")))
    yield Lines(1)
    yield Text(plain(say("what, by when")), "small")
    yield Lines(1)
    yield Text(plain(say("role")), "small")
    if coming:
        yield Text(plain(coming))
    yield Lines(heading=say("My notes"))

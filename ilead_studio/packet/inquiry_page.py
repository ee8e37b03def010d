"""The record of an inquiry, for a dissertation: what was predicted, found and decided, by date."""

from ilead_studio.model import Workbook
from ilead_studio.packet.blocks import Cell, Column, Lines, Table, Text, plain, strong
from ilead_studio.packet.cells import cell
from ilead_studio.packet.given import Given
from ilead_studio.packet.inquiry_events import Event, events
from ilead_studio.packet.leaf import Leaf
from ilead_studio.packet.references import own_ref
from ilead_studio.rules.days import year_day
from ilead_studio.words import count, say


def inquiry_page(given: Given) -> tuple[Leaf, ...]:
    """Return the record from the first day on; a sentence and room to write while it is empty."""
    workbook, title = given.workbook, say("Record of the inquiry")
    found = events(workbook)
    if not found:
        words = say("Nothing is recorded yet: no snapshot was kept, and no cycle has begun.")
        return (Leaf(title, title, (Text(plain(words)), Lines())),)
    about = say(
        "Predictions stand as they were frozen when Do began. What was thought later is an "
        "amendment with its day; the frozen words stay as they are."
    )
    columns = (
        Column(say("Day"), 62),
        Column(say("Ref"), 30),
        Column(say("What"), 104),
        Column(say("In the words of that day"), 300),
    )
    table = Table(say("What happened by date"), columns, tuple(map(_row, found)), head=2)
    return (Leaf(title, title, (table,), (plain(about), plain(_counts(workbook)))),)


def _counts(workbook: Workbook) -> str:
    begun = sum(it.began is not None for it in workbook.cycles)
    amended = sum(len(it.amendments) for it in workbook.cycles)
    parts = (
        count(len(workbook.snapshots), "{number} snapshot", "{number} snapshots"),
        count(begun, "{number} cycle with frozen predictions",
              "{number} cycles with frozen predictions"),
        count(amended, "{number} amendment", "{number} amendments"),
    )  # fmt: skip
    return " · ".join(parts)


def _row(event: Event) -> tuple[Cell, ...]:
    day = year_day(event.day) if event.day else say("day not known")
    ref = own_ref(event.ref) if event.ref else cell("–")
    words = tuple(filter(None, event.words)) or (plain(say("nothing was written")),)
    return (cell(day), ref, Cell((strong(event.what),)), Cell(words))

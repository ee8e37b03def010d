"""The drivers of a theory with what the team means by each, what it answers, and its state."""

from collections.abc import Iterator
from typing import Final

from ilead_studio.model import Driver, Theory, Workbook
from ilead_studio.packet.blocks import (
    Block,
    Cell,
    Column,
    Entry,
    Lines,
    Run,
    Table,
    Text,
    Words,
    plain,
    refs,
)
from ilead_studio.packet.cells import said
from ilead_studio.packet.given import Given
from ilead_studio.packet.leaf import Leaf
from ilead_studio.packet.references import (
    after,
    cause_refs,
    named_in,
    own_ref,
    parts_of,
    refs_cell,
    theories_of,
)
from ilead_studio.rules.calendar_rows import party_words
from ilead_studio.rules.driver_words import driver_states
from ilead_studio.rules.outline import Role, Row, outline
from ilead_studio.words import say

_ROOM: Final = 2
"""Lines to write a definition on."""


def drivers_page(given: Given) -> tuple[Leaf, ...]:
    """Return a page for each theory."""
    return tuple(_leaf(given.workbook, it) for it in theories_of(given))


def _leaf(workbook: Workbook, theory: Theory) -> Leaf:
    title = say("Drivers with definitions")
    about = say(
        "What we think must be true for the aim to be reached. Each driver is a hypothesis."
    )
    return Leaf(title, title, tuple(_blocks(workbook, theory)), (plain(about),), theory.ref)


def _blocks(workbook: Workbook, theory: Theory) -> Iterator[Block]:
    aim = theory.aim or say("not written yet")
    yield Text((Run(say("Aim."), "strong"), Run(" "), Run(aim)))
    rows = [it for it in outline(workbook, theory) if it.role is Role.DRIVER]
    if not rows:
        yield Text(plain(say("There are no drivers yet. Write down what must change first.")))
        yield Lines()
    drivers = {it.id: it for it in theory.drivers}
    for at, row in enumerate(rows):
        if row.depth == 1:
            inner = _below(rows[at + 1 :])
            yield Entry(plain(row.text or say("no words yet")), row.ref,
                        tuple(_driver(workbook, drivers, row, inner, rows)))  # fmt: skip


def _below(rows: list[Row]) -> list[Row]:
    """Return the rows up to the next primary driver."""
    end = next((at for at, it in enumerate(rows) if it.depth == 1), len(rows))
    return rows[:end]


def _driver(
    workbook: Workbook, drivers: dict[str, Driver], row: Row, inner: list[Row], rows: list[Row]
) -> Iterator[Block]:
    driver = drivers[row.id]
    if driver.definition:
        yield Text(plain(driver.definition))
    yield Text(_facts(workbook, driver), "small")
    if not driver.definition:
        yield Lines(_ROOM, say("What do we mean by it? How would we see that it is true?"))
    if inner:
        yield _table(workbook, drivers, inner)
    shared = [it.ref for it in rows if row.id in it.also]
    if shared:
        yield Text((Run(say("Also serving it, from further up or down: ")), *refs(shared)), "small")


def _facts(workbook: Workbook, driver: Driver) -> Words:
    """Say on one line what it answers, whose it is, how sure we are, and how we would see it."""
    answers = refs(named_in(cause_refs(workbook), driver.answers))
    parties = party_words(workbook, driver.parties)
    measures = ", ".join(it.name for it in driver.measures)
    return parts_of(
        after(say("Answers"), answers) or plain(say("Answers no cause yet")),
        after(say("belongs to"), plain(parties)),
        after(say("owner:"), plain(driver.owner)),
        plain(_state(driver)),
        after(say("measure:"), plain(measures)) or plain(say("no measure yet")),
    )


def _state(driver: Driver) -> str:
    words = _believed(driver)
    return f"{words}: {driver.state_reason}" if driver.state_reason else words


def _believed(driver: Driver) -> str:
    """Say in the middle of a sentence what the team believes of a driver."""
    return driver_states()[driver.state].lower()


def _table(workbook: Workbook, drivers: dict[str, Driver], rows: list[Row]) -> Table:
    deep = any(it.depth > 2 for it in rows)
    columns = (
        Column(say("Ref"), 28),
        Column(say("Driver below it") if deep else say("Secondary driver"), 150),
        Column(say("What we mean"), 182),
        Column(say("Answers"), 50),
        Column(say("State"), 58),
    )
    cells = tuple(_row(workbook, drivers, it) for it in rows)
    return Table(say("Drivers below this one"), columns, cells, head=1, closed=False)


def _row(workbook: Workbook, drivers: dict[str, Driver], row: Row) -> tuple[Cell, ...]:
    driver = drivers[row.id]
    above = drivers.get(row.parent_id or "")
    name: tuple[Words, ...] = (plain(driver.text or say("no words yet")),)
    if row.depth > 2 and above:
        name = (*name, (Run(say("under"), "italic"), Run(" "), Run(above.ref, "ref")))
    return (
        own_ref(row.ref),
        Cell(name),
        said(driver.definition, say("not written yet")),
        refs_cell(named_in(cause_refs(workbook), driver.answers)),
        said(_believed(driver)),
    )

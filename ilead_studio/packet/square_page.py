"""The square of effort and impact: references in the fields, and the ideas in words under it."""

from typing import Final

from ilead_studio.drawing.effort_square import Placed, draw_square
from ilead_studio.drawing.ops import Drawing
from ilead_studio.drawing.room import Room
from ilead_studio.model import Idea
from ilead_studio.packet.blocks import (
    Block,
    Cell,
    Column,
    Sketch,
    Table,
    plain,
)
from ilead_studio.packet.cells import said
from ilead_studio.packet.given import Given
from ilead_studio.packet.leaf import Leaf
from ilead_studio.packet.references import own_ref
from ilead_studio.rules.ideas import idea_rows
from ilead_studio.rules.square import square_words
from ilead_studio.words import capital, count, say

_LEAST: Final = 200.0
"""Points of a sheet in which the square can be read."""
_SIZES: Final = {False: 9.5, True: 18.0}
"""Of the words in it, as usual and in large print."""


def square_page(given: Given) -> tuple[Leaf, ...]:
    """Return the square with all ideas but the parked ones; nothing while there are none."""
    ideas = [row.idea for row in idea_rows(given.workbook) if row.idea.state != "parked"]
    if not ideas:
        return ()
    placed = [it for it in ideas if it.effort and it.impact]
    rest = [it for it in ideas if not (it.effort and it.impact)]
    shown = (tuple(placed), _SIZES[given.large])
    blocks: tuple[Block, ...] = (
        Sketch(_drawn, shown, _told(placed), least=_LEAST),
        _table(placed, rest),
    )
    title = say("Effort and impact")
    about = say("Where the team sees each change idea. Begin where little effort does much.")
    if rest:
        about = say("{about} Write in what has no place yet.", about=about)
    return (Leaf(title, title, blocks, (plain(about),)),)


def _drawn(ideas: tuple[Idea, ...], size: float, room: Room) -> Drawing:
    marks = [Placed(it.id, it.ref, it.effort, it.impact) for it in ideas]
    return draw_square(marks, room, size=size)


def _told(placed: list[Idea]) -> str:
    """Say what the square shows; the table under it says where each idea stands."""
    told = count(len(placed), "{number} idea in a square of effort, from left to right, and impact,"
                 " upwards.", "{number} ideas in a square of effort, from left to right, and"
                 " impact, upwards.")  # fmt: skip
    each = "; ".join(
        say("{ref}: {meaning}", ref=it.ref, meaning=square_words(it.effort, it.impact))
        for it in placed
    )
    return f"{told} {each}".strip()


def _table(placed: list[Idea], rest: list[Idea]) -> Table:
    """Return the ideas quarter by quarter, then those that have no place yet."""
    columns = (
        Column(say("Ref"), 26),
        Column(say("Change idea"), 250),
        Column(say("Effort, impact"), 66),
        Column(say("What that means"), 156),
    )
    ordered = sorted(placed, key=lambda it: (it.impact <= 2, it.effort > 2))
    rows = tuple(map(_row, (*ordered, *rest)))
    return Table(say("Ideas by effort and impact"), columns, rows, head=1)


def _row(idea: Idea) -> tuple[Cell, ...]:
    return (
        own_ref(idea.ref),
        said(idea.text, say("no words yet")),
        said(f"{idea.effort}, {idea.impact}" if idea.effort and idea.impact else ""),
        said(capital(square_words(idea.effort, idea.impact))),
    )

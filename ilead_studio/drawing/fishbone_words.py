"""What is drawn of a cause block: its words with their signs, its twig, and the brackets.

The operations of a block are in its own coordinates and kept, so an unchanged block is the very
same tuple of operations wherever it stands.
"""

from typing import Final

from ilead_studio.drawing.fishbone_blocks import OLD_SIZE, SIZE, Block, before
from ilead_studio.drawing.fishbone_branches import Entry
from ilead_studio.drawing.fishbone_whys import LEAD, TICK, Place
from ilead_studio.drawing.fonts import REGULAR
from ilead_studio.drawing.marks import Marks
from ilead_studio.drawing.ops import Box, Group, Line, Op, Pen, Point, Polyline, TextLine
from ilead_studio.drawing.signs import face, is_struck, lead, strike, text_role, trail
from ilead_studio.drawing.text import Label, text_line
from ilead_studio.rules.outline import Role
from ilead_studio.words import said_once

ROOT_WIDTH: Final = 2.2
"""The line under a root cause: 3 pixels."""
_BASELINE: Final = 9.0
_TICK_AIR: Final = 1.5
_BRACKET: Final = Pen("ink_soft_line", 0.7)
_ROOT_TICK: Final = Pen("root_line", ROOT_WIDTH)
_EDGE: Final = (2.0, 1.0)
"""How far the selectable area reaches beyond the words, across and down."""


@said_once(12288)  # a page of 10,000 items; more are only of hours past, and fill memory
def drawn(block: Block, start: float, end: float, pen: Pen) -> tuple[Box, Box, tuple[Op, ...]]:
    """Return the box of a block's cause, that of its words, and all operations of the block.

    The twig lies between ``start`` and ``end``; ``pen`` draws it.
    """
    entry, words = block.entries[0], block.labels[0]
    text_box = Box(before(entry.marks), 0.0, words.width, len(words.lines) * LEAD)
    line = Line((start, block.drop), (end, block.drop), pen)
    own = words_with_signs(words, entry.marks, text_box.x)
    return _around(text_box, entry), text_box, (line, *own, *_whys(block))


def words_with_signs(words: Label, marks: Marks | None, x: float) -> list[Op]:
    """Set the words of an item from ``x`` on, the sign before them and the signs after them."""
    role, set_in = (text_role(marks), face(marks)) if marks else ("ink", REGULAR)
    own = len(words.lines) - words.old
    lines = [
        text_line(x, _BASELINE + at * LEAD, line, set_in, SIZE, role)
        for at, line in enumerate(words.lines[:own])
    ]
    ops: list[Op] = [line for line in lines if line.text or not marks]
    if marks is None:
        return ops
    ops += (
        text_line(x, _BASELINE + at * LEAD, line, REGULAR, OLD_SIZE, "ink_soft")
        for at, line in enumerate(words.lines[own:], own)
    )
    if is_struck(marks):
        ops += [strike(line) for line in lines if line.text]
    return [*ops, *lead(marks).at(x - lead(marks).width, _BASELINE), *_trail(marks, lines[-1])]


def _trail(marks: Marks, last: TextLine) -> tuple[Op, ...]:
    return trail(marks).at(last.x + last.width, last.y)


def _whys(block: Block) -> list[Group]:
    """Draw the whys; each brings the piece of bracket that leads to it from above."""
    labelled = zip(block.entries[1:], block.labels[1:], block.places(), strict=True)
    return [_why(entry, words, place) for entry, words, place in labelled]


def _why(entry: Entry, words: Label, place: Place) -> Group:
    x, y = place.x + before(entry.marks), place.y
    way = tuple([(at - x, down - y) for at, down in place.way])
    box = Box(0.0, 0.0, words.width, len(words.lines) * LEAD)
    ops = _why_ops(words, entry.marks, way)
    return Group(entry.id, Role.WHY.value, x, y, _around(box, entry), box, ops)


@said_once(12288)
def _why_ops(words: Label, marks: Marks | None, way: tuple[Point, ...]) -> tuple[Op, ...]:
    """Draw a why in its own coordinates, with the ``way`` of its bracket."""
    turn, end = (way[-1][0], TICK), (-before(marks) - _TICK_AIR, TICK)
    ops: list[Op] = [Polyline((*way, turn, end), pen=_BRACKET)]
    if marks and marks.root:
        ops.append(Line(turn, end, _ROOT_TICK))
    return (*ops, *words_with_signs(words, marks, 0.0))


def _around(box: Box, entry: Entry) -> Box:
    """Return the selectable area around words: with the sign before them, and a little more."""
    across, down = _EDGE
    sign = before(entry.marks)
    return Box(box.x - across - sign, box.y - down, box.w + 2 * across + sign, box.h + 2 * down)

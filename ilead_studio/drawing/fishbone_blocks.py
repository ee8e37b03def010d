"""Cause blocks: a cause on its twig, and all its whys below as an indented list.

A block is rigid: all its places are counted from its own top left corner. What would be taller than
half a page gets wider: whys hang in columns, and a very long label has longer lines.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from ilead_studio.drawing.fishbone_branches import Branch, Entries, Entry
from ilead_studio.drawing.fishbone_whys import (
    INDENTS,
    LEAD,
    WHY_GAP,
    Place,
    Size,
    in_columns,
    under_each_other,
)
from ilead_studio.drawing.fonts import REGULAR
from ilead_studio.drawing.marks import Marks
from ilead_studio.drawing.room import Room, snap
from ilead_studio.drawing.signs import face, lead, trail
from ilead_studio.drawing.text import Label, label
from ilead_studio.words import said_once

SIZE: Final = 10.0
"""Causes and whys have one size, so that "smallest text" is one number."""
OLD_SIZE: Final = 9.0
"""The words of before are a little smaller."""
TWIG_DROP: Final = 2.0
"""From a cause's last line to its twig."""
LEAST_ROOM: Final = 62.0
"""A label never gets less width than this, however deep it stands."""
_TALL: Final = 0.6
"""What is taller than this part of the room, at 10 points, gets wider."""
_WIDER: Final = 1.5
"""How much wider the lines of a very long label are tried; a block so wide keeps to itself."""


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A measured block: its wrapped labels, its whole width and height.

    ``drop`` is how far below its top the twig lies. ``columns`` are the places of its whys if they
    hang in more than one column, else it is empty. A block that ``is_wide`` does not lengthen the
    twigs of its neighbours.
    """

    entries: Entries
    labels: tuple[Label, ...]
    columns: tuple[Place, ...]
    width: float
    height: float
    drop: float
    is_wide: bool

    def places(self) -> Iterable[Place]:
        """Return where its whys stand."""
        return self.columns or under_each_other(_sizes(self.entries, self.labels), self.drop)


def tallest(room: Room) -> float:
    """Return how tall a block on a page may be before its whys hang in columns."""
    return snap(room[1] * _TALL)


@said_once(512)
def hung_list(branch: Branch, wrap: float, most: float) -> tuple[Block, ...]:
    """Measure the blocks of a bone."""
    return tuple(measured(entries, wrap, most) for entries in branch.causes)


@said_once(12288)
def measured(entries: Entries, wrap: float, most: float) -> Block:
    """Wrap every label of a block for a column ``wrap`` points wide, and add up its size."""
    labels = tuple(_label(it, wrap - INDENTS[it.depth], most) for it in entries)
    drop = len(labels[0].lines) * LEAD + TWIG_DROP
    width, height = before(entries[0].marks) + labels[0].width, drop
    columns: tuple[Place, ...] = ()
    if len(entries) > 1:
        sizes = _sizes(entries, labels)
        height += WHY_GAP + sum(it.lines for it in sizes) * LEAD + WHY_GAP * len(sizes)
        if height <= most:
            width = max(width, *(INDENTS[it.depth] + it.width for it in sizes))
        else:
            columns, whys, height = in_columns(sizes, drop, most)
            width = max(width, whys)
    return Block(entries, labels, columns, width, height, drop, width > wrap * _WIDER)


def _label(entry: Entry, wrap: float, most: float) -> Label:
    """Set the words of an entry, a very long label in longer lines."""
    room = max(LEAST_ROOM, wrap - before(entry.marks))
    words = _set(entry, room)
    while len(words.lines) > 1 and len(words.lines) * LEAD > most:
        room *= _WIDER
        words = _set(entry, room)
    return words


def _set(entry: Entry, room: float) -> Label:
    marks = entry.marks
    if marks is None:
        return label(entry.text, REGULAR, SIZE, room)
    return with_old(
        label(entry.text, face(marks), SIZE, room, True, trail(marks).width), marks, room
    )


def with_old(words: Label, marks: Marks | None, room: float) -> Label:
    """Return words with those of before below them, if an item has been reworded."""
    if marks is None or marks.changed is None or not marks.changed.was:
        return words
    old = label(marks.changed.was, REGULAR, OLD_SIZE, room)
    return Label((*words.lines, *old.lines), max(words.width, old.width), len(old.lines))


def _sizes(entries: Entries, labels: tuple[Label, ...]) -> list[Size]:
    """Return what each why takes."""
    return [
        Size(entry.depth, before(entry.marks) + words.width, len(words.lines))
        for entry, words in zip(entries[1:], labels[1:], strict=True)
    ]


def before(marks: Marks | None) -> float:
    """Return the room that the sign before an item's words takes; none where there is no sign."""
    return lead(marks).width if marks else 0.0

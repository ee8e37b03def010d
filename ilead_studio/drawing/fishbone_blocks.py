"""Cause blocks: a cause on its twig, and all its whys below as an indented list.

A block is rigid: all its places are counted from its own top left corner. Whys that would be taller
than half a page hang in columns.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
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

SIZE: Final = 10.0
"""Causes and whys have one size, so that "smallest text" is one number."""
TWIG_DROP: Final = 2.0
"""From a cause's last line to its twig."""
LEAST_ROOM: Final = 62.0
"""A label never gets less width than this, however deep it stands."""
_TALL: Final = 0.6
"""Whys taller than this part of the room, at 10 points, hang in columns."""


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A measured block: its wrapped labels, its whole width and height.

    ``drop`` is how far below its top the twig lies. ``columns`` are the places of its whys if they
    hang in more than one column, else it is empty.
    """

    entries: Entries
    labels: tuple[Label, ...]
    columns: tuple[Place, ...]
    width: float
    height: float
    drop: float

    def places(self) -> Iterable[Place]:
        """Return where its whys stand."""
        return self.columns or under_each_other(_sizes(self.entries, self.labels), self.drop)


def tallest(room: Room) -> float:
    """Return how tall a block on a page may be before its whys hang in columns."""
    return snap(room[1] * _TALL)


@lru_cache(512)
def hung_list(branch: Branch, wrap: float, most: float) -> tuple[Block, ...]:
    """Measure the blocks of a bone."""
    return tuple(measured(entries, wrap, most) for entries in branch.causes)


@lru_cache(65536)
def measured(entries: Entries, wrap: float, most: float) -> Block:
    """Wrap every label of a block for a column ``wrap`` points wide, and add up its size."""
    labels = tuple(_label(it, wrap - INDENTS[it.depth]) for it in entries)
    drop = len(labels[0].lines) * LEAD + TWIG_DROP
    if len(entries) == 1:
        return Block(entries, labels, (), before(entries[0].marks) + labels[0].width, drop, drop)
    sizes = _sizes(entries, labels)
    own = before(entries[0].marks) + labels[0].width
    height = drop + WHY_GAP + sum(it.lines for it in sizes) * LEAD + WHY_GAP * len(sizes)
    if height <= most:
        width = max(own, *(INDENTS[it.depth] + it.width for it in sizes))
        return Block(entries, labels, (), width, height, drop)
    whys = in_columns(sizes, drop, most)
    return Block(entries, labels, whys.places, max(own, whys.width), whys.height, drop)


def _label(entry: Entry, room: float) -> Label:
    marks = entry.marks
    if marks is None:
        return label(entry.text, REGULAR, SIZE, max(LEAST_ROOM, room))
    wrap = max(LEAST_ROOM, room - before(marks))
    return label(entry.text, face(marks), SIZE, wrap, True, trail(marks).width)


def _sizes(entries: Entries, labels: tuple[Label, ...]) -> list[Size]:
    """Return what each why takes."""
    return [
        Size(entry.depth, before(entry.marks) + words.width, len(words.lines))
        for entry, words in zip(entries[1:], labels[1:], strict=True)
    ]


def before(marks: Marks | None) -> float:
    """Return the room that the sign before an item's words takes; none where there is no sign."""
    return lead(marks).width if marks else 0.0

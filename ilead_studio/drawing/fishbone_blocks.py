"""Cause blocks: a cause on its twig, and all its whys below as an indented list.

A block is rigid: all its places are counted from its own top left corner. A cause with so many
whys that they would be taller than half a page hangs them from its twig in columns.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

from ilead_studio.drawing.fishbone_columns import cuts
from ilead_studio.drawing.fonts import REGULAR
from ilead_studio.drawing.marks import PLAIN, Marks, View
from ilead_studio.drawing.room import Room, snap
from ilead_studio.drawing.signs import GUTTER, face, lead, trail
from ilead_studio.drawing.text import Label, label
from ilead_studio.rules.outline import Row

SIZE: Final = 10.0
"""Causes and whys have one size, so that "smallest text" is one number."""
LEAD: Final = 11.5
TWIG_DROP: Final = 2.0
"""From a cause's last line to its twig."""
WHY_GAP: Final = 2.0
LEAST_ROOM: Final = 62.0
"""A label never gets less width than this, however deep it stands."""
COLUMN_GAP: Final = 10.0
"""From the words of one column of whys to the brackets of the next."""
STEPS: Final = (0.0, 11.0, 9.0, 9.0, 9.0, *[7.5] * 8, *[5.0] * 50)
"""Indent added at each depth of whys; deep levels add less."""
INDENTS: Final = tuple(sum(STEPS[: depth + 1]) for depth in range(len(STEPS)))
_TALL: Final = 0.6
"""Whys taller than this part of the room, at 10 points, hang in columns."""


class Entry(NamedTuple):
    """One label of a block; ``depth`` 0 is the cause itself. ``marks`` is None when plain."""

    id: str
    text: str
    depth: int
    marks: Marks | None


Entries = tuple[Entry, ...]
"""A cause and its whys in outline order."""


Item = tuple[Row, Marks | None]
"""A row of the outline with its marks, None when it has none."""


class Branch(NamedTuple):
    """A bone with the causes that hang on it."""

    row: Row
    marks: Marks | None
    causes: tuple[Entries, ...]


class Setting(NamedTuple):
    """What holds for every block of a page: room for signs, and how high whys may hang."""

    gutter: float
    tall: float


class Column(NamedTuple):
    """A column of whys: its first and last entry (exclusive), its left side in the block."""

    start: int
    end: int
    x: float


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A measured block: its wrapped labels, its columns of whys, its whole width and height.

    ``drop`` is how far below its top the twig lies.
    """

    entries: Entries
    labels: tuple[Label, ...]
    gutter: float
    columns: tuple[Column, ...]
    width: float
    height: float
    drop: float


def branches(items: Iterable[Item]) -> tuple[Branch, ...]:
    """Sort the rows of a fishbone, which are in outline order, into bones and causes."""
    found: list[tuple[Row, Marks | None, list[list[Entry]]]] = []
    causes: list[list[Entry]] = []
    whys: list[Entry] = []
    for row, marks in items:
        depth = row.depth
        if depth > 2:
            whys.append(_entry((row.id, row.text, depth - 2, marks)))
        elif depth == 2:
            whys = [_entry((row.id, row.text, 0, marks))]
            causes.append(whys)
        elif depth:
            causes = []
            found.append((row, marks, causes))
    return tuple(Branch(row, marks, tuple(map(tuple, causes))) for row, marks, causes in found)


_entry: Final = partial(tuple.__new__, Entry)
"""Makes an entry in half the time that its own constructor takes; there are thousands."""


def shown(rows: tuple[Row, ...], view: View) -> list[Item]:
    """Return the rows that are not folded away, with the marks of those that have any.

    An item whose branch is folded is marked with how much that hides.
    """
    marks_of = view.marks.get
    if not view.folded:
        return [(row, marks_of(row.id)) for row in rows]
    items: list[Item] = []
    at = 0
    while at < len(rows):
        row = rows[at]
        hidden = _below(rows, at) if row.id in view.folded else 0
        items.append((row, _folded(marks_of(row.id), hidden)))
        at += 1 + hidden
    return items


def used_marks(items: Iterable[Item]) -> tuple[Marks, ...]:
    """Return the different marks that items have."""
    return tuple(dict.fromkeys(marks for _, marks in items if marks))


def _below(rows: tuple[Row, ...], at: int) -> int:
    """Count the rows that stand under a row."""
    end = at + 1
    while end < len(rows) and rows[end].depth > rows[at].depth:
        end += 1
    return end - at - 1


def _folded(marks: Marks | None, hidden: int) -> Marks | None:
    return replace(marks or PLAIN, folded=hidden) if hidden else marks


def setting(room: Room, found: Sequence[Branch]) -> Setting:
    """Return what holds for the blocks of these branches in a room."""
    gutter = GUTTER if any(map(_has_lead, found)) else 0.0
    return Setting(gutter, snap(room[1] * _TALL))


def _has_lead(branch: Branch) -> bool:
    marked = (it.marks for entries in branch.causes for it in entries if it.marks)
    return any(lead(marks).width for marks in marked)


@lru_cache(65536)
def measured(entries: Entries, wrap: float, setting: Setting) -> Block:
    """Wrap every label of a block for a column ``wrap`` points wide, and add up its size."""
    gutter = setting.gutter
    labels = tuple(_label(it, max(LEAST_ROOM, wrap - INDENTS[it.depth])) for it in entries)
    drop = len(labels[0].lines) * LEAD + TWIG_DROP
    whys = sum(len(it.lines) for it in labels[1:]) * LEAD + WHY_GAP * len(entries)
    width = gutter + max(
        INDENTS[it.depth] + words.width for it, words in zip(entries, labels, strict=True)
    )
    if len(entries) == 1:
        return Block(entries, labels, gutter, (), width, drop, drop)
    if drop + whys <= setting.tall:
        return Block(
            entries, labels, gutter, (Column(1, len(entries), 0.0),), width, drop + whys, drop
        )
    return _in_columns(entries, labels, setting)


def _label(entry: Entry, room: float) -> Label:
    marks = entry.marks
    if marks is None:
        return label(entry.text, REGULAR, SIZE, room)
    return label(entry.text, face(marks), SIZE, room, True, trail(marks).width)


def _in_columns(entries: Entries, labels: tuple[Label, ...], setting: Setting) -> Block:
    """Hang the whys in as few columns as are low enough; what hangs on one why stays together."""
    firsts = [at for at, entry in enumerate(entries) if entry.depth == 1]
    ends = [*firsts[1:], len(entries)]
    tops = list(accumulate((len(it.lines) * LEAD + WHY_GAP for it in labels), initial=0.0))
    heights = [tops[end] - tops[start] for start, end in zip(firsts, ends, strict=True)]
    drop = tops[1] - WHY_GAP + TWIG_DROP
    height, bounds = _split(heights, setting.tall - drop)
    columns, x = [], 0.0
    for start, end in pairwise((1, *(ends[bound - 1] for bound in bounds))):
        columns.append(Column(start, end, x))
        x += _column_width(entries, labels, start, end) + setting.gutter + COLUMN_GAP
    width = max(x - COLUMN_GAP, setting.gutter + labels[0].width)
    return Block(
        entries, labels, setting.gutter, tuple(columns), width, drop + WHY_GAP + height, drop
    )


def _split(heights: list[float], most: float) -> tuple[float, tuple[int, ...]]:
    """Return the height of the tallest column and where each ends."""
    bounds: tuple[int, ...] = (len(heights),)
    tallest = sum(heights)
    for columns in range(2, len(heights) + 1):
        if tallest <= most:
            break
        found = cuts(heights, 0.0, columns)
        height = max(sum(heights[a:b]) for a, b in pairwise((0, *found)))
        if height >= tallest:
            break
        bounds, tallest = found, height
    return tallest, bounds


def _column_width(entries: Entries, labels: tuple[Label, ...], start: int, end: int) -> float:
    lengths = (INDENTS[entries[at].depth] + labels[at].width for at in range(start, end))
    return snap(max(lengths) + 1 / 128)

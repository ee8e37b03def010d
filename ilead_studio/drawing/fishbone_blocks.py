"""Cause blocks: a cause on its twig, and all its whys below as an indented list.

A block is rigid. It is drawn in its own coordinates, so an unchanged block is the very same tuple
of operations wherever it stands.
"""

from functools import lru_cache
from typing import Final, NamedTuple

from ilead_studio.drawing.fonts import REGULAR
from ilead_studio.drawing.ops import Box, Group, Line, Op, Pen, Polyline
from ilead_studio.drawing.text import Label, label, text_line
from ilead_studio.rules.outline import Role, Row

SIZE: Final = 10.0
"""Causes and whys have one size, so that "smallest text" is one number."""
LEAD: Final = 12.0
TWIG_DROP: Final = 2.0
"""From a cause's last line to its twig."""
WHY_GAP: Final = 2.5
LEAST_ROOM: Final = 62.0
"""A label never gets less width than this, however deep it stands."""
_BASELINE: Final = 9.0
_TICK: Final = LEAD * 0.54
_TICK_AIR: Final = 1.5
_STEPS: Final = (0.0, 11.0, 9.0, 9.0, 9.0, *[7.5] * 8, *[5.0] * 50)
"""Indent added at each depth of whys; deep levels add less."""
_INDENTS: Final = tuple(sum(_STEPS[: depth + 1]) for depth in range(len(_STEPS)))
_STEM: Final = 0.55
"""How far left of its whys a bracket stands, as part of their indent step."""
_BRACKET: Final = Pen("ink_soft", 0.7)
_EDGE: Final = (2.0, 1.0)
"""How far the selectable area reaches beyond the words, across and down."""


class Entry(NamedTuple):
    """One label of a block; ``depth`` 0 is the cause itself."""

    id: str
    text: str
    depth: int


Entries = tuple[Entry, ...]
"""A cause and its whys in outline order."""


class Block(NamedTuple):
    """A measured block: its wrapped labels, and its whole width and height."""

    entries: Entries
    labels: tuple[Label, ...]
    width: float
    height: float


class Branch(NamedTuple):
    """A bone with the causes that hang on it."""

    row: Row
    causes: tuple[Entries, ...]


class Twig(NamedTuple):
    """The line under a cause, in the block's coordinates, and the colour of its bone."""

    start: float
    end: float
    role: str


def branches(rows: tuple[Row, ...]) -> tuple[Branch, ...]:
    """Sort the rows of a fishbone, which are in outline order, into bones and causes."""
    found: list[tuple[Row, list[list[Entry]]]] = []
    for row in rows[1:]:
        if row.depth == 1:
            found.append((row, []))
            continue
        if row.depth == 2:
            found[-1][1].append([])
        found[-1][1][-1].append(Entry(row.id, row.text, row.depth - 2))
    return tuple(Branch(row, tuple(map(tuple, causes))) for row, causes in found)


@lru_cache(16384)
def measured(entries: Entries, wrap: float) -> Block:
    """Wrap every label of a block for a column ``wrap`` points wide, and add up its size."""
    labels = tuple(label(it.text, REGULAR, SIZE, _room(it.depth, wrap)) for it in entries)
    lines = sum(len(it.lines) for it in labels)
    gaps = WHY_GAP * len(entries) if len(entries) > 1 else 0.0
    width = max(_INDENTS[it.depth] + words.width for it, words in zip(entries, labels, strict=True))
    return Block(entries, labels, width, lines * LEAD + TWIG_DROP + gaps)


def _room(depth: int, wrap: float) -> float:
    return max(LEAST_ROOM, wrap - _INDENTS[depth])


def drop(block: Block) -> float:
    """Return how far below a block's top its twig lies."""
    return len(block.labels[0].lines) * LEAD + TWIG_DROP


def block_group(block: Block, x: float, y: float, twig: Twig) -> Group:
    """Draw a block with its top left corner at (``x``, ``y``)."""
    words = _words_box(block.labels[0])
    ops = _ops(block.entries, block.labels, twig)
    return Group(block.entries[0].id, Role.CAUSE.value, x, y, _around(words), words, ops)


@lru_cache(8192)
def _ops(entries: Entries, labels: tuple[Label, ...], twig: Twig) -> tuple[Op, ...]:
    y = len(labels[0].lines) * LEAD + TWIG_DROP
    line = Line((twig.start, y), (twig.end, y), Pen(twig.role, 0.8))
    return (line, *_words(labels[0]), *_whys(entries, labels, y))


def _whys(entries: Entries, labels: tuple[Label, ...], twig_y: float) -> list[Group]:
    """Draw the whys; each brings the piece of bracket that leads to it from above."""
    groups: list[Group] = []
    ends = [twig_y]  # for each open depth: where the next piece of bracket starts
    y = twig_y + WHY_GAP
    for entry, words in zip(entries[1:], labels[1:], strict=True):
        del ends[entry.depth :]
        groups.append(_why(entry, words, y, ends[-1]))
        ends[-1] = y + _TICK
        y += len(words.lines) * LEAD
        ends.append(y + _EDGE[1])
        y += WHY_GAP
    return groups


def _why(entry: Entry, words: Label, y: float, start: float) -> Group:
    """Draw a why whose top is ``y``; its bracket comes down from ``start``."""
    stem = -_STEPS[entry.depth] * _STEM
    points = ((stem, start - y), (stem, _TICK), (-_TICK_AIR, _TICK))
    box = _words_box(words)
    ops = (Polyline(points, pen=_BRACKET), *_words(words))
    return Group(entry.id, Role.WHY.value, _INDENTS[entry.depth], y, _around(box), box, ops)


def _words(words: Label) -> list[Op]:
    return [
        text_line(0.0, _BASELINE + at * LEAD, line, REGULAR, SIZE, "ink")
        for at, line in enumerate(words.lines)
    ]


def _words_box(words: Label) -> Box:
    return Box(0.0, 0.0, words.width, len(words.lines) * LEAD)


def _around(box: Box) -> Box:
    across, down = _EDGE
    return Box(box.x - across, box.y - down, box.w + 2 * across, box.h + 2 * down)

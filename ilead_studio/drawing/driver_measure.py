"""How high boxes would be: counted lines instead of set words, so that many widths can be tried.

Lengths in points.
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import Final, NamedTuple

from ilead_studio.drawing.driver_boxes import (
    ASIDE,
    ASIDE_LEAD,
    Extras,
    air_of,
    height_of,
    style,
)
from ilead_studio.drawing.driver_columns import Tree
from ilead_studio.drawing.fonts import REGULAR, SEMIBOLD
from ilead_studio.drawing.signs import trail
from ilead_studio.drawing.text import width as text_width

_WIDEST_WORD: Final = 132.0
"""A column is made wide enough for its words up to this; longer ones are cut."""
_STEP: Final = 8.0
_TALLEST: Final = 2.0
"""An aim is not higher than this many times its width."""


class Column(NamedTuple):
    """The boxes of a column at a width: heights, their sum with gaps, and lines of the fullest."""

    heights: tuple[float, ...]
    height: float
    highest: float
    most_lines: int


class _Words(NamedTuple):
    """Where words begin and end on one endless line, at a size of 1, and the widest of them."""

    starts: tuple[float, ...]
    ends: tuple[float, ...]
    widest: float


@dataclass(frozen=True, eq=False, slots=True)
class _Item:
    """What a box has to hold: words of a size with so much from line to line, and a reference.

    Compared by identity, because each one is made once.
    """

    size: float
    lead: float
    words: _Words
    aside: _Words | None
    further: int


@dataclass(frozen=True, eq=False, slots=True)
class _Boxes:
    """The boxes of a column; ``gutter`` is room before their words.

    Compared by identity, because each column is made once: what was measured of it is known on the
    next page that has it, and after an edit, when most columns are as they were.
    """

    items: tuple[_Item, ...]
    gutter: float
    are_ideas: bool


_boxes: Final = lru_cache(2048)(_Boxes)


@lru_cache(16384)  # all that is tried for a theory of 2,000 boxes on pages
def _column(boxes: _Boxes, width: float, amount: float) -> Column:
    """Measure the boxes of a column at a width."""
    air = air_of(amount)
    room = width - 2 * air.pad_x - boxes.gutter
    gap = air.idea if boxes.are_ideas else air.sibling
    heights, most = [], 1
    for item in boxes.items:
        lines = _lines(item.words, room / item.size)
        most = max(most, lines)
        inside = lines * item.lead
        if item.aside:
            inside += _lines(item.aside, room / ASIDE) * ASIDE_LEAD
        heights.append(height_of(inside, air, item.further))
    whole = sum(heights) + gap * (len(heights) - 1)
    return Column(tuple(heights), whole, max(heights, default=0.0), most)


class Measure:
    """Measures the boxes of one theory."""

    def __init__(self, tree: Tree, extras: Extras) -> None:
        self.tree = tree
        members: list[list[_Item]] = [[] for _ in range(tree.count)]
        self._gutters = extras.gutters(tree)
        self._signs = extras.least_widths(tree)
        looks = [style(tree, column) for column in range(tree.count)]
        for row, column in zip(tree.rows, tree.columns, strict=False):
            marks, aside = extras.marks.get(row.id), extras.aside(row.id)
            look = looks[column]
            face = SEMIBOLD if marks and marks.root else look.face
            signs = trail(marks).width if marks else 0.0
            further = len(row.also)
            members[column].append(
                _item(row.text, face, look.size, look.lead, signs, aside, further)
            )
        self._columns = [
            _boxes(tuple(items), gutter, tree.is_of_ideas(column))
            for column, (items, gutter) in enumerate(zip(members, self._gutters, strict=True))
        ]

    def least_widths(self, narrowest: float, widest: float) -> tuple[float, ...]:
        """Return how wide each column must be: for its words and signs, and for a low aim."""
        air = air_of(1.0)
        least = []
        for column, boxes in enumerate(self._columns):
            gutter = self._gutters[column]
            word = max((it.words.widest * it.size for it in boxes.items), default=0.0)
            wide = min(word, _WIDEST_WORD) + 2 * air.pad_x + gutter + 0.5
            steps = -((narrowest - max(wide, self._signs[column])) // _STEP)
            least.append(narrowest + max(steps, 0) * _STEP)
        while least[0] < 2 * widest and self.column(0, least[0], 1.0).highest > _TALLEST * least[0]:
            least[0] += _STEP
        return tuple(least)

    def heights(self, widths: Sequence[float], air: float) -> list[float]:
        """Return the heights of all boxes."""
        columns = [iter(self.column(at, it, air).heights) for at, it in enumerate(widths)]
        return [next(columns[column]) for column in self.tree.columns[: len(self.tree.rows)]]

    def column(self, column: int, width: float, air: float) -> Column:
        """Measure the boxes of a column at a width."""
        return _column(self._columns[column], width, air)


@lru_cache(16384)
def _item(
    text: str, face: str, size: float, lead: float, signs: float, aside: str, further: int
) -> _Item:
    """Measure the words of a box; ``signs`` is the width of what stands behind them."""
    below = _measured(aside, REGULAR) if aside else None
    return _Item(size, lead, _measured(text, face, signs / size), below, further)


@lru_cache(16384)
def _measured(text: str, face: str, after: float = 0.0) -> _Words:
    """Measure words; ``after`` is kept free behind the last one and goes with it."""
    space = text_width(" ", face, 1.0)
    words = [text_width(word, face, 1.0) for word in text.split()] or [0.0]
    ends = tuple(accumulate(words, lambda end, word: end + space + word))
    starts = tuple(end - word for end, word in zip(ends, words, strict=True))
    return _Words(starts, (*ends[:-1], ends[-1] + after), max(words))


def _lines(words: _Words, room: float) -> int:
    """Return how many lines of a width words fill."""
    starts, ends = words.starts, words.ends
    if ends[-1] <= room:
        return 1
    lines, first = 0, 0
    while first < len(ends):
        left = starts[first]
        following = bisect_right(ends, left + room + 1e-9, first)
        if following == first:  # a word wider than the column is cut
            lines += int((ends[first] - left) / room)
            following += 1
        lines += 1
        first = following
    return lines

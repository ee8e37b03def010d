"""Where the whys of a cause stand: an indented list under its twig, in columns where it is tall.

Columns are cut as high up as that is enough: whys that hang on one why stay together, unless they
alone would be too tall; then they hang in columns below it, on a rail of its own.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from ilead_studio.drawing.fishbone_columns import cuts
from ilead_studio.drawing.ops import Point
from ilead_studio.drawing.room import snap

LEAD: Final = 11.5
WHY_GAP: Final = 2.0
COLUMN_GAP: Final = 10.0
"""From the words of one column of whys to the next."""
STEPS: Final = (0.0, 11.0, 9.0, 9.0, 9.0, *[7.5] * 8, *[5.0] * 50)
"""Indent added at each depth of whys; deep levels add less."""
INDENTS: Final = tuple(sum(STEPS[: depth + 1]) for depth in range(len(STEPS)))
TICK: Final = LEAD * 0.54
"""How far below the top of a why its bracket turns to it."""
_STEM: Final = 0.55
"""How far left of its whys a bracket stands, as part of their indent step."""
_UNDER: Final = 1.0
"""From the words of a why to the bracket below it."""


class Size(NamedTuple):
    """What a why takes by itself: its depth, the width of its signs and words, its lines."""

    depth: int
    width: float
    lines: int


class Place(NamedTuple):
    """Left side and top of a why in its block; ``way`` is how its bracket comes to its height."""

    x: float
    y: float
    way: tuple[Point, ...]


class Hung(NamedTuple):
    """Whys that hang below something: their places from its left side down, and what they take."""

    places: tuple[Place, ...]
    width: float
    height: float


def under_each_other(sizes: Sequence[Size], twig: float) -> Iterator[Place]:
    """Give the places of whys in one column below the height of a twig."""
    ends = [twig]  # for each open depth: where the next piece of bracket starts
    y = twig + WHY_GAP
    for depth, _, lines in sizes:
        del ends[depth:]
        x = INDENTS[depth]
        yield Place(x, y, ((x - STEPS[depth] * _STEM, ends[-1]),))
        ends[-1] = y + TICK
        y += lines * LEAD
        ends.append(y + _UNDER)
        y += WHY_GAP


def in_columns(sizes: Sequence[Size], twig: float, most: float) -> Hung:
    """Hang whys below the height of a twig, no lower than ``most`` where columns can do that."""
    top = twig + WHY_GAP
    hung = _siblings(sizes, most - top, has_rail=False)
    return Hung(tuple(_moved(hung.places, 0.0, top)), hung.width, top + hung.height)


def _siblings(sizes: Sequence[Size], most: float, *, has_rail: bool) -> Hung:
    """Hang whys of one depth, each with all below it, from their top left corner.

    Further columns hang from the twig, or from a rail under the words of the why above.
    """
    starts = [at for at, size in enumerate(sizes) if size.depth == sizes[0].depth]
    families = [_family(sizes[a:b], most) for a, b in pairwise((*starts, len(sizes)))]
    bounds = _cut([it.height for it in families], most)
    columns = [_column(families[a:b], sizes[0].depth) for a, b in pairwise((0, *bounds))]
    top = _UNDER - WHY_GAP if has_rail else -WHY_GAP
    stem = STEPS[sizes[0].depth] * (1 - _STEM)
    places: list[Place] = []
    x = 0.0
    for column in columns:
        first, *others = _moved(column.places, x, 0.0)
        rail = ((stem, top),) if has_rail and x else ()
        places += [first._replace(way=(*rail, (x + stem, top))), *others]
        x = snap(x + column.width + COLUMN_GAP + 1 / 128)
    width = x - COLUMN_GAP
    return Hung(tuple(places), width, max(it.height for it in columns))


def _column(families: Sequence[Hung], depth: int) -> Hung:
    """Hang families under each other; the bracket of each comes down from the one above."""
    step = STEPS[depth]
    stem = step * (1 - _STEM)
    places: list[Place] = []
    y, last = 0.0, 0.0
    for family in families:
        first, *below = _moved(family.places, step, y)
        places += [first._replace(way=((stem, last),)), *below]
        last = y + TICK
        y += family.height
    return Hung(tuple(places), step + max(it.width for it in families), y)


def _family(sizes: Sequence[Size], most: float) -> Hung:
    """Hang all that is below a why under it; its own left side is 0, its top 0."""
    _, width, lines = sizes[0]
    height = lines * LEAD + WHY_GAP
    own = Place(0.0, 0.0, ())
    if len(sizes) == 1:
        return Hung((own,), width, height)
    below = _siblings(sizes[1:], most - height, has_rail=True)
    places = (own, *_moved(below.places, 0.0, height))
    return Hung(places, max(width, below.width), height + below.height)


def _cut(heights: list[float], most: float) -> tuple[int, ...]:
    """Return where each of as few columns ends as are low enough, if more of them are lower."""
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
    return bounds


def _moved(places: Iterable[Place], dx: float, dy: float) -> Iterator[Place]:
    for x, y, way in places:
        yield Place(x + dx, y + dy, tuple((a + dx, b + dy) for a, b in way))

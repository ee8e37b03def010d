"""An empty driver diagram that fills a sheet: boxes to write in, and arrows toward the aim."""

from collections.abc import Iterator, Sequence
from math import hypot
from typing import Final

from ilead_studio.drawing.fonts import REGULAR, SEMIBOLD
from ilead_studio.drawing.ops import Box, Drawing, Group, Line, Op, Pen, Point, Polyline
from ilead_studio.drawing.room import Room
from ilead_studio.drawing.written import (
    DOTS,
    FRAME,
    HEAVY,
    Type,
    across,
    box,
    group,
    height,
    smaller,
    whole,
    words,
    writing,
)
from ilead_studio.words import say

_GAP: Final = 30.0
"""Between two columns."""
_BETWEEN: Final = 10.0
"""Between two boxes under each other."""
_LEAST: Final = 52.0
"""Height of a box for two lines of handwriting."""
_EACH: Final = 2
"""Secondary drivers of each primary one."""
_PITCH: Final = 21.0
_PAD: Final = 8.0
_LINK: Final = Pen("ink", 0.9)


def draw_blank_drivers(room: Room, headings: Sequence[str] = (), size: float = 9.5) -> Drawing:
    """Draw it as large as a room; ``headings`` are the columns' own names, ``size`` its words."""
    strong = Type(SEMIBOLD, size, size * 1.26)
    wide = (room[0] - 3 * _GAP) / 4
    names = [own or usual for own, usual in zip(_filled(headings), _usual(), strict=True)]
    top = max(height(it, strong, wide) for it in names) + 12
    lefts = [at * (wide + _GAP) for at in range(4)]
    heads = [_heading(name, Box(left, 0.0, wide, top), strong)
             for name, left in zip(names, lefts, strict=True)]  # fmt: skip
    rows = _rows(room[1] - top)
    boxes = [_column(lefts[3 - at], wide, top, room[1], number)
             for at, number in enumerate((rows, rows, rows // _EACH))]  # fmt: skip
    aim = _aim(Box(0.0, top, wide, room[1] - top), strong, size)
    ideas, seconds, firsts = boxes
    links = (
        *(_link(it, aim.box) for it in firsts),
        *(_link(it, firsts[at // _EACH]) for at, it in enumerate(seconds)),
        *(_link(it, seconds[at]) for at, it in enumerate(ideas)),
    )
    drawn = [group(f"box{at}", _empty(it), it) for at, it in enumerate((*firsts, *seconds, *ideas))]
    lines = group("links", (op for link in links for op in link), Box(0.0, top, *room))
    return whole((*heads, aim, lines, *drawn), room)


def _usual() -> tuple[str, ...]:
    return (say("Aim"), say("Primary drivers"), say("Secondary drivers"), say("Change ideas"))


def _filled(headings: Sequence[str]) -> tuple[str, ...]:
    """Return four headings; the last column is that of ideas, whatever stands between."""
    return (*headings[:3], *[""] * (3 - len(headings[:3])), "")


def _rows(high: float) -> int:
    """Return how many secondary drivers there is room for: pairs, from two to five of them."""
    pairs = int((high + _BETWEEN) / ((_LEAST + _BETWEEN) * _EACH))
    return min(max(pairs, 2), 5) * _EACH


def _column(left: float, wide: float, top: float, bottom: float, number: int) -> list[Box]:
    step = (bottom - top + _BETWEEN) / number
    high = min(step - _BETWEEN, _LEAST * 1.6)
    return [
        Box(left, top + at * step + (step - _BETWEEN - high) / 2, wide, high)
        for at in range(number)
    ]  # fmt: skip


def _heading(name: str, area: Box, kind: Type) -> Group:
    ops: list[Op] = [*words(name, (area.x, area.y), kind, area.w)]
    ops.append(across(area.x, area.right, area.bottom - 8, FRAME))
    return group(f"heading {name}", ops, area)


def _aim(area: Box, kind: Type, size: float) -> Group:
    """Draw the box of the aim, with a line for each of its parts."""
    plain = Type(REGULAR, smaller(size, 0.9), size * 1.15)
    asked = (
        say("By when"), say("who"), say("will reach what"), say("measured by"),
        say("from – to"),
    )  # fmt: skip
    high = min(area.h, len(asked) * 110.0 + 2 * _PAD)
    area = Box(area.x, area.y + (area.h - high) / 2, area.w, high)
    ops: list[Op] = [box(area.x, area.y, area.right, area.bottom, HEAVY, 4)]
    step = (high - 2 * _PAD) / len(asked)
    for at, text in enumerate(asked):
        y = area.y + _PAD + at * step
        ops += words(text, (area.x + _PAD, y), plain, area.w - 2 * _PAD, 1)
        ops += _spread(area, y + plain.lead, y + step)
    return group("aim", ops, area)


def _spread(area: Box, top: float, bottom: float) -> Iterator[Op]:
    lines = writing(area.x + _PAD, area.right - _PAD, top, bottom, _PITCH)
    yield from lines or (across(area.x + _PAD, area.right - _PAD, bottom - 4, DOTS),)


def _empty(area: Box) -> Iterator[Op]:
    yield box(area.x, area.y, area.right, area.bottom, FRAME, 3)
    yield from writing(area.x + _PAD, area.right - _PAD, area.y + 2, area.bottom - 4, _PITCH)


def _link(source: Box, target: Box) -> tuple[Op, ...]:
    """Draw an arrow from a box at the right to the one that it serves."""
    start, end = (source.x, source.y + source.h / 2), _meeting(source, target)
    tip = (end[0] + 2, end[1])
    return (
        Line(start, (tip[0] + 4, tip[1] + (start[1] - tip[1]) * 0.16), _LINK),
        _head(start, tip),
    )


def _meeting(source: Box, target: Box) -> Point:
    """Return where an arrow comes to a box: as near to its own height as the box reaches."""
    middle = source.y + source.h / 2
    return target.right, min(max(middle, target.y + 12), target.bottom - 12)


def _head(start: Point, tip: Point) -> Polyline:
    x, y = tip
    long = hypot(start[0] - x, start[1] - y)
    along, up = (start[0] - x) / long, (start[1] - y) / long
    back, half = (x + 7 * along, y + 7 * up), 3.2
    points = ((x, y), (back[0] - half * up, back[1] + half * along),
              (back[0] + half * up, back[1] - half * along))  # fmt: skip
    return Polyline(points, True, "ink")

"""An empty fishbone that fills a sheet: numbered bones, lines for causes and whys, a head."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Final

from ilead_studio.drawing.fonts import REGULAR, SEMIBOLD
from ilead_studio.drawing.ops import Box, Curve, Drawing, Group, Line, Op, Pen, Point
from ilead_studio.drawing.room import Room
from ilead_studio.drawing.written import (
    DOTS,
    FRAME,
    HEAVY,
    SPINE,
    THIN,
    Type,
    across,
    box,
    centred,
    group,
    height,
    smaller,
    whole,
    wide,
    words,
    writing,
)
from ilead_studio.words import say

BONES: Final = 6
_SLOPE: Final = 0.3
_TWIG: Final = 46.0
"""From one cause to the next: two lines of handwriting."""
_WHY: Final = 23.0
"""From a cause to the why under it."""
_NEAR: Final = 30.0
"""Least distance of a cause from the spine and from the box of its bone."""
_ROUND: Final = 5.0
"""Radius of the circle for evidence."""
_KAPPA: Final = 0.5523
_BONE: Final = Pen("ink", 1.9)


@dataclass(frozen=True, slots=True)
class _Plan:
    """Where everything stands: the head's width, the bones' boxes, their pitch and their reach."""

    room: Room
    head: float
    box: tuple[float, float]
    pitch: float
    reach: float
    size: float

    @property
    def spine(self) -> float:
        return self.room[1] / 2


def draw_blank_fishbone(
    room: Room, names: Sequence[str] = (), size: float = 11.0, first: int = 1
) -> Drawing:
    """Draw it as large as a room; with ``names`` for its bones instead of empty boxes.

    ``size`` is that of its words. Bones alternate above and below, from the left; their numbers
    begin with ``first``.
    """
    number = len(names) or BONES
    plan = _plan(room, ceil(number / 2), size)
    groups = [_back(plan), _head(plan)]
    for at in range(number):
        joint = room[0] - plan.head - 8 - (ceil(number / 2) - 1 - at // 2) * plan.pitch
        name = names[at] if names else ""
        groups.append(_bone(plan, first + at, joint, name, side=-1 if at % 2 == 0 else 1))
    return whole(groups, room)


def _plan(room: Room, columns: int, size: float) -> _Plan:
    head = min(190.0, room[0] * 0.21)
    high = max(min(48.0, room[1] * 0.1), size * 2.9)
    reach = room[1] / 2 - high
    pitch = (room[0] - head + 22 - _SLOPE * reach) / columns
    return _Plan(room, head, (min(210.0, pitch - 24), high), pitch, reach, size)


def _back(plan: _Plan) -> Group:
    y, end = plan.spine, plan.room[0] - plan.head
    fin = 18.0
    ops = (across(fin, end, y, SPINE), Line((0, y - fin), (fin, y), _BONE),
           Line((0, y + fin), (fin, y), _BONE))  # fmt: skip
    return group("spine", ops, Box(0.0, y - fin, end, 2 * fin))


def _head(plan: _Plan) -> Group:
    high = min(190.0, plan.room[1] * 0.62)
    area = Box(plan.room[0] - plan.head, plan.spine - high / 2, plan.head, high)
    left, room = area.x + 12, plan.head - 24
    asked = Type(SEMIBOLD, plan.size * 1.2, plan.size * 1.5)
    hint = Type(REGULAR, smaller(plan.size, 0.85), plan.size * 1.1)
    ops: list[Op] = [box(area.x, area.y, area.right, area.bottom, HEAVY, 8)]
    y = area.y + 10
    for text, kind in ((say("What happens?"), asked), (_what(), hint)):
        lines = words(text, (left, y), kind, room)
        ops += lines
        y += len(lines) * kind.lead
    ops += writing(left, area.right - 12, y, area.bottom - 8, 24.0)
    return group("head", ops, area)


def _what() -> str:
    return say("What, where, when, how much")


def _bone(plan: _Plan, number: int, joint: float, name: str, *, side: int) -> Group:
    """Draw a bone with its box, above (-1) or below the spine (1)."""
    end = (joint - _SLOPE * plan.reach, plan.spine + side * plan.reach)
    across_, high = plan.box
    left = max(end[0] - across_ / 2, 0.0)
    top = end[1] - high if side < 0 else end[1]
    area = Box(left, top, across_, high)
    ops: list[Op] = [Line((joint, plan.spine), end, _BONE)]
    ops += _named(plan, number, name, area)
    for away in _twigs(plan, side):
        ops += _twig(plan, joint - _SLOPE * away, plan.spine + side * away)
    return group(f"bone{number}", ops, area)


def _named(plan: _Plan, number: int, name: str, area: Box) -> Iterator[Op]:
    """Draw the box of a bone: its number, and its name or a line for it."""
    kind = Type(SEMIBOLD, plan.size, plan.size * 1.22)
    yield box(area.x, area.y, area.right, area.bottom, Pen("ink", 1.2), 4)
    radius = plan.size * 0.82
    middle = (area.x + radius + 7, area.y + area.h / 2)
    yield _circle(middle, radius)
    yield centred(str(number), (middle[0], middle[1] - kind.size * 0.43 - kind.size * 0.02), kind)
    left, room = middle[0] + radius + 7, area.right - middle[0] - radius - 15
    if name:
        kind = next((it for it in _smaller(kind) if _goes_in(name, it, room, area.h - 4)), kind)
        top = area.y + (area.h - height(name, kind, room)) / 2
        yield from words(name, (left, top), kind, room, max(1, int((area.h - 4) / kind.lead)))
    else:
        yield across(left, area.right - 10, area.bottom - area.h * 0.28, DOTS)


def _smaller(kind: Type) -> Iterator[Type]:
    """Give a type, and smaller ones that can still be read from afar; large print stays large."""
    for part in (1.0, 0.9, 0.8):
        size = smaller(kind.size, part)
        yield Type(kind.face, size, size * 1.18)


def _goes_in(text: str, kind: Type, room: float, high: float) -> bool:
    """Tell whether words go in without a cut."""
    longest = max(wide(it, kind) for it in text.split(" "))
    return longest <= room and height(text, kind, room) <= high


def _twigs(plan: _Plan, side: int) -> Iterator[float]:
    """Give how far from the spine the causes of a bone stand, the outermost first.

    A why stands under its cause, so the causes above the spine may begin nearer to their box.
    """
    outer = plan.reach - (_NEAR if side > 0 else _NEAR - 6)
    for at in range(4):
        away = outer - at * _TWIG
        if away >= (_NEAR if side < 0 else 14.0):
            yield away


def _twig(plan: _Plan, x: float, y: float) -> Iterator[Op]:
    """Draw the line of a cause with its circle, and a why under it."""
    long = plan.pitch - 48
    left = max(x - long, 2 * _ROUND + 2)
    yield across(left, x, y, THIN)
    yield _circle((left - _ROUND - 2, y - _ROUND), _ROUND)
    corner = left + 10
    yield Line((corner, y + 1), (corner, y + _WHY - 2), THIN)
    yield across(corner, corner + 8, y + _WHY - 2, THIN)
    yield across(corner + 14, x - 18, y + _WHY, DOTS)


def _circle(middle: Point, radius: float) -> Curve:
    """Return a circle as four curves."""
    x, y = middle
    k = radius * _KAPPA
    arcs = (
        ((x + radius, y + k), (x + k, y + radius), (x, y + radius)),
        ((x - k, y + radius), (x - radius, y + k), (x - radius, y)),
        ((x - radius, y - k), (x - k, y - radius), (x, y - radius)),
        ((x + k, y - radius), (x + radius, y - k), (x + radius, y)),
    )
    return Curve((x + radius, y), arcs, closed=True, pen=FRAME)

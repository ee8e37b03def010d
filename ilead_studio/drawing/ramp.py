"""A ramp of cycles as steps that rise by equal amounts; one that is planned is open for writing."""

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from ilead_studio.drawing.ops import Box, Drawing, Group, Op, Polyline
from ilead_studio.drawing.room import Room
from ilead_studio.drawing.written import (
    DASHED,
    FRAME,
    LABEL,
    PLAIN,
    SMALL,
    SPINE,
    STRONG,
    TITLE,
    Type,
    across,
    box,
    ended,
    group,
    height,
    whole,
    wide,
    words,
    writing,
)
from ilead_studio.words import say

MOST: Final = 5
"""Steps that stand beside each other."""
LONGEST: Final = 140
"""Characters of a paragraph that a step can always show."""
_GAP: Final = 14.0
_PAD: Final = 9.0
_RISE: Final = (16.0, 62.0)
"""How much higher the next step is, at least and at most."""
_FOOT: Final = 26.0
"""The arrow under the steps, and its words."""
_SIZES: Final = (1.0, 1.15, 1.3, 1.5, 1.75, 2.0)
"""How much larger than its room a drawing may be."""
_PITCH: Final = 22.68
_AIR: Final = 4.0


class Stair(NamedTuple):
    """A step: its cycle, reference, what is said beside that, how large, when, and what came of it.

    An ``is_open`` one has lines to write on where ``told`` is empty; an ``is_planned`` one is
    dashed as well.
    """

    id: str
    ref: str
    state: str
    scale: str
    when: str
    told: tuple[tuple[str, str], ...]
    is_open: bool = False
    is_planned: bool = False


def draw_ramp(steps: Sequence[Stair], room: Room) -> Drawing:
    """Draw steps side by side, as high as the room; as high as their words if none is open.

    Where their words have no room, the drawing is larger, to be scaled down.
    """
    rooms = [(room[0] * size, room[1] * size) for size in _SIZES]
    room = next((it for it in rooms if _goes_in(steps, it)), rooms[-1])
    high, wide_ = room[1] - _FOOT, _width(steps, room)
    if not any(it.is_open for it in steps):
        high = min(high, _own(steps, wide_ - 2 * _PAD))
    rise = _rise(steps, wide_ - 2 * _PAD, high)
    groups = [
        _step(it, Box(at * (wide_ + _GAP), (len(steps) - 1 - at) * rise, wide_,
                      high - (len(steps) - 1 - at) * rise))
        for at, it in enumerate(steps)
    ]  # fmt: skip
    return whole((*groups, _arrow(room, high)), (room[0], high + _FOOT))


def _own(steps: Sequence[Stair], inner: float) -> float:
    """Return how high steps are that nobody writes on: for the words of each, and to rise."""
    lower = range(len(steps) - 1, -1, -1)
    rise = sum(_RISE) / 2
    return max(_needed(it, inner) + down * rise for it, down in zip(steps, lower, strict=True))


def _width(steps: Sequence[Stair], room: Room) -> float:
    number = max(len(steps), 2)
    return min((room[0] - (number - 1) * _GAP) / number, room[0] / 3)


def _goes_in(steps: Sequence[Stair], room: Room) -> bool:
    """Tell whether all words that are no longer than usual have room when steps rise least."""
    high, inner = room[1] - _FOOT, _width(steps, room) - 2 * _PAD
    lower = range(len(steps) - 1, -1, -1)
    return all(
        _needed(it, inner) <= high - down * _RISE[0] for it, down in zip(steps, lower, strict=True)
    )


def _rise(steps: Sequence[Stair], inner: float, high: float) -> float:
    """Return how much steps rise: as much as leaves each enough room for its words."""
    least, most = _RISE
    rises = [
        (high - _needed(it, inner)) / (len(steps) - 1 - at)
        for at, it in enumerate(steps[:-1])
    ]  # fmt: skip
    return max(least, min([most, *rises]))


def _needed(step: Stair, inner: float) -> float:
    """Return how high a step must be for all its words."""
    head = TITLE.lead + height(step.scale, STRONG, inner) + height(step.when, SMALL, inner)
    told = sum(_AIR + LABEL.lead + height(text[:LONGEST], PLAIN, inner) for _, text in step.told)
    return 2 * _PAD + head + told + _AIR


def _step(step: Stair, area: Box) -> Group:
    left, inner = area.x + _PAD, area.w - 2 * _PAD
    ops: list[Op] = [box(area.x, area.y, area.right, area.bottom,
                         DASHED if step.is_planned else FRAME)]  # fmt: skip
    ops.append(across(area.x, area.right, area.y, SPINE))
    y = area.y + _PAD
    ops += words(step.ref, (left, y), TITLE, inner, 1)
    used = wide(step.ref, TITLE) + (6.0 if step.ref else 0.0)
    ops += words(step.state, (left + used, y + 7.4), SMALL, inner - used, 1)
    y += TITLE.lead
    for text, kind in ((step.scale, STRONG), (step.when, SMALL)):
        lines = words(text, (left, y), kind, inner, 4)
        ops += lines
        y += len(lines) * kind.lead
    ops += _told(step, Box(left, y + _AIR, inner, area.bottom - _PAD - y - _AIR))
    return group(step.id, ops, area)


def _told(step: Stair, area: Box) -> Iterator[Op]:
    """Set what came of a cycle; where nothing is known there are lines to write on."""
    y, waits = area.y, [text for _, text in step.told if not text]
    for at, (label, text) in enumerate(step.told):
        yield from words(label, (area.x, y), LABEL, area.w, 1)
        y += LABEL.lead
        if text:
            later = (len(step.told) - 1 - at) * (_AIR + LABEL.lead + 2 * PLAIN.lead)
            fit = max(1, int((area.bottom - later - y) / PLAIN.lead))
            lines = words(text, (area.x, y), PLAIN, area.w, fit)
            yield from lines
            y += len(lines) * PLAIN.lead + _AIR
        elif step.is_open:
            end = y + (area.bottom - area.y) / max(len(waits), 1) - LABEL.lead
            yield from writing(area.x, area.right, y, min(end, area.bottom), _PITCH)
            y = end


def _arrow(room: Room, high: float) -> Group:
    y, kind = high + 10.0, Type(SMALL.face, SMALL.size, SMALL.lead)
    tip = ((room[0] - 8, y - 3.5), (room[0], y), (room[0] - 8, y + 3.5))
    ops: list[Op] = [across(0.0, room[0] - 6, y, FRAME), Polyline(tip, True, "ink")]
    ops += words(say("few people, like conditions"), (0.0, y + 5), kind, room[0] / 2, 1)
    ops.append(ended(say("more people, other conditions"), (room[0], y + 5), kind))
    return group("arrow", ops, Box(0.0, high, room[0], _FOOT))

"""The square of effort and impact on paper: black lines, and references in its fields."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from ilead_studio.drawing.fonts import REGULAR, SEMIBOLD
from ilead_studio.drawing.ops import Box, Drawing, Group, Line, Op, TextLine
from ilead_studio.drawing.room import Room
from ilead_studio.drawing.written import (
    FRAME,
    HAIR,
    HEAVY,
    Type,
    across,
    box,
    down,
    ended,
    group,
    whole,
    wide,
    words,
)
from ilead_studio.rules.square import Naming, quarters
from ilead_studio.words import say

STEPS: Final = 4
"""Steps of effort and of impact."""
_SHAPE: Final = 0.6
"""Height of the square in parts of its width."""
_PAD: Final = 6.0


class Placed(NamedTuple):
    """An idea in the square: its id, its reference, and its steps from 1."""

    id: str
    ref: str
    effort: int
    impact: int


def draw_square(
    ideas: Sequence[Placed], room: Room, naming: Naming = "plain", size: float = 9.5
) -> Drawing:
    """Draw the square as wide as a room; ``size`` is that of all words in points."""
    plain, strong = Type(REGULAR, size, size * 1.26), Type(SEMIBOLD, size, size * 1.26)
    left = max(wide(it, plain) for it in (say("impact"), say("high"), say("low"))) + _PAD
    high = min(room[1], room[0] * _SHAPE) - plain.lead - _PAD
    field = Box(left, 0.0, room[0] - left, high)
    ground = group("square", _ground(field, naming, plain, strong), field)
    every = sorted(ideas, key=lambda it: (-it.impact, it.effort))
    cells = [
        it for _, its in groupby(every, key=lambda it: (it.impact, it.effort))
        for it in _cell(list(its), field, strong)
    ]  # fmt: skip
    return whole((ground, *cells), (room[0], high + plain.lead + _PAD))


def _ground(field: Box, naming: Naming, plain: Type, strong: Type) -> Iterator[Op]:
    for step in range(1, STEPS):
        pen = FRAME if step == STEPS // 2 else HAIR
        yield across(field.x, field.right, field.y + field.h * step / STEPS, pen)
    yield down(field.x + field.w / 2, field.y, field.bottom, FRAME)
    yield from _halving(field, naming, strong)
    yield box(field.x, field.y, field.right, field.bottom, HEAVY)
    for at, name in enumerate(quarters(naming)):
        x = field.x + at % 2 * field.w / 2 + _PAD
        y = field.y + at // 2 * field.h / 2 + _PAD
        yield from words(name, (x, y), strong, field.w / 2 - 2 * _PAD, 1)
    yield from _axes(field, plain)


def _halving(field: Box, naming: Naming, strong: Type) -> Iterator[Line]:
    """Halve the columns; a line begins below the name of a quarter that is wider than a field."""
    for at, name in enumerate(quarters(naming)):
        x = field.x + (at % 2 + 0.5) * field.w / 2
        top = field.y + at // 2 * field.h / 2
        crosses = wide(name, strong) > field.w / STEPS - 2 * _PAD
        yield down(x, top + (_PAD + strong.lead if crosses else 0.0), top + field.h / 2, HAIR)


def _axes(field: Box, plain: Type) -> Iterator[TextLine]:
    side, under = field.x - _PAD, field.bottom + _PAD
    for text, y in ((say("high"), field.y), (say("low"), field.bottom - 2 * plain.lead)):
        yield ended(text, (side, y), plain)
        yield ended(say("impact"), (side, y + plain.lead), plain)
    yield from words(say("low effort"), (field.x, under), plain, field.w / 2, 1)
    yield ended(say("high effort"), (field.right, under), plain)


def _cell(ideas: list[Placed], field: Box, kind: Type) -> Iterator[Group]:
    """Set the references of one field in lines; a last "+4" says how many more there are."""
    wide_, high = field.w / STEPS, field.h / STEPS
    left = field.x + (ideas[0].effort - 1) * wide_ + _PAD
    top = field.y + (STEPS - ideas[0].impact) * high + _PAD
    top += 0.0 if ideas[0].impact % 2 else kind.lead
    step = max(wide(it.ref, kind) for it in ideas) + kind.size
    across_ = max(1, int((wide_ - _PAD) / step))
    lines = max(1, int((field.y + (STEPS - ideas[0].impact + 1) * high - top) / kind.lead))
    fit = across_ * lines
    shown = ideas if len(ideas) <= fit else ideas[: fit - 1]
    for at, it in enumerate(shown):
        corner = (left + at % across_ * step, top + at // across_ * kind.lead)
        yield group(it.id, words(it.ref, corner, kind, step, 1), Box(*corner, step, kind.lead))
    if len(shown) < len(ideas):
        more = say("+{number}", number=len(ideas) - len(shown))
        corner = (left + (fit - 1) % across_ * step, top + (fit - 1) // across_ * kind.lead)
        yield group("more", words(more, corner, kind, step * 2, 1), Box(*corner, step, kind.lead))

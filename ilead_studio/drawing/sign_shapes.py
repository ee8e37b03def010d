"""The shapes of the signs, made of operations only, for text of 10 points.

A shape begins at x = 0 and stands on or about the baseline y = 0. Nothing here is typed that the
bundled faces lack, and no two shapes differ by colour alone: all can be told apart in black.
Evidence is round, an idea's state is square or a loop, so that no sign has two meanings.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from math import pi
from typing import Final

from ilead_studio.drawing.fonts import REGULAR, SEMIBOLD
from ilead_studio.drawing.ops import (
    Box,
    Curve,
    Group,
    Image,
    Line,
    Op,
    Pen,
    Point,
    Polyline,
    Rect,
    TextLine,
)
from ilead_studio.drawing.text import text_line, width
from ilead_studio.words import said_once, say

SMALL: Final = 8.8
"""Size of typed signs: 7 points where the words are 8."""
MIDDLE: Final = -3.3
"""Half the height of a capital letter above the baseline: every sign is centred on it."""
SIDE: Final = 8.6
"""Width and height of the signs before the words."""
_ROUND: Final = 0.5523
"""How far the controls of a quarter circle lie from its ends, in radii."""
_CAPITAL: Final = -0.4
"""Baseline of a small word, so that its capitals are centred like the rest."""
_THIN: Final = 0.7
_FIRM: Final = 1.1


@dataclass(frozen=True, slots=True)
class Sign:
    """A drawn sign: its whole advance in points, and its operations from (0, baseline)."""

    width: float = 0.0
    ops: tuple[Op, ...] = ()

    def at(self, x: float, baseline: float = 0.0) -> tuple[Op, ...]:
        """Return the operations moved to a place in the layout's coordinates."""
        return tuple(_moved(op, x, baseline) for op in self.ops)


NOTHING: Final = Sign()


def row(signs: Iterable[Sign], gap: float) -> Sign:
    """Set signs side by side."""
    ops: list[Op] = []
    x = 0.0
    for sign in signs:
        ops += sign.at(x)
        x += sign.width + gap
    return Sign(x - gap, tuple(ops)) if ops else NOTHING


def _moved(op: Op, dx: float, dy: float) -> Op:
    """Return an operation at another place; written out, as ``replace`` takes twice as long."""

    def to(point: Point) -> Point:
        return point[0] + dx, point[1] + dy

    match op:
        case Rect(box, radius, fill, pen):
            return Rect(box.moved(dx, dy), radius, fill, pen)
        case Line(start, end, stroke):
            return Line(to(start), to(end), stroke)
        case Polyline(points, closed, fill, pen):
            return Polyline(tuple(map(to, points)), closed, fill, pen)
        case Curve(start, arcs, closed, fill, pen):
            moved = tuple((to(one), to(two), to(last)) for one, two, last in arcs)
            return Curve(to(start), moved, closed, fill, pen)
        case TextLine(x, y, text, face, size, role, wide, glyphs, places):
            return TextLine(x + dx, y + dy, text, face, size, role, wide, glyphs, places)
        case Image(box, png, words):
            return Image(box.moved(dx, dy), png, words)
        case Group():
            return op._replace(x=op.x + dx, y=op.y + dy)


def disc(x: float, r: float, fill: str | None, pen: Pen | None = None) -> Rect:
    """Return a circle about (``x``, the middle)."""
    return Rect(Box(x - r, MIDDLE - r, 2 * r, 2 * r), r, fill, pen)


def _half_disc(x: float, r: float, role: str) -> Curve:
    """Return the left half of a disc."""
    k = r * _ROUND
    top, left, bottom = (x, MIDDLE - r), (x - r, MIDDLE), (x, MIDDLE + r)
    arcs = (
        ((x - k, MIDDLE - r), (x - r, MIDDLE - k), left),
        ((x - r, MIDDLE + k), (x - k, MIDDLE + r), bottom),
    )
    return Curve(top, arcs, closed=True, fill=role)


def _half_ring(x: float, r: float, pen: Pen) -> Curve:
    return _half_disc(x, r, pen.role)._replace(closed=False, fill=None, pen=pen)


def _square(fill: str | None, pen: Pen | None) -> Rect:
    inset = pen.width / 2 if pen else 0.0
    side = SIDE - 0.6 - 2 * inset
    return Rect(Box(0.3 + inset, MIDDLE - side / 2, side, side), 1.4, fill, pen)


def _tick(role: str) -> Polyline:
    points = ((2.2, MIDDLE + 0.1), (3.75, MIDDLE + 1.7), (6.5, MIDDLE - 1.75))
    return Polyline(points, pen=Pen(role, 1.35))


def _cross(reach: float, pen: Pen) -> tuple[Op, ...]:
    x = SIDE / 2
    return tuple(
        Line((x - reach, MIDDLE - tilt * reach), (x + reach, MIDDLE + tilt * reach), pen)
        for tilt in (1, -1)
    )


@cache
def supported() -> Sign:
    """Return a filled disc with a tick."""
    return Sign(SIDE, (disc(SIDE / 2, SIDE / 2, "good"), _tick("paper")))


@cache
def hunch() -> Sign:
    """Return a dashed ring."""
    r = SIDE / 2 - 0.5
    part = 2 * pi * r / 8
    return Sign(SIDE, (disc(SIDE / 2, r, None, Pen("ink_soft", 1.0, (part * 0.62, part * 0.38))),))


@cache
def refuted() -> Sign:
    """Return a ring with a cross."""
    ring = disc(SIDE / 2, SIDE / 2 - 0.5, None, Pen("bad", 1.0))
    return Sign(SIDE, (ring, *_cross(1.75, Pen("bad", 1.0))))


@cache
def disputed() -> Sign:
    """Return the left half of a ring with a question mark in its place at the right."""
    half = _half_ring(SIDE / 2, SIDE / 2 - 0.5, Pen("warn", 1.0))
    mark = text_line(SIDE / 2 - 0.9, 0.0, "?", SEMIBOLD, SMALL + 0.6, "warn")
    return Sign(SIDE, (half, mark))


@cache
def proposed() -> Sign:
    """Return a dashed square."""
    side = SIDE - 1.6
    part = (4 * side - (8 - 2 * pi) * 1.4) / 10
    return Sign(SIDE, (_square(None, Pen("ink_soft", 1.0, (part * 0.6, part * 0.4))),))


@cache
def testing() -> Sign:
    """Return a square whose left half is filled."""
    frame = _square(None, Pen("accent", 1.0))
    half = Rect(Box(0.8, MIDDLE - SIDE / 2 + 0.8, SIDE / 2 - 0.8, SIDE - 1.6), 0.0, "accent")
    return Sign(SIDE, (half, frame))


@cache
def adapting() -> Sign:
    """Return a loop with an arrow head: round, but no sign of evidence has an arrow."""
    x, r = SIDE / 2 - 0.2, SIDE / 2 - 0.8
    k, end = r * _ROUND, MIDDLE - 0.4
    half = _half_ring(x, r, Pen("accent", _FIRM))
    last = ((x + k, MIDDLE + r), (x + r, MIDDLE + k), (x + r, end))
    head = ((x + r - 2.3, end), (x + r + 1.3, end), (x + r - 0.5, end - 3.6))
    loop = half._replace(arcs=(*half.arcs, last))
    return Sign(SIDE, (loop, Polyline(head, closed=True, fill="accent")))


@cache
def adopted() -> Sign:
    """Return a filled square with a tick."""
    return Sign(SIDE, (_square("good", None), _tick("paper")))


@cache
def abandoned() -> Sign:
    """Return a square with a bar across."""
    bar = Line((1.4, MIDDLE + 2.9), (SIDE - 1.4, MIDDLE - 2.9), Pen("bad", 1.0))
    return Sign(SIDE, (_square(None, Pen("bad", 1.0)), bar))


@cache
def parked() -> Sign:
    """Return a square with two upright bars, the sign of a pause."""
    bars = (Rect(Box(x, MIDDLE - 1.9, 1.3, 3.8), 0.0, "ink_soft") for x in (2.65, 4.65))
    return Sign(SIDE, (_square(None, Pen("ink_soft", 1.0)), *bars))


@lru_cache(256)
def typed(text: str, role: str, face: str = REGULAR) -> Sign:
    """Return a small word or number."""
    line = text_line(0.0, 0.0, text, face, SMALL, role)
    return Sign(line.width, (line,))


@lru_cache(256)
def framed(text: str, role: str, radius: float, fill: str | None = None) -> Sign:
    """Return a small word in a frame with round corners."""
    inside = width(text, SEMIBOLD, SMALL)
    w = max(inside + 6.4, 10.0)
    frame = Rect(Box(0.35, MIDDLE - 4.75, w - 0.7, 9.5), radius, fill, Pen(role, _THIN))
    return Sign(w, (frame, *_centred(text, w, role)))


def _centred(text: str, w: float, role: str) -> tuple[Op, ...]:
    x = (w - width(text, SEMIBOLD, SMALL)) / 2
    return (text_line(x, _CAPITAL, text, SEMIBOLD, SMALL, role),)


@said_once(8)
def root() -> Sign:
    """Return the tag ROOT."""
    return framed(say("ROOT"), "root", 2.0)


def folded(number: int) -> Sign:
    """Return "+4" in a pill."""
    return framed(f"+{number}", "ink_soft", 4.75, "tint0")


@lru_cache(256)
def dots(number: int) -> Sign:
    """Return a dot for each of at most five votes, else a dot and the number."""
    if number > 5:
        return row((dots(1), typed(str(number), "ink_soft", SEMIBOLD)), 1.3)
    return row((Sign(2.9, (disc(1.45, 1.45, "ink_soft"),)),) * number, 1.1)


@lru_cache(64)
def squares(number: int, *, filled: bool) -> Sign:
    """Return a square for each vote; hollow ones for what is left out."""
    inset = 0.0 if filled else 0.35
    box = Box(inset, MIDDLE - 2.3 + inset, 4.6 - 2 * inset, 4.6 - 2 * inset)
    one = Rect(box, 0.6, "ink_soft") if filled else Rect(box, 0.6, None, Pen("ink_soft", 0.7))
    return row((Sign(4.6, (one,)),) * number, 1.1)


@lru_cache(256)
def bead(state: str) -> Sign:
    """Return a cycle as a bead with the piece of string that leads to it."""
    r, x = 2.2, 4.4
    string = Line((0.0, MIDDLE), (x - r, MIDDLE), Pen("accent", 0.9))
    ring = disc(x, r - 0.45, None, Pen("accent", 0.9))
    filled = {"decided": (disc(x, r, "accent"),), "running": (_half_disc(x, r - 0.3, "accent"),)}
    return Sign(x + r, (string, *filled.get(state, ()), ring))


@cache
def chart() -> Sign:
    """Return a line that rises between two axes."""
    axes = Polyline(((0.4, -6.8), (0.4, -0.2), (9.0, -0.2)), pen=Pen("ink_soft", _THIN))
    line = ((1.6, -2.0), (3.6, -3.8), (5.4, -2.8), (8.4, -6.2))
    return Sign(9.0, (axes, Polyline(line, pen=Pen("ink_soft", _FIRM))))


@cache
def fish() -> Sign:
    """Return a small fishbone with its head at the right."""
    pen = Pen("ink_soft", 0.9)
    bones = (
        Polyline(((x - 2.0, MIDDLE - 2.8), (x, MIDDLE), (x - 2.0, MIDDLE + 2.8)), pen=pen)
        for x in (3.6, 6.4)
    )
    head = ((8.2, MIDDLE - 2.0), (11.4, MIDDLE), (8.2, MIDDLE + 2.0))
    spine = Line((0.4, MIDDLE), (8.4, MIDDLE), pen)
    return Sign(11.4, (spine, *bones, Polyline(head, closed=True, fill="ink_soft")))


@cache
def chain() -> Sign:
    """Return two links of a chain that reach into each other."""
    pen = Pen("ink_soft", 1.1)
    links = (Rect(Box(x, MIDDLE - 2.2, 6.4, 4.4), 2.2, None, pen) for x in (0.6, 5.0))
    return Sign(CHAIN, tuple(links))


CHAIN: Final = 12.0
"""Width of the chain."""


@cache
def note() -> Sign:
    """Return a leaf of paper with a folded corner."""
    top, low = -7.2, 0.6
    leaf = ((0.4, top), (4.2, top), (6.6, top + 2.4), (6.6, low), (0.4, low))
    corner = ((4.2, top), (4.2, top + 2.4), (6.6, top + 2.4))
    outline = Polyline(leaf, closed=True, pen=Pen("ink_soft", 0.8))
    return Sign(7.0, (outline, Polyline(corner, closed=True, fill="ink_soft")))


@cache
def lens() -> Sign:
    """Return a magnifying glass."""
    glass = Rect(Box(0.5, MIDDLE - 3.4, 5.0, 5.0), 2.5, None, Pen("ink_soft", 0.9))
    return Sign(7.4, (glass, Line((4.8, MIDDLE + 0.9), (7.2, MIDDLE + 3.3), Pen("ink_soft", 1.4))))


@lru_cache(256)
def party(letter: str, place: int) -> Sign:
    """Return a party's letter in the outline of its place: square, circle, diamond and on.

    The seventh party begins again with a heavier outline.
    """
    pen = Pen("ink_soft", _THIN if place < PARTY_SHAPES else 1.4)
    inside = width(letter, SEMIBOLD, SMALL)
    shape = place % PARTY_SHAPES
    w = max(inside * (2.8 if shape == _DIAMOND else 1.0), inside + _PARTY_AIR[shape], 10.4)
    return Sign(w, (_outline(shape, w, pen), *_centred(letter, w, "ink_soft")))


_PARTY_AIR: Final = (4.8, 5.6, 11.4, 7.6, 5.2, 6.4)
_DIAMOND: Final = 2
"""The outline that has to be twice as wide as what stands in it."""
PARTY_SHAPES: Final = len(_PARTY_AIR)
"""Parties with an outline of their own."""


def _outline(shape: int, w: float, pen: Pen) -> Op:
    left, right = pen.width / 2, w - pen.width / 2
    if shape < 2:
        return Rect(Box(left, MIDDLE - 4.8, right - left, 9.6), (0.0, 4.8)[shape], None, pen)
    h = (5.6, 4.9, 5.4, 5.0)[shape - 2]
    top, low, mid = MIDDLE - h, MIDDLE + h, w / 2
    points: tuple[tuple[Point, ...], ...] = (
        ((mid, top), (right, MIDDLE), (mid, low), (left, MIDDLE)),
        ((3.0, top), (w - 3.0, top), (right, MIDDLE), (w - 3.0, low), (3.0, low), (left, MIDDLE)),
        ((left, top), (right, top), (right, low - 3.0), (mid, low), (left, low - 3.0)),
        (
            (3.2, top), (w - 3.2, top), (right, top + 2.8), (right, low - 2.8),
            (w - 3.2, low), (3.2, low), (left, low - 2.8), (left, top + 2.8),
        ),
    )  # fmt: skip
    return Polyline(points[shape - 2], closed=True, pen=pen)

"""Words, lines and boxes of a drawing that is made for paper: a square, a ramp, an empty sheet."""

from collections.abc import Iterable
from typing import Final, NamedTuple

from ilead_studio.drawing.fonts import REGULAR, SEMIBOLD
from ilead_studio.drawing.ops import Box, Drawing, Group, Line, Op, Pen, Point, Rect, TextLine
from ilead_studio.drawing.text import text_line, width, wrapped

HAIR: Final = Pen("ink", 0.35)
THIN: Final = Pen("ink", 0.6)
FRAME: Final = Pen("ink", 0.9)
HEAVY: Final = Pen("ink", 1.8)
SPINE: Final = Pen("ink", 2.6)
DASHED: Final = Pen("ink", 0.9, (4.0, 3.0))
DOTS: Final = Pen("ink", 0.5, (0.6, 1.8))
"""To write on: black, so that no copier loses it, and still looks grey."""
LEAST: Final = 8.5
LARGE: Final = 18.0
"""Smallest words of large print."""
_BASELINE: Final = 0.78
"""How far below the top of a line its baseline lies, in parts of the size."""


class Type(NamedTuple):
    """Face, size and leading of some words."""

    face: str
    size: float
    lead: float


TITLE: Final = Type(SEMIBOLD, 18.0, 22.0)
STRONG: Final = Type(SEMIBOLD, 9.5, 12.0)
PLAIN: Final = Type(REGULAR, 9.5, 12.0)
SMALL: Final = Type(REGULAR, 8.5, 10.5)
LABEL: Final = Type(SEMIBOLD, 8.5, 10.5)


def smaller(size: float, part: float) -> float:
    """Return a part of a size, but nothing under 8.5 points, and of large print the same size."""
    return size if size >= LARGE else max(size * part, LEAST)


def words(text: str, at: Point, kind: Type, room: float, most: int = 0) -> tuple[TextLine, ...]:
    """Set words in lines no wider than a room, from a top left corner; ``most`` lines at most.

    Where there are more, the last one ends in "…".
    """
    lines = wrapped(text, kind.face, kind.size, room, balanced=False) if text else ()
    if most and len(lines) > most:
        kept = wrapped(text, kind.face, kind.size, room - width("…", kind.face, kind.size),
                       balanced=False)[:most]  # fmt: skip
        lines = (*kept[:-1], f"{kept[-1]}…")
    top = at[1] + kind.size * _BASELINE
    return tuple(
        text_line(at[0], top + number * kind.lead, line, kind.face, kind.size, "ink")
        for number, line in enumerate(lines)
    )


def height(text: str, kind: Type, room: float) -> float:
    """Return how high words are in lines no wider than a room."""
    return len(wrapped(text, kind.face, kind.size, room, balanced=False)) * kind.lead if text else 0


def wide(text: str, kind: Type) -> float:
    """Return how wide words are on one line."""
    return width(text, kind.face, kind.size)


def centred(text: str, at: Point, kind: Type) -> TextLine:
    """Set one line with its middle at a point; ``at`` says how far down its top is."""
    return words(text, (at[0] - wide(text, kind) / 2, at[1]), kind, 1e6)[0]


def ended(text: str, at: Point, kind: Type) -> TextLine:
    """Set one line that ends at a point; ``at`` says how far down its top is."""
    return words(text, (at[0] - wide(text, kind), at[1]), kind, 1e6)[0]


def across(left: float, right: float, y: float, pen: Pen) -> Line:
    """Draw a line from left to right."""
    return Line((left, y), (right, y), pen)


def down(x: float, top: float, bottom: float, pen: Pen) -> Line:
    """Draw a line from top to bottom."""
    return Line((x, top), (x, bottom), pen)


def box(left: float, top: float, right: float, bottom: float, pen: Pen, radius: float = 0) -> Rect:
    """Draw a frame."""
    return Rect(Box(left, top, right - left, bottom - top), radius, None, pen)


def writing(left: float, right: float, top: float, bottom: float, pitch: float) -> tuple[Line, ...]:
    """Draw lines to write on between two heights, as many as there is room for."""
    number = int((bottom - top) / pitch)
    return tuple(across(left, right, top + (at + 1) * pitch, DOTS) for at in range(number))


def group(node_id: str, ops: Iterable[Op], area: Box) -> Group:
    """Return what belongs to one item, in the coordinates of the drawing."""
    return Group(node_id, "written", 0.0, 0.0, area, area, tuple(ops))


def whole(groups: Iterable[Group], size: tuple[float, float]) -> Drawing:
    """Return a drawing of a size."""
    return Drawing(Box(0.0, 0.0, *size), tuple(groups))

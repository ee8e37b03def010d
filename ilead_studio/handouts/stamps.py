"""What is drawn of an item, as stamps: cut once, and kept for the next packet.

Most items are the same then, wherever they stand and however large the whole is.
"""

from collections.abc import Iterable
from functools import cached_property, lru_cache
from typing import Final

from ilead_studio.drawing.ops import (
    Curve,
    Group,
    Image,
    Line,
    Op,
    Pen,
    Polyline,
    Rect,
    TextLine,
    words_in,
)
from ilead_studio.drawing.text import text_line
from ilead_studio.drawing.theme import PRINT
from ilead_studio.handouts.faces import SPACE
from ilead_studio.handouts.ink import Cutter, Ink, Stamp, Stroke
from ilead_studio.rules.kept import keeping

_INKS: Final = 512
"""Colours and pens kept: a drawing has about twenty of each."""
_KEPT: Final = 6_144
"""Items kept: those of a packet with 4,000, or with 2,000 and what they were before."""


class Stamps:
    """The stamps of what is drawn of an item, each cut when it is first put."""

    def __init__(self, ops: tuple[Op, ...], is_faded: bool, gray: bool) -> None:
        self._ops, self._is_faded, self._gray = ops, is_faded, gray
        self._own = words_in(ops)
        self.words = " ".join([it.text for it in self._own])
        """Its own words, as they are broken into lines."""

    @cached_property
    def all(self) -> Stamp:
        """Everything that is drawn of it."""
        return self._cut(self._ops)

    @cached_property
    def unspoken(self) -> Stamp:
        """Geometry and signs."""
        spoken = {*map(id, self._own)}
        return self._cut(
            it for it in self._ops if id(it) not in spoken and not isinstance(it, Image)
        )

    @cached_property
    def spoken(self) -> Stamp:
        """Its own words, after which nothing is said."""
        return self._cut(self._own, len(self._own) - 1)

    @cached_property
    def going_on(self) -> Stamp:
        """Its own words, after which more is said."""
        return self._cut(self._own, len(self._own))

    @cached_property
    def behind(self) -> Stamp:
        """A space behind its words: what is said beyond them needs something on the page."""
        last = self._own[-1]
        return self._cut((text_line(last.x + last.width, last.y, SPACE, *last[3:6]),))

    def _cut(self, ops: Iterable[Op], going_on: int = 0) -> Stamp:
        """Cut operations; a space follows on the first lines, so many of them."""
        cutter = Cutter(gray=self._gray)
        for at, op in enumerate(ops):
            if isinstance(op, TextLine):
                colour = _colour(op.role, self._is_faded)
                cutter.text(op, (op.x, op.y), colour=colour, goes_on=at < going_on)
            elif isinstance(op, Image):
                cutter.picture(op.png, op.box)
            elif not isinstance(op, Group):
                _shape(op, cutter, self._is_faded)
        return cutter.stamp()


@keeping(_KEPT)
def stamps_of(ops: tuple[Op, ...], is_faded: bool, gray: bool) -> Stamps:
    """Return the stamps of what is drawn of an item, pale if it is faded."""
    return Stamps(ops, is_faded, gray)


def _shape(op: Rect | Line | Polyline | Curve, ink: Ink, is_faded: bool) -> None:
    stroke = None if op.pen is None else _stroke(op.pen, is_faded)
    fill = None if isinstance(op, Line) or op.fill is None else _colour(op.fill, is_faded)
    match op:
        case Rect():
            ink.rectangle(op.box, op.radius, fill, stroke)
        case Line():
            ink.lines((op.start, op.end), stroke=stroke)
        case Polyline():
            ink.lines(op.points, closed=op.closed, fill=fill, stroke=stroke)
        case Curve():
            ink.curve(op.start, op.arcs, closed=op.closed, fill=fill, stroke=stroke)


@lru_cache(_INKS)
def _colour(role: str, is_faded: bool) -> str:
    """Return a colour; a theme is a large value, and takes longer to be looked up than this."""
    return (PRINT.faded() if is_faded else PRINT).colour(role)


@lru_cache(_INKS)
def _stroke(pen: Pen, is_faded: bool) -> Stroke:
    return Stroke(pen.width, pen.dash, _colour(pen.role, is_faded), pen.is_dotted)

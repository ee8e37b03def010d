"""A drawing as native shapes of a slide: boxes with their words inside, lines, signs.

What an item has within its own area is one shape, or a group of its box and its signs, so that it
can be moved. What leaves that area (bones, links, headings) is a group of its own, behind them all.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final, NamedTuple

from ilead_studio.drawing.fonts import ITALIC, REGULAR, SEMIBOLD
from ilead_studio.drawing.ops import (
    Box,
    Drawing,
    Group,
    Image,
    Line,
    Placed,
    Rect,
    TextLine,
    placed_groups,
    words_of,
)
from ilead_studio.drawing.theme import PRINT
from ilead_studio.office.shapes import (
    Named,
    Outline,
    Setting,
    Type,
    body,
    bounds,
    group,
    paragraph,
    shape,
    text_box,
)
from ilead_studio.packet.blocks import plain
from ilead_studio.packet.tongue import Tongue
from ilead_studio.words import say

_SMALLER: Final = {REGULAR: 0.925, ITALIC: 0.9, SEMIBOLD: 0.89}
"""The size of Arial that is as wide as ours, in sizes of ours."""
_SLACK: Final = 2.0
_UNDER: Final = 0.212
"""What of a line lies under its baseline, in sizes."""
_LEAD: Final = 1.25


class Said(NamedTuple):
    """What an item is called, and what is said of it aloud."""

    name: str
    aloud: str


_NOTHING: Final = Said("", "")


class Place(NamedTuple):
    """Where a drawing stands: in the middle of a room, at a scale."""

    room: Box
    scale: float

    def setting(self, bounds: Box) -> Setting:
        """Return how it comes to stand there."""
        room, scale = self
        left = room.x + (room.w - bounds.w * scale) / 2 - bounds.x * scale
        top = room.y + (room.h - bounds.h * scale) / 2 - bounds.y * scale
        return Setting(left, top, scale, PRINT)


class Drawer:
    """Draws with shapes that have the next numbers of a slide."""

    def __init__(self, language: Tongue, numbers: Iterator[int]) -> None:
        self._language, self._numbers = language, numbers

    def drawn(
        self,
        drawing: Drawing,
        place: Place,
        said: Mapping[str, Said],
        faded: frozenset[str] = frozenset(),
    ) -> list[str]:
        """Return the shapes of a drawing; those behind others come first."""
        whole = place.setting(drawing.bounds)
        behind: list[str] = []
        front: list[str] = []
        for placed in placed_groups(drawing):
            setting = whole.moved(placed.x, placed.y)
            if placed.group.node_id in faded:
                setting = replace(setting, theme=PRINT.faded())
            named = said.get(placed.group.node_id, _NOTHING)
            behind += self._outside(placed, setting, named)
            front += self._inside(placed, setting, named)
        return behind + front

    def figure(self, drawing: Drawing, place: Place, name: str) -> list[str]:
        """Return the shapes of a drawing in which nothing is an item, in their own order."""
        whole = place.setting(drawing.bounds)
        return [
            xml
            for placed in placed_groups(drawing)
            for xml in self._each(_flat(placed.group), whole.moved(placed.x, placed.y), name)
        ]

    def _outside(self, placed: Placed, setting: Setting, said: Said) -> Iterator[str]:
        """Give what an item has outside of its own area, as one group."""
        ops = [op for op in _flat(placed.group) if not _is_inside(op, placed.group.box)]
        if ops:
            name = say("Lines of {item}", item=said.name or placed.group.role)
            yield self._grouped(ops, setting, Said(name, ""))

    def _inside(self, placed: Placed, setting: Setting, said: Said) -> Iterator[str]:
        """Give an item: its box with its words, and its signs with it."""
        area, own = placed.group.box, words_of(placed.group)
        ops = [op for op in _flat(placed.group) if _is_inside(op, area)]
        words = [op for op in ops if op in own and isinstance(op, TextLine)]
        shapes = (op for op in ops if not isinstance(op, TextLine))
        frame = next((op for op in shapes if _holds(op, words)), None)
        signs = [op for op in ops if op not in words and op is not frame]
        if not words and frame is None:
            if signs:
                yield self._grouped(signs, setting, said)
            return
        number = next(self._numbers)
        if not signs:
            yield self._worded(Named(number, said.name, said.aloud), frame, words, setting)
            return
        inner = Named(next(self._numbers), said.name)
        together = [self._worded(inner, frame, words, setting)]
        together += self._each(signs, setting, said.name)
        yield group(Named(number, said.name, said.aloud), setting.box(area), together)

    def _grouped(
        self, ops: Sequence[Outline | TextLine], setting: Setting, said: Said
    ) -> str:  # fmt: skip
        number = next(self._numbers)
        boxes = [_box(op) for op in ops]
        left, top = min(it.x for it in boxes), min(it.y for it in boxes)
        right, bottom = max(it.right for it in boxes), max(it.bottom for it in boxes)
        shapes = self._each(ops, setting, said.name)
        around = setting.box(Box(left, top, right - left, bottom - top))
        return group(Named(number, said.name, said.aloud), around, list(shapes))

    def _each(
        self, ops: Sequence[Outline | TextLine], setting: Setting, name: str
    ) -> Iterator[str]:
        for op in ops:
            named = Named(next(self._numbers), name)
            if isinstance(op, TextLine):
                yield self._words(named, [op], setting)
            else:
                yield shape(named, op, setting)

    def _worded(
        self, named: Named, frame: Outline | None, words: Sequence[TextLine], setting: Setting
    ) -> str:
        """Return the box of an item with its words inside, or its words alone."""
        if frame is None:
            return self._words(named, words, setting)
        if not words:
            return shape(named, frame, setting)
        text, place = self._set(words, setting)
        box = setting.box(bounds(frame))
        insets = (place.x - box.x, place.y - box.y, 0.0, 0.0)
        right = max(0.0, box.right - place.right)
        insets = (max(0.0, insets[0]), max(0.0, insets[1]), right, 0.0)
        return shape(named, frame, setting, body([text], insets))

    def _words(self, named: Named, words: Sequence[TextLine], setting: Setting) -> str:
        text, place = self._set(words, setting)
        return text_box(named, place, body([text]))

    def _set(self, words: Sequence[TextLine], setting: Setting) -> tuple[str, Box]:
        """Return lines as one paragraph, and the box in which they stand as they are drawn."""
        first = words[0]
        size = first.size * setting.scale * _SMALLER[first.face]
        steps = [below.y - above.y for above, below in pairwise(words)]
        lead = (steps[0] if steps else first.size * _LEAD) * setting.scale
        side = _side(words)
        left = min(it.x for it in words)
        right = max(it.x + it.width for it in words)
        around = setting.box(Box(left, first.y, right - left, 0.0))
        slack = around.w * 0.06 + _SLACK
        moved = {"l": 0.0, "r": slack, "ctr": slack / 2}[side]
        top = around.y - lead + size * _UNDER
        kind = Type(
            size,
            lead,
            self._language,
            bold=first.face == SEMIBOLD,
            italic=first.face == ITALIC,
            colour=setting.theme.colour(first.role)[1:].upper(),
            side=side,
        )
        text = paragraph(plain("\n".join(it.text for it in words)), kind)
        return text, Box(around.x - moved, top, around.w + slack, lead * len(words) + size * 0.2)


def _flat(of: Group) -> list[Outline | TextLine]:
    """Return the shapes and words of a group, without those of the groups in it."""
    return [op for op in of.ops if not isinstance(op, Group | Image) and not _is_empty(op)]


def _is_empty(op: Outline | TextLine) -> bool:
    return isinstance(op, TextLine) and not op.text.strip()


def _side(words: Sequence[TextLine]) -> str:
    """Tell at which side lines are even."""
    if max(it.x for it in words) - min(it.x for it in words) < 0.5:
        return "l"
    ends = [it.x + it.width for it in words]
    return "r" if max(ends) - min(ends) < 0.5 else "ctr"


def _box(op: Outline | TextLine) -> Box:
    if isinstance(op, TextLine):
        return Box(op.x, op.y - op.size * 0.75, op.width, op.size)
    return bounds(op)


def _is_inside(op: Outline | TextLine, area: Box) -> bool:
    wide = Box(area.x - _SLACK, area.y - _SLACK, area.w + 2 * _SLACK, area.h + 2 * _SLACK)
    return wide.holds(_box(op))


def _holds(op: Outline, words: Sequence[TextLine]) -> bool:
    """Tell whether something is the frame around an item's words."""
    is_closed = isinstance(op, Rect) or (not isinstance(op, Line) and op.closed)
    return is_closed and bool(words) and all(bounds(op).holds(_box(it)) for it in words)

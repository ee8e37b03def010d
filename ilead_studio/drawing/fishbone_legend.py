"""Where the legend of a fishbone stands: in a free corner beside its head, else below it all."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import inf
from typing import Final, NamedTuple

from ilead_studio.drawing.fishbone_bones import Head
from ilead_studio.drawing.fishbone_colours import BY_BONE, Colours
from ilead_studio.drawing.fishbone_frame import EDGE, Frame
from ilead_studio.drawing.legend import kinds_in_use, legend
from ilead_studio.drawing.marks import Marks
from ilead_studio.drawing.ops import Box, Op
from ilead_studio.drawing.sign_shapes import Sign
from ilead_studio.words import said_once

_GAP: Final = 10.0
"""Around the legend."""
_LEAST_WORDS: Final = 60.0
"""An entry in the corner has at least so much room for its words."""


@dataclass(frozen=True, slots=True, eq=False)
class Legend:
    """A set legend: its height, and its operations from its top left corner."""

    height: float = 0.0
    ops: tuple[Op, ...] = ()


class Footed(NamedTuple):
    """What a picture spans with its legend, the legend, and the room in which that stands."""

    bounds: Box
    legend: Legend
    place: Box


def footed(
    whole: Frame, used: tuple[Marks, ...], colours: Colours = BY_BONE, sheet: float = 0.0
) -> Footed:
    """Return where the legend of the marks in use stands when the head is at the right.

    On sheets so wide it stands on that of the head.
    """
    bounds = whole.bounds
    if sheet and (under := _under_head(whole, used, colours, sheet)):
        return under
    for corner in _corners(whole):
        beside = listed(used, corner.w, colours)
        if beside.height <= max(0.0, corner.h):
            y = corner.y if corner.y < 0 else corner.bottom - beside.height
            return Footed(bounds, beside, corner._replace(y=y))
    wide = min(bounds.w, sheet or bounds.w) - 2 * EDGE
    below = in_lines(used, wide, colours)
    left = bounds.right - EDGE - wide if sheet else bounds.x + EDGE
    place = Box(left, bounds.bottom + _GAP, wide, below.height)
    return Footed(bounds._replace(h=bounds.h + _GAP + below.height), below, place)


def _under_head(
    whole: Frame, used: tuple[Marks, ...], colours: Colours, sheet: float
) -> Footed | None:
    """Return where a legend stands under a head that has a sheet for itself."""
    bounds, head = whole.bounds, whole.head
    end = bounds.right - EDGE
    free = end - max((max(it.box.right, it.joints[-1]) for it in whole.standing), default=-inf)
    if free < head.width - _GAP:
        return None
    wide = min(free - _GAP, max(head.width, sheet - 2 * _GAP))
    below = in_lines(used, wide, colours)
    place = Box(end - wide, head.height / 2 + _GAP, wide, below.height)
    return Footed(bounds._replace(h=max(bounds.h, place.bottom - bounds.y)), below, place)


def _corners(whole: Frame) -> Iterator[Box]:
    """Give the free corners under and over the head, each from the edge of the picture.

    Where a category box reaches into one, it is free beside the box, or up to it.
    """
    head, bounds = whole.head, whole.bounds
    for is_above, edge in ((False, bounds.bottom - EDGE), (True, -bounds.y - EDGE)):
        side = [it for it in whole.standing if it.bone.is_above is is_above]
        boxes = [it.box for it in side if it.box.right > -_GAP]
        left = max((it.right + _GAP for it in boxes), default=0.0)
        yield _corner(head, left, edge, is_above=is_above)
        if boxes:
            inner = min(-it.bottom if is_above else it.y for it in boxes)
            yield _corner(head, 0.0, inner - _GAP, is_above=is_above)


def _corner(head: Head, left: float, edge: float, *, is_above: bool) -> Box:
    """Return the corner from the head to an edge so far from the spine."""
    height = edge - head.height / 2 - _GAP
    return Box(left, -edge if is_above else edge - height, head.width - left, height)


def heights(head: Head, used: tuple[Marks, ...], width: float) -> tuple[float, float]:
    """Return the height of a legend beside the head, and what it adds below a wide picture."""
    below = in_lines(used, width).height
    return listed(used, head.width).height, below + _GAP if below else 0.0


def height_of_corner(head: Head, edge: float) -> float:
    """Return the height of the corner beside a head in a picture that reaches so far."""
    return max(0.0, _corner(head, 0.0, edge, is_above=False).h)


@said_once(64)
def listed(used: tuple[Marks, ...], width: float, colours: Colours = BY_BONE) -> Legend:
    """Set a legend as a list; endless high if an entry is too wide for it."""
    ops: list[Op] = []
    height = 0.0
    for kind in kinds_in_use(used, colours.sample):
        if kind.sign.width + _LEAST_WORDS > width:
            return Legend(inf)
        entry = legend((kind,), width)
        ops += Sign(0.0, entry.ops).at(0.0, height)
        height += entry.height
    return Legend(height, tuple(ops))


@said_once(64)
def in_lines(used: tuple[Marks, ...], width: float, colours: Colours = BY_BONE) -> Legend:
    """Set a legend in as few lines as it takes."""
    below = legend(kinds_in_use(used, colours.sample), width)
    return Legend(below.height, below.ops)

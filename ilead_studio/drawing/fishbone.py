"""The fishbone: an outline becomes a picture of causes that lead to one effect.

Causes stand from top to bottom in outline order on both sides of the spine, rib by rib. The lists
hang on their category boxes, so a list moves with its box as one piece; slack stays at the spine.
Mirroring negates every x, while words stay flush left in their blocks.
"""

from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import repeat
from typing import Final

from ilead_studio.drawing.change_signs import is_removed, pen_of_change
from ilead_studio.drawing.fishbone_blocks import OLD_SIZE, before
from ilead_studio.drawing.fishbone_bones import (
    BONE_LEAD,
    BONE_SIZE,
    BOX_PAD,
    DISC_ROOM,
    HEAD_INDENT,
    HEAD_LEAD,
    HEAD_PAD,
    HEAD_SIZE,
    Bone,
    measured_head,
)
from ilead_studio.drawing.fishbone_branches import Entry, shown
from ilead_studio.drawing.fishbone_colours import Colours, colours_of
from ilead_studio.drawing.fishbone_frame import (
    FIN,
    Frame,
    Hung,
    Sheet,
    Standing,
    frame,
    hung_blocks,
    planned_bones,
)
from ilead_studio.drawing.fishbone_legend import Footed, Legend, footed
from ilead_studio.drawing.fishbone_plan import find_plan
from ilead_studio.drawing.fishbone_words import drawn
from ilead_studio.drawing.fonts import REGULAR, SEMIBOLD
from ilead_studio.drawing.marks import AS_IT_IS, Marks, View
from ilead_studio.drawing.ops import Box, Curve, Drawing, Group, Line, Op, Pen, Point, Rect
from ilead_studio.drawing.room import snap
from ilead_studio.drawing.signs import Sign, lead, strike, trail
from ilead_studio.drawing.text import Label, text_line, width
from ilead_studio.model import FishbonePlan
from ilead_studio.rules.outline import Role, Row
from ilead_studio.wanted import still_wanted
from ilead_studio.words import said_once

__all__ = ["draw_fishbone", "find_plan"]

_SPINE: Final = Pen("ink_line", 2.6)
_FIN: Final = Pen("ink_line", 1.8)
_HEAD: Final = Pen("ink_line", 2.0)
_HEAD_ROUND: Final = 17.0
_BEND: Final = 9.0
"""A rib bends into the spine at this distance from it."""
_DISC: Final = 13.2
_NUMBER_SIZE: Final = 9.0
_HEAD_ROLE: Final = Role.HEAD.value
_BONE: Final = Role.BONE.value
_CAUSE: Final = Role.CAUSE.value


@dataclass(frozen=True, slots=True)
class _Facing:
    """Where the head is: at the right (``sign`` 1) or, mirrored, at the left (-1)."""

    sign: float

    def at(self, x: float, y: float) -> Point:
        """Return a point of the unmirrored picture at its place."""
        return (self.sign * x, y)

    def left(self, x: float, w: float) -> float:
        """Return the left side of a box whose unmirrored left side is ``x``."""
        return x if self.sign > 0 else -(x + w)

    def box(self, box: Box) -> Box:
        """Return a box of the unmirrored picture at its place."""
        return Box(self.left(box.x, box.w), box.y, box.w, box.h)


def draw_fishbone(
    rows: tuple[Row, ...],
    plan: FishbonePlan,
    mirrored: bool = False,
    view: View = AS_IT_IS,
    earlier: int = 0,
    sheet: Sheet | None = None,
) -> Drawing:
    """Draw the rows of a fishbone (the head first, in outline order) by a plan.

    The head is at the right; ``mirrored`` puts it at the left. ``view`` says what is folded and
    what is marked. ``earlier`` bones stand on other pages and are counted. On sheets of a poster,
    counted from the head, no bone stands beside a cut between two that is not larger than one.
    """
    facing, colours = _Facing(-1.0 if mirrored else 1.0), colours_of(view)
    colours = replace(colours, earlier=earlier) if earlier else colours
    head, found, used, _ = shown(rows, view)
    whole = frame(measured_head(head, plan.slope), planned_bones(found, plan), plan, sheet)
    foot = footed(whole, used, colours, sheet.wide if sheet else 0.0)
    groups = [_head(head, whole, facing, foot)]
    for standing in whole.standing:
        still_wanted()
        groups.append(_bone(standing, facing, colours))
        groups += _causes(standing, plan, facing, colours)
    return Drawing(facing.box(foot.bounds), tuple(groups))


def _head(it: Entry, whole: Frame, facing: _Facing, foot: Footed) -> Group:
    """Draw the effect, the spine with its tail fin, and the legend."""
    head = whole.head
    box = facing.box(Box(0.0, -head.height / 2, head.width, head.height))
    words = Box(HEAD_INDENT, HEAD_PAD - head.height / 2, head.width - 2 * HEAD_INDENT, 0.0)
    text_box = facing.box(words._replace(h=head.height - 2 * HEAD_PAD))
    below = (facing.left(foot.place.x, foot.place.w), foot.place.y)
    ops = _head_ops(
        head.label, it.marks, text_box, head.width, whole.tail, facing, foot.legend, below
    )
    return Group(it.id, _HEAD_ROLE, 0.0, 0.0, box, text_box, ops)


@said_once(64)
def _head_ops(
    words: Label,
    marks: Marks | None,
    box: Box,
    w: float,
    tail: float,
    facing: _Facing,
    legend: Legend,
    below: Point,
) -> tuple[Op, ...]:
    lines = _lines(words, box, HEAD_LEAD, HEAD_SIZE, marks)
    shape = _head_shape(w, box.h + 2 * HEAD_PAD, facing)
    return (*_spine(tail, facing), shape, *lines, *Sign(0.0, legend.ops).at(*below))


def _spine(left: float, facing: _Facing) -> list[Op]:
    end = left + FIN
    fins = [
        _bent(facing.at(end, 0.0), facing.at(end - 4.0, side * 4.0), facing.at(left, side * 10.0))
        for side in (-1, 1)
    ]
    spine = Line(facing.at(end, 0.0), facing.at(0.0, 0.0), _SPINE)
    return [spine, *(Curve(start, (arc,), pen=_FIN) for start, arc in fins)]


def _bent(start: Point, control: Point, end: Point) -> tuple[Point, tuple[Point, Point, Point]]:
    """Return a quadratic bend as a start and a cubic arc."""
    one = (start[0] + (control[0] - start[0]) * 2 / 3, start[1] + (control[1] - start[1]) * 2 / 3)
    two = (end[0] + (control[0] - end[0]) * 2 / 3, end[1] + (control[1] - end[1]) * 2 / 3)
    return start, (one, two, end)


def _straight(start: Point, end: Point) -> tuple[Point, Point, Point]:
    """Return a straight line as a cubic arc."""
    return (start, end, end)


def _head_shape(w: float, h: float, facing: _Facing) -> Curve:
    """Draw the head's box, round at the far end."""
    r, half = _HEAD_ROUND, h / 2
    corners = [
        (0.0, -half), (w - r, -half), (w, -half), (w, r - half),
        (w, half - r), (w, half), (w - r, half), (0.0, half),
    ]  # fmt: skip
    points = [facing.at(*corner) for corner in corners]
    arcs = (
        _straight(points[0], points[1]), _bent(points[1], points[2], points[3])[1],
        _straight(points[3], points[4]), _bent(points[4], points[5], points[6])[1],
        _straight(points[6], points[7]), _straight(points[7], points[0]),
    )  # fmt: skip
    return Curve(points[0], arcs, closed=True, fill="tint0", pen=_HEAD)


def _bone(it: Standing, facing: _Facing, colours: Colours) -> Group:
    """Draw the ribs, which bend into the spine, and the category box; the origin is the joint."""
    bone, joint = it.bone, it.joints[-1]
    box = facing.box(it.box.moved(-joint, 0.0))
    ribs = tuple((end - joint, at - joint) for end, at in zip(it.ends, it.joints, strict=True))
    sign = before(bone.branch.bone.marks)
    x = box.x + snap((box.w - bone.words_w) / 2) + facing.sign * bone.aside
    text_box = Box(x + DISC_ROOM + sign, box.y + BOX_PAD, bone.label.width, box.h - 2 * BOX_PAD)
    ops = _bone_ops(
        bone.label,
        bone.branch.bone.marks,
        colours.number(bone.number),
        box.bottom if bone.is_above else box.y,
        box,
        text_box,
        ribs,
        facing,
        colours.bone(bone.number),
        colours.tint(bone.number),
    )
    name = bone.branch.bone.id
    return Group(name, _BONE, facing.sign * joint, 0.0, box, text_box, ops)


@said_once(256)
def _bone_ops(
    words: Label,
    marks: Marks | None,
    number: int,
    inner: float,
    box: Box,
    text_box: Box,
    ribs: tuple[tuple[float, float], ...],
    facing: _Facing,
    pen: Pen,
    tint: str,
) -> tuple[Op, ...]:
    """Draw a bone in its own coordinates; ``ribs`` are the outer end and the joint of each.

    They end at the ``inner`` edge of its box.
    """
    curves = [_rib(end, joint, inner, facing, pen) for end, joint in ribs]
    frame_pen = Pen(pen.role, 1.3)
    disc = _disc(number, text_box, before(marks), pen.role)
    lines = _lines(words, text_box, BONE_LEAD, BONE_SIZE, marks)
    edge = pen_of_change(marks, frame_pen) if marks else frame_pen
    return (*curves, Rect(box, 3.5, tint, edge), *disc, *lines)


def _rib(end: float, joint: float, inner: float, facing: _Facing, pen: Pen) -> Curve:
    """Draw a rib from its outer end, at height ``inner``, into the spine."""
    side, slope = (-1.0 if inner < 0 else 1.0), (joint - end) / abs(inner)
    bend = facing.at(joint - slope * _BEND, side * _BEND)
    control = facing.at(joint - slope * 3.0, side * 2.4)
    _, arc = _bent(bend, control, facing.at(joint + 8.0, side * 0.6))
    outer = facing.at(end, inner)
    return Curve(outer, (_straight(outer, bend), arc), pen=pen)


def _disc(number: int, words: Box, sign: float, role: str) -> tuple[Op, Op]:
    """Draw the number of a bone: reading order, and the sign besides colour."""
    advance = width(str(number), SEMIBOLD, _NUMBER_SIZE)
    w, middle = max(_DISC, advance + 6.0), words.y + words.h / 2
    x = words.x - sign - DISC_ROOM + 13.4 - w / 2
    disc = Rect(Box(x, middle - _DISC / 2, w, _DISC), _DISC / 2, role)
    place = x + (w - advance) / 2
    return disc, text_line(place, middle + 3.0, str(number), SEMIBOLD, _NUMBER_SIZE, "on_bone")


def _causes(
    it: Standing, plan: FishbonePlan, facing: _Facing, colours: Colours
) -> tuple[Group, ...]:
    """Draw the blocks of a bone where it stands."""
    inner = it.box.bottom if it.bone.is_above else it.box.y
    blocks = _blocks(it.bone, plan.slope, facing, colours)
    return _moved(blocks, facing.sign * it.ends[-1], inner)


@dataclass(frozen=True, slots=True, eq=False)
class _Blocks:
    """The blocks of a bone, drawn: each field has one value for each block.

    Places are counted from that of the bone. Told apart by identity.
    """

    ids: tuple[str, ...] = ()
    xs: tuple[float, ...] = ()
    ys: tuple[float, ...] = ()
    boxes: tuple[Box, ...] = ()
    text_boxes: tuple[Box, ...] = ()
    ops: tuple[tuple[Op, ...], ...] = ()


@lru_cache(64)
def _moved(it: _Blocks, x: float, y: float) -> tuple[Group, ...]:
    """Return the blocks of a bone in their places; those that have not moved are as before."""
    xs, ys = [x + dx for dx in it.xs], [y + dy for dy in it.ys]
    return tuple(map(Group, it.ids, repeat(_CAUSE), xs, ys, it.boxes, it.text_boxes, it.ops))


@said_once(128)
def _blocks(bone: Bone, slope: float, facing: _Facing, colours: Colours) -> _Blocks:
    """Draw the blocks of a bone."""
    found = []
    for hung in hung_blocks(bone, slope):
        pen = colours.twig(hung.block.entries[0].marks, bone.number)
        found.append(_block(hung, facing, pen))
    return _Blocks(*zip(*found, strict=True))


def _block(
    it: Hung, facing: _Facing, pen: Pen
) -> tuple[str, float, float, Box, Box, tuple[Op, ...]]:
    """Draw a block on its twig, which in the mirrored picture comes from the left."""
    block, x, y, w, twig = it
    if facing.sign > 0:
        start, end = 0.0, twig
    else:
        x, start, end = -(x + w), w - twig, w
    return (block.entries[0].id, x, y, *drawn(block, start, end, pen))


def _lines(words: Label, box: Box, lead_y: float, size: float, marks: Marks | None) -> list[Op]:
    """Set the lines of a label in semibold, with its signs."""
    first = box.y + lead_y * 0.5 + size * 0.33
    role = "quiet" if marks and is_removed(marks) else "ink"
    lines = [
        text_line(box.x, first + at * lead_y, line, SEMIBOLD, size, role)
        for at, line in enumerate(words.lines[: len(words.lines) - words.old])
    ]
    if marks is None:
        return [*lines]
    old = (
        text_line(box.x, first + at * lead_y, line, REGULAR, OLD_SIZE, "ink_soft")
        for at, line in enumerate(words.lines[len(lines) :], len(lines))
    )
    last = lines[-1]
    signs = trail(marks).at(last.x + last.width, last.y)
    struck = map(strike, lines) if is_removed(marks) else ()
    return [*lines, *old, *struck, *lead(marks).at(box.x - lead(marks).width, first), *signs]

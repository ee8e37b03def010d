"""The fishbone: an outline becomes a picture of causes that lead to one effect.

Causes stand from top to bottom in outline order on both sides of the spine. The lists hang on
their category boxes, so a list moves with its box as one piece; slack stays at the spine. Mirroring
negates every x, while words stay flush left in their blocks.
"""

from dataclasses import dataclass
from typing import Final

from ilead_studio.drawing.fishbone_blocks import Block, Twig, block_group, branches, drop
from ilead_studio.drawing.fishbone_plan import (
    BONE_LEAD,
    BONE_SIZE,
    BOX_GAP,
    DISC_ROOM,
    HEAD_LEAD,
    HEAD_SIZE,
    TEXT_TO_BONE,
    Skeleton,
    Standing,
    find_plan,
    measured_bones,
    measured_head,
    skeleton,
)
from ilead_studio.drawing.fonts import SEMIBOLD
from ilead_studio.drawing.ops import Box, Curve, Drawing, Group, Line, Op, Pen, Point, Rect
from ilead_studio.drawing.room import snap
from ilead_studio.drawing.text import Label, text_line, width
from ilead_studio.drawing.theme import BONES
from ilead_studio.model import FishbonePlan
from ilead_studio.rules.outline import Row

__all__ = ["draw_fishbone", "find_plan"]

_SPINE: Final = Pen("ink", 2.6)
_FIN: Final = Pen("ink", 1.8)
_HEAD: Final = Pen("ink", 2.0)
_HEAD_ROUND: Final = 17.0
_HEAD_PAD: Final = 14.0
_RIB: Final = 1.9
_REPEATED: Final = (6.0, 3.5)
"""Dashes of a bone whose colour was used before."""
_BEND: Final = 9.0
"""A bone bends into the spine at this distance from it."""
_DISC: Final = 13.2
_NUMBER_SIZE: Final = 9.0


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


def draw_fishbone(rows: tuple[Row, ...], plan: FishbonePlan, mirrored: bool = False) -> Drawing:
    """Draw the rows of a fishbone (the head first, in outline order) by a plan.

    The head is at the right; ``mirrored`` puts it at the left.
    """
    facing = _Facing(-1.0 if mirrored else 1.0)
    bones = measured_bones(branches(rows), plan)
    frame = skeleton(measured_head(rows[0].text), bones, plan)
    groups = [_head(rows[0], frame, facing)]
    for standing in frame.standing:
        groups.append(_bone(standing, plan, facing))
        groups += _causes(standing, plan, facing)
    return Drawing(facing.box(frame.bounds), tuple(groups))


def _head(row: Row, frame: Skeleton, facing: _Facing) -> Group:
    """Draw the effect, and the spine with its tail fin."""
    w, h = frame.head.width, frame.head.height
    words = Box(_HEAD_PAD, 13.0 - h / 2, w - 2 * _HEAD_PAD, h - 26.0)
    text_box = facing.box(words)
    lines = _lines(frame.head.label, text_box.x, text_box.y, HEAD_LEAD, HEAD_SIZE)
    ops = (*_spine(frame.tail, facing), _head_shape(w, h, facing), *lines)
    return Group(
        row.id, row.role.value, 0.0, 0.0, facing.box(Box(0.0, -h / 2, w, h)), text_box, ops
    )


def _spine(left: float, facing: _Facing) -> list[Op]:
    end = left + 13.0
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


def _bone(it: Standing, plan: FishbonePlan, facing: _Facing) -> Group:
    """Draw a rib that bends into the spine, and its category box; the origin is the joint."""
    bone, box = it.bone, facing.box(it.box.moved(-it.joint, 0.0))
    role = f"bone{bone.number}"
    frame = Rect(box, 3.5, f"tint{(bone.number - 1) % BONES + 1}", Pen(role, 1.3))
    text_box = Box(box.x + DISC_ROOM, box.y + 4.5, bone.label.width, box.h - 9.0)
    words = _lines(bone.label, text_box.x, text_box.y, BONE_LEAD, BONE_SIZE)
    ops = (_rib(it, plan, facing, role), frame, *_disc(bone.number, box, role), *words)
    x = facing.sign * it.joint
    return Group(bone.branch.row.id, bone.branch.row.role.value, x, 0.0, box, text_box, ops)


def _rib(it: Standing, plan: FishbonePlan, facing: _Facing, role: str) -> Curve:
    side = -1.0 if it.bone.is_above else 1.0
    height = -it.box.bottom if it.bone.is_above else it.box.y
    outer = facing.at(-snap(plan.slope * height), side * height)
    bend = facing.at(-plan.slope * _BEND, side * _BEND)
    control = facing.at(-plan.slope * 3.0, side * 2.4)
    _, arc = _bent(bend, control, facing.at(8.0, side * 0.6))
    dash = _REPEATED if it.bone.number > BONES else ()
    return Curve(outer, (_straight(outer, bend), arc), pen=Pen(role, _RIB, dash))


def _disc(number: int, box: Box, role: str) -> tuple[Op, Op]:
    """Draw the number of a bone: reading order, and the sign besides colour."""
    advance = width(str(number), SEMIBOLD, _NUMBER_SIZE)
    w, middle = max(_DISC, advance + 6.0), box.y + box.h / 2
    x = box.x + 13.4 - w / 2
    disc = Rect(Box(x, middle - _DISC / 2, w, _DISC), _DISC / 2, role)
    place = x + (w - advance) / 2
    return disc, text_line(place, middle + 3.0, str(number), SEMIBOLD, _NUMBER_SIZE, "paper")


def _causes(it: Standing, plan: FishbonePlan, facing: _Facing) -> list[Group]:
    """Draw the blocks of a bone, from top to bottom, packed at its category box."""
    bone = it.bone
    total = bone.list_height(plan.row_gap)
    y = it.box.bottom + BOX_GAP if bone.is_above else it.box.y - BOX_GAP - total
    groups = []
    for block in bone.blocks:
        groups.append(_cause(block, it, y, plan, facing))
        y += block.height + plan.row_gap
    return groups


def _cause(block: Block, it: Standing, y: float, plan: FishbonePlan, facing: _Facing) -> Group:
    """Hang a block with its top at ``y``: its outer edge is where the bone is nearest.

    A tall block shortens its own twig instead of widening the strip.
    """
    bone = it.bone
    column = min(bone.column, snap(bone.strip - plan.slope * block.height))
    w = column - TEXT_TO_BONE
    outer = -y if bone.is_above else y + block.height
    x = it.joint - snap(plan.slope * outer) - column
    inward = drop(block) if bone.is_above else block.height - drop(block)
    length = column + snap(plan.slope * inward)
    ends = (0.0, length) if facing.sign > 0 else (w - length, w)
    return block_group(block, facing.left(x, w), y, Twig(*ends, f"bone{bone.number}"))


def _lines(words: Label, x: float, y: float, lead: float, size: float) -> list[Op]:
    """Set the lines of a label in semibold; ``y`` is the top of the first."""
    first = y + lead * 0.5 + size * 0.33
    return [
        text_line(x, first + at * lead, line, SEMIBOLD, size, "ink")
        for at, line in enumerate(words.lines)
    ]

"""The plan of a fishbone: how wide labels are, how airy the rows, how steep the bones.

All bones lean by one slope: at distance h from the spine a bone's x is ``joint - slope * h``. So in
u = x + slope * h every bone is one number, and a bone with everything that hangs on it is a
vertical strip. Strips laid side by side cannot meet, however tall they are. The origin is where
the spine meets the head; the spine is y = 0 and runs to negative x.
"""

from collections.abc import Sequence
from typing import Final, NamedTuple

from ilead_studio.drawing.fishbone_blocks import Block, Branch, branches, measured
from ilead_studio.drawing.fonts import SEMIBOLD
from ilead_studio.drawing.ops import Box
from ilead_studio.drawing.room import Room, scale_to, snap
from ilead_studio.drawing.text import Label, label
from ilead_studio.model import FishbonePlan, replace
from ilead_studio.rules.outline import Row

BONE_SIZE: Final = 11.0
BONE_LEAD: Final = 13.0
HEAD_SIZE: Final = 15.0
HEAD_LEAD: Final = 18.0
TEXT_TO_BONE: Final = 8.0
STRIP_GAP: Final = 9.0
"""From a bone to its neighbour's words."""
BOX_GAP: Final = 9.0
"""From a category box to the nearest row."""
SPINE_CLEAR: Final = 13.0
"""From the spine to the nearest row."""
DISC_ROOM: Final = 25.0
"""Left part of a category box, for its number."""
BOX_AIR: Final = 12.0
"""Least distance of two category boxes."""
TAIL: Final = 26.0
"""What the spine and its fin reach beyond the last bone."""

_GRID: Final = 8.0
"""Columns grow by steps of this, so that a small edit moves no neighbour."""
_EMPTY: Final = 40.0
_BONE_ROOMS: Final = (84.0, 104.0, 124.0, 146.0, 170.0)
"""Room for the words of a category box: the least that does with two lines."""
_FIRST: Final = -16.0
_BARE: Final = -240.0
"""How far the spine runs when there is no bone."""
_MOST_AIR: Final = 60.0
_HEAD_ROOMS: Final = (92.0, 108.0, 126.0, 150.0, 180.0, 220.0, 270.0, 340.0, 430.0, 540.0)
_WRAPS: Final = {88.0: 0.94, 104.0: 0.97, 122.0: 1.0, 144.0: 1.0, 172.0: 0.99, 200.0: 0.98}
_SLOPES: Final = {0.36: 1.0, 0.24: 0.985, 0.17: 0.965}
"""Choices, with how much of the scale each is worth: narrow labels and steep bones read worse."""
_ROW_GAPS: Final = (4.0, 6.0, 8.0, 11.0, 14.0)
_SPREADS: Final = (0.0, 8.0, 16.0, 24.0, 32.0)
_RELAX: Final = 0.985
"""Air may cost this much of the scale."""
_COMFORT: Final = 1.05
"""Text this large reads well; from here on, air is worth more than size."""
_BEYOND: Final = 0.25
"""What scale beyond comfort is worth."""


class Head(NamedTuple):
    """The measured head."""

    label: Label
    width: float
    height: float


class Bone(NamedTuple):
    """A measured bone. ``column`` and ``strip`` are widths to its left, straight and leaning."""

    branch: Branch
    number: int
    blocks: tuple[Block, ...]
    column: float
    strip: float
    label: Label
    box_w: float
    box_h: float

    @property
    def is_above(self) -> bool:
        """Whether the bone stands above the spine."""
        return self.number % 2 == 1

    def list_height(self, row_gap: float) -> float:
        """Return the height of all its blocks, one under the other."""
        gaps = row_gap * max(0, len(self.blocks) - 1)
        return sum(block.height for block in self.blocks) + gaps


class Standing(NamedTuple):
    """Where a bone stands: x of its joint, and its category box."""

    bone: Bone
    joint: float
    box: Box


class Skeleton(NamedTuple):
    """The whole without the blocks: standing bones in outline order, and what they span."""

    head: Head
    standing: tuple[Standing, ...]
    tail: float
    bounds: Box


def measured_head(text: str) -> Head:
    """Wrap the effect into a box about as wide as it is high."""
    words = label(text, SEMIBOLD, HEAD_SIZE, _HEAD_ROOMS[-1])
    for room in _HEAD_ROOMS:
        words = label(text, SEMIBOLD, HEAD_SIZE, room)
        if len(words.lines) * HEAD_LEAD <= room * 1.15:
            break
    return Head(words, snap(max(words.width, 60.0)) + 34.0, len(words.lines) * HEAD_LEAD + 26.0)


def measured_bones(found: Sequence[Branch], plan: FishbonePlan) -> tuple[Bone, ...]:
    """Measure every bone for a plan."""
    return tuple(_measured_bone(branch, number, plan) for number, branch in enumerate(found, 1))


def _measured_bone(branch: Branch, number: int, plan: FishbonePlan) -> Bone:
    blocks = tuple(measured(entries, plan.wrap) for entries in branch.causes)
    column = _stepped(max((it.width for it in blocks), default=_EMPTY)) + TEXT_TO_BONE
    leaning = (it.width + plan.slope * it.height for it in blocks)
    strip = _stepped(max(leaning, default=_EMPTY)) + TEXT_TO_BONE
    words = _bone_label(branch.row.text, strip - DISC_ROOM - BOX_AIR)
    box_w = snap(words.width) + DISC_ROOM + 9.0
    box_h = len(words.lines) * BONE_LEAD + 9.0
    return Bone(branch, number, blocks, column, strip, words, box_w, box_h)


def _bone_label(text: str, strip: float) -> Label:
    """Wrap a bone's words in two lines, as wide as its strip allows before anything wider."""
    rooms = [max(_BONE_ROOMS[0], min(strip, _BONE_ROOMS[-1])), *_BONE_ROOMS]
    labels = [label(text, SEMIBOLD, BONE_SIZE, room) for room in rooms if room >= rooms[0]]
    return next((it for it in labels if len(it.lines) <= 2), labels[-1])


def _stepped(length: float) -> float:
    return -(-length // _GRID) * _GRID


def skeleton(head: Head, bones: tuple[Bone, ...], plan: FishbonePlan) -> Skeleton:
    """Stand the bones along the spine, above and below in turn, the last ones at the head."""
    sides = [[bone for bone in bones if bone.is_above is above] for above in (True, False)]
    widths = [sum(max(it.strip + STRIP_GAP, it.box_w + BOX_AIR) for it in side) for side in sides]
    standing: list[Standing] = []
    for side, width in zip(sides, widths, strict=True):
        air = min(_MOST_AIR, (max(widths) - width) / max(1, len(side)))
        standing += _side(side, head, plan, plan.spread + snap(air))
    standing.sort(key=lambda it: it.bone.number)
    left = min((_left(it, plan) for it in standing), default=_BARE)
    top = max(head.height / 2, *(-it.box.y for it in standing), 0.0)
    bottom = max(head.height / 2, *(it.box.bottom for it in standing), 0.0)
    right = max(head.width, *(it.box.right for it in standing), 0.0)
    bounds = Box(left - TAIL - 2, -top - 2, right - left + TAIL + 4, top + bottom + 4)
    return Skeleton(head, tuple(standing), left - TAIL, bounds)


def _side(side: list[Bone], head: Head, plan: FishbonePlan, step: float) -> list[Standing]:
    """Stand the bones of one side from the head to the tail, ``step`` further apart than needed."""
    height = side_height(side, plan)
    lean = snap(plan.slope * height)
    joint = _FIRST
    limit = -6.0 if head.height / 2 >= height - 4 else head.width
    found = []
    for bone in reversed(side):
        right = joint - lean + bone.box_w / 2
        joint -= snap(max(0.0, right - limit))
        x = joint - lean - bone.box_w / 2
        y = -height - bone.box_h if bone.is_above else height
        found.append(Standing(bone, joint, Box(x, y, bone.box_w, bone.box_h)))
        limit = x - BOX_AIR - step / 2
        joint -= bone.strip + STRIP_GAP + step
    return found


def side_height(side: Sequence[Bone], plan: FishbonePlan) -> float:
    """Return how far from the spine the category boxes of one side begin."""
    tallest = max((bone.list_height(plan.row_gap) for bone in side), default=0.0)
    return tallest + SPINE_CLEAR + BOX_GAP


def _left(it: Standing, plan: FishbonePlan) -> float:
    """Return how far to the left a bone with all that hangs on it reaches."""
    inner = it.box.bottom if it.bone.is_above else it.box.y
    return min(it.box.x, it.joint - it.bone.strip - snap(plan.slope * abs(inner)))


def find_plan(rows: tuple[Row, ...], room: Room) -> FishbonePlan:
    """Search the plan that gives the largest text in a room, then use what is left for air."""
    found, head = branches(rows), measured_head(rows[0].text)

    def scale(plan: FishbonePlan) -> float:
        return scale_to(skeleton(head, measured_bones(found, plan), plan).bounds, room)

    def worth(plan: FishbonePlan) -> float:
        size = scale(plan)
        comfort = min(size, _COMFORT) + _BEYOND * max(0.0, size - _COMFORT)
        return comfort * _WRAPS[plan.wrap] * _SLOPES[plan.slope]

    plans = [
        FishbonePlan(room=room, wrap=wrap, row_gap=_ROW_GAPS[0], spread=0.0, slope=slope)
        for wrap in _WRAPS
        for slope in _SLOPES
    ]
    best = max(plans, key=worth)
    floor = min(scale(best) * _RELAX, _COMFORT)
    airier = [replace(best, row_gap=row_gap) for row_gap in _ROW_GAPS]
    best = [plan for plan in airier if scale(plan) >= floor][-1]
    airier = [replace(best, spread=spread) for spread in _SPREADS]
    return [plan for plan in airier if scale(plan) >= floor][-1]

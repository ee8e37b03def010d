"""The frame of a fishbone: where the bones stand along the spine, and what they span.

The origin is where the spine meets the head; the spine is y = 0 and runs to negative x. The ribs
of one side end on one line, at the inner edges of the category boxes. Everything on a rib is
placed from its outer end, so a list moves with its box as one rigid piece.
"""

from collections.abc import Iterator, Sequence
from math import ceil, floor, inf
from typing import Final, NamedTuple

from ilead_studio.drawing.fishbone_blocks import Block, hung_list, tallest
from ilead_studio.drawing.fishbone_bones import (
    BOX_AIR,
    STRIP_GAP,
    TEXT_TO_BONE,
    Bone,
    Head,
    Rib,
    measured_bone,
    spread_bone,
)
from ilead_studio.drawing.fishbone_branches import Branch
from ilead_studio.drawing.ops import Box
from ilead_studio.drawing.room import snap
from ilead_studio.model import FishbonePlan

BOX_GAP: Final = 5.0
"""From a category box to the nearest row."""
SPINE_CLEAR: Final = 8.0
"""From the spine to the nearest row."""
FIN: Final = 13.0
"""Length of the tail fin."""
EDGE: Final = 2.0
"""Around the whole picture, so that no line is cut."""

_FIRST: Final = -14.0
"""Where the joint next to the head stands at most."""
_OVER: Final = 50.0
"""How far a category box reaches over its rib toward the head: it is wide over its own list."""
_TAIL: Final = 14.0
"""From the last strip to the tail fin."""
_BARE: Final = -240.0
"""How far the spine runs when there is no bone."""
_MOST_AIR: Final = 60.0
_MOST_GAP: Final = 40.0
_ALONE: Final = _OVER + _TAIL + FIN + 12.0
"""What a bone that is alone on a sheet leaves free: no other one fits there, but the tail does."""
_CUT: Final = (2.0, 6.0)
"""How far what stands left and right of a cut between sheets keeps from it."""


class Standing(NamedTuple):
    """Where a bone stands: x of each rib's joint and outer end, and its category box."""

    bone: Bone
    joints: tuple[float, ...]
    ends: tuple[float, ...]
    box: Box


class Hung(NamedTuple):
    """Where a block hangs when the head is at the right: left side, top, and its whole width.

    Counted from the outer end of the bone's last rib, at the inner edge of its category box, so it
    stays as it is wherever the bone stands. ``twig`` is the length of its twig, from its left side
    to the rib.
    """

    block: Block
    x: float
    y: float
    width: float
    twig: float


class Sheet(NamedTuple):
    """What a sheet of a poster shows; a bone that is higher has a sheet for each of its ribs."""

    wide: float
    high: float = inf


class _Stops(NamedTuple):
    """Where sheets end, seen from the right end of the picture."""

    sheet: float

    def apart(self, span: tuple[float, float], place: float) -> float:
        """Return how far to the left of a place something goes so that no cut meets it."""
        left, right = place + span[0], place + span[1]
        number = max(-1, floor((_CUT[0] - right - self.sheet) / self.sheet))
        begins = -(number + 1) * self.sheet - _CUT[0] if number >= 0 else inf
        moved = max(0.0, right - begins)
        ends = -(number + 2) * self.sheet
        if left - moved < ends + _CUT[1]:
            moved = right - ends + _CUT[0]
        return ceil(moved)


class Frame(NamedTuple):
    """The whole without the blocks: standing bones in outline order, and what they span."""

    head: Head
    standing: tuple[Standing, ...]
    tail: float
    bounds: Box


def planned_bones(found: Sequence[Branch], plan: FishbonePlan) -> tuple[Bone, ...]:
    """Measure every bone for a plan."""
    most = tallest(plan.room)
    return tuple(
        measured_bone(
            branch,
            number,
            hung_list(branch, plan.wrap_of(number), most),
            ribs=plan.ribs_of(number),
            slope=plan.slope,
            gap=plan.row_gap,
        )
        for number, branch in enumerate(found, 1)
    )


def frame(
    head: Head, bones: Sequence[Bone], plan: FishbonePlan, sheet: Sheet | None = None
) -> Frame:
    """Stand the bones along the spine, above and below in turn, the last ones at the head.

    With sheets, counted from the head, each bone stands on one if it is not wider.
    """
    sides = [[bone for bone in bones if bone.is_above is above] for above in (True, False)]
    standing = _on_sheets(sides, head, plan, sheet) if sheet else _beside(sides, head, plan)
    standing.sort(key=lambda it: it.bone.number)
    return Frame(head, tuple(standing), *_bounds(head, standing, plan.slope))


def _beside(sides: Sequence[list[Bone]], head: Head, plan: FishbonePlan) -> list[Standing]:
    """Stand the bones beside each other; the shorter side has more air."""
    widths = [sum(map(needed, side)) for side in sides]
    standing: list[Standing] = []
    for side, width in zip(sides, widths, strict=True):
        air = min(_MOST_AIR, (max(widths) - width) / max(1, len(side)))
        standing += _side(side, head, plan, plan.spread + snap(air))
    return standing


def _on_sheets(
    sides: Sequence[list[Bone]], head: Head, plan: FishbonePlan, sheet: Sheet
) -> list[Standing]:
    """Stand each bone on a sheet; where none fits beside the head, the legend has that room."""
    sides = [[over_sheets(it, sheet) for it in _aired(side, plan)] for side in sides]
    stops = _Stops(sheet.wide)
    return [it for side in sides for it in _side(side, head, plan, plan.spread, stops)]


def _aired(side: Sequence[Bone], plan: FishbonePlan) -> Iterator[Bone]:
    """Give the bones of a side, the short ones with more air, so that sheets have their share."""
    tallest = max((it.height for it in side), default=0.0)
    for it in side:
        blocks = it.ribs[0].blocks
        gap = it.gap + min(_MOST_GAP, (tallest - it.height) // max(1, len(blocks)))
        yield (
            it
            if len(it.ribs) > 1
            else measured_bone(it.branch, it.number, blocks, ribs=1, slope=plan.slope, gap=gap)
        )


def needed(bone: Bone) -> float:
    """Return the width that a bone takes on its side of the spine, or a little more."""
    return max(bone.strip + STRIP_GAP, bone.box_w + BOX_AIR)


def side_height(side: Sequence[Bone]) -> float:
    """Return how far from the spine the category boxes of one side begin."""
    return max((bone.height for bone in side), default=0.0) + SPINE_CLEAR + BOX_GAP


def _side(
    side: list[Bone], head: Head, plan: FishbonePlan, step: float, stops: "_Stops | None" = None
) -> list[Standing]:
    """Stand the bones of one side from the head to the tail, ``step`` further apart than needed."""
    height = side_height(side)
    lean = snap(plan.slope * height)
    edge, found = _FIRST, []
    limit = -6.0 if head.height / 2 >= height - 4 else head.width
    for bone in reversed(side):
        right = edge - lean + min((bone.box_w - bone.span) / 2, _OVER)
        edge -= snap(max(0.0, right - limit))
        if stops:
            edge -= stops.apart(reach(bone, plan, stops.sheet), edge - lean - head.width - EDGE)
        joints = tuple(_joints(bone, edge))
        x = joints[-1] - lean + snap(min((bone.box_w - bone.span) / 2, _OVER)) - bone.box_w
        y = -height - bone.box_h if bone.is_above else height
        ends = tuple(joint - lean for joint in joints)
        found.append(Standing(bone, joints, ends, Box(x, y, bone.box_w, bone.box_h)))
        limit = x - BOX_AIR - step / 2
        edge = joints[0] - bone.ribs[0].strip - STRIP_GAP - step
    return found


def reach(bone: Bone, plan: FishbonePlan, sheet: float) -> tuple[float, float]:
    """Return how far a bone reaches left and right from the outer end of its last rib.

    One that stands on several sheets does so from the end of each rib.
    """
    is_spread = bone.box_w > sheet
    ends = [*_joints(bone, 0.0)] if is_spread else [0.0] * len(bone.ribs)
    hung = [(it, end) for at, end in enumerate(ends) for it in _hung_on(bone, at, plan.slope)]
    right = min((bone.box_w - bone.span) / 2, _OVER)
    lefts, rights = [it.x - end for it, end in hung], [it.x + it.width - end for it, end in hung]
    return (
        min(0.0 if is_spread else right - bone.box_w, min(lefts, default=0.0) - EDGE),
        max(right, max(rights, default=0.0) + EDGE),
    )


def over_sheets(bone: Bone, sheet: Sheet) -> Bone:
    """Return a bone that is larger than a sheet with each rib on a sheet of its own."""
    if bone.strip > sheet.wide and bone.span:
        return spread_bone(bone, sheet.wide)
    return spread_bone(bone, sheet.wide, _ALONE) if bone.height > sheet.high else bone


def _joints(bone: Bone, last: float) -> Iterator[float]:
    """Give the joints of a bone's ribs from the tail to the head; ``last`` is nearest the head."""
    joint = last - bone.span
    yield joint
    for rib in bone.ribs[1:]:
        joint += rib.strip + STRIP_GAP
        yield joint


def _bounds(head: Head, standing: list[Standing], slope: float) -> tuple[float, Box]:
    """Return where the tail ends and what the whole picture spans.

    The tail lies under the lean of the last bones, where there is nothing else.
    """
    left = min((_left(it, slope) for it in standing), default=_BARE)
    roots = (it.joints[0] - it.bone.ribs[0].strip for it in standing)
    tail = min(left, min(roots, default=0.0) - _TAIL - FIN)
    top = max(head.height / 2, *(-it.box.y for it in standing), 0.0) + EDGE
    bottom = max(head.height / 2, *(it.box.bottom for it in standing), 0.0) + EDGE
    right = max(head.width, *(it.box.right for it in standing), 0.0)
    left = min(left, tail) - EDGE
    return tail, Box(left, -top, right + EDGE - left, top + bottom)


def _left(it: Standing, slope: float) -> float:
    """Return how far to the left a bone with all that hangs on it reaches."""
    return min(it.box.x, it.ends[0] + snap(slope * BOX_GAP) - it.bone.ribs[0].reach)


def hung_blocks(bone: Bone, slope: float) -> Iterator[Hung]:
    """Hang the blocks of a bone on its ribs: rib by rib, each from top to bottom."""
    for at in range(len(bone.ribs)):
        yield from _hung_on(bone, at, slope)


def _hung_on(bone: Bone, at: int, slope: float) -> Iterator[Hung]:
    """Hang the blocks of one rib."""
    hang = _from_box_down if bone.is_above else _from_spine_down
    yield from hang(bone.ribs[at], [*_joints(bone, 0.0)][at], slope, bone.gap)


def _from_box_down(rib: Rib, end: float, slope: float, row_gap: float) -> Iterator[Hung]:
    """Hang the blocks of a rib above the spine.

    The rib is nearest to a block at the side of the category box, so the block is placed from
    there. A tall block shortens its own twig instead of widening the strip; a wide one starts
    further from the rib.
    """
    y = BOX_GAP
    for block in rib.blocks:
        column = _column(rib, block, slope)
        x = end + snap(slope * y) - column
        yield Hung(block, x, y, column - TEXT_TO_BONE, column + snap(slope * block.drop))
        y += block.height + row_gap


def _from_spine_down(rib: Rib, end: float, slope: float, row_gap: float) -> Iterator[Hung]:
    """Hang the blocks of a rib below the spine, where the box is under them."""
    y = -BOX_GAP - rib.height
    for block in rib.blocks:
        column, height = _column(rib, block, slope), block.height
        x = end + snap(slope * -(y + height)) - column
        twig = column + snap(slope * (height - block.drop))
        yield Hung(block, x, y, column - TEXT_TO_BONE, twig)
        y += height + row_gap


def _column(rib: Rib, block: Block, slope: float) -> float:
    """Return how far from the rib a block starts."""
    wanted = rib.reach if block.is_wide else rib.column
    return min(wanted, snap(rib.strip - slope * block.height))

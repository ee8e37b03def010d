"""Ways to lay a fishbone over sheets: how wide its labels are, how steep its bones.

A bone has as few ribs as its list needs to be no higher than the sheets on its side of the spine.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, product
from math import ceil
from typing import Final

from ilead_studio.drawing.fishbone import draw_fishbone
from ilead_studio.drawing.fishbone_blocks import hung_list
from ilead_studio.drawing.fishbone_bones import measured_head
from ilead_studio.drawing.fishbone_branches import shown
from ilead_studio.drawing.fishbone_columns import cuts
from ilead_studio.drawing.fishbone_frame import (
    BOX_GAP,
    EDGE,
    SPINE_CLEAR,
    frame,
    over_sheets,
    planned_bones,
    reach,
)
from ilead_studio.drawing.marks import View
from ilead_studio.drawing.ops import Drawing
from ilead_studio.drawing.poster_cuts import Sheets
from ilead_studio.drawing.poster_way import Needed
from ilead_studio.model import Fishbone, FishbonePlan
from ilead_studio.rules.outline import Row

_WRAPS: Final = (104.0, 122.0, 133.0, 144.0, 158.0, 172.0, 186.0, 200.0)
_SLOPES: Final = (0.24, 0.12)
_GAP: Final = 3.0
"""Between the causes of a rib."""
_BOX: Final = 36.0
"""Height of most category boxes, of two lines."""
_CUT: Final = 4.0
"""A cut is no further than this from where a sheet would end."""
_TALL: Final = 0.6
"""A cause with its whys is no higher than this part of a sheet, where columns can do that."""


@dataclass(frozen=True, slots=True)
class BonesWay:
    """Labels so wide on bones of a slope."""

    rows: tuple[Row, ...]
    page: Fishbone
    view: View
    wrap: float
    slope: float

    def needs(self, sheets: Sheets) -> Needed | None:
        """Return how many sheets it takes; None if it can't be laid so."""
        plan = self._plan(sheets)
        head, found, *_ = shown(self.rows, self.view)
        bones = planned_bones(found, plan)
        wide = _inside(sheets)
        spans = (reach(over_sheets(it, wide), plan, wide) for it in bones)
        if any(right - left > wide - _CUT for left, right in spans):
            return None
        bounds = frame(measured_head(head, plan.slope), bones, plan, wide).bounds
        down = sheets.rows(bounds.h)
        return Needed(ceil((bounds.w - sheets.more) / wide), down) if down <= sheets.down else None

    def draw(self, sheets: Sheets) -> Drawing:
        """Draw the page for sheets."""
        plan = self._plan(sheets)
        page = self.page
        return draw_fishbone(self.rows, plan, page.mirrored, self.view, sheet=_inside(sheets))

    def _plan(self, sheets: Sheets) -> FishbonePlan:
        free = sheets.height - 2 * (SPINE_CLEAR + BOX_GAP + EDGE + _BOX)
        room = sheets.wide, max(1.0, free / 2 / _TALL)
        blocks = (
            hung_list(it, self.wrap, room[1] * _TALL) for it in shown(self.rows, self.view).found
        )
        lists = [[it.height for it in bone] for bone in blocks]
        above, below = (max(map(_height, side), default=0.0) for side in (lists[::2], lists[1::2]))
        most = max(free / 2, free - below), max(free / 2, free - above)
        ribs = tuple(_ribs(it, most[at % 2]) for at, it in enumerate(lists))
        return FishbonePlan(
            room=room, wrap=self.wrap, row_gap=_GAP, spread=0.0, slope=self.slope, ribs=ribs
        )


def _ribs(heights: list[float], most: float) -> int:
    """Return on how few ribs a list is no higher than ``most``."""
    for ribs in range(1, max(1, len(heights))):
        ends = (0, *cuts(heights, _GAP, ribs))
        if max(_height(heights[a:b]) for a, b in pairwise(ends)) <= most:
            return ribs
    return max(1, len(heights))


def _height(heights: list[float]) -> float:
    return sum(heights) + _GAP * max(0, len(heights) - 1)


def _inside(sheets: Sheets) -> float:
    """Return the width of a sheet without what cuts may take."""
    return sheets.wide - _CUT


def fishbone_ways(rows: tuple[Row, ...], page: Fishbone, view: View) -> Iterator[BonesWay]:
    """Give all ways to lay a fishbone, those that look most like a fish first."""
    for slope, wrap in product(_SLOPES, _WRAPS):
        yield BonesWay(rows, page, view, wrap, slope)

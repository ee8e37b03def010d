"""Ways to lay a fishbone over sheets: how wide its labels are, how steep its bones.

A bone has as few ribs as its list needs to be no higher than the sheets on its side of the spine.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, product
from math import ceil, inf
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
    Sheet,
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

Heights = list[list[float]]
"""Of the blocks of each bone of a side."""

_WRAPS: Final = (104.0, 122.0, 133.0, 144.0, 158.0, 172.0, 186.0, 200.0)
_SLOPES: Final = (0.24, 0.12)
_UPRIGHT: Final = 0.03
"""Slope of bones that are as tall as a wall."""
_ENDLESS: Final = 90_000.0
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
    """Labels so wide on bones of a slope.

    In a way ``alone`` whys stand under each other, however many, and a rib that is higher than a
    sheet has that for itself: so it is cut between its rows.
    """

    rows: tuple[Row, ...]
    page: Fishbone
    view: View
    wrap: float
    slope: float
    alone: bool = False

    def needs(self, sheets: Sheets) -> Needed | None:
        """Return how many sheets it takes; None if it can't be laid so."""
        plan = self._plan(sheets)
        head, found, *_ = shown(self.rows, self.view)
        bones = planned_bones(found, plan)
        sheet = self._sheet(sheets)
        spans = (reach(over_sheets(it, sheet), plan, sheet.wide) for it in bones)
        if any(right - left > sheet.wide - _CUT for left, right in spans):
            return None
        bounds = frame(measured_head(head, plan.slope), bones, plan, sheet).bounds
        across, down = ceil((bounds.w - sheets.more) / sheet.wide), sheets.rows(bounds.h)
        return Needed(across, down) if down <= sheets.down else None

    def draw(self, sheets: Sheets) -> Drawing:
        """Draw the page for sheets."""
        plan = self._plan(sheets)
        mirrored, sheet = self.page.mirrored, self._sheet(sheets)
        return draw_fishbone(self.rows, plan, mirrored, self.view, sheet=sheet)

    def _sheet(self, sheets: Sheets) -> Sheet:
        """Return what a sheet shows without what cuts may take."""
        high = sheets.high - _BOX - BOX_GAP - EDGE - SPINE_CLEAR
        return Sheet(sheets.wide - _CUT, high if self.alone else inf)

    def _plan(self, sheets: Sheets) -> FishbonePlan:
        free = sheets.height - 2 * (SPINE_CLEAR + BOX_GAP + EDGE + _BOX)
        room = sheets.wide, _ENDLESS if self.alone else max(1.0, free / 2 / _TALL)
        blocks = (
            hung_list(it, self.wrap, room[1] * _TALL) for it in shown(self.rows, self.view).found
        )
        lists = [[it.height for it in bone] for bone in blocks]
        most = _shares(lists[::2], lists[1::2], free)
        ribs = tuple(_ribs(it, most[at % 2]) for at, it in enumerate(lists))
        return FishbonePlan(
            room=room, wrap=self.wrap, row_gap=_GAP, spread=0.0, slope=self.slope, ribs=ribs
        )


def _shares(above: Heights, below: Heights, free: float) -> tuple[float, float]:
    """Share a height between both sides: half of it, or more where a block or the other lets."""
    tall = [max((max(it) for it in side if it), default=0.0) for side in (above, below)]
    lists = [max(map(_height, side), default=0.0) for side in (above, below)]
    one, other = (
        max(min(free / 2, free - theirs), free - whole, own)
        for own, theirs, whole in zip(tall, tall[::-1], lists[::-1], strict=True)
    )
    return one, other


def _ribs(heights: list[float], most: float) -> int:
    """Return on how few ribs a list is no higher than ``most``."""
    for ribs in range(1, max(1, len(heights))):
        ends = (0, *cuts(heights, _GAP, ribs))
        if max(_height(heights[a:b]) for a, b in pairwise(ends)) <= most:
            return ribs
    return max(1, len(heights))


def _height(heights: list[float]) -> float:
    return sum(heights) + _GAP * max(0, len(heights) - 1)


def fishbone_ways(rows: tuple[Row, ...], page: Fishbone, view: View) -> Iterator[BonesWay]:
    """Give the ways to lay a fishbone, those that look most like a fish first."""
    for slope, wrap in product(_SLOPES, _WRAPS):
        yield BonesWay(rows, page, view, wrap, slope)


def upright_ways(rows: tuple[Row, ...], page: Fishbone, view: View) -> Iterator[BonesWay]:
    """Give the ways for a fishbone that can't be cut in any other, with each tall rib alone."""
    for wrap in _WRAPS:
        yield BonesWay(rows, page, view, wrap, _UPRIGHT, alone=True)

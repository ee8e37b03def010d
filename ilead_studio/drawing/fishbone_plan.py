"""The search for a fishbone's plan: the largest text in a room, then as much air as is left.

For each wrap and slope each side has a frontier: all its bones have one rib; the tallest gets one
more; and so on, wider and lower at each step. Both frontiers are walked together by width.
"""

from collections.abc import Iterator, Sequence
from heapq import nlargest
from itertools import accumulate, pairwise
from math import log, sqrt
from typing import Final, NamedTuple

from ilead_studio.drawing.fishbone_blocks import hung_list, tallest
from ilead_studio.drawing.fishbone_bones import (
    BONE_LEAD,
    BOX_AIR,
    BOX_PAD,
    LEAST_SPLIT,
    STRIP_GAP,
    Head,
    category,
    measured_head,
    rib_ends,
    strip_of,
)
from ilead_studio.drawing.fishbone_branches import Branch, Entry, shown
from ilead_studio.drawing.fishbone_frame import BOX_GAP, EDGE, SPINE_CLEAR, frame, planned_bones
from ilead_studio.drawing.fishbone_legend import footed, height_of_corner, heights
from ilead_studio.drawing.marks import AS_IT_IS, Marks, View
from ilead_studio.drawing.room import LARGEST, Room, scale_to
from ilead_studio.model import FishbonePlan, replace
from ilead_studio.rules.outline import Row
from ilead_studio.wanted import still_wanted
from ilead_studio.words import said_once

_WRAPS: Final = {
    88.0: 1.05, 96.0: 1.03, 104.0: 1.015, 113.0: 1.005, 122.0: 1.0, 133.0: 1.0, 144.0: 1.0,
    158.0: 1.005, 172.0: 1.01, 186.0: 1.015, 200.0: 1.02,
}  # fmt: skip
"""Widths of labels, with what a bone of that width costs more: very narrow ones read worse."""
_FEW_WRAPS: Final = (104.0, 122.0, 144.0, 172.0, 200.0)
_USUAL: Final = 122.0
"""The width for bones that come later."""
_MANY: Final = 300
"""From so many items on there are few choices, so that the search stays quick."""
_SLOPES: Final = {0.36: 1.0, 0.24: 0.995, 0.17: 0.98, 0.12: 0.965}
"""Slopes, with how much of the scale each is worth: steep bones look less like a fish."""
_FEW_SLOPES: Final = (0.17, 0.12)
_DENSE: Final = 0.9
"""Only for text smaller than this are steeper bones tried."""
_RIB: Final = 0.004
"""What a further rib must win."""
_ROW_GAPS: Final = (3.0, 4.0, 6.0, 8.0, 11.0, 14.0)
_SPREADS: Final = (0.0, 8.0, 16.0, 24.0, 32.0)
_RELAX: Final = 0.985
"""Air may cost this much of the scale."""
_COMFORT: Final = 1.05
"""Text this large reads well; from here on, air is worth more than size."""
_BEYOND: Final = 0.25
"""What scale beyond comfort is worth."""
_SMALL: Final = 0.82
_SMALL_COSTS: Final = 2.0
"""Text smaller than this is hard to read: what each step below costs, besides air."""
_TRIED: Final = 10
_FEW_TRIED: Final = 3
"""How many of the best choices are measured exactly."""
_AT_HEAD: Final = 18.0
"""What stands between the last rib and the head, and at the edges."""
_AT_RIB: Final = 40.0
"""What a rib with its air and the lean of its blocks takes, about."""
_FAR: Final = (0.4, 3.0)
"""Lists so much lower or higher than usual are not tried."""
_LOWER: Final = 0.9
"""Further ribs must make a list so much lower: one small cause has none for itself."""
_STEP: Final = 1.25
"""Steps in which the usual height of a list is found."""
_RIBS: Final = (1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 26, 33, 42, 54)


class _Option(NamedTuple):
    """What a bone takes on its side of the spine with some wrap and ribs, and its cost."""

    height: float
    cost: float
    width: float
    box: float
    wrap: float
    ribs: int


class _Page(NamedTuple):
    """What is searched for: the head, branches, marks that a legend explains, lists to try."""

    head: Entry
    found: tuple[Branch, ...]
    used: tuple[Marks, ...]
    lists: list[list["_List"]]
    is_large: bool


class _Side(NamedTuple):
    """The bones of one side no higher than some height, as narrow as that allows."""

    width: float
    height: float
    box: float
    bones: tuple[_Option, ...]


class _Choice(NamedTuple):
    """A plan that has been tried, without its air."""

    worth: float
    size: float
    slope: float
    above: _Side
    below: _Side


class _List(NamedTuple):
    """What is asked about a bone: the width of its labels, how tall a block and a list may be."""

    branch: Branch
    wrap: float
    most: float
    usual: float


_Split = tuple[float, tuple[tuple[int, int], ...]]
"""The height of a list on some ribs, and the first and last block (exclusive) of each."""


@said_once(1024)
def _splits(it: _List) -> tuple[_Split, ...]:
    """Return the height and the bounds of the ribs, for one rib and for more while that helps.

    Heights that are far from the usual one on this page are left out.
    """
    heights = [block.height for block in hung_list(it.branch, it.wrap, it.most)]
    tops = [0.0, *accumulate(height + _ROW_GAPS[0] for height in heights)]
    least = max(LEAST_SPLIT, it.usual * _FAR[0], *heights)
    found: list[_Split] = []
    for ribs in _RIBS:
        if ribs > 1 and tops[-1] / ribs > it.usual * _FAR[1]:
            continue
        bounds = tuple(pairwise((0, *rib_ends(heights, _ROW_GAPS[0], ribs))))
        height = max(tops[end] - tops[start] for start, end in bounds) - _ROW_GAPS[0]
        if not found or height < found[-1][0] * _LOWER:
            found.append((max(0.0, height), bounds))
        if height <= least:
            break
    return tuple(found)


@said_once(1024)
def _options(it: _List, slope: float) -> tuple[_Option, ...]:
    """Return what a bone takes with one rib and more."""
    blocks = hung_list(it.branch, it.wrap, it.most)
    leaning = [block.width + slope * block.height for block in blocks]
    found = []
    for height, bounds in _splits(it):
        strips = [strip_of(leaning[start:end]) for start, end in bounds]
        words, box_w = category(it.branch, strips)
        width = max(sum(strips) + STRIP_GAP * len(strips), box_w + BOX_AIR)
        box = len(words.lines) * BONE_LEAD + 2 * BOX_PAD
        cost = width * _WRAPS[it.wrap]
        found.append(_Option(height, cost, width, box, it.wrap, len(bounds)))
    return tuple(found)


def find_plan(rows: tuple[Row, ...], room: Room, view: View = AS_IT_IS) -> FishbonePlan:
    """Search the plan that gives the largest text in a room, then use what is left for air."""
    page = _page(rows, room, view)
    choices: list[_Choice] = []
    for slope in _FEW_SLOPES if page.is_large else _SLOPES:
        still_wanted()
        options = [[it for wrap in bone for it in _options(wrap, slope)] for bone in page.lists]
        choices += _choices(options, page, room, slope)
        if max(it.size for it in choices) >= _DENSE:
            break
    best = nlargest(_FEW_TRIED if page.is_large else _TRIED, choices)
    plans = [_plan(it, room) for it in best]
    return _relaxed(page, max(plans, key=lambda it: _exact_worth(page, it)))


def _page(rows: tuple[Row, ...], room: Room, view: View) -> _Page:
    head, found, used, items = shown(rows, view)
    is_large, most = items >= _MANY, tallest(room)
    usual = _usual_height(found, room, most)
    wraps = _FEW_WRAPS if is_large else tuple(_WRAPS)
    lists = [[_List(branch, wrap, most, usual) for wrap in wraps] for branch in found]
    return _Page(head, found, used, lists, is_large)


def _usual_height(found: Sequence[Branch], room: Room, most: float) -> float:
    """Return about how high the lists of one side are when these bones fill a room.

    In steps, so that what was found about a bone holds after a small edit of another one.
    """
    blocks = (block for branch in found for block in hung_list(branch, _USUAL, most))
    area = sum(it.height * (it.width + _AT_RIB) for it in blocks)
    height = sqrt(area * room[1] / room[0]) / 2
    return float(_STEP ** round(log(max(height, 1.0), _STEP)))


def _exact_worth(page: _Page, plan: FishbonePlan) -> float:
    """Return what a plan is worth when it is measured exactly."""
    taste = sum(_WRAPS[wrap] for wrap in plan.wraps) / max(1, len(plan.wraps))
    further = sum(plan.ribs) - len(plan.ribs)
    return _valued(_size(page, plan), plan.slope, further) / max(1.0, taste)


def _plan(choice: _Choice, room: Room) -> FishbonePlan:
    bones = [*choice.above.bones, *choice.below.bones]
    bones[::2], bones[1::2] = choice.above.bones, choice.below.bones
    return FishbonePlan(
        room=room,
        wrap=_USUAL,
        row_gap=_ROW_GAPS[0],
        spread=0.0,
        slope=choice.slope,
        ribs=tuple(it.ribs for it in bones),
        wraps=tuple(it.wrap for it in bones),
    )


def _size(page: _Page, plan: FishbonePlan) -> float:
    """Return the scale at which the picture of a plan fits its room."""
    still_wanted()
    whole = frame(measured_head(page.head, plan.slope), planned_bones(page.found, plan), plan)
    return scale_to(footed(whole, page.used).bounds, plan.room)


def _valued(size: float, slope: float, further: int) -> float:
    """Return what a scale is worth with bones of a slope and so many further ribs."""
    comfort = min(size, _COMFORT) + _BEYOND * max(0.0, size - _COMFORT)
    small = _SMALL_COSTS * max(0.0, _SMALL - size)
    return comfort * _SLOPES[slope] * (1 - _RIB * further) - small


def _choices(
    options: list[list[_Option]], page: _Page, room: Room, slope: float
) -> Iterator[_Choice]:
    """Walk along the frontiers of both sides: for each width the lowest that it holds."""
    head = measured_head(page.head, slope)
    legend = heights(head, page.used, room[0])
    for above, below in _pairs(_frontier(options[::2]), _frontier(options[1::2])):
        size = _scale(above, below, head, legend, room, slope)
        further = sum(it.ribs - 1 for it in (*above.bones, *below.bones))
        yield _Choice(_valued(size, slope, further), size, slope, above, below)


def _frontier(bones: list[list[_Option]]) -> list[_Side]:
    """Return for each height that a bone can have the cheapest side, from the highest on.

    Only what is cheaper than everything lower can be part of it.
    """
    waiting = [_cheapest_first(options) for options in bones]
    if not bones:
        return [_Side(0.0, 0.0, 0.0, ())]
    here = [options.pop() for options in waiting]
    sides = [_side(here)]
    while True:
        at = max(range(len(here)), key=lambda number: here[number].height)
        if not waiting[at]:
            return sides
        here[at] = waiting[at].pop()
        sides.append(_side(here))


def _cheapest_first(options: list[_Option]) -> list[_Option]:
    """Return what is worth trying, from the lowest to the cheapest."""
    kept: list[_Option] = []
    for option in sorted(options):
        if not kept or option.cost < kept[-1].cost:
            kept.append(option)
    return kept


def _side(bones: list[_Option]) -> _Side:
    return _Side(
        sum(it.width for it in bones),
        max(it.height for it in bones),
        max(it.box for it in bones),
        tuple(bones),
    )


def _pairs(above: list[_Side], below: list[_Side]) -> Iterator[tuple[_Side, _Side]]:
    """Give for each width of a side the lowest of both sides that are no wider."""
    up = down = 0
    yield above[0], below[0]
    while up + 1 < len(above) or down + 1 < len(below):
        widths = [
            side[at + 1].width if at + 1 < len(side) else float("inf")
            for side, at in ((above, up), (below, down))
        ]
        up, down = up + (widths[0] <= widths[1]), down + (widths[1] <= widths[0])
        yield above[up], below[down]


def _scale(
    above: _Side,
    below: _Side,
    head: Head,
    legend: tuple[float, float],
    room: Room,
    slope: float,
) -> float:
    """Return about the scale at which these sides fit a room.

    ``legend`` is the height of one beside the head, and what it adds below the picture.
    """
    around = BOX_GAP + SPINE_CLEAR
    leaning = (side.width + slope * (side.height + around) for side in (above, below))
    width = max(leaning) + head.width + _AT_HEAD
    height = above.height + below.height + above.box + below.box + 2 * (around + EDGE)
    edge = max(side.height + side.box for side in (above, below)) + around
    foot = 0.0 if legend[0] <= height_of_corner(head, edge) else legend[1]
    return min(room[0] / width, room[1] / (max(height, head.height) + foot), LARGEST)


def _relaxed(page: _Page, plan: FishbonePlan) -> FishbonePlan:
    """Take what costs next to nothing of the scale.

    First wider labels where they are narrow, then the airiest rows, then the widest spread.
    """
    now = _size(page, plan)
    floor = min(max(now * _RELAX, min(now, _SMALL)), _COMFORT)
    for at, wrap in enumerate(plan.wraps):
        wider = replace(plan, wraps=(*plan.wraps[:at], _USUAL, *plan.wraps[at + 1 :]))
        if wrap < _USUAL and _size(page, wider) >= floor:
            plan = wider
    airier = [replace(plan, row_gap=row_gap) for row_gap in _ROW_GAPS[1:]]
    plan = [plan, *(it for it in airier if _size(page, it) >= floor)][-1]
    airier = [replace(plan, spread=spread) for spread in _SPREADS[1:]]
    return [plan, *(it for it in airier if _size(page, it) >= floor)][-1]

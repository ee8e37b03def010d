"""Where the boxes of a driver diagram stand in their columns: branches as rigid blocks.

Siblings are pushed together until their contours touch, and a parent stands at the middle of its
first and last child. A branch only ever moves as a whole, which keeps the picture steady while
somebody types. Branches of the same heights are the very same block. Lengths in points.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from ilead_studio.drawing.driver_boxes import Air
from ilead_studio.drawing.driver_columns import Tree

PASS: Final = 5.0
"""Height kept free for a link that skips a column."""


@dataclass(frozen=True, eq=False, slots=True)
class Block:
    """A box, or a pass, and all that hangs on it, placed in a frame of its own.

    ``top`` is that of the box; ``shifts`` say how far down the frame of each kid is. ``tops`` and
    ``bottoms`` are the contour, one of each for the box's own column and those right of it.
    ``rows`` counts the boxes. Compared by identity, because each one is made once.
    """

    height: float
    is_pass: bool
    top: float
    kids: tuple["Block", ...]
    shifts: tuple[float, ...]
    tops: tuple[float, ...]
    bottoms: tuple[float, ...]
    rows: int

    @property
    def port(self) -> float:
        """Where links meet the box, in the block's frame."""
        return self.top + self.height / 2

    @property
    def whole(self) -> float:
        """How high the block is, with all that hangs on it."""
        return max(self.bottoms) - min(self.tops)


def packed(tree: Tree, heights: Sequence[float], air: Air) -> Sequence[Block]:
    """Return the blocks of all nodes for the heights of the rows."""
    columns, all_kids, rows = tree.columns, tree.kids, len(heights)
    gaps, apart = _gaps(tree, air), air.branch
    blocks = list(map(_leaf, heights))
    blocks += [_leaf(PASS)] * (len(all_kids) - rows)
    for node in tree.upward:
        below = tuple([blocks[kid] for kid in all_kids[node]])
        own, gap = blocks[node].height, gaps[columns[node] + 1]
        blocks[node] = _branch(own, node >= rows, below, gap, apart)
    return blocks


def _gaps(tree: Tree, air: Air) -> list[float]:
    """Return the space between neighbours under one parent, for each column."""
    gaps = [air.sibling] * tree.count
    gaps[-1] = air.idea if tree.has_ideas else air.sibling
    if tree.count > 2:
        gaps[1] = air.primary
    return gaps


@lru_cache(4096)
def _leaf(height: float) -> Block:
    return Block(height, False, 0.0, (), (), (0.0,), (height,), 1)


@lru_cache(12288)
def _branch(
    height: float, is_pass: bool, kids: tuple[Block, ...], gap: float, apart: float
) -> Block:
    """Stack the blocks of siblings, each pushed up against what stands above it."""
    first, last = kids[0], kids[-1]
    tops, bottoms = list(first.tops), list(first.bottoms)
    shifts, rows, shift = [0.0], first.rows + (not is_pass), 0.0
    for kid in kids[1:]:
        if kid.kids:
            shift = _pushed(bottoms, kid.tops, gap, apart)
            _grown(tops, bottoms, kid, shift)
        else:
            shift = bottoms[0] + gap
            bottoms[0] = shift + kid.height
        rows += kid.rows
        shifts.append(shift)
    top = round((first.port + shift + last.port) * 32) / 64 - height / 2
    contour = (top, *tops), (top + height, *bottoms)
    return Block(height, is_pass, top, kids, tuple(shifts), *contour, rows)


def _pushed(bottoms: list[float], tops: tuple[float, ...], gap: float, apart: float) -> float:
    """Return how far down a block goes whose tops are pushed up against what stands above it."""
    if len(bottoms) == 1:
        return bottoms[0] + gap - tops[0]
    shift = bottoms[0] + max(gap, apart) - tops[0]
    for above, below in zip(bottoms, tops, strict=False):
        if above + apart - below > shift:
            shift = above + apart - below
    return shift


def _grown(tops: list[float], bottoms: list[float], kid: Block, shift: float) -> None:
    """Add a block to the contour of those above it."""
    if len(kid.tops) > len(tops):
        tops += [top + shift for top in kid.tops[len(tops) :]]
    bottoms[: len(kid.bottoms)] = [bottom + shift for bottom in kid.bottoms]


class Heights(NamedTuple):
    """Where all nodes of a tree stand: ``tops``, ``heights``, and ``ports``, where links meet."""

    tops: Sequence[float]
    heights: Sequence[float]
    ports: Sequence[float]


def heights_of(tree: Tree, blocks: Sequence[Block]) -> Heights:
    """Return where all nodes stand; the highest top is 0."""
    frames = [-min(blocks[0].tops)] * len(blocks)
    for node in tree.downward:
        for kid, shift in zip(tree.kids[node], blocks[node].shifts, strict=True):
            frames[kid] = frames[node] + shift
    heights = [it.height for it in blocks]
    tops = [frame + it.top for frame, it in zip(frames, blocks, strict=True)]
    return Heights(tops, heights, [top + it / 2 for top, it in zip(tops, heights, strict=True)])

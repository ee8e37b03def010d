"""Bones: the ribs on which a bone's blocks hang, its category box, and the head.

All ribs lean by one slope: at distance h from the spine a rib's x is ``joint - slope * h``. So in
u = x + slope * h every rib is one number, and a rib with everything that hangs on it is a vertical
strip. Strips laid side by side cannot meet, however tall they are.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final, NamedTuple

from ilead_studio.drawing.fishbone_blocks import Block, before, with_old
from ilead_studio.drawing.fishbone_branches import Branch, Entry
from ilead_studio.drawing.fishbone_columns import cuts
from ilead_studio.drawing.fonts import SEMIBOLD
from ilead_studio.drawing.marks import Marks
from ilead_studio.drawing.room import snap
from ilead_studio.drawing.signs import trail
from ilead_studio.drawing.text import Label, even_label
from ilead_studio.words import said_once

BONE_SIZE: Final = 11.0
BONE_LEAD: Final = 13.0
HEAD_SIZE: Final = 15.0
HEAD_LEAD: Final = 18.0
TEXT_TO_BONE: Final = 7.0
STRIP_GAP: Final = 8.0
"""From a rib to its neighbour's words."""
DISC_ROOM: Final = 25.0
"""Left part of a category box, for its number."""
BOX_AIR: Final = 12.0
"""Least distance of two category boxes."""
LEAST_SPLIT: Final = 150.0
"""A list shorter than this is not worth a second rib."""
BOX_PAD: Final = 4.5
HEAD_PAD: Final = 13.0
HEAD_INDENT: Final = 14.0
"""From the sides of the head to its words."""

_GRID: Final = 6.0
"""Columns grow by steps of this, so that a small edit moves no neighbour."""
_EMPTY: Final = 40.0
BOX_END: Final = 9.0
OVER_RIBS: Final = 34.0
"""How much wider than its ribs a category box is."""
_BONE_ROOMS: Final = (84.0, 104.0, 124.0, 146.0, 170.0)
"""Room for the words of a category box: the least that does with two lines."""
_LONG_ROOMS: Final = (120.0, 146.0, 170.0, 210.0, 260.0, 320.0, 400.0)
_LONG_TALL: Final = 0.5
"""Room for words of three lines and more, and how high they may be as a part of it."""
_HEAD_ROOMS: Final = (*range(84, 300, 12), 340, 400, 480, 560)
_HEAD_LEAST: Final = 60.0
_HEAD_TALL: Final = 1.1
_DENSE_HEAD_TALL: Final = 1.5
"""The head's words may be this much higher than wide; on a dense page they leave more width."""
_DENSE_SLOPE: Final = 0.3
"""Only on dense pages bones are steeper than this."""


class Head(NamedTuple):
    """The measured head."""

    label: Label
    width: float
    height: float


class Rib(NamedTuple):
    """Blocks under each other. ``column`` and ``strip`` are widths to its left.

    ``column`` is where most blocks begin, ``reach`` where the widest does, both straight from the
    rib; ``strip`` holds them all, leaning.
    """

    blocks: tuple[Block, ...]
    column: float
    reach: float
    strip: float
    height: float


@dataclass(frozen=True, slots=True, eq=False)
class Bone:
    """A measured bone: its ribs from the tail to the head, and its category box.

    Its blocks are ``gap`` apart. Its words stand ``aside`` of the middle of its box, toward the
    head.

    Told apart by identity: an unchanged bone is the very same.
    """

    branch: Branch
    number: int
    ribs: tuple[Rib, ...]
    label: Label
    box_w: float
    box_h: float
    gap: float
    aside: float = 0.0

    @property
    def is_above(self) -> bool:
        """Whether the bone stands above the spine."""
        return self.number % 2 == 1

    @property
    def words_w(self) -> float:
        """The width of what stands in the box: disc, sign and words."""
        return DISC_ROOM + before(self.branch.bone.marks) + snap(self.label.width) + BOX_END

    @property
    def height(self) -> float:
        """The height of its tallest rib."""
        return max(rib.height for rib in self.ribs)

    @property
    def span(self) -> float:
        """From the joint of its first rib to that of its last."""
        return sum(rib.strip + STRIP_GAP for rib in self.ribs[1:])

    @property
    def strip(self) -> float:
        """The width of all its strips."""
        return self.span + self.ribs[0].strip


@said_once(64)
def measured_head(it: Entry, slope: float) -> Head:
    """Wrap the effect into a box about as wide as it is high, in as few lines as that takes."""
    text, after = it.text, trail(it.marks).width if it.marks else 0.0
    tall = _HEAD_TALL if slope > _DENSE_SLOPE else _DENSE_HEAD_TALL
    words = even_label(text, SEMIBOLD, HEAD_SIZE, _HEAD_ROOMS[0], after)
    for room in _HEAD_ROOMS:
        if len(words.lines) * HEAD_LEAD <= max(words.width, _HEAD_LEAST) * tall:
            break
        words = even_label(text, SEMIBOLD, HEAD_SIZE, room, after)
    words = with_old(words, it.marks, max(words.width, _HEAD_LEAST))
    width = snap(max(words.width, _HEAD_LEAST)) + 2 * HEAD_INDENT
    return Head(words, width, len(words.lines) * HEAD_LEAD + 2 * HEAD_PAD)


@said_once(512)
def measured_bone(
    branch: Branch, number: int, blocks: tuple[Block, ...], *, ribs: int, slope: float, gap: float
) -> Bone:
    """Measure a bone whose blocks, ``gap`` apart, hang on so many ribs of a slope.

    Ribs for which there are no blocks are left out, and a short list is never split.
    """
    ends = rib_ends([it.height for it in blocks], gap, ribs)
    hung = tuple(_rib(blocks[start:end], slope, gap) for start, end in pairwise((0, *ends)))
    words, width = category(branch, [rib.strip for rib in hung])
    high = len(words.lines) * BONE_LEAD + 2 * BOX_PAD
    return Bone(branch, number, hung, words, width, high, gap)


@said_once(512)
def spread_bone(bone: Bone, wide: float, free: float | None = None) -> Bone:
    """Return a bone with each rib on a part of its own, so wide; its words stand over the last.

    The first rib takes no more than it needs, or its whole part but for what is left ``free``.
    """
    natural = max(rib.strip for rib in bone.ribs)
    first, *others = bone.ribs
    if free is not None:
        first = first._replace(strip=max(first.strip, wide - free))
    ribs = (first, *(it._replace(strip=wide - STRIP_GAP) for it in others))
    if not others:
        return replace(bone, ribs=ribs)
    words, _ = category(bone.branch, (natural,))
    span, high = len(others) * wide, len(words.lines) * BONE_LEAD + 2 * BOX_PAD
    aside = snap((span - natural) / 2)
    return replace(bone, ribs=ribs, label=words, box_w=span + OVER_RIBS, box_h=high, aside=aside)


def rib_ends(heights: Sequence[float], gap: float, ribs: int) -> tuple[int, ...]:
    """Return after how many blocks each rib ends."""
    if sum(heights) + gap * len(heights) < LEAST_SPLIT:
        return (len(heights),)
    return cuts(heights, gap, ribs)


def _rib(blocks: tuple[Block, ...], slope: float, gap: float) -> Rib:
    widths = [it.width for it in blocks] or [_EMPTY]
    narrow = [it.width for it in blocks if not it.is_wide]
    column = stepped(max(narrow, default=min(widths)))
    reach = max(column, stepped(max(widths)))
    strip = strip_of([it.width + slope * it.height for it in blocks])
    height = sum(it.height for it in blocks) + gap * max(0, len(blocks) - 1)
    return Rib(blocks, column + TEXT_TO_BONE, reach + TEXT_TO_BONE, strip, height)


def strip_of(leaning: Sequence[float]) -> float:
    """Return the strip of a rib whose blocks take these widths, each with its own lean."""
    return stepped(max(leaning, default=_EMPTY)) + TEXT_TO_BONE


def stepped(length: float) -> float:
    """Return a length, rounded up so that a small edit moves no neighbour."""
    return -(-length // _GRID) * _GRID


def category(branch: Branch, strips: Sequence[float]) -> tuple[Label, float]:
    """Wrap the words of a category box over its strips, and return them with the box's width."""
    span = sum(strips[1:]) + STRIP_GAP * (len(strips) - 1)
    over = span + OVER_RIBS if span else 0.0
    pad = DISC_ROOM + before(branch.bone.marks) + BOX_END
    marks = branch.bone.marks
    words = _bone_label(branch.bone.text, marks, max(strips[0] - BOX_AIR, over) - pad)
    words = with_old(words, marks, max(words.width, _BONE_ROOMS[0]))
    return words, max(snap(words.width + 1 / 128) + pad, over)


@said_once(4096)
def _bone_label(text: str, marks: Marks | None, most: float) -> Label:
    """Wrap a bone's words in two lines, as wide as its strip allows before anything wider."""
    after = trail(marks).width if marks else 0.0
    rooms = [max(_BONE_ROOMS[0], most), *(room for room in _BONE_ROOMS if room > most)]
    for room in rooms:
        words = even_label(text, SEMIBOLD, BONE_SIZE, room, after)
        if len(words.lines) <= 2:
            return words
    for room in (rooms[0], *_LONG_ROOMS):
        words = even_label(text, SEMIBOLD, BONE_SIZE, room, after)
        if len(words.lines) * BONE_LEAD <= room * _LONG_TALL:
            break
    return words

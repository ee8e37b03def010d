"""How alike two grey pictures are, where they are least alike.

The measure is SSIM (Wang, Bovik, Sheikh, Simoncelli 2004), taken over blocks of 8 pixels and
averaged over windows of 24, in plain Python: only windows that hold ink are looked at.
"""

from collections.abc import Iterator, Sequence
from operator import mul

BLOCK = 8
WINDOW = 24
_C1, _C2 = (0.01 * 255) ** 2, (0.03 * 255) ** 2
_AREA = BLOCK * BLOCK
Grey = Sequence[bytes]
"""The rows of a picture, a byte a pixel, 255 is white."""


def worst_window(one: Grey, other: Grey) -> tuple[float, tuple[int, int]]:
    """Return the least likeness of any window with ink (1 is alike), and its corner in pixels."""
    found = [(_window(one, other, x, y), (x, y)) for x, y in _corners(one, other)]
    return min(found, default=(1.0, (0, 0)))


def _corners(one: Grey, other: Grey) -> Iterator[tuple[int, int]]:
    """Give the corners of the windows in which at least one of two pictures has ink."""
    height, width = min(len(one), len(other)), min(len(one[0]), len(other[0]))
    white = bytes([255]) * WINDOW
    for y in range(0, height - WINDOW + 1, WINDOW):
        for x in range(0, width - WINDOW + 1, WINDOW):
            lines = (row[x : x + WINDOW] for it in (one, other) for row in it[y : y + WINDOW])
            if any(line != white for line in lines):
                yield x, y


def _window(one: Grey, other: Grey, x: int, y: int) -> float:
    """Return the mean likeness of the blocks of a window."""
    steps = range(0, WINDOW, BLOCK)
    blocks = [_block(one, other, x + across, y + down) for across in steps for down in steps]
    return sum(blocks) / len(blocks)


def _block(one: Grey, other: Grey, x: int, y: int) -> float:
    a = b"".join(row[x : x + BLOCK] for row in one[y : y + BLOCK])
    b = b"".join(row[x : x + BLOCK] for row in other[y : y + BLOCK])
    if a == b:
        return 1.0
    mean_a, mean_b = sum(a) / _AREA, sum(b) / _AREA
    spread_a = sum(map(mul, a, a)) / _AREA - mean_a * mean_a
    spread_b = sum(map(mul, b, b)) / _AREA - mean_b * mean_b
    both = sum(map(mul, a, b)) / _AREA - mean_a * mean_b
    light = (2 * mean_a * mean_b + _C1) / (mean_a * mean_a + mean_b * mean_b + _C1)
    return light * (2 * both + _C2) / (spread_a + spread_b + _C2)

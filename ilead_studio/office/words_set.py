"""How wide words are in the typeface that every office program has, and where they are cut.

The bundled face cannot be sent along with a file, so Arial is asked for. It runs wider; nothing
here needs its tables: a text that is measured in the bundled face at a larger size is long enough.
"""

from collections.abc import Iterator
from typing import Final

from ilead_studio.drawing.fonts import REGULAR, SEMIBOLD
from ilead_studio.drawing.text import width, wrapped
from ilead_studio.office.flat import Grid
from ilead_studio.packet.blocks import Run, Words, text_of

FACE: Final = "Arial"
WIDER: Final = {False: 1.11, True: 1.16}
"""How much wider than ours the face runs, regular and strong, with a little air."""
_NARROW: Final = 0.22
"""The width of the narrowest letters, in sizes."""
_USUAL: Final = 16
"""Letters of the longest word for which a column is made wider."""
LEAD: Final = 1.2
"""From one line to the next, in sizes."""


def lines(words: Words, size: float, room: float, *, strong: bool = False) -> int:
    """Return how many lines a paragraph takes, at most."""
    bold = strong or any(run.hand in ("strong", "ref") for run in words)
    face = SEMIBOLD if bold else REGULAR
    return len(wrapped(text_of(words), face, size * WIDER[bold], room, balanced=False))


def cut(words: Words, at: int) -> tuple[Words, Words]:
    """Cut a paragraph after so many characters."""
    left: list[Run] = []
    right: list[Run] = []
    for run in words:
        here = min(max(at, 0), len(run.text))
        left += [Run(run.text[:here], run.hand)] * bool(here)
        right += [Run(run.text[here:], run.hand)] * (here < len(run.text))
        at -= len(run.text)
    return tuple(left), tuple(right)


def _letters(size: float, room: float, most: int) -> int:
    """Return how many letters stand on so many lines if all of them are narrow ones."""
    return max(1, int(most * room / (size * _NARROW)))


def cut_to(words: Words, size: float, room: float, most: int) -> tuple[Words, Words]:
    """Cut a paragraph so that its beginning takes at most so many lines, between words if it can.

    At least one character is in the beginning, so that whoever goes on comes to an end.
    """
    text = text_of(words)
    low, high = 1, min(len(text), _letters(size, room, most))
    while low < high:
        middle = (low + high + 1) // 2
        if lines(cut(words, middle)[0], size, room) <= most:
            low = middle
        else:
            high = middle - 1
    space = text.rfind(" ", 0, low + 1)
    if low < len(text) and space > 0:
        low = space + 1
    return cut(words, low)


def pieces(words: Words, size: float, room: float, most: int) -> Iterator[Words]:
    """Give a paragraph in pieces that take at most so many lines each."""
    rest = words
    letters = _letters(size, room, most)
    while rest and (len(text_of(rest)) > letters or lines(rest, size, room) > most):
        first, rest = cut_to(rest, size, room, most)
        yield first
    yield rest


def widths(it: Grid, size: float, pad: float, room: float) -> list[float]:
    """Return how wide columns are by their shares, but no usual word is cut for it.

    What the narrow ones take more comes from the others; where there is no room, shares decide.
    """
    least = [_longest(words, size, room / 5) + 2 * pad for words in _by_column(it)]
    found = [room * share / sum(it.shares) for share in it.shares]
    short = [max(0.0, need - have) for need, have in zip(least, found, strict=True)]
    spare = [max(0.0, have - need) for need, have in zip(least, found, strict=True)]
    if sum(short) > sum(spare) or not sum(short):
        return found
    part = sum(short) / sum(spare)
    both = zip(found, short, spare, strict=True)
    return [have + more - part * free for have, more, free in both]


def _by_column(it: Grid) -> Iterator[set[str]]:
    """Give the words of each column."""
    for at, head in enumerate(it.heads):
        cells = (text_of(words) for row in it.rows for words in row[at])
        yield {word for text in (head, *cells) for word in text.split()}


def _longest(words: set[str], size: float, most: float) -> float:
    """Return how wide the longest word is; what is longer than most is no usual word."""
    each = (width(word, SEMIBOLD, size * WIDER[True]) for word in words if len(word) <= _USUAL)
    return max((it for it in each if it <= most), default=0.0)

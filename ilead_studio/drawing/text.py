"""Text: what can be set, how wide it is, and where its lines break.

The only place that measures words. Advances are whole thousandths of the text size without kerning,
so a width does not depend on the order of adding, and every painter gets the same lines. Whatever
is asked about is first made readable: a character that no bundled face has is named in brackets.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from math import ceil
from typing import Final, NamedTuple

from ilead_studio.drawing.fonts import coverage, face
from ilead_studio.drawing.ops import TextLine

_BALANCE_STEPS: Final = 6
_CUTS: Final = re.compile(r"(?<=[-–—/\u2010])")
"""Where a word too long for its column is cut first."""
_UNSEEN: Final = ("Cc", "Cf", "Cs")
_SELECTORS: Final = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")


class Label(NamedTuple):
    """Wrapped text: its lines, and the width of the widest in points."""

    lines: tuple[str, ...]
    width: float


def readable(text: str) -> str:
    """Return text in which every character can be set, so that there is never an empty box.

    Missing characters become their Unicode name in square brackets ("[party popper]"), unnamed
    ones their number ("[U+E000]"). Line breaks and rare spaces become plain spaces; characters
    that are never seen (soft hyphen, joiners, direction marks, variation selectors) are dropped.
    A non-breaking space stays one.
    """
    return text if text.isascii() and text.isprintable() else _readable(text)


@lru_cache(8192)
def _readable(text: str) -> str:
    seen = _SELECTORS.sub("", unicodedata.normalize("NFC", text))
    return "".join(map(_named, seen))


@lru_cache(4096)
def _named(char: str) -> str:
    """Return what stands for a character: itself, a space, nothing, or its name in brackets."""
    if char.isspace() and char not in coverage():
        return " "
    if unicodedata.category(char) in _UNSEEN:
        return ""
    name = unicodedata.name(char, "").lower() or f"U+{ord(char):04X}"
    return char if char in coverage() else f"[{name}]"


def missing(text: str) -> tuple[str, ...]:
    """Return the characters that no bundled face has, each once, in order of appearance."""
    seen = _SELECTORS.sub("", unicodedata.normalize("NFC", text))
    return tuple(
        dict.fromkeys(char for char in seen if _named(char).startswith("[") and char != "[")
    )


def width(text: str, face_name: str, size: float) -> float:
    """Return the whole advance of a line of text in points."""
    return _advance(readable(text), face_name) * size / face(face_name).em


@lru_cache(65536)
def _advance(text: str, face_name: str) -> int:
    """Return the advance of readable text in thousandths of its size."""
    return sum(map(face(face_name).advances.__getitem__, text))


def wrapped(
    text: str, face_name: str, size: float, room: float, *, balanced: bool = True
) -> tuple[str, ...]:
    """Break text into lines no wider than ``room`` points; see ``label``."""
    return label(text, face_name, size, room, balanced).lines


@lru_cache(65536)
def label(
    text: str, face_name: str, size: float, room: float, balanced: bool = True, trail: float = 0.0
) -> Label:
    """Break text into lines no wider than ``room`` points and measure the widest.

    Lines are filled greedily, then the column is narrowed as long as there are as many lines and
    no word has to be cut for it, so that no single word hangs alone. A word wider than the column
    is cut, after its own hyphens and slashes if it has some. Only a plain space breaks a line.
    ``trail`` points are kept free after the last word, which wraps with them; where both are too
    wide for one line there is an empty last line for the trail.
    """
    em = face(face_name).em
    most, tail = int(room * em / size), ceil(trail * em / size)
    pieces = _tied(list(_pieces(readable(text), face_name, most)), tail, most)
    lines = _filled(pieces, most)
    if balanced and len(lines) > 1:
        lines = _balanced(pieces, most, lines)
    return _label(lines, face_name, size, tail)


@lru_cache(1024)
def even_label(text: str, face_name: str, size: float, room: float, trail: float = 0.0) -> Label:
    """Break text into as few lines as ``label`` does, but all as long as each other.

    For titles: no word hangs alone on the last line. It takes longer than ``label``.
    """
    em = face(face_name).em
    most, tail = int(room * em / size), ceil(trail * em / size)
    pieces = _tied(list(_pieces(readable(text), face_name, most)), tail, most)
    return _label(_even(pieces, most), face_name, size, tail)


def _label(lines: "_Lines", face_name: str, size: float, tail: int) -> Label:
    texts = tuple(map(_joined, lines)) or ("",)
    advances = [_advance(it, face_name) for it in texts]
    advances[-1] += tail
    return Label(texts, max(advances) * size / face(face_name).em)


class _Piece(NamedTuple):
    """A word or a part of one, its advance, and the space before it (0 inside a word)."""

    text: str
    advance: int
    gap: int


_Lines = list[list[_Piece]]


def _pieces(text: str, face_name: str, most: int) -> Iterator[_Piece]:
    """Cut text into words; a word wider than ``most`` comes in parts."""
    space = _advance(" ", face_name)
    for word in text.split(" "):
        advance = _advance(word, face_name)
        if advance > most:
            yield from _parts(word, face_name, most, space)
        elif word:
            yield _Piece(word, advance, space)


def _parts(word: str, face_name: str, most: int, gap: int) -> Iterator[_Piece]:
    """Cut a word after its hyphens, else where it is full; never before a combining mark."""
    advances = face(face_name).advances
    for part in _CUTS.split(word):
        ends = [0, *accumulate(advances[char] for char in part)]
        start = 0
        while start < len(part):
            end = max(bisect_right(ends, ends[start] + most) - 1, start + 1)
            while end < len(part) and unicodedata.combining(part[end]):
                end += 1
            yield _Piece(part[start:end], ends[end] - ends[start], gap)
            start, gap = end, 0


def _tied(pieces: list[_Piece], tail: int, most: int) -> list[_Piece]:
    """Make what follows the last word a part of it, or a piece of its own if it is too wide."""
    if not tail:
        return pieces
    if not pieces or pieces[-1].advance + tail > most:
        return [*pieces, _Piece("", tail, 0)]
    return [*pieces[:-1], pieces[-1]._replace(advance=pieces[-1].advance + tail)]


def _joined(line: list[_Piece]) -> str:
    return line[0].text + "".join(f" {it.text}" if it.gap else it.text for it in line[1:])


def _filled(pieces: list[_Piece], most: int) -> _Lines:
    """Fill lines greedily. The first piece of a line keeps its gap, which is not set."""
    lines: _Lines = []
    used = most
    for piece in pieces:
        if lines and used + piece.gap + piece.advance <= most:
            lines[-1].append(piece)
            used += piece.gap + piece.advance
        else:
            lines.append([piece])
            used = piece.advance
    return lines


def _balanced(pieces: list[_Piece], most: int, lines: _Lines) -> _Lines:
    """Narrow the column while the number of lines stays; never below the widest piece."""
    low, high = max(most // 2, *(piece.advance for piece in pieces)), most
    for _ in range(_BALANCE_STEPS):
        if low >= high:
            break
        middle = (low + high) // 2
        trial = _filled(pieces, middle)
        if len(trial) == len(lines):
            lines, high = trial, middle
        else:
            low = middle + 1
    return lines


def _even(pieces: list[_Piece], most: int) -> _Lines:
    """Break pieces into the fewest lines, of all such ways the one with the least squares."""
    count = len(pieces)
    best = [(0, 0, count)] * (count + 1)  # from each piece on: lines, cost, end of the first line
    for start in range(count - 1, -1, -1):
        best[start] = min(
            (best[end][0] + 1, best[end][1] + used * used, end)
            for end, used in _first_lines(pieces, start, most)
        )
    lines: _Lines = []
    start = 0
    while start < count:
        end = best[start][2]
        lines.append(pieces[start:end])
        start = end
    return lines


def _first_lines(pieces: list[_Piece], start: int, most: int) -> Iterator[tuple[int, int]]:
    """Give the ends of all lines that may begin at a piece, with what they use; one at least."""
    used = pieces[start].advance
    yield start + 1, used
    for end in range(start + 1, len(pieces)):
        used += pieces[end].gap + pieces[end].advance
        if used > most:
            return
        yield end + 1, used


def text_line(
    x: float, baseline: float, text: str, face_name: str, size: float, role: str
) -> TextLine:
    """Set one line whose pen starts at (``x``, ``baseline``), points; ``role`` is its colour."""
    shown = readable(text)
    glyphs, places, advance = _set(shown, face_name, size)
    return TextLine(x, baseline, shown, face_name, size, role, advance, glyphs, places)


@lru_cache(32768)
def _set(
    text: str, face_name: str, size: float
) -> tuple[tuple[int, ...], tuple[float, ...], float]:
    """Return glyph numbers, the place of each from the line's start, and the whole advance."""
    font = face(face_name)
    ends = [0, *accumulate(font.advances[char] for char in text)]
    places = tuple(end * size / font.em for end in ends[:-1])
    return tuple(font.numbers[char] for char in text), places, ends[-1] * size / font.em

"""Text: what can be set, how wide it is, and where its lines break.

The only place that measures words. Advances are whole thousandths of the text size without kerning,
so a width does not depend on the order of adding, and every painter gets the same lines. Whatever
is asked about is first made readable: a character that no bundled face has is named in brackets.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import accumulate
from math import ceil
from typing import Final, NamedTuple

from ilead_studio.drawing.fonts import Face, coverage, face
from ilead_studio.drawing.ops import TextLine

_BALANCE_STEPS: Final = 6
_CUTS: Final = re.compile(r"(?<=[-–—/\u2010])")
"""Where a word too long for its column is cut first."""
_UNSEEN: Final = ("Cc", "Cf", "Cs")
_DROPPED: Final = re.compile("[\ufe00-\ufe0f\u20e3\U0001f3fb-\U0001f3ff\U000e0100-\U000e01ef]")
"""Variation selectors, the key around a number, and skin tones: the character before them stays."""
_CLUSTERS: Final = re.compile("[\U0001f1e6-\U0001f1ff]{2}|.", re.DOTALL)
"""Two regional letters are one flag; all else is one character at a time."""
_FIRST_REGION: Final = 0x1F1E6
_LIKE: Final = str.maketrans(
    {
        **dict.fromkeys("➔➙➛➜➝➞➟➠➡➤⇨⟶", "→"),
        **dict.fromkeys("⬅⇦⟵", "←"),
        **dict.fromkeys("⬆⇧", "↑"),
        **dict.fromkeys("⬇⇩", "↓"),
        **dict.fromkeys("⟷⬌", "↔"),
        **dict.fromkeys("✅", "✓"),
        **dict.fromkeys("❌❎", "✗"),
        **dict.fromkeys("❖◇", "◆"),
    }
)
"""Signs that are typed or pasted into labels often, and what means the same."""
_CALLED: Final = dict.fromkeys("⭐★🌟", "star")
"""Shorter names than Unicode gives."""
_ABOVE: Final = 230
_CENTRED: Final = (_ABOVE, 220, 202, 240)
"""Classes of combining marks that stand over or under the middle of the letter before them."""
_TALL: Final = frozenset("bdfhklt")
_DOTLESS: Final = {"i": "ı", "j": "ȷ"}


class Label(NamedTuple):
    """Wrapped text: its lines, and the width of the widest in points.

    The last lines may be ``old``: the words of before.
    """

    lines: tuple[str, ...]
    width: float
    old: int = 0


def readable(text: str) -> str:
    """Return text in which every character can be set, so that there is never an empty box.

    Letters in fancy dress become plain ones ("𝗪𝗵𝘆" is "Why", "①" is "(1)"). Other missing
    characters become their Unicode name in square brackets ("[party popper]", "[flag US]"), unnamed
    ones their number ("[U+E000]"). Line breaks and rare spaces become plain spaces; characters
    that are never seen (soft hyphen, joiners, direction marks, variation selectors) are dropped.
    A non-breaking space stays one.
    """
    return text if text.isascii() and text.isprintable() else _readable(text)


@lru_cache(8192)
def _readable(text: str) -> str:
    composed = unicodedata.normalize("NFC", text)
    if _ordinary().issuperset(composed):
        return composed
    return "".join(map(_named, _clusters(text)))


@cache
def _ordinary() -> frozenset[str]:
    """Return the characters that can be set as they are."""
    return frozenset(it for it in coverage() if unicodedata.category(it) not in _UNSEEN)


def _clusters(text: str) -> list[str]:
    """Return text as composed characters, without what is never seen; a flag is one of them."""
    seen = _DROPPED.sub("", unicodedata.normalize("NFC", text)).translate(_LIKE)
    plain = unicodedata.normalize("NFC", "".join(map(_plain, seen)))
    return _CLUSTERS.findall(plain)


@lru_cache(4096)
def _plain(char: str) -> str:
    """Return the same letters in their plain form where only that can be set."""
    if char.isspace() and char not in coverage():
        return " "
    if unicodedata.category(char) in _UNSEEN:
        return ""
    if char in coverage():
        return char
    form = unicodedata.normalize("NFKC", char)
    if form == char or not coverage().issuperset(form):
        return char
    return f"({form})" if unicodedata.decomposition(char).startswith("<circle>") else form


@lru_cache(4096)
def _named(cluster: str) -> str:
    """Return what stands for a character: itself, its parts, or its name in brackets."""
    if cluster in coverage():
        return cluster
    if len(cluster) == 2:
        return f"[flag {''.join(chr(ord(it) - _FIRST_REGION + ord('A')) for it in cluster)}]"
    parts = unicodedata.normalize("NFD", cluster)
    if coverage().issuperset(parts):
        return parts
    full = unicodedata.name(cluster, "").lower().removeprefix("combining ")
    name = _CALLED.get(cluster, full)
    return f"[{name or f'U+{ord(cluster):04X}'}]"


def missing(text: str) -> tuple[str, ...]:
    """Return what no bundled face can set and is named instead, each once, in order."""
    named = (it for it in _clusters(text) if it != "[" and _named(it).startswith("["))
    return tuple(dict.fromkeys(named))


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
    numbers, starts = [font.numbers[char] for char in text], [float(end) for end in ends[:-1]]
    if any(map(unicodedata.combining, text)):
        _put_marks(text, font, numbers, starts)
    places = tuple(start * size / font.em for start in starts)
    return tuple(numbers), places, ends[-1] * size / font.em


def _put_marks(text: str, font: Face, numbers: list[int], starts: list[float]) -> None:
    """Put combining marks over or under the letter before them, higher over a capital.

    Marks that overlay a letter or hang at its side stand right without being moved.
    """
    base = -1
    for at, char in enumerate(text):
        group = unicodedata.combining(char)
        if not group:
            base = at
        elif base >= 0 and group in _CENTRED:
            letter = text[base]
            starts[at] = starts[base] + font.advances[letter] / 2
            if group == _ABOVE and (letter.isupper() or letter in _TALL):
                numbers[at] = font.high.get(char, numbers[at])
            if group == _ABOVE and letter in _DOTLESS:
                numbers[base] = font.numbers.get(_DOTLESS[letter], numbers[base])

"""Words in several hands on one line: where they break, and what each piece of a line is set in."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final, NamedTuple

from ilead_studio.drawing.fonts import ITALIC, SEMIBOLD
from ilead_studio.drawing.text import readable
from ilead_studio.handouts.style import Style
from ilead_studio.packet.blocks import Run, Words

_SMALLER: Final = 0.8
"""A reference beside words, in parts of their size."""
NEAR: Final = 0.01
"""Points within which two pieces stand next to each other, with no space between."""
_PARTS: Final = re.compile(r" +|[^ ]+")


class Piece(NamedTuple):
    """Some words of a line in one style, and how far from the line's beginning they stand.

    ``language`` is theirs, if it is another one than the page's.
    """

    text: str
    style: Style
    x: float
    language: str = ""


Line = tuple[Piece, ...]


def whole(text: str, style: Style, room: float) -> tuple[Line, ...]:
    """Break a text in one hand into lines no wider than the room."""
    return tuple((Piece(line, style, 0.0),) for line in style.lines(text, room))


@lru_cache(4096)
def broken(words: Words, style: Style, room: float, least: float = 7.5) -> tuple[Line, ...]:
    """Break words into lines no wider than the room; ``least`` is the smallest reference.

    What is not divided by a space stays together, whatever hands it has: a reference keeps its
    comma. A cluster wider than the room is cut.
    """
    if len(words) == 1:
        return whole(words[0].text, in_hand(words[0], style, least), room)
    lines: list[list[Piece]] = [[]]
    at = 0.0
    for cluster in _clusters(words, style, least):
        wide = _wide(cluster)
        space = _space(lines[-1])
        if lines[-1] and at + space + wide > room:
            lines.append([])
            at = space = 0.0
        for text, its in _cut(cluster, room) if wide > room else cluster:
            step = its.width(text)
            if lines[-1] and at + space + step > room:
                lines.append([])
                at = space = 0.0
            at += space
            lines[-1].append(Piece(text, its, at))
            at, space = at + step, 0.0
    return tuple(_joined(line) for line in lines if line)


def in_hand(run: Run, style: Style, least: float = 7.5) -> Style:
    """Return the style in which a run is set among words of a style."""
    if run.hand == "plain":
        return style
    if run.hand == "ref":
        size = max(least, style.size * _SMALLER)
        return Style(SEMIBOLD, min(size, style.size), style.lead)
    if run.hand == "struck":
        return replace(style, struck=True)
    return replace(style, face=SEMIBOLD if run.hand == "strong" else ITALIC)


def said(lines: tuple[Line, ...]) -> str:
    """Return the words of lines as they are read."""
    return " ".join("".join(_read(line)) for line in lines)


def _read(line: Line) -> Iterator[str]:
    """Return the pieces of a line with the spaces that part them."""
    end = 0.0
    for piece in line:
        yield " " if piece.x > end + NEAR and end else ""
        yield piece.text
        end = piece.x + piece.style.width(piece.text)


_Cluster = list[tuple[str, Style]]


def _clusters(words: Words, style: Style, least: float) -> Iterator[_Cluster]:
    """Return what must stand together, in order."""
    open_now: _Cluster = []
    for run in words:
        its = in_hand(run, style, least)
        for part in _PARTS.findall(readable(run.text)):
            if not part.isspace():
                open_now.append((part, its))
            elif open_now:
                yield open_now
                open_now = []
    if open_now:
        yield open_now


def _cut(cluster: _Cluster, room: float) -> Iterator[tuple[str, Style]]:
    """Cut what is wider than a line."""
    for text, its in cluster:
        yield from ((line, its) for line in its.lines(text, room))


def _wide(cluster: _Cluster) -> float:
    return sum(its.width(text) for text, its in cluster)


def _space(line: list[Piece]) -> float:
    """Return the space before the next cluster: it is as wide as in the words before it."""
    return line[-1].style.width(" ") if line else 0.0


def _joined(line: list[Piece]) -> Line:
    """Return a line in which neighbours of one style are one piece."""
    found: list[Piece] = []
    for piece in line:
        last = found[-1] if found else None
        if last is None or last.style != piece.style:
            found.append(piece)
            continue
        gap = piece.x - last.x - last.style.width(last.text)
        between = " " if gap > NEAR else ""
        found[-1] = last._replace(text=f"{last.text}{between}{piece.text}")
    return tuple(found)


def length(line: Line) -> float:
    """Return how long a line is, in points."""
    last = line[-1]
    return last.x + last.style.width(last.text)

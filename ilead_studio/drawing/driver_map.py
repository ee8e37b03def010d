"""The map at the foot of the pages of one theory: which primary drivers stand on which page.

Lengths in points.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from ilead_studio.drawing.driver_asides import numbers
from ilead_studio.drawing.driver_pages import Members
from ilead_studio.drawing.fonts import REGULAR, SEMIBOLD
from ilead_studio.drawing.ops import Box, Op, Pen, Rect
from ilead_studio.drawing.sign_shapes import Sign
from ilead_studio.drawing.text import text_line, width
from ilead_studio.rules.outline import Row
from ilead_studio.words import say

_ABOVE: Final = 12.0
"""Air over the map."""
_LINE: Final = 16.0
_MOST_LINES: Final = 2
_SIZE: Final = 9.0
_BOX: Final = 13.0
_AIR: Final = 4.0
_GAP: Final = 12.0
_MORE: Final = "…"
_HERE: Final = Pen("ink", 1.2)
_ELSEWHERE: Final = Pen("edge", 0.7)


class Entry(NamedTuple):
    """A primary driver or a bone, and the pages on which it stands, counted from 0."""

    ref: str
    pages: Sequence[int]


def standing(rows: Sequence[Row], members: Sequence[Members]) -> list[Entry]:
    """Return what stands at the first level of the rows of each page, with its pages."""
    stands: dict[str, list[int]] = {}
    for number, page in enumerate(members):
        for row in (rows[at] for at in page):
            if row.depth == 1:
                stands.setdefault(row.ref, []).append(number)
    return [Entry(*it) for it in stands.items()]


class _Place(NamedTuple):
    entry: Entry
    x: float
    line: int


def map_height(refs: Iterable[str], room: float) -> float:
    """Return the height of the map of these primary drivers in a width, whatever their pages."""
    part = _part([Entry(ref, (87, 88)) for ref in refs], room)
    return _ABOVE + _LINE * (1 + max(it.line for it in part))


def map_of(entries: Sequence[Entry], page: int, count: int, room: float) -> Sign:
    """Draw the map of one of ``count`` pages, in which its own drivers are stronger.

    Of more drivers than go into two lines only its own and those after them are shown.
    """
    first, part = 0, _part(entries, room)
    if len(part) < len(entries):
        first = next(at for at, it in enumerate(entries) if page in it.pages)
        part = _part(entries[first:], room)
    ops = [*_words(_page_name(page, count), 0.0, 0, SEMIBOLD)]
    if first > 0:
        ops += _words(_MORE, _name_width(), 0)
    for place in part:
        ops += _entry(place, page in place.entry.pages)
    if first + len(part) < len(entries):
        ops += _words(_MORE, part[-1].x + _width(part[-1].entry), part[-1].line)
    return Sign(room, tuple(ops))


def _part(entries: Iterable[Entry], room: float) -> list[_Place]:
    """Set entries side by side until two lines are full."""
    more = width(_MORE, REGULAR, _SIZE) + _GAP
    start = _name_width() + more
    places: list[_Place] = []
    x, line = start, 0
    for entry in entries:
        wide = _width(entry)
        if x + wide + more > room and x > start:
            x, line = start, line + 1
        if line == _MOST_LINES:
            break
        places.append(_Place(entry, x, line))
        x += wide
    return places


def _page_name(page: int, count: int) -> str:
    return say("Page {number} of {count}", number=page + 1, count=count)


def _name_width() -> float:
    return width(_page_name(87, 88), SEMIBOLD, _SIZE) + _GAP


def _ref_width(ref: str) -> float:
    return width(ref, SEMIBOLD, _SIZE) + 2 * _AIR


def _width(entry: Entry) -> float:
    return _ref_width(entry.ref) + _AIR + width(numbers(entry.pages), SEMIBOLD, _SIZE) + _GAP


def _words(words: str, x: float, line: int, face: str = REGULAR) -> Iterator[Op]:
    base = _ABOVE + line * _LINE + _BOX / 2 + _SIZE * 0.33
    yield text_line(x, base, words, face, _SIZE, "ink_soft")


def _entry(place: _Place, is_here: bool) -> Iterator[Op]:
    """Draw a small box with the reference of a driver, and behind it its pages."""
    face, pen, ground = (SEMIBOLD, _HERE, "tint0") if is_here else (REGULAR, _ELSEWHERE, "paper")
    ref, wide = place.entry.ref, _ref_width(place.entry.ref)
    yield Rect(Box(place.x, _ABOVE + place.line * _LINE, wide, _BOX), 3.0, ground, pen)
    shift = (wide - width(ref, face, _SIZE)) / 2
    yield from _words(ref, place.x + shift, place.line, face)
    yield from _words(numbers(place.entry.pages), place.x + wide + _AIR, place.line, face)

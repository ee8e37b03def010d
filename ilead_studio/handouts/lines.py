"""Lines of words on a sheet, as the content of an element; another language in them is tagged.

An element that holds nothing else has that language; else its words stand in spans of their own.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from ilead_studio.drawing.ops import Point
from ilead_studio.handouts.ink import Stroke
from ilead_studio.handouts.runs import NEAR, Line, Piece, said
from ilead_studio.handouts.sheet import Sheet
from ilead_studio.handouts.structure import Element
from ilead_studio.packet.tongue import OwnWords

_STRUCK: Final = 0.27
"""How far above the baseline words are struck out, in parts of their size."""
_STRIKE: Final = Stroke(0.7)
_Placed = Sequence[tuple[Line, Point]]
_Spaced = tuple[Piece, bool]
"""A piece, and whether a space parts it from what is read next."""


def tagged(element: Element, lines: Sequence[Line], own: OwnWords) -> Sequence[Line]:
    """Return lines in which each piece has its language; all of one, and the element has it."""
    letters = [
        language for part, language in own.parts(said(tuple(lines))) for _ in "".join(part.split())
    ]
    if letters and all(letters):
        element.language = own.language
    if all(letters) or not any(letters):
        return lines
    left = iter(letters)
    return [tuple(it for piece in line for it in _parted(piece, left)) for line in lines]


def _parted(piece: Piece, left: Iterator[str]) -> Iterator[Piece]:
    """Cut a piece where the language changes; ``left`` are those of the letters from here on."""
    letters = [(at, letter) for at, letter in enumerate(piece.text) if not letter.isspace()]
    ends = [at for at, _ in letters[1:]] + [len(piece.text)]
    each = [(next(left, ""), end) for end in ends[: len(letters)]]
    begun = 0
    for language, its in groupby(each, key=lambda it: it[0]):
        end = [*its][-1][1]
        x = piece.x + piece.style.width(piece.text[:begun])
        yield Piece(piece.text[begun:end], piece.style, x, language)
        begun = end


def set_lines(
    sheet: Sheet, element: Element | None, placed: _Placed, *, goes_on: bool = False
) -> None:
    """Set lines with their pens at places, as the content of an element or as an artifact.

    With ``goes_on`` something follows on the last one.
    """
    if not placed or sheet.blank:
        return
    if element is not None and any(piece.language for line, _ in placed for piece in line):
        _set_in_spans(sheet, element, placed, goes_on=goes_on)
        return
    with sheet.marked(element) if element else sheet.artifact("Pagination"):
        for number, (line, at) in enumerate(placed, 1):
            _set(sheet, _spaced(line, goes_on=goes_on or number < len(placed)), at)


def _set_in_spans(sheet: Sheet, element: Element, placed: _Placed, *, goes_on: bool) -> None:
    """Set lines of which some words are in another language."""
    for number, (line, at) in enumerate(placed, 1):
        spaced = _spaced(line, goes_on=goes_on or number < len(placed))
        for language, pieces in groupby(spaced, key=lambda it: it[0].language):
            holder = element.add("Span", language=language) if language else element
            with sheet.marked(holder):
                _set(sheet, pieces, at)


def _spaced(line: Line, *, goes_on: bool) -> Iterator[_Spaced]:
    """Give the pieces of a line; those that a space parts are read as parted."""
    for number, piece in enumerate(line, 1):
        end = piece.x + piece.style.width(piece.text)
        yield piece, line[number].x > end + NEAR if number < len(line) else goes_on


def _set(sheet: Sheet, pieces: Iterable[_Spaced], at: Point) -> None:
    for piece, is_parted in pieces:
        sheet.text(piece.style.line(piece.text), (at[0] + piece.x, at[1]), goes_on=is_parted)
        if piece.style.struck:
            x, y = at[0] + piece.x, at[1] - piece.style.size * _STRUCK
            end = x + piece.style.width(piece.text)
            sheet.lines(((x, y), (end, y)), stroke=_STRIKE)

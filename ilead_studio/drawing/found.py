"""Where words that are looked for stand on a drawing."""

from collections.abc import Iterator

from ilead_studio.drawing.ops import Box, Group, TextLine, words_of
from ilead_studio.rules.find import Span, spans

_ABOVE, _BELOW = 0.78, 0.24
"""How far a mark reaches above and below the baseline, in parts of the text size."""


def found_boxes(group: Group, words: str) -> tuple[Box, ...]:
    """Return a box behind each piece of the words in a group's own text, in its coordinates.

    Words that are broken over two lines have a box on each.
    """
    lines = words_of(group)
    found = spans(" ".join(line.text for line in lines), words)
    return tuple(_boxes(lines, found)) if found else ()


def _boxes(lines: tuple[TextLine, ...], found: tuple[Span, ...]) -> Iterator[Box]:
    begins = 0
    for line in lines:
        ends = begins + len(line.text)
        for start, stop in found:
            first, last = max(start, begins) - begins, min(stop, ends) - begins
            if first < last:
                yield _box(line, first, last)
        begins = ends + 1


def _box(line: TextLine, first: int, last: int) -> Box:
    left, right = _place(line, first), _place(line, last)
    top = line.y - _ABOVE * line.size
    return Box(line.x + left, top, right - left, (_ABOVE + _BELOW) * line.size)


def _place(line: TextLine, at: int) -> float:
    """Return where a letter begins; where letters and glyphs differ, as if all were as wide."""
    if at >= len(line.text):
        return line.width
    if len(line.places) == len(line.text):
        return line.places[at]
    return line.width * at / len(line.text)

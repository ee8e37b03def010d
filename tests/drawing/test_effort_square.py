"""The square of effort and impact: its words stand in its fields, and no line runs through them."""

from collections.abc import Iterator

import pytest

from ilead_studio.drawing.effort_square import draw_square
from ilead_studio.drawing.ops import Drawing, Line, TextLine
from ilead_studio.drawing.text import width


def upright(drawing: Drawing) -> Iterator[Line]:
    for group in drawing.groups:
        yield from (it for it in group.ops if isinstance(it, Line) and it.start[0] == it.end[0])


def crossed(drawing: Drawing) -> Iterator[str]:
    for group in drawing.groups:
        for it in group.ops:
            if isinstance(it, TextLine):
                left, right = it.x, it.x + width(it.text, it.face, it.size)
                for line in upright(drawing):
                    is_beside = left < line.start[0] < right
                    if is_beside and line.start[1] < it.y - it.size * 0.2 < line.end[1]:
                        yield it.text


@pytest.mark.parametrize("size", [9.5, 18.0])
@pytest.mark.parametrize("room", [(498.0, 400.0), (340.0, 400.0), (260.0, 300.0)])
def test_no_line_runs_through_a_name(size: float, room: tuple[float, float]) -> None:
    assert [*crossed(draw_square([], room, size=size))] == []

"""How far ink reaches, and drawings of only some items."""

import pytest

from ilead_studio.drawing.extent import NOWHERE, around, ink_of, part_of
from ilead_studio.drawing.ops import (
    Box,
    Curve,
    Drawing,
    Group,
    Image,
    Line,
    Op,
    Pen,
    Polyline,
    Rect,
    placed_groups,
)
from ilead_studio.drawing.text import text_line

PEN = Pen("ink", 2.0)


def group(name: str, *ops: Op, x: float = 0.0, y: float = 0.0) -> Group:
    return Group(name, "why", x, y, Box(0, 0, 10, 10), NOWHERE, ops)


@pytest.mark.parametrize(
    ("op", "expected"),
    [
        (Rect(Box(-5, -5, 30, 20)), Box(-5, -5, 30, 20)),
        (Rect(Box(0, 0, 30, 20), pen=PEN), Box(-2, -2, 34, 24)),
        (Line((20, 30), (-10, 5), PEN), Box(-12, 0, 34, 32)),
        (Polyline(((0, 0), (40, -8)), pen=PEN), Box(-2, -10, 44, 20)),
        (Curve((0, 0), (((50, 0), (50, 50), (0, 50)),)), Box(0, 0, 50, 50)),
        (Image(Box(5, 5, 20, 20), b"", ""), Box(0, 0, 25, 25)),
        (group("inner", Line((0, 0), (99, 99), PEN)), Box(0, 0, 10, 10)),
    ],
)
def test_ink_is_the_items_area_and_all_it_paints(op: Op, expected: Box) -> None:
    assert ink_of(group("one", op)) == expected


def test_a_line_of_text_reaches_above_and_below_its_baseline() -> None:
    line = text_line(3, 20, "Ågy", "Regular", 10, "ink")
    ink = ink_of(group("one", line))
    assert ink == Box(0, 0, max(10, 3 + line.width), 23)


def test_nothing_is_nowhere() -> None:
    assert around([]) == NOWHERE


def test_a_part_holds_the_wanted_items_where_they_were() -> None:
    why = group("why", Line((0, 0), (8, 0), PEN), x=5, y=20)
    other = group("other", x=5, y=40)
    cause = group("cause", why, other, x=100, y=50)
    drawing = Drawing(Box(0, 0, 300, 300), (group("head"), cause))
    part = part_of(drawing, frozenset({"why"}))
    assert [(it.group.node_id, it.x, it.y) for it in placed_groups(part)] == [("why", 105, 70)]
    assert part.bounds == Box(103, 68, 12, 12)


def test_a_wanted_branch_keeps_its_wanted_twigs_inside() -> None:
    deep = group("deep", x=1, y=1)
    cause = group("cause", group("why", deep, x=5, y=20), group("no", x=5, y=40), x=100, y=50)
    part = part_of(Drawing(NOWHERE, (cause,)), frozenset({"cause", "why", "deep"}))
    places = {it.group.node_id: (it.x, it.y) for it in placed_groups(part)}
    assert places == {"cause": (100, 50), "why": (105, 70), "deep": (106, 71)}
    assert len(part.groups) == 1


def test_an_item_below_one_that_is_not_wanted_is_dropped_with_it_or_lifted_out() -> None:
    deep = group("deep", x=1, y=1)
    cause = group("cause", group("why", deep, x=5, y=20), x=100, y=50)
    lifted = part_of(Drawing(NOWHERE, (cause,)), frozenset({"deep"}))
    assert [(it.group.node_id, it.x, it.y) for it in placed_groups(lifted)] == [("deep", 106, 71)]
    assert part_of(Drawing(NOWHERE, (cause,)), frozenset()) == Drawing(NOWHERE, ())

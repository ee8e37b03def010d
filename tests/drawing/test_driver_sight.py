"""The links in a line of sight: whole lines from box to box."""

import pytest
from workbooks import key, reading

from ilead_studio.drawing.driver_sight import lines_in_sight
from ilead_studio.drawing.marks import View
from ilead_studio.drawing.ops import Box, Curve, Line, Op, Point, placed_groups
from ilead_studio.drawing.page import draw_page, plan_page
from ilead_studio.model import Workbook
from ilead_studio.rules.line_of_sight import line_of_sight
from ilead_studio.rules.outline import outline

ROOM = (700.0, 500.0)


def lit(names: set[str], view: View | None = None) -> tuple[tuple[Op, ...], dict[str, Box]]:
    """Return the links between items, and the boxes of the drawing."""
    workbook, view = reading(), view or View()
    page = workbook.theories[0]
    plan = plan_page(workbook, page, ROOM, view)
    page = page.model_copy(update={"plan": plan})
    drawing = draw_page(workbook, page, ROOM, view)
    boxes = {it.group.node_id: it.box for it in placed_groups(drawing)}
    return lines_in_sight(outline(workbook, page), plan, view, frozenset(map(key, names))), boxes


def ends(op: Op) -> tuple[Point, Point]:
    if isinstance(op, Line):
        return op.start, op.end
    assert isinstance(op, Curve)
    return op.start, op.arcs[-1][-1]


def beside(place: Point, boxes: dict[str, Box], *, left: bool) -> str:
    """Return the item at whose left or right side a point lies."""
    for name, box in boxes.items():
        side = box.x if left else box.right
        if abs(place[0] - side) < 10.0 and box.y <= place[1] <= box.bottom:
            return name.rstrip("z")
    return ""


@pytest.mark.parametrize(
    ("names", "links"),
    [
        ({"teach", "aim"}, {("teach", "aim")}),
        ({"hour", "teach"}, {("hour", "teach")}),
        ({"talk", "families"}, {("talk", "families")}),
        ({"hour", "families"}, set()),
        (
            {"talk", "daily", "families", "teach", "aim"},
            {("talk", "daily"), ("talk", "families"), ("daily", "teach"), ("teach", "aim"),
             ("families", "aim")},
        ),
    ],
)  # fmt: skip
def test_each_link_between_lit_items_is_one_whole_line(
    names: set[str], links: set[tuple[str, str]]
) -> None:
    ops, boxes = lit(names)
    lines = [op for op in ops if isinstance(op, Line | Curve)]
    found = {
        (beside(start, boxes, left=True), beside(end, boxes, left=False))
        for start, end in map(ends, lines)
    }
    assert found == links
    assert len(ops) == 2 * len(lines)  # an arrow head each


def test_a_weak_link_is_dotted_here_too() -> None:
    (weak, _), (strong, _) = lit({"talk", "families"})[0], lit({"daily", "teach"})[0]
    assert isinstance(weak, Line | Curve)
    assert isinstance(strong, Line | Curve)
    assert weak.pen is not None
    assert weak.pen.is_dotted
    assert strong.pen is not None
    assert not strong.pen.dash


def test_what_is_folded_away_has_no_line() -> None:
    ops, _ = lit({"talk", "daily", "teach"}, View(folded=frozenset({key("daily")})))
    assert len(ops) == 2


def test_the_line_of_sight_of_an_idea_reaches_the_aim() -> None:
    workbook: Workbook = reading()
    names = {it.rstrip("z") for it in line_of_sight(workbook, key("hour"))}
    assert len(lit(names)[0]) == 4

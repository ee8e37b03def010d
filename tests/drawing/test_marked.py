"""The marked diagram: each change by shape and word, and what was removed at its old place."""

import pytest
from hypothesis import given, settings
from random_workbooks import Edit, made, steps, workbooks
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.drawing.marked import draw_marked, view_of
from ilead_studio.drawing.ops import (
    Curve,
    Drawing,
    Group,
    Line,
    Pen,
    Rect,
    TextLine,
    placed_groups,
    words_of,
)
from ilead_studio.drawing.page import draw_page, plan_page
from ilead_studio.drawing.paper import PAPERS
from ilead_studio.drawing.signs import spoken_marks
from ilead_studio.model import FishbonePlan, Workbook, pages, replace
from ilead_studio.rules.changed import compared, lines_of, sections
from ilead_studio.rules.marked_page import marked_page

ROOM = PAPERS["letter"].wide().room
FISHBONE, THEORY = key("head"), key("aim")


def kept(workbook: Workbook) -> Workbook:
    return compared(workbook, "snapshot")


def drawn(new: Workbook, page_id: str, old: Workbook | None = None) -> Drawing:
    drawing = draw_marked(kept(old or both()), kept(new), page_id, ROOM)
    assert drawing is not None
    return drawing


def group(drawing: Drawing, name: str) -> Group:
    return next(it.group for it in placed_groups(drawing) if it.group.node_id == key(name))


def signs(it: Group) -> list[str]:
    """Return what is written besides an item's own words."""
    own = words_of(it)
    return [op.text for op in it.ops if isinstance(op, TextLine) and op not in own]


def frame(it: Group) -> list[tuple[float, tuple[float, ...]]]:
    """Return the width and the dashes of the edges of a box."""
    rects = [op for op in it.ops if isinstance(op, Rect) and op.box.w > 60 and op.pen]
    return [(op.pen.width, op.pen.dash) for op in rects if op.pen]


def test_a_page_on_which_nothing_changed_is_drawn_as_always() -> None:
    for page in pages(both()):
        assert drawn(both(), page.id) == draw_page(both(), page, ROOM)


def test_what_was_removed_is_struck_at_its_old_place() -> None:
    new = edits.delete(both(), [key("late")])
    drawing = drawn(new, FISHBONE)
    ids = [it.group.node_id for it in placed_groups(drawing)]
    assert ids == [
        it.group.node_id for it in placed_groups(draw_page(both(), both().fishbones[0], ROOM))
    ]
    late = group(drawing, "late")
    assert signs(late) == ["− removed"]
    assert sum(isinstance(op, Line) for op in late.ops) == 2, "its twig and its stroke"


def test_what_was_added_has_a_thick_edge_and_a_filled_pill() -> None:
    new = edits.add(both(), "driver", key("new"), "One list", key("teach"), None)
    it = group(drawn(new, THEORY), "new")
    assert signs(it) == ["+ added"]
    assert frame(it)[0][0] > 2


def test_what_was_reworded_has_a_double_edge_and_its_old_words_below() -> None:
    new = edits.rename(edits.rename(both(), key("daily"), "Reading each day"), key("late"), "Late")
    it = group(drawn(new, THEORY), "daily")
    assert signs(it) == ["reworded", "was “Daily reading”"]
    assert len(frame(it)) == 2
    assert [line.text for line in words_of(it)] == ["Reading each day"]
    below = " ".join(signs(group(drawn(new, FISHBONE), "late")))
    assert below == "was “Buses come late” reworded"


def test_edges_differ_by_shape_so_that_grey_paper_tells_them_apart() -> None:
    new = edits.rename(both(), key("daily"), "Reading each day")
    new = edits.delete(new, [key("talk")])
    new = edits.unlink(edits.link(new, key("hour"), key("families")), key("hour"), key("teach"))
    new = edits.add(new, "driver", key("new"), "One list", key("teach"), None)
    drawing = drawn(new, THEORY)
    edges = {tuple(frame(group(drawing, it))) for it in ("daily", "talk", "hour", "new", "teach")}
    assert len(edges) == 5


def pens(it: Group, role: str) -> list[Pen]:
    """Return the pens of the lines of an item in a role."""
    lines = [op.pen for op in it.ops if isinstance(op, Line | Curve) and op.pen]
    return [pen for pen in lines if pen.role == role]


def test_a_new_link_is_thick_and_a_weak_one_dotted_besides() -> None:
    strong = edits.link(both(), key("hour"), key("families"))
    weak = edits.link(both(), key("hour"), key("families"), "weak")
    (one,) = pens(group(drawn(strong, THEORY), "hour"), "accent")
    (other,) = pens(group(drawn(weak, THEORY), "hour"), "accent")
    assert min(one.width, other.width) > 2
    assert not one.is_dotted
    assert other.is_dotted


def test_a_link_that_was_is_broken_and_crossed_out() -> None:
    linked = edits.link(both(), key("hour"), key("families"))
    hour = group(drawn(edits.unlink(linked, key("hour"), key("families")), THEORY, linked), "hour")
    (broken,) = pens(hour, "ink_soft")
    assert broken.dash
    assert len(pens(hour, "ink")) == 2, "the cross"
    assert not pens(group(drawn(linked, THEORY, linked), "hour"), "ink")


def test_by_the_plan_of_the_page_as_it_is_seen_all_stands_where_it_stands_there() -> None:
    new = edits.rename(both(), key("late"), "Late")
    page = new.fishbones[0]
    plan = plan_page(new, page, ROOM)
    assert isinstance(plan, FishbonePlan)
    wider = replace(plan, spread=plan.spread + 50)
    drawing = draw_marked(kept(both()), kept(new), FISHBONE, ROOM, wider)
    seen = draw_page(new, replace(page, plan=wider), ROOM)
    assert drawing is not None
    assert drawing.bounds.w == pytest.approx(seen.bounds.w, rel=0.05)


def test_several_changes_of_an_item_are_counted() -> None:
    new = edits.put(edits.rename(both(), key("late"), "Late"), [key("late")], evidence="supported")
    assert "2 changes" in signs(group(drawn(new, FISHBONE), "late"))


def test_a_reader_hears_what_changed() -> None:
    new = edits.rename(both(), key("late"), "Late")
    marked = marked_page(kept(both()), kept(new), FISHBONE)
    assert marked is not None
    marks = view_of(marked).of(key("late"))
    assert spoken_marks(marks) == "hunch, reworded, was “Buses come late”"


def test_a_page_that_is_gone_cannot_be_marked() -> None:
    new = edits.delete_page(both(), FISHBONE)
    assert draw_marked(both(), new, FISHBONE, ROOM) is None


@pytest.mark.parametrize("is_new", [True, False])
def test_a_new_page_is_drawn_whole(is_new: bool) -> None:
    new = edits.add_fishbone(both(), key("other"), "Other", "Head")
    marked = marked_page(both(), new, key("other") if is_new else FISHBONE)
    assert marked is not None
    assert {it.sort for it in marked.changes.values()} == ({"added"} if is_new else set())


@settings(max_examples=30)
@given(workbooks, steps)
def test_every_item_of_now_and_every_removed_one_is_drawn_once(
    old: Workbook, done: list[Edit]
) -> None:
    new = made(old, done)
    told = [*lines_of(sections(old, new))]
    for page in pages(new):
        drawing = draw_marked(old, new, page.id, ROOM)
        assert drawing is not None
        ids = [it.group.node_id for it in placed_groups(drawing)]
        assert len({*ids}) == len(ids)
        now = [it.group.node_id for it in placed_groups(draw_page(new, page, ROOM))]
        gone = [it.item_id for it in told if it.sort == "removed" and it.page_id == page.id]
        assert {*ids} == {*now, *gone}

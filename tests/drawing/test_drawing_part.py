"""A picture of some items alone."""

import pytest
from drawing_pages import fishbone, fishbones, item_id, read, theories
from hypothesis import given, settings
from hypothesis import strategies as st

from ilead_studio.drawing.ops import Box, Curve, Group, Image, Line, Pen, placed_groups
from ilead_studio.drawing.page import draw_page
from ilead_studio.drawing.part import extent, part
from ilead_studio.rules.outline import outline

LETTER = (720.0, 500.0)


def ids(drawing):
    return [placed.group.node_id for placed in placed_groups(drawing)]


def test_only_the_chosen_items_are_left_at_their_places():
    whole = draw_page(*fishbone("Head", read("One\n  a\n    why\nTwo")), LETTER)
    chosen = part(whole, {item_id(3), item_id(4)})
    before = {it.group.node_id: (it.box, it.text_box) for it in placed_groups(whole)}
    assert ids(chosen) == [item_id(3), item_id(4)]
    for placed in placed_groups(chosen):
        assert (placed.box, placed.text_box) == before[placed.group.node_id]


def test_of_nothing_chosen_there_is_an_empty_picture():
    whole = draw_page(*fishbone("Head", []), LETTER)
    assert part(whole, ()).groups == ()
    assert part(whole, {"gone"}).bounds.w > 0


@settings(max_examples=40, deadline=None)
@given(st.one_of(fishbones(most=15), theories(most=15)), st.data())
def test_a_part_holds_what_was_chosen_and_all_its_ink(pages, data):
    rows = outline(*pages)
    chosen = data.draw(st.sets(st.sampled_from([row.id for row in rows]), min_size=1))
    drawing = part(draw_page(*pages, LETTER), chosen)
    assert ids(drawing) == [row.id for row in rows if row.id in chosen]
    for placed in placed_groups(drawing):
        for op in placed.group.ops:
            box = extent(op).moved(placed.x, placed.y)
            assert box.x >= drawing.bounds.x - 0.001
            assert box.y >= drawing.bounds.y - 0.001
            assert box.right <= drawing.bounds.right + 0.001
            assert box.bottom <= drawing.bounds.bottom + 0.001


def test_everything_paints_somewhere():
    pen = Pen("ink", 2.0)
    assert extent(Line((1, 2), (5, 2), pen)) == Box(0, 1, 6, 2)
    assert extent(Curve((0, 0), (((0, 4), (4, 4), (4, 0)),), pen=pen)) == Box(-1, -1, 6, 6)
    assert extent(Image(Box(1, 2, 3, 4), b"", "")) == Box(1, 2, 3, 4)
    group = Group("a", "cause", 9, 9, Box(0, 0, 2, 2), Box(0, 0, 1, 1), ())
    assert extent(group) == Box(9, 9, 2, 2)
    assert extent(Line((0, 0), (0, 0), Pen("ink", 0.0))).w == pytest.approx(0.0)

"""How a fishbone is drawn."""

import time

import pytest
from drawing_checks import faults, words_of
from drawing_pages import fishbone, fishbones, item_id, read
from hypothesis import given, settings
from hypothesis import strategies as st

from ilead_studio.drawing import fishbone_blocks, text
from ilead_studio.drawing.fishbone import draw_fishbone, find_plan
from ilead_studio.drawing.ops import Curve, Group, Line, placed_groups, smallest_words
from ilead_studio.drawing.page import draw_page, fit
from ilead_studio.model import FishbonePlan, replace
from ilead_studio.rules.outline import Role, outline

LETTER = (720.0, 500.0)
PLANS = st.builds(
    FishbonePlan,
    room=st.just(LETTER),
    wrap=st.sampled_from((88.0, 122.0, 200.0)),
    row_gap=st.sampled_from((4.0, 14.0)),
    spread=st.sampled_from((0.0, 32.0)),
    slope=st.sampled_from((0.36, 0.17)),
)
SMALL = """
Time is already spent
  Duty periods replace planning
    Two rooms, three preparations
  Data entry takes an hour a day
Support arrives late
  Mentors are matched in October
    Hiring runs until 20 August
      No one owns the match
"""


@settings(max_examples=60, deadline=None)
@given(fishbones(), PLANS, st.booleans())
def test_nothing_overlaps_is_crossed_or_lost(pages, plan, mirrored):
    rows = outline(*pages)
    assert faults(draw_fishbone(rows, plan, mirrored), rows) == []


@settings(max_examples=40, deadline=None)
@given(fishbones(), PLANS)
def test_the_mirror_image_is_exact(pages, plan):
    rows = outline(*pages)
    one, two = draw_fishbone(rows, plan), draw_fishbone(rows, plan, mirrored=True)
    assert two.bounds == (-one.bounds.right, *one.bounds[1:])
    for here, there in zip(one.groups, two.groups, strict=True):
        if here.role == Role.CAUSE.value:
            assert mirrored_line(here) == twig(there)
            assert whys(here) == whys(there)
        else:
            assert there.x + there.box.x == -(here.x + here.box.right)
            assert there.y + there.box.y == here.y + here.box.y


def twig(cause: Group) -> Line:
    line = cause.ops[0]
    assert isinstance(line, Line)
    ends = [(cause.x + x, cause.y + y) for x, y in (line.start, line.end)]
    return Line(min(ends), max(ends), line.pen)


def mirrored_line(cause: Group) -> Line:
    line = twig(cause)
    return Line((-line.end[0], line.end[1]), (-line.start[0], line.start[1]), line.pen)


def whys(cause: Group) -> tuple[object, ...]:
    """A block's words stay as they are; only its twig turns."""
    return cause.ops[1:]


@settings(max_examples=15, deadline=None)
@given(fishbones(most=20))
def test_the_picture_follows_from_the_page_alone(pages):
    rows = outline(*pages)
    plan = find_plan(rows, LETTER)
    before = draw_fishbone(rows, plan)
    for kept in (fishbone_blocks.measured, fishbone_blocks._ops, text.label, text._set):
        kept.cache_clear()
    assert find_plan(rows, LETTER) == plan
    assert draw_fishbone(rows, plan) == before


def test_bones_alternate_and_read_from_the_tail_to_the_head():
    workbook, page = fishbone("Effect", read("A\nB\nC\nD"))
    drawing = draw_page(workbook, page, LETTER)
    bones = [it for it in placed_groups(drawing) if it.group.role == "bone"]
    assert [it.box.y < 0 for it in bones] == [True, False, True, False]
    assert bones[0].box.x < bones[2].box.x < 0
    assert bones[1].box.x < bones[3].box.x


def test_causes_stand_from_top_to_bottom_on_both_sides():
    workbook, page = fishbone("Effect", read("Up\n  a\n  b\n  c\nDown\n  d\n  e\n  f"))
    drawing = draw_page(workbook, page, LETTER)
    tops = [it.y for it in placed_groups(drawing) if it.group.role == "cause"]
    assert tops[:3] == sorted(tops[:3])
    assert tops[3:] == sorted(tops[3:])
    assert max(tops[:3]) < 0 < min(tops[3:])


def test_an_unchanged_block_is_the_very_same_operations():
    workbook, page = fishbone("Effect", read(SMALL))
    plan = FishbonePlan(room=LETTER, wrap=122.0, row_gap=8.0, spread=0.0, slope=0.24)
    before = draw_page(workbook, replace(page, plan=plan), LETTER)
    workbook, page = fishbone("Effect", [*read(SMALL), (2, "One cause more")])
    after = draw_page(workbook, replace(page, plan=plan), LETTER)
    kept = {group.node_id: group.ops for group in after.groups}
    causes = [group for group in before.groups if group.role == "cause"]
    assert len(causes) == 3
    assert all(kept[group.node_id] is group.ops for group in causes)


def test_one_more_cause_moves_other_lists_only_as_a_whole():
    plan = FishbonePlan(room=LETTER, wrap=122.0, row_gap=8.0, spread=0.0, slope=0.24)
    levels = read("One\n  a\n  b\n    why\nTwo\n  c\nThree\n  d\n  e\nFour\n  f\n  g")
    before, after = (
        draw_page(workbook, replace(page, plan=plan), LETTER)
        for workbook, page in (fishbone("Effect", levels), fishbone("Effect", [*levels, (2, "h")]))
    )
    places = {it.group.node_id: (it.x, it.y) for it in placed_groups(after)}
    list_of_one = [
        it for it in placed_groups(before) if it.group.node_id in map(item_id, (2, 3, 4))
    ]
    shifts = {
        (places[it.group.node_id][0] - it.x, places[it.group.node_id][1] - it.y)
        for it in list_of_one
    }
    assert len(shifts) == 1


def test_a_seventh_bone_is_dashed():
    workbook, page = fishbone("Effect", [(1, f"Bone {number}") for number in range(8)])
    drawing = draw_page(workbook, page, LETTER)
    dashed = [
        any(isinstance(op, Curve) and op.pen and op.pen.dash for op in group.ops)
        for group in drawing.groups[1:]
    ]
    assert dashed == [False] * 6 + [True] * 2


def test_an_empty_page_is_a_spine_with_a_head():
    workbook, page = fishbone("", [])
    drawing = draw_page(workbook, page, LETTER)
    assert [group.node_id for group in drawing.groups] == [page.id]
    assert drawing.bounds.w > 300
    assert drawing.groups[0].text_box.w >= 60


@pytest.mark.parametrize("causes", [0, 1, 40])
def test_a_bone_may_have_any_number_of_causes(causes):
    levels = [(1, "Many"), *[(2, f"Cause {number}") for number in range(causes)], (1, "None")]
    workbook, page = fishbone("Effect", levels)
    rows = outline(workbook, page)
    assert faults(draw_page(workbook, page, LETTER), rows) == []


def test_forty_levels_of_whys_stand_beside_each_other():
    workbook, page = fishbone("Effect", [(level, f"Level {level}") for level in range(1, 41)])
    rows = outline(workbook, page)
    assert faults(draw_page(workbook, page, LETTER), rows) == []


def test_a_label_of_2000_characters_is_set_whole():
    long = "word " * 399 + "final"
    workbook, page = fishbone(long, [(1, long), (2, long), (3, "x" * 2_000)])
    rows = outline(workbook, page)
    drawing = draw_page(workbook, page, LETTER)
    assert faults(drawing, rows) == []
    assert words_of(drawing)[item_id(3)] == "x" * 2_000


def test_thirty_causes_read_well_on_letter():
    levels = []
    for bone in range(6):
        levels.append((1, f"Category number {bone}"))
        levels += [(2, "Too little information for school-teacher match")] * 4
    workbook, page = fishbone("New teachers leave within three years", levels)
    drawing = draw_page(workbook, page, LETTER)
    assert smallest_words(drawing) * fit(drawing, LETTER) >= 8.5


def test_a_small_picture_is_not_blown_up():
    workbook, page = fishbone("Effect", read("One\n  a"))
    assert fit(draw_page(workbook, page, (5_000.0, 5_000.0)), (5_000.0, 5_000.0)) == 1.30


def test_a_thousand_causes_are_quick():
    levels = [
        (level, f"Why number {at} is so and not otherwise")
        for at in range(120)
        for level in ((1, 2, 3, 4, 3, 2, 3, 2) if at % 15 == 0 else (2, 3, 4, 3, 4, 2, 3, 2))
    ]
    workbook, page = fishbone("Effect", levels)
    rows = outline(workbook, page)
    plan = find_plan(rows, LETTER)
    seconds = []
    for _ in range(4):
        start = time.process_time()
        draw_fishbone(rows, plan)
        seconds.append(time.process_time() - start)
    assert min(seconds) < 0.1

"""How a fishbone is drawn."""

import pytest
from drawing_checks import faults, words_of
from drawing_pages import fishbone, item_id, read
from fishbone_checks import fishbone_faults, legend

from ilead_studio.drawing.fishbone import draw_fishbone, find_plan
from ilead_studio.drawing.marks import Marks, View, Whose
from ilead_studio.drawing.ops import Curve, Line, placed_groups, smallest_words
from ilead_studio.drawing.page import draw_page, fit
from ilead_studio.model import FishbonePlan, replace
from ilead_studio.rules.outline import outline

LETTER = (720.0, 500.0)
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


def long_bone(causes: int, first: str = "Long"):
    return [(1, first), *[(2, f"Cause number {number}") for number in range(causes)]]


def ribs(drawing, bone: str) -> int:
    """Count the ribs of a bone: curves as heavy as only ribs are."""
    (group,) = [group for group in drawing.groups if group.node_id == bone]
    return sum(isinstance(op, Curve) and bool(op.pen) and op.pen.width == 1.9 for op in group.ops)


def test_a_list_too_tall_for_the_page_hangs_on_several_ribs_under_one_box():
    workbook, page = fishbone("Effect", [*long_bone(40), (1, "Short"), (2, "a")])
    drawing = draw_page(workbook, page, LETTER)
    assert ribs(drawing, item_id(1)) > 1
    assert ribs(drawing, item_id(42)) == 1
    assert smallest_words(drawing) * fit(drawing, LETTER) >= 8.0


def test_ribs_are_filled_in_order_like_the_columns_of_a_newspaper():
    workbook, page = fishbone("Effect", long_bone(24))
    plan = FishbonePlan(room=LETTER, wrap=122.0, row_gap=4.0, spread=0.0, slope=0.24, ribs=(3,))
    drawing = draw_page(workbook, replace(page, plan=plan), LETTER)
    tops = [group.y for group in drawing.groups if group.role == "cause"]
    assert [at for at in range(1, 24) if tops[at] < tops[at - 1]] == [8, 16]


def test_a_short_list_is_never_split():
    workbook, page = fishbone("Effect", long_bone(5))
    plan = FishbonePlan(room=LETTER, wrap=122.0, row_gap=4.0, spread=0.0, slope=0.24, ribs=(3,))
    assert ribs(draw_page(workbook, replace(page, plan=plan), LETTER), item_id(1)) == 1


def test_thirty_whys_of_one_cause_hang_in_columns_on_its_twig():
    levels = [(1, "Time"), (2, "Mentors have no time"), *[(3, f"Why {at}") for at in range(34)]]
    workbook, page = fishbone("Effect", levels)
    rows = outline(workbook, page)
    drawing = draw_page(workbook, page, LETTER)
    cause = drawing.groups[2]
    whys = [op for op in cause.ops if isinstance(op, type(cause))]
    twig = cause.ops[0]
    assert isinstance(twig, Line)
    assert len({why.x for why in whys}) >= 2
    assert all(twig.start[0] <= why.x <= twig.end[0] for why in whys)
    assert faults(drawing, rows) == []


@pytest.mark.parametrize("depth", [3, 4, 7])
def test_many_whys_of_a_why_hang_in_columns_on_a_rail_below_it(depth):
    way = [(level, f"Level {level}") for level in range(1, depth + 1)]
    levels = [*way, *[(depth + 1, f"Reason {at}") for at in range(34)], (depth, "After them all")]
    workbook, page = fishbone("Effect", levels)
    rows = outline(workbook, page)
    drawing = draw_page(workbook, page, LETTER)
    placed = {it.group.node_id: it for it in placed_groups(drawing)}
    whys = [placed[item_id(depth + number)] for number in range(1, 35)]
    lefts = sorted({why.x for why in whys})
    above, after = placed[item_id(depth)], placed[item_id(depth + 35)]
    rails = [why.group.ops[0] for why in whys if len(why.group.ops[0].points) == 4]
    assert len(lefts) == 1 + len(rails) >= 2
    assert min(why.y for why in whys) == above.text_box.bottom + 2.0
    assert after.y > max(why.text_box.bottom for why in whys)
    assert after.x == above.x
    assert fishbone_faults(drawing, rows, View()) == []


def test_columns_are_cut_at_the_highest_place_that_is_enough():
    families = [
        [(3, f"Family {at}"), *[(4, f"Why {at} {why}") for why in range(11)]] for at in (1, 2)
    ]
    levels = [(1, "Bone"), (2, "Cause"), *families[0], *families[1]]
    drawing = draw_page(*fishbone("Effect", levels), LETTER)
    placed = {it.group.node_id: it for it in placed_groups(drawing)}
    one, two = placed[item_id(3)], placed[item_id(15)]
    assert (one.y, one.x < two.x) == (two.y, True)
    assert len({placed[item_id(at)].x for at in range(4, 15)}) == 1


def test_a_sign_takes_room_only_where_it_stands():
    workbook, page = fishbone("Effect", read(SMALL))
    plan = FishbonePlan(room=LETTER, wrap=122.0, row_gap=8.0, spread=0.0, slope=0.24)
    page = replace(page, plan=plan)
    before = draw_page(workbook, page, LETTER, View())
    after = draw_page(workbook, page, LETTER, View(marks={item_id(2): Marks(evidence="hunch")}))
    changed = [
        a.node_id for a, b in zip(before.groups, after.groups, strict=True) if a.ops != b.ops
    ]
    assert changed == [page.id, item_id(2)]  # the head has the legend


def test_the_legend_stands_in_the_free_corner_beside_the_head():
    marks = {item_id(4): Marks(evidence="hunch", votes=2), item_id(5): Marks(root=True)}
    for levels, side in (([*long_bone(12), (1, "Low")], -1), ([(1, "High"), *long_bone(12)], 1)):
        workbook, page = fishbone("Pupils miss school", levels)
        plain = draw_page(workbook, page, LETTER)
        drawing = draw_page(workbook, page, LETTER, View(marks=marks))
        head = drawing.groups[0].box
        assert [line.text for line in legend(drawing)] == ["hunch", "ROOT", "root cause", "votes"]
        assert all(head.x <= line.x < head.right for line in legend(drawing))
        assert all(line.y * side > head.bottom for line in legend(drawing))
        assert drawing.bounds.h - plain.bounds.h < 15.0 * 3


def test_a_picture_without_a_corner_has_its_legend_below():
    workbook, page = fishbone("Effect", read("One\n  a\nTwo\n  b"))
    marks = Marks(evidence="hunch", votes=1, root=True, alias=True, has_note=True, folded=2)
    drawing = draw_page(workbook, page, LETTER, View(marks={item_id(2): marks}))
    lowest = max(it.box.bottom for it in placed_groups(drawing))
    assert all(line.y > lowest for line in legend(drawing))


def test_a_wide_category_box_reaches_over_its_own_list():
    words = "Preparation programs and districts"
    drawing = draw_page(*fishbone("Effect", [(1, words), (2, "a"), (2, "b")]), LETTER)
    bone = drawing.groups[1]
    (rib,) = [op for op in bone.ops if isinstance(op, Curve) and op.pen.width == 1.9]
    assert bone.box.w > 100
    assert bone.box.right - rib.start[0] == pytest.approx(50.0, abs=0.1)


def test_a_folded_branch_is_its_head_with_the_number_of_what_is_hidden():
    workbook, page = fishbone("Effect", read(SMALL))
    view = View(folded=frozenset({item_id(2), item_id(5)}))
    drawing = draw_page(workbook, page, LETTER, view)
    names = [it.group.node_id for it in placed_groups(drawing)]
    assert names == [page.id, *map(item_id, (1, 2, 4, 5))]
    said = {
        group.node_id: {getattr(op, "text", "") for op in group.ops} for group in drawing.groups
    }
    assert "+1" in said[item_id(2)]
    assert "+3" in said[item_id(5)]


def test_colour_may_tell_evidence_while_the_bones_are_quiet():
    workbook, page = fishbone("Effect", read(SMALL))
    view = View(marks={item_id(2): Marks(evidence="supported")}, colour_by="evidence")
    groups = {group.node_id: group for group in draw_page(workbook, page, LETTER, view).groups}
    rib, twig, other = (groups[item_id(at)].ops[0] for at in (1, 2, 4))
    assert (rib.pen.role, twig.pen.role, other.pen.role) == (
        "ink_soft_line",
        "good_line",
        "ink_soft_line",
    )


@pytest.mark.parametrize(
    ("by", "marks"),
    [
        ("party", Marks(parties=(Whose("U", 1),))),
        ("lens", Marks(lenses=("time",))),
        ("votes", Marks(votes=3)),
    ],
)
def test_the_legend_shows_the_line_that_a_mark_gives(by: str, marks: Marks):
    workbook, page = fishbone("Effect", read(SMALL))
    view = View(marks={item_id(2): marks}, colour_by=by)
    groups = {group.node_id: group for group in draw_page(workbook, page, LETTER, view).groups}
    twig = groups[item_id(2)].ops[0]
    legend = groups[page.id].ops
    lines = [op for op in legend if isinstance(op, Line) and op.end[0] - op.start[0] == 12.0]
    assert [line.pen for line in lines] == [twig.pen]
    if by == "lens":
        assert "time" in {getattr(op, "text", "") for op in legend}


def test_a_root_cause_stands_on_a_heavy_line_in_its_own_colour():
    workbook, page = fishbone("Effect", read(SMALL))
    drawing = draw_page(workbook, page, LETTER, View(marks={item_id(2): Marks(root=True)}))
    twig = drawing.groups[2].ops[0]
    assert (twig.pen.role, twig.pen.width) == ("root_line", 2.2)


def test_no_word_hangs_alone_on_the_last_line_of_the_head():
    head = "New-teacher turnover is high and new teachers do not become effective fast enough"
    drawing = draw_page(*fishbone(head, []), LETTER)
    lines = [op for op in drawing.groups[0].ops if getattr(op, "text", "")]
    box = drawing.groups[0].box
    assert " " in lines[-1].text
    assert 0.6 <= box.w / box.h <= 1.6


def test_twelve_long_bones_and_none_are_searched_alike():
    long = "A category whose name goes on and on until nobody listens any more"
    rows = outline(*fishbone("", [(1, f"{long} {number}") for number in range(12)]))
    assert faults(draw_fishbone(rows, find_plan(rows, LETTER)), rows) == []

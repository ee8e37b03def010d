"""How a driver diagram is drawn."""

import os
import time
from itertools import pairwise
from random import Random

from drawing_checks import faults, outside, overlaps, segments, stray_text
from drawing_pages import item_id, read, theories, theory
from hypothesis import given, settings
from hypothesis import strategies as st

from ilead_studio.drawing.driver import draw_theory, find_theory_plan
from ilead_studio.drawing.driver_columns import tree_of
from ilead_studio.drawing.driver_frame import Path
from ilead_studio.drawing.driver_plan import Arranged, arranged
from ilead_studio.drawing.marks import Marks, View, Whose
from ilead_studio.drawing.ops import (
    Curve,
    Drawing,
    Group,
    Line,
    Pen,
    Polyline,
    Rect,
    TextLine,
    placed_groups,
    smallest_words,
    words_of,
)
from ilead_studio.drawing.page import draw_page, fit
from ilead_studio.model import TheoryPlan
from ilead_studio.rules.outline import Row, outline

LETTER = (720.0, 500.0)
PLANS = st.builds(
    TheoryPlan,
    room=st.just(LETTER),
    widths=st.lists(st.sampled_from((88.0, 120.0, 216.0)), min_size=1, max_size=5).map(tuple),
    air=st.sampled_from((0.2, 0.5, 1.0, 2.2)),
)
TREES = int(os.environ.get("ILEAD_STUDIO_TREES", "150"))
"""How many theories are grown for the tests of the geometry."""
SMALL = """
Meals
  Knows how to cook
    idea: Cooking class
  Plans ahead
    idea: Menu for a week
idea: Walk to school
"""


@settings(max_examples=TREES, deadline=None)
@given(theories(), PLANS)
def test_nothing_overlaps_is_crossed_or_lost(pages, plan):
    rows = outline(*pages)
    assert faults(draw_theory(rows, plan), rows) == []


@settings(max_examples=TREES, deadline=None)
@given(theories(), PLANS)
def test_links_to_different_parents_never_lie_on_each_other(pages, plan):
    rows = outline(*pages)
    whole = arranged(tree_of(rows), plan)
    assert list(lying_together(list(ways(whole)))) == []


def ways(whole: Arranged):
    """Return every link of a theory as points, however its pieces are shared."""
    yield from whole.paths
    tree, ports, x = whole.stack.tree, whole.stack.heights.ports, whole.frame
    for child in range(1, len(tree.rows)):
        node, points = child, [(x.lefts[tree.columns[child]], ports[child])]
        while node == child or tree.is_pass(node):
            up = tree.up[node]
            trunk = x.trunks[tree.columns[up]]
            points += [(trunk, ports[node]), (trunk, ports[up])]
            node = up
        points.append((x.arrow(tree.columns[node]), ports[node]))
        yield Path(child, node, False, tuple(points))


def lying_together(links: list[Path]):
    """Return pairs of pieces of different nets that run together for more than a point."""
    runs = {(a, b, it.parent) for it in links for a, b in pairwise(it.points)}
    for along, across in ((0, 1), (1, 0)):
        straight = sorted(
            (a[across], *sorted((a[along], b[along])), parent)
            for a, b, parent in runs
            if a[across] == b[across]
        )
        for at, (level, low, high, parent) in enumerate(straight):
            for other in straight[at + 1 :]:
                if other[0] - level >= 1.0:
                    break
                if other[3] != parent and min(high, other[2]) - max(low, other[1]) > 1.0:
                    yield (level, low, high), other


@settings(max_examples=15, deadline=None)
@given(theories(most=15))
def test_the_picture_follows_from_the_page_alone(pages):
    rows = outline(*pages)
    plan = find_theory_plan(rows, LETTER)
    assert find_theory_plan(rows, LETTER) == plan
    assert draw_theory(rows, plan) == draw_theory(rows, plan)


def boxes(drawing: Drawing):
    return {it.group.node_id: it.box for it in placed_groups(drawing)}


def groups(drawing: Drawing) -> list[Group]:
    """Return all groups, the outer before the inner."""
    return [it.group for it in placed_groups(drawing)]


def own(drawing: Drawing, number: int) -> Group:
    return next(it for it in groups(drawing) if it.node_id == item_id(number))


def pens(group: Group) -> set[Pen]:
    """Return the pens of an item's links."""
    return {op.pen for op in group.ops if isinstance(op, Line | Curve) and op.pen}


def draw(levels: str, further=()) -> tuple[Drawing, tuple[Row, ...]]:
    workbook, page = theory("Aim", read(levels), list(further))
    return draw_page(workbook, page, LETTER), outline(workbook, page)


def test_all_change_ideas_share_the_last_column():
    drawing, rows = draw(SMALL)
    ideas = {boxes(drawing)[row.id].x for row in rows if row.role.value == "idea"}
    drivers = {boxes(drawing)[row.id].x for row in rows if row.role.value == "driver"}
    assert len(ideas) == 1
    assert min(ideas) > max(drivers)


def test_columns_are_named_as_far_as_they_go():
    drawing, _ = draw("a\n  b\n    c\n      d\n        idea: e")
    headings = [op.text for op in drawing.groups[0].ops if isinstance(op, TextLine)]
    assert headings == [
        "Aim", "Primary drivers", "Secondary drivers", "Tertiary drivers", "Drivers, level 4",
        "Change ideas", "Aim",
    ]  # fmt: skip


def test_a_parent_stands_in_the_middle_of_its_children():
    drawing, _ = draw("a\n  b\n  c\n  d")
    found = boxes(drawing)
    middle = found[item_id(1)].y + found[item_id(1)].h / 2
    assert middle == (found[item_id(2)].y + found[item_id(4)].bottom) / 2


def test_a_shared_item_is_drawn_once_with_a_link_to_each_parent():
    drawing, rows = draw("a\n  b\nc\n  d", [(2, 3, False)])
    assert [it.node_id for it in groups(drawing)] == [row.id for row in rows]
    arrows = [op for group in groups(drawing) for op in group.ops if isinstance(op, Polyline)]
    assert len(arrows) == 3  # at the aim, at a, and one at c for both of its links


def test_a_weak_link_is_dotted_and_a_strong_one_solid():
    drawing, _ = draw("a\n  b\nc", [(2, 3, True)])
    assert [pen.is_dotted for pen in sorted(pens(own(drawing, 2)), key=lambda it: it.dash)] == [
        False,
        True,
    ]
    assert not any(pen.is_dotted for pen in pens(own(drawing, 1)))


def rings(drawing: Drawing) -> set[str]:
    """Return the items whose links carry a ring; the aim only holds the legend's."""
    return {
        group.node_id
        for group in groups(drawing)[1:]
        if any(isinstance(op, Rect) and op.fill == "paper" and op.box.w < 10 for op in group.ops)
    }


def test_a_link_that_skips_a_column_of_drivers_carries_a_ring():
    drawing, _ = draw("a\n  b\n    c\n      d\n  e", [(5, 3, False), (4, 1, True)])
    assert rings(drawing) == {item_id(4), item_id(5)}


def test_an_idea_that_only_reaches_the_ideas_column_carries_no_ring():
    assert rings(draw(SMALL)[0]) == set()


def test_arrows_end_two_points_before_the_box():
    drawing, _ = draw("a\n  b")
    tips = [
        min(op.points)[0] + it.x
        for it in placed_groups(drawing)
        for op in it.group.ops
        if isinstance(op, Polyline)
    ]
    found = boxes(drawing)
    assert tips == [found[item_id(0)].right + 2.0, found[item_id(1)].right + 2.0]


def test_no_piece_of_a_line_is_drawn_twice():
    drawing, _ = draw("a\n  b\n  c\n  d\n  e\nf\n  g", [(2, 6, True), (3, 6, True), (4, 6, False)])
    straight = [(a, b) for _, a, b in segments(drawing) if a[0] == b[0] or a[1] == b[1]]
    for at, (a, b) in enumerate(straight):
        for c, d in straight[at + 1 :]:
            across = min(max(a[0], b[0]), max(c[0], d[0])) - max(min(a[0], b[0]), min(c[0], d[0]))
            down = min(max(a[1], b[1]), max(c[1], d[1])) - max(min(a[1], b[1]), min(c[1], d[1]))
            assert min(across, down) < 0 or max(across, down) < 1e-6


def test_columns_have_the_names_they_were_given():
    workbook, page = theory("Aim", read("a\n  b\n  idea: c"))
    rows = outline(workbook, page)
    plan = find_theory_plan(rows, LETTER)
    drawing = draw_theory(rows, plan, ("", "Big levers"))
    headings = [op.text for op in drawing.groups[0].ops if isinstance(op, TextLine)]
    assert headings == ["Aim", "Big levers", "Secondary drivers", "Change ideas", "Aim"]


def test_a_long_aim_is_at_most_twice_as_high_as_wide():
    aim = "By June 2027, 90 % of first-year teachers in the partner schools return " * 4
    workbook, page = theory(aim, read(SMALL))
    box = draw_page(workbook, page, LETTER).groups[0].box
    assert box.h <= 2 * box.w


def test_a_long_aim_beside_many_boxes_is_no_tower():
    levels = []
    for driver in range(10):
        levels += [(1, f"Primary driver {driver}"), *[(2, "Principals check in early")] * 3]
    workbook, page = theory("Nine in ten residents stay a second year " * 7, levels)
    assert len(words_of(draw_page(workbook, page, LETTER).groups[0])) <= 10


def test_a_folded_branch_draws_only_its_head_and_counts_what_is_hidden():
    workbook, page = theory("Aim", read(SMALL), [(5, 2, True), (6, 4, False), (3, 1, False)])
    rows = outline(workbook, page)
    view = View(folded=frozenset({item_id(1)}))
    drawing = draw_theory(rows, find_theory_plan(rows, LETTER, view), view=view)
    assert [it.node_id for it in groups(drawing)] == [item_id(0), item_id(1), item_id(6)]
    words = [op.text for op in groups(drawing)[1].ops if isinstance(op, TextLine)]
    assert words == ["Meals", "+4"]
    assert pens(own(drawing, 6)), "its link to a hidden driver leads to the folded head"


def test_signs_stand_in_their_boxes():
    ideas = [(3, "idea: Ten-minute check-in at weeks 2, 4 and 6")] * 3
    workbook, page = theory("Aim", [(1, "Known"), (2, "Early and often"), *ideas])
    rows = outline(workbook, page)
    marks = {
        row.id: Marks(
            idea_state="testing",
            cycles=("decided",) * 4,
            parties=(Whose("L", 0), Whose("U", 1)),
            measures=2,
        )
        for row in rows
    }
    view = View(marks=marks)
    for room in (LETTER, (200.0, 200.0)):
        drawing = draw_theory(rows, find_theory_plan(rows, room, view), view=view)
        assert [*overlaps(drawing), *stray_text(drawing), *outside(drawing)] == []
        for group in groups(drawing)[1:]:  # the aim holds the legend
            assert all(
                op.box.x >= 0 and op.box.right <= group.box.w
                for op in group.ops
                if isinstance(op, Rect) and op.box.y > 0
            )


@settings(max_examples=40, deadline=None)
@given(theories(most=25), PLANS, st.integers(0, 10**6))
def test_signs_and_folded_branches_keep_to_their_places(pages, plan, seed):
    rows, chance = outline(*pages), Random(seed)
    marks = {row.id: some_marks(chance) for row in rows if chance.random() < 0.6}
    folded = frozenset(row.id for row in rows if chance.random() < 0.1)
    drawing = draw_theory(rows, plan, view=View(folded, marks))
    assert [*overlaps(drawing), *stray_text(drawing), *outside(drawing)] == []
    up = {row.id: row.parent_id for row in rows}
    hidden = {row.id for row in rows if folded & set(above(row.id, up))}
    assert [it.node_id for it in groups(drawing)] == [
        row.id for row in rows if row.id not in hidden
    ]


def above(item_id: str, up: dict[str, str | None]):
    """Return all that stands above an item."""
    while (item_id := up[item_id]) is not None:
        yield item_id


def some_marks(chance: Random) -> Marks:
    return Marks(
        idea_state=chance.choice(("", "testing", "adopted", "abandoned")),
        cycles=("decided",) * chance.randint(0, 7),
        parties=(Whose("L", 0), Whose("IHE", 1))[: chance.randint(0, 2)],
        lenses=("equity",) * chance.randint(0, 1),
        evidence=chance.choice(("", "", "refuted", "supported")),
        root=chance.random() < 0.2,
        answers=chance.randint(0, 12),
        votes=chance.randint(0, 9),
        has_note=chance.random() < 0.3,
    )


def test_a_legend_explains_the_signs_in_use_and_no_others():
    workbook, page = theory("Aim", read(SMALL))
    rows = outline(workbook, page)
    view = View(marks={item_id(3): Marks(idea_state="testing", measures=1)})
    drawing = draw_theory(rows, find_theory_plan(rows, LETTER, view), view=view)
    words = [op.text for op in drawing.groups[0].ops if isinstance(op, TextLine)]
    assert words[-2:] == ["being tested", "measures"]
    assert not list(outside(drawing))


def legend_words(drawing: Drawing) -> set[str]:
    """Return what stands under the picture."""
    aim = drawing.groups[0]
    lowest = max(it.box.bottom for it in placed_groups(drawing)) - aim.y
    return {op.text for op in aim.ops if isinstance(op, TextLine) and op.y > lowest}


def test_a_legend_explains_the_kinds_of_lines_in_use_and_no_others():
    levels = "a\n  b\n    c\n      d\n  e\n  idea: f"
    assert legend_words(draw(levels)[0]) == set()
    assert legend_words(draw(levels, [(2, 0, False)])[0]) == {"also serves", "skips a level"}
    weak = draw(levels, [(5, 3, True)])[0]
    assert legend_words(weak) == {"also serves", "serves weakly", "skips a level"}


def test_adding_a_leaf_moves_other_primary_branches_only_as_a_whole():
    before = read("a\n  b\n    idea: c\nd\n  e\n    idea: f\n    idea: g\nh\n  i\n  j")
    after = [*before[:3], (3, "idea: one more thing"), *before[3:]]
    plan = TheoryPlan(room=LETTER, widths=(120.0, 120.0), air=1.0)
    pages = [theory("Aim", before), theory("Aim", after)]
    old, new = (list(placed_groups(draw_theory(outline(*it), plan))) for it in pages)
    for branch in (range(4, 8), range(8, 11)):
        pairs = [(old[at], new[at + 1]) for at in branch]
        assert len({(b.x - a.x, b.y - a.y) for a, b in pairs}) == 1


def test_an_aim_alone_is_a_picture():
    workbook, page = theory("", [])
    drawing = draw_page(workbook, page, LETTER)
    assert faults(drawing, outline(workbook, page)) == []


def test_a_plan_serves_a_theory_that_has_grown_a_column():
    workbook, page = theory("Aim", read("a\n  b\n    c"))
    rows = outline(workbook, page)
    assert (
        faults(draw_theory(rows, TheoryPlan(room=LETTER, widths=(120.0, 120.0), air=1.0)), rows)
        == []
    )


def test_thirty_boxes_read_well_on_letter():
    levels = []
    for driver in range(3):
        levels.append((1, f"Primary driver {driver}"))
        for _ in range(3):
            levels += [(2, "Principals check in early and often")]
            levels += [(3, "idea: Ten-minute check-in at weeks 2, 4 and 6")] * 2
    workbook, page = theory("By June 90 % of new teachers return for a second year", levels)
    drawing = draw_page(workbook, page, LETTER)
    assert smallest_words(drawing) * fit(drawing, LETTER) >= 9.5


def test_a_thousand_boxes_are_quick():
    levels = [(1, f"Primary driver {at}") for at in range(1)]
    for at in range(250):
        levels += [(2, f"Secondary driver {at}")] + [(3, "idea: Something small to try")] * 3
    workbook, page = theory("Aim", levels, [(at, at - 4, True) for at in range(10, 1000, 40)])
    rows = outline(workbook, page)
    plan = find_theory_plan(rows, LETTER)
    assert quickest(lambda: draw_theory(rows, plan)) < 0.2


def quickest(work) -> float:
    """Return the seconds of processor time of the best of four runs; the first warms up."""
    seconds = []
    for _ in range(4):
        start = time.process_time()
        work()
        seconds.append(time.process_time() - start)
    return min(seconds)

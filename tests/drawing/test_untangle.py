"""How a driver diagram is untangled on command."""

from drawing_pages import item_id, read, theories, theory
from hypothesis import given, settings

from ilead_studio.drawing.driver import find_theory_plan
from ilead_studio.drawing.untangle import Move, crossings, untangle
from ilead_studio.edits.driver import untangle as reordered
from ilead_studio.rules.outline import outline

LETTER = (696.0, 422.0)
LEVELS = read("a\n  b\n  c\n  d\n  e\nf\n  g\n  h\ni\n  j\n  k")
TANGLE = [(a, b, False) for a, b in ((2, 6), (2, 9), (3, 9), (10, 1), (11, 1), (7, 1))]


def test_siblings_that_pull_past_each_other_are_swapped():
    workbook, page = theory("Aim", LEVELS, TANGLE)
    rows = outline(workbook, page)
    plan = find_theory_plan(rows, LETTER)
    moves = untangle(rows, plan)
    assert moves == (Move(item_id(6), item_id(1)), Move(item_id(8), item_id(7)))
    better = reordered(workbook, page.id, moves)
    then = crossings(outline(better, better.theories[0]), plan)
    assert then <= crossings(rows, plan) - 4


def test_a_tidy_theory_is_left_alone():
    rows = outline(*theory("Aim", LEVELS))
    assert untangle(rows, find_theory_plan(rows, LETTER)) == ()


@settings(max_examples=30, deadline=None)
@given(theories(most=25))
def test_every_move_saves_two_crossings_and_changes_nothing_but_the_order(pages):
    workbook, page = pages
    rows = outline(workbook, page)
    plan = find_theory_plan(rows, LETTER)
    moves = untangle(rows, plan)
    better = reordered(workbook, page.id, moves)
    after = outline(better, better.theories[0])
    assert crossings(after, plan) <= crossings(rows, plan) - 2 * len(moves)
    assert better.theories[0].links == page.links
    assert {row.id: row.parent_id for row in after} == {row.id: row.parent_id for row in rows}


def test_a_move_names_the_sibling_before_which_an_item_goes():
    workbook, page = theory("Aim", read("a\nb\n  idea: c\n  idea: d"))
    better = reordered(workbook, page.id, [Move(item_id(2), item_id(1)), (item_id(4), item_id(3))])
    assert [row.text for row in outline(better, better.theories[0])] == ["Aim", "b", "d", "c", "a"]

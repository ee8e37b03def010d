"""What holds for any fishbone: random trees, plans, marks and folded branches.

``ILEAD_STUDIO_TREES`` says how many trees are drawn; 300 without it.
"""

import os
import sys
from random import Random

from drawing_pages import NASTY, fishbone, fishbones, item_id
from fishbone_checks import connectors, fishbone_faults
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ilead_studio.drawing.fishbone import draw_fishbone, find_plan
from ilead_studio.drawing.marks import Marks, View, Whose
from ilead_studio.drawing.ops import Drawing, Group, Line, Placed, placed_groups
from ilead_studio.drawing.room import scale_to
from ilead_studio.drawing.svg import to_svg
from ilead_studio.drawing.theme import LIGHT
from ilead_studio.model import Cause, Fishbone, FishbonePlan, replace
from ilead_studio.rules.outline import Role, outline

TREES = int(os.environ.get("ILEAD_STUDIO_TREES", "300"))
ROOMS = ((696.0, 422.0), (720.0, 540.0), (1128.0, 578.0))
thorough = settings(max_examples=TREES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
some = settings(max_examples=max(40, TREES // 10), deadline=None)
WRAPS = st.sampled_from((88.0, 122.0, 200.0))
PLANS = st.builds(
    FishbonePlan,
    room=st.sampled_from(ROOMS),
    wrap=WRAPS,
    row_gap=st.sampled_from((3.0, 14.0)),
    spread=st.sampled_from((0.0, 32.0)),
    slope=st.sampled_from((0.36, 0.24, 0.12)),
    ribs=st.lists(st.integers(1, 4), max_size=12).map(tuple),
    wraps=st.lists(WRAPS, max_size=6).map(tuple),
)


@st.composite
def views(draw: st.DrawFn) -> View:
    """Mark and fold the items of any page of up to 40."""
    marked, folded = draw(st.sampled_from((0.0, 0.3, 0.9))), draw(st.sampled_from((0.0, 0.1)))
    chance = Random(draw(st.integers(0, 10**6)))
    names = [item_id(number) for number in range(41)]
    return View(
        folded=frozenset(name for name in names[1:] if chance.random() < folded),
        marks={name: marks(chance) for name in names if chance.random() < marked},
        colour_by=draw(st.sampled_from(("bone", "evidence", "votes", "party", "lens"))),
    )


def marks(chance: Random) -> Marks:
    return Marks(
        evidence=chance.choice(("", "hunch", "supported", "disputed", "refuted")),
        root=chance.random() < 0.2,
        votes=chance.choice((0, 0, 1, 5, 47)),
        parties=chance.choice(((), (Whose("A", 0),), (Whose("A", 0), Whose("B", 1)))),
        lenses=chance.choice(((), ("equity",), ("equity", "time"))),
        alias=chance.random() < 0.1,
        has_note=chance.random() < 0.2,
    )


@thorough
@given(fishbones(), PLANS, views(), st.booleans())
def test_nothing_overlaps_is_crossed_or_lost(pages, plan, view, mirrored):
    rows = outline(*pages)
    assert fishbone_faults(draw_fishbone(rows, plan, mirrored, view), rows, view) == []


@some
@given(fishbones(), views(), st.sampled_from(ROOMS))
def test_what_the_search_finds_is_drawn_without_a_fault(pages, view, room):
    rows = outline(*pages)
    plan = find_plan(rows, room, view)
    drawing = draw_fishbone(rows, plan, view=view)
    assert fishbone_faults(drawing, rows, view) == []
    assert 0.0 < scale_to(drawing.bounds, room) <= 1.3


@some
@given(fishbones(), PLANS, views())
def test_the_mirror_image_is_exact(pages, plan, view):
    rows = outline(*pages)
    one, two = draw_fishbone(rows, plan, view=view), draw_fishbone(rows, plan, True, view)
    assert two.bounds == (-one.bounds.right, *one.bounds[1:])
    for here, there in zip(one.groups, two.groups, strict=True):
        assert there.y == here.y
        if here.role == Role.CAUSE.value:
            assert mirrored_twig(here) == twig(there)
            assert here.ops[1:] == there.ops[1:]  # words stay flush left
        else:
            assert there.x + there.box.x == -(here.x + here.box.right)
            assert there.y + there.box.y == here.y + here.box.y
            assert len(connectors(here)) == len(connectors(there))


def twig(cause: Group) -> Line:
    line = cause.ops[0]
    assert isinstance(line, Line)
    ends = [(cause.x + x, cause.y + y) for x, y in (line.start, line.end)]
    return Line(min(ends), max(ends), line.pen)


def mirrored_twig(cause: Group) -> Line:
    line = twig(cause)
    return Line((-line.end[0], line.end[1]), (-line.start[0], line.start[1]), line.pen)


@some
@given(fishbones(), PLANS, views(), st.integers(0, 10**6))
def test_one_leaf_more_moves_any_other_bone_only_as_a_whole(pages, plan, view, seed):
    workbook, page = pages
    grown = with_leaf(page, Random(seed))
    assert not moved_in_parts(workbook, page, grown, plan, view)


@some
@given(fishbones(), PLANS, views(), st.integers(0, 10**6))
def test_one_leaf_fewer_moves_any_other_bone_only_as_a_whole(pages, plan, view, seed):
    workbook, page = pages
    assert not moved_in_parts(workbook, page, without_leaf(page, Random(seed)), plan, view)


def with_leaf(page: Fishbone, chance: Random, number: int = 999) -> Fishbone:
    """Hang one more item somewhere; a new bone is the last one."""
    parent = chance.choice([page.id, *(cause.id for cause in page.causes)])
    text = chance.choice(NASTY)
    leaf = Cause(id=item_id(number), ref=f"C{number}", parent_id=parent, text=text)
    return replace(page, causes=(*page.causes, leaf))


def without_leaf(page: Fishbone, chance: Random) -> Fishbone:
    """Take away an item with nothing below it; a bone only where no later one moves up."""
    parents = {cause.parent_id for cause in page.causes}
    bones = [cause.id for cause in page.causes if cause.parent_id == page.id]
    leaves = [
        cause for cause in page.causes if cause.id not in parents and cause.id not in bones[:-1]
    ]
    if not leaves:
        return page
    gone = chance.choice(leaves)
    return replace(page, causes=tuple(cause for cause in page.causes if cause is not gone))


def moved_in_parts(workbook, page, edited, plan, view) -> list[str]:
    """Return the bones other than that of the edited leaf which did not keep their shape."""
    before_rows, after_rows = outline(workbook, page), outline(workbook, edited)
    ours = by_bone(draw_fishbone(before_rows, plan, view=view), before_rows)
    theirs = by_bone(draw_fishbone(after_rows, plan, view=view), after_rows)
    bones = bone_of(before_rows) | bone_of(after_rows)
    (changed,) = {bones[it.id] for it in {*page.causes} ^ {*edited.causes}} or {""}
    others = ours.keys() - {changed}
    return [bone for bone in others if not is_rigid(ours[bone], theirs[bone])]


def is_rigid(before: list[Placed], after: list[Placed]) -> bool:
    """Tell whether all moved alike, and each block is the very same operations."""
    causes = [(a, b) for a, b in zip(before, after, strict=True) if a.group.role == "cause"]
    same = all(a.group.ops is b.group.ops for a, b in causes)
    return same and len(shifts(before, after)) == 1


@settings(max_examples=15, deadline=None)
@given(fishbones(most=30), PLANS, views(), st.booleans(), st.integers(0, 10**6))
def test_after_any_edits_the_picture_is_that_of_a_fresh_start(pages, plan, view, mirrored, seed):
    workbook, page = pages
    chance = Random(seed)
    for number in range(900, 906):
        edit = chance.choice((with_leaf, without_leaf, reworded, turned))
        page = with_leaf(page, chance, number) if edit is with_leaf else edit(page, chance)
        draw_fishbone(outline(workbook, page), plan, mirrored, view)
    rows = outline(workbook, page)
    found = find_plan(rows, ROOMS[0], view)
    warm = [draw_fishbone(rows, it, mirrored, view) for it in (plan, found)]
    forget()
    assert find_plan(rows, ROOMS[0], view) == found
    cold = [draw_fishbone(rows, it, mirrored, view) for it in (plan, found)]
    assert [svg_of(it) for it in warm] == [svg_of(it) for it in cold]
    assert warm == cold


def reworded(page: Fishbone, chance: Random) -> Fishbone:
    at = chance.randrange(max(1, len(page.causes)))
    causes = [
        replace(cause, text=chance.choice(NASTY)) if number == at else cause
        for number, cause in enumerate(page.causes)
    ]
    return replace(page, causes=tuple(causes))


def turned(page: Fishbone, _chance: Random) -> Fishbone:
    """Put the last item first among its siblings."""
    return replace(page, causes=(*page.causes[-1:], *page.causes[:-1]))


def forget() -> None:
    """Empty every cache of the drawing, as when the program starts."""
    for name, module in list(sys.modules.items()):
        if name.startswith("ilead_studio.drawing."):
            for value in vars(module).values():
                if hasattr(value, "cache_clear"):
                    value.cache_clear()


def svg_of(drawing: Drawing) -> str:
    return to_svg(drawing, LIGHT, title="", language="en-US", words={})


def bone_of(rows):
    """Return the bone on which each item hangs."""
    found, bone = {}, ""
    for row in rows[1:]:
        bone = row.id if row.depth == 1 else bone
        found[row.id] = bone
    return found


def by_bone(drawing: Drawing, rows) -> dict[str, list[Placed]]:
    bones, found = bone_of(rows), {}
    for it in list(placed_groups(drawing))[1:]:
        found.setdefault(bones[it.group.node_id], []).append(it)
    return found


def shifts(before: list[Placed], after: list[Placed]) -> set[tuple[float, float]]:
    return {(b.box.x - a.box.x, b.box.y - a.box.y) for a, b in zip(before, after, strict=True)}


def test_a_page_of_300_items_is_drawn_without_a_fault():
    chance = Random(7)
    levels, last = [], 0
    for number in range(300):
        last = 1 if number % 40 == 0 else max(2, min(last + chance.choice((1, 0, -1)), 6))
        levels.append((last, f"{chance.choice(NASTY)} {number}"))
    workbook, page = fishbone("Why?", levels)
    rows = outline(workbook, page)
    assert fishbone_faults(draw_fishbone(rows, find_plan(rows, ROOMS[2])), rows, View()) == []

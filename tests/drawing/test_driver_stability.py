"""What stays as it was when a theory changes: places, operations, bytes."""

from random import Random

from drawing_pages import item_id, label, theories, theory
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ilead_studio.drawing import (
    driver_blocks,
    driver_boxes,
    driver_fans,
    driver_groups,
    driver_lines,
    driver_measure,
)
from ilead_studio.drawing.driver import draw_theory, find_theory_plan
from ilead_studio.drawing.ops import Drawing, Placed, placed_groups
from ilead_studio.drawing.svg import to_svg
from ilead_studio.drawing.theme import LIGHT
from ilead_studio.model import Driver, Link, Theory, TheoryPlan, Workbook, replace
from ilead_studio.rules.outline import Row, outline

LETTER = (696.0, 422.0)
Rows = tuple[Row, ...]


@st.composite
def neighbours(draw: st.DrawFn) -> tuple[Rows, Rows, str]:
    """Grow a theory, and the same with one leaf more in the same columns; name the leaf."""
    workbook, page = draw(theories(most=25))
    rows = outline(workbook, page)
    above = draw(st.sampled_from([row for row in rows if row.role.value != "idea"]))
    assume(
        above.column < max((row.column for row in rows if row.role.value == "driver"), default=0)
    )
    new = Driver(id="zzzzzzzzzz", ref="D999", text=label(Random(draw(st.integers(0, 99)))))
    links = (*page.links, Link(source=new.id, target=above.id))
    place = draw(st.integers(0, len(page.drivers)))
    drivers = (*page.drivers[:place], new, *page.drivers[place:])
    return rows, outline(workbook, replace(page, drivers=drivers, links=links)), new.id


@settings(max_examples=100, deadline=None)
@given(neighbours(), st.booleans())
def test_a_leaf_more_or_less_moves_unrelated_primary_branches_only_as_a_whole(pair, is_removed):
    """The plan is the one that was kept before the leaf was added, or removed."""
    small, large, leaf = pair
    plan = find_theory_plan(large if is_removed else small, LETTER)
    before, after = placed(draw_theory(small, plan)), placed(draw_theory(large, plan))
    primary, touched = branches(small), branches(large)[leaf]
    across: dict[float, set[float]] = {}
    down: dict[str, set[float]] = {}
    for row in small[1:]:
        old, new = before[row.id], after[row.id]
        across.setdefault(old.x, set()).add(new.x - old.x)
        if primary[row.id] != touched:
            down.setdefault(primary[row.id], set()).add(new.y - old.y)
    assert all(len(it) == 1 for it in (*across.values(), *down.values()))
    if not any(row.also for row in small):
        assert set().union(*across.values()) <= {0.0}
        own = [it for it in small[1:] if primary[it.id] not in (touched, it.id)]
        assert all(before[it.id].group.ops is after[it.id].group.ops for it in own)


def placed(drawing: Drawing) -> dict[str, Placed]:
    """Return all items of a picture with their places."""
    return {it.group.node_id: it for it in placed_groups(drawing)}


def branches(rows: Rows) -> dict[str, str]:
    """Return for every item below the aim its primary driver."""
    primary: dict[str, str] = {}
    for row in rows[1:]:
        primary[row.id] = primary.get(row.parent_id, row.id)
    return primary


def forget() -> None:
    """Empty everything that the layout keeps."""
    for module in (
        driver_blocks, driver_boxes, driver_fans, driver_groups, driver_lines, driver_measure,
    ):  # fmt: skip
        for kept in vars(module).values():
            if hasattr(kept, "cache_clear"):
                kept.cache_clear()


@settings(max_examples=25, deadline=None)
@given(theories(most=30), st.integers(0, 10**6))
def test_what_is_kept_from_earlier_pictures_changes_nothing(pages, seed):
    """After each of some edits the picture is, byte for byte, the one of a fresh start."""
    workbook, page = pages
    plan = find_theory_plan(outline(workbook, page), LETTER)
    steps = list(edited(workbook, page, Random(seed)))
    warm = [picture(rows, plan) for rows in steps]
    for rows, kept in zip(steps, warm, strict=True):
        forget()
        assert picture(rows, plan) == kept


def edited(workbook: Workbook, page: Theory, chance: Random):
    """Change words, links and strengths, and take items away, one step after the other."""
    for _ in range(6):
        yield outline(workbook, page)
        links = list(page.links)
        if page.drivers:
            at = chance.randrange(len(page.drivers))
            one = replace(page.drivers[at], text=label(chance))
            page = replace(page, drivers=(*page.drivers[:at], one, *page.drivers[at + 1 :]))
        if links:
            at = chance.randrange(len(links))
            links[at] = replace(links[at], strength=chance.choice(("weak", "strong")))
            page = replace(page, links=tuple(links))


def picture(rows: Rows, plan: TheoryPlan) -> str:
    drawing = draw_theory(rows, plan)
    assert draw_theory(rows, plan).groups == drawing.groups
    return to_svg(drawing, LIGHT, title="", language="en", words={})


def test_a_rename_draws_nothing_again_but_its_own_branch():
    levels = [(1, f"Primary {at}") for at in range(1, 4)]
    levels = [it for head in levels for it in (head, *[(2, "Second"), (3, "idea: third")] * 20)]
    workbook, page = theory("Aim", levels)
    plan = find_theory_plan(outline(workbook, page), LETTER)
    renamed = replace(page.drivers[1], text="Seconds")
    after = replace(page, drivers=(page.drivers[0], renamed, *page.drivers[2:]))
    old, new = (placed(draw_theory(outline(workbook, it), plan)) for it in (page, after))
    changed = {it for it in old if old[it].group.ops is not new[it].group.ops}
    assert changed == {item_id(0), renamed.id}

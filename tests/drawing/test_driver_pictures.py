"""Kept pictures of driver diagrams. Look at a changed one before it is kept."""

import os
from pathlib import Path

import pytest
from drawing_pages import read, theory
from hypothesis import given, settings
from hypothesis import strategies as st

from ilead_studio.drawing.continued import continued
from ilead_studio.drawing.driver import draw_theory, find_theory_plan
from ilead_studio.drawing.marks import Marks, View
from ilead_studio.drawing.ops import Drawing, Placed, placed_groups
from ilead_studio.drawing.svg import to_svg
from ilead_studio.drawing.theme import LIGHT
from ilead_studio.model import Link, replace
from ilead_studio.rules.outline import outline, role_words

GOLDEN = Path(__file__).parents[1] / "golden"
LETTER = (696.0, 422.0)
AIM = "By June 2027 nine in ten residents stay a second year, up from 74 %"
NEW_TEACHERS = read("""
New teachers are known and supported in their building
  A trained mentor within the first week
    Mentors are matched by subject and hallway
      idea: Match mentors before day one
    idea: Protect one shared planning period a week
  Principals check in early and often
    idea: Ten-minute check-in at weeks 2, 4 and 6
Feedback on teaching is frequent, specific and consistent
  One shared rubric for coaches, supervisors and principals
    idea: Calibrate on two video lessons each term
  Feedback within 48 hours
    idea: Voice-memo feedback on the same day
Hiring is early and informed
  Offers before May
    idea: Open the interview day to residents in March
idea: Publish the plan
""")
ACROSS = [(9, 2, False), (10, 6, False), (12, 3, True), (11, 13, False), (14, 0, True)]


def signed() -> Drawing:
    """Return a picture with signs, a folded branch and names of its own."""
    rows = outline(*theory(AIM, NEW_TEACHERS, ACROSS))
    marks = {row.id: Marks(measures=2, answers=row.column) for row in rows if row.column == 2}
    for row, state in zip(rows[3:], ("testing", "adopted", "proposed") * 5, strict=False):
        if row.role.value == "idea":
            marks[row.id] = Marks(idea_state=state, cycles=("decided", "running"))
    view = View(frozenset({rows[8].id}), marks)
    plan = find_theory_plan(rows, LETTER, view)
    return draw_theory(rows, plan, ("", "Big levers"), view)


def linked() -> Drawing:
    """Return a picture with weak links, links across, and links that skip columns."""
    rows = outline(*theory(AIM, NEW_TEACHERS, ACROSS))
    return draw_theory(rows, find_theory_plan(rows, LETTER))


def second_page() -> Drawing:
    """Return the second page of a theory that does not fit one."""
    rows = outline(*theory(AIM, NEW_TEACHERS, ACROSS))
    return continued(rows, (420.0, 260.0))[1]


PICTURES = {"theory_links": linked, "theory_signs": signed, "theory_continued": second_page}


@pytest.mark.parametrize("name", PICTURES)
def test_kept_pictures_of_theories_stay_as_they_are(name):
    """Regenerate with ILEAD_STUDIO_GOLDEN=1, then look at the files and at their difference."""
    rows = outline(*theory(AIM, NEW_TEACHERS, ACROSS))
    words = {row.id: f"{role_words(row)}: {row.text}" for row in rows}
    svg = to_svg(PICTURES[name](), LIGHT, title=AIM, language="en-US", words=words)
    kept = GOLDEN / f"{name}.svg"
    if os.environ.get("ILEAD_STUDIO_GOLDEN"):
        kept.write_text(svg, encoding="utf-8", newline="\n")
    assert kept.read_text(encoding="utf-8") == svg


@st.composite
def shapes(draw: st.DrawFn):
    """Grow levels without links across, and the place where a leaf is added."""
    levels = [(1, "First")]
    for number in range(draw(st.integers(2, 30))):
        deeper = draw(st.sampled_from((-1, 0, 1)))
        level = min(max(1, levels[-1][0] + deeper), 4)
        levels.append((level, f"Driver {number}" + " and more of it" * draw(st.integers(0, 3))))
    return levels, draw(st.integers(0, len(levels) - 1))


@settings(max_examples=60, deadline=None)
@given(shapes())
def test_a_new_leaf_moves_unrelated_primary_branches_only_as_a_whole(shape):
    levels, above = shape
    if levels[above][0] == max(level for level, _ in levels):
        above = next(at for at, (level, _) in enumerate(levels) if level == 1)
    workbook, page = theory("Aim", levels)
    rows = outline(workbook, page)
    plan = find_theory_plan(rows, LETTER)
    new = replace(page.drivers[0], id="zzzzzzzzzz", ref="D999")
    links = (*page.links, Link(source=new.id, target=page.drivers[above].id))
    grown = outline(workbook, replace(page, drivers=(*page.drivers, new), links=links))
    if [row.column for row in grown if row.id == new.id] > [max(row.column for row in rows)]:
        return
    touched = branches(grown)[new.id]
    before = placed(draw_theory(rows, plan))
    after = placed(draw_theory(grown, plan))
    shifts: dict[str, set[float]] = {}
    for item_id, primary in branches(rows).items():
        if primary != touched:
            shifts.setdefault(primary, set()).add(after[item_id].y - before[item_id].y)
            assert after[item_id].x == before[item_id].x
            is_head = item_id == primary  # its line reaches to the aim, which may have moved
            assert is_head or after[item_id].group.ops is before[item_id].group.ops
    assert all(len(it) == 1 for it in shifts.values())


def placed(drawing: Drawing) -> dict[str, Placed]:
    """Return all items of a picture with their places."""
    return {it.group.node_id: it for it in placed_groups(drawing)}


def branches(rows) -> dict[str, str]:
    """Return for every item below the aim its primary driver."""
    primary: dict[str, str] = {}
    for row in rows[1:]:
        primary[row.id] = primary.get(row.parent_id, row.id)
    return primary

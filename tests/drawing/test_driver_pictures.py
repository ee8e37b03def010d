"""Kept pictures of driver diagrams. Look at a changed one before it is kept."""

import pytest
from drawing_pages import read, theory
from kept import is_as_kept

from ilead_studio.drawing.continued import continued
from ilead_studio.drawing.driver import draw_theory, find_theory_plan
from ilead_studio.drawing.marks import Marks, View
from ilead_studio.drawing.ops import Drawing
from ilead_studio.rules.outline import outline, role_words

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
    return continued(rows, (420.0, 260.0))[1].drawing


PICTURES = {"theory_links": linked, "theory_signs": signed, "theory_continued": second_page}


@pytest.mark.parametrize("name", PICTURES)
def test_kept_pictures_of_theories_stay_as_they_are(name):
    rows = outline(*theory(AIM, NEW_TEACHERS, ACROSS))
    words = {row.id: f"{role_words(row)}: {row.text}" for row in rows}
    assert is_as_kept(name, PICTURES[name](), AIM, words)

"""An empathy interview is planned from the readiness check."""

from hands import Desk
from test_problem_section import problem, view
from workbooks import chained

from ilead_studio.model import replace
from ilead_studio.rules.interviews import story_questions, with_interview


def test_a_plan_has_four_to_eight_open_questions_and_stands_after_the_notes() -> None:
    assert 4 <= len(story_questions()) <= 8
    plan = with_interview("", " grandparents ")
    assert plan.startswith("Empathy interview, one to one, no names: grandparents\n1. Tell me")
    assert with_interview("Ask the nurse\n", "grandparents") == f"Ask the nurse\n\n{plan}"


def test_an_interview_is_planned_in_one_step_and_its_questions_are_changed(desk: Desk) -> None:
    work = desk.window.work
    book = chained()
    work.begin(replace(book, evidence=(), problems=tuple(
        replace(it, cites=()) for it in book.problems), fishbones=tuple(
        replace(page, causes=tuple(replace(it, cites=()) for it in page.causes))
        for page in book.fishbones), theories=tuple(
        replace(page, drivers=tuple(replace(it, cites=()) for it in page.drivers))
        for page in book.theories)))  # fmt: skip
    desk.press("Ctrl+1")
    press = view(desk)._right.interview
    assert press.isVisible()
    press.setFocus()
    desk.press("Space")
    assert desk.focus.accessibleName() == "Whose stories most need hearing?"
    desk.press("Return")
    desk.type("Grandparents")
    desk.press("Return")
    assert "no names: Grandparents" in problem(desk).notes
    assert work.session.undo_label == "plan an empathy interview"
    assert desk.focus is view(desk)._page.notes
    desk.type(" Why?")
    assert problem(desk).notes.endswith("asked? Why?")
    desk.press("Ctrl+Z", "Ctrl+Z")
    assert not problem(desk).notes

"""The whole way by keyboard only: from an empty workbook to an adopted idea, saved and reopened."""

from pathlib import Path

from hands import Desk

from ilead_studio.rules.line_of_sight import line_of_sight
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.store import open_workbook


def test_from_a_problem_to_an_idea_that_is_adopted(desk: Desk, tmp_path: Path) -> None:
    ask_why(desk)
    make_drivers(desk)
    write_an_idea(desk)
    try_it(desk)
    desk.answers.path = tmp_path / "plan.ilead"
    desk.press("Ctrl+S")
    book = open_workbook(tmp_path / "plan.ilead", Disk()).workbook
    assert [(it.text, it.state) for it in book.ideas] == [("Name one owner for each", "adopted")]
    (done,) = book.cycles
    assert (done.state, done.decision, done.kept_up) == ("decided", "adopt", "It is in the plan")
    assert [(it.prediction, it.result, it.match) for it in done.questions] == [
        ("Four", "Five", "matched")
    ]
    cause = next(it for it in book.fishbones[0].causes if it.root)
    driver = next(it for it in book.theories[0].drivers if cause.id in it.answers)
    chain = {cause.id, driver.id, book.ideas[0].id, book.theories[0].id, book.fishbones[0].id}
    assert chain <= line_of_sight(book, done.id)


def ask_why(desk: Desk) -> None:
    """Ask why, and mark the root cause."""
    desk.type("New teachers leave early")
    desk.press("Tab")
    desk.type("Support arrives late")
    desk.press("Tab")
    desk.type("No one owns the match")
    desk.press("Return", "Escape", "Ctrl+R", "Ctrl+Shift+2")


def make_drivers(desk: Desk) -> None:
    """Make drivers of the bone and of the root cause, and say the aim."""
    desk.press("Ctrl+M", "Ctrl+Return")
    assert [text for _, text in desk.tree] == ["", "Support arrives late", "No one owns the match"]
    assert desk.focus is desk.window.canvas


def write_an_idea(desk: Desk) -> None:
    """Write an idea below the driver that was made last."""
    desk.press("Ctrl+I")
    desk.type("Name one owner for each")
    desk.press("Return", "Escape")


def try_it(desk: Desk) -> None:
    """Plan a cycle, freeze what is expected, write what happened, and decide."""

    def where() -> str:
        return desk.focus.accessibleName()

    desk.press("Ctrl+5")
    assert where() == "Plan a cycle"
    desk.press("Space")
    assert where() == "Objective"
    desk.type("Does an owner answer within a day?")
    desk.press("Return")
    assert where() == "Question 1: Question"
    desk.type("How many of five are answered?")
    desk.press("Tab")
    desk.type("Four")
    desk.press("F4")
    assert where() == "As planned"
    desk.press("F4")
    assert where().startswith("What happened: How many of five are answered?")
    desk.type("Five")
    desk.press("Tab")
    desk.type("m")
    desk.press("F4")
    assert where() == "Decide: Adapt"
    desk.press("Right", "Right", "Space")
    assert where() == "How it is kept up"
    desk.type("It is in the plan")
    desk.press("F4")
    assert where() == "Next cycle"


def test_every_page_of_a_section_has_a_command(desk: Desk) -> None:
    work = desk.window.work
    for name in ("ideas board", "ideas square", "ideas table", "calendar", "learning log"):
        desk.window.do(name)
        desk.settle()
        section = desk.window.sections.view
        assert work.section == ("ideas" if name.startswith("ideas") else "pdsa")
        assert section is not None
        assert section.page.isAncestorOf(desk.focus) or section.page is desk.focus, name

"""PDSA by keyboard: a form on paper is typed in, decided, and the next cycle planned."""

from datetime import date

import pytest
from hands import WHEN, Desk
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QWidget

from ilead_studio.model import Cycle, Workbook
from ilead_studio.resources import resource
from ilead_studio.rules.cycles import cycle_with_id
from ilead_studio.ui.cycles import section as pdsa
from ilead_studio.ui.cycles.ramps_page import RampsPage
from ilead_studio.ui.cycles.section import Pdsa
from ilead_studio.ui.frame.section_parts import Part
from ilead_studio.ui.widgets.cells import Cell
from ilead_studio.ui.window import MainWindow


@pytest.fixture
def cycles(desk: Desk) -> Desk:
    """The window on the example, in the section PDSA."""
    desk.window.filing.open_file(resource("examples", "attendance.ilead"))
    desk.press("Ctrl+5")
    return desk


def view(desk: Desk) -> RampsPage:
    """Return the page by change idea."""
    section = desk.window.sections.view
    assert isinstance(section, Pdsa)
    page = section._view
    assert isinstance(page, RampsPage)
    return page


def shown(desk: Desk) -> Cycle:
    """Return the cycle in view."""
    cycle = view(desk).sheet.cycle
    assert cycle is not None
    return cycle


def named(book: Workbook, ref: str) -> Cycle:
    return next(it for it in book.cycles if it.ref == ref)


def where(desk: Desk) -> str:
    return desk.focus.accessibleName()


def test_the_cycle_that_waits_is_there_and_the_keyboard_in_its_plan(cycles: Desk) -> None:
    assert shown(cycles).ref == "P3"
    assert where(cycles) == "Objective"
    assert cycles.window.status.words.endswith("7 cycles")
    day = view(cycles).cycle_page.plan.days["planned_start"]
    day.setFocus()
    day.selectAll()
    cycles.type("Nov 9")
    cycles.press("Return")
    assert "two school weeks late" in cycles.window.status.words
    cycles.press("Shift+F4", "Return")
    assert shown(cycles).state == "doing"


def test_quarters_stand_in_two_rows(cycles: Desk) -> None:
    grid = view(cycles).cycle_page._grid
    places = [grid.itemAtPosition(*divmod(at, 2)) for at in range(4)]
    assert [it.widget() for it in places if it] == [*view(cycles).cycle_page.quarters]


def test_a_form_on_paper_is_typed_in_decided_and_followed(cycles: Desk) -> None:
    """The task that must go well, with the keys that it takes besides the words."""
    desk = cycles
    view(desk).show_item(named(desk.window.work.workbook, "P5").id)
    desk.press("Shift+F6")
    desk.type("p3")
    desk.press("Return")
    assert shown(desk).ref == "P3"
    desk.press("Shift+F4")
    desk.type("11/9")
    desk.press("Return")
    cycle = shown(desk)
    assert cycle.state == "doing"
    assert cycle.began is not None
    assert (cycle.began.on_paper, cycle.started) == (date(2026, 11, 9), date(2026, 11, 9))
    assert cycle.began.at == WHEN.replace(microsecond=0)
    assert where(desk) == "As planned"
    desk.type("n")
    desk.press("Tab")
    desk.type("One clerk was away")
    desk.press("Tab")
    desk.type("604 letters in January")
    desk.press("F4")
    assert shown(desk).state == "studying"
    assert where(desk).startswith("What happened: How many letters")
    quarters = view(desk).cycle_page
    assert quarters.act.y() == quarters.study.y() > quarters.do.y(), "side by side, as on paper"
    desk.type("96 of 100")
    desk.press("Tab")
    desk.type("m")
    desk.press("Tab")
    desk.type("Half of them")
    desk.press("Tab")
    desk.type("p")
    desk.press("F4")
    assert where(desk) == "Decide: Adapt"
    assert desk.window.status.words.startswith("Choose adapt")
    desk.press("Space")
    assert "Choose adapt" not in desk.window.status.words
    assert where(desk) == "What changes"
    desk.type("A text on day five")
    desk.press("F4")
    assert shown(desk).decision == "adapt"
    assert where(desk) == "Next cycle"
    desk.press("F4")
    last, now = named(desk.window.work.workbook, "P3"), shown(desk)
    assert [(it.result, it.match) for it in last.questions] == [
        ("96 of 100", "matched"), ("Half of them", "partly"),
    ]  # fmt: skip
    assert (last.as_planned, last.as_planned_why) == ("no", "One clerk was away")
    assert last.observations == "604 letters in January"
    assert last.changes == "A text on day five"
    assert (now.number, now.state) == (4, "planned")
    assert where(desk) == "Question 1: We predict"
    rows = view(desk).cycle_page.plan.questions
    assert rows.rows[0].below.text() == "Last time: 96 of 100"


def test_find_goes_to_the_number_on_the_paper(cycles: Desk) -> None:
    desk = cycles
    desk.press("Ctrl+2", "Ctrl+F")
    desk.type("P5")
    desk.press("Return")
    desk.settle()
    assert shown(desk).ref == "P5"
    assert view(desk).page.isAncestorOf(desk.focus)


def test_everything_is_one_step_each_and_undo_goes_where_it_was(cycles: Desk) -> None:
    desk = cycles
    desk.press("F4")
    assert shown(desk).state == "doing"
    desk.press("F4", "F4", "Space")
    desk.type("Less paper")
    desk.press("F4", "F4")
    labels = desk.window.work.session.undo_labels
    assert labels[:5] == (
        "plan the next cycle", "decide the cycle", "change what changes", "go on to Study",
        "begin Do",
    )  # fmt: skip
    desk.press("Ctrl+Z")
    assert shown(desk).ref == "P3"
    desk.press("Ctrl+Y")
    assert shown(desk).number == 4
    desk.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert (shown(desk).ref, shown(desk).state) == ("P3", "planned")


def test_a_frozen_prediction_takes_an_amendment_in_place(cycles: Desk) -> None:
    desk = cycles
    desk.press("F4")
    plan = view(desk).cycle_page.plan
    cell = plan.questions.rows[0].cells["prediction"]
    cell.setFocus()
    assert "frozen" in cell.accessibleDescription()
    desk.type("9")
    assert where(desk) == "Amendment: what we think now"
    desk.type("0 of 100")
    desk.press("Tab")
    desk.type("holidays")
    desk.press("Return")
    assert desk.focus is cell
    assert cell.toPlainText() == "95 of 100"
    amended = shown(desk).amendments
    assert [(it.prediction, it.reason) for it in amended] == [("90 of 100", "holidays")]
    below = plan.questions.rows[0].below.text()
    assert below == ("Amended 24 Nov, 10:42: 90 of 100, because holidays · frozen words: 95 of 100")
    desk.type("x")
    desk.press("Escape")
    assert desk.focus is cell


def test_what_cannot_be_done_now_says_why(cycles: Desk) -> None:
    desk = cycles
    assert view(desk).cycle_page.head.next.text() == "Begin Do"
    view(desk).show_item(named(desk.window.work.workbook, "P7").id)
    desk.press("F4")
    assert "This ramp is closed" in desk.window.status.words
    desk.press("Ctrl+2", "F4")
    assert "Ctrl+5" in desk.window.status.words


def test_an_idea_without_cycles_is_tested_from_the_list(cycles: Desk) -> None:
    desk = cycles
    desk.press("Shift+F6")
    desk.type("open advisory")
    assert view(desk).idea_page.says.text() == ("Choose a change idea and test it with one person.")
    desk.press("Insert")
    assert where(desk) == "Objective"
    desk.type("Does a circle calm the class?")
    desk.press("Return")
    assert where(desk) == "Question 1: Question"
    desk.type("Who comes late?")
    desk.press("Tab")
    desk.type("Two")
    desk.press("Tab")
    desk.type("They like it")
    desk.press("Return")
    assert where(desk) == "Question 2: Question"
    cycle = shown(desk)
    assert [(it.text, it.prediction, it.reason) for it in cycle.questions] == [
        ("Who comes late?", "Two", "They like it")
    ]
    desk.press("F4")
    assert shown(desk).state == "doing"
    desk.press("Ctrl+Z", "Ctrl+Z")
    assert shown(desk).questions[0].reason == ""


def test_rows_move_and_go(cycles: Desk) -> None:
    desk = cycles
    tasks = view(desk).cycle_page.plan.tasks
    tasks.go(0)
    first, second = (it.text for it in shown(desk).tasks)
    desk.press("Alt+Down")
    assert [it.text for it in shown(desk).tasks] == [second, first]
    assert isinstance(desk.focus, Cell)
    assert desk.focus.toPlainText() == first
    desk.press("Alt+Delete")
    assert [it.text for it in shown(desk).tasks] == [second]
    desk.press("Ctrl+Z")
    assert len(shown(desk).tasks) == 2


def test_fast_hands_write_one_row(cycles: Desk) -> None:
    tasks, before = view(cycles).cycle_page.plan.tasks, len(shown(cycles).tasks)
    tasks.rows[before].cells["text"].setFocus()
    cycles.type_fast("Ask the drivers")
    cycles.settle()
    assert [it.text for it in shown(cycles).tasks[before:]] == ["Ask the drivers"]


def test_words_wait_in_a_row_for_its_first_cell(cycles: Desk) -> None:
    desk = cycles
    data = view(desk).cycle_page.plan.data
    empty = data.rows[len(shown(desk).data)]
    empty.cells["who"].setFocus()
    desk.type("Registrar")
    desk.press("Tab")
    assert "Fill in “Data”" in desk.window.status.words
    desk.type("Friday")
    empty.cells["text"].setFocus()
    desk.type("Replies")
    line = shown(desk).data[-1]
    assert (line.text, line.who, line.when) == ("Replies", "Registrar", "Friday")
    desk.press("Ctrl+Z")
    assert empty.cells["who"].toPlainText() == ""
    assert shown(desk).data[-1] is not line


def test_days_are_typed(cycles: Desk) -> None:
    desk = cycles
    day = view(desk).cycle_page.plan.days["planned_end"]
    day.setFocus()
    day.selectAll()
    desk.type("next week")
    desk.press("Return")
    assert "is no day" in desk.window.status.words
    assert desk.focus is day
    day.selectAll()
    desk.type("12/4")
    desk.press("Return")
    assert str(shown(desk).planned_end) == "2026-12-04"
    assert day.text() == "4 Dec"
    day.setFocus()
    desk.press("Up")
    assert str(shown(desk).planned_end) == "2026-12-05"


def test_what_a_cycle_shows_is_kept_with_the_driver(cycles: Desk) -> None:
    desk = cycles
    desk.press("F4", "F4")
    findings = view(desk).cycle_page.study.findings
    pick = findings.rows[0].pick
    pick.setFocus()
    desk.type("m")
    book = desk.window.work.workbook
    assert pick.currentData() == "mixed"
    found = next(it for it in book.evidence if it.cycle_id == shown(desk).id)
    cited = [it for page in book.theories for it in page.drivers
             if any(c.evidence_id == found.id for c in it.cites)]  # fmt: skip
    assert [it.id for it in cited] == [findings._about[0].item_id]
    desk.press("Ctrl+Z")
    assert all(it.cycle_id != shown(desk).id for it in desk.window.work.workbook.evidence)


def test_deleting_a_cycle_shows_what_is_left_of_its_ramp(cycles: Desk) -> None:
    desk = cycles
    gone = shown(desk).id
    desk.press("Shift+F6", "Delete")
    assert cycle_with_id(desk.window.work.workbook, gone) is None
    assert shown(desk).ref == "P2"
    desk.press("Ctrl+Z")
    assert shown(desk).ref == "P3"


def test_what_can_only_be_read_is_read(cycles: Desk) -> None:
    desk = cycles
    desk.window.work.read_only = True
    desk.window.work.changed.emit()
    view(desk).show_item(named(desk.window.work.workbook, "P2").id)
    desk.settle()
    before = desk.window.work.workbook
    page = view(desk).cycle_page
    page.do.cells["observations"].setFocus()
    desk.type("more")
    page.plan.questions.rows[0].cells["prediction"].setFocus()
    desk.type("more")
    assert "only be read" in desk.window.status.words
    desk.press("F4")
    assert desk.window.work.workbook is before
    assert page.do.cells["observations"].toPlainText() == shown(desk).observations


class Notes:
    """A further page of the section, with something at the right."""

    def __init__(self, _window: MainWindow) -> None:
        self.page: QWidget = QLineEdit()
        self.left: QWidget = QListWidget()
        self.right: QWidget | None = QLabel("Beside it")

    def counts(self) -> str:
        return "3 notes"

    def keys(self) -> tuple[str, ...]:
        return ()

    def deeds(self) -> dict[str, object]:
        return {}

    def why_not(self, name: str) -> str:
        return name

    def show_item(self, item_id: str) -> None:
        self.page.setObjectName(item_id)


def test_a_further_page_is_one_line(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    every = (pdsa.parts()[0], Part("notes", "Notes", "note", Notes))  # type: ignore[arg-type]  # a fake's commands return nothing
    monkeypatch.setattr(pdsa, "parts", lambda: every)
    desk.window.filing.open_file(resource("examples", "attendance.ilead"))
    desk.press("Ctrl+5", "Ctrl+PageDown")
    section = desk.window.sections.view
    assert section is not None
    assert isinstance(desk.focus, QLineEdit)
    assert section.right is not None
    assert section.right.isVisible()
    assert "3 notes" in desk.window.status.words
    desk.window.do("theme dark")
    desk.settle()
    assert isinstance(desk.focus, QLineEdit)
    desk.window.sections.go("pdsa", named(desk.window.work.workbook, "P5").id)
    desk.settle()
    assert shown(desk).ref == "P5"
    assert desk.window.right.is_away


def test_another_look_keeps_the_cycle(cycles: Desk) -> None:
    desk = cycles
    view(desk).show_item(named(desk.window.work.workbook, "P5").id)
    desk.settle()
    desk.window.do("theme dark")
    desk.settle()
    assert shown(desk).ref == "P5"

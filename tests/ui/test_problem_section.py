"""The section Problem by keyboard: from a first sentence to a problem that is ready."""

import gc
from collections.abc import Iterator

import pytest
from hands import Desk
from mice import fall
from PySide6.QtCore import Qt
from workbooks import chained, key

from ilead_studio import edits
from ilead_studio.model import Problem, Workbook
from ilead_studio.ui.problem.evidence_rows import Column
from ilead_studio.ui.problem.list_view import ProblemList
from ilead_studio.ui.problem.section import ProblemView


def view(desk: Desk) -> ProblemView:
    it = desk.window.sections.view
    assert isinstance(it, ProblemView)
    return it


def problem(desk: Desk, at: int = 0) -> Problem:
    return desk.window.work.workbook.problems[at]


@pytest.fixture
def there(desk: Desk) -> Iterator[Desk]:
    """The section with one problem, its fishbone and its theory."""
    desk.window.work.begin(chained())
    desk.press("Ctrl+1")
    yield desk
    desk.settle()


def name(desk: Desk) -> str:
    return desk.focus.accessibleName()


def test_an_empty_workbook_asks_for_the_first_problem(desk: Desk) -> None:
    desk.press("Ctrl+1")
    assert name(desk) == "The problem, in one or two sentences"
    desk.type("New teachers leave early")
    desk.press("Return")
    assert problem(desk).text == "New teachers leave early"
    assert name(desk) == "Who is affected"
    for words in ("118 teachers", "14 schools", "Since 2022", "26 %", "Roster", "13 %", "41 to 17"):
        desk.type(words)
        desk.press("Return")
    it = problem(desk)
    assert (it.population, it.setting, it.period) == ("118 teachers", "14 schools", "Since 2022")
    assert (it.baseline, it.baseline_source, it.desired) == ("26 %", "Roster", "13 %")
    assert it.gap == "41 to 17"
    assert view(desk)._page.table.hasFocus()


def test_a_problem_that_is_dragged_stands_elsewhere_and_its_row_stays(there: Desk) -> None:
    work = there.window.work
    work.step("add", lambda book: edits.add_problem(book, work.ids(), "Later"))
    rows = view(there).left.findChildren(ProblemList)[0]
    there.settle()
    rows.setCurrentRow(1)
    event = fall(rows, 0)
    assert event.dropAction() != Qt.DropAction.MoveAction  # or Qt would take the row away itself
    assert problem(there).text == "Later"
    assert [rows.item(at).text() for at in range(2)] == [it.text for it in work.workbook.problems]


def test_typing_in_a_field_is_one_step_and_escape_leaves_none(there: Desk) -> None:
    session = there.window.work.session
    steps = len(session.undo_labels)
    there.press("Tab")
    while name(there) != "Where":
        there.press("Tab")
    there.type("Two schools")
    assert len(session.undo_labels) == steps + 1
    there.press("Tab", "Shift+Tab")
    there.type("Ten")
    there.press("Escape")
    assert problem(there).setting == "Two schools"
    assert len(session.undo_labels) == steps + 1
    there.press("Ctrl+Z")
    assert problem(there).setting == ""
    assert name(there) == "Where"
    assert view(there)._page.form.fields["setting"].toPlainText() == ""


def table_row(desk: Desk) -> tuple[str, ...]:
    rows = view(desk)._page.table.rows
    at = len(rows.rows) - 1
    return tuple(str(rows.index(at, column).data() or "") for column in Column)


def test_evidence_is_typed_into_the_empty_row_cell_by_cell(there: Desk) -> None:
    table = view(there)._page.table
    table.begin()
    there.settle()
    assert "Type: next evidence" in there.window.hints.text()
    there.type("Exit dates")
    there.press("Tab")
    assert problem(there).cites[-1].speaks == "for"
    assert name(there) == "What it says"
    there.type("a")
    there.press("Tab")
    there.type("Roster")
    there.press("Tab")
    there.type("May 2026")
    there.press("Return")
    assert table_row(there) == ("", "Exit dates", "against", "Roster", "May 2026", "only here")
    assert table.hasFocus()


def test_what_the_workbook_knows_already_is_cited_again(there: Desk) -> None:
    before = len(there.window.work.workbook.evidence)
    table = view(there)._page.table
    table.begin()
    there.type("Six families")
    there.press("Return")
    assert len(there.window.work.workbook.evidence) == before
    assert [it.evidence_id for it in problem(there).cites] == [key("tally"), key("seen")]
    assert table.currentIndex().row() == 2, "the next one can be typed at once"
    there.press("Up", "Delete")
    assert "1 cause lost it too" in there.window.status.words
    assert [it.id for it in there.window.work.workbook.evidence] == [key("tally")]
    there.press("Ctrl+Z")
    assert len(there.window.work.workbook.evidence) == before
    assert table.hasFocus()


def test_a_problem_is_linked_walked_to_and_unlinked(there: Desk) -> None:
    there.press("Ctrl+L")
    assert "no other problem" in there.window.status.words
    left = view(there)._left.list
    left.setFocus()
    there.press("Return")
    there.type("Too few diplomas")
    there.press("Return", "Ctrl+L")
    there.type(problem(there).text[:6].lower())
    there.press("Return")
    one, other = there.window.work.workbook.problems
    assert other.part_of == (one.id,)
    view(there)._open(one.id)
    there.settle()
    there.press("Ctrl+L", "Down", "Return")
    assert "This would close a circle" in there.window.status.words
    there.press("Escape")
    assert problem(there).part_of == ()
    view(there)._open(other.id)
    there.settle()
    strip = view(there)._page.strip
    strip._columns[0][0].setFocus()
    there.press("Left", "Delete")
    assert there.window.work.workbook.problems[1].part_of == ()
    assert there.focus.isVisible()


def test_readiness_goes_to_its_field_and_space_says_yes(there: Desk) -> None:
    right = view(there)._right
    right._checks["known"].setFocus()
    there.press("Return")
    assert name(there) == "Where"
    right._checks["no-cause"].setFocus()
    there.press("Space")
    assert problem(there).confirmed == ("no-cause",)
    assert there.focus is right._checks["no-cause"]
    there.press("Space")
    assert problem(there).confirmed == ()
    party = there.window.work.workbook.parties[0]
    right.needed.ticks[party.id].setFocus()
    there.press("Space")
    assert problem(there).parties == (party.id,)
    right.seen_by.setFocus()
    there.press("End")
    assert problem(there).only_for == "facilitator"


def test_problems_are_renamed_moved_and_deleted_in_the_list(there: Desk) -> None:
    left = view(there)._left.list
    for words in ("Second", "Third"):
        left.setFocus()
        there.press("Return")
        there.type(words)
        there.press("Return")
    left.setFocus()
    there.press("Alt+Up")
    assert [it.text for it in there.window.work.workbook.problems][1:] == ["Third", "Second"]
    there.press("F2")
    there.type("Late buses")
    there.press("Return")
    assert problem(there, 1).text == "Late buses"
    there.press("Up", "Delete")
    assert "1 fishbone, 1 theory" in there.window.status.words
    assert [it.text for it in there.window.work.workbook.problems] == ["Late buses", "Second"]
    assert there.focus is left
    there.press("Delete", "Delete")
    assert there.window.work.workbook.problems == ()
    assert there.focus.isVisible()
    assert view(there)._page.new.isVisible()


def test_enter_goes_to_what_the_problem_owns(there: Desk) -> None:
    owned = view(there)._left.owned
    owned.setFocus()
    there.press("Down", "Return")
    assert there.focus is there.window.canvas
    assert there.window.work.page is not None
    assert there.window.work.page.id == key("head")


def test_the_status_line_counts(there: Desk) -> None:
    told = there.window.status.words
    assert "1 problem, 1 fishbone, 1 theory · 2 evidence items" in told


def test_evidence_is_shown_when_somebody_asks_for_it(there: Desk) -> None:
    there.window.sections.go("problem", key("tally"))
    there.settle()
    book: Workbook = there.window.work.workbook
    chosen = view(there)._page.table.chosen
    assert chosen is not None
    assert chosen.text == next(it.text for it in book.evidence if it.id == key("tally"))


def test_another_look_leaves_nothing_of_the_last_one_behind(there: Desk) -> None:
    there.press("Ctrl+8")
    there.window.do("theme dark")
    there.settle()
    gc.collect()
    for key_of in ("Ctrl+2", "Ctrl+1", "Ctrl+8", "Ctrl+1"):
        there.press(key_of)
    there.type("!")
    assert "!" in problem(there).text
    assert view(there)._page.isVisible()

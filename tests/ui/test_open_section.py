"""Open questions by keyboard: noted anywhere, answered with a day, each with a way to its item."""

from collections.abc import Iterator
from datetime import date

import pytest
from hands import WHEN, Desk
from workbooks import chained, key

from ilead_studio import edits
from ilead_studio.model import OpenQuestion
from ilead_studio.ui.drivers.making import MakeDrivers
from ilead_studio.ui.questions.rows import Column
from ilead_studio.ui.questions.section import OpenView

NOTE = key("askings")


def view(desk: Desk) -> OpenView:
    it = desk.window.sections.view
    assert isinstance(it, OpenView)
    return it


def questions(desk: Desk) -> tuple[OpenQuestion, ...]:
    return desk.window.work.workbook.questions


@pytest.fixture
def there(desk: Desk) -> Iterator[Desk]:
    book = edits.note_question(chained(), NOTE, "Who rides the bus?", key("late"))
    desk.window.work.begin(book)
    desk.press("Ctrl+Shift+O")
    yield desk
    desk.settle()


def test_a_question_is_noted_about_what_is_selected(desk: Desk) -> None:
    desk.window.work.begin(chained())
    desk.window.work.select(key("late"))
    desk.press("Ctrl+Shift+A")
    card = desk.window.cards.question
    assert card._about.text() == "About C2 · Buses come late"
    desk.press("Return")
    assert "Type the question first" in desk.window.status.words
    desk.type("Since when?")
    desk.press("Tab")
    desk.type("Planner")
    desk.press("Return")
    told = [(it.text, it.item_id, it.who) for it in questions(desk)]
    assert told == [("Since when?", key("late"), "Planner")]
    assert desk.focus is desk.window.canvas
    desk.press("Ctrl+Z")
    assert questions(desk) == ()


def test_questions_are_typed_changed_answered_and_deleted_in_the_list(there: Desk) -> None:
    table = view(there).table
    assert there.focus is table
    there.type("Who has a key?")
    there.press("Tab")
    there.type("Caretaker")
    there.press("Return")
    assert [(it.text, it.who) for it in questions(there)][1] == ("Who has a key?", "Caretaker")
    table.go(len(table.rows.rows) - 1, Column.ANSWERED)
    there.press("Return", "Return")
    assert questions(there)[1].answered == WHEN.date()
    assert view(there).sorts.currentItem().text().startswith("All open questions")
    table.go(len(table.rows.rows) - 1)
    there.press("Delete")
    assert [it.text for it in questions(there)] == ["Who has a key?"]
    there.press("Ctrl+Z", "Escape")
    assert there.focus is view(there).sorts
    there.press("End")
    assert [it.text for it in table.rows.rows] == ["Who has a key?"]
    there.press("Return")
    table.go(0, Column.ANSWERED)
    there.press("F2")
    there.type("2 Nov")
    there.press("Return")
    assert questions(there)[1].answered == date(2026, 11, 2)


def test_enter_goes_to_what_a_question_is_about(there: Desk) -> None:
    table = view(there).table
    table.go(0)
    there.press("Delete")
    assert "decided where it stands" in there.window.status.words
    there.press("Return")
    assert there.window.work.item_id == table.rows.rows[0].item_id
    assert there.focus is there.window.canvas
    there.press("Ctrl+Shift+O")
    table.go(len(table.rows.rows) - 1, Column.ABOUT)
    there.press("Return")
    assert there.window.work.item_id == key("late")


def test_find_goes_to_a_question(there: Desk) -> None:
    there.press("Ctrl+2", "Ctrl+F")
    there.type("rides")
    there.press("Down", "Return")
    row = view(there).table.rows.row_at(view(there).table.currentIndex().row())
    assert row is not None
    assert row.question_id == NOTE


def test_a_cause_of_which_nobody_is_sure_is_noted_while_drivers_are_made(desk: Desk) -> None:
    desk.window.work.begin(edits.put(chained(), [key("late")], evidence="disputed", root=True))
    desk.press("Ctrl+M")
    made = desk.window.sections.view
    assert isinstance(made, MakeDrivers)
    line = made.form.lines[key("late")]
    if line.tick.isChecked():
        line.tick.click()
    desk.settle()
    assert line._asks is not None
    assert line._asks.isVisible()
    line._asks.setFocus()
    desk.press("Space")
    desk.type("Do they come late?")
    desk.press("Return")
    assert [(it.text, it.item_id) for it in questions(desk)] == [
        ("Do they come late?", key("late"))
    ]
    assert desk.focus is line._asks


def test_a_question_can_be_about_what_a_section_shows(desk: Desk) -> None:
    desk.window.work.begin(edits.add_measure(chained(), key("calls"), "Calls"))
    for keys, about in (("Ctrl+4", "I1 · Talk"), ("Ctrl+5", "P1 · “Talk"), ("Ctrl+1", "One pupil")):
        desk.press(keys, "Ctrl+Shift+A")
        assert desk.window.cards.question._about.text().startswith(f"About {about}")
        desk.press("Escape")
    desk.window.sections.go("measures", key("calls"))
    desk.press("Ctrl+Shift+A")
    assert desk.window.cards.question._about.text() == "About Calls"


def test_nothing_is_told_of_causes_while_a_vote_on_them_is_blind(there: Desk) -> None:
    work = there.window.work
    assert view(there).counts() == "5 open questions"
    work.step("vote", lambda book: edits.open_vote(book, key("vote"), key("head"), 3))
    there.settle()
    assert [it.text for it in view(there).table.rows.rows] == ["Who rides the bus?"]
    assert view(there).counts() == "1 open question"
    assert "comes back with the reveal" in view(there).told.text()
    there.press("Ctrl+Z")
    assert "stand here by themselves" in view(there).told.text()

"""The change ideas as a table: typed, sorted, moved and parked by keyboard."""

import pytest
from hands import Desk
from PySide6.QtWidgets import QApplication, QPlainTextEdit
from workbooks import key, reading

from ilead_studio import edits
from ilead_studio.model import Party, replace
from ilead_studio.rules.ideas import Order, Wanted
from ilead_studio.ui.ideas.choice import IdeaChoice, choice_of
from ilead_studio.ui.ideas.page import IdeasPage

TALK, HOUR, NORTH = key("talk"), key("hour"), key("north")


@pytest.fixture
def ideas(desk: Desk) -> Desk:
    """The window at the ideas of a theory; one of them waits in the parking lot."""
    north = Party(id=NORTH, name="Northfield Schools", short="Northfield", kind="LEA")
    book = edits.park_words(replace(reading(), parties=(north,)), key("prize"), "Prizes", "teacher")
    desk.window.work.begin(book)
    desk.press("Ctrl+4")
    return desk


def page_of(desk: Desk) -> IdeasPage:
    view = desk.window.sections.view
    assert view is not None
    assert isinstance(view.page, IdeasPage)
    return view.page


def choice(desk: Desk) -> IdeaChoice:
    return choice_of(desk.window.work)


def listed(desk: Desk) -> list[str]:
    return [row.idea.text for row in choice(desk).rows]


def chosen(desk: Desk) -> str:
    idea = choice(desk).idea
    return idea.text if idea else ""


def test_typing_begins_the_next_idea_and_enter_the_one_after(ideas: Desk) -> None:
    assert ideas.focus is page_of(ideas).table
    assert "3 ideas: 2 proposed, 1 parked" in ideas.window.status.words
    ideas.type("Reading")
    assert isinstance(ideas.focus, QPlainTextEdit)
    ideas.type(" buddies")
    ideas.press("Return")
    ideas.type("Book bags")
    ideas.press("Return", "Return")
    assert ideas.focus is page_of(ideas).table
    assert chosen(ideas) == "Book bags"
    assert listed(ideas) == [
        "Talk about books", "Quiet hour", "Prizes", "Reading buddies", "Book bags",
    ]  # fmt: skip
    ideas.press("Ctrl+Z")
    assert listed(ideas)[-1] == "Reading buddies"
    assert chosen(ideas) == "Reading buddies"
    assert ideas.window.work.session.undo_label == "add “Reading buddies”"


def test_f2_edits_the_words_and_escape_gives_them_back(ideas: Desk) -> None:
    ideas.press("Down", "F2")
    ideas.type("A quiet hour")
    ideas.press("Return")
    assert chosen(ideas) == "A quiet hour"
    assert ideas.focus is page_of(ideas).table
    ideas.press("F2")
    ideas.type("No")
    ideas.press("Escape")
    assert chosen(ideas) == "A quiet hour"
    assert ideas.focus is page_of(ideas).table
    ideas.press("Return", "Escape")
    assert len(listed(ideas)) == 3
    ideas.press("F2", "Delete", "Return")
    assert chosen(ideas) == "A quiet hour"
    assert "An item needs words" in ideas.window.status.words


def test_words_are_kept_when_the_keyboard_leaves_them(ideas: Desk) -> None:
    ideas.press("F2")
    ideas.type("Books")
    ideas.window.canvas.setFocus()
    page_of(ideas).views.setFocus()
    ideas.press("F6")
    assert listed(ideas)[0] == "Books"


def test_ideas_move_only_in_their_own_order(ideas: Desk) -> None:
    ideas.press("Down", "Alt+Up")
    assert listed(ideas)[:2] == ["Quiet hour", "Talk about books"]
    assert chosen(ideas) == "Quiet hour"
    choice(ideas).sort(Order("text"))
    ideas.press("Alt+Down")
    assert "own order" in ideas.window.status.words
    choice(ideas).sort(Order())
    ideas.press("Alt+Up")
    assert "at the end" in ideas.window.status.words


def test_delete_chooses_the_neighbour_and_undo_what_came_back(ideas: Desk) -> None:
    ideas.press("Delete")
    assert chosen(ideas) == "Quiet hour"
    assert ideas.window.work.session.undo_label == "delete “Talk about books” and 1 cycle"
    ideas.press("Ctrl+Z")
    assert chosen(ideas) == "Talk about books"
    assert ideas.focus is page_of(ideas).table


def test_ctrl_b_parks_and_brings_back_with_credit(ideas: Desk) -> None:
    ideas.press("Down", "Down", "Ctrl+B")
    idea = choice(ideas).idea
    assert idea is not None
    assert (idea.state, idea.raised_by) == ("proposed", "teacher")
    assert "raised by teacher" in ideas.window.status.words
    ideas.press("Ctrl+B")
    assert ideas.window.work.session.undo_label == "park “Prizes”"


def test_a_link_to_one_more_driver(ideas: Desk) -> None:
    ideas.press("Down", "Ctrl+L")
    ideas.type("fam")
    ideas.press("Return")
    rows = choice(ideas).rows
    assert rows[1].serves == ("Teaching", "Families")
    assert ideas.focus is page_of(ideas).table


def test_a_filter_shows_some_and_new_ideas_fit_it(ideas: Desk) -> None:
    page = page_of(ideas)
    choice(ideas).want(Wanted(NORTH, key("families")))
    ideas.settle()
    assert listed(ideas) == []
    ideas.type("Book bags")
    ideas.press("Return", "Escape")
    assert listed(ideas) == ["Book bags"]
    assert choice(ideas).rows[0].party == "Northfield"
    assert page.parties.currentText() == "Northfield"
    ideas.window.sections.go("ideas", TALK)
    assert choice(ideas).wanted == Wanted()
    assert chosen(ideas) == "Talk about books"


def test_further_columns_are_kept(ideas: Desk) -> None:
    page = page_of(ideas)
    next(it for it in page.more.menu().actions() if it.text() == "Votes").trigger()
    assert page.table.columns[-1] == "votes"
    ideas.window.do("theme dark")
    ideas.settle()
    assert page_of(ideas).table.columns[-1] == "votes"
    ideas.window.arranged.back_to_page()
    ideas.press("Delete", "Ctrl+Z")
    assert chosen(ideas) == "Talk about books"


def test_several_are_parked_together(ideas: Desk) -> None:
    ideas.press("Shift+Down")
    assert choice(ideas).ids == (TALK, HOUR)
    ideas.press("Ctrl+B")
    assert [row.idea.state for row in choice(ideas).rows] == ["parked"] * 3
    page = page_of(ideas)
    assert page.empty.isVisible()
    page.open_lot.click()
    ideas.press("Ctrl+B")
    assert not page.empty.isVisible()


def test_pasted_lines_become_ideas_in_one_step(ideas: Desk) -> None:
    ideas.press("Ctrl+C")
    assert QApplication.clipboard().text() == "Talk about books"
    QApplication.clipboard().setText("- Book bags\n\n• Reading buddies\n")
    ideas.press("Ctrl+V")
    assert listed(ideas)[-2:] == ["Book bags", "Reading buddies"]
    assert ideas.window.work.session.undo_label == "paste 2 ideas"
    QApplication.clipboard().clear()
    ideas.press("Ctrl+V")
    assert "no words to paste" in ideas.window.status.words


def test_a_note_is_written_in_the_inspector(ideas: Desk) -> None:
    ideas.press("Ctrl+Return")
    ideas.type("Ask Millbrook")
    idea = choice(ideas).idea
    assert idea is not None
    assert idea.notes == "Ask Millbrook"
    ideas.press("Escape")
    assert ideas.focus is page_of(ideas).table


def test_what_can_only_be_read_stays(ideas: Desk) -> None:
    ideas.window.work.read_only = True
    choice(ideas).sifted.emit()
    ideas.settle()
    ideas.type("No")
    ideas.press("F2")
    assert not isinstance(ideas.focus, QPlainTextEdit)
    assert "only be read" in ideas.window.status.words


def test_the_field_over_a_row_grows_and_shows_its_first_line(ideas: Desk) -> None:
    long = "Let each ninth grader spend a morning with a twelfth grader of the same plan"
    ideas.window.work.step("words", lambda book: edits.rename(book, TALK, long))
    ideas.press("F2", "End")
    ideas.type(" and about what each of us has read at home since the last time we met here")
    field = page_of(ideas).table.editor
    assert field is not None
    assert field.height() > 3 * field.fontMetrics().lineSpacing()
    assert field.verticalScrollBar().value() == 0


def test_the_idea_that_is_selected_on_the_theory_is_chosen_and_a_cycle_planned_for_it(
    desk: Desk,
) -> None:
    work = desk.window.work
    work.begin(reading())
    for idea in (HOUR, TALK):
        desk.press("Ctrl+3")
        work.select(idea)
        desk.press("Ctrl+4")
        assert choice(desk).ids == (idea,)
    choice(desk).choose(HOUR)
    desk.press("Ctrl+5", "Ctrl+4")
    assert choice(desk).ids == (HOUR,), "nothing else was selected on the theory meanwhile"
    many = len(work.workbook.cycles)
    desk.window.do("new cycle")
    desk.settle()
    assert work.section == "pdsa"
    assert [it.idea_id for it in work.workbook.cycles[many:]] == [HOUR]

"""Making drivers from root causes: a page of its own over the theory, by keyboard alone."""

import pytest
from hands import Desk
from PySide6.QtWidgets import QApplication, QPushButton
from workbooks import chained, key

from ilead_studio import edits
from ilead_studio.model import Cause, find
from ilead_studio.rules.trace import answering
from ilead_studio.ui.drivers.line import WordsField
from ilead_studio.ui.drivers.making import MakeDrivers


@pytest.fixture
def there(desk: Desk) -> Desk:
    """The page, with one root cause that nobody answers ticked."""
    workbook = edits.put(chained(), [key("full"), key("late")], root=True)
    desk.window.work.begin(workbook)
    desk.settle()
    desk.press("Ctrl+M")
    return desk


def page(desk: Desk) -> MakeDrivers:
    view = desk.window.sections.view
    assert isinstance(view, MakeDrivers)
    return view


def field(desk: Desk) -> WordsField:
    """The field that has the keyboard."""
    focus = desk.focus
    assert isinstance(focus, WordsField)
    return focus


def see(desk: Desk) -> MakeDrivers:
    """Let the preview follow, as it does when typing pauses."""
    view = page(desk)
    desk.settle()
    view._later.stop()
    view._preview()
    return view


def test_drivers_are_typed_and_made_in_one_step(there: Desk) -> None:
    work = there.window.work
    before = work.workbook
    assert [row.accessibleName() for row in (page(there).form.main,)] == ["Make 2 drivers"]
    assert field(there).selectedText() == "Buses", "the words of the cause, to be typed over"
    there.type("A way here")
    there.press("Return")
    there.type("Room for all")
    assert "Nothing is changed until you press “Make 2 drivers”" in there.window.status.words
    assert work.workbook is before
    there.press("Ctrl+Return")
    assert not work.section
    assert there.focus is there.window.canvas
    assert work.page is not None
    assert work.page.id == key("aim")
    chosen = [find(work.workbook, it) for it in work.ids_selected]
    assert {getattr(it, "text", "") for it in chosen} == {"A way here", "Room for all"}
    full = find(work.workbook, key("full"))
    assert isinstance(full, Cause)
    assert [it.text for it in answering(work.workbook, full)] == ["Room for all"]
    there.press("Ctrl+Z")
    assert work.workbook == before


def test_escape_gives_the_words_back_and_then_the_page(there: Desk) -> None:
    before = there.window.work.workbook
    there.type("Other")
    there.press("Escape")
    assert field(there).text() == "Buses"
    there.press("Escape")
    assert there.focus is there.window.canvas
    assert there.window.work.workbook is before
    assert there.window.work.draft is None
    assert "No driver was made" in there.window.status.words


def test_words_wait_while_somebody_looks_elsewhere(there: Desk) -> None:
    there.type("A way here")
    there.press("Ctrl+2", "Ctrl+M")
    assert field(there).text() == "A way here"
    assert page(there).form.lines[key("buses")].row.choice.words == "A way here"
    there.window.do("theme dark")
    there.settle()
    assert page(there).form.lines[key("buses")].row.choice.words == "A way here"


def test_ticks_ways_and_drivers_that_are_there(there: Desk) -> None:
    form = page(there).form
    line = form.lines[key("late")]
    assert not line.tick.isChecked()
    line.tick.setFocus()
    there.press("Space")
    assert line.row.choice.onto == key("daily"), "that answers it already"
    assert form.main.accessibleName() == "Make 2 drivers"
    full = form.lines[key("full")]
    full.becomes.turn("existing")
    assert form.main.accessibleName() == "Make 1 driver, link 1"
    there.settle()
    full.becomes.turn("none")
    assert not full.tick.isChecked()
    form.lines[key("buses")].tick.click()
    form.made.emit()
    assert "Tick a cause first" in there.window.status.words


def test_all_causes_can_be_shown_and_words_turned_around_are_offered(there: Desk) -> None:
    form = page(there).form
    assert list(form.lines) == [key("buses"), key("late"), key("full")]
    form.all.click()
    assert len(form.lines) == 6
    form.lines[key("buses")].tick.click()
    assert not form.lines[key("buses")].tick.isChecked()
    form.lines[key("roads")].tick.click()
    assert form.lines[key("buses")].tick.isChecked(), "its bone is proposed as primary"
    late = form.lines[key("late")]
    late.tick.click()
    late.becomes.turn("secondary")
    assert late.row.offered == "Buses come early"
    late.becomes.take(late.row.offered)
    assert late.row.choice.words == "Buses come early"


def test_the_root_test_is_asked_beside_it_and_marks_nothing(there: Desk) -> None:
    view = page(there)
    view.show_item(key("full"))
    test = view.side.test
    for name in ("exists_without", "comes_back"):
        test.asked[name].chosen.emit("no")
    assert test.words == "No and no, and marked as a root."
    there.settle()
    assert "test: no and no" in view.form.lines[key("full")].row.known
    test.tick.click()
    full = find(there.window.work.workbook, key("full"))
    assert isinstance(full, Cause)
    assert not full.root
    view.show_item(key("buses"))
    assert not test.tick.isVisible(), "a bone is a heading"


def test_the_right_side_shows_what_comes_of_it_and_what_stays_open(there: Desk) -> None:
    view = see(there)
    assert "2 new drivers" in view.side.picture.accessibleName()
    view.form.lines[key("full")].tick.click()
    view = see(there)
    goes = view.side.open.findChildren(type(view.form.main))
    assert any("Buses are full: a root that no driver answers" in it.accessibleName()
               for it in goes)  # fmt: skip
    view.side.driver_asked.emit(key("hourx"))
    view.side.driver_asked.emit(key("daily"))
    assert there.window.work.item_id == key("daily")
    assert QApplication.focusWidget() is not None


def test_a_workbook_without_causes_says_so(desk: Desk) -> None:
    desk.press("Ctrl+M")
    assert "There are no causes yet" in desk.window.status.words
    assert not desk.window.work.section


def strip(desk: Desk) -> list[QPushButton]:
    """The button over an empty driver diagram, if it is there."""
    every = desk.window.findChildren(QPushButton)
    return [it for it in every if it.text() == " Choose root causes" and it.isVisible()]


def test_an_empty_driver_diagram_offers_it(desk: Desk) -> None:
    desk.window.work.begin(edits.delete(chained(), [key("teach"), key("families")]))
    desk.settle()
    assert not strip(desk)
    desk.press("Ctrl+3")
    desk.settle()
    desk.press("Shift+F6")
    assert desk.focus is strip(desk)[0]
    desk.press("Escape")
    assert desk.focus is desk.window.canvas
    strip(desk)[0].click()
    assert desk.window.work.section == "make drivers"
    desk.settle()
    assert not strip(desk)
    desk.press("Escape")
    desk.settle()
    assert strip(desk)
    desk.press("Return")
    desk.type("Teaching")
    desk.press("Return", "Escape")
    desk.settle()
    assert not strip(desk)


def test_the_theory_tab_is_lit(there: Desk) -> None:
    assert [it.text() for it in there.window.bar._tabs.values() if it.isChecked()] == ["Theory"]


def test_a_selected_cause_is_ticked_beside_all_roots_that_nobody_answers(desk: Desk) -> None:
    work = desk.window.work
    work.begin(edits.put(chained(), [key("full"), key("late")], root=True))
    work.select(key("late"))
    desk.settle()
    desk.press("Ctrl+M")
    lines = page(desk).form.lines
    assert {it for it, line in lines.items() if line.tick.isChecked()} == {
        key("buses"), key("full"), key("late"),
    }  # fmt: skip
    lines[key("full")].tick.click()
    desk.press("Ctrl+2", "Ctrl+M")
    assert not page(desk).form.lines[key("full")].tick.isChecked(), "what was let go stays so"

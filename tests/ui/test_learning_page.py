"""The learning log in the window: grouped, filtered, edited where it is read, copied."""

import pytest
from hands import Desk
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from trials import CYCLE, cycle_in, decided
from workbooks import key

from ilead_studio import edits
from ilead_studio.model import Workbook
from ilead_studio.ui.learning.page import LearningPage


def two_drivers() -> Workbook:
    """Return a cycle that taught something about two drivers."""
    return edits.say_about(decided(), CYCLE, key("families"), key("unused"), "against")


@pytest.fixture
def page(desk: Desk) -> LearningPage:
    """The log in the window, with the keyboard on its first learning."""
    desk.window.work.begin(two_drivers())
    made = LearningPage(desk.window)
    desk.window.arranged.show_section(made)
    desk.window.arranged.back_to_page()
    desk.settle()
    return made


def said(page: LearningPage) -> list[str]:
    return [row.words for row in page.list.rows]


def test_one_learning_about_two_drivers_is_shown_twice(desk: Desk, page: LearningPage) -> None:
    words = "The hour matters more than the words"
    assert said(page) == ["Families", words, "Daily reading", words]
    assert page.list.rows[0].counted == "0 for · 0 mixed · 1 against"
    assert page.counts() == "1 learning"
    reader = QAccessible.queryAccessibleInterface(page.list)
    assert reader.child(1).text(QAccessible.Text.Name).startswith(f"P1, {words}, speaks against")


def test_words_typed_here_are_those_of_the_cycle(desk: Desk, page: LearningPage) -> None:
    desk.press("F2")
    assert desk.focus is page.side.words
    desk.press("Ctrl+A")
    desk.type("Text at noon")
    assert cycle_in(desk.window.work.workbook).learned == "Text at noon"
    assert said(page).count("Text at noon") == 2
    evidence = next(it for it in desk.window.work.workbook.evidence if it.cycle_id == CYCLE)
    assert evidence.text == "Text at noon"
    assert desk.focus is page.side.words
    desk.press("Ctrl+Z")
    assert cycle_in(desk.window.work.workbook).learned == "The hour matters more than the words"
    assert page.side.words.toPlainText() == "The hour matters more than the words"
    assert desk.focus is page.side.words
    desk.press("Escape")
    assert desk.focus is page.list


def test_what_changed_its_worth_and_who_learned_it_are_told(desk: Desk, page: LearningPage) -> None:
    page.side.changed.chosen.emit("value")
    page.side.values["applied"].click()
    page.side.values["realised"].click()
    page.side.parties[key("party")].click()
    cycle = cycle_in(desk.window.work.workbook)
    assert (cycle.changed, cycle.values) == ("value", ("applied", "realised"))
    assert cycle.parties == (key("party"),)
    desk.settle()
    assert page.list.rows[1].changed == "changed a value"
    desk.press("Ctrl+Z", "Ctrl+Z", "Ctrl+Z", "Ctrl+Z")
    assert page.side.changed.value is None
    assert not page.side.values["applied"].isChecked()


def test_groups_and_outcomes_filter_the_log(desk: Desk, page: LearningPage) -> None:
    page.left.setFocus()
    desk.press("Home", "Down", "Down")
    assert said(page)[0] == "Daily reading"
    assert len(page.list.rows) == 2
    page.by.chosen.emit("outcome")
    desk.settle()
    assert said(page)[0] == "Adapt"
    page.outcomes.setFocus()
    desk.press("Down", "Down")
    assert page.outcomes.currentText() == "expand"
    assert said(page) == []
    assert page.why_not("copy") == "Choose a learning first."
    desk.press("Home")
    assert page.list.cycle_id == CYCLE


def test_the_log_is_copied_as_plain_text(desk: Desk, page: LearningPage) -> None:
    page.deeds()["copy"]()
    assert QApplication.clipboard().text().startswith("- The hour matters more than the words\n")
    page.copies.click()
    text = QApplication.clipboard().text()
    assert text.startswith("D2 Families (0 for · 0 mixed · 1 against)\n- The hour")
    assert desk.window.status.words == "Copied 1 learning as plain text."


def test_enter_opens_the_cycle_and_a_line_of_sight_leads_to_its_page(
    desk: Desk, page: LearningPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[tuple[str, str]] = []
    monkeypatch.setattr(desk.window.sections, "go", lambda *there: opened.append(there))
    desk.press("Return")
    assert opened == [("pdsa", CYCLE)]
    rows = page.side.chain
    assert [row.ref for row in rows[:2]] == ["P1", "I1"]
    driver = next(row for row in rows if row.id == key("daily"))
    page.side.goes(driver)
    desk.settle()
    assert desk.window.work.item_id == key("daily")
    assert desk.window.work.section == ""


def test_an_empty_log_says_where_learnings_are_written(desk: Desk, page: LearningPage) -> None:
    desk.window.work.begin(Workbook())
    page.refresh()
    desk.settle()
    assert page.nothing.isVisible()
    assert "Study" in page.nothing.text()
    desk.press("F2", "Return")
    assert page.side.words.isHidden() or not page.side.words.isVisible()

"""The inspector: what is known about one item or many is shown and changed beside the page."""

from typing import TypeVar

import pytest
from hands import Desk
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.model import Cause, Driver, Party, find, replace
from ilead_studio.ui.inspector.driver import (
    AnsweredByGroup,
    AnswersGroup,
    DefinitionGroup,
    DriverStateGroup,
)
from ilead_studio.ui.inspector.evidence import EvidenceItemsGroup
from ilead_studio.ui.inspector.group import Group
from ilead_studio.ui.inspector.judged import (
    EvidenceGroup,
    LensesGroup,
    ReachGroup,
    RootGroup,
    VotesGroup,
)
from ilead_studio.ui.inspector.measures import MeasuresGroup
from ilead_studio.ui.inspector.problem import ProblemGroup
from ilead_studio.ui.inspector.who import PartiesGroup, RaisedGroup

G = TypeVar("G", bound=Group)
PARTIES = (
    Party(id=key("party"), name="Northfield Schools", kind="LEA"),
    Party(id=key("college"), name="State College", kind="IHE"),
)


@pytest.fixture
def page(desk: Desk) -> Desk:
    """A workbook with a fishbone and a theory; the fishbone is in view."""
    desk.window.work.begin(replace(both(), parties=PARTIES))
    desk.settle()
    return desk


def select(desk: Desk, *names: str) -> None:
    desk.window.work.select(*(key(name) for name in names))
    desk.settle()


def group(desk: Desk, kind: type[G]) -> G:
    return next(it for it in desk.window.inspector.groups if type(it) is kind)


def press(desk: Desk, under: QWidget, name: str) -> None:
    """Click the visible button of a name."""
    desk.settle()
    found = [it for it in under.findChildren(QPushButton)
             if it.isVisible() and it.accessibleName() == name]  # fmt: skip
    assert len(found) == 1, [it.accessibleName() for it in under.findChildren(QPushButton)]
    found[0].click()
    desk.settle()


def cause(desk: Desk, name: str) -> Cause:
    found = find(desk.window.work.workbook, key(name))
    assert isinstance(found, Cause)
    return found


def driver(desk: Desk, name: str) -> Driver:
    found = find(desk.window.work.workbook, key(name))
    assert isinstance(found, Driver)
    return found


def shown(desk: Desk) -> list[str]:
    return [it.name for it in desk.window.inspector.groups if it.isVisible()]


def test_each_kind_of_item_shows_what_is_decided_about_it(page: Desk) -> None:
    select(page, "full")
    assert shown(page) == [
        "root", "evidence", "evidence items", "reach", "parties", "raised_by", "votes", "notes",
        "effort", "lenses",
    ]  # fmt: skip
    select(page, "buses")
    assert shown(page) == ["notes"], "a bone is a heading"
    select(page, "head")
    assert shown(page) == ["problem", "notes"]
    page.window.do("theory")
    select(page, "daily")
    assert shown(page) == [
        "definition", "serves", "evidence items", "parties", "owner", "driver state", "measures",
        "answers", "notes",
    ]  # fmt: skip
    select(page, "talk")
    assert shown(page) == [
        "serves", "parties", "raised_by", "owner", "votes", "notes", "effort",
    ]  # fmt: skip


def test_a_group_is_made_when_there_is_something_to_show(page: Desk) -> None:
    made = page.window.inspector.groups
    assert [it.name for it in made] == ["problem", "notes"]
    select(page, "late")
    assert {*made} < {*page.window.inspector.groups}


def test_evidence_of_several_causes_is_mixed_until_it_is_changed_as_one_step(page: Desk) -> None:
    work = page.window.work
    work.step("judge", lambda book: edits.put(book, [key("full")], evidence="refuted"))
    select(page, "late", "full", "work")
    evidence = group(page, EvidenceGroup)
    assert evidence.heading.text() == "Evidence · mixed"
    assert evidence.states.value is None
    press(page, evidence, "Evidence: Supported")
    assert [cause(page, it).evidence for it in ("late", "full", "work")] == ["supported"] * 3
    assert evidence.heading.text() == "Evidence"
    work.undo()
    assert [cause(page, it).evidence for it in ("late", "full", "work")] == [
        "hunch", "refuted", "hunch",
    ]  # fmt: skip


def test_the_title_says_how_many_are_selected(page: Desk) -> None:
    select(page, "late", "full", "roads")
    assert page.window.inspector.title == "3 causes"
    select(page, "late", "buses")
    assert page.window.inspector.title == "2 items"
    select(page, "roads")
    assert page.window.inspector.title == "Why of “Buses come late”"
    select(page, "work")
    assert page.window.inspector.title == "Cause on bone 2, Home"


def test_segments_are_one_tab_stop_and_arrows_move_inside(page: Desk) -> None:
    select(page, "full")
    states = group(page, EvidenceGroup).states
    buttons = states.findChildren(QPushButton)
    stops = [it for it in buttons if it.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert [it.accessibleName() for it in stops] == ["Evidence: Hunch"]
    stops[0].setFocus()
    page.press("Right")
    assert page.focus.accessibleName() == "Evidence: Supported"
    assert cause(page, "full").evidence == "hunch", "going there is not choosing"
    page.press("Space")
    assert cause(page, "full").evidence == "supported"
    page.press("Escape")
    assert page.focus is page.window.canvas


def test_the_reach_is_taken_back_by_the_same_segment(page: Desk) -> None:
    select(page, "full")
    for wanted in ("control", ""):
        press(page, group(page, ReachGroup), "Reach: Control")
        assert cause(page, "full").reach == wanted


def test_a_root_is_ticked_with_advice_about_whys_below(page: Desk) -> None:
    select(page, "late")
    root = group(page, RootGroup)
    assert "lies deeper" in root.words
    select(page, "late", "full")
    root.tick.click()
    assert cause(page, "late").root
    assert cause(page, "full").root
    select(page, "full", "work")
    assert root.tick.checkState() == Qt.CheckState.PartiallyChecked
    root.tick.click()
    assert cause(page, "work").root
    root.tick.click()
    assert not cause(page, "full").root


def test_a_tick_for_a_party_leaves_the_other_parties(page: Desk) -> None:
    work = page.window.work
    work.step("give", lambda book: edits.put(book, [key("full")], parties=(key("college"),)))
    select(page, "late", "full")
    ticks = group(page, PartiesGroup).ticks
    assert ticks[key("college")].checkState() == Qt.CheckState.PartiallyChecked
    ticks[key("party")].click()
    assert cause(page, "late").parties == (key("party"),)
    assert cause(page, "full").parties == (key("party"), key("college"))
    work.undo()
    assert cause(page, "late").parties == ()


def test_a_role_is_typed_as_one_step_and_offered_the_next_time(page: Desk) -> None:
    select(page, "full")
    raised = group(page, RaisedGroup)
    raised.line.setFocus()
    page.type("Bus driver")
    assert cause(page, "full").raised_by == "Bus driver"
    select(page, "work")
    page.window.canvas.setFocus()
    raised.line.setFocus()
    assert raised.list.itemText(0) == "Bus driver"
    assert raised.line.text() == ""
    page.window.do("undo")
    assert cause(page, "full").raised_by == ""


def test_votes_are_typed_or_counted(page: Desk) -> None:
    select(page, "full")
    votes = group(page, VotesGroup).votes
    votes.setFocus()
    page.type("12")
    page.press("Up")
    assert cause(page, "full").votes == 13
    page.window.do("undo")
    assert cause(page, "full").votes == 0, "a burst of typing is one step"


def test_lenses_are_ticked_or_in_own_words(page: Desk) -> None:
    select(page, "full")
    lenses = group(page, LensesGroup)
    assert not lenses.is_open
    lenses.heading.click()
    page.settle()
    lenses.ticks["equity"].click()
    lenses.own.setFocus()
    page.type("travel, cost")
    assert cause(page, "full").lenses == ("equity", "travel", "cost")
    lenses.ticks["equity"].click()
    assert cause(page, "full").lenses == ("travel", "cost")


def test_a_closed_group_is_closed_in_the_next_window_too(page: Desk) -> None:
    select(page, "full")
    group(page, EvidenceGroup).heading.click()
    assert not group(page, EvidenceGroup).states.isVisible()
    page.window.wear(page.window.look)
    page.settle()
    assert not group(page, EvidenceGroup).is_open
    assert group(page, ReachGroup).is_open


def test_evidence_is_added_in_place_and_cited_by_another_cause(page: Desk) -> None:
    select(page, "full")
    items = group(page, EvidenceItemsGroup)
    press(page, items, "Add evidence")
    assert page.focus is items.form.text
    page.type("A count of buses")
    items.form.source.setFocus()
    page.type("Office")
    press(page, items, "Speaks: Against")
    items.form.source.setFocus()
    page.press("Return")
    (found,) = page.window.work.workbook.evidence
    assert (found.text, found.source, found.kind) == ("A count of buses", "Office", "data")
    assert [it.speaks for it in cause(page, "full").cites] == ["against"]
    assert page.window.isAncestorOf(page.focus)
    select(page, "work")
    press(page, items, "Add evidence")
    items.form.known.setCurrentIndex(1)
    items.form.known.activated.emit(1)
    press(page, items, "Keep")
    assert cause(page, "work").cites[0].evidence_id == found.id
    assert len(page.window.work.workbook.evidence) == 1


def test_evidence_is_changed_taken_away_and_deleted_when_nobody_cites_it(page: Desk) -> None:
    work = page.window.work
    work.step("find out", lambda book: edits.cite(
        edits.add_evidence(book, key("seen"), "Seen"), [key("full")], key("seen")
    ))  # fmt: skip
    select(page, "full")
    items = group(page, EvidenceItemsGroup)
    press(page, items, "Change “Seen”")
    items.form.text.setPlainText("Seen twice")
    press(page, items, "Keep")
    assert work.workbook.evidence[0].text == "Seen twice"
    press(page, items, "Take “Seen twice” away from here")
    assert cause(page, "full").cites == ()
    press(page, items, "Add evidence")
    items.form.known.setCurrentIndex(1)
    items.form.known.activated.emit(1)
    press(page, items, "Delete")
    assert work.workbook.evidence == ()


def test_a_form_without_words_stays_open_and_escape_leaves_it(page: Desk) -> None:
    select(page, "full")
    items = group(page, EvidenceItemsGroup)
    press(page, items, "Add evidence")
    page.press("Return")
    assert page.focus is items.form.text
    page.press("Escape")
    assert not items.form.isVisible()
    assert page.focus is items.add
    assert page.window.work.workbook.evidence == ()


def test_a_problem_is_linked_made_and_described(page: Desk) -> None:
    select(page, "head")
    problem = group(page, ProblemGroup)
    problem.lines["population"].setFocus()
    page.type("Pupils of grade 9")
    assert page.window.work.workbook.problems[0].population == "Pupils of grade 9"
    problem.which.setCurrentIndex(0)
    problem.which.activated.emit(0)
    assert page.window.work.workbook.fishbones[0].problem_id is None
    assert not problem.text.isVisible()
    press(page, problem, "New problem")
    page.type("Absence")
    assert [it.text for it in page.window.work.workbook.problems][-1] == "Absence"


def test_a_driver_has_a_definition_a_state_and_a_reason(page: Desk) -> None:
    page.window.do("theory")
    select(page, "daily")
    definition = group(page, DefinitionGroup)
    definition.field.setFocus()
    page.type("Twenty minutes")
    state = group(page, DriverStateGroup)
    assert not state.reason.isVisible(), "a hypothesis needs no reason"
    state.state.setCurrentIndex(3)
    state.state.activated.emit(3)
    page.settle()
    state.reason.setFocus()
    page.type("Too short")
    found = driver(page, "daily")
    assert (found.definition, found.state, found.state_reason) == (
        "Twenty minutes", "doubtful", "Too short",
    )  # fmt: skip


def test_a_driver_names_its_measures_one_on_a_line(page: Desk) -> None:
    page.window.do("theory")
    select(page, "daily")
    field = group(page, MeasuresGroup).field
    field.setFocus()
    page.type("Share who read each day")
    page.press("Return")
    page.type("Minutes")
    found = driver(page, "daily")
    assert [it.name for it in found.measures] == ["Share who read each day", "Minutes"]
    assert page.window.work.view.of(found.id).measures == 2
    page.window.do("undo")
    page.settle()
    assert driver(page, "daily").measures == ()
    assert field.toPlainText() == ""


def test_a_cause_is_found_by_typing_and_the_trace_is_seen_from_both_sides(page: Desk) -> None:
    page.window.do("theory")
    select(page, "daily")
    answers = group(page, AnswersGroup)
    answers.cause_field.line.setFocus()
    page.type("late")
    page.press("Return")
    assert driver(page, "daily").answers == (key("late"),)
    assert answers.cause_field.line.text() == ""
    press(page, answers, "Go to C2, “Buses come late”")
    assert page.window.work.item_id == key("late")
    assert page.focus is page.window.canvas
    answered = group(page, AnsweredByGroup)
    assert answered.isVisible()
    press(page, answered, "Go to D3, “Daily reading”")
    assert page.window.work.item_id == key("daily")
    press(page, answers, "It does not answer “Buses come late”")
    assert driver(page, "daily").answers == ()


def test_undo_in_a_field_is_the_window_s(page: Desk) -> None:
    select(page, "full")
    group(page, VotesGroup).votes.setFocus()
    page.type("5")
    page.press("Ctrl+Z")
    assert cause(page, "full").votes == 0
    assert group(page, VotesGroup).votes.text() == ""


def test_what_can_only_be_read_cannot_be_changed(page: Desk) -> None:
    page.window.work.read_only = True
    select(page, "full")
    for judged in (EvidenceGroup, ReachGroup, PartiesGroup, VotesGroup):
        assert not group(page, judged).inner.isEnabled()


def test_a_key_on_the_page_makes_no_widget(page: Desk) -> None:
    select(page, "full")
    inspector = page.window.inspector
    before = inspector.findChildren(QWidget)
    for words in ("Buses are very full", "Buses are half full"):
        page.window.work.step("rename", lambda book, text=words: edits.rename(
            book, key("full"), text))  # fmt: skip
        page.settle()
    assert inspector.findChildren(QWidget) == before


def test_another_driver_makes_no_widget_either(page: Desk) -> None:
    page.window.do("theory")
    select(page, "talk")
    select(page, "daily")
    before = page.window.inspector.findChildren(QWidget)
    select(page, "talk")
    assert page.window.inspector.findChildren(QWidget) == before

"""The section Measures by keyboard: what is counted, its numbers, and where it is named."""

from collections.abc import Iterator
from datetime import date

import pytest
from hands import Desk
from measures import AUG, CALLS, SEP, counting
from PySide6.QtWidgets import QApplication
from workbooks import chained, key

from ilead_studio import edits
from ilead_studio.model import Measure, MeasureName, Workbook
from ilead_studio.rules.measure_ties import loose
from ilead_studio.ui.measures.page import MeasurePage, enough_words
from ilead_studio.ui.measures.section import MeasuresView

OCT = date(2026, 10, 2)


def view(desk: Desk) -> MeasuresView:
    it = desk.window.sections.view
    assert isinstance(it, MeasuresView)
    return it


def page(desk: Desk) -> MeasurePage:
    return view(desk)._page


def measure(desk: Desk) -> Measure:
    return desk.window.work.workbook.measures[0]


def said(desk: Desk) -> str:
    return desk.window.status.words


def begin(desk: Desk, workbook: Workbook) -> Desk:
    desk.window.work.begin(workbook)
    desk.press("Ctrl+6")
    return desk


@pytest.fixture
def there(desk: Desk) -> Iterator[Desk]:
    yield begin(desk, edits.put_measure(counting(), CALLS, subgroups=("River",)))
    desk.settle()


def test_the_first_measure_is_named_and_its_numbers_are_typed(desk: Desk) -> None:
    begin(desk, chained())
    assert desk.focus is page(desk).new.field
    desk.press("Return")
    assert "needs a name" in said(desk)
    desk.type("Texts answered")
    desk.press("Return")
    assert measure(desk).name == "Texts answered"
    assert desk.focus.accessibleName() == "What exactly is counted, and how"
    page(desk).table.begin()
    for number in ("34 %", "36", "31"):
        desk.type(number)
        desk.press("Return")
    assert [(it.day.day, it.value) for it in measure(desk).readings] == [(24, 34), (1, 36), (8, 31)]
    assert measure(desk).unit == "%"
    assert view(desk).counts() == "3 numbers · last 31 %, 8 Dec · provisional: under 10 points"
    desk.press("Ctrl+Z", "Ctrl+Z")
    assert len(measure(desk).readings) == 1
    assert page(desk).table.hasFocus()


def test_tab_goes_right_and_the_empty_row_proposes_the_next_day(there: Desk) -> None:
    table = page(there).table
    table.begin()
    there.type("8")
    there.press("Tab")
    there.type("9")
    there.press("Tab")
    there.type("Storm")
    there.press("Return")
    new = [(it.day, it.value, it.subgroup, it.note) for it in measure(there).readings[-2:]]
    assert new == [(date(2026, 9, 25), 8, "", "Storm"), (date(2026, 9, 25), 9, "River", "")]
    now = table.currentIndex()
    assert (now.row(), now.column()) == (len(table.rows.rows), 1)
    table.go(len(table.rows.rows), 0)
    there.press("Return")
    there.type("2 Oct")
    there.press("Return")
    table.begin()
    there.type("n/a")
    there.press("Return")
    assert [(it.day, it.value) for it in measure(there).readings][-1] == (OCT, None)


def test_a_cell_is_changed_moved_and_taken_out(there: Desk) -> None:
    table = page(there).table
    table.setFocus()
    table.go(0, 1)
    there.press("F2")
    there.type("many")
    there.press("Return")
    assert "“many” is no number" in said(there)
    assert measure(there).readings[0].value == 20.5
    table.go(0, 0)
    there.press("F2")
    there.type("4 Sep")
    there.press("Return")
    assert "has numbers already" in said(there)
    table.go(0, 0)
    there.press("Delete")
    assert {it.day for it in measure(there).readings} == {SEP}
    there.press("Ctrl+Z")
    assert {it.day for it in measure(there).readings} == {AUG, SEP}
    there.press("Escape")
    assert there.focus is view(there)._left.tree


def test_a_pasted_table_is_shown_before_it_is_taken(there: Desk) -> None:
    page(there).table.begin()
    QApplication.clipboard().setText("Week\tAll\tHills\n4 Sep\t13\t5\n11 Sep\tlots\t6\n")
    there.press("Ctrl+V")
    card = view(there)._card
    lines = [card.list.item(at).text() for at in range(card.list.count())]
    assert lines == [
        "Line 3: “lots” is no number.", "Line 2: Calls, 4 Sep 2026, 13 instead of 12",
        "Line 2: Calls, 4 Sep 2026, Hills, 5", "Line 3: Calls, 11 Sep 2026, Hills, 6",
    ]  # fmt: skip
    assert there.focus is card.list
    there.press("Escape")
    assert len(measure(there).readings) == 3
    there.press("Ctrl+V", "Return")
    assert measure(there).subgroups == ("River", "Hills")
    assert page(there).table.hasFocus()
    there.press("Ctrl+Z")
    assert len(measure(there).readings) == 3
    QApplication.clipboard().clear()
    there.press("Ctrl+V")
    assert "Copy days and numbers" in said(there)


def test_the_form_writes_every_field(there: Desk) -> None:
    form = page(there).form
    form.name.setFocus()
    form.name.selectAll()
    there.type("Calls to the office")
    there.press("Return")
    assert measure(there).name == "Calls to the office"
    for name, words in (("unit", "calls"), ("source", "Log"), ("numerator", "Calls")):
        form.texts[name].setFocus()
        there.type(words)
        assert getattr(measure(there), name) == words
    form.target.setFocus()
    there.type("6,5")
    there.press("Return")
    assert measure(there).target == 6.5
    form.days["baseline_last"].setFocus()
    there.type("4 Sep")
    there.press("Tab")
    assert measure(there).baseline_last == SEP
    form.kind.stop.setFocus()
    there.press("Right", "Right", "Space")
    form.direction.stop.setFocus()
    there.press("Right", "Space")
    assert (measure(there).kind, measure(there).direction) == ("pdsa", "down")
    form.often_list.setFocus()
    form.often.selectAll()
    there.type("monthly")
    assert measure(there).often == "monthly"
    there.press("Escape")
    assert measure(there).often == "weekly"
    there.press("Return")
    assert there.focus is form.texts["source"]
    form.parties.every[-1].setFocus()
    there.press("Space")
    assert measure(there).parties == (key("uni"),)


def test_subgroups_are_added_renamed_and_put_in_order(there: Desk) -> None:
    lines = page(there).form.subgroups.lines
    lines[1].setFocus()
    there.type("Hills")
    there.press("Return")
    assert there.focus is lines[2]
    lines[0].setFocus()
    there.press("Alt+Down")
    assert measure(there).subgroups == ("Hills", "River")
    there.press("End")
    there.type(" side")
    there.press("Tab")
    assert measure(there).readings[-1].subgroup == "River side"
    lines[1].setFocus()
    there.press("Alt+Delete")
    assert "Take them out of the table first" in said(there)
    lines[0].setFocus()
    there.press("Alt+Delete")
    assert measure(there).subgroups == ("River side",)


def test_what_it_belongs_to_is_chosen_by_name_and_gone_to(there: Desk) -> None:
    links = page(there).form.links
    links.field.setFocus()
    there.type("fam")
    there.press("Return")
    assert "D2 · Families" in [it.words for it in links.told or ()]
    there.type("a")
    there.press("Return")
    assert "Choose one of the list" in said(there)
    links._lines[1].setFocus()
    links._lines[1].findChildren(type(page(there).paste))[0].setFocus()
    there.press("Return")
    assert there.window.work.item_id == key("families")
    assert there.focus is there.window.canvas


def test_a_name_that_is_used_becomes_a_measure(desk: Desk) -> None:
    named = edits.put(counting(), [key("teach")], measures=(MeasureName(name="Minutes"),))
    begin(desk, named)
    tree = view(desk)._left.tree
    tree.setFocus()
    desk.press("End", "Return")
    assert desk.focus is page(desk).new.field
    assert page(desk).new.field.text() == "Minutes"
    desk.press("Return")
    assert loose(desk.window.work.workbook) == ()
    assert [it.name for it in desk.window.work.workbook.measures] == ["Calls", "Minutes"]
    tree.setFocus()
    desk.press("Alt+Up")
    assert [it.name for it in desk.window.work.workbook.measures] == ["Minutes", "Calls"]
    desk.press("Delete")
    assert [it.name for it in desk.window.work.workbook.measures] == ["Calls"]
    desk.press("Insert", "Escape")
    assert page(desk).table.hasFocus()
    tree.setFocus()
    desk.press("Home", "Return")
    assert page(desk).new.kind.value == "process"


def test_tab_goes_as_the_page_is_read(there: Desk) -> None:
    form, seen = page(there).form, []
    page(there).table.setFocus()
    for _ in range(16):
        there.press("Tab")
        seen.append(there.focus)
    assert seen[:4] == [form.name, form.kind.stop, form.direction.stop, form.texts["definition"]]
    assert seen[4:7] == [form.texts[it] for it in ("numerator", "denominator", "unit")]
    assert seen[7:10] == [form.target, *form.days.values()]
    assert seen[10:13] == [form.often_list, form.texts["source"], form.collects_list]
    assert seen[13].accessibleName().startswith("Go there: Aim")
    assert seen[14].accessibleName().startswith("Belongs no longer to: Aim")


def test_too_few_points_are_said_without_a_verdict() -> None:
    assert enough_words(0) == "Type the first date and number, or paste a column."
    assert enough_words(1) == "1 point so far: too few to judge."
    assert enough_words(10) == ""

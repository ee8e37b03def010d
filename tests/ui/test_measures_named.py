"""Where measures are named, those that there are can be chosen while one types, and gone to."""

import pytest
from hands import Desk
from measures import CALLS, counting
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCompleter, QPushButton
from workbooks import key

from ilead_studio import edits
from ilead_studio.model import Driver, Theory, find
from ilead_studio.rules.cycles import cycle_with_id
from ilead_studio.ui.cycles.ramps_page import RampsPage
from ilead_studio.ui.cycles.section import Pdsa
from ilead_studio.ui.inspector.consequences import ConsequencesGroup
from ilead_studio.ui.inspector.group import Group
from ilead_studio.ui.inspector.measures import AimMeasureGroup, MeasuresGroup
from ilead_studio.ui.inspector.panel import Inspector
from ilead_studio.ui.links.links_list import LinksList
from ilead_studio.ui.measures.section import MeasuresView

NEW = key("newline")


@pytest.fixture
def there(desk: Desk) -> Desk:
    desk.window.work.begin(counting())
    desk.press("Ctrl+3")
    return desk


def chosen(desk: Desk, *ids: str) -> tuple[Group, ...]:
    desk.window.work.select(*ids)
    desk.settle()
    return desk.window.inspector.groups


def goes(desk: Desk, links: LinksList) -> None:
    """Press Enter on the first link, which leads to the page of the measure."""
    links.findChildren(QPushButton)[0].setFocus()
    desk.press("Return")
    assert isinstance(desk.window.sections.view, MeasuresView)
    assert desk.window.sections.view._shown.measure == desk.window.work.workbook.measures[0]
    assert desk.window.sections.view.page.isAncestorOf(desk.focus)


def pick(desk: Desk, finder: QCompleter) -> None:
    """Choose the first name that is offered, as the list does it with the keys that it gets."""
    popup = finder.popup()
    assert popup is not None
    assert popup.isVisible()
    for each in (Qt.Key.Key_Down, Qt.Key.Key_Return):
        QTest.keyClick(popup, each)
    desk.settle()
    assert not popup.isVisible()


def test_a_driver_is_measured_by_what_is_chosen_while_typing(there: Desk) -> None:
    measured = next(it for it in chosen(there, key("teach")) if isinstance(it, MeasuresGroup))
    measured.field.setFocus()
    there.type("Minutes")
    there.press("Return")
    there.type("cal")
    pick(there, measured.offers.finder)
    driver = find(there.window.work.workbook, key("teach"))
    assert isinstance(driver, Driver)
    assert [(it.name, it.measure_id) for it in driver.measures] == [
        ("Minutes", None),
        ("Calls", CALLS),
    ]
    assert there.focus is measured.field
    there.press("Ctrl+Z")
    assert find(there.window.work.workbook, key("teach")) != driver
    measured = next(it for it in chosen(there, key("daily")) if isinstance(it, MeasuresGroup))
    goes(there, measured.links)


def test_escape_closes_what_is_offered_and_nothing_else(there: Desk) -> None:
    measured = next(it for it in chosen(there, key("teach")) if isinstance(it, MeasuresGroup))
    measured.field.setFocus()
    there.type("ca")
    popup = measured.offers.finder.popup()
    assert popup is not None
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    assert not popup.isVisible()
    assert there.focus is measured.field
    assert measured.field.toPlainText() == "ca"


def test_an_aim_goes_to_its_measure(there: Desk) -> None:
    card = there.window.cards.aim
    there.window.do("build aim")
    field = card.fields["indicator"]
    field.setFocus()
    there.type("cal")
    finder = field.completer()
    pick(there, finder)
    page = there.window.work.page
    assert isinstance(page, Theory)
    assert (page.aim_parts.indicator, page.measure_id) == ("Calls", CALLS)
    card.go()
    aim = next(it for it in chosen(there, key("aim")) if isinstance(it, AimMeasureGroup))
    goes(there, aim.links)


def test_a_data_plan_names_measures_and_goes_to_them(there: Desk) -> None:
    book = edits.add_measure(there.window.work.workbook, NEW, "Minutes read")
    there.window.work.begin(book)
    there.window.sections.go("pdsa", key("cycle"))
    view = there.window.sections.view
    assert isinstance(view, Pdsa)
    assert isinstance(view._view, RampsPage)
    plan = view._view.cycle_page.plan
    plan.data.rows[1].cells["text"].setFocus()
    there.type("minu")
    finder = plan.data.rows[1].cells["text"].findChild(QCompleter)
    assert isinstance(finder, QCompleter)
    pick(there, finder)
    cycle = cycle_with_id(there.window.work.workbook, key("cycle"))
    assert cycle is not None
    assert [it.measure_id for it in cycle.data] == [CALLS, NEW]
    goes(there, plan.measures)


def test_a_consequence_goes_to_its_balancing_measure(there: Desk) -> None:
    there.window.sections.go("ideas", key("talk"))
    there.settle()
    view = there.window.sections.view
    assert view is not None
    assert isinstance(view.right, Inspector)
    part = next(it for it in view.right.groups if isinstance(it, ConsequencesGroup))
    part.lines[1].measure.setFocus()
    there.type("cal")
    finder = part.lines[1].measure.findChild(QCompleter)
    assert isinstance(finder, QCompleter)
    pick(there, finder)
    book = there.window.work.workbook
    assert [it.measure_id for it in book.ideas[0].consequences] == [CALLS, CALLS]
    goes(there, part.links)

"""Whatever takes the keyboard has a name, and whatever takes a click is reached without a mouse.

One window goes through every place that can be opened in it; what is wrong is told by its place.
"""

from collections import Counter
from collections.abc import Iterator

import pytest
from hands import Desk, Listener, Open
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from ilead_studio.drawing.theme import LIGHT
from ilead_studio.model import pages
from ilead_studio.resources import resource
from ilead_studio.ui.looks.look import Look

CLICKED = (
    QAbstractButton, QComboBox, QLineEdit, QPlainTextEdit, QAbstractItemView, QAbstractSpinBox,
)  # fmt: skip
NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description
CARDS = (
    "export picture", "name columns", "undo list", "command list", "key sheet", "link",
    "new from template", "new from outline", "bones from template",
)  # fmt: skip
SECTIONS = ("problem", "partnership", "meetings", "new meeting", "meeting step", "next steps")
PANELS = ("find", "replace", "filter", "tray", "advice", "settings", "settings keys", "start page")


@pytest.fixture
def desk(open_at: Open, listener: Listener) -> Desk:
    """The window on the example, with room for all panels."""
    desk = open_at(Look(LIGHT), 1920, 1080)
    desk.window.filing.when_safe = lambda then: then()
    return desk


def places(desk: Desk) -> Iterator[str]:
    """Open one place of the window after the other; each is closed when the next is asked for."""
    window, work = desk.window, desk.window.work
    rows = work.rows
    for number, chosen in enumerate((rows[0], rows[1], rows[2])):
        work.select(chosen.id)
        desk.settle()
        yield f"page, item {number}"
    work.select(rows[2].id, rows[3].id)
    desk.settle()
    yield "page, two items"
    desk.press("F2")
    yield "typing"
    desk.press("Escape")
    for name in (*CARDS, *PANELS):
        window.do(name)
        desk.settle()
        yield name
        desk.press("Escape")
    window.do("add theory")
    for _ in range(2):
        desk.press("Tab")
        desk.type("More of it")
        desk.press("Return", "Escape")
    yield "driver diagram"
    QApplication.clipboard().setText("One\nTwo\n  Three\n")
    window.do("paste")
    desk.settle()
    yield "pasted lines"
    desk.press("Escape")
    for page in pages(work.workbook):
        work.open_page(page.id)
        window.do("delete page")
    desk.settle()
    yield "no page"


def seen(desk: Desk) -> list[QWidget]:
    """Return what can be seen and used now."""
    return [it for it in desk.window.findChildren(QWidget) if it.isVisible() and it.isEnabled()]


def name_of(widget: QWidget) -> str:
    return QAccessible.queryAccessibleInterface(widget).text(NAME)


def nameless(desk: Desk) -> list[str]:
    """Name the kinds of those that take the keyboard and have no name."""
    usable = [it for it in seen(desk) if it.focusPolicy() != Qt.FocusPolicy.NoFocus]
    return [f"{type(it).__name__} in {type(it.parent()).__name__}"
            for it in usable if not name_of(it).strip()]  # fmt: skip


def twins(desk: Desk) -> list[str]:
    """Name what has the same name, role and description as another one."""
    every = Counter(
        (name_of(it), it.metaObject().className(), it.accessibleDescription() or it.toolTip())
        for it in seen(desk)
        if isinstance(it, CLICKED) and not is_inside(it)
    )
    return [" ".join(it) for it, times in every.items() if times > 1]


def is_inside(widget: QWidget) -> bool:
    """Tell whether a widget is the field of a list to choose from."""
    return isinstance(widget.parent(), (QComboBox, QAbstractSpinBox))


def is_plain_heading(widget: QWidget) -> bool:
    """Tell whether a widget is the headings of a table that cannot be pressed."""
    return isinstance(widget, QHeaderView) and not widget.sectionsClickable()


def untold(desk: Desk) -> list[str]:
    """Name the lists to choose from that do not tell what they are asked for, on any system."""
    lists = [it for it in seen(desk) if isinstance(it, QComboBox)]
    return [it.accessibleName() for it in lists
            if not it.accessibleName()
            or it.accessibleName()
            not in QAccessible.queryAccessibleInterface(it).text(DESCRIPTION)]  # fmt: skip


def out_of_reach(desk: Desk) -> list[str]:
    """Name what takes a click and no Tab.

    Of a row of choices one takes it, and arrows go on; the arrows of a field go through its list.
    """
    clicked = [it for it in seen(desk) if isinstance(it, CLICKED) and not is_plain_heading(it)]
    by_tab = [it for it in clicked if it.focusPolicy() & Qt.FocusPolicy.TabFocus]
    return [
        name_of(it)
        for it in clicked
        if it not in by_tab
        and not any(
            other.parent() is it.parent()
            and (type(other) is type(it) or isinstance(it, QAbstractItemView))
            for other in by_tab
        )
    ]


CHECKS = (nameless, twins, untold, out_of_reach)


def faults_at(place: str, desk: Desk) -> dict[str, list[str]]:
    """Return what is wrong now, by place and check."""
    return {f"{place}: {check.__name__}": found for check in CHECKS if (found := check(desk))}


def test_wherever_one_is_everything_has_a_name_and_is_reached(desk: Desk) -> None:
    faults: dict[str, list[str]] = {}
    for place in places(desk):
        faults |= faults_at(place, desk)
    assert faults == {}


def test_every_field_of_a_cycle_has_a_name_and_is_reached(desk: Desk) -> None:
    desk.window.filing.open_file(resource("examples", "attendance.ilead"))
    desk.press("Ctrl+5")
    faults: dict[str, list[str]] = {}
    for place in ("planned", "doing", "studying", "decided"):
        faults |= faults_at(place, desk)
        desk.press("F4")
    desk.press("Shift+F6")
    desk.type("open advisory")
    assert faults | faults_at("idea", desk) == {}


def test_every_field_of_a_meeting_has_a_name_and_is_reached(desk: Desk) -> None:
    desk.window.filing.open_file(resource("examples", "attendance.ilead"))
    desk.press("Ctrl+7")
    faults = faults_at("planned", desk)
    desk.press("F7")
    faults |= faults_at("open", desk)
    desk.press("F7", "F7")
    assert faults | faults_at("closed", desk) == {}


def test_sections_that_are_no_diagrams_name_everything_too(desk: Desk) -> None:
    desk.window.filing.open_file(resource("examples", "attendance.ilead"))
    faults = {}
    for place in SECTIONS:
        desk.window.do(place)
        desk.settle()
        faults |= {
            f"{place}: {check.__name__}": found for check in CHECKS if (found := check(desk))
        }
    assert faults == {}


def test_the_item_to_link_to_is_told_while_arrows_go_through_the_list(desk: Desk) -> None:
    desk.window.work.select(desk.window.work.rows[2].id)
    desk.press("Ctrl+L")
    assert desk.focus.accessibleName().startswith("Linked copy under")
    first = desk.focus.accessibleDescription()
    desk.press("Down")
    assert "" != desk.focus.accessibleDescription() != first
    assert "\n" not in first
    desk.type("nothing is called like this")
    nothing = "Nothing on this page holds “nothing is called like this”."
    assert desk.focus.accessibleDescription() == nothing

"""The menus of the page: under the pointer, and at the selected item by key."""

from collections.abc import Iterator

import pytest
from hands import Desk
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from ilead_studio.resources import resource
from ilead_studio.ui.canvas.canvas import Canvas
from ilead_studio.ui.outline.view import OutlineView

RIGHT = Qt.MouseButton.RightButton
View = Canvas | OutlineView


@pytest.fixture
def example(desk: Desk) -> Iterator[Desk]:
    desk.window.filing.open_file(resource("examples", "new-teachers.ilead"))
    desk.settle()
    yield desk
    if isinstance(menu := QApplication.activePopupWidget(), QMenu):
        menu.close()


@pytest.fixture(params=["canvas", "outline"])
def view(example: Desk, request: pytest.FixtureRequest) -> View:
    """The page, and the outline beside it, with the keyboard in it."""
    there: View = getattr(example.window, request.param)
    there.setFocus()
    return there


def right_click(view: View, at: QPoint) -> None:
    """Press the right button and let go; Qt asks for the menu then."""
    QTest.mouseClick(view.viewport(), RIGHT, Qt.KeyboardModifier.NoModifier, at)
    asks = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), asks)


def middle(view: View, item_id: str) -> QPoint:
    return view.box_of(item_id).center().toPoint()


def opened() -> QMenu:
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def offered() -> list[str]:
    """The words of the menu that is open."""
    actions = opened().actions()
    return [it.text().partition("\t")[0] for it in actions if not it.isSeparator()]


def test_the_right_button_selects_an_item_and_opens_its_menu(example: Desk, view: View) -> None:
    there = example.window.work.rows[2]
    right_click(view, middle(view, there.id))
    assert example.words == there.text
    assert {"Edit the words", "Delete", "Root cause, or not", "Evidence"} <= set(offered())


def test_the_empty_paper_has_the_menu_of_the_page(example: Desk) -> None:
    canvas = example.window.canvas
    example.window.work.select(example.window.work.rows[2].id)
    for corner in (QPoint(2, 2), QPoint(30, 30)):
        right_click(canvas, corner)
        assert {"Paste", "Fit the window", "Show some in full, fade the rest"} <= set(offered())
        assert not {"Edit the words", "Delete", "Name the columns…"} & set(offered())
        opened().close()
    assert example.words == example.window.work.rows[2].text


def test_the_ground_under_the_rows_has_the_menu_of_the_page(example: Desk) -> None:
    outline = example.window.outline
    example.press("Ctrl+3")
    outline.collapseAll()
    example.settle()
    right_click(outline, outline.viewport().rect().bottomLeft() + QPoint(20, -4))
    assert "Pages" in offered()
    assert "Line of sight of what is selected, or no more" in offered()


def test_a_heading_is_renamed_from_its_menu_or_by_a_double_click(example: Desk) -> None:
    example.press("Ctrl+3")
    example.settle()
    canvas = example.window.canvas
    heading = canvas.headings()[1].center().toPoint()
    right_click(canvas, heading)
    assert offered()[0] == "Rename the column “Primary drivers”…"
    QTest.keyClick(opened(), Qt.Key.Key_Down)
    QTest.keyClick(opened(), Qt.Key.Key_Return)
    example.window.activateWindow()  # as a real screen does when a menu has gone
    example.type("Big levers")
    example.press("Return", "Escape")
    assert example.window.work.page.headings == ("", "Big levers")
    assert example.focus is canvas
    QTest.mouseDClick(canvas.viewport(), Qt.MouseButton.LeftButton, pos=heading)
    assert example.focus.text() == "Big levers"


@pytest.mark.parametrize("key", ["Shift+F10", "Menu"])
def test_the_key_for_menus_opens_it_at_the_selected_item(
    example: Desk, view: View, key: str
) -> None:
    chosen = example.window.work.rows[2].id
    example.window.work.select(chosen)
    example.settle()
    if key == "Menu":  # the platform turns this key into what follows
        at = view.rect().center()
        asks = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, view.mapToGlobal(at))
        QApplication.sendEvent(view, asks)
    else:
        example.press(key)
    assert "Edit the words" in offered()
    corner = view.viewport().mapFromGlobal(opened().pos())
    assert abs(corner.x() - view.box_of(chosen).left()) <= 2
    opened().close()
    assert example.focus is view


def test_the_menu_of_several_holds_what_works_for_several(example: Desk, view: View) -> None:
    ids = [row.id for row in example.window.work.rows[2:4]]
    example.window.work.select(*ids)
    example.settle()
    right_click(view, middle(view, ids[0]))
    assert example.window.work.ids_selected == tuple(ids)
    assert {"Delete", "Copy", "Linked copy beside it", "Move", "Evidence"} <= set(offered())
    assert not {"Edit the words", "Unlink", "Next item"} & set(offered())

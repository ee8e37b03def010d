"""The page for a screen reader: a list with one item for each box, and the focus that follows."""

import gc

import pytest
import shiboken6
from hands import Desk, Listener, Open
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication
from workbooks import attendance, both, key, reading, wide_fishbone

from ilead_studio.drawing.theme import HIGH_CONTRAST, LIGHT
from ilead_studio.ui.looks.look import Look

NAME, DESCRIPTION = QAccessible.Text.Name, QAccessible.Text.Description


@pytest.fixture
def buses(desk: Desk, listener: Listener) -> Desk:
    """The window on the small fishbone, while a screen reader listens."""
    desk.window.work.begin(attendance())
    desk.settle()
    listener.told.clear()
    return desk


def page(desk: Desk) -> QAccessibleInterface:
    return QAccessible.queryAccessibleInterface(desk.window.canvas)


def items(desk: Desk) -> list[QAccessibleInterface]:
    """Return the items of the page; what is behind them is the place where words are typed."""
    here = page(desk)
    return [here.child(at) for at in range(here.childCount() - 1)]


def item(desk: Desk, words: str) -> QAccessibleInterface:
    return next(it for it in items(desk) if it.text(NAME) == words)


def test_the_page_is_a_list_of_its_items_in_reading_order(buses: Desk) -> None:
    assert page(buses).role() == QAccessible.Role.List
    assert page(buses).text(NAME) == "Page Why?"
    assert [it.text(NAME) for it in items(buses)] == [words for _depth, words in buses.tree]
    assert {it.role() for it in items(buses)} == {QAccessible.Role.ListItem}


def test_an_item_says_what_it_is_where_it_stands_and_what_is_marked(buses: Desk) -> None:
    assert item(buses, "Buses are full").text(DESCRIPTION) == "cause, 2 of 2, hunch"
    buses.window.work.begin(reading())
    said = item(buses, "Talk about books").text(DESCRIPTION)
    assert said == "change idea, also serves “Families” (weakly), 1 cycle (1 planned)"


def test_an_item_knows_its_place_in_the_list_and_the_list_knows_the_item(buses: Desk) -> None:
    here = page(buses)
    for at, it in enumerate(items(buses)):
        assert here.indexOfChild(it) == at
        assert it.parent() is here
        assert it.childCount() == 0
        assert it.isValid()
    assert here.child(-1) is None
    assert here.child(99) is None


def test_an_item_is_where_it_is_seen_on_the_screen(buses: Desk) -> None:
    canvas = buses.window.canvas
    for it in items(buses):
        middle = it.rect().center()
        assert page(buses).childAt(middle.x(), middle.y()) is it
    box = item(buses, "Buses").rect()
    assert canvas.box_of(key("buses")).toAlignedRect().size() == box.size()
    assert page(buses).rect().contains(box)
    assert page(buses).childAt(-5_000, 0) is None


def test_the_selected_item_has_the_keyboard_and_is_told_of(buses: Desk, listener: Listener) -> None:
    buses.window.work.select(key("full"), key("late"))
    buses.settle()
    late, full, home = (item(buses, it) for it in ("Buses come late", "Buses are full", "Home"))
    assert late.state().focused
    assert late.state().selected
    assert full.state().selected
    assert not full.state().focused
    assert not home.state().selected
    assert page(buses).focusChild() is late
    assert listener.told == [("Focus", "Buses come late")]


def test_the_canvas_that_gets_the_keyboard_tells_of_its_item_again(
    buses: Desk, listener: Listener
) -> None:
    buses.press("F6")
    assert page(buses).focusChild() is None
    assert not item(buses, "Pupils miss school").state().focused
    listener.told.clear()
    buses.window.canvas.setFocus()
    buses.settle()
    assert listener.told == [("Focus", "Pupils miss school")]


def test_other_words_and_marks_of_the_selected_item_are_told(
    buses: Desk, listener: Listener
) -> None:
    buses.window.work.select(key("full"))
    buses.settle()
    listener.told.clear()
    buses.press("F2")
    buses.type("Full")
    buses.press("Ctrl+S")
    assert ("Focus", "Full") in listener.told
    listener.told.clear()
    buses.window.do("supported")
    buses.settle()
    assert ("DescriptionChanged", "Full") in listener.told
    assert item(buses, "Full").text(DESCRIPTION) == "cause, 2 of 2, supported"


def test_items_come_and_go(buses: Desk, listener: Listener) -> None:
    gone = item(buses, "Buses are full")
    buses.window.work.select(key("full"))
    buses.press("Delete")
    assert not shiboken6.isValid(gone)
    assert "ObjectDestroyed" in [kind for kind, _words in listener.told]
    listener.told.clear()
    buses.press("Ctrl+Z")
    assert ("ObjectCreated", "Buses are full") in listener.told
    assert item(buses, "Buses are full").isValid()


def test_a_folded_branch_is_not_on_the_page_and_its_item_says_so(buses: Desk) -> None:
    buses.window.work.select(key("late"))
    buses.window.work.fold()
    buses.settle()
    assert "Roads are mended" not in [it.text(NAME) for it in items(buses)]
    late = item(buses, "Buses come late")
    assert late.state().collapsed
    assert late.text(DESCRIPTION).startswith("cause, 1 of 2")


def test_words_that_are_still_typed_are_no_item_but_a_field_behind_the_items(buses: Desk) -> None:
    buses.window.work.select(key("full"))
    buses.press("Return")
    buses.type("Half")
    assert "Half" not in [it.text(NAME) for it in items(buses)]
    assert len(items(buses)) == len(attendance().fishbones[0].causes) + 1
    field = QAccessible.queryAccessibleInterface(buses.focus)
    assert field.role() == QAccessible.Role.EditableText
    assert field.text(NAME)
    place = page(buses).child(page(buses).childCount() - 1)
    assert page(buses).indexOfChild(place) == page(buses).childCount() - 1
    assert place.indexOfChild(field) >= 0


def test_an_empty_page_says_what_to_do_next(desk: Desk, listener: Listener) -> None:
    assert "Type what happens" in page(desk).text(DESCRIPTION)
    assert [it.text(NAME) for it in items(desk)] == ["problem to explain"]


def test_another_page_brings_its_own_items(buses: Desk) -> None:
    buses.window.work.begin(both())
    before = items(buses)
    buses.window.work.open_page(key("aim"))
    buses.settle()
    assert not any(shiboken6.isValid(it) for it in before)
    assert items(buses)[0].text(DESCRIPTION) == "aim"


def test_a_window_that_goes_takes_its_items_with_it(open_at: Open, listener: Listener) -> None:
    desk = open_at(Look(LIGHT), 1366, 768)
    old, known = desk.window.canvas, items(desk)
    desk.window.wear(Look(HIGH_CONTRAST))
    desk.settle()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    assert not shiboken6.isValid(old)
    assert not any(shiboken6.isValid(it) for it in known)
    assert len(items(desk)) == len(known)
    gc.collect()


def test_nothing_is_made_while_nobody_listens(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    assert not QAccessible.isActive()
    desk.window.work.begin(attendance())
    desk.press("Down", "Down", "F6")
    desk.window.canvas.setFocus()
    desk.settle()
    assert "interface" not in vars(desk.window.canvas.reader)


def test_two_thousand_items_are_there_when_they_are_asked_for(
    desk: Desk, listener: Listener
) -> None:
    desk.window.work.begin(wide_fishbone())
    desk.settle()
    assert len(items(desk)) == 2_001
    assert item(desk, "Cause 2000").text(DESCRIPTION).startswith("why, ")

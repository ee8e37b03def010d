"""The line of sight in words: a page whose lines are links."""

import pytest
from hands import Desk
from PySide6.QtWidgets import QTreeWidgetItem
from workbooks import chained, key

from ilead_studio.ui.sight.page import Lines, SightPage, section_of


@pytest.fixture
def there(desk: Desk) -> Desk:
    """The page about the cause "Buses come late"."""
    desk.window.work.begin(chained())
    desk.window.work.select(key("late"))
    desk.settle()
    desk.press("Ctrl+Shift+M")
    return desk


def lines(desk: Desk) -> Lines:
    view = desk.window.sections.view
    assert isinstance(view, SightPage)
    return view.lines


def current(desk: Desk) -> QTreeWidgetItem:
    item = lines(desk).currentItem()
    assert item is not None
    return item


def test_the_chain_stands_there_in_words_with_the_keyboard_on_it(there: Desk) -> None:
    assert there.focus is lines(there)
    assert current(there).text(0) == "Buses come late"
    assert [current(there).text(it) for it in (1, 2)] == ["cause", "C2"]
    assert there.focus.accessibleName() == "Line of sight of “Buses come late”"
    assert "1 problem" in there.window.status.words


def test_a_line_is_a_link_to_the_page_where_it_stands(there: Desk) -> None:
    view = there.window.sections.view
    assert isinstance(view, SightPage)
    lines(there).choose(key("daily"))
    there.press("Return")
    assert there.window.work.item_id == key("daily")
    assert there.focus is there.window.canvas
    assert not there.window.work.section


def test_evidence_is_found_with_what_it_speaks_about(there: Desk) -> None:
    lines(there).choose(key("seen"))
    assert current(there).text(1) == "evidence for it"
    there.press("Return")
    assert there.window.work.item_id == key("late")


def test_what_stands_on_no_page_is_shown_by_its_section_or_that_is_said(there: Desk) -> None:
    went: list[tuple[str, str]] = []
    sections = there.window.sections
    sections.knows = lambda name: name == "pdsa"  # type: ignore[method-assign]  # a fake section
    sections.go = lambda name, item_id="": went.append((name, item_id))  # type: ignore[method-assign]
    lines(there).choose(key("cycle"))
    there.press("Return")
    assert went == [("pdsa", key("cycle"))]
    lines(there).choose(key("problem"))
    there.press("Return")
    assert "stands on no page" in there.window.status.words


def test_escape_goes_back_and_a_step_is_shown(there: Desk) -> None:
    work = there.window.work
    work.undo()
    there.press("Escape")
    assert there.focus is there.window.canvas
    assert work.item_id == key("late")


def test_each_kind_has_the_section_that_shows_it() -> None:
    names = {it: section_of(chained(), key(it)) for it in ("problem", "talk", "cycle", "late")}
    assert names == {"problem": "problem", "talk": "ideas", "cycle": "pdsa", "late": ""}

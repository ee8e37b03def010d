"""The change ideas in the square of effort and impact: by drag and by arrow keys."""

import pytest
from hands import Desk
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from test_ideas_table import chosen, page_of
from workbooks import key, reading

from ilead_studio import edits
from ilead_studio.drawing.ops import Box
from ilead_studio.model import Idea
from ilead_studio.rules.ideas import IdeaRow
from ilead_studio.ui.ideas.square_places import Grid, places, waiting

GRID = Grid(Box(0, 0, 400, 400), Box(0, 410, 400, 30))


def rows(*steps: tuple[int, int]) -> tuple[IdeaRow, ...]:
    return tuple(
        IdeaRow(
            Idea(id=key("abcdefghijk"[at]), ref=f"I{at}", text="So", effort=x, impact=y), (), "", ()
        )
        for at, (x, y) in enumerate(steps, 1)
    )


def test_a_point_is_a_step_of_effort_and_of_impact() -> None:
    assert GRID.step_at(1, 399) == (1, 1)
    assert GRID.step_at(399, 1) == (4, 4)
    assert GRID.step_at(101, 299) == (2, 2)
    assert GRID.step_at(401, 10) == (0, 0)
    assert all(GRID.step_at(*_middle(GRID.cell(x, y))) == (x, y) for x in (1, 4) for y in (2, 3))


def _middle(box: Box) -> tuple[float, float]:
    return box.x + box.w / 2, box.y + box.h / 2


@pytest.mark.parametrize("number", [1, 2, 9])
def test_a_stack_stays_in_its_cell_with_the_chosen_card_on_top(number: int) -> None:
    stack = places(rows(*[(2, 4)] * number), GRID, key("b"), 1.0)
    cell = GRID.cell(2, 4)
    assert all(it.box.x >= cell.x and it.box.right <= cell.right for it in stack)
    assert all(it.box.y >= cell.y and it.box.bottom <= cell.bottom for it in stack)
    assert stack[-1].row.idea.id == key("b")
    assert [it.on_top for it in stack] == [False] * (min(number, 4) - 1) + [True]
    assert {it.number for it in stack} == {number}


def test_the_chosen_one_of_many_that_wait_is_in_sight() -> None:
    every = rows(*[(0, 3)] * 9, (1, 1))
    seen = waiting(every, GRID.strip, 100, 10, key("j"))
    assert [it.row.idea.ref for it in seen] == ["I7", "I8", "I9"]
    assert all(it.box.right <= GRID.strip.right for it in seen)
    assert waiting(every, GRID.strip, 100, 10, "")[0].row.idea.ref == "I1"


def test_few_that_wait_share_the_room_but_stay_cards() -> None:
    two = waiting(rows((0, 3), (0, 1)), GRID.strip, 160, 10, "")
    assert [it.box.w for it in two] == [195, 195]
    assert waiting(rows((0, 3)), GRID.strip, 160, 10, "")[0].box.w == 240
    assert waiting(rows((1, 3)), GRID.strip, 160, 10, "") == ()


@pytest.fixture
def square(desk: Desk) -> Desk:
    """The window at the square: "Talk about books" is a quick win, "Quiet hour" waits."""
    book = edits.put(reading(), [key("talk")], effort=1, impact=4)
    desk.window.work.begin(book)
    desk.press("Ctrl+4")
    page_of(desk).turn("square")
    desk.press("Ctrl+4")
    return desk


def steps(desk: Desk, name: str) -> tuple[int, int]:
    idea = next(it for it in desk.window.work.workbook.ideas if it.id == key(name))
    return idea.effort, idea.impact


def test_alt_arrows_move_one_step_and_words_follow(square: Desk) -> None:
    widget = page_of(square).square
    assert square.focus is widget
    assert "low effort, high impact: quick win, 1 of 2" in widget.accessibleDescription()
    square.press("Alt+Right", "Alt+Right", "Alt+Down")
    assert steps(square, "talk") == (3, 3)
    assert "High effort, high impact: major project: a judgement" in square.window.status.words
    square.press("Ctrl+Z")
    assert steps(square, "talk") == (3, 4)
    square.press("Alt+Up")
    assert "at the edge" in square.window.status.words


def test_arrows_go_to_the_next_idea_and_place_a_waiting_one(square: Desk) -> None:
    square.press("Down")
    assert chosen(square) == "Quiet hour"
    assert "not placed yet" in page_of(square).square.accessibleDescription()
    square.press("Alt+Up", "Alt+Up")
    assert steps(square, "hour") == (1, 2)


def test_a_drag_places_and_escape_takes_it_back(square: Desk) -> None:
    widget, left = page_of(square).square, Qt.MouseButton.LeftButton
    box = widget.box()
    start = widget.mapFromGlobal(box.center())
    QTest.mousePress(widget, left, pos=start)
    QTest.mouseMove(widget, start + QPoint(30, 0))
    QTest.mouseMove(widget, start + QPoint(box.width() + 30, 0))
    square.press("Escape")
    QTest.mouseRelease(widget, left, pos=start + QPoint(box.width() + 30, 0))
    assert steps(square, "talk") == (1, 4)
    QTest.mousePress(widget, left, pos=start)
    QTest.mouseMove(widget, start + QPoint(30, 0))
    QTest.mouseRelease(widget, left, pos=start + QPoint(box.width() + 30, 0))
    assert steps(square, "talk") == (2, 4)


def test_words_are_typed_and_edited_in_the_square_too(square: Desk) -> None:
    square.press("F2")
    square.type("Talk")
    square.press("Return")
    assert chosen(square) == "Talk"
    square.type("Bags")
    square.press("Return")
    assert chosen(square) == "Bags"
    assert square.focus is page_of(square).square


def test_quarters_can_have_the_names_of_pick_and_keep_them(square: Desk) -> None:
    page = page_of(square)
    menu = page.more.menu()
    assert menu is not None
    assert page.more.accessibleName() == "What the quarters are called"
    pick = menu.actions()[1]
    pick.trigger()
    square.settle()
    assert pick.isChecked()
    assert not menu.actions()[0].isChecked()
    assert "low effort, high impact: implement" in page.square.accessibleDescription()
    square.press("Alt+Down", "Alt+Down")
    assert "Low effort, low impact: possible: a judgement" in square.window.status.words
    assert square.window.settings.value("ideas/quarters") == "pick"
    page.turn("board")
    assert not page.more.isEnabled()
    page.turn("table")
    assert page.more.accessibleName() == "Columns and order"

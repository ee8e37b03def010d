"""Commands on a whole page: fold, untangle, name the columns, copy the picture."""

import pytest
from hands import Desk
from PySide6.QtWidgets import QApplication

from ilead_studio.resources import resource


@pytest.fixture
def example(desk: Desk) -> Desk:
    desk.window.filing.open_file(resource("examples", "new-teachers.ilead"))
    return desk


def on_canvas(desk: Desk) -> set[str]:
    """Return the words of the items that are drawn."""
    rows = {row.id: row.text for row in desk.window.work.rows}
    desk.window.canvas.grab()
    return {words for item_id, words in rows.items() if desk.window.canvas.place_of(item_id)}


def test_a_folded_branch_keeps_its_head_and_says_how_many_are_hidden(example: Desk) -> None:
    example.window.work.select(example.window.work.rows[1].id)
    example.press("Ctrl+Period")
    assert "Weak relationship with principal" in on_canvas(example)
    assert "High principal turnover" not in on_canvas(example)
    example.press("Ctrl+Period")
    assert "High principal turnover" in on_canvas(example)


def test_selecting_something_in_a_folded_branch_opens_it(example: Desk) -> None:
    example.window.work.select(example.window.work.rows[1].id)
    example.press("Ctrl+Period")
    example.window.work.select(example.window.work.rows[2].id)
    assert example.words in on_canvas(example)


def test_asking_why_in_a_folded_branch_opens_it(example: Desk) -> None:
    example.window.work.select(example.window.work.rows[1].id)
    example.press("Ctrl+Period", "Tab")
    example.type("One more")
    example.press("Return", "Escape")
    assert "One more" in on_canvas(example)


def test_nothing_below_is_nothing_to_fold(example: Desk) -> None:
    example.window.work.select(example.window.work.rows[2].id)
    example.press("Ctrl+Period")
    assert "nothing below" in example.window.status.words
    assert example.window.work.session.is_saved


def test_the_columns_are_named_and_the_picture_says_so(example: Desk) -> None:
    example.press("Ctrl+3")
    example.window.do("name columns")
    example.press("Return")
    example.type("Big levers")
    example.press("Return", "Escape")
    assert example.window.work.page.headings == ("", "Big levers")
    assert example.focus is example.window.canvas
    example.press("Ctrl+Z")
    assert example.window.work.page.headings == ()


def test_the_picture_goes_to_the_clipboard_with_its_words(example: Desk) -> None:
    example.press("Ctrl+Shift+C")
    data = QApplication.clipboard().mimeData()
    assert data.hasImage()
    assert data.hasFormat("image/svg+xml")
    assert "  Weak relationship with principal" in data.text()


def test_untangling_changes_places_only_and_is_one_step(desk: Desk) -> None:
    desk.press("Ctrl+3")
    desk.type("Aim")
    desk.press("Tab")
    for words in ("A", "B", "C"):
        desk.type(words)
        desk.press("Return")
    desk.press("Escape")
    before = desk.tree
    desk.window.do("untangle")
    assert "No change of places" in desk.window.status.words
    assert desk.tree == before

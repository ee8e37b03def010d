"""Linked copies by key, and several items that are moved at once."""

import pytest
from hands import Desk

from ilead_studio.resources import resource


@pytest.fixture
def example(desk: Desk) -> Desk:
    desk.window.filing.open_file(resource("examples", "new-teachers.ilead"))
    desk.settle()
    return desk


def choose(desk: Desk, *texts: str) -> None:
    ids = [next(row.id for row in desk.window.work.rows if row.text == text) for text in texts]
    desk.window.work.select(*ids)
    desk.settle()


def test_a_linked_copy_is_made_found_and_unlinked_by_key(example: Desk) -> None:
    choose(example, "High principal turnover")
    original = example.window.work.item_id
    example.press("Ctrl+D")
    copy = example.window.work.item_id
    assert copy != original
    assert example.words == "High principal turnover"
    example.press("Ctrl+Shift+D")
    assert example.window.work.item_id == original
    example.press("Ctrl+Shift+L")
    assert all(cause.same_as is None for cause in example.window.work.page.causes)
    example.press("Ctrl+Z", "Ctrl+Z")
    assert not example.window.work.session.undo_label


def test_a_cause_without_copies_says_so(example: Desk) -> None:
    choose(example, "High principal turnover")
    example.press("Ctrl+Shift+D")
    assert "no linked copy" in example.window.status.words
    example.press("Ctrl+Shift+L")
    assert "one place only" in example.window.status.words


def test_alt_arrows_move_all_that_is_selected(example: Desk) -> None:
    choose(example, "No breaks", "Inadequate facilities")
    example.press("Alt+Up")
    rows = [text for _, text in example.tree]
    assert rows[-3:] == ["Inadequate facilities", "No breaks", "Unsafe environment"]
    example.press("Alt+Down")
    assert [text for _, text in example.tree][-3] == "Unsafe environment"
    assert len(example.window.work.ids_selected) == 2


def test_ctrl_l_puts_a_linked_copy_under_another_bone(example: Desk) -> None:
    choose(example, "High principal turnover")
    original = example.window.work.item_id
    example.press("Ctrl+L")
    example.type("inadequate feed")
    example.press("Return")
    copy = next(it for it in example.window.work.page.causes if it.same_as)
    parent = next(row.text for row in example.window.work.rows if row.id == copy.parent_id)
    assert (copy.same_as, parent) == (original, "Inadequate feedback")
    assert example.focus is example.window.canvas

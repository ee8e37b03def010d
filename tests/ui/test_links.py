"""Linked copies by key, and several items that are moved at once."""

import pytest
from hands import Desk

from ilead_studio import edits
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


def test_several_causes_get_linked_copies_in_one_step(example: Desk) -> None:
    choose(example, "No breaks", "High principal turnover")
    example.press("Ctrl+D")
    copies = [it for it in example.window.work.page.causes if it.same_as]
    assert {it.text for it in copies} == {"No breaks", "High principal turnover"}
    assert example.window.work.session.undo_label == "make 2 linked copies"
    example.press("Ctrl+Z")
    assert not example.window.work.session.undo_label


def test_ctrl_shift_d_goes_to_a_copy_on_another_page_and_back(example: Desk) -> None:
    choose(example, "No breaks")
    work, first = example.window.work, example.window.work.item_id
    example.window.do("add fishbone")
    bone, copy = work.ids(), work.ids()
    work.step("a bone", lambda book: edits.add_cause(book, bone, "Time", work.page.id))
    work.step("a copy", lambda book: edits.copy_linked(book, first, copy, bone))
    example.settle()
    there = work.page.id
    work.select(copy)
    example.press("Ctrl+Shift+D")
    assert (work.item_id, work.page.id != there) == (first, True)
    example.press("Ctrl+Shift+D")
    assert (work.item_id, work.page.id) == (copy, there)
    assert example.focus is example.window.canvas


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


def test_what_stands_below_another_selected_one_goes_along_with_it(example: Desk) -> None:
    choose(example, "Inadequate feedback", "Feedback givers lack expertise")
    before = list(example.tree)
    chosen = example.window.work.ids_selected
    example.press("Alt+Down")
    bones = [text for depth, text in example.tree if depth == 1]
    assert bones[1:3] == ["Ineffective recruiting, hiring and placement", "Inadequate feedback"]
    assert example.window.work.ids_selected == chosen
    example.press("Ctrl+Z")
    assert example.tree == before
    assert not example.window.work.session.undo_label


@pytest.mark.parametrize("key", ["Alt+Up", "Alt+Down", "Alt+Left", "Alt+Right"])
def test_several_keep_their_order_and_stay_selected(example: Desk, key: str) -> None:
    texts = ("Feedback not tied to resources", "Feedback givers lack expertise", "Not my job")
    chosen = [row for row in example.window.work.rows if row.text.strip("“”").startswith(texts)]
    example.window.work.select(*(row.id for row in chosen))
    before = list(example.tree)
    example.press(key)
    assert example.tree != before
    ids = [row.id for row in chosen]
    assert [row.id for row in example.window.work.rows if row.id in ids] == ids
    assert example.window.work.ids_selected == tuple(ids)
    example.press("Ctrl+Z")
    assert example.tree == before
    assert example.window.work.ids_selected == tuple(ids)


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

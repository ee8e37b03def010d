"""Where pasted lines go, and what they become there."""

from dataclasses import replace

import pytest
from workbooks import both, key

from ilead_studio.edits import NewLine
from ilead_studio.exchange.pasted import levelled, read_pasted
from ilead_studio.model import Page, Workbook, pages
from ilead_studio.session.capture import Slot
from ilead_studio.session.pasting import already, fitted, made_of, paste_slot, place_words


def at(number: int, name: str, *, heads: bool = False) -> tuple[Workbook, Page, Slot]:
    workbook = both()
    page = pages(workbook)[number]
    return workbook, page, paste_slot(workbook, page, key(name), heads=heads)


@pytest.mark.parametrize(
    ("number", "name", "parent", "before", "words"),
    [
        (0, "head", "head", None, "as bones"),
        (0, "buses", "buses", None, "on bone 1"),
        (0, "late", "buses", "full", "on bone 1"),
        (0, "work", "home", None, "on bone 2"),
        (1, "aim", "aim", None, "as primary drivers"),
        (1, "families", "families", None, "under Families"),
        (1, "daily", "teach", None, "under Teaching"),
    ],
)
def test_lines_go_below_a_bone_and_beside_anything_else(
    number: int, name: str, parent: str, before: str | None, words: str
) -> None:
    workbook, page, slot = at(number, name)
    assert (slot.parent_id, slot.before) == (key(parent), before and key(before))
    assert place_words(workbook, page, slot) == words


def test_a_copied_bone_goes_beside_a_bone() -> None:
    _, page, slot = at(0, "buses", heads=True)
    assert (slot.parent_id, slot.before) == (page.id, key("home"))


def test_words_below_a_secondary_driver_are_change_ideas_unless_something_is_below_them() -> None:
    lines = levelled(read_pasted("One\n  Two\n    Three\n  Four\nFive").lines)
    workbook, page, slot = at(1, "families")
    made = {line.text: line.is_idea for line in fitted(workbook, page, slot, lines)}
    assert made == {"One": False, "Two": False, "Three": True, "Four": True, "Five": False}
    assert made_of(workbook, page, slot, lines) == "3 drivers and 2 change ideas"
    below = replace(slot, parent_id=key("daily"), kind="idea")
    made = {line.text: line.is_idea for line in fitted(workbook, page, below, lines)}
    assert made == {"One": False, "Two": False, "Three": True, "Four": True, "Five": True}
    workbook, page, slot = at(1, "aim")
    assert made_of(workbook, page, slot, lines) == "4 drivers and 1 change idea"


def test_on_a_fishbone_lines_are_bones_causes_and_whys() -> None:
    lines = levelled(read_pasted("One\n  Two\n    Three\n      Four").lines)
    assert made_of(*at(0, "head"), lines) == "1 bone, 1 cause and 2 whys"
    assert made_of(*at(0, "buses"), lines) == "1 cause and 3 whys"


def test_what_the_page_says_already_is_known_by_its_reference() -> None:
    lines = [NewLine(0, "New"), NewLine(0, "BUSES are full"), NewLine(1, "Home")]
    workbook, page, _ = at(0, "head")
    assert already(workbook, page, lines) == {1: "C3", 2: "C5"}


def test_what_stood_under_a_line_that_is_left_out_moves_out_by_one() -> None:
    lines = read_pasted("One\nTwo\n  Three\n    Four\nFive").lines
    left = levelled(lines, frozenset({1}))
    assert [(line.depth, line.text) for line in left] == [
        (0, "One"), (0, "Three"), (1, "Four"), (0, "Five"),
    ]  # fmt: skip

"""A merge that is half decided waits: for a look elsewhere, and for a crash."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hands import Desk
from other_programs import come_back, do, in_file, merging, reword, reworded, text
from recovery_hands import recovered
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.rules.merge_words import THEIRS
from ilead_studio.storage.format import encode
from ilead_studio.ui.files.keeping import Keeping
from ilead_studio.ui.merging.view import MergeView

Begun = Callable[[], MergeView]


@pytest.fixture
def begun(desk: Desk, keeping: Keeping, plan: Path) -> Begun:
    """Decide the first of two conflicts for theirs, and type other words for the second."""
    desk.window.filing.open_file(plan)
    theirs = edits.rename(reworded("Theirs"), key("home"), "They sleep")
    plan.write_bytes(encode(theirs))
    reword(desk, "Mine")
    reword(desk, "I sleep", "home")

    def begin() -> MergeView:
        come_back(desk)
        do(desk, "merge outside")
        return merging(desk)

    view = begin()
    assert len(view.merging.conflicts if view.merging else ()) == 2
    desk.press("2", "Return", "3", "Ctrl+A")
    desk.type("All sleep")
    return begin


def test_what_was_chosen_waits_for_whoever_looks_elsewhere(
    desk: Desk, begun: Begun, plan: Path
) -> None:
    desk.press("Escape")
    do(desk, "theory")
    view = begun()
    assert view.choices[0] == THEIRS
    assert view.choices[1].own == "All sleep"
    desk.press("Return", "Return")
    while desk.window.work.section:
        desk.settle()
    desk.settle()
    assert {in_file(plan), in_file(plan, "home")} == {"Theirs", "All sleep"}
    assert view.wish is None


def test_what_was_chosen_waits_in_another_look(desk: Desk, begun: Begun) -> None:
    desk.window.wear(desk.window.look)
    view = begun()
    assert view.choices[0] == THEIRS
    assert view.choices[1].own == "All sleep"


def test_what_was_chosen_is_for_that_workbook_only(desk: Desk, begun: Begun, plan: Path) -> None:
    desk.window.work.begin(both())
    desk.settle()
    desk.window.filing.open_file(plan)
    plan.write_bytes(encode(edits.rename(reworded("Theirs"), key("home"), "They")))
    reword(desk, "Mine")
    assert begun().choices == {}


def test_words_for_a_merge_are_kept_in_recovery(desk: Desk, keeping: Keeping, begun: Begun) -> None:
    desk.press("Escape")
    do(desk, "theory")
    book = recovered(desk, keeping)
    last = book.tray[-1]
    assert (last.text, last.source) == ("All sleep", "was to stand there after a merge")
    assert text(book) == "Mine"

"""Judging causes from the page: root and evidence by keys, and what the status line counts."""

import pytest
from hands import Desk
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.model import Cause, find


@pytest.fixture
def page(desk: Desk) -> Desk:
    """A workbook with a fishbone and a theory; the fishbone is in view."""
    desk.window.work.begin(both())
    desk.settle()
    return desk


def select(desk: Desk, *names: str) -> None:
    desk.window.work.select(*(key(name) for name in names))
    desk.settle()


def cause(desk: Desk, name: str) -> Cause:
    found = find(desk.window.work.workbook, key(name))
    assert isinstance(found, Cause)
    return found


def test_ctrl_r_marks_several_roots_and_takes_them_back(page: Desk) -> None:
    select(page, "full", "work")
    page.window.canvas.setFocus()
    page.press("Ctrl+R")
    assert cause(page, "full").root
    assert cause(page, "work").root
    assert "marked as root causes" in page.window.status.words
    page.press("Ctrl+R")
    assert not cause(page, "full").root


@pytest.mark.parametrize(
    ("keys", "state"),
    [("1", "hunch"), ("2", "supported"), ("3", "disputed"), ("4", "refuted")],
)
def test_evidence_has_keys(page: Desk, keys: str, state: str) -> None:
    work = page.window.work
    work.step("judge", lambda book: edits.put(
        book, [key("full")], evidence="refuted" if state == "hunch" else "hunch"))  # fmt: skip
    select(page, "full")
    page.window.canvas.setFocus()
    page.press(f"Ctrl+Shift+{keys}")
    assert cause(page, "full").evidence == state


def test_a_bone_and_a_theory_say_why_they_are_not_judged(page: Desk) -> None:
    judging = next(it for it in page.window.features if "root" in it.deeds())
    assert judging.why_not("root").startswith("Select a cause")
    select(page, "full")
    assert judging.why_not("root") == ""
    page.window.do("theory")
    assert judging.why_not("refuted").startswith("That is for")
    assert judging.why_not("save") == ""
    page.window.do("root")
    assert not any(it.root for it in page.window.work.workbook.fishbones[0].causes)


def test_the_status_line_counts_causes_hunches_and_roots(page: Desk) -> None:
    work = page.window.work
    work.step("judge", lambda book: edits.put(
        book, [key("full"), key("late")], evidence="supported", root=True))  # fmt: skip
    page.settle()
    assert "4 causes, 2 still hunches · 2 root causes" in page.window.status.words

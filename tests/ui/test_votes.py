"""Votes in the window: begun, blind, revealed, and voted again, all by keyboard."""

import pytest
from hands import Desk, Listener
from PySide6.QtWidgets import QApplication

from ilead_studio.model import Cause, Vote, find
from ilead_studio.resources import resource
from ilead_studio.rules.votes import counted
from ilead_studio.ui.vote_panel import VotePanel
from ilead_studio.ui.votes import Votes


@pytest.fixture
def at_page(desk: Desk) -> Desk:
    """The window on the example: 23 causes on the ballot, one is refuted."""
    desk.window.filing.open_file(resource("examples", "new-teachers.ilead"))
    desk.settle()
    return desk


def panel_of(desk: Desk) -> VotePanel:
    return next(it for it in desk.window.features if isinstance(it, Votes)).panel


def vote_of(desk: Desk) -> Vote:
    return desk.window.work.workbook.votes[-1]


def command(desk: Desk, words: str) -> None:
    desk.press("Ctrl+K")
    desk.type(words)
    desk.press("Return")


def marked(desk: Desk) -> list[str]:
    """Return what stands before each cause."""
    view = desk.window.work.view
    return [view.of(row.id).ballot for row in desk.window.work.rows if row.depth == 2]


def cause_of(desk: Desk, item_id: str | None) -> Cause:
    found = find(desk.window.work.workbook, item_id or "")
    assert isinstance(found, Cause)
    return found


def ballot(desk: Desk, words: str) -> None:
    desk.type(words)
    desk.press("Return")


def test_a_vote_by_keyboard_from_its_beginning_to_another_round_and_back(
    at_page: Desk, listener: Listener
) -> None:
    desk, work = at_page, at_page.window.work
    names = [row.text for row in work.rows if row.depth == 2]
    command(desk, "blind")
    desk.type("What weighs most?")
    desk.press("Tab", "Tab", "Tab")
    desk.type("3")  # votes each; by the rule they would be 7
    desk.press("Return")
    panel, blind = panel_of(desk), panel_of(desk).blind
    assert (vote_of(desk).question, vote_of(desk).each) == ("What weighs most?", 3)
    assert blind.field.hasFocus()
    assert marked(desk) == [*map(str, range(1, 24)), "–"]
    listener.heard()

    ballot(desk, "1 1 10")
    assert blind.field.text() == ""
    ballot(desk, "1 1 1 1")
    assert desk.window.status.words == "At most 3 votes go to one; number 1 has 4."
    desk.press("Escape")
    ballot(desk, "2 1")
    assert len(vote_of(desk).ballots) == 1
    desk.press("Return")  # fewer than allowed: once more casts it
    QApplication.clipboard().setText("1 2 2\n1 99\n3 2 1\n")
    desk.press("Ctrl+V")
    assert desk.window.status.words == (
        "2 pasted ballots taken. Line 2: There is no 99 on this ballot. 4 of 8 have voted."
    )
    desk.type("5 5 5")
    desk.press("Tab", "Space")  # "Next voter"
    assert blind.field.text() == ""
    assert len(vote_of(desk).ballots) == 5
    heard = " ".join(listener.heard())
    assert "5 of 8 have voted." in heard
    assert not any(name in heard for name in names)
    assert not any(word in heard for word in ("supported", "hunch", "root"))

    blind.end.setFocus()
    desk.press("Space")
    assert desk.window.status.words == "Eight people, three have not voted. Reveal anyway?"
    desk.press("Space")
    assert work.session.undo_label == "reveal the votes"
    result = panel.result
    assert result.list.hasFocus()
    assert [it.counted.votes for it in result.list.rows[:5] if it.counted] == [5, 4, 1, 0, 3]
    assert [cause_of(desk, it.item_id).votes for it in counted(vote_of(desk))[:2]] == [5, 4]
    desk.press("Down", "Down", "Space")  # the third has one vote
    assert vote_of(desk).kept == (3,)
    assert work.item_id == vote_of(desk).candidates[2].item_id
    desk.press("Tab", "Space")
    assert blind.field.hasFocus()
    assert [it.number for it in vote_of(desk).candidates] == [1, 2, 3, 5]
    assert marked(desk)[:6] == ["1", "2", "3", "", "5", ""]

    for label in ("vote again", f"keep “{names[2]}”", "reveal the votes", "a ballot"):
        assert work.session.undo_label == label
        desk.press("Ctrl+Z")
    assert len(vote_of(desk).ballots) == 4
    assert blind.isVisible()
    assert desk.window.right.has(desk.focus)

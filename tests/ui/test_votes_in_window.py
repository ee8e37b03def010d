"""Votes in the window: begun, blind, revealed, and voted again, all by keyboard."""

from pathlib import Path

import pytest
from hands import Desk, Listener
from measures import voted
from PySide6.QtWidgets import QApplication
from workbooks import chained, key

from ilead_studio import edits
from ilead_studio.model import Cause, Vote, find
from ilead_studio.resources import resource
from ilead_studio.rules.votes import counted
from ilead_studio.storage.format import encode
from ilead_studio.ui.votes.commands import Votes
from ilead_studio.ui.votes.form import SELECTED
from ilead_studio.ui.votes.panel import VotePanel


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
    assert not any(work.view.of(row.id).evidence for row in work.rows)
    assert not desk.window.inspector.isVisible()
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

    desk.press("Shift+Tab", "Ctrl+Return")
    assert desk.window.status.words == "Eight people, three have not voted. Reveal anyway?"
    desk.press("Escape")  # no: the next ballot
    assert not blind.anyway.isVisible()
    assert blind.field.hasFocus()
    desk.press("Ctrl+Return", "Space")
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
    while work.session.undo_label:
        desk.press("Ctrl+Z")
    assert desk.window.canvas.hasFocus()
    assert desk.window.inspector.isVisible()
    assert work.view.of(work.rows[2].id).evidence == "supported"


def test_a_vote_in_progress_is_there_when_the_file_is_opened_again(
    desk: Desk, tmp_path: Path
) -> None:
    work, path = desk.window.work, tmp_path / "vote.ilead"
    path.write_bytes(encode(voted("1 1 2", "3")))
    desk.window.filing.open_file(path)
    desk.settle()
    blind = panel_of(desk).blind
    assert blind.isVisible()
    assert desk.window.canvas.hasFocus(), "an open vote takes no keyboard"
    assert marked(desk) == ["1", "2", "3"]
    assert work.folded == {key("late")}
    assert "blind vote: 2 of 9 have voted" in desk.window.status.words
    desk.window.do("filter")
    assert "nothing is sifted" in desk.window.status.words
    command(desk, "blind")
    assert blind.field.hasFocus()


def test_ideas_are_voted_on_where_they_stand_in_their_list(desk: Desk) -> None:
    window, work = desk.window, desk.window.work
    work.begin(edits.put(chained(), [key("hour")], votes=4))
    window.do("theory")
    command(desk, "blind")
    assert "change ideas" in window.status.words
    desk.press("Ctrl+4")
    command(desk, "blind")
    desk.press("Return")
    ballot(desk, "2")
    assert len(vote_of(desk).ballots) == 1
    window.do("fishbone")
    desk.settle()
    assert window.inspector.isVisible()
    desk.press("Ctrl+4")
    assert panel_of(desk).blind.isVisible()
    panel_of(desk).blind.give_up.click()
    desk.settle()
    assert work.workbook.votes == ()
    assert desk.focus.isVisible()


def test_who_selected_causes_votes_on_those(at_page: Desk) -> None:
    desk, work = at_page, at_page.window.work
    bone = work.rows[1]
    work.select(bone.id)
    command(desk, "blind")
    form = panel_of(desk).form
    assert form.what.value == SELECTED
    desk.press(*["Tab"] * 6, "Return")  # on "Cancel" Enter begins no vote
    assert work.workbook.votes == ()
    assert at_page.window.canvas.hasFocus()
    assert at_page.window.inspector.isVisible()
    command(desk, "blind")
    desk.press("Return")
    named = [it.text for it in vote_of(desk).candidates]
    assert named == [row.text for row in work.rows if row.parent_id == bone.id]


def test_a_vote_makes_way_for_notes_when_it_is_no_longer_blind(at_page: Desk) -> None:
    desk, window = at_page, at_page.window
    command(desk, "blind")
    desk.press("Return")
    window.canvas.setFocus()
    desk.press("Ctrl+Return")
    assert "blind vote is open" in window.status.words
    assert panel_of(desk).blind.isVisible()
    window.do("tray")
    assert panel_of(desk).blind.isVisible()
    command(desk, "blind")
    ballot(desk, "1 1 1 2 2 2 3")
    panel_of(desk).blind.revealed.emit()
    desk.settle()
    assert panel_of(desk).result.isVisible()
    window.canvas.setFocus()
    desk.press("Ctrl+Return")
    assert window.inspector.isAncestorOf(desk.focus)
    command(desk, "blind")
    assert panel_of(desk).result.list.hasFocus()


def test_the_number_of_people_is_taken_when_it_is_whole(desk: Desk) -> None:
    work = desk.window.work
    work.begin(voted("1 1 2", "3", people=3))
    desk.settle()
    people = panel_of(desk).blind.people
    people.setFocus()
    people.selectAll()
    desk.type("12")  # one person alone would be too few for the ballots
    assert vote_of(desk).people == 3
    desk.press("Return")
    assert vote_of(desk).people == 12
    desk.press("Down")
    assert (vote_of(desk).people, people.text()) == (11, "11")
    people.selectAll()
    desk.type("1")
    desk.press("Tab")
    assert (vote_of(desk).people, people.text()) == (11, "11")
    desk.press("Ctrl+Z")
    assert work.session.undo_label == ""


def test_nothing_that_is_copied_or_exported_tells_what_is_known_while_a_vote_is_blind(
    at_page: Desk,
) -> None:
    desk, window = at_page, at_page.window
    command(desk, "blind")
    desk.press("Return")
    window.canvas.setFocus()
    work, copied = window.work, QApplication.clipboard()
    work.select(next(row.id for row in work.rows if row.depth == 2))
    for name in ("copy", "copy picture"):
        window.do(name)
        told = bytes(copied.mimeData().data("image/svg+xml").data()).decode()
        assert ">1</text>" in told
        assert not any(it in told for it in ("supported", "hunch", "disputed", "root cause"))
    for name in ("make drivers", "sight in words"):
        window.do(name)
        assert "Reveal it first" in window.status.words
    for name in ("export", "export picture", "handouts", "print", "make office"):
        assert window.why_not(name) == ""
    window.do("theory")
    assert window.why_not("advice") == "Advice waits until the votes are revealed."

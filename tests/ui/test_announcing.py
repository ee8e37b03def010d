"""What the window says aloud: every sentence once, and nothing while nobody listens."""

from pathlib import Path

import pytest
from hands import Desk, Listener
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot
from workbooks import attendance, key

from ilead_studio.ui.finding.finding import PAUSE_MS
from ilead_studio.ui.inspector.judged import VotesGroup
from ilead_studio.ui.work import Work


@pytest.fixture
def buses(desk: Desk, listener: Listener) -> Desk:
    """The window on the small fishbone, while a screen reader listens."""
    desk.window.work.begin(attendance())
    desk.window.work.select(key("full"))
    desk.settle()
    listener.told.clear()
    return desk


def test_what_is_added_is_said_with_its_place_while_the_next_is_typed(
    buses: Desk, listener: Listener
) -> None:
    buses.press("Tab")
    buses.type("Too few drivers")
    assert listener.heard() == []
    buses.press("Return")
    assert listener.heard() == ["Added “Too few drivers”, why, under “Buses are full”."]
    buses.type("Routes are long")
    buses.press("Return", "Escape")
    assert listener.heard() == ["Added “Routes are long”, why, 2 of 2, under “Buses are full”."]


def test_moves_and_deletes_are_said(buses: Desk, listener: Listener) -> None:
    buses.press("Alt+Up")
    assert listener.heard() == ["Moved “Buses are full”, cause, 1 of 2, under “Buses”."]
    buses.press("Delete")
    assert listener.heard() == ["Deleted “Buses are full”."]


def test_votes_are_said(buses: Desk, listener: Listener) -> None:
    groups = buses.window.inspector.groups
    next(it for it in groups if isinstance(it, VotesGroup)).votes.setFocus()
    buses.press("Up")
    assert listener.heard() == ["“Buses are full”: hunch, 1 vote."]


def test_what_the_status_line_says_is_said_and_nothing_else_about_the_same_step(
    buses: Desk, listener: Listener
) -> None:
    buses.window.do("supported")
    buses.settle()
    assert listener.heard() == ["Marked: supported."]
    buses.press("Ctrl+Z")
    assert listener.heard() == ["Undone: change the evidence"]
    buses.press("Ctrl+Y")
    assert listener.heard() == ["Done again: change the evidence"]


def test_a_refusal_is_said_each_time_it_is_given(buses: Desk, listener: Listener) -> None:
    buses.window.work.select(key("head"))
    buses.press("Delete")
    once = listener.heard()
    buses.press("Delete")
    assert listener.heard() == once
    assert len(once) == 1


def test_the_same_sentence_twice_at_one_key_is_said_once(buses: Desk, listener: Listener) -> None:
    for _ in range(2):
        buses.window.work.said.emit("Nothing there.")
    buses.settle()
    assert listener.told == [("Polite", "Nothing there.")]


def test_a_warning_is_said_at_once(buses: Desk, listener: Listener) -> None:
    buses.window.work.warned.emit("The disk is full.")
    assert listener.told == [("Assertive", "The disk is full.")]


def test_saving_is_said(buses: Desk, listener: Listener, tmp_path: Path) -> None:
    buses.window.do("supported")
    buses.settle()
    listener.told.clear()
    buses.answers.path = tmp_path / "buses.ilead"
    buses.press("Ctrl+S")
    assert listener.heard() == ["Saved."]
    buses.press("Ctrl+S")
    assert listener.heard() == []


def test_another_page_or_workbook_is_no_step(buses: Desk, listener: Listener) -> None:
    buses.window.work.begin(attendance())
    buses.settle()
    assert listener.heard() == []


def test_the_number_of_places_found_is_said_once_when_typing_pauses(
    buses: Desk, listener: Listener, qtbot: QtBot
) -> None:
    buses.press("Ctrl+F")
    buses.type("Buses")
    assert listener.heard() == []
    qtbot.waitUntil(lambda: len(listener.told) > 0, timeout=PAUSE_MS * 10)
    sentences = listener.heard()
    assert len(sentences) == 1
    assert "3" in sentences[0]


def test_what_happened_before_somebody_listened_is_not_told(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoken: list[object] = []
    monkeypatch.setattr(QAccessible, "updateAccessibility", staticmethod(spoken.append))
    work: Work = desk.window.work
    work.begin(attendance())
    work.said.emit("Nobody listens.")
    work.warned.emit("Nobody listens to that either.")
    desk.press("Delete")
    QAccessible.setActive(True)
    work.filed.emit()
    desk.settle()
    QAccessible.setActive(False)
    assert [it for it in spoken if it.type() == QAccessible.Event.Announcement] == []

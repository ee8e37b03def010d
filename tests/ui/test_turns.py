"""Each who waits has a turn of its own: views that answer once, and steps after each other."""

from collections.abc import Iterator

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import Shiboken

from ilead_studio.ui.meanwhile.once import Once, beside
from ilead_studio.ui.meanwhile.queue import queue
from ilead_studio.ui.meanwhile.turns import Turns


def told(heard: list[str], words: str) -> Iterator[object]:
    for letter in words:
        heard.append(letter)
        yield letter


def test_each_step_has_a_turn_of_its_own(qtbot: QtBot) -> None:
    heard: list[str] = []
    holder = QObject()
    turns = Turns(holder)
    turns.begin(told(heard, "abc"))
    assert heard == []
    turns._go_on()
    assert heard == ["a"]
    qtbot.waitUntil(lambda: heard == ["a", "b", "c"])


def test_other_steps_take_the_place_of_what_is_left(qtbot: QtBot) -> None:
    heard: list[str] = []
    holder = QObject()
    turns = Turns(holder)
    turns.begin(told(heard, "abc"))
    turns._go_on()
    turns.begin(told(heard, "xy"))
    qtbot.waitUntil(lambda: heard == ["a", "x", "y"])


def test_a_step_may_end_them(qtbot: QtBot) -> None:
    heard: list[str] = []
    holder = QObject()
    turns = Turns(holder)

    def ending() -> Iterator[object]:
        yield heard.append("a")
        turns.end()
        yield heard.append("b")
        heard.append("never")

    turns.begin(ending())
    qtbot.waitUntil(lambda: heard == ["a", "b"])
    assert not turns.are_left


def turns_taken(heard: list[str], end: int) -> list[list[str]]:
    """What was heard in each turn of the window in which something was, until so much was."""
    taken = list[list[str]]()
    while sum(map(len, taken)) < end:
        before = len(heard)
        QApplication.processEvents()
        if len(heard) > before:
            taken.append(heard[before:])
    return taken


def test_views_that_wait_for_the_same_key_have_a_turn_each(qapp: QApplication) -> None:
    heard: list[str] = []
    holder = QObject()
    for name in ("page", "outline", "panel"):
        Once(lambda name=name: heard.append(name), holder, beside).ask()
    assert turns_taken(heard, 3) == [["page"], ["outline"], ["panel"]]


def test_so_have_steps_and_views(qapp: QApplication) -> None:
    heard: list[str] = []
    holder = QObject()
    Turns(holder).begin(told(heard, "ab"))
    Once(lambda: heard.append("panel"), holder, beside).ask()
    assert turns_taken(heard, 3) == [["a"], ["panel"], ["b"]]


def test_what_comes_first_is_done_before_all_that_waits(qapp: QApplication) -> None:
    heard: list[str] = []
    holder = QObject()
    Once(lambda: heard.append("panel"), holder, beside).ask()
    Turns(holder, first=True).begin(told(heard, "ab"))
    assert turns_taken(heard, 3) == [["a"], ["b"], ["panel"]]


def test_a_frame_is_painted_between_two_who_wait(qapp: QApplication) -> None:
    heard: list[str] = []
    holder = QObject()
    frame = Once(lambda: heard.append("frame"), holder)

    def show(name: str) -> None:
        heard.append(name)
        frame.ask()

    for name in ("outline", "panel"):
        Once(lambda name=name: show(name), holder, beside).ask()
    assert turns_taken(heard, 4) == [["outline"], ["frame"], ["panel"], ["frame"]]


def test_who_is_gone_waits_no_longer(qapp: QApplication) -> None:
    heard: list[str] = []
    gone, holder = QObject(), QObject()
    Once(lambda: heard.append("gone"), gone, beside).ask()
    Once(lambda: heard.append("there"), holder, beside).ask()
    Shiboken.delete(gone)
    assert turns_taken(heard, 1) == [["there"]]
    assert queue().is_empty

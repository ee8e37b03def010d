"""Steps that are done turn by turn."""

from collections.abc import Iterator

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

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
    assert not turns._turn.isActive()

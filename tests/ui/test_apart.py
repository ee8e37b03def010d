"""Work on a thread beside the window: in order, told in the window's turn, and given up safely."""

from collections.abc import Callable, Iterator
from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ilead_studio.ui.meanwhile.apart import Apart, Get, GivenUp, Newest, Task

PATIENCE = 20


@pytest.fixture
def apart(qtbot: QtBot) -> Iterator[Apart]:
    holder = QObject()
    yield Apart("test", holder)
    del holder


class Heard:
    """What was told, in order."""

    def __init__(self, qtbot: QtBot) -> None:
        self._qtbot = qtbot
        self.told: list[object] = []

    def hear(self, get: Get[object]) -> None:
        assert current_thread() is main_thread()
        self.told.append(get())

    def wait(self, *told: object) -> None:
        self._qtbot.waitUntil(lambda: self.told == [*told])


@pytest.fixture
def heard(qtbot: QtBot) -> Heard:
    return Heard(qtbot)


def saying(words: object) -> Callable[[], Callable[[Task[object]], object]]:
    """Return what begins a task that only says something."""
    return lambda: lambda _task: words


def held(until: Event, words: object) -> Callable[[], Callable[[Task[object]], object]]:
    """Return what begins a task that waits, and tells how far it is after that."""

    def work(task: Task[object]) -> object:
        assert until.wait(PATIENCE)
        task.tell("nearly")
        return words

    return lambda: work


def test_one_thing_comes_after_the_other(apart: Apart, heard: Heard) -> None:
    for number in range(5):
        apart.ask(saying(number), heard.hear)
    assert heard.told == []
    heard.wait(0, 1, 2, 3, 4)
    assert apart.under_way is None


def test_it_is_not_done_on_the_thread_of_the_window(apart: Apart, heard: Heard) -> None:
    apart.ask(lambda: lambda _task: current_thread() is main_thread(), heard.hear)
    heard.wait(False)


def test_a_thing_begins_only_when_the_one_before_was_heard_of(apart: Apart, heard: Heard) -> None:
    for _ in range(3):
        apart.ask(lambda: saying(len(heard.told))(), heard.hear)
    heard.wait(0, 1, 2)


def test_what_is_asked_for_by_whoever_hears_comes_last(apart: Apart, heard: Heard) -> None:
    def hear(get: Get[object]) -> None:
        heard.hear(get)
        apart.ask(saying("third"), heard.hear)

    apart.ask(saying("first"), hear)
    apart.ask(saying("second"), heard.hear)
    heard.wait("first", "second", "third")


def test_what_fails_is_raised_where_it_is_asked_for_and_the_next_goes_on(
    apart: Apart, heard: Heard
) -> None:
    def hear(get: Get[float]) -> None:
        with pytest.raises(ZeroDivisionError):
            get()
        heard.told.append("failed")

    apart.ask(lambda: lambda _task: 1 / 0, hear)
    apart.ask(saying("next"), heard.hear)
    heard.wait("failed", "next")


def test_its_words_tell_how_far_it_is(apart: Apart, heard: Heard, qtbot: QtBot) -> None:
    words: list[str] = []
    here, there = Event(), Event()

    def work(task: Task[object]) -> object:
        assert here.wait(PATIENCE)
        task.tell("half")
        assert there.wait(PATIENCE)
        return "whole"

    apart.turned.connect(lambda: words.append(apart.under_way.words if apart.under_way else ""))
    apart.ask(lambda: work, heard.hear, "begun")
    here.set()
    qtbot.waitUntil(lambda: words == ["begun", "half"])
    there.set()
    heard.wait("whole")
    assert words == ["begun", "half", ""]


def test_what_is_given_up_is_never_heard_of_and_ends(apart: Apart, heard: Heard) -> None:
    until, ended = Event(), Event()

    def work(task: Task[object]) -> object:
        assert until.wait(PATIENCE)
        try:
            task.tell("nearly")
        except GivenUp:
            ended.set()
            raise
        return "never"

    apart.ask(lambda: work, heard.hear)
    apart.ask(saying("nor this"), heard.hear)
    apart.give_up()
    assert apart.under_way is None
    until.set()
    assert ended.wait(PATIENCE)
    apart.ask(saying("after it"), heard.hear)
    heard.wait("after it")


def test_what_hangs_holds_nobody_up_once_it_is_given_up(apart: Apart, heard: Heard) -> None:
    until = Event()
    apart.ask(held(until, "hangs"), heard.hear)
    apart.give_up()
    apart.ask(saying("goes on"), heard.hear)
    heard.wait("goes on")
    until.set()


def test_the_end_of_the_program_waits_for_it(apart: Apart, heard: Heard) -> None:
    apart.ask(saying("written"), heard.hear)
    apart.wait(PATIENCE)
    assert heard.told == ["written"]
    apart.wait(PATIENCE)


def test_of_what_is_wished_for_meanwhile_only_the_newest_is_done(qtbot: QtBot) -> None:
    holder, go, done, told = QObject(), Event(), list[str](), list[str]()
    newest = Newest("test", holder)

    def work(words: str) -> str:
        assert go.wait(PATIENCE)
        done.append(words)
        return words

    for words in ("first", "second", "third"):
        newest.wish(lambda words=words: work(words), told.append)
    go.set()
    qtbot.waitUntil(lambda: not newest.is_busy)
    assert (done, told) == (["first", "third"], ["third"])


def test_what_is_wished_for_meanwhile_is_done_though_the_one_before_failed(qtbot: QtBot) -> None:
    holder, go, told = QObject(), Event(), list[str]()
    newest = Newest("test", holder)

    def fail() -> str:
        assert go.wait(PATIENCE)
        raise ZeroDivisionError

    with qtbot.captureExceptions() as raised:
        newest.wish(fail, told.append)
        newest.wish(lambda: "second", told.append)
        go.set()
        qtbot.waitUntil(lambda: not newest.is_busy)
        newest.wish(lambda: "third", told.append)
        qtbot.waitUntil(lambda: not newest.is_busy)
    assert ([kind for kind, *_ in raised], told) == ([ZeroDivisionError], ["second", "third"])


def test_the_end_of_the_program_waits_for_all_of_them(apart: Apart) -> None:
    told: list[int] = []
    for number in range(3):
        apart.do(lambda number=number: number, told.append)
    apart.wait(PATIENCE)
    assert told == [0, 1, 2]

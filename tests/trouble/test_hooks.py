"""What nobody caught is heard, whichever thread it was on; hearing it never fails."""

import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ilead_studio.trouble.hooks import Hooks
from ilead_studio.trouble.log import FaultLog


@pytest.fixture
def hooks(tmp_path: Path) -> Iterator[Hooks]:
    """Hooks that are in place during the test."""
    before = sys.excepthook, sys.unraisablehook, threading.excepthook
    made = Hooks(FaultLog(tmp_path / "studio.log", lambda: datetime.now(UTC)))
    made.install()
    yield made
    sys.excepthook, sys.unraisablehook, threading.excepthook = before


def raise_it(error: BaseException) -> None:
    """Let an error go where errors go that nobody caught."""
    sys.excepthook(type(error), error, None)


def test_it_is_told_whether_a_fault_is_new(hooks: Hooks) -> None:
    told: list[bool] = []
    hooks.tell = told.append
    for error in (KeyError(), KeyError(), ValueError()):
        raise_it(error)
    assert told == [True, False, True]


def test_a_fault_on_a_thread_is_told_with_the_threads_name(hooks: Hooks) -> None:
    told: list[bool] = []
    hooks.tell = told.append
    thread = threading.Thread(target=lambda: 1 // 0, name="recovery")
    thread.start()
    thread.join()
    assert told == [True]
    assert "thread recovery\nZeroDivisionError" in hooks.log.file.read_text()


def test_what_fails_while_something_is_thrown_away_is_only_written_down(hooks: Hooks) -> None:
    class Odd:
        def __del__(self) -> None:
            raise KeyError

    told: list[bool] = []
    hooks.tell = told.append
    Odd()
    assert told == []
    assert "thrown away\nKeyError" in hooks.log.file.read_text()


def test_somebody_who_cannot_be_told_is_no_further_fault(
    hooks: Hooks, capsys: pytest.CaptureFixture[str]
) -> None:
    def gone(_is_new: bool) -> None:
        raise RuntimeError("Internal C++ object already deleted")

    hooks.tell = gone
    raise_it(KeyError())
    assert capsys.readouterr() == ("", "")
    assert "KeyError" in hooks.log.file.read_text()


def test_ctrl_c_in_the_terminal_is_no_fault(hooks: Hooks) -> None:
    ended: list[str] = []
    hooks.interrupted = lambda: ended.append("interrupted")
    raise_it(KeyboardInterrupt())
    assert ended == ["interrupted"]
    assert not hooks.log.file.exists()

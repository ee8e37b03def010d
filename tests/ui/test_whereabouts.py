"""Files on drives that do not answer."""

from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ilead_studio.ui.files.whereabouts import Whereabouts, is_file

DEAD, GONE = Path("/net/dead/a.ilead"), Path("/gone.ilead")


@pytest.fixture
def awake() -> Iterator[Event]:
    """Until this is set, the dead drive does not answer."""
    event = Event()
    yield event
    event.set()


def test_a_drive_that_does_not_answer_holds_up_nobody(
    qtbot: QtBot, qapp: QObject, awake: Event
) -> None:
    told: list[tuple[Path, bool]] = []
    window = QObject()
    asking = Whereabouts(lambda path: awake.wait() if path == DEAD else is_file(path), window)
    asking.known.connect(lambda path, is_there: told.append((path, is_there)))
    here = Path(__file__)
    asking.ask((DEAD, here, GONE))
    qtbot.waitUntil(lambda: len(told) == 2)
    assert set(told) == {(here, True), (GONE, False)}
    awake.set()
    qtbot.waitUntil(lambda: told[-1] == (DEAD, True))


def test_an_answer_after_the_window_has_gone_is_heard_by_nobody(
    qapp: QObject, awake: Event
) -> None:
    window = QObject()
    Whereabouts(lambda _path: awake.wait(), window).ask((DEAD,))
    del window
    awake.set()

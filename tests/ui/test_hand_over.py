"""The work is handed over from the window: for whom, with or without notes, beside the work."""

from pathlib import Path
from typing import ClassVar

import pytest
from hands import Desk
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot
from workbooks import chained, key

from ilead_studio import edits
from ilead_studio.model import FACILITATOR, Workbook
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.store import open_workbook
from ilead_studio.ui.handing import over as handing
from ilead_studio.ui.handing.hand_over_card import HandOverCard


def private() -> Workbook:
    """Return a workbook with a private cause, one that only the university sees, and two notes."""
    workbook = edits.show_only(chained(), [key("roads")], FACILITATOR)
    workbook = edits.show_only(workbook, [key("full")], key("uni"))
    workbook = edits.note(workbook, key("full"), "Ours")
    return edits.note(workbook, key("work"), "Seen in May")


@pytest.fixture
def there(desk: Desk, tmp_path: Path) -> Desk:
    """The card over the workbook, and a dialog that will choose a file."""
    desk.window.work.begin(private())
    desk.answers.path = tmp_path / "next.ilead"
    desk.window.do("hand over")
    desk.settle()
    return desk


def card(desk: Desk) -> HandOverCard:
    return desk.window.findChild(HandOverCard)


def choose(box: QComboBox, words: str) -> None:
    box.setCurrentIndex(box.findText(words))


class StillChild(QObject):
    """Stands for the process; it remembers what it would have been started with."""

    done = Signal(str)
    refused = Signal(str)
    started: ClassVar[list["StillChild"]] = []

    def __init__(
        self, command: str, words: list[str], _workbook: Workbook, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.words = [command, *words[1:]]
        self.started.append(self)

    def wait(self) -> None:
        """Be asked for that when the window closes."""


@pytest.fixture
def children(monkeypatch: pytest.MonkeyPatch) -> list[StillChild]:
    """No process is started."""
    StillChild.started = []
    monkeypatch.setattr(handing, "CommandChild", StillChild)
    return StillChild.started


def test_the_card_says_what_the_reader_will_not_get(there: Desk) -> None:
    shown = card(there)
    assert there.focus is shown.whom
    assert [shown.whom.itemText(at) for at in range(shown.whom.count())] == [
        "Who facilitates next", "All parties together", "Only Northfield Schools",
        "Only Lakeside University",
    ]  # fmt: skip
    assert shown.told.text() == "Left out: 1 item that its reader may not see."
    assert shown.notes.text() == "Take the 2 notes along"
    choose(shown.whom, "All parties together")
    assert shown.told.text() == "Left out: 2 items that their reader may not see."
    assert shown.notes.text() == "Take the 1 note along"
    shown.notes.click()
    assert shown.told.text().endswith("may not see and 1 note.")


def test_enter_asks_where_and_writes_what_is_wished(
    there: Desk, children: list[StillChild]
) -> None:
    there.press("Return")
    assert there.answers.asked == ["save Attendance handed over.ilead"]
    (child,) = children
    assert child.words == ["hand-over", "--for", "facilitator", "--paper", "letter"]
    assert not card(there).isVisible()
    assert there.focus.isVisible()


def test_keys_choose_the_reader_and_leave_the_notes(
    there: Desk, children: list[StillChild]
) -> None:
    there.press("Down", "Down", "Down", "Tab", "Tab", "Space", "Tab", "Tab", "Return")
    (child,) = children
    assert child.words == [
        "hand-over", "--for", key("uni"), "--paper", "letter", "--without-notes",
    ]  # fmt: skip


def test_a_refusal_is_told(there: Desk, children: list[StillChild], qtbot: QtBot) -> None:
    there.press("Return")
    with qtbot.waitSignal(there.window.work.warned) as warned:
        children[0].refused.emit("The disk is full.")
    assert warned.args == ["The disk is full."]


def test_escape_leaves_everything(there: Desk) -> None:
    there.press("Escape")
    assert not card(there).isVisible()
    assert there.answers.asked == []


def test_both_files_are_written_while_work_goes_on(there: Desk, qtbot: QtBot) -> None:
    path, before = there.answers.path, there.window.work.workbook
    assert path
    said: list[str] = []
    there.window.work.said.connect(said.append)
    there.press("Return")
    qtbot.waitUntil(lambda: len(said) > 1, timeout=20_000)
    assert said == [
        "Writing next.ilead …",
        "“next.ilead” was written, and a PDF about it beside it. Left out: 1 item that its reader"
        " may not see.",
    ]
    assert len(open_workbook(path, Disk()).workbook.fishbones[0].causes) == 5
    assert path.with_suffix(".pdf").read_bytes().startswith(b"%PDF")
    assert there.window.work.workbook is before

"""Sixty items as fast as keys come, while files are written and a plan is looked for."""

from pathlib import Path

import pytest
from hands import Desk
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from workbooks import wide_fishbone

from ilead_studio.edits import with_plan
from ilead_studio.model import FishbonePlan
from ilead_studio.planning import ROOM
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.store import open_workbook
from ilead_studio.ui.canvas.plan_search import FEW
from ilead_studio.ui.commands.keys import CTRL, NONE
from ilead_studio.ui.packets.export_card import Wish

ITEMS = [f"Word {number} of sixty, typed fast" for number in range(1, 61)]
POOR = FishbonePlan(room=ROOM, wrap=90, row_gap=40, spread=60, slope=0.3)


def key(pressed: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
    """Press a key with no time for the window to do anything else first."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, pressed, held)


def typed_of(desk: Desk) -> list[str]:
    """Return the words of the items that were typed, in order."""
    return [text for _, text in desk.tree if text.startswith("Word")]


@pytest.fixture(params=["canvas", "outline"])
def typing(request: pytest.FixtureRequest, desk: Desk) -> Desk:
    """A large page whose plan is poor, with the keyboard in each view of it."""
    book = wide_fishbone(FEW + 20)
    desk.window.work.begin(with_plan(book, book.fishbones[0].id, POOR))
    desk.window.work.select(desk.window.work.rows[1].id)
    desk.settle()
    getattr(desk.window, request.param).setFocus()
    return desk


def test_no_letter_is_lost_while_files_are_written(
    typing: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    path = typing.answers.path = tmp_path / "fast.ilead"
    typing.press("Ctrl+S")
    window, here, written = typing.window, typing.focus, list[Path]()
    window.filing.exported.connect(written.append)
    window.filing.export(tmp_path / "fast.svg", Wish("svg"))
    key(Qt.Key.Key_Return)
    for number, words in enumerate(ITEMS):
        typing.type_fast(words)
        if number % 7 == 0:
            key(Qt.Key.Key_S, CTRL)
        else:
            key(Qt.Key.Key_Return)
        if number % 20 == 10:
            typing.settle()
    qtbot.waitUntil(lambda: bool(written), timeout=30_000)
    typing.press("Escape", "Ctrl+S")
    assert typed_of(typing) == ITEMS
    assert typing.focus is here
    kept = open_workbook(path, Disk()).workbook.fishbones[0]
    assert {it.text for it in kept.causes} >= set(ITEMS)


def test_no_letter_is_lost_while_a_plan_is_looked_for(typing: Desk, qtbot: QtBot) -> None:
    canvas, here = typing.window.canvas, typing.focus
    canvas._reconsider_plan()
    assert canvas._search.is_under_way
    key(Qt.Key.Key_Return)
    half = len(ITEMS) // 2
    for words in ITEMS[:half]:
        typing.type_fast(words)
        key(Qt.Key.Key_Return)
    canvas._reconsider_plan()
    typing.type_fast(ITEMS[half][:6])
    qtbot.waitUntil(lambda: not canvas._search.is_under_way, timeout=30_000)
    typing.type_fast(ITEMS[half][6:])
    key(Qt.Key.Key_Return)
    for words in ITEMS[half + 1 :]:
        typing.type_fast(words)
        key(Qt.Key.Key_Return)
    typing.press("Escape")
    assert typed_of(typing) == ITEMS
    assert typing.focus is here
    assert len(typing.window.work.session.undo_labels) == len(ITEMS)


@pytest.mark.parametrize("there", ["canvas", "outline"])
def test_an_arrow_goes_on_from_the_newest_item_in_either_view(typing: Desk, there: str) -> None:
    key(Qt.Key.Key_Return)
    typing.type_fast("Word 1")
    key(Qt.Key.Key_Return)
    typing.type_fast("Word 2")
    key(Qt.Key.Key_Return)
    key(Qt.Key.Key_Escape)
    getattr(typing.window, there).setFocus()
    key(Qt.Key.Key_Up)
    quick, work = typing.words, typing.window.work
    work.select(next(row.id for row in work.rows if row.text == "Word 2"))
    typing.press("Up")
    assert quick == typing.words

"""A fault of our own in the window: one calm card that takes no key, and tells what is safe."""

from pathlib import Path

import pytest
from hands import Desk
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from ilead_studio.drawing.theme import DARK
from ilead_studio.storage.journal import State
from ilead_studio.storage.keeper import Kept
from ilead_studio.ui.files.keeping import Keeping
from ilead_studio.ui.files.typed_late import Waiting
from ilead_studio.ui.trouble.fault_card import FaultCard
from ilead_studio.ui.trouble.faults import Faults
from ilead_studio.ui.trouble.qt_words import in_short


@pytest.fixture
def faults(desk: Desk, qtbot: QtBot) -> Faults:
    """What tells of faults in a window whose words are kept."""
    keeping = Keeping(desk.window)
    desk.window.destroyed.connect(keeping.keeper.end)
    return Faults(desk.window, keeping)


def fail(desk: Desk, faults: Faults, *, is_new: bool = True) -> None:
    faults.happened.emit(is_new)
    desk.settle()


def shown(desk: Desk) -> list[FaultCard]:
    return [it for it in desk.window.findChildren(FaultCard) if it.isVisible()]


def words(card: FaultCard) -> str:
    return "\n".join(it.text() for it in card.findChildren(QLabel))


def test_the_keyboard_stays_where_somebody_types(desk: Desk, faults: Faults) -> None:
    desk.type("Bus")
    fail(desk, faults)
    desk.type("es")
    desk.press("Return")
    assert len(shown(desk)) == 1
    assert "Buses" in desk.tree[0][1]


@pytest.mark.parametrize("view", ["", "settings", "start page", "ideas"])
def test_f6_comes_to_the_card_and_escape_goes_back(desk: Desk, faults: Faults, view: str) -> None:
    if view:
        desk.window.do(view)
        desk.settle()
    before = desk.focus
    fail(desk, faults)
    card = shown(desk)[0]
    for _ in range(9):
        if card.isAncestorOf(desk.focus):
            break
        desk.press("F6")
    assert desk.focus is card.goes
    desk.press("Escape")
    assert desk.focus is before
    assert not shown(desk)


def test_on_the_start_page_the_card_stands_and_tab_comes_to_it(desk: Desk, faults: Faults) -> None:
    desk.window.do("start page")
    fail(desk, faults)
    card = shown(desk)[0]
    for _ in range(30):
        desk.press("Tab")
        if card.isAncestorOf(desk.focus):
            return
    pytest.fail("no key comes to the card")


def test_many_faults_are_one_card(desk: Desk, faults: Faults) -> None:
    for is_new in (True, True, False):
        fail(desk, faults, is_new=is_new)
    assert len(desk.window.findChildren(FaultCard)) == 1


def test_a_fault_that_was_read_is_said_again_but_shown_no_more(desk: Desk, faults: Faults) -> None:
    fail(desk, faults)
    QTest.mouseClick(shown(desk)[0].goes, Qt.MouseButton.LeftButton)
    faults._silence.stop()
    desk.window.status.end()
    fail(desk, faults, is_new=False)
    assert not shown(desk)
    assert desk.window.status.words.startswith("That went wrong again. Your work is safe")
    desk.window.status.end()
    fail(desk, faults, is_new=False)
    assert "again" not in desk.window.status.words
    fail(desk, faults, is_new=True)
    assert len(shown(desk)) == 1


def test_the_card_says_what_is_true_of_the_work(
    desk: Desk, faults: Faults, qtbot: QtBot, tmp_path: Path
) -> None:
    keeper = faults._keeping.keeper
    assert faults.safe() == "Your work is safe: there is nothing that is not saved."
    desk.type_fast("Buses")
    assert "not kept elsewhere yet" in faults.safe()
    desk.press("Return", "Escape")
    qtbot.waitUntil(lambda: keeper.is_done and keeper.kept.state is not None)
    assert "kept in recovery" in faults.safe()
    state = keeper.kept.state
    assert isinstance(state, State)
    keeper.kept = Kept(state, OSError(28, "full"))
    assert "the disk refuses to keep it: save it now" in faults.safe()
    keeper.kept = Kept(state)
    fail(desk, faults)
    desk.answers.path = tmp_path / "plan.ilead"
    card = shown(desk)[0]
    assert "kept in recovery" in words(card)
    QTest.mouseClick(card.saves, Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.answers.path.exists()
    qtbot.waitUntil(lambda: "nothing that is not saved" in words(card))
    assert not card.saves.isVisible()


def test_words_that_no_document_has_yet_are_not_called_saved(
    desk: Desk, faults: Faults, qtbot: QtBot
) -> None:
    beside, keeper = desk.window.work.beside, faults._keeping.keeper
    beside.put("driver", [Waiting("Buses wait", "the card")])
    assert "not kept elsewhere yet" in faults.safe()
    qtbot.waitUntil(lambda: keeper.is_done and keeper.kept.state is not None)
    assert "kept in recovery" in faults.safe()
    beside.put("driver", [Waiting("Buses wait for families", "the card")])
    assert "not kept elsewhere yet" in faults.safe(), "recovery has the first words only"
    qtbot.waitUntil(lambda: "kept in recovery" in faults.safe())
    fail(desk, faults)
    assert shown(desk)[0].saves.isVisible()


def test_the_folder_of_the_log_is_shown_when_there_is_a_log(
    desk: Desk, faults: Faults, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    log = desk.window.around.places.log
    fail(desk, faults)
    card = shown(desk)[0]
    assert "The log could not be written." in words(card)
    assert not card.shows.isVisible()
    card.go()
    log.write_text("words")
    fail(desk, faults)
    QTest.mouseClick(card.shows, Qt.MouseButton.LeftButton)
    assert [Path(url.toLocalFile()) for url in opened] == [log.parent]
    assert card.isVisible()


def test_another_look_keeps_the_card(desk: Desk, faults: Faults) -> None:
    fail(desk, faults)
    desk.window.do("theme dark")
    desk.settle()
    assert desk.window.look.theme is DARK
    assert len(shown(desk)) == 1
    desk.window.do("theme light")


def test_the_card_is_wholly_inside_whatever_the_size(desk: Desk, faults: Faults) -> None:
    fail(desk, faults)
    desk.window.resize(1024, 640)
    desk.settle()
    card = shown(desk)[0]
    assert desk.window.rect().contains(card.geometry())
    assert card.width() < card.height() * 4


def test_a_window_that_is_gone_is_told_nothing(desk: Desk, faults: Faults) -> None:
    desk.window.hide()
    fail(desk, faults)
    assert not desk.window.findChildren(FaultCard)


def test_what_stopped_the_program_the_last_time_is_said_above_the_page(
    desk: Desk, faults: Faults, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    faults.tell_stopped()
    QApplication.processEvents()
    banner = desk.window.banner
    assert "stopped by a fault of its own" in banner.words
    assert "offered here" not in banner.words
    (button,) = banner.offers
    assert button.text() == "Open the log folder"
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert [Path(it.toLocalFile()) for it in opened] == [desk.window.around.places.log.parent]
    assert banner.words, "the button is no answer"
    QTest.mouseClick(banner.read, Qt.MouseButton.LeftButton)
    assert banner.words == ""


@pytest.mark.parametrize(
    ("said", "short"),
    [
        ("QPainter::begin: Paint device is gone", "Qt warning, default, QPainter::begin"),
        ("QFile::open: /home/maria/Absences.ilead", "Qt warning, default, QFile::open"),
        ("Cannot open file '/home/maria/Absences.svg'", "Qt warning, default"),
        ("", "Qt warning, default"),
    ],
)
def test_what_qt_says_is_noted_without_its_words(said: str, short: str) -> None:
    assert in_short("warning", "default", said) == short

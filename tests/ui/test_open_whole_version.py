"""Where a file cannot be opened, the window offers the newest earlier version that is whole."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hands import WHEN, Desk, Listener
from PySide6.QtCore import Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from workbooks import both

from ilead_studio import edits
from ilead_studio.storage.backups import backup_folder, keep
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.format import encode
from ilead_studio.ui.files.recents import recents_in
from ilead_studio.ui.merging.view import MergeView
from ilead_studio.ui.start.page import StartPage
from ilead_studio.ui.start.tiles import RecentTile
from ilead_studio.ui.widgets.banner import Banner

BEFORE = edits.rename_workbook(both(), "Before")
Way = Callable[[Desk, Path], Banner]


@pytest.fixture
def path(desk: Desk, tmp_path: Path) -> Path:
    """A workbook with an earlier version."""
    made = tmp_path / "plan.ilead"
    made.write_bytes(encode(both()))
    keep(backup_folder(desk.window.around.places.state, made), encode(BEFORE), WHEN, Disk())
    return made


def break_(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-40])


def press_offer(desk: Desk, words: str, banner: Banner | None = None) -> None:
    offers = (banner or desk.window.banner).offers
    button = next(it for it in offers if it.text() == words)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.settle()


def at_start(desk: Desk, path: Path) -> Banner:
    """Open it from the list of recent workbooks."""
    around = desk.window.around
    recents_in(around.places, around.disk).note(path, both(), WHEN)
    desk.window.do("start page")
    desk.settle()
    QTest.mouseClick(desk.window.findChild(RecentTile), Qt.MouseButton.LeftButton)
    desk.settle()
    return desk.window.findChild(StartPage).banner


def when_opened(desk: Desk, path: Path) -> Banner:
    desk.answers.path = path
    desk.window.do("open")
    desk.settle()
    return desk.window.banner


@pytest.mark.parametrize("way", [at_start, when_opened])
@pytest.mark.parametrize(
    ("harm", "why"), [(break_, "“plan.ilead” is damaged."), (Path.unlink, "no file “plan.ilead”")]
)
def test_it_is_offered_whatever_the_way(
    desk: Desk, path: Path, listener: Listener, way: Way, harm: Callable[[Path], None], why: str
) -> None:
    harm(path)
    listener.heard()
    banner = way(desk, path)
    assert why in banner.words
    assert banner.words.endswith("is whole.")
    assert banner.words in listener.heard()
    press_offer(desk, "Open that version", banner)
    assert (title(desk), desk.window.work.path) == ("Before", None)
    assert "copy of that version" in desk.window.status.words
    assert (desk.window.at_start, desk.window.banner.words) == (False, "")


def test_keys_alone_open_it(desk: Desk, path: Path) -> None:
    break_(path)
    when_opened(desk, path)
    desk.press("Shift+F6")
    assert desk.focus.accessibleName() == "Open that version"
    desk.press("Space")
    assert title(desk) == "Before"
    assert desk.focus is desk.window.canvas


def test_a_refusal_without_one_has_no_button(desk: Desk, tmp_path: Path) -> None:
    banner = when_opened(desk, tmp_path / "none.ilead")
    assert "no file “none.ilead”" in banner.words
    assert (banner.offers, banner.read.text()) == ([], "I have read it")


def test_a_copy_that_is_damaged_can_be_brought_in_as_it_was(desk: Desk, path: Path) -> None:
    break_(path)
    desk.answers.path = path
    desk.window.do("bring in copy")
    desk.settle()
    press_offer(desk, "Bring in that version")
    assert isinstance(desk.window.sections.view, MergeView)
    assert title(desk) == ""


def test_a_file_that_is_damaged_while_it_is_open_names_it_too(desk: Desk, path: Path) -> None:
    desk.window.filing.open_file(path)
    break_(path)
    desk.window.work.step("rename", lambda it: edits.rename_workbook(it, "Mine"))
    come_back(desk)
    banner = desk.window.banner
    assert [it.text() for it in banner.offers] == ["Keep mine as a copy", "Open that version"]
    assert "Your version is safe here. “plan.ilead” is damaged." in banner.words
    press_offer(desk, "Open that version")
    assert title(desk) == "Mine"  # what is not saved is asked about
    desk.answers.unsaved_answer = "leave"
    press_offer(desk, "Open that version")
    assert title(desk) == "Before"
    assert banner.words == ""


def come_back(desk: Desk) -> None:
    """Go to another program and come back."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    here: QWindow = desk.window.windowHandle()
    app.focusWindowChanged.emit(here)
    desk.settle()


def title(desk: Desk) -> str:
    return desk.window.work.workbook.title


def test_a_text_that_is_no_workbook_can_be_pasted_as_an_outline(desk: Desk, tmp_path: Path) -> None:
    text = tmp_path / "buses.txt"
    text.write_text("Pupils miss school\n  Buses\n")
    desk.window.filing.open_file(text)
    assert "is not an iLEAD Studio workbook" in desk.window.banner.words
    assert "“New from a pasted outline…” takes them" in desk.window.banner.words
    assert "import" not in desk.window.banner.words

"""A drive that does not answer never holds up the window: its own thread asks no disk at all."""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from threading import Event, current_thread, main_thread
from time import monotonic
from traceback import extract_stack
from typing import Any

import pytest
from hands import Desk
from journals import state
from PySide6.QtWidgets import QPushButton
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.model import Workbook
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.format import encode
from ilead_studio.storage.journal import Base, Journal
from ilead_studio.storage.lock import lock_file
from ilead_studio.storage.store import open_workbook, save_workbook
from ilead_studio.ui.files.autosaving import Autosaving
from ilead_studio.ui.files.backing import Backing
from ilead_studio.ui.files.keeping import Keeping, journal_folder
from ilead_studio.ui.files.locking import Locking
from ilead_studio.ui.files.offer_card import OfferCard
from ilead_studio.ui.files.offering import offer_found
from ilead_studio.ui.files.outside import Outside
from ilead_studio.ui.files.recents import RecentList
from ilead_studio.ui.files.remembering import Remembering
from ilead_studio.ui.handing.names_card import NamesCard
from ilead_studio.ui.meanwhile import apart
from ilead_studio.ui.meanwhile.apart import Apart
from ilead_studio.ui.past.earlier_view import EarlierView
from ilead_studio.ui.settings.remembered import settings_of
from ilead_studio.ui.start.tiles import RecentTile

PATIENCE = 20
OPERATIONS = {name for name in vars(Disk) if not name.startswith("_")}


class HangingDisk(Disk):
    """The real disk, far away: who asks it waits until it may ``go`` on.

    ``asked`` tells where the window's own thread asked it, after the window ``has_begun``.
    """

    def __init__(self) -> None:
        self.go, self.has_begun = Event(), False
        self.asked: list[str] = []

    def __getattribute__(self, name: str) -> Any:
        if name in OPERATIONS and self.has_begun:
            if current_thread() is main_thread():
                here = [it for it in extract_stack() if "ilead_studio" in it.filename]
                self.asked.append(f"{name} in {here[-1].filename}:{here[-1].lineno}")
            else:
                assert self.go.wait(PATIENCE)
        return super().__getattribute__(name)


@pytest.fixture
def disk() -> HangingDisk:
    return HangingDisk()


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.ilead"
    save_workbook(edits.put(both(), [key("hour")], owner="Mark"), path, Disk(), None)
    return path


@pytest.fixture
def at(desk: Desk, disk: HangingDisk, plan: Path) -> Iterator[Desk]:
    """The window on a file, with all that goes with it, and then a drive that hangs."""
    window = desk.window
    keeping, locking, backing = Keeping(window), Locking(window), Backing(window)
    Autosaving(window)
    Remembering(window.work, window.around, window.settings)._pause.setInterval(0)
    window.filing.open_file(plan)
    disk.go.set()
    disk.has_begun = True
    desk.settle()
    disk.go.clear()
    desk.waits = False
    yield desk
    disk.go.set()
    desk.waits = True
    desk.settle()
    assert disk.asked == []
    disk.has_begun = False
    for end in (locking.end, keeping.end, backing.end):
        end()


def let_go(desk: Desk, disk: HangingDisk) -> None:
    """Let the drive answer, and hang again when all is done."""
    disk.go.set()
    desk.waits = True
    desk.settle()
    disk.go.clear()
    desk.waits = False


def feature(desk: Desk, kind: type) -> Any:
    return next(it for it in desk.window.features if isinstance(it, kind))


def causes(workbook: Workbook) -> list[str]:
    return [it.text for page in workbook.fishbones for it in page.causes]


def add(desk: Desk, words: str) -> None:
    desk.strike("Return")
    desk.turn()
    desk.type(words)
    desk.press("Return", "Escape")


def press(desk: Desk, words: str) -> None:
    buttons = desk.window.findChildren(QPushButton)
    next(it for it in buttons if it.accessibleName() == words and it.isVisible()).click()
    desk.turn()


def test_somebody_types_on_while_it_saves(at: Desk, disk: HangingDisk, plan: Path) -> None:
    add(at, "Snow")
    at.press("Ctrl+S")
    add(at, "Buses")
    feature(at, Outside).look()
    add(at, "Heat")
    assert {"Snow", "Buses", "Heat"} <= {*causes(at.window.work.workbook)}
    let_go(at, disk)
    saved = causes(open_workbook(plan, Disk()).workbook)
    assert "Snow" in saved
    assert "Heat" not in saved


def test_a_change_outside_is_told_once_it_is_seen(at: Desk, disk: HangingDisk, plan: Path) -> None:
    save_workbook(edits.rename_workbook(both(), "Theirs"), plan, Disk(), None)
    feature(at, Outside).look()
    add(at, "Snow")
    assert at.window.banner.words == ""
    let_go(at, disk)
    assert "was changed by another program" in at.window.banner.words
    add(at, "Heat")
    at.window.do("take theirs")
    assert at.window.work.workbook.title == "Theirs"


def test_a_lock_that_hangs_is_told_and_holds_up_no_other_workbook(
    at: Desk, disk: HangingDisk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    there, here, answers = tmp_path / "far" / "there.ilead", tmp_path / "here.ilead", Event()
    there.parent.mkdir()
    for path in (there, here):
        save_workbook(both(), path, Disk(), None)

    def claim(path: Path) -> int | None:
        assert path.parent != there.parent or answers.wait(PATIENCE)
        return Disk.claim(disk, path)

    monkeypatch.setitem(vars(disk), "claim", claim)
    monkeypatch.setattr(apart, "SLOW", 0.0)  # as after ten seconds
    disk.go.set()
    at.window.filing.open_soon(there)
    wait(at, lambda: at.window.work.path == there)
    at.window.findChild(Locking)._slow.timeout.emit()
    assert "whether somebody else has this workbook open is not known" in at.window.status.words
    add(at, "Snow")
    at.press("Ctrl+S")
    wait(at, lambda: at.window.work.session.is_saved)
    at.window.filing.open_soon(here)
    wait(at, lock_file(here).exists)
    assert not at.window.findChild(Locking)._slow.isActive()
    answers.set()
    lines = at.window.findChild(Locking).findChildren(Apart)
    wait(at, lambda: not any(it.under_way for it in lines))
    assert not lock_file(there).exists()
    assert lock_file(here).exists()


def wait(desk: Desk, done: Callable[[], bool]) -> None:
    """Let the window go on until something is done."""
    end = monotonic() + PATIENCE
    while not done():
        assert monotonic() < end
        desk.turn()


def test_earlier_versions_come_when_they_come(at: Desk, disk: HangingDisk) -> None:
    add(at, "Snow")
    at.press("Ctrl+S")
    let_go(at, disk)
    at.window.do("earlier versions")
    at.press("Escape")
    add(at, "Heat")
    at.window.do("earlier versions")
    let_go(at, disk)
    view = at.window.sections.view
    assert isinstance(view, EarlierView)
    assert view.panel.list.count()


def test_another_file_is_opened_once_it_is_read(at: Desk, disk: HangingDisk, plan: Path) -> None:
    add(at, "Snow")
    at.press("Ctrl+S")
    let_go(at, disk)
    at.answers.path = plan.with_name("other.ilead")
    save_workbook(edits.rename_workbook(both(), "Other"), at.answers.path, Disk(), None)
    at.press("Ctrl+O")
    assert at.window.work.path == plan
    let_go(at, disk)
    assert at.window.work.path == at.answers.path
    let_go(at, disk)  # its lock, its place in the list
    recents = RecentList(at.window.around.places, settings_of(at.window.around.places))
    assert {it.title for it in recents.read()} == {"Attendance", "Other"}


def test_what_was_never_saved_is_offered_beside_what_somebody_types(
    at: Desk, disk: HangingDisk, plan: Path
) -> None:
    book = edits.rename_workbook(open_workbook(plan, Disk()).workbook, "Later")
    journal = Journal(journal_folder(at.window.around), Disk())
    journal.keep(state(book, Base(both(), encode(both()), plan)))
    journal.let_go()
    keeping = at.window.findChild(Keeping)
    offer_found(at.window, keeping)
    at.strike("Return")
    at.turn()
    at.type("Snow")
    let_go(at, disk)
    assert "typed and never saved" in at.window.banner.words
    at.press("Return", "Escape")
    assert "Snow" in causes(at.window.work.workbook)
    press(at, "Look at it")
    assert any(it.isVisible() for it in at.window.findChildren(OfferCard))
    press(at, "Keep the saved file")
    let_go(at, disk)
    assert "stays under “Earlier versions…”" in at.window.status.words


@pytest.mark.parametrize("command", ["remove names", "hand over"])
def test_a_copy_is_asked_for_and_written_beside(
    at: Desk, disk: HangingDisk, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    at.answers.path = at.window.work.path.with_name("copy.ilead")  # type: ignore[union-attr]
    at.window.do(command)
    let_go(at, disk)
    if command == "remove names":
        at.press("Return")
        let_go(at, disk)
        assert at.answers.path.exists()
        assert not at.window.findChild(NamesCard).isVisible()
    assert at.window.isVisible()


def test_settings_count_at_once_and_the_list_comes_later(at: Desk, disk: HangingDisk) -> None:
    let_go(at, disk)
    at.window.do("theme dark")
    at.window.settings.switch("window/right folded", on=True)
    at.window.do("settings")
    at.window.recents.show_pictures(False)
    assert not at.window.recents.is_pictured
    at.press("Escape")
    at.window.do("start page")
    assert not at.window.findChildren(RecentTile)
    let_go(at, disk)
    assert [it.recent.title for it in at.window.findChildren(RecentTile)] == ["Attendance"]
    at.window.do("theme light")
    let_go(at, disk)
    again = settings_of(at.window.around.places)
    assert (again.value("window/theme"), again.is_on("window/right folded")) == ("light", True)


def test_the_window_closes_while_nothing_answers(at: Desk, disk: HangingDisk, plan: Path) -> None:
    begun = partial(at.window.filing.open_soon, plan)
    begun()
    at.window.do("close")
    at.turn()
    assert not at.window.isVisible()

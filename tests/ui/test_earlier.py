"""Earlier versions: kept at each save, told in words, restored as a copy."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hands import Desk
from workbooks import both

from ilead_studio import edits
from ilead_studio.storage.backups import Version, backup_folder, versions
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.store import open_workbook, save_workbook
from ilead_studio.ui.backing import Backing
from ilead_studio.ui.versions_card import VersionsCard

Known = Callable[[], tuple[Version, ...]]


@pytest.fixture
def backing(desk: Desk) -> Iterator[Backing]:
    made = Backing(desk.window)
    yield made
    made.end()


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.ilead"
    save_workbook(both(), path, Disk(), None)
    return path


@pytest.fixture
def saved(desk: Desk, backing: Backing, plan: Path) -> Known:
    """Open the file, save it with another title, and wait for its versions."""
    desk.window.filing.open_file(plan)
    desk.window.work.step("rename", lambda book: edits.rename_workbook(book, "Later"))
    desk.press("Ctrl+S")
    backing.end()
    return lambda: versions(backup_folder(desk.window.around.places.state, plan), Disk())


def card(desk: Desk) -> VersionsCard:
    (found,) = desk.window.findChildren(VersionsCard)
    return found


def test_a_save_keeps_what_was_opened_and_what_was_saved(saved: Known) -> None:
    titles = {open_workbook(it.file, Disk()).workbook.title for it in saved()}
    assert titles == {"Attendance", "Later"}


def test_looking_tells_what_is_different_now_and_shows_the_page(desk: Desk, saved: Known) -> None:
    older = min(saved(), key=lambda it: it.when)
    desk.window.do("earlier versions")
    desk.settle()
    here = card(desk)
    texts = {}
    for row in here._list.rows:
        here._list.choose(row.key)
        desk.settle()
        texts[row.key] = here.said.text()
        assert not here.picture.is_empty
    now = next(words for key, words in texts.items() if key != older.file.name)
    assert sorted([now, texts[older.file.name]])[0].startswith("1 change since then:\n")
    assert "Nothing is different now." in texts.values()
    desk.press("Escape")
    assert not here.isVisible()
    assert desk.focus is desk.window.canvas


def test_a_version_is_restored_as_a_copy_and_the_file_is_untouched(
    desk: Desk, saved: Known, plan: Path
) -> None:
    before = plan.read_bytes()
    desk.window.do("earlier versions")
    desk.press("Return")
    assert desk.window.work.path is None
    assert "earlier version, as a copy" in desk.window.status.words
    assert plan.read_bytes() == before


def test_a_version_that_cannot_be_read_is_told(desk: Desk, saved: Known) -> None:
    for it in saved():
        it.file.write_bytes(it.file.read_bytes()[:100])
    desk.window.do("earlier versions")
    desk.settle()
    assert "is damaged" in card(desk).said.text()
    desk.press("Return")
    assert desk.window.work.path is not None


def test_where_there_is_none_it_is_told_why(desk: Desk, backing: Backing, plan: Path) -> None:
    desk.window.do("earlier versions")
    assert desk.window.status.words.startswith("This workbook has no file yet.")
    desk.window.filing.open_file(plan)
    desk.window.do("earlier versions")
    assert desk.window.status.words.startswith("No earlier version yet")

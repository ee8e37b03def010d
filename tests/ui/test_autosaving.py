"""Saving by itself: only where it is wished for, never over what is undecided, never in the way."""

import errno
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from disks import HeldDisk
from hands import WHEN, Desk
from PySide6.QtWidgets import QCheckBox
from workbooks import both, key

from ilead_studio import edits
from ilead_studio.model import find, new_ids
from ilead_studio.places import find_places
from ilead_studio.storage.backups import backup_folder, versions
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.format import encode
from ilead_studio.storage.store import open_workbook
from ilead_studio.surroundings import Surroundings
from ilead_studio.ui.files.autosaving import Autosaving
from ilead_studio.ui.files.backing import Backing
from ilead_studio.ui.settings.remembered import Wishes, remember, remembered

DISK = HeldDisk()
NOW = [WHEN]


def clock() -> datetime:
    return NOW[0]


@pytest.fixture
def around(home: Path) -> Surroundings:
    NOW[0] = WHEN
    DISK.trouble = None
    return Surroundings(clock, new_ids(7), DISK, find_places({"ILEAD_STUDIO_HOME": str(home)}))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "plan.ilead"
    made.write_bytes(encode(both()))
    return made


@pytest.fixture
def at(desk: Desk, path: Path) -> Desk:
    remember(desk.window.settings, Wishes(saves=True))
    assert desk.window.filing.open_file(path)
    desk.settle()
    return desk


@pytest.fixture
def autosaving(at: Desk) -> Autosaving:
    return Autosaving(at.window)


@pytest.fixture
def backing(desk: Desk) -> Iterator[Backing]:
    made = Backing(desk.window)
    yield made
    made.end()


def wait(desk: Desk, autosaving: Autosaving) -> None:
    """Let so long pass that it saves, if it waits for that at all."""
    if autosaving._pause.isActive():
        autosaving._pause.stop()
        autosaving._pause.timeout.emit()
    desk.settle()


def reword(desk: Desk, words: str) -> None:
    desk.window.work.step("reword", lambda it: edits.rename(it, key("late"), words))
    desk.settle()


def in_file(path: Path) -> str:
    return str(getattr(find(open_workbook(path, Disk()).workbook, key("late")), "text", ""))


def test_what_was_changed_is_saved_after_a_while(
    at: Desk, autosaving: Autosaving, path: Path
) -> None:
    reword(at, "First")
    assert in_file(path) != "First"
    wait(at, autosaving)
    assert in_file(path) == "First"
    assert at.window.status.words.startswith("Saved 10:42")
    assert at.window.work.session.undo_label == "reword"


def test_it_is_off_at_first_and_switched_on_in_the_settings(
    at: Desk, autosaving: Autosaving, path: Path
) -> None:
    remember(at.window.settings, Wishes())
    reword(at, "First")
    wait(at, autosaving)
    assert in_file(path) != "First"
    at.window.do("settings")
    box = next(it for it in at.window.findChildren(QCheckBox) if "by itself" in it.text())
    box.setFocus()
    at.press("Space", "Escape")
    assert remembered(at.window.settings).saves
    reword(at, "Second")
    wait(at, autosaving)
    assert in_file(path) == "Second"


def test_letters_put_it_off_and_a_sentence_about_a_step_stays(
    at: Desk, autosaving: Autosaving, path: Path
) -> None:
    reword(at, "First")
    at.press("Return")
    autosaving._pause.setInterval(50_000)
    at.type("S")
    assert autosaving._pause.remainingTime() > 40_000
    at.window.work.said.emit("Something")
    wait(at, autosaving)
    assert in_file(path) == "First"
    assert at.window.editing.words == "S"
    assert at.window.status.words == "Something"


def test_a_workbook_without_a_file_stays_without_one(at: Desk, autosaving: Autosaving) -> None:
    at.window.work.begin(both())
    reword(at, "First")
    wait(at, autosaving)
    assert at.answers.asked == []
    assert not at.window.work.session.is_saved


def test_what_can_only_be_read_is_left_in_peace(
    at: Desk, autosaving: Autosaving, path: Path
) -> None:
    reword(at, "First")
    at.window.work.read_only = True
    wait(at, autosaving)
    assert in_file(path) != "First"


def test_a_file_that_somebody_else_changed_is_never_written_over(
    at: Desk, autosaving: Autosaving, path: Path
) -> None:
    theirs = encode(edits.rename(both(), key("late"), "Theirs"))
    path.write_bytes(theirs)
    reword(at, "Mine")
    wait(at, autosaving)
    assert path.read_bytes() == theirs
    assert "was changed by another program" in at.window.banner.words
    reword(at, "Mine again")
    wait(at, autosaving)
    assert path.read_bytes() == theirs
    assert at.window.filing.saving.has_failed


def test_a_save_that_fails_stops_nobody_and_is_not_tried_again_before_the_next_change(
    at: Desk, autosaving: Autosaving, path: Path
) -> None:
    DISK.trouble = OSError(errno.ENOSPC, "")
    at.window.kept = "kept"
    reword(at, "First")
    wait(at, autosaving)
    assert at.window.banner.words == ""
    assert at.window.status.words.startswith("Cannot write to the drive: still kept here")
    DISK.trouble = None
    wait(at, autosaving)
    assert in_file(path) != "First"
    reword(at, "Second")
    wait(at, autosaving)
    assert in_file(path) == "Second"


def test_versions_are_kept_of_what_was_opened_and_then_now_and_then(
    at: Desk, backing: Backing, autosaving: Autosaving, path: Path
) -> None:
    at.window.filing.open_file(path)
    for number in range(30):
        NOW[0] = WHEN + timedelta(minutes=number)
        reword(at, f"Number {number}")
        wait(at, autosaving)
    assert in_file(path) == "Number 29"
    backing.end()
    known = versions(backup_folder(at.window.around.places.state, path), Disk())
    assert [in_file(it.file) for it in known] == [
        "Number 20", "Number 10", "Number 0", in_file_of(encode(both()), path),
    ]  # fmt: skip


def in_file_of(data: bytes, path: Path) -> str:
    beside = path.with_name("before.ilead")
    beside.write_bytes(data)
    return in_file(beside)

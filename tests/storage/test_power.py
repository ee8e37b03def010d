"""The power fails at any moment: what was saved, and what was kept, is there when it comes back.

``ILEAD_STUDIO_CUTS=1`` writes in small pieces, so that there are many times as many moments.
"""

import os
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest
from journals import grown, looked, state
from power import Files, RecordingDisk, cuts, lay_out
from workbooks import both

from ilead_studio.edits import rename_workbook
from ilead_studio.storage.backups import keep
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.format import encode
from ilead_studio.storage.journal import Base, Journal
from ilead_studio.storage.store import open_workbook, save_workbook

PIECE = 40 if "ILEAD_STUDIO_CUTS" in os.environ else 300
"""Most bytes that the disk takes at a time."""
NAME = "plan.ilead"
WHEN = datetime(2026, 11, 24, 16, 42, tzinfo=UTC)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The disk whose power fails."""
    made = tmp_path / "disk"
    made.mkdir()
    return made


def marks(disk: RecordingDisk, what: str) -> list[int]:
    """Return after how many operations something was said to be done."""
    return [number for number, it in enumerate(disk.done, 1) if it.what == what]


def so_far(moments: Sequence[int], cut: int) -> int:
    """Return how many of some moments were before a cut."""
    return sum(it <= cut for it in moments)


def told(what: str, states: int, disk: RecordingDisk) -> None:
    print(f"{what}: {states} states after {len(disk.done)} operations, 0 bad")  # noqa: T201


@pytest.fixture
def saves(root: Path) -> tuple[RecordingDisk, Path, list[bytes]]:
    """Save a workbook three times; returns what was done, the file, and what it held in turn."""
    path, disk = root / NAME, RecordingDisk(PIECE)
    books = [both(), *(rename_workbook(both(), f"Title {number}") for number in range(3))]
    stamp = save_workbook(books[0], path, Disk(), None)
    for book in books[1:]:
        stamp = save_workbook(book, path, disk, stamp)
        disk.note("said")
    return disk, path, [encode(it) for it in books]


def bad_and_all(disk: RecordingDisk, path: Path, datas: list[bytes]) -> tuple[int, int]:
    """Count the states in which the file is not what it was before a save or is after it."""
    bad, states, saved = 0, 0, marks(disk, "said")
    for states, (cut, files) in enumerate(cuts(path.parent, {path: datas[0]}, disk.done), 1):  # noqa: B007 - counted
        least = so_far(saved, cut)
        bad += files.get(path) not in datas[least : least + 2]
    return bad, states


def test_a_saved_file_is_the_old_one_or_the_new_one(
    saves: tuple[RecordingDisk, Path, list[bytes]],
) -> None:
    bad, states = bad_and_all(*saves)
    told("save", states, saves[0])
    assert (bad, states > 100) == (0, True)


@pytest.mark.parametrize("forgotten", ["sync", "sync folder"])
def test_a_save_that_forgets_to_wait_for_the_disk_is_found_out(
    saves: tuple[RecordingDisk, Path, list[bytes]], forgotten: str
) -> None:
    disk = saves[0]
    disk.done = [it for it in disk.done if it.what != forgotten]
    assert bad_and_all(*saves)[0] > 0


def test_a_first_save_is_there_once_it_was_said_to_be(root: Path) -> None:
    path, disk = root / NAME, RecordingDisk(PIECE)
    save_workbook(both(), path, disk, None)
    there = {files.get(path) for cut, files in cuts(root, {}, disk.done) if cut < len(disk.done)}
    assert there == {None, encode(both())}
    assert [files.get(path) for _, files in cuts(root, {}, disk.done)][-1] == encode(both())


def test_earlier_versions_are_whole_and_those_that_were_kept_stay(root: Path) -> None:
    folder, disk = root / "state" / "backups" / "plan", RecordingDisk(PIECE)
    datas = [encode(it) for it in grown()[:3]]
    for number, data in enumerate(datas):
        keep(folder, data, WHEN.replace(minute=number), disk)
        disk.note("said")
    states, kept = 0, marks(disk, "said")
    for states, (cut, files) in enumerate(cuts(root, {}, disk.done), 1):  # noqa: B007 - counted
        whole = {data for path, data in files.items() if path.suffix == ".ilead"}
        assert set(datas[: so_far(kept, cut)]) <= whole <= set(datas)
    told("versions", states, disk)
    assert states > 100


class Recovered:
    """Looks a state through as the program does at its start; the same state once."""

    def __init__(self, root: Path, folder: Path) -> None:
        self._root, self._folder = root, folder
        self._known: dict[frozenset[tuple[Path, bytes]], int] = {}

    def step(self, files: Files) -> int:
        """Return the newest step that the file or recovery holds; 0 for none."""
        state = frozenset(files.items())
        if state not in self._known:
            self._known[state] = self._looked(files, self._folder / f"{len(self._known)}")
        return self._known[state]

    def _looked(self, files: Files, here: Path) -> int:
        lay_out(here, self._root, files)
        books = [it.workbook for it in looked(here / "state" / "journal").found]
        if (here / NAME).exists():
            books.append(open_workbook(here / NAME, Disk()).workbook)
        return max(map(grown().index, books), default=0)


def test_every_step_that_was_kept_is_found(root: Path, tmp_path: Path) -> None:
    disk = RecordingDisk(PIECE)
    journal = Journal(root / "state" / "journal", disk, most=150)  # so that it is begun anew
    for workbook in grown()[1:]:
        journal.keep(state(workbook))
        disk.note("said")
    journal.let_go()
    assert [it.what for it in disk.done].count("create") > 1
    assert_found("journal", disk, root, {}, tmp_path)


def test_between_file_and_journal_nothing_is_lost(root: Path, tmp_path: Path) -> None:
    """Typing, a save, and typing again: the journal goes only when the file has it all."""
    path, disk, steps = root / NAME, RecordingDisk(PIECE), grown()
    stamp = save_workbook(steps[0], path, Disk(), None)
    journal = Journal(root / "state" / "journal", disk)
    base, before = Base(steps[0], stamp.data, path), {path: stamp.data}
    for number in (1, 2, 3, 4):
        if number == 3:
            stamp = save_workbook(steps[2], path, disk, stamp)
            base = Base(steps[2], stamp.data, path)
            journal.settle()
        journal.keep(state(steps[number], base))
        disk.note("said")
    journal.let_go()
    path.unlink()  # the journals name it; what is laid out has one of its own
    assert_found("save and journal", disk, root, before, tmp_path)


def assert_found(what: str, disk: RecordingDisk, root: Path, before: Files, folder: Path) -> None:
    """Let every state be looked through: what was said to be safe is there."""
    recovered, states, safe = Recovered(root, folder), 0, marks(disk, "said")
    for states, (cut, files) in enumerate(cuts(root, before, disk.done), 1):  # noqa: B007 - counted
        assert recovered.step(files) >= so_far(safe, cut)
    told(what, states, disk)
    assert states > 100

"""The thread: the newest state gets to the disk soon, a disk that refuses is asked again."""

import errno
from collections.abc import Callable
from pathlib import Path
from threading import Event
from time import monotonic

import pytest
from journals import grown, looked, state

from ilead_studio.storage import keeper as keepers
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.journal import Journal
from ilead_studio.storage.keeper import Keeper


def until(is_so: Callable[[], bool]) -> None:
    limit, pause = monotonic() + 20, Event()
    while not is_so():
        assert monotonic() < limit
        pause.wait(0.005)


def test_the_newest_state_is_on_the_disk(tmp_path: Path) -> None:
    keeper = Keeper(Journal(tmp_path / "journal", Disk()), pause=0.01)
    for workbook in grown()[1:]:
        keeper.hand(state(workbook))
    until(lambda: keeper.is_done)
    keeper.end()
    assert looked(tmp_path / "journal").found[0].workbook == grown()[-1]


def test_ending_brings_down_what_was_handed_over_last(tmp_path: Path) -> None:
    keeper = Keeper(Journal(tmp_path / "journal", Disk()), pause=10)
    keeper.hand(state(grown()[1]))
    until(lambda: keeper.is_done)
    keeper.hand(state(grown()[2]))
    keeper.end()
    assert looked(tmp_path / "journal").found[0].workbook == grown()[2]


def test_nothing_to_keep_takes_the_journal_away(tmp_path: Path) -> None:
    keeper = Keeper(Journal(tmp_path / "journal", Disk()), pause=0.01)
    keeper.hand(None)
    keeper.hand(state(grown()[1]))
    until(lambda: keeper.is_done)
    keeper.hand(None)
    until(lambda: keeper.is_done)
    keeper.end()
    assert not looked(tmp_path / "journal").found


def test_a_disk_that_refused_is_asked_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Moody(Disk):
        fails = True

        def sync(self, descriptor: int) -> None:
            if self.fails:
                raise OSError(errno.ENOSPC, "")

    monkeypatch.setattr(keepers, "AGAIN", 0.01)
    disk = Moody()
    keeper = Keeper(Journal(tmp_path / "journal", disk), pause=0.001)
    keeper.hand(state(grown()[1]))
    until(lambda: keeper.kept.trouble is not None)
    assert not keeper.is_done
    disk.fails = False
    until(lambda: keeper.is_done)
    assert keeper.kept.trouble is None
    monkeypatch.undo()
    keeper.end()
    assert looked(tmp_path / "journal").found[0].workbook == grown()[1]

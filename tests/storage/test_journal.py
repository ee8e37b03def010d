"""The journal: what no file holds yet is there again, whatever happened in between."""

import errno
import json
import os
import shutil
from pathlib import Path

import pytest
from disks import FaultyDisk, RefusingDisk, SlowDisk, StubbornDisk
from journals import BASE, SAVED, WHEN, grown, kept, looked, state
from workbooks import both

from ilead_studio import edits
from ilead_studio.errors import FileError
from ilead_studio.storage.chain import chained, read_chain
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.format import encode
from ilead_studio.storage.journal import MOST_SETTLED, Base, Journal
from ilead_studio.storage.recovery import MOST, find, read_journal


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "state" / "journal"


def test_what_was_typed_last_is_found_beside_what_was_saved(folder: Path) -> None:
    kept(folder)
    (found,) = looked(folder).found
    assert found.workbook == grown()[-1]
    assert (found.saved, found.data, found.path) == (SAVED, BASE.data, BASE.path)
    assert (found.when, found.is_cut) == (WHEN, False)


class Undying(Disk):
    """A disk on which the first journal cannot be removed."""

    def unlink(self, path: Path) -> None:
        if "-000001" in path.name:
            raise PermissionError(errno.EACCES, "in use")
        super().unlink(path)


def test_of_what_cannot_be_removed_nothing_is_left_that_is_older_than_the_newest(
    folder: Path,
) -> None:
    journal = Journal(folder, Undying())
    _, first, second, *_ = grown()
    journal.keep(state(first))
    journal.keep(state(second, Base(first, encode(first), BASE.path)))
    with pytest.raises(PermissionError):
        journal.settle()
    (found,) = looked(folder).found
    assert found.workbook == second


def test_an_untitled_workbook_is_kept_too(folder: Path) -> None:
    begun = both()
    journal = Journal(folder, Disk())
    journal.keep(state(edits.rename_workbook(begun, "New"), Base(begun)))
    journal.let_go()
    (found,) = looked(folder).found
    assert (found.path, found.workbook.title) == (None, "New")
    assert encode(found.saved) == encode(begun)


def test_the_journal_of_a_window_that_lives_is_not_offered(folder: Path) -> None:
    journal = Journal(folder, Disk())
    journal.keep(state(grown()[1]))
    assert looked(folder) == looked(folder.with_name("nothing"))
    journal.let_go()
    assert len(looked(folder).found) == 1


def test_what_one_window_was_offered_is_not_offered_to_another(folder: Path) -> None:
    kept(folder)
    first = find(folder, Disk())
    assert not find(folder, Disk()).found
    first.found[0].release()
    assert len(looked(folder).found) == 1


def test_a_settled_journal_is_gone_and_the_next_step_begins_another(folder: Path) -> None:
    journal = Journal(folder, Disk())
    journal.keep(state(grown()[1]))
    journal.settle()
    assert not [*folder.iterdir()]
    journal.keep(state(grown()[2]))
    journal.let_go()
    assert looked(folder).found[0].workbook == grown()[2]


def test_after_a_save_the_journal_goes_on_from_the_new_file(folder: Path) -> None:
    journal, later = Journal(folder, Disk()), grown()[2]
    journal.keep(state(grown()[1]))
    journal.keep(state(grown()[3], Base(later, encode(later), BASE.path)))
    journal.let_go()
    (found,) = looked(folder).found
    assert (found.saved, found.workbook) == (later, grown()[3])
    assert len([*folder.iterdir()]) == 1


def test_a_long_journal_is_begun_anew(folder: Path) -> None:
    journal, book = Journal(folder, Disk(), most=2_000), SAVED
    for number in range(200):
        book = edits.rename_workbook(book, f"Title {number}")
        journal.keep(state(book))
    journal.let_go()
    (file,) = folder.iterdir()
    assert file.stat().st_size < len(BASE.data) + 3_000
    assert looked(folder).found[0].workbook.title == "Title 199"


def test_a_step_costs_few_bytes(folder: Path) -> None:
    journal = Journal(folder, Disk())
    journal.keep(state(grown()[1]))
    (file,) = folder.iterdir()
    before = file.stat().st_size
    journal.keep(state(edits.rename_workbook(grown()[1], "Again")))
    assert file.stat().st_size - before < 200
    journal.let_go()


def test_what_was_found_and_settled_is_kept_aside_and_never_offered_again(folder: Path) -> None:
    kept(folder)
    find(folder, Disk()).found[0].settle(Disk())
    assert not looked(folder).found
    assert len([*(folder / "settled").iterdir()]) == 1


def test_what_the_file_holds_already_is_not_offered(folder: Path, tmp_path: Path) -> None:
    """The program was killed after a save, before its journal went."""
    path, later = tmp_path / "plan.ilead", edits.rename_workbook(SAVED, "Later")
    path.write_bytes(encode(later))
    for workbook in (later, edits.rename_workbook(SAVED, "Latest")):
        journal = Journal(folder, Disk())
        journal.keep(state(workbook, Base(SAVED, BASE.data, path)))
        journal.let_go()
    assert [it.workbook.title for it in looked(folder).found] == ["Latest"]
    assert len([*(folder / "settled").iterdir()]) == 1


def test_of_settled_journals_the_newest_stay(folder: Path) -> None:
    for _ in range(MOST_SETTLED + 3):
        kept(folder)
        find(folder, Disk()).found[0].settle(Disk())
    assert len([*(folder / "settled").iterdir()]) == MOST_SETTLED


def test_what_is_settled_stays_a_while_however_old_its_words_are(folder: Path) -> None:
    for _ in range(MOST_SETTLED):
        kept(folder)
    for it in find(folder, Disk()).found:
        it.settle(Disk())
    kept(folder)
    (old,) = folder.glob("*.journal")
    os.utime(old, (1, 1))
    find(folder, Disk()).found[0].settle(Disk())
    assert [it for it in (folder / "settled").iterdir() if it.name.endswith(old.name)]


def test_a_journal_that_is_taken_over_goes_only_when_the_new_one_is_there(folder: Path) -> None:
    kept(folder)
    (found,) = find(folder, Disk()).found
    found.release()
    taken = state(found.workbook, Base(found.saved, found.data, found.path))
    full = Journal(folder, RefusingDisk("write", OSError(errno.ENOSPC, "")))
    takes = type(taken)(taken.base, taken.workbook, taken.when, found.files)
    with pytest.raises(OSError, match="28"):
        full.keep(takes)
    assert len(looked(folder).found) == 1
    journal = Journal(folder, Disk())
    journal.keep(takes)
    assert not looked(folder).found
    journal.let_go()
    assert looked(folder).found[0].workbook == found.workbook


class Visited(Disk):
    """A disk at which another window looks for journals in the middle of every operation."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.found = folder, 0

    def _visit(self) -> None:
        seen = find(self.folder, Disk())
        self.found += len(seen.found) + len(seen.unread)
        for it in seen.found:
            it.release()

    def make_folder(self, path: Path) -> None:
        self._visit()
        super().make_folder(path)

    def create(self, path: Path, mode: int = 0o600) -> int:
        self._visit()
        made = super().create(path, mode)
        if len([*self.folder.iterdir()]) > 1:
            self._visit()
        return made

    def write(self, descriptor: int, data: memoryview) -> int:
        self._visit()
        return super().write(descriptor, data[:100])

    def sync(self, descriptor: int) -> None:
        self._visit()
        super().sync(descriptor)

    def sync_folder(self, path: Path) -> None:
        self._visit()
        super().sync_folder(path)


def test_a_journal_that_is_begun_anew_is_nobody_elses_at_any_moment(folder: Path) -> None:
    """Another window that starts while this one saves is offered nothing of it."""
    disk = Visited(folder)
    journal = Journal(folder, disk)
    for book in grown()[1:]:
        journal.keep(state(book, Base(book, encode(book), BASE.path)))
    assert disk.found == 0
    journal.settle()


def test_a_disk_that_takes_few_bytes_at_a_time_gets_them_all(folder: Path) -> None:
    kept(folder, SlowDisk())
    assert looked(folder).found[0].workbook == grown()[-1]


def test_a_journal_that_somebody_took_away_is_begun_anew(folder: Path) -> None:
    journal = Journal(folder, Disk())
    journal.keep(state(grown()[1]))
    shutil.rmtree(folder.parent)
    journal.keep(state(grown()[2]))
    journal.let_go()
    assert looked(folder).found[0].workbook == grown()[2]


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS])
def test_whatever_operation_fails_the_last_step_that_was_kept_is_found(
    folder: Path, code: int
) -> None:
    watching = FaultyDisk()
    kept(folder, watching)
    assert {"create", "write", "sync", "sync_folder", "make_folder"} <= set(watching.calls)
    for fault in range(1, len(watching.calls) + 1):
        here = folder / str(fault)
        journal, last = Journal(here, FaultyDisk(fault, code, even_unlink=True)), SAVED
        for after in grown()[1:]:
            try:
                journal.keep(state(after))
            except OSError:
                continue
            last = after
        journal.let_go()
        found = looked(here).found
        assert (found[0].workbook if found else SAVED) in grown()[grown().index(last) :]


def test_after_a_fault_the_next_step_is_kept_whole(folder: Path) -> None:
    class Moody(Disk):
        fails = False

        def sync(self, descriptor: int) -> None:
            if self.fails:
                raise OSError(errno.EIO, "")

    disk = Moody()
    journal = Journal(folder, disk)
    journal.keep(state(grown()[1]))
    disk.fails = True
    with pytest.raises(OSError):  # noqa: PT011 - it has no words
        journal.keep(state(grown()[2]))
    disk.fails = False
    journal.keep(state(grown()[3]))
    journal.let_go()
    assert looked(folder).found[0].workbook == grown()[3]
    assert len([*folder.iterdir()]) == 1


def test_at_every_cut_a_whole_state_is_read_or_none(folder: Path) -> None:
    kept(folder)
    (file,) = folder.iterdir()
    data, states = file.read_bytes(), [*grown()]
    seen: list[int] = []
    for cut in range(len(data) + 1):
        for tail in (b"", b"\0" * min(64, len(data) - cut)):
            try:
                found = read_journal(data[:cut] + tail)
            except FileError:
                assert not seen  # once there is a state, there always is one
                continue
            seen.append(states.index(found.workbook))
            assert found.is_cut or cut == len(data) or not tail
    assert seen == sorted(seen)
    assert {1, 2, 3, 4} == set(seen)


def test_no_bit_that_flips_is_silent(folder: Path) -> None:
    kept(folder)
    (file,) = folder.iterdir()
    data, states = file.read_bytes(), grown()
    for bit in range(0, len(data) * 8, 7):
        flipped = bytearray(data)
        flipped[bit // 8] ^= 1 << bit % 8
        try:
            found = read_journal(bytes(flipped))
        except FileError:
            continue
        assert found.is_cut
        assert found.workbook in states


def test_a_journal_that_cannot_be_read_is_moved_aside_and_named(folder: Path) -> None:
    kept(folder)
    (file,) = folder.iterdir()
    file.write_bytes(b"\0" * 5_000)
    findings = looked(folder)
    assert (findings.found, len(findings.unread)) == ((), 1)
    assert findings.unread[0].file.read_bytes() == b"\0" * 5_000
    assert looked(folder).unread == ()


def test_a_system_that_moves_no_open_file_has_none_open_that_is_moved(folder: Path) -> None:
    kept(folder)
    (file,) = folder.iterdir()
    file.with_name(file.name.replace("-000001", "-000002")).write_bytes(b"broken")
    findings = find(folder, StubbornDisk())
    assert [it.file.parent.name for it in findings.unread] == ["unread"]
    findings.found[0].settle(StubbornDisk())
    assert not [*folder.glob("*.journal")]


def test_when_the_newest_is_broken_the_one_before_is_offered_and_the_other_named(
    folder: Path,
) -> None:
    kept(folder)
    (file,) = folder.iterdir()
    later = file.with_name(file.name.replace("-000001", "-000002"))
    later.write_bytes(file.read_bytes()[:100])
    findings = looked(folder)
    assert findings.found[0].workbook == grown()[-1]
    assert [(it.file.parent.name, it.path) for it in findings.unread] == [("unread", BASE.path)]


@pytest.mark.parametrize("code", [errno.EMFILE, errno.EIO, errno.EACCES, errno.ENOMEM])
def test_what_the_disk_does_not_give_now_is_offered_once_it_does(folder: Path, code: int) -> None:
    """A drive that stumbles, or too many open files, make no journal a broken one."""
    kept(folder)
    refused = find(folder, RefusingDisk("read", OSError(code, "")))
    assert (refused.found, len(refused.unread)) == ((), 1)
    assert looked(folder).found[0].workbook == grown()[-1]


def test_of_many_the_newest_are_offered_first_and_few_files_are_held(folder: Path) -> None:
    for _ in range(MOST + 5):
        kept(folder)
    for old in [*folder.iterdir()][:5]:
        os.utime(old, (1, 1))
    first = find(folder, Disk())
    assert (len(first.found), first.later) == (MOST, 5)
    assert sum(len(it.held) for it in first.found) == MOST
    for it in first.found:
        it.settle(Disk())
    second = find(folder, Disk())
    assert (len(second.found), second.later) == (5, 0)
    for it in second.found:
        it.release()


@pytest.mark.parametrize("record", [{"path": 7}, {"path": [""]}, {"delta": []}, {"delta": "a"}])
def test_a_journal_whose_records_are_no_such_is_broken_whatever_its_checksums_say(
    folder: Path, record: dict[str, object]
) -> None:
    kept(folder)
    (file,) = folder.iterdir()
    records = [*read_chain(file.read_bytes()).records]
    at = 0 if "path" in record else 2
    records[at] = json.dumps({**json.loads(records[at]), **record}).encode()
    file.write_bytes(chained(records)[0])
    assert len(looked(folder).unread) == 1

"""Opening and saving: the old file stays whole, the new one is whole, and nobody is overwritten."""

import errno
import os
import stat
from pathlib import Path

import pytest
from disks import FaultyDisk, ForgetfulDisk, RefusingDisk, SlowDisk, in_use
from workbooks import attendance, both

from ilead_studio.edits import rename_workbook
from ilead_studio.errors import ChangedOutside, Damaged, FileError, TooNew
from ilead_studio.model import Counters
from ilead_studio.storage.disk import Disk
from ilead_studio.storage.format import encode
from ilead_studio.storage.store import (
    open_workbook,
    refuse_existing,
    save_workbook,
    write_whole,
)

NEWER = b'{"format":"ilead-studio","version":2,"reads_as":1,"program":"9.0","sha256":"",\n'
NEWER += b'"workbook":{}\n}\n'

posix = pytest.mark.skipif(os.name == "nt", reason="links and permissions of POSIX systems")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "plan.ilead"


@pytest.fixture
def disk() -> Disk:
    return Disk()


def names(path: Path) -> list[str]:
    """Name what lies in a file's folder, but for the redirected home."""
    return sorted(it.name for it in path.parent.iterdir() if it.name != "home")


def test_what_is_saved_opens_the_same(path: Path, disk: Disk) -> None:
    stamp = save_workbook(both(), path, disk, None)
    opened = open_workbook(path, disk)
    assert opened.workbook == both()
    assert opened.stamp == stamp
    assert (opened.path, opened.notice, opened.read_only) == (path, "", False)
    assert names(path) == ["plan.ilead"]


def test_the_stamp_of_one_save_serves_the_next(path: Path, disk: Disk) -> None:
    stamp = save_workbook(both(), path, disk, None)
    later = rename_workbook(both(), "Later")
    stamp = save_workbook(later, path, disk, stamp)
    save_workbook(both(), path, disk, stamp)
    assert open_workbook(path, disk).workbook == both()


def test_a_file_that_another_program_changed_is_not_overwritten(path: Path, disk: Disk) -> None:
    stamp = save_workbook(both(), path, disk, None)
    theirs = encode(attendance())
    path.write_bytes(theirs)
    with pytest.raises(ChangedOutside, match=r"plan\.ilead"):
        save_workbook(both(), path, disk, stamp)
    assert path.read_bytes() == theirs
    assert names(path) == ["plan.ilead"]


def test_a_file_that_was_only_touched_is_saved_over(path: Path, disk: Disk) -> None:
    stamp = save_workbook(both(), path, disk, None)
    os.utime(path, (1, 1))
    save_workbook(rename_workbook(both(), "Later"), path, disk, stamp)
    assert open_workbook(path, disk).workbook.title == "Later"


def test_a_change_that_kept_time_and_size_is_noticed(path: Path, disk: Disk) -> None:
    stamp = save_workbook(both(), path, disk, None)
    known, theirs = path.stat(), bytearray(path.read_bytes())
    theirs[-20] ^= 1
    path.write_bytes(theirs)
    os.utime(path, ns=(known.st_atime_ns, known.st_mtime_ns))
    with pytest.raises(ChangedOutside):
        save_workbook(rename_workbook(both(), "Later"), path, disk, stamp)
    assert path.read_bytes() == theirs


def test_a_file_that_was_taken_away_is_not_written_again_silently(path: Path, disk: Disk) -> None:
    stamp = save_workbook(both(), path, disk, None)
    path.unlink()
    with pytest.raises(ChangedOutside, match="no longer where it was"):
        save_workbook(both(), path, disk, stamp)
    assert names(path) == []


def test_a_change_while_saving_is_noticed_before_the_file_is_replaced(path: Path) -> None:
    class Busy(Disk):
        def sync(self, descriptor: int) -> None:
            super().sync(descriptor)
            path.write_bytes(b"theirs")

    stamp = save_workbook(both(), path, Disk(), None)
    with pytest.raises(ChangedOutside):
        save_workbook(attendance(), path, Busy(), stamp)
    assert path.read_bytes() == b"theirs"
    assert names(path) == ["plan.ilead"]


def test_a_name_that_is_taken_is_refused_when_asked(path: Path, disk: Disk) -> None:
    path.write_bytes(b"theirs")
    with pytest.raises(FileError, match="already"):
        save_workbook(both(), path, disk, None, replace_existing=False)
    with pytest.raises(FileError, match="already"):
        refuse_existing(path, disk)
    assert path.read_bytes() == b"theirs"


def test_a_file_of_a_newer_program_is_never_saved_over(path: Path, disk: Disk) -> None:
    path.write_bytes(NEWER)
    assert open_workbook(path, disk).read_only
    with pytest.raises(TooNew, match="another name"):
        save_workbook(both(), path, disk, None)
    assert path.read_bytes() == NEWER


def test_what_could_not_be_opened_again_is_not_written(path: Path, disk: Disk) -> None:
    save_workbook(both(), path, disk, None)
    before = path.read_bytes()
    cut = both().model_copy(update={"ideas": ()})
    letters = both().model_copy(update={"title": "\ud800"})
    for unsound in (cut, letters):
        with pytest.raises(FileError, match="unchanged"):
            save_workbook(unsound, path, disk, None)
    assert path.read_bytes() == before


@pytest.mark.parametrize("code", [errno.EIO, errno.ENOSPC, errno.EACCES, errno.EROFS])
def test_whatever_operation_fails_a_whole_file_is_there(path: Path, code: int) -> None:
    old, new = both(), rename_workbook(both(), "New")
    watching = FaultyDisk()
    stamp = save_workbook(old, path, Disk(), None)
    save_workbook(new, path, watching, stamp)
    assert {"write", "sync", "read", "replace", "sync_folder"} <= set(watching.calls)
    for fault in range(1, len(watching.calls) + 1):
        path.unlink()
        stamp = save_workbook(old, path, Disk(), None)
        with pytest.raises(FileError, match=r"plan\.ilead"):
            save_workbook(new, path, FaultyDisk(fault, code), stamp)
        replaced = watching.calls[fault - 1] == "sync_folder"
        assert open_workbook(path, Disk()).workbook == (new if replaced else old)
        assert names(path) == ["plan.ilead"]


def test_a_first_save_that_fails_leaves_nothing(path: Path) -> None:
    watching = FaultyDisk()
    save_workbook(both(), path, watching, None)
    for fault in range(1, len(watching.calls)):
        path.unlink(missing_ok=True)
        if watching.calls[fault - 1] == "read_start":
            continue  # there is nothing to look at yet
        with pytest.raises(FileError):
            save_workbook(both(), path, FaultyDisk(fault), None)
        assert names(path) == []


def test_when_not_even_the_leftover_can_be_removed_the_old_file_is_whole(path: Path) -> None:
    stamp = save_workbook(both(), path, Disk(), None)
    calls = FaultyDisk()
    stamp = save_workbook(both(), path, calls, stamp)
    fault = calls.calls.index("replace") + 1
    with pytest.raises(FileError):
        save_workbook(attendance(), path, FaultyDisk(fault, even_unlink=True), stamp)
    assert open_workbook(path, Disk()).workbook == both()
    left = [name for name in names(path) if name != "plan.ilead"]
    assert len(left) == 1
    assert left[0].startswith(".ilead-")
    assert len(left[0]) < 30


def test_a_disk_that_takes_few_bytes_at_a_time_gets_them_all(path: Path) -> None:
    save_workbook(both(), path, SlowDisk(), None)
    assert open_workbook(path, Disk()).workbook == both()


def test_bytes_that_do_not_read_back_are_not_put_in_place(path: Path) -> None:
    save_workbook(both(), path, Disk(), None)
    with pytest.raises(FileError, match="read back"):
        save_workbook(attendance(), path, ForgetfulDisk(), None)
    assert open_workbook(path, Disk()).workbook == both()
    assert names(path) == ["plan.ilead"]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.ENOSPC, "full"),
        (errno.EDQUOT, "full"),
        (errno.EACCES, "may not write"),
        (errno.EPERM, "may not write"),
        (errno.EROFS, "only be read"),
        (errno.EIO, "fault"),
        (errno.ENAMETOOLONG, "too long"),
        (errno.ENOTTY, "refused"),
    ],
)
def test_each_fault_of_the_system_has_its_sentence(path: Path, code: int, words: str) -> None:
    with pytest.raises(FileError, match=words) as error:
        save_workbook(both(), path, RefusingDisk("write", OSError(code, "machinery")), None)
    assert "plan.ilead" in str(error.value)
    assert "machinery" not in str(error.value)
    assert "Errno" not in str(error.value)


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (errno.EACCES, "may not read"),
        (errno.EIO, "could not read"),
        (errno.ENOENT, "no file"),
        (errno.EBUSY, "Another program"),
        (errno.ENOTTY, "could not be read"),
    ],
)
def test_each_fault_of_reading_has_its_sentence(path: Path, code: int, words: str) -> None:
    path.write_bytes(encode(both()))
    with pytest.raises(FileError, match=words) as error:
        open_workbook(path, RefusingDisk("read", OSError(code, "machinery")))
    assert "plan.ilead" in str(error.value)
    assert "machinery" not in str(error.value)


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (5, "You may not write there"),
        (32, "Another program is using it"),
        (19, "can only be read"),
        (21, "Its folder is not there"),
        (23, "reports a fault"),
    ],
)
def test_what_windows_calls_denied_is_told_as_what_it_is(
    path: Path, number: int, words: str
) -> None:
    with pytest.raises(FileError, match=words):
        save_workbook(both(), path, RefusingDisk("write", in_use(number)), None)


def test_an_unconfirmed_save_says_so(path: Path) -> None:
    with pytest.raises(FileError, match="did not confirm"):
        save_workbook(both(), path, RefusingDisk("sync_folder", OSError(errno.EIO, "")), None)
    assert open_workbook(path, Disk()).workbook == both()


def test_a_missing_file_a_folder_and_a_vanished_folder_are_told_apart(tmp_path: Path) -> None:
    disk = Disk()
    with pytest.raises(FileError, match="no file “plan"):
        open_workbook(tmp_path / "plan.ilead", disk)
    with pytest.raises(FileError, match="is a folder"):
        open_workbook(tmp_path, disk)
    with pytest.raises(FileError, match="folder has that name"):
        save_workbook(both(), tmp_path, disk, None)
    with pytest.raises(FileError, match="folder is not there"):
        save_workbook(both(), tmp_path / "gone" / "plan.ilead", disk, None)


def test_a_70_mb_file_is_refused_before_it_is_read(path: Path) -> None:
    class Unread(Disk):
        def read(self, path: Path, limit: int) -> bytes:
            assert self.stat(path).st_size > limit
            return super().read(path, limit)

    with path.open("wb") as file:
        file.truncate(70_000_000)
    with pytest.raises(FileError, match="too large"):
        open_workbook(path, Unread())


def test_a_name_longer_than_the_system_allows_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError):
        save_workbook(both(), tmp_path / ("x" * 300), Disk(), None)
    assert [it for it in tmp_path.iterdir() if it.name != "home"] == []


def test_a_name_with_a_zero_in_it_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileError):
        open_workbook(tmp_path / "a\0b", Disk())
    with pytest.raises(FileError):
        save_workbook(both(), tmp_path / "a\0b", Disk(), None)


@posix
def test_a_pipe_is_neither_waited_for_nor_replaced(path: Path, disk: Disk) -> None:
    os.mkfifo(path)
    with pytest.raises(FileError, match="not an ordinary file"):
        open_workbook(path, disk)
    with pytest.raises(FileError, match="not an ordinary file"):
        save_workbook(both(), path, disk, None)
    assert stat.S_ISFIFO(path.stat().st_mode)


@posix
def test_a_link_stays_a_link_and_its_file_is_replaced(path: Path, disk: Disk) -> None:
    real = path.parent / "folder" / "real.ilead"
    real.parent.mkdir()
    save_workbook(both(), real, disk, None)
    path.symlink_to(real)
    opened = open_workbook(path, disk)
    save_workbook(attendance(), path, disk, opened.stamp)
    assert path.is_symlink()
    assert open_workbook(real, disk).workbook == attendance()
    assert names(real) == ["real.ilead"]


@posix
def test_a_new_file_follows_the_systems_habit(path: Path, disk: Disk) -> None:
    before = os.umask(0o027)
    try:
        save_workbook(both(), path, disk, None)
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_windows_program_that_holds_the_file_is_waited_for(path: Path) -> None:
    class Held(type(path)):  # type: ignore[misc]  # the platform's own kind of path
        tries = 0

        def replace(self, target: object) -> object:
            Held.tries += 1
            if Held.tries < 3:
                error = PermissionError(errno.EACCES, "held")
                error.winerror = 5  # type: ignore[attr-defined]  # there on Windows only
                raise error
            return super().replace(target)

    path.write_bytes(b"new")
    Disk().replace(Held(path), path.with_name("there"))
    assert Held.tries == 3
    assert path.with_name("there").read_bytes() == b"new"


def test_an_export_is_written_wholly_or_not_at_all(path: Path) -> None:
    write_whole(path, b"first", Disk())
    with pytest.raises(FileError, match="full"):
        write_whole(path, b"second", RefusingDisk("write", OSError(errno.ENOSPC, "")))
    assert path.read_bytes() == b"first"
    with pytest.raises(FileError, match="already"):
        write_whole(path, b"second", Disk(), replace_existing=False)
    write_whole(path, b"second", Disk())
    assert path.read_bytes() == b"second"
    assert names(path) == ["plan.ilead"]


def test_the_file_of_the_first_version_opens_forever() -> None:
    opened = open_workbook(Path(__file__).parent.parent / "files" / "version-1.ilead", Disk())
    workbook = opened.workbook
    assert (opened.notice, opened.read_only) == ("", False)
    assert workbook.title == "Attendance"
    assert [cause.text for cause in workbook.fishbones[0].causes][:2] == [
        "Buses",
        "Buses come late",
    ]
    assert [link.strength for link in workbook.theories[0].links].count("weak") == 1
    assert workbook.cycles[0].idea_id == workbook.ideas[0].id
    assert workbook.counters == Counters(
        causes=6, drivers=3, ideas=2, cycles=1, fishbones=1, theories=1
    )


def test_a_damaged_file_is_left_as_it_is(path: Path, disk: Disk) -> None:
    data = encode(both())[:200]
    path.write_bytes(data)
    with pytest.raises(Damaged):
        open_workbook(path, disk)
    assert path.read_bytes() == data
